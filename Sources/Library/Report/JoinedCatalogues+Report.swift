import Annotations
import ArabicText
import Platform

extension JoinedCatalogues {
  /// What a report tells of libraries.
  struct Reported {
    /// A name of a document.
    struct Mention {
      var name: SpeakerTable.Name
      /// How often it stands there.
      var count: Int
      /// The row of the document.
      var document: Int64
      var time: Timestamp
    }

    var documents: [FoundDocument] = []
    var total = 0
    /// Those of each catalogue, those of one document behind one another.
    var names: [[Mention]] = []
    var said: [FoundDocument] = []
    var noted: [FoundDocument] = []
  }

  /// What a report on what `request` asks for tells.
  ///
  /// - Throws: `StoreError`.
  func reported(
    _ request: FindRequest, _ reading: Corpus.Reading, notes: (Catalogue) -> LibraryNotes?
  ) throws(StoreError) -> Reported {
    var reported = Reported()
    let candidates = try originals(request, reading, notes: notes)
    reported.total = candidates.count
    for candidate in candidates.prefix(request.limit) {
      if let document = try document(candidate, request) { reported.documents.append(document) }
    }
    for (number, catalogue) in catalogues.enumerated() {
      let own = candidates.filter { $0.catalogue == number }
      reported.names.append(try catalogue.mentions(in: own, request.same))
    }
    let listed = Set(reported.documents.map(\.contentHash))
    var speech = request
    (speech.isOfSpeech, speech.note, speech.tags, speech.isOfNotes) = (true, nil, [], false)
    reported.said = try find(speech, reading).documents.filter {
      listed.contains($0.contentHash) && !$0.passages.isEmpty
    }
    var written = request
    (written.speaker, written.said, written.isOfSpeech, written.isOfNotes) = (nil, nil, false, true)
    reported.noted = try find(written, reading, notes: notes).documents.filter {
      listed.contains($0.contentHash)
    }
    return reported
  }
}

extension Catalogue {
  /// The names in `candidates`, as the person calls them.
  fileprivate func mentions(
    in candidates: [Candidate], _ same: SameNames
  ) throws(StoreError) -> [JoinedCatalogues.Reported.Mention] {
    let times = Dictionary(
      candidates.map { ($0.document, Timestamp(milliseconds: $0.time)) },
      uniquingKeysWith: { first, _ in first })
    return try database.rows(
      "SELECT document, kind, name, count FROM entity ORDER BY document"
    ) { row -> JoinedCatalogues.Reported.Mention? in
      guard let time = times[row.integer(0)], let kind = row.text(1).flatMap(EntityKind.init),
        kind.isNamed
      else { return nil }
      return JoinedCatalogues.Reported.Mention(
        name: SpeakerTable.Name(same.shown(row.text(2) ?? ""), kind), count: Int(row.integer(3)),
        document: row.integer(0), time: time)
    }.compactMap(\.self)
  }
}
