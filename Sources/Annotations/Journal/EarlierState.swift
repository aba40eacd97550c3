import Glibc
import Platform

/// A text that was seen before, of whose work the text at hand may be a later state.
struct EarlierState {
  /// From which share of its pairs of words on, of the shorter of the two, a text is a later state of another one,
  /// not another article: of a page that was renewed by halves one half stands, of two articles of one subject less
  /// than a fifth.
  private static let leastShare = 0.25
  /// The same where there is a sign that the text was put in the place of the other: then only light changes are ones
  /// of one article, as texts that are written by one pattern have more than half in common.
  private static let leastDoubtfulShare = 0.75
  /// How exactly a file system tells when a file was changed, in milliseconds: FAT by two seconds.
  private static let fileTime: Int64 = 2000

  /// Its work.
  var work: Int64
  /// Its hash.
  var hash: String
  /// When it was seen at the place of the text at hand, in milliseconds since 1970.
  var seen: Int64
  /// What its text was, as far as that is kept.
  var sample: TextSample?

  /// Whether `text`, which is at `place` now, may be a later state of this one.
  ///
  /// - Parameters:
  ///   - text: the text at hand.
  ///   - place: where it is: a path, or an ``ItemKey``.
  ///   - wasShown: whether this state was on the screen just before.
  ///   - database: where it is looked up whether this state lies elsewhere by now.
  /// - Returns: whether it may be.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the length of the text.
  func isFollowed(
    by text: AnchoredText, at place: String?, wasShown: Bool, in database: Database
  ) throws(StoreError) -> Bool {
    // A stream is one article always.
    if let place, Self.isStream(place) { return true }
    let share = sample.flatMap { text.sample.share(with: $0) }
    if let share, share < Self.leastShare { return false }
    guard let place else { return true }
    let isElsewhere = try isElsewhere(than: place, in: database)
    let isMovedHere = !wasShown && fileWasThere(place)
    if isElsewhere && isMovedHere { return false }
    guard let share, share < Self.leastDoubtfulShare else { return true }
    return !isElsewhere && !isMovedHere
  }

  /// Whether the file at `place` was last changed before this state was seen there, so that it lay elsewhere then.
  private func fileWasThere(_ place: String) -> Bool {
    guard let status = PathCalls.status(of: ItemKey.path(of: place) ?? place) else { return false }
    let changed = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
    return changed + Self.fileTime < seen
  }

  /// Whether this state was seen last in another place than `place`, where there still is a file.
  private func isElsewhere(than place: String, in database: Database) throws(StoreError) -> Bool {
    guard database.hasCopies else { return false }
    let sql = """
      SELECT path FROM copy WHERE content_hash = ? AND path <> ? AND seen = (
        SELECT max(seen) FROM copy AS other WHERE other.path = copy.path)
      """
    let paths = try database.rows(sql, [.text(hash), .text(place)]) { $0.text(0) ?? "" }
    return paths.contains {
      !Self.isStream($0) && PathCalls.status(of: ItemKey.path(of: $0) ?? $0) != nil
    }
  }

  private static func isStream(_ place: String) -> Bool {
    StreamKey.isKey(place) && ItemKey.path(of: place) == nil
  }
}
