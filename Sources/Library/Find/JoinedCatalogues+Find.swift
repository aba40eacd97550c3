import Annotations
import Platform

extension JoinedCatalogues {
  /// Finds what is asked for in what was scanned, and analysed where that is needed; the newest first.
  ///
  /// Notes are those of `notes`; without, there are none. Files are opened again for the words around what was found; of one that has gone there are none.
  /// Where `items` are given, only these are looked at: paths of files, and of an article in one with its number
  /// behind `#`. Where `isCancelled` says so meanwhile, the rest is left out.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the documents that match, and in the length of those that are given.
  package func find(
    _ request: FindRequest, _ reading: Corpus.Reading, among items: Set<String>? = nil,
    notes: (Catalogue) -> LibraryNotes? = { _ in nil }, isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> Findings {
    let files = catalogues.map { FolderDocuments($0.root, reading) }
    let named = try names(request)
    if let findings = try newest(request, named, files, among: items, isCancelled: isCancelled) {
      return findings
    }
    let candidates = shown(
      try candidates(request, named, files, among: items, notes: notes), request)
    var findings = Findings()
    findings.total = candidates.count
    findings.quotations = candidates.reduce(0) { $0 + $1.quotations.count }
    for candidate in candidates
    where findings.documents.count < request.limit && !isCancelled() {
      guard let document = try found(candidate, request, named, files) else { continue }
      findings.documents.append(document)
    }
    return findings
  }

  /// The same where nothing has to be known of more documents than are given but how many there are; else `nil`.
  private func newest(
    _ request: FindRequest, _ named: [[Catalogue.WantedNames]], _ files: [FolderDocuments],
    among items: Set<String>?, isCancelled: () -> Bool
  ) throws(StoreError) -> Findings? {
    guard catalogues.count == 1, items == nil, !request.givesCopies, !request.asksForNotes,
      !request.asksForSpeech
    else { return nil }
    let (candidates, total) = try catalogues[0].newest(request, named[0])
    var findings = Findings()
    findings.total = total
    for candidate in candidates where !isCancelled() {
      // Others stand in for what no file has any more.
      guard let document = try found(candidate, request, named, files) else { return nil }
      findings.documents.append(document)
    }
    return findings
  }

  /// What `request` finds in `listed` and in their copies, in each by itself, the newest first; where it asks for each
  /// copy, in those alone that are listed.
  func find(
    _ request: FindRequest, _ reading: Corpus.Reading,
    in listed: some Sequence<Catalogue.Candidate>,
    notes: (Catalogue) -> LibraryNotes?
  ) throws(StoreError) -> [(document: FoundDocument, group: SharedCopies.Group)] {
    let files = catalogues.map { FolderDocuments($0.root, reading) }
    let named = try names(request)
    let groups = Set(listed.map(group))
    let copies = Set(listed.map(\.counted))
    var found: [(FoundDocument, SharedCopies.Group)] = []
    for candidate in try candidates(request, named, files, notes: notes) {
      let group = group(of: candidate)
      guard request.givesCopies ? copies.contains(candidate.counted) : groups.contains(group),
        let document = try self.found(candidate, request, named, files)
      else { continue }
      found.append((document, group))
    }
    return found
  }

  private func found(
    _ candidate: Catalogue.Candidate, _ request: FindRequest, _ named: [[Catalogue.WantedNames]],
    _ files: [FolderDocuments]
  ) throws(StoreError) -> FoundDocument? {
    guard var document = try document(candidate) else { return nil }
    let number = candidate.catalogue
    document.passages = try catalogues[number].passages(
      of: candidate, in: document.place, request, named[number], files[number])
    return document
  }

  /// All documents that `request` asks for, the newest first, each copy by itself where it asks for that; where `items`
  /// are given, of these alone.
  func matching(
    _ request: FindRequest, _ reading: Corpus.Reading, among items: Set<String>? = nil,
    notes: (Catalogue) -> LibraryNotes?
  ) throws(StoreError) -> [Catalogue.Candidate] {
    try candidates(
      request, try names(request), catalogues.map { FolderDocuments($0.root, reading) },
      among: items, notes: notes)
  }

  /// The same, of copies the newest alone.
  func originals(
    _ request: FindRequest, _ reading: Corpus.Reading = Corpus.Reading(),
    notes: (Catalogue) -> LibraryNotes? = { _ in nil }
  ) throws(StoreError) -> [Catalogue.Candidate] {
    shown(try matching(request, reading, notes: notes), request)
  }

  /// Of copies the newest alone, where `request` does not ask for each.
  private func shown(
    _ candidates: [Catalogue.Candidate], _ request: FindRequest
  ) -> [Catalogue.Candidate] {
    if request.givesCopies { return candidates }
    var seen: Set<SharedCopies.Group> = []
    return candidates.filter { seen.insert(group(of: $0)).inserted }
  }

  private func names(_ request: FindRequest) throws(StoreError) -> [[Catalogue.WantedNames]] {
    var names: [[Catalogue.WantedNames]] = []
    for catalogue in catalogues { names.append(try catalogue.names(request)) }
    return names
  }

  private func candidates(
    _ request: FindRequest, _ named: [[Catalogue.WantedNames]], _ files: [FolderDocuments],
    among items: Set<String>? = nil, notes: (Catalogue) -> LibraryNotes?
  ) throws(StoreError) -> [Catalogue.Candidate] {
    var all: [Catalogue.Candidate] = []
    for (number, catalogue) in catalogues.enumerated() {
      var found = try catalogue.candidates(request, named[number])
      if request.asksForNotes {
        found = try catalogue.noted(request, among: found, notes(catalogue), files[number])
      }
      if let items {
        let listed = try catalogue.documents(in: items)
        found = found.filter { listed.contains($0.document) }
      }
      if request.givesCopies { found = try catalogue.single(found, among: items) }
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
