import Platform

/// Where texts are seen, as ``DocumentAnnotations/descent()`` needs it.
extension DocumentAnnotations {
  /// Notes where the text lies: one that is known and was not seen here last, or one that is not and lies where one of
  /// the store lay.
  ///
  /// - Returns: whether something is no state of the work any more for it.
  func noteSighting() throws(StoreError) -> Bool {
    guard try isToBeNoted() else { return false }
    return try database.transaction { () throws(StoreError) in
      guard try state(ofHash: text.contentHash) != nil else {
        try noteDescent()
        return false
      }
      try database.run(
        "UPDATE document SET sample = ?, outline = ? WHERE content_hash = ? AND outline IS NULL",
        [
          .text(text.shape.sample.written), .text(text.shape.outline.written),
          .text(text.contentHash),
        ])
      let doubt = try doubtAtNewPlace()
      if try !isSeenHere(), let place = seenPlace {
        try noteSighting(at: place, seen: .integer(Timestamp.next().milliseconds))
      }
      if let doubt { try put(doubt: doubt) }
      return try reviseStates()
    }
  }

  /// Whether ``noteSighting()`` would note something.
  private func isToBeNoted() throws(StoreError) -> Bool {
    guard database.hasCopies, database.hasDoubts else { return false }
    if let known = try state(ofHash: text.contentHash) {
      if known.shape.outline == nil { return true }
      return try !isSeenHere()
    }
    guard let place = seenPlace, !EarlierState.isStream(place), try knownWork() == nil else {
      return false
    }
    return try descent() != nil
  }

  /// Whether there is something to be kept of `placed`, all annotations of the text: places that have moved, or that it
  /// lies here.
  func isToBeKept(_ placed: [PlacedAnnotation]) throws(StoreError) -> Bool {
    if placed.contains(where: \.hasMoved) { return true }
    return try isToBeNoted()
  }

  /// Lets the text be a state of the work that it comes of, or of a new one.
  private func noteDescent() throws(StoreError) {
    guard let descent = try descent() else { return }
    guard descent.following != .later else { return try register(descent.work) }
    try register(try newWork())
    if descent.following == .doubtful, let doubt = try annotatedDoubt(of: descent.work) {
      try put(doubt: doubt)
    }
  }

  /// Whether the text was seen here last, in the file that lies here.
  private func isSeenHere() throws(StoreError) -> Bool {
    guard let place = seenPlace else { return true }
    let sql = "SELECT content_hash, file FROM copy WHERE path = ? ORDER BY seen DESC LIMIT 1"
    let last = try database.rows(sql, [.text(place)]) { ($0.text(0) ?? "", $0.optionalInteger(1)) }
    guard let (hash, file) = last.first, hash == text.contentHash else { return false }
    guard let there = EarlierState.file(at: place) else { return true }
    return file.map(there.matches) ?? false
  }

  /// Whether the text was seen at `place` at any time.
  func wasSeen(at place: String) throws(StoreError) -> Bool {
    guard database.hasCopies else { return false }
    let sql = "SELECT 1 FROM copy WHERE path = ? AND content_hash = ?"
    return try !database.rows(sql, [.text(place), .text(text.contentHash)]) { $0.integer(0) }
      .isEmpty
  }

  /// Whether the text was seen elsewhere, and its file is here now, or any file; but for that a person to whom
  /// it `isShown` sees how it changes.
  func cameFromElsewhere(isShown: Bool) throws(StoreError) -> Bool {
    guard database.hasOutlines, let place = seenPlace else { return false }
    let here = EarlierState.file(at: place)
    let sql = "SELECT path, file FROM copy WHERE content_hash = ? AND path <> ?"
    return try database.rows(sql, [.text(text.contentHash), .text(place)]) {
      ($0.text(0) ?? "", $0.optionalInteger(1))
    }.contains { path, file in
      if let file, here?.matches(file) == true { return true }
      return !isShown && (file != nil || EarlierState.file(at: path) != nil)
    }
  }

  /// Notes that the text lies at `place`, and that it has left where its file was before.
  func noteSighting(at place: String, seen: SQLValue) throws(StoreError) {
    let file = (EarlierState.file(at: place)?.kept).map(SQLValue.integer) ?? .null
    try database.run(
      """
      INSERT INTO copy (path, content_hash, seen, file, first) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (path, content_hash) DO UPDATE SET
        first = coalesce(first, seen), seen = excluded.seen, file = excluded.file
      """, [.text(place), .text(text.contentHash), seen, file, seen])
    guard !EarlierState.isStream(place) else { return }
    for other in try leftPlaces(for: place) {
      try database.run(
        "INSERT OR REPLACE INTO copy (path, content_hash, seen) VALUES (?, '', ?)",
        [.text(other), .integer(Timestamp.next().milliseconds)])
    }
    try settleDoubts(at: place)
  }

  /// From where the text was moved to `place`.
  private func leftPlaces(for place: String) throws(StoreError) -> [String] {
    let sql = """
      SELECT path, seen, file FROM copy WHERE content_hash = ? AND path <> ? AND file IS NOT NULL
      AND seen = (SELECT max(seen) FROM copy AS last WHERE last.path = copy.path)
      """
    return try database.rows(sql, [.text(text.contentHash), .text(place)]) { row in
      (
        path: row.text(0) ?? "",
        state: EarlierState(
          work: 0, hash: text.contentHash, seen: row.integer(1), file: row.optionalInteger(2),
          shape: TextShape())
      )
    }.filter { $0.state.isMoved(from: $0.path, to: place) }.map(\.path)
  }
}
