import Platform

extension DocumentAnnotations {
  /// The work that the text is a state of: by its hash, else that of the text that lay at its path last,
  /// else that of a text that has lain there and elsewhere since, or of the text before, which may be,
  /// or begin as, other articles: a place must be certain.
  ///
  /// What is another article altogether is no state of it, nor is what may be the next one of its pattern.
  func work() throws(StoreError) -> Int64? {
    if let known = try knownWork() { return known }
    return try earlierWork(.later)
  }

  /// The work of a text that was seen here, of which this one is a later state, or may be, as `following` says.
  func earlierWork(_ following: Following) throws(StoreError) -> Int64? {
    if let last = try lastState(), try self.following(last) == following { return last.work }
    for state in [try copyState(), try earlier.flatMap(state(ofHash:))] {
      if let state, try self.following(state) == following,
        try placedIfReadable(of: state.work)?.hasCertainPlace == true
      {
        return state.work
      }
    }
    return nil
  }

  /// What the text is to `state`.
  func following(_ state: EarlierState) throws(StoreError) -> Following {
    try state.following(
      by: TextShape(sample: text.shape.sample, outline: text.shape.outline), at: path ?? key,
      isThere: state.hash != earlier, in: database)
  }

  /// The other text that was seen at the path of this one last, or under its key, and elsewhere since.
  private func copyState() throws(StoreError) -> EarlierState? {
    guard let place = path ?? key, database.hasCopies else { return nil }
    return try state(
      "copy.path = ? AND document.content_hash <> ? ORDER BY copy.seen DESC", place,
      text.contentHash)
  }

  private func state(ofHash hash: String) throws(StoreError) -> EarlierState? {
    try state("document.content_hash = ?", hash)
  }

  /// The other text that lay last at the path of this one.
  func lastState() throws(StoreError) -> EarlierState? {
    guard let path else { return nil }
    return try state(
      "document.path = ? AND document.content_hash <> ? ORDER BY document.seen DESC", path,
      text.contentHash)
  }

  /// The first text of which `condition` holds with `values`, as it was seen here.
  private func state(_ condition: String, _ values: String...) throws(StoreError) -> EarlierState? {
    let isHere = "copy.content_hash = document.content_hash AND copy.path = ?"
    let sql = """
      SELECT work, document.content_hash,
        \(database.hasCopies ? "coalesce(copy.seen, document.seen)" : "document.seen"),
        \(database.hasSamples ? "sample" : "NULL"),
        \(database.hasOutlines ? "outline, file" : "NULL, NULL")
      FROM document \(database.hasCopies ? "LEFT JOIN copy ON \(isHere)" : "")
      WHERE \(condition) LIMIT 1
      """
    let here = database.hasCopies ? [SQLValue.text(path ?? key ?? "")] : []
    return try database.rows(sql, here + values.map(SQLValue.text)) { row in
      EarlierState(
        work: row.integer(0), hash: row.text(1) ?? "", seen: row.integer(2),
        file: row.optionalInteger(5),
        shape: TextShape(
          sample: row.text(3).map(TextSample.init(parsing:)),
          outline: row.text(4).map(TextOutline.init(parsing:))))
    }.first
  }

  /// The work of the text, or of one that differs from it by the line ends after the last words alone.
  func knownWork() throws(StoreError) -> Int64? {
    if let known = try work(ofHash: text.contentHash) { return known }
    let isAnyKnown = try database.rows("SELECT 1 FROM document LIMIT 1") { $0.integer(0) }
    guard !isAnyKnown.isEmpty else { return nil }
    for hash in text.hashesButForLineEnds.sorted() {
      if let known = try work(ofHash: hash) { return known }
    }
    return nil
  }

  private func work(ofHash hash: String) throws(StoreError) -> Int64? {
    let sql = "SELECT work FROM document WHERE content_hash = ?"
    return try database.rows(sql, [.text(hash)]) { $0.integer(0) }.first
  }

  /// The work of the text; what was annotated at its path before it had grown, or was edited, to a text
  /// that is known is part of that from now on.
  func joinedWork() throws(StoreError) -> Int64? {
    guard try workToJoin() != nil else { return try work() }
    return try database.transaction { () throws(StoreError) in try makeWork() }
  }

