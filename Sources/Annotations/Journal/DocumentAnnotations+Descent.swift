import Platform

/// Of which text a text that nobody knows comes, by what was seen at its place.
struct Descent {
  /// The work of that text.
  var work: Int64
  /// What the text is to it.
  var following: Following
}

/// How it is known whose notes a text has.
///
/// A note is made on a text, and goes with its *work*: that text and its later states. A text that was seen before is known
/// by its hash, wherever it lies. Of one that is not, only its place can tell, so the store keeps, in the table `copy`,
/// which texts were seen at each place, and when: the one that was seen there last **lies there**, and a new text is laid
/// beside that one and no other.
///
/// - What is seen at a place where one of the store's texts lay is always kept, whether it is a later state, which is of
///   the same work, or another article, which is one of a work of its own, though it has no notes. So another article
///   that came in the place of the first, and is edited there, is compared with itself.
/// - Where a text is seen at another place, and the file there is that in which it was seen at the first, it **has left**
///   that: the empty hash is kept as what lies there. This is said when it is seen, since a file that is edited may have
///   another number then.
/// - What lay at a place before the last one is asked only when that is another article, and lies nowhere else by now; it is
///   no more than proposed, unless what came between is another article altogether.
/// - A text that may be a later state, or another article (`?`), has a work of its own and the other one as its
///   *doubt*, which goes with it where it is moved and edited, until a person decides or the other one is seen elsewhere.
extension DocumentAnnotations {
  /// Where it is kept what was seen: a path, or an ``ItemKey``.
  var seenPlace: String? { path ?? key }

  /// What the text comes of; `nil` where nothing was seen at its place.
  func descent() throws(StoreError) -> Descent? {
    var seen = try seenHere()
    let last = seen.first
    if let earlier, !seen.contains(earlier) { seen.append(earlier) }
    var (mayBeLater, judged, other): (Bool, Set<Int64>, Descent?) = (true, [], nil)
    for hash in seen where hash != text.contentHash {
      guard !hash.isEmpty, let state = try state(ofHash: hash) else {
        mayBeLater = mayBeLater && !hash.isEmpty
        continue
      }
      guard judged.insert(state.work).inserted, try !tellsNothing(state) else { continue }
      let following = try following(state, last: last)
      if following == .other {
        other = other ?? Descent(work: state.work, following: .other)
        mayBeLater = mayBeLater && state.isAltogetherOther(shape)
      } else {
        return Descent(work: state.work, following: mayBeLater ? following : .doubtful)
      }
    }
    return other
  }

  /// Whether nothing is annotated in `state`, and one of the two is too short to tell them apart.
  private func tellsNothing(_ state: EarlierState) throws(StoreError) -> Bool {
    guard state.share(with: shape) == nil else { return false }
    return try annotatedDoubt(of: state.work) == nil
  }

  /// What the text is to `state`, which lies here if it is `last`, or lay here before.
  private func following(
    _ state: EarlierState, last: String?
  ) throws(StoreError) -> Following {
    let isLast = state.hash == last
    if !isLast, state.hash != earlier, let place = seenPlace,
      try EarlierState.lies(state.work, besides: place, in: database)
    {
      return .other
    }
    let following = try following(state)
    if following == .other { return .other }
    if let path, isLast, try wasSeenLast(state, at: path) { return following }
    // It may be, or begin as, another article.
    return try placedIfReadable(of: state.work)?.hasCertainPlace == true ? following : .other
  }

  /// Whether `state` was seen nowhere else since it was at `path`.
  private func wasSeenLast(_ state: EarlierState, at path: String) throws(StoreError) -> Bool {
    guard database.hasCopies else { return true }
    let sql = "SELECT path FROM copy WHERE content_hash = ? ORDER BY seen DESC LIMIT 1"
    return try database.rows(sql, [.text(state.hash)]) { $0.text(0) }.first == path
  }

  /// What the text is to `state`.
  func following(_ state: EarlierState) throws(StoreError) -> Following {
    try state.following(
      by: shape, at: seenPlace, isThere: state.hash != earlier, in: database)
  }

  private var shape: TextShape {
    TextShape(sample: text.shape.sample, outline: text.shape.outline)
  }

  /// The most texts of one place that are looked at.
  private static let mostSeen = 32

  /// The hashes of the texts that were seen here, the last first, each once; the empty one where one has left.
  private func seenHere() throws(StoreError) -> [String] {
    guard let place = seenPlace else { return [] }
    let table = database.hasCopies ? "copy" : "document"
    let sql =
      "SELECT content_hash FROM \(table) WHERE path = ? ORDER BY seen DESC LIMIT \(Self.mostSeen)"
    return try database.rows(sql, [.text(place)]) { $0.text(0) ?? "" }
  }

  /// The hash of the text that was seen here last; empty where it has left, `nil` where none was.
  func lastSeen() throws(StoreError) -> String? { try seenHere().first }

  /// The text of this hash, as it was seen here.
  func state(ofHash hash: String) throws(StoreError) -> EarlierState? {
    let isHere = "copy.content_hash = document.content_hash AND copy.path = ?"
    let sql = """
      SELECT work, document.content_hash,
        \(database.hasCopies ? "coalesce(copy.seen, document.seen)" : "document.seen"),
        \(database.hasSamples ? "sample" : "NULL"),
        \(database.hasOutlines ? "outline, file" : "NULL, NULL")
      FROM document \(database.hasCopies ? "LEFT JOIN copy ON \(isHere)" : "")
      WHERE document.content_hash = ?
      """
    let here = database.hasCopies ? [SQLValue.text(seenPlace ?? "")] : []
    return try database.rows(sql, here + [.text(hash)]) { row in
      EarlierState(
        work: row.integer(0), hash: row.text(1) ?? "", seen: row.integer(2),
        file: row.optionalInteger(5),
        shape: TextShape(
          sample: row.text(3).map(TextSample.init(parsing:)),
          outline: row.text(4).map(TextOutline.init(parsing:))))
    }.first
  }
}
