import ArabicText
import Platform

/// The rows of annotations and their anchors.
struct AnnotationRows {
  let database: Database

  init(_ database: Database) { self.database = database }

  private var columns: String {
    """
    annotation.id, color, note, tags, more, author, created, modified,
    content_hash, first, last, exact, prefix, suffix, distinction, made,
    \(database.hasSides ? "side_distinction" : "NULL")
    """
  }

  /// The annotations of `work`, each with its anchor in the text `hash`, or else its latest.
  ///
  /// One whose anchor is lost has one of no words, and thus no place: its note is still there.
  ///
  /// - Complexity: O(*n* log *n*) in the annotations of the work.
  func annotations(of work: Int64, in hash: String) throws(StoreError) -> [Annotation] {
    let sql = """
      SELECT \(columns) FROM annotation
      LEFT JOIN anchor ON anchor.work = annotation.work AND anchor.annotation = annotation.id
      WHERE annotation.work = ? ORDER BY annotation.id
      """
    return try choose(try database.rows(sql, [.integer(work)], read: Self.read), hash)
  }

  /// The annotation `id` of `work`, as ``annotations(of:in:)`` gives it.
  func annotation(
    _ id: AnnotationID, of work: Int64, in hash: String
  ) throws(StoreError) -> Annotation? {
    let sql = """
      SELECT \(columns) FROM annotation
      LEFT JOIN anchor ON anchor.work = annotation.work AND anchor.annotation = annotation.id
      WHERE annotation.work = ? AND annotation.id = ?
      """
    let values: [SQLValue] = [.integer(work), .text(id.rawValue)]
    return try choose(try database.rows(sql, values, read: Self.read), hash).first
  }

  private struct Row {
    var annotation: Annotation
    var made: Int64
  }

  /// Of rows of one annotation, which stand together, the best.
  ///
  /// - Throws: ``StoreError/unknownAnnotation(path:)`` where a row could not be read: what is not known
  ///   would be lost when the annotation is written next.
  private func choose(_ rows: [Row?], _ hash: String) throws(StoreError) -> [Annotation] {
    var chosen: [Row] = []
    for row in rows {
      guard let row else { throw .unknownAnnotation(path: database.path) }
      guard let last = chosen.last, last.annotation.id == row.annotation.id else {
        chosen.append(row)
        continue
      }
      let isHere = row.annotation.anchor.contentHash == hash
      let wasHere = last.annotation.anchor.contentHash == hash
      if isHere || !wasHere && row.made > last.made { chosen[chosen.count - 1] = row }
    }
    return chosen.map(\.annotation)
  }

  /// The row, or `nil` where it holds what this version does not know.
  private static func read(_ row: borrowing Statement) -> Row? {
    // A change would be of another name.
    guard let id = row.wellFormedText(0) else { return nil }
    let anchor = Anchor(
      start: ScalarOffset(Int(row.integer(9))), end: ScalarOffset(Int(row.integer(10))),
      exact: row.text(11) ?? "", prefix: row.text(12) ?? "", suffix: row.text(13) ?? "",
      contentHash: row.text(8) ?? "", distinction: row.optionalInteger(14).map { Int($0) },
      sideDistinction: row.optionalInteger(16).map { Int($0) })
    var annotation = Annotation(
      id: AnnotationID(rawValue: id), anchor: anchor, note: row.text(2) ?? "",
      author: row.text(5), created: Timestamp(milliseconds: row.integer(6)),
      modified: Timestamp(milliseconds: row.integer(7)))
    do throws(JSONValue.Mismatch) {
      if let color = row.text(1) {
        annotation.color = try JSONValue(.string(color)).word(HighlightColor.self)
      }
      if let tags = row.text(3), !tags.isEmpty {
        annotation.tags = try Self.json(tags).elements.map { (tag) throws(JSONValue.Mismatch) in
          try tag.string
        }
      }
      if let more = row.text(4) { try annotation.read(more: Self.json(more)) }
    } catch {
      return nil
    }
    return Row(annotation: annotation, made: row.integer(15))
  }

  private static func json(_ text: String) throws(JSONValue.Mismatch) -> JSONValue {
    guard let json = try? JSON(parsing: text) else { throw JSONValue(.null).mismatch("JSON") }
    return JSONValue(json)
  }

  /// Writes `annotation` with its anchor over what there is of it.
  func put(_ annotation: Annotation, in work: Int64) throws(StoreError) {
    let sql = """
      INSERT OR REPLACE INTO annotation
        (work, id, color, note, tags, more, author, created, modified)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try database.run(
      sql,
      [
        .integer(work), .text(annotation.id.rawValue),
        annotation.color.map { .text($0.rawValue) } ?? .null, .text(annotation.note),
        .text(annotation.tags.isEmpty ? "" : JSON.strings(annotation.tags).line),
        annotation.more.map(SQLValue.text) ?? .null, annotation.author.map(SQLValue.text) ?? .null,
        .integer(annotation.created.milliseconds), .integer(annotation.modified.milliseconds),
      ])
    try put(annotation.anchor, of: annotation.id, in: work)
  }

  /// Writes the anchor of the annotation `id` in the text that it is of.
  func put(_ anchor: Anchor, of id: AnnotationID, in work: Int64) throws(StoreError) {
    let sql = """
      INSERT OR REPLACE INTO anchor
        (work, annotation, content_hash, first, last, exact, prefix, suffix, distinction, made,
        side_distinction)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    try database.run(
      sql,
      [
        .integer(work), .text(id.rawValue), .text(anchor.contentHash),
        .integer(Int64(anchor.start.scalars)), .integer(Int64(anchor.end.scalars)),
        .text(anchor.exact), .text(anchor.prefix), .text(anchor.suffix),
        anchor.distinction.map { .integer(Int64($0)) } ?? .null,
        .integer(Timestamp.next().milliseconds),
        anchor.sideDistinction.map { .integer(Int64($0)) } ?? .null,
      ])
  }

  /// Removes the annotation `id` with all its anchors.
  func remove(_ id: AnnotationID, from work: Int64) throws(StoreError) {
    let values: [SQLValue] = [.integer(work), .text(id.rawValue)]
    try database.run("DELETE FROM annotation WHERE work = ? AND id = ?", values)
    try database.run("DELETE FROM anchor WHERE work = ? AND annotation = ?", values)
  }

  /// Removes the anchor of the annotation `id` in the text `hash`.
  func removeAnchor(of id: AnnotationID, in hash: String, from work: Int64) throws(StoreError) {
    try database.run(
      "DELETE FROM anchor WHERE work = ? AND annotation = ? AND content_hash = ?",
      [.integer(work), .text(id.rawValue), .text(hash)])
  }

  /// How many annotations there are to which no document leads.
  ///
  /// - Complexity: O(*n* log *n*).
  func strays() throws(StoreError) -> Int {
    let sql = "SELECT count(*) FROM annotation WHERE work NOT IN (SELECT work FROM document)"
    return try database.rows(sql) { Int($0.integer(0)) }.first ?? 0
  }
}
