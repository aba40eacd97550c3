import Platform

extension AnnotationRows {
  /// Every text that was seen, with each place where it was, the first seen first; the empty hash where one has left.
  func seenStates() throws(StoreError) -> [SeenText] {
    let doubts =
      database.hasDoubts ? " UNION SELECT work FROM document WHERE doubt IS NOT NULL" : ""
    let isAnnotated = "coalesce(work IN (SELECT work FROM annotation\(doubts)), 0)"
    var selections = ["SELECT content_hash, path, seen, \(isAnnotated) FROM document"]
    if database.hasCopies {
      selections.append(
        """
        SELECT content_hash, copy.path, copy.seen, \(isAnnotated)
        FROM copy LEFT JOIN document USING (content_hash)
        """)
    }
    return try database.rows(selections.joined(separator: " UNION ") + " ORDER BY 3") {
      SeenText(
        contentHash: $0.text(0) ?? "", place: $0.text(1), isAnnotated: $0.integer(3) != 0)
    }
  }

  /// The documents of works in which something is corrected, in each of their states, and where else they lie; the
  /// last seen first.
  func corrections() throws(StoreError) -> [CorrectedDocument] {
    let sql = """
      SELECT content_hash, path, seen, (
        SELECT group_concat(id || ' ' || modified || ' ' || more, char(10)) FROM annotation
        WHERE annotation.work = document.work AND instr(more, '"correction"') > 0) AS corrections,
        work
      FROM document WHERE corrections IS NOT NULL ORDER BY seen DESC
      """
    let copies = try copies()
    return try database.rows(sql) { row in
      let last = CorrectedDocument(
        contentHash: row.text(0) ?? "", path: row.text(1), revision: row.text(3) ?? "")
      let others = copies[row.integer(4), default: []].filter { $0.path != last.path }
      return [last]
        + others.map {
          CorrectedDocument(contentHash: $0.hash, path: $0.path, revision: last.revision)
        }
    }
    .flatMap(\.self)
  }

  /// The documents of works that have annotations, each as it was seen last, and where else.
  func documents() throws(StoreError) -> [AnnotatedDocument] {
    let sql = """
      SELECT content_hash, path, max(seen), (
        SELECT count(*) FROM annotation WHERE annotation.work = document.work) AS count, work
      FROM document GROUP BY work HAVING count > 0 ORDER BY max(seen) DESC
      """
    let copies = try copies()
    return try database.rows(sql) { row in
      let last = AnnotatedDocument(
        contentHash: row.text(0) ?? "", path: row.text(1),
        seen: Timestamp(milliseconds: row.integer(2)), count: Int(row.integer(3)))
      let others = copies[row.integer(4), default: []].filter { $0.path != last.path }
      return [last]
        + others.map {
          AnnotatedDocument(
            contentHash: $0.hash, path: $0.path, seen: $0.seen, count: last.count, isLast: false)
        }
    }
    .flatMap(\.self).sorted { $0.seen > $1.seen }
  }

  /// A text as it was seen in a file.
  private typealias Copy = (hash: String, path: String, seen: Timestamp)

  /// Where the states of each work were seen, by files alone: of each place the last, the last of all first.
  private func copies() throws(StoreError) -> [Int64: [Copy]] {
    guard database.hasCopies else { return [:] }
    let sql = """
      SELECT document.work, copy.content_hash, copy.path, max(copy.seen)
      FROM copy JOIN document USING (content_hash)
      GROUP BY document.work, copy.path ORDER BY max(copy.seen) DESC
      """
    let rows = try database.rows(sql) { row in
      (row.integer(0), row.text(1) ?? "", row.text(2) ?? "", row.integer(3))
    }
    var copies: [Int64: [Copy]] = [:]
    for (work, hash, path, seen) in rows where !StreamKey.isKey(path) {
      copies[work, default: []].append((hash, path, Timestamp(milliseconds: seen)))
    }
    return copies
  }
}
