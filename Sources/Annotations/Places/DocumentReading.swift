/// What a person has done with a document so far.
package struct DocumentReading: Hashable, Sendable {
  /// How far it was read, in per cent; `nil` where nobody knows.
  package var percent: Int?
  /// How many passages have a note, a colour or tags.
  package var notes = 0
  /// The words of these notes, and the tags.
  package var words = ""

  /// A document that was opened, read so far, with so many notes of these words.
  package init(percent: Int? = nil, notes: Int = 0, words: String = "") {
    (self.percent, self.notes, self.words) = (percent, notes, words)
  }
}

extension ReadingPlaces {
  /// All documents that were opened, by the SHA-256 of their decoded text, and those with notes by their paths, too,
  /// where another text may lie by now.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the documents and their annotations.
  package func all() throws(StoreError) -> [String: DocumentReading] {
    let places = try database.rows("SELECT content_hash, percent FROM reading_place") { row in
      (row.text(0) ?? "", DocumentReading(percent: row.optionalInteger(1).map { Int($0) }))
    }
    var readings = Dictionary(places) { first, _ in first }
    // A correction alone is no note.
    let notes = try database.rows(
      """
      SELECT document.key, count(*), group_concat(note || char(10) || tags, char(10))
      FROM (
        SELECT content_hash AS key, work FROM document
        UNION SELECT path AS key, work FROM document WHERE path IS NOT NULL) AS document
      JOIN annotation ON annotation.work = document.work
      WHERE color IS NOT NULL OR note <> '' OR tags <> ''
      GROUP BY document.key
      """
    ) { ($0.text(0) ?? "", Int($0.integer(1)), $0.text(2) ?? "") }
    for (key, count, words) in notes {
      readings[key, default: DocumentReading()].notes = count
      readings[key]?.words = words
    }
    return readings
  }
}
