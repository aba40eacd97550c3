import Annotations
import ArabicText
import Documents
import Platform

extension Catalogue {
  /// The same as ``JoinedCatalogues/find(_:_:notes:isCancelled:)``, of this catalogue alone.
  package func find(
    _ request: FindRequest, _ reading: Corpus.Reading, notes: LibraryNotes? = nil,
    isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> Findings {
    try JoinedCatalogues([self]).find(
      request, reading, notes: { _ in notes }, isCancelled: isCancelled)
  }

  /// A document with its copies, or the one copy that is meant; `nil` where no file has it.
  func document(_ candidate: Candidate) throws(StoreError) -> FoundDocument? {
    let id = SQLValue.integer(candidate.document)
    let all = try database.rows(
      """
      SELECT \(Self.columns) FROM document JOIN item ON item.document = document.id
      WHERE \(candidate.copy == nil ? "alike" : "document.id") = ?
      ORDER BY document.id <> ?, time DESC, path, number
      """, [candidate.copy == nil ? .integer(candidate.alike) : id, id], read: Self.document)
    if let copy = candidate.copy { return all.first { $0.place == copy.place } }
    guard var document = all.first else { return nil }
    document.copies = all.dropFirst().map(\.place)
    return document
  }

  /// Where the documents are that have this number in `alike`, the newest first.
  func places(alike: Int64) throws(StoreError) -> [FoundDocument.Place] {
    try database.rows(
      """
      SELECT path, number, start FROM document JOIN item ON item.document = document.id
      WHERE alike = ? ORDER BY time DESC, path, number
      """, [.integer(alike)]
    ) { row in
      FoundDocument.Place(
        path: row.text(0) ?? "", number: Int(row.integer(1)), start: Int(row.integer(2)))
    }
  }

  /// The documents that are `items`, paths of files, or of articles in them with a number behind `#`.
  func documents(in items: Set<String>) throws(StoreError) -> Set<Int64> {
    let rows = try database.rows("SELECT document, path, number FROM item") { row in
      let place = FoundDocument.Place(path: row.text(1) ?? "", number: Int(row.integer(2)))
      return items.contains(FilePath.join(root, place.name)) ? row.integer(0) : nil
    }
    return Set(rows.compactMap(\.self))
  }

  /// What was found in `file`, in text order.
  func passages(
    of candidate: Candidate, in file: FoundDocument.Place, _ request: FindRequest,
    _ named: [WantedNames], _ files: FolderDocuments
  ) throws(StoreError) -> [FoundDocument.Passage] {
    guard request.words != nil || request.needsAnalysis || request.asksForNotes,
      let document = files.document(file.number, in: file.path)?.document
    else { return [] }
    let text = document.text
    var places: [(span: TextSpan, speaker: String?)] = []
    func place(_ row: borrowing Statement, _ column: Int32) -> TextSpan? {
      let bounds = [row.integer(column), row.integer(column + 1)].map { Int($0) }
      // Of a file that is another by now, they say nothing.
      guard bounds[0] >= 0, bounds[0] <= bounds[1], bounds[1] <= text.utf8Count else { return nil }
      return TextSpan(.zero + bounds[0], .zero + bounds[1])
    }
    let noted = request.asksForNotes ? notedPassages(of: candidate, in: text, file) : []
    if request.asksForSpeech {
      for quotation in candidate.quotations {
        let rows = try database.rows(
          "SELECT speaker, first, last FROM quotation WHERE rowid = ?", [.integer(quotation)]
        ) { row in (row.text(0), place(row, 1)) }
        for (speaker, span) in rows { if let span { places.append((span, speaker)) } }
      }
    } else if request.asksForNotes {
      return noted
    } else if let words = request.words, !words.excludesOnly {
      for paragraph in text.paragraphs(in: text.span) {
        places += words.places(in: text, paragraph.content).map { ($0, nil) }
      }
      // Words that stand behind one another may begin in the title.
      if places.isEmpty { places = words.places(in: text, text.span).map { ($0, nil) } }
    } else {
      for (named, names) in zip(request.named, named) {
        let rows = try database.rows(
          "SELECT first, last FROM entity WHERE document = ? AND kind = ? AND \(names.condition)",
          [.integer(candidate.document), .text(named.kind.rawValue)] + names.values
        ) { row in place(row, 0) }
        places += rows.compactMap(\.self).map { ($0, nil) }
      }
    }
    let counter = ScalarCounter(text)
    return places.sorted { $0.span < $1.span }.map { place in
      PassageContext(text, around: place.span)
        .passage(counter, speaker: place.speaker).moved(by: file.start)
    } + noted
  }

  private func notedPassages(
    of candidate: Candidate, in text: DecodedText, _ file: FoundDocument.Place
  ) -> [FoundDocument.Passage] {
    let counter = ScalarCounter(text)
    return candidate.notes.map { placed in
      var passage =
        if placed.placement.isCertain, let span = placed.span {
          PassageContext(text, around: span).passage(counter, speaker: nil).moved(by: file.start)
        } else {
          // Where it stands now, nobody knows.
          FoundDocument.Passage(
            range: 0..<0, before: "", found: placed.annotation.anchor.exact, after: "")
        }
      (passage.note, passage.tags) = (placed.annotation.note, placed.annotation.tags)
      passage.isUndecided = placed.isUndecided
      return passage
    }
  }
}

extension FoundDocument.Passage {
  /// The passage in a text that has so many Unicode scalars more before it.
  fileprivate func moved(by count: Int) -> Self {
    var passage = self
    passage.range = range.lowerBound + count..<range.upperBound + count
    return passage
  }
}
