import ArabicText
import Platform

/// Where each document was left, by the SHA-256 of its decoded text.
///
/// A text that was changed is another document. Of two readers of one document the last to remember
/// counts.
package struct ReadingPlaces {
  let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Where the document was left whose text has this hash, or `nil` where that is not known.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(log *n*) in the number of documents.
  package func place(forContentHash hash: String) throws(StoreError) -> ReadingPlace? {
    let sql =
      "SELECT offset, jumps, updated, caret, percent FROM reading_place WHERE content_hash = ?"
    return try database.rows(sql, [.text(hash)]) { row in
      ReadingPlace(
        offset: TextOffset(max(0, Int(row.integer(0)))),
        caret: row.optionalInteger(3).map { TextOffset(max(0, Int($0))) },
        jumps: Self.offsets(row.text(1) ?? ""), percent: row.optionalInteger(4).map { Int($0) },
        updated: Timestamp(milliseconds: row.integer(2)))
    }.first
  }

  /// Keeps `place` in the stead of the document's place before; it is on disk after the call.
  ///
  /// - Parameters:
  ///   - place: where the document was left; no offset is negative.
  ///   - hash: the hash of the document's text.
  ///   - path: where the document came from, only as a hint for a person; `nil` leaves the hint that
  ///     there is.
  /// - Throws: ``StoreError``; the place before is then still there.
  /// - Complexity: O(log *n*) in the number of documents, and a wait for the disk.
  package func remember(
    _ place: ReadingPlace, forContentHash hash: String, path: String? = nil
  ) throws(StoreError) {
    let sql = """
      INSERT INTO reading_place (content_hash, path, offset, jumps, updated, caret, percent)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (content_hash) DO UPDATE SET
        path = coalesce(excluded.path, path), offset = excluded.offset, jumps = excluded.jumps,
        updated = excluded.updated, caret = excluded.caret,
        percent = excluded.percent
      """
    let jumps = place.jumps.map { String($0.utf8) }.joined(separator: " ")
    let values: [SQLValue] = [
      .text(hash), path.map(SQLValue.text) ?? .null, .integer(Int64(place.offset.utf8)),
      .text(jumps), .integer(place.updated.milliseconds),
      place.caret.map { .integer(Int64($0.utf8)) } ?? .null,
      place.percent.map { .integer(Int64($0)) } ?? .null,
    ]
    try database.run(sql, values)
  }

  /// The marks of the document whose text has this hash, by their letters.
  ///
  /// - Throws: ``StoreError``.
  package func marks(
    forContentHash hash: String
  ) throws(StoreError) -> [Character: TextOffset] {
    let sql = "SELECT letter, offset FROM reading_mark WHERE content_hash = ?"
    let rows = try database.rows(sql, [.text(hash)]) { row in
      (row.text(0) ?? "", TextOffset(max(0, Int(row.integer(1)))))
    }
    return Dictionary(rows.compactMap { row in row.0.first.map { ($0, row.1) } }) { $1 }
  }

  /// Keeps `marks` in the stead of the document's marks before; they are on disk after the call.
  ///
  /// - Parameters:
  ///   - marks: the places by their letters; none is negative.
  ///   - hash: the hash of the document's text.
  /// - Throws: ``StoreError``; the marks before are then still there.
  package func remember(
    marks: [Character: TextOffset], forContentHash hash: String
  ) throws(StoreError) {
    try database.transaction { () throws(StoreError) in
      try database.run("DELETE FROM reading_mark WHERE content_hash = ?", [.text(hash)])
      for (letter, offset) in marks {
        try database.run(
          "INSERT INTO reading_mark (content_hash, letter, offset) VALUES (?, ?, ?)",
          [.text(hash), .text(String(letter)), .integer(Int64(offset.utf8))])
      }
    }
  }

  /// Forgets the documents that were read longest ago, all but `count`.
  ///
  /// - Returns: how many were forgotten.
  /// - Throws: ``StoreError``; nothing is then forgotten.
  /// - Complexity: O(*n*) in the number of documents, and a wait for the disk where one is forgotten.
  @discardableResult
  package func forgetOldest(keeping count: Int) throws(StoreError) -> Int {
    let sql = """
      DELETE FROM reading_place WHERE content_hash IN (
        SELECT content_hash FROM reading_place ORDER BY updated DESC, content_hash DESC
        LIMIT -1 OFFSET ?)
      """
    return try database.run(sql, [.integer(Int64(max(0, count)))])
  }

  /// The positions in `list`, decimal numbers with a blank between two.
  private static func offsets(_ list: String) -> [TextOffset] {
    list.split(separator: " ").compactMap { Int($0) }.filter { $0 >= 0 }.map { TextOffset($0) }
  }
}