  /// All annotations of the text, with those of the work that is to be joined with its own where the store
  /// cannot be changed.
  func joinedAnnotations() throws(StoreError) -> [PlacedAnnotation] {
    do throws(StoreError) {
      guard let work = try joinedWork() else { return [] }
      return try placed(of: work)
    } catch {
      guard let works = try workToJoin() else { throw error }
      return try joining(works).all
    }
  }

  /// The work of the text, a new one where it has none.
  func makeWork() throws(StoreError) -> Int64 {
    try join()
    if let work = try work() {
      try register(work)
      return work
    }
    let work = try newWork()
    try register(work)
    return work
  }

  /// A work that nothing is of yet.
  func newWork() throws(StoreError) -> Int64 {
    let last = "SELECT coalesce(max(work), 0) FROM document"
    let (work, isTooMany) = (try database.rows(last) { $0.integer(0) }.first ?? 0)
      .addingReportingOverflow(1)
    // Two documents would share their annotations.
    guard !isTooMany else { throw .unknownAnnotation(path: database.path) }
    return work
  }

  /// Notes that the text is a state of `work`, and where it lies now; that it was piped in is told only
  /// of one that has lain nowhere.
  func register(_ work: Int64) throws(StoreError) {
    let isStream = path.map(StreamKey.isKey) ?? true
    let sql = """
      INSERT INTO document (content_hash, work, path, seen, sample, outline)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (content_hash) DO UPDATE SET
        path = \(isStream ? "coalesce(path, excluded.path)" : "excluded.path"), seen = excluded.seen,
        sample = excluded.sample, outline = excluded.outline
      """
    let seen = SQLValue.integer(Timestamp.next().milliseconds)
    let place = (path ?? place).map(SQLValue.text)
    try database.run(
      sql,
      [
        .text(text.contentHash), .integer(work), place ?? .null, seen,
        .text(text.shape.sample.written), .text(text.shape.outline.written),
      ])
    // The number of an article of several may be another one's by the next time.
    guard let place = key ?? path ?? self.place else { return }
    try register(at: place, seen: seen)
  }

  /// Notes that the text, which is known, lies here, too, and what it is like; where its work lies stays as it was.
  ///
  /// - Returns: whether something is no state of the work any more for it.
  func noteCopy() throws(StoreError) -> Bool {
    guard try isToBeNoted() else { return false }
    return try database.transaction { () throws(StoreError) in
      try database.run(
        "UPDATE document SET sample = ?, outline = ? WHERE content_hash = ? AND outline IS NULL",
        [
          .text(text.shape.sample.written), .text(text.shape.outline.written),
          .text(text.contentHash),
        ])
      if try isUnknownPlace(), let place = path ?? key {
        try register(at: place, seen: .integer(Timestamp.next().milliseconds))
      }
      return try reviseStates()
    }
  }

  /// Whether the text is known, but not that it lies here, or not what it is like.
  private func isToBeNoted() throws(StoreError) -> Bool {
    guard database.hasCopies, let known = try state(ofHash: text.contentHash) else { return false }
    if known.shape.outline == nil { return true }
    return try isUnknownPlace()
  }

  /// Whether nobody has seen the text here yet.
  private func isUnknownPlace() throws(StoreError) -> Bool {
    guard let place = (path ?? key).map(SQLValue.text) else { return false }
    return try database.rows(
      "SELECT 1 FROM copy WHERE path = ? AND content_hash = ?", [place, .text(text.contentHash)]
    ) { $0.integer(0) }.isEmpty
  }

  /// Whether there is something to be kept of `placed`, all annotations of the text: places that have moved, or that it
  /// lies here.
  func isToBeKept(_ placed: [PlacedAnnotation]) throws(StoreError) -> Bool {
    if placed.isEmpty { return false }
    if placed.contains(where: \.hasMoved) { return true }
    return try isToBeNoted()
  }

