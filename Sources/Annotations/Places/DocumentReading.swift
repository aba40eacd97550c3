/// What a person has done with a document so far.
package struct DocumentReading: Hashable, Sendable {
  /// How far it was read, in per cent; `nil` where nobody knows.
  package var percent: Int?
  /// How many passages have a note, a colour or tags.
  package var notes = 0
  /// The words of these notes, and the tags.
  package var words = ""
  /// Whether its text was opened as it is, not an earlier one.
  package var isOpened = true

  /// A document that was opened, read so far, with so many notes of these words.
  package init(percent: Int? = nil, notes: Int = 0, words: String = "") {
    (self.percent, self.notes, self.words) = (percent, notes, words)
  }
}

extension DocumentReading {
  /// A document of which it is known by its notes alone: that was read elsewhere, or found.
  fileprivate static var unopened: Self {
    var reading = Self()
    reading.isOpened = false
    return reading
  }

  /// What was written in an earlier text of a document that has `annotations`; a correction alone is no note, nor is
  /// what a person has yet to confirm.
  package init(notes annotations: [PlacedAnnotation]) {
    let written = annotations.filter { !$0.isUndecided }.map(\.annotation).filter {
      $0.color != nil || !$0.note.isEmpty || !$0.tags.isEmpty
    }
    self.init(
      notes: written.count,
      words: written.flatMap { [$0.note] + $0.tags }.joined(separator: "\n"))
    isOpened = false
  }
}

extension ReadingPlaces {
  /// All documents that were opened or have notes, by the SHA-256 of their decoded text.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the documents and their annotations.
  package func all() throws(StoreError) -> [String: DocumentReading] {
    let places = try database.rows("SELECT content_hash, percent FROM reading_place") { row in
      (row.text(0) ?? "", DocumentReading(percent: row.optionalInteger(1).map { Int($0) }))
    }
    var readings = Dictionary(places) { first, _ in first }
    // A correction alone is no note, nor is what has no certain place in the text.
    let notes = try database.rows(
      """
      SELECT content_hash, count(*), group_concat(note || char(10) || tags, char(10))
      FROM document JOIN annotation ON annotation.work = document.work
      JOIN anchor USING (content_hash)
      WHERE anchor.work = annotation.work AND anchor.annotation = annotation.id
      AND (color IS NOT NULL OR note <> '' OR tags <> '')
      GROUP BY content_hash
      """
    ) { ($0.text(0) ?? "", Int($0.integer(1)), $0.text(2) ?? "") }
    for (hash, count, words) in notes {
      var reading = readings[hash] ?? .unopened
      (reading.notes, reading.words) = (count, words)
      readings[hash] = reading
    }
    return readings
  }
}
