import ArabicText
import TextLayout

/// One line of the interface's own text.
package enum Label {
  /// The text in one line of at most `columns` columns, cut with an ellipsis at its logical end.
  ///
  /// - Complexity: that of the first 4096 characters, however long `string` is.
  package static func line(
    _ string: String, columns: Int, direction: Direction, lettering: Lettering
  ) -> Line {
    // A pasted note may be as long as a book: what no screen has room for is not laid out.
    var shown = String(string.prefix(longest))
    // Not seen by comparing the two: what is cut off may be an ellipsis, too.
    var isCut = shown.utf8.count < string.utf8.count
    if isCut { shown += "…" }
    while true {
      let whole = layout(shown, columns: longest, direction, lettering)
      let width = whole.cells.reduce(0) { $0 + $1.columns }
      if width <= columns || shown.count <= 1 {
        return layout(shown, columns: columns, direction, lettering)
      }
      let cut = isCut ? String(shown.dropLast()) : shown
      // As many characters as take up what is too much, were all as wide as the widest: never too many.
      let widest = whole.cells.map(\.columns).max() ?? 1
      shown = cut.dropLast(max(1, (width - columns) / max(1, widest))) + "…"
      isCut = true
    }
  }

  /// The text in lines of at most `columns` columns, broken between words.
  ///
  /// - Complexity: O(*n*) in the characters, of which it takes 4096.
  package static func lines(
    _ string: String, columns: Int, direction: Direction, lettering: Lettering
  ) -> [Line] {
    let text = DecodedText(String(string.prefix(longest)))
    let options = LayoutOptions(
      width: max(1, columns), direction: direction, lettering: lettering)
    return ParagraphLayout(text, text.span, options: options).lines
  }

  /// The columns that `string` takes in one line.
  package static func columns(of string: String, lettering: Lettering) -> Int {
    layout(string, columns: longest, .leftToRight, lettering).cells.reduce(0) { $0 + $1.columns }
  }

  private static let longest = 4096

  private static func layout(
    _ string: String, columns: Int, _ direction: Direction, _ lettering: Lettering
  ) -> Line {
    let text = DecodedText(string)
    let options = LayoutOptions(width: columns, direction: direction, lettering: lettering)
    return ParagraphLayout(text, text.span, options: options).lines[0]
  }

  /// `string` set apart and running from left to right (UAX #9, LRI).
  package static func leftToRight(_ string: String) -> String { "\u{2066}\(string)\u{2069}" }

  /// `string` set apart, so that its direction does not change what stands around it (UAX #9, FSI).
  package static func isolated(_ string: String) -> String { "\u{2068}\(string)\u{2069}" }
}
