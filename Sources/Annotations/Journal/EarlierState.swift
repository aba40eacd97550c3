import Glibc
import Platform

/// What is kept of a text to tell whether another one is a later state of it.
struct TextShape {
  /// How much of it stands in another text.
  var sample: TextSample?
  /// How another one differs from it.
  var outline: TextOutline?
}

/// What a text is to one that was seen in its place before.
enum Following {
  /// Another article.
  case other
  /// A later state of it, or the next article of its pattern: a person has to say it.
  case doubtful
  /// A later state of it.
  case later
}

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
  /// The file in which it was seen there (``FileIdentity/kept``); `nil` where nobody knows.
  var file: Int64?
  /// What its text was, as far as that is kept.
  var shape: TextShape

  /// What a text that is at `place` now is to this one.
  ///
  /// - Parameters:
  ///   - later: the shape of that text.
  ///   - place: where it is: a path, or an ``ItemKey``.
  ///   - isThere: whether it is what lies there now, and this state was not on the screen just before.
  ///   - isSameFile: whether it was seen in the file of this state, which so was not moved before it was edited.
  ///   - database: where it is looked up whether this state lies elsewhere by now.
  /// - Returns: what it is.
  /// - Throws: ``StoreError``.
  /// - Complexity: that of ``TextOutline/isNextIssue(of:)``.
  func following(
    by later: TextShape, at place: String?, isThere: Bool, isSameFile: Bool = false,
    in database: Database
  ) throws(StoreError) -> Following {
    // A stream is one article always.
    if let place, Self.isStream(place) { return .later }
    if isAltogetherOther(later) { return .other }
    guard let place else { return .later }
    let others = try places(otherThan: place, in: database)
    let isMovedHere = isThere && fileCame(to: place)
    let isNextIssue = isNextIssue(later.outline, isItem: ItemKey.path(of: place) != nil)
    if !others.isEmpty {
      let isMovedAway =
        !isSameFile && others.contains { holdsFile($0) && !Self.isBackup($0, of: place) }
      if isMovedHere || isNextIssue || isMovedAway { return .other }
    }
    if let share = share(with: later), share < Self.leastDoubtfulShare,
      isMovedHere || !others.isEmpty
    {
      return .other
    }
    return isNextIssue || isMovedHere ? .doubtful : .later
  }

  /// Whether `later` has too little of it to be a later state, wherever it lies.
  func isAltogetherOther(_ later: TextShape) -> Bool {
    guard let share = share(with: later) else { return false }
    return share < Self.leastShare
  }

  /// The share of it that stands in `later`, too; `nil` where nobody can tell.
  func share(with later: TextShape) -> Double? {
    shape.sample.flatMap { sample in later.sample.flatMap { sample.share(with: $0) } }
  }

  private func isNextIssue(_ later: TextOutline?, isItem: Bool) -> Bool {
    guard let later, let outline = shape.outline else { return false }
    return later.isNextIssue(of: outline, isItem: isItem)
  }

  /// Whether the file at `place` was last changed before this state was seen there, and came there since: it lay
  /// elsewhere then.
  private func fileCame(to place: String) -> Bool {
    guard let status = Self.status(of: place) else { return false }
    // A clock may have been put back.
    let seen = min(seen, Int64(Glibc.time(nil) + 1) * 1000)
    return Self.milliseconds(status.st_mtim) + Self.fileTime < seen
      && Self.milliseconds(status.st_ctim) + Self.fileTime >= seen
  }

  /// Whether the file in which this state was seen lies at `place` now; where only its number tells, and was not written
  /// since, as that may be the one of a file that came when the old one had gone.
  private func holdsFile(_ place: String) -> Bool {
    guard let file, let there = Self.file(at: place), there.matches(file) else { return false }
    if file < 0 { return true }
    return Self.status(of: place).map { Self.milliseconds($0.st_mtim) <= seen } ?? false
  }

  /// Whether the file at `place` is that in which this state was seen there, as far as is known.
  func isInFile(of place: String) -> Bool {
    file.map { Self.file(at: place)?.matches($0) ?? false } ?? true
  }

  /// Whether this state, which was seen at `place`, was moved from there to `other`, where it was seen just now.
  func isMoved(from place: String, to other: String) -> Bool {
    guard !Self.isStream(place), !Self.isStream(other),
      ItemKey.path(of: place) ?? place != ItemKey.path(of: other) ?? other
    else { return false }
    return holdsFile(other) && !Self.isBackup(other, of: place) && !isInFile(of: place)
  }

  /// The file of `place`; `nil` where there is none.
  static func file(at place: String) -> FileIdentity? {
    isStream(place) ? nil : FileIdentity(ofFileAt: ItemKey.path(of: place) ?? place)
  }

  /// Whether two paths are names of one file, as links that `cp -al` makes: a text edited under one was moved from neither.
  private static func areOneFile(_ other: String, _ place: String) -> Bool {
    guard ItemKey.path(of: other) == nil, ItemKey.path(of: place) == nil,
      let left = status(of: other), let right = status(of: place)
    else { return false }
    return left.st_ino == right.st_ino && left.st_dev == right.st_dev
  }

  /// Where else than at `place` this state was seen, where a file lies and its work still did when it was looked there last.
  func places(otherThan place: String, in database: Database) throws(StoreError) -> [String] {
    guard database.hasCopies else { return [] }
    let sql = """
      SELECT path FROM copy WHERE content_hash = ? AND path <> ? AND EXISTS (
        SELECT 1 FROM document WHERE work = ? AND content_hash = (
          SELECT content_hash FROM copy AS last WHERE last.path = copy.path
          ORDER BY last.seen DESC LIMIT 1))
      """
    return try database.rows(sql, [.text(hash), .text(place), .integer(work)]) { $0.text(0) ?? "" }
      .filter { Self.isThere($0, besides: place) }
  }

  /// Whether any state of `work` lies elsewhere than at `place`, as far as was seen.
  static func lies(
    _ work: Int64, besides place: String, in database: Database
  ) throws(StoreError) -> Bool {
    guard database.hasCopies else { return false }
    let sql = """
      SELECT copy.path FROM copy JOIN document USING (content_hash) WHERE work = ? AND copy.path <> ?
      AND copy.seen = (SELECT max(seen) FROM copy AS last WHERE last.path = copy.path)
      """
    return try database.rows(sql, [.integer(work), .text(place)]) { $0.text(0) ?? "" }
      .contains { isThere($0, besides: place) }
  }

  /// Whether a file lies at `other` that is not that of `place`.
  private static func isThere(_ other: String, besides place: String) -> Bool {
    !isStream(other) && status(of: other) != nil && !areOneFile(other, place)
  }

  /// Whether the file of `place` is called as editors call what they leave of the file of `original`.
  private static func isBackup(_ place: String, of original: String) -> Bool {
    let (copy, path) = (ItemKey.path(of: place) ?? place, ItemKey.path(of: original) ?? original)
    return copy != path && FilePath.folder(of: copy) == FilePath.folder(of: path)
      && FilePath.name(of: copy).contains(FilePath.name(of: path))
  }

  private static func status(of place: String) -> stat? {
    PathCalls.status(of: ItemKey.path(of: place) ?? place)
  }

  private static func milliseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Whether `place` names what is piped in.
  static func isStream(_ place: String) -> Bool {
    StreamKey.isKey(place) && ItemKey.path(of: place) == nil
  }
}
