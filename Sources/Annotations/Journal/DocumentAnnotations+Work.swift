import Platform

extension DocumentAnnotations {
  /// The work that the text is a state of: by its hash, else by its ``descent()``.
  func work() throws(StoreError) -> Int64? {
    if let known = try knownWork() { return known }
    guard let descent = try descent(), descent.following == .later else { return nil }
    return descent.work
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
    try noteSighting(at: place, seen: seen)
  }

  // MARK: Two works of one text

  /// The work that the text is known as, and another of which it is a later state.
  ///
  /// A file may be another article than the last one at its path: it is a later state where a place of
  /// that one's annotations is certain in it, and it has not come from where it lay before. A stream is one article always.
  private func workToJoin() throws(StoreError) -> (known: Int64, last: Int64)? {
    guard let path, let known = try knownWork(), let last = try lastSeen(), !last.isEmpty,
      last != text.contentHash, try !wasSeen(at: path), let state = try state(ofHash: last),
      state.work != known
    else { return nil }
    let isStream = StreamKey.isKey(path)
    if !isStream, try cameFromElsewhere(isShown: last == earlier) { return nil }
    guard try following(state) == .later,
      let placed = try placedIfReadable(of: state.work)
    else { return nil }
    return isStream || placed.hasCertainPlace ? (known, state.work) : nil
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
  var hasCertainPlace: Bool { contains { $0.placement.isCertain } }
}
