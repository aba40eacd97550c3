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
      var document: SpeakerCounts.Document
      var time: Timestamp
    }

    var documents: [FoundDocument] = []
    var total = 0
    /// Those of each catalogue.
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
      if let document = try document(candidate) { reported.documents.append(document) }
    }
    for (number, catalogue) in catalogues.enumerated() {
      let own = candidates.filter { $0.catalogue == number }
      reported.names.append(try catalogue.mentions(in: own, request.same))
    }
    let listed = candidates.prefix(request.limit)
    var speech = request
    (speech.isOfSpeech, speech.note, speech.tags, speech.isOfNotes) = (true, nil, [], false)
    reported.said = Self.once(
      try find(speech, reading, in: listed, notes: notes), eachCopy: request.givesCopies)
    var written = request
    (written.speakers, written.about, written.isOfSpeech, written.isOfNotes) = ([], [], false, true)
    // Notes are found by the text, which several copies may have.
    var seen: Set<String> = []
    reported.noted = try find(written, reading, in: listed, notes: notes).map(\.document).filter {
      seen.insert($0.contentHash).inserted
    }
    return reported
  }

  /// What is said in `found`, of copies what each speaker says in the newest in which somebody of that name speaks.
  private static func once(
    _ found: [(document: FoundDocument, group: SharedCopies.Group)], eachCopy: Bool
  ) -> [FoundDocument] {
    var spoken: [SharedCopies.Group: Set<String>] = [:]
    return found.compactMap { document, group in
      var document = document
      func speaker(_ passage: FoundDocument.Passage) -> String {
        NameWords.wanted(passage.speaker ?? "")
      }
      let speakers = document.passages.map(speaker)
      if !eachCopy, let known = spoken[group] {
        document.passages.removeAll { known.contains(speaker($0)) }
      }
      spoken[group, default: []].formUnion(speakers)
      return document.passages.isEmpty ? nil : document
    }
  }
}

extension Catalogue {
  /// The names in `candidates`, as the person calls them.
  fileprivate func mentions(
    in candidates: [Candidate], _ same: SameNames
  ) throws(StoreError) -> [JoinedCatalogues.Reported.Mention] {
    var places: [Int64: [Candidate]] = [:]
    for candidate in candidates { places[candidate.document, default: []].append(candidate) }
    var mentions: [JoinedCatalogues.Reported.Mention] = []
    _ = try database.rows("SELECT document, kind, name, count FROM entity") { row in
      guard let places = places[row.integer(0)], let kind = row.text(1).flatMap(EntityKind.init),
        kind.isNamed
      else { return }
      let name = SpeakerTable.Name(same.shown(row.text(2) ?? ""), kind)
      for place in places {
        mentions.append(
          JoinedCatalogues.Reported.Mention(
            name: name, count: Int(row.integer(3)), document: place.counted,
            time: Timestamp(milliseconds: place.time)))
      }
    }
    return mentions
  }
}