  private func register(at place: String, seen: SQLValue) throws(StoreError) {
    let file = EarlierState.number(ofFileAt: place).map(SQLValue.integer) ?? .null
    try database.run(
      "INSERT OR REPLACE INTO copy (path, content_hash, seen, file) VALUES (?, ?, ?, ?)",
      [.text(place), .text(text.contentHash), seen, file])
  }

  /// Whether no other text was seen at the path of this one since it was.
  private func isLastHere() throws(StoreError) -> Bool {
    guard let path else { return true }
    let sql = "SELECT content_hash FROM document WHERE path = ? ORDER BY seen DESC LIMIT 1"
    return try database.rows(sql, [.text(path)]) { $0.text(0) }.first == text.contentHash
  }

  // MARK: Two works of one text

  /// The work that the text is known as, and another of which it is a later state.
  ///
  /// A file may be another article than the last one at its path: it is a later state where a place of
  /// that one's annotations is certain in it. A stream is one article always.
  private func workToJoin() throws(StoreError) -> (known: Int64, last: Int64)? {
    guard let path, let known = try knownWork(), try !isLastHere(),
      let state = try lastState(), state.work != known, try following(state) == .later
    else { return nil }
    let last = state.work
    guard let placed = try placedIfReadable(of: last) else { return nil }
    return StreamKey.isKey(path) || placed.hasCertainPlace ? (known, last) : nil
  }

  /// The annotations of `work`; `nil` where this version cannot read them: they stay where a later one
  /// finds them.
  func placedIfReadable(of work: Int64) throws(StoreError) -> [PlacedAnnotation]? {
    do throws(StoreError) {
      return try placed(of: work)
    } catch {
      guard case .unknownAnnotation = error else { throw error }
      return nil
    }
  }

  private func joining(_ works: (known: Int64, last: Int64)) throws(StoreError) -> WorkJoining {
    WorkJoining(known: try placed(of: works.known), last: try placed(of: works.last))
  }

  private func placed(of work: Int64) throws(StoreError) -> [PlacedAnnotation] {
    text.place(try rows.annotations(of: work, in: text.contentHash))
  }

  /// Makes one work of the two that the text is a state of: no annotation is lost, none is there twice,
  /// and what was done last of all is undone first.
  func join() throws(StoreError) {
    guard let (known, last) = try workToJoin() else { return }
    let joining = try joining((known, last))
    try rewriteChanges(of: last, by: joining)
    for (id, annotation) in joining.renamed {
      try rows.remove(id, from: last)
      try rows.put(annotation, in: known)
    }
    // What was undone before cannot be redone after what was done since.
    try database.run(
      """
      UPDATE change SET state = ? WHERE work = ? AND state = ?
      AND number < (SELECT max(number) FROM change WHERE work = ?)
      """,
      [
        .integer(ChangeState.overtaken.rawValue), .integer(known),
        .integer(ChangeState.undone.rawValue), .integer(last),
      ])
    for table in ["annotation", "anchor", "change", "document"] {
      try database.run(
        "UPDATE \(table) SET work = ? WHERE work = ?", [.integer(known), .integer(last)])
    }
  }

  /// Lets the changes of `work` be about what its annotations become.
  private func rewriteChanges(
    of work: Int64, by joining: WorkJoining
  ) throws(StoreError) {
    guard !joining.renamed.isEmpty else { return }
    let sql = "SELECT number, items FROM change WHERE work = ?"
    let changes = try database.rows(sql, [.integer(work)]) { ($0.integer(0), $0.text(1) ?? "") }
    for (number, text) in changes {
      // One that cannot be read stays, and says so to who wants to undo it.
      guard let items = JournalItem.items(parsing: text) else { continue }
      let joined = items.map(joining.item)
      guard joined != items else { continue }
      try database.run(
        "UPDATE change SET items = ? WHERE number = ?",
        [.text(JSON.array(joined.map(\.json)).line), .integer(number)])
    }
  }
}

extension PlacedAnnotation {
  /// Whether it was found in another text than the one that it was kept for.
  var hasMoved: Bool { if case .moved = placement { true } else { false } }
}

extension [PlacedAnnotation] {
  /// Whether one of them stands where it certainly belongs.
  fileprivate var hasCertainPlace: Bool { contains { $0.placement.isCertain } }
}
