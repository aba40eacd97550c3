import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// How the words of a quotation are set in a wide pane: in one row, or two.
struct QuotationSetting: Hashable, Sendable {
  /// The columns of a row.
  var columns: Int
  var lettering: Lettering

  /// The narrowest pane with a second row, in columns.
  private static let roomForTwo = 50

  /// How they are set in the pane of `state`; `nil` where each has one row.
  init?(_ state: ReaderState) {
    guard let pane = state.arrangement.pane, pane.size.columns >= Self.roomForTwo else {
      return nil
    }
    columns = pane.size.columns - 2 - Self.indent(in: state)
    lettering = state.appearance.lettering
  }

  /// How far quotations stand inside of who says them, in columns.
  static func indent(in state: ReaderState) -> Int { state.article.pane.speaker == nil ? 2 : 0 }

  /// The words of `quotation`, those of each part behind an ellipsis.
  static func words(of quotation: Quotation, in text: DecodedText) -> String {
    quotation.content.map { text.string(in: $0) }.joined(separator: " … ")
  }

  /// What stands in the first row, and what is left for the second, if anything.
  ///
  /// - Complexity: O(*n*) in the letters, of which no more than two rows have room for are laid out.
  func lines(of quotation: Quotation, in text: DecodedText) -> (first: String, rest: String?) {
    let words = Self.words(of: quotation, in: text)
    // What has no more letters than there are columns needs no second row.
    let start = words.prefix(2 * columns)
    guard start.count > columns else { return (words, nil) }
    let lines = Label.lines(
      String(start), columns: columns, direction: .rightToLeft, lettering: lettering)
    guard lines.count > 1 else { return (words, nil) }
    let rest = words.utf8.dropFirst(lines[1].span.lower.utf8)
    return (
      String(decoding: words.utf8.prefix(lines[1].span.lower.utf8), as: UTF8.self),
      String(decoding: rest, as: UTF8.self)
    )
  }
}
