import Annotations
import ArabicText
import Platform

extension Catalogue {
  /// What a report tells of one library.
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
    /// Those of one document behind one another.
    var names: [Mention] = []
    var said: [FoundDocument] = []
    var noted: [FoundDocument] = []
  }

  /// What a report on what `request` asks for tells of this library.
  ///
  /// - Throws: ``StoreError``.
  func reported(
    _ request: FindRequest, _ reading: Corpus.Reading, notes: LibraryNotes?
  ) throws(StoreError) -> Reported {
    var reported = Reported()
    let candidates = try originals(request, notes, reading)
    reported.total = candidates.count
    let times = Dictionary(
      candidates.map { ($0.document, Timestamp(milliseconds: $0.time)) },
      uniquingKeysWith: { first, _ in first })
    for candidate in candidates.prefix(request.limit) {
      if let document = try document(candidate, request) { reported.documents.append(document) }
    }
    let rows = try database.rows(
      "SELECT document, kind, name, count FROM entity ORDER BY document"
    ) { row in
      (row.integer(0), row.text(1).flatMap(EntityKind.init), row.text(2) ?? "", row.integer(3))
    }
    for (document, kind, name, count) in rows where kind?.isNamed == true {
      guard let time = times[document] else { continue }
      reported.names.append(
        Reported.Mention(
          name: SpeakerTable.Name(request.same.shown(name), kind), count: Int(count),
          document: document, time: time))
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
