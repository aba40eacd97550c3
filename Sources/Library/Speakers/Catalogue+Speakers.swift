import Annotations
import ArabicText
import Platform

extension Catalogue {
  /// The same as ``JoinedCatalogues/speakers(_:among:topicsAtMost:reading:notes:)``, of this catalogue alone.
  package func speakers(
    _ request: FindRequest = FindRequest(), topicsAtMost count: Int = .max
  ) throws(StoreError) -> SpeakerTable {
    try JoinedCatalogues([self]).speakers(request, topicsAtMost: count)
  }

  fileprivate func quotations() throws(StoreError) -> [SpeakerCounts.Quotation] {
    try database.rows("SELECT rowid, document, speaker, kind FROM quotation") { row in
      let kind = row.text(3).flatMap(EntityKind.init)
      return SpeakerCounts.Quotation(
        id: row.integer(0), document: row.integer(1),
        speaker: SpeakerTable.Name(row.text(2) ?? "", kind.flatMap { $0.isNamed ? $0 : nil }))
    }
  }

  /// Who and what is named in each quotation.
  fileprivate func topics() throws(StoreError) -> [Int64: [SpeakerTable.Name]] {
    var topics: [Int64: [SpeakerTable.Name]] = [:]
    _ = try database.rows(
      "SELECT quotation, name, kind FROM topic JOIN entity ON entity.rowid = topic.entity"
    ) { row in
      topics[row.integer(0), default: []].append(
        SpeakerTable.Name(row.text(1) ?? "", row.text(2).flatMap(EntityKind.init)))
    }
    return topics
  }
}

extension JoinedCatalogues {
  /// Who is quoted in the documents that `request` asks for, and of whom they speak.
  ///
  /// Of copies, the newest counts in which somebody speaks. Documents that were not analysed have nothing to tell; the limit of `request`
  /// is left out of account.
  ///
  /// - Parameters:
  ///   - request: what is asked for; without notes to look in, no document has any.
  ///   - items: where given, only these count, as for ``find(_:_:among:notes:isCancelled:)``.
  ///   - count: how many names are told of each speaker at most.
  ///   - reading: how files are read.
  ///   - notes: what the person has written in the documents of a catalogue.
  /// - Returns: the speakers, the most quoted first.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the quotations and the names in them.
  package func speakers(
    _ request: FindRequest = FindRequest(), among items: Set<String>? = nil,
    topicsAtMost count: Int = .max, reading: Corpus.Reading = Corpus.Reading(),
    notes: (Catalogue) -> LibraryNotes? = { _ in nil }
  ) throws(StoreError) -> SpeakerTable {
    var counts = SpeakerCounts(request.same)
    let all = try matching(request, reading, among: items, notes: notes)
    let groups = request.givesCopies ? [:] : Dictionary(grouping: all, by: group)
    var copied = CopiedQuotations(groups.values)
    counts.documents = request.givesCopies ? all.count : groups.count
    for (number, catalogue) in catalogues.enumerated() {
      let candidates = all.filter { $0.catalogue == number }
      let documents = Dictionary(grouping: candidates, by: \.document).mapValues {
        $0.map(\.counted)
      }
      let wanted = request.asksForSpeech ? Set(candidates.flatMap(\.quotations)) : nil
      let topics = try catalogue.topics()
      for quotation in try catalogue.quotations()
      where wanted?.contains(quotation.id) ?? true {
        let names = topics[quotation.id] ?? []
        for document in documents[quotation.document] ?? []
        where !copied.take(quotation, names, in: document) {
          counts.add(quotation, names, in: document)
        }
      }
    }
    copied.count(in: &counts)
    return counts.table(topicsAtMost: count)
  }
}
