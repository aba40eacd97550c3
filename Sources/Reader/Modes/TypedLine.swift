import ArabicText
import Interface
import Screen
import TextLayout

/// A line that is typed: its text, and the caret before one of its letters or at its end.
struct TypedLine: Hashable, Sendable {
  /// What was typed.
  private(set) var text: String
  /// What of it stands behind the caret, in UTF-8 bytes; none while one types on.
  private(set) var behind: Int

  /// The line `text`, its caret `behind` bytes before the end, or at the nearest place that is between two
  /// scalars.
  init(_ text: String = "", behind: Int = 0) {
    self.text = text
    self.behind = max(0, min(behind, text.utf8.count))
    while caret.samePosition(in: text.unicodeScalars) == nil { self.behind -= 1 }
  }

  private var caret: String.Index { text.utf8.index(text.endIndex, offsetBy: -behind) }

  /// Writes `string` at the caret.
  mutating func insert(_ string: String) {
    text.unicodeScalars.insert(contentsOf: string.unicodeScalars, at: caret)
  }

  /// Does what `key` does to a line, and says whether that has changed its text.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .backspace: return deleteBackward()
    case .delete: return deleteForward()
    case .control("u"):
      guard !text.isEmpty else { return false }
      self = TypedLine()
    case .control("w"): return deleteWord()
    case .left:
      move(to: .left)
      return false
    case .right:
      move(to: .right)
      return false
    case .home, .control("a"):
      behind = text.utf8.count
      return false
    case .end, .control("e"):
      behind = 0
      return false
    case .character(let character): insert(String(character))
    default: return false
    }
    return true
  }

  /// Deletes the last scalar before the caret, not the last character: a mark is taken off before its letter.
  private mutating func deleteBackward() -> Bool {
    let scalars = text.unicodeScalars
    guard caret > scalars.startIndex else { return false }
    text.unicodeScalars.remove(at: scalars.index(before: caret))
    return true
  }

  /// Deletes the letter at the caret with its marks.
  private mutating func deleteForward() -> Bool {
    guard behind > 0 else { return false }
    let end = text[caret...].dropFirst().startIndex
    let rest = text.utf8.distance(from: end, to: text.endIndex)
    text.unicodeScalars.removeSubrange(caret..<end)
    behind = rest
    return true
  }

  /// Deletes the word before the caret.
  private mutating func deleteWord() -> Bool {
    var before = text[..<caret]
    while before.last?.isWhitespace == true { before.removeLast() }
    while let last = before.last, !last.isWhitespace { before.removeLast() }
    guard before.endIndex < caret else { return false }
    text.unicodeScalars.removeSubrange(before.endIndex..<caret)
    return true
  }

  // MARK: Movement

  /// Moves the caret by one letter to `side` of the screen, whatever runs which way: each letter and the end
  /// are passed once.
  ///
  /// - Complexity: O(*n*).
  private mutating func move(to side: Side) {
    let length = text.utf8.count
    let places = placesFromLeft
    guard let here = places.firstIndex(of: length - behind) else {
      // Within a letter, as behind a mark that was left over.
      let before = places.filter { $0 < length - behind }.max()
      behind = length - (before ?? 0)
      return
    }
    let next = here + (side == .left ? -1 : 1)
    if places.indices.contains(next) { behind = length - places[next] }
  }

  /// Where the caret can stand, in bytes from the start, as they follow each other on the screen.
  private var placesFromLeft: [Int] {
    let length = text.utf8.count
    var letters: Set<Int> = [length]
    for index in text.indices {
      letters.insert(text.utf8.distance(from: text.startIndex, to: index))
    }
    let drawn = DecodedText(text + String(Self.endSign))
    // In all letterings: where the terminal orders the text, it does so alike.
    let options = LayoutOptions(
      width: 8 * length + 8, fallback: .leftToRight, lettering: Lettering(ligates: false))
    let line = ParagraphLayout(drawn, drawn.span, options: options).lines[0]
    return line.cells.map(\.span.lower.utf8).filter { letters.remove($0) != nil }
  }

  // MARK: View

  /// What stands for the caret at the end of a line.
  static let endSign: Character = "▏"
  /// What stands for it before a letter: nothing that is seen or parts two letters that join.
  ///
  /// The terminal's own cursor stands on the letter.
  static let innerSign: Character = "\u{2063}"

  /// The line with the sign of the caret in it.
  var shown: String {
    guard behind > 0 else { return text + String(Self.endSign) }
    return String(text[..<caret]) + String(Self.innerSign) + String(text[caret...])
  }

  /// The line with the sign of the caret in it, without so much of its start that the caret is among the first
  /// `columns` columns.
  func shown(in columns: Int, lettering: Lettering) -> String {
    let line = shown
    guard let sign = line.lastIndex(where: { $0 == Self.endSign || $0 == Self.innerSign }) else {
      return line
    }
    // One column for the letter at the caret, one for the sign that something is cut off.
    let end = String(line[sign...].prefix(behind == 0 ? 1 : 2))
    let before = String(line[..<sign])
    guard Label.columns(of: before + end, lettering: lettering) > columns else { return line }
    var kept = String(before.suffix(max(0, columns)))
    while !kept.isEmpty, Label.columns(of: "…" + kept + end, lettering: lettering) > columns {
      kept.removeFirst()
    }
    return "…" + kept + String(line[sign...])
  }
}

extension TypedLine {
  /// The place of the last sign of a caret in `text`, as the scalar that it stands on; `nil` where nobody types.
  static func place(in text: String) -> TextOffset? {
    guard let index = text.lastIndex(where: { $0 == endSign || $0 == innerSign }) else {
      return nil
    }
    let isInner = text[index] == innerSign
    let place = isInner ? text.index(after: index) : index
    return TextOffset(text.utf8.distance(from: text.startIndex, to: place))
  }
}
