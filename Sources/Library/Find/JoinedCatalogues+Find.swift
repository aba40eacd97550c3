import Annotations
import Platform

extension JoinedCatalogues {
  /// Finds what is asked for in what was scanned, and analysed where that is needed; the newest first.
  ///
  /// Notes are those of `notes`; without, there are none. Files are opened again for the words around what was found; of one that has gone there are none.
  /// Where `isCancelled` says so meanwhile, the rest is left out.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the documents that match, and in the length of those that are given.
  package func find(
    _ request: FindRequest, _ reading: Corpus.Reading,
    notes: (Catalogue) -> LibraryNotes? = { _ in nil }, isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> Findings {
    var findings = Findings()
    let files = catalogues.map { FolderDocuments($0.root, reading) }
    let named = try names(request)
    let candidates = try candidates(request, named, files, notes: notes)
    findings.total = candidates.count
    var seen: Set<SharedCopies.Group> = []
    for candidate in candidates
    where findings.documents.count < request.limit && !isCancelled() {
      guard request.givesCopies || seen.insert(group(of: candidate)).inserted,
        var document = try document(candidate, request)
      else { continue }
      let number = candidate.catalogue
      document.passages = try catalogues[number].passages(
        of: candidate, in: document.place, request, named[number], files[number])
      findings.documents.append(document)
    }
    return findings
  }

  /// The documents that `request` asks for, of copies the newest alone; where `files` are given, only what is in
  /// files at these paths.
  func originals(
    _ request: FindRequest, _ reading: Corpus.Reading = Corpus.Reading(),
    notes: (Catalogue) -> LibraryNotes? = { _ in nil }, among files: Set<String>? = nil
  ) throws(StoreError) -> [Catalogue.Candidate] {
    var candidates = try candidates(
      request, try names(request), catalogues.map { FolderDocuments($0.root, reading) },
      notes: notes)
    if let files {
      var listed: [Set<Int64>] = []
      for catalogue in catalogues { listed.append(try catalogue.documents(in: files)) }
      candidates = candidates.filter { listed[$0.catalogue].contains($0.document) }
    }
    var seen: Set<SharedCopies.Group> = []
    return candidates.filter { request.givesCopies || seen.insert(group(of: $0)).inserted }
  }

  private func names(_ request: FindRequest) throws(StoreError) -> [[Catalogue.WantedNames]] {
    var names: [[Catalogue.WantedNames]] = []
    for catalogue in catalogues { names.append(try catalogue.names(request)) }
    return names
  }

  private func candidates(
    _ request: FindRequest, _ named: [[Catalogue.WantedNames]], _ files: [FolderDocuments],
    notes: (Catalogue) -> LibraryNotes?
  ) throws(StoreError) -> [Catalogue.Candidate] {
    var all: [Catalogue.Candidate] = []
    for (number, catalogue) in catalogues.enumerated() {
      var found = try catalogue.candidates(request, named[number])
      if request.asksForNotes {
        found = try catalogue.noted(request, among: found, notes(catalogue), files[number])
      }
      if number > 0 {
        for place in found.indices { found[place].catalogue = number }
      }
      all += found
    }
    if catalogues.count > 1 {
      all.sort { ($1.time, $0.catalogue, $1.document) < ($0.time, $1.catalogue, $0.document) }
    }
    return all
  }
}
