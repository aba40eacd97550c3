import Annotations
import ArabicText
import Platform

extension Catalogue {
  /// Who is quoted in the documents that `request` asks for, and of whom they speak.
  ///
  /// Of copies, the newest counts. Documents that were not analysed have nothing to tell; the limit of `request`
  /// is left out of account.
  ///
  /// - Parameters:
  ///   - request: what is asked for; without notes to look in, no document has any.
  ///   - count: how many names are told of each speaker at most.
  /// - Returns: the speakers, the most quoted first.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the quotations and the names in them.
  package func speakers(
    _ request: FindRequest = FindRequest(), topicsAtMost count: Int = .max
  ) throws(StoreError) -> SpeakerTable {
    try Self.speakers(in: [self], request, topicsAtMost: count)
  }

  /// The same of several catalogues together, and where `files` are given, of these paths alone.
  package static func speakers(
    in catalogues: [Catalogue], _ request: FindRequest, among files: Set<String>? = nil,
    topicsAtMost count: Int = .max, reading: Corpus.Reading = Corpus.Reading(),
    notes: (Catalogue) -> LibraryNotes? = { _ in nil }
  ) throws(StoreError) -> SpeakerTable {
    var counts = SpeakerCounts(request.same)
    for (number, catalogue) in catalogues.enumerated() {
      let written = request.asksForNotes ? notes(catalogue) : nil
      let candidates = try catalogue.originals(request, written, reading, among: files)
      let documents = Set(candidates.map(\.document))
      let wanted = request.asksForSpeech ? Set(candidates.flatMap(\.quotations)) : nil
      let topics = try catalogue.topics()
      counts.documents += documents.count
      for quotation in try catalogue.quotations()
      where documents.contains(quotation.document) && wanted?.contains(quotation.id) ?? true {
        counts.add(quotation, topics[quotation.id] ?? [], number)
      }
    }
    return counts.table(topicsAtMost: count)
  }

  /// The documents that `request` asks for, the newest of copies alone.
  func originals(
    _ request: FindRequest, _ notes: LibraryNotes? = nil,
    _ reading: Corpus.Reading = Corpus.Reading(), among files: Set<String>? = nil
  ) throws(StoreError) -> [Candidate] {
    var candidates = try candidates(request)
    if request.asksForNotes {
      candidates = try noted(request, among: candidates, notes, FolderDocuments(root, reading))
    }
    if let files {
      let items = try database.rows("SELECT document, path FROM item") { row in
        files.contains(FilePath.join(root, row.text(1) ?? "")) ? row.integer(0) : nil
      }
      let listed = Set(items.compactMap(\.self))
      candidates = candidates.filter { listed.contains($0.document) }
    }
    var seen: Set<Int64> = []
    return candidates.filter { request.givesCopies || seen.insert($0.alike).inserted }
  }

  private func quotations() throws(StoreError) -> [SpeakerCounts.Quotation] {
    try database.rows(
      """
      SELECT rowid, document, speaker, (
        SELECT kind FROM entity
        WHERE entity.document = quotation.document AND entity.names = quotation.names LIMIT 1)
      FROM quotation
      """
    ) { row in
      let kind = row.text(3).flatMap(EntityKind.init)
      return SpeakerCounts.Quotation(
        id: row.integer(0), document: row.integer(1),
        speaker: SpeakerTable.Name(row.text(2) ?? "", kind.flatMap { $0.isNamed ? $0 : nil }))
    }
  }

  /// Who and what is named in each quotation.
  private func topics() throws(StoreError) -> [Int64: [SpeakerTable.Name]] {
    let rows = try database.rows(
      "SELECT quotation, name, kind FROM topic JOIN entity ON entity.rowid = topic.entity"
    ) { (id: $0.integer(0), name: $0.text(1) ?? "", kind: $0.text(2).flatMap(EntityKind.init)) }
    return Dictionary(grouping: rows) { $0.id }.mapValues { rows in
      rows.map { SpeakerTable.Name($0.name, $0.kind) }
    }
  }
}
