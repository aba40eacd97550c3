import ArabicText
import Platform

/// What tells without a text how another one that has most of its words differs from it: its words in order, each as
/// a hash.
struct TextOutline: Hashable, Sendable {
  /// The most words: of an article nearly all.
  private static let mostWords = 1000
  /// A first line of more words is no title.
  private static let longestTitle = 20
  /// Words that stand between two changes which are one.
  private static let bridge = 2
  /// One change in so many words at most is a mended text; see ``isNextIssue(of:)``.
  private static let wordsPerChange = 20

  /// A word.
  private struct Word: Hashable {
    var hash: UInt32
    var kind = Kind.plain
  }

  /// What a word may be beside its letters, as it is written.
  private enum Kind: String {
    case plain = ""
    /// It holds a digit.
    case figure = "#"
    /// It stands in a line below the title that tells a day.
    case date = "@"
  }

  private let words: [Word]
  /// How many words the title has; 0 where there is none.
  private let title: Int

  /// The outline of `text`, folded as for a search.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: DecodedText) {
    let isDated = Self.hasDateLine(text)
    var words: [Word] = []
    var firstLine: Int?
    text.forEachFoldedWord { hash, hasDigit, line in
      if line > 0, firstLine == nil { firstLine = words.count }
      guard words.count < Self.mostWords else { return }
      let kind: Kind = line == 1 && isDated ? .date : hasDigit ? .figure : .plain
      words.append(Word(hash: UInt32(truncatingIfNeeded: hash >> 40), kind: kind))
    }
    self.words = words
    title = firstLine.flatMap { $0 <= Self.longestTitle ? $0 : nil } ?? 0
  }

  /// Whether the second line says when an article was published or changed.
  private static func hasDateLine(_ text: DecodedText) -> Bool {
    var isTitleOver = false
    for paragraph in text.paragraphs(in: text.span) where !paragraph.content.isEmpty {
      let line = text.string(in: paragraph.content)
      if line.allSatisfy(\.isWhitespace) { continue }
      guard isTitleOver else {
        isTitleOver = true
        continue
      }
      let date = line.split(separator: " · ").first ?? ""
      return Timestamp(told: String(date)) != nil
    }
    return false
  }

  /// The outline that was ``written`` so.
  init(parsing written: String) {
    let parts = written.split(separator: " ")
    title = parts.first.flatMap { Int($0) } ?? 0
    words = parts.dropFirst().compactMap { part in
      let kind = Kind(rawValue: String(part.prefix(1))) ?? .plain
      return UInt32(part.dropFirst(kind.rawValue.count), radix: 36).map {
        Word(hash: $0, kind: kind)
      }
    }
  }

  /// The number of words of its title, and its words, with a blank between two.
  var written: String {
    (["\(title)"] + words.map { $0.kind.rawValue + String($0.hash, radix: 36) })
      .joined(separator: " ")
  }

  /// A place where words of one text stand for other words of another.
  private struct Change {
    var isInTitle = false
    var isOfFigures = false
    fileprivate var removed = 0
    fileprivate var added = 0
  }

  /// Whether this is rather the next article that was written by the pattern of `earlier` than `earlier` mended.
  ///
  /// Who mends a text changes its title, or a figure, or words here and there, and adds to it. The next report of a
  /// series has another title and other words below it, or other figures in several places, or a figure and a day.
  /// It is so where words were replaced in the title and in another place, in two places of which one has a figure,
  /// by a figure in the title, or in three places and more and as often as every twenty words.
  ///
  /// - Parameters:
  ///   - earlier: the outline of the other.
  ///   - isItem: whether both go by one name in a list: then the day below the title is when it was changed.
  /// - Returns: whether it is.
  /// - Complexity: O(*n* *d*) in the words and those that differ.
  func isNextIssue(of earlier: TextOutline, isItem: Bool = false) -> Bool {
    let changes = isItem ? undated.replacements(of: earlier.undated) : replacements(of: earlier)
    guard changes.count > 1 else { return changes.contains { $0.isInTitle && $0.isOfFigures } }
    if changes.contains(where: { $0.isInTitle || $0.isOfFigures }) { return true }
    return changes.count > 2 && changes.count * Self.wordsPerChange >= words.count
  }

  /// The same without the line that tells a day.
  private var undated: TextOutline { TextOutline(words.filter { $0.kind != .date }, title: title) }

  private init(_ words: [Word], title: Int) { (self.words, self.title) = (words, title) }

  /// Where words of `earlier` were replaced.
  private func replacements(of earlier: TextOutline) -> [Change] {
    let difference = words.difference(from: earlier.words)
    var removed: [Int: Word] = [:]
    var added: [Int: Word] = [:]
    for step in difference {
      switch step {
      case .remove(let offset, let word, _): removed[offset] = word
      case .insert(let offset, let word, _): added[offset] = word
      }
    }
    var changes: [Change] = []
    var change = Change()
    var same = Int.max
    var (old, new) = (0, 0)
    func end() {
      if change.removed > 0, change.added > 0 { changes.append(change) }
      change = Change()
    }
    while old < earlier.words.count || new < words.count {
      let (gone, come) = (removed[old], added[new])
      guard gone != nil || come != nil else {
        (old, new, same) = (old + 1, new + 1, same == .max ? same : same + 1)
        continue
      }
      if same > Self.bridge { end() }
      same = 0
      change.isInTitle = change.isInTitle || gone != nil && old < earlier.title
      change.isOfFigures = change.isOfFigures || gone.map { $0.kind != .plain } ?? false
      if gone != nil { (old, change.removed) = (old + 1, change.removed + 1) }
      if come != nil { (new, change.added) = (new + 1, change.added + 1) }
    }
    end()
    return changes
  }
}
