import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// How the words of a quotation are set in a wide pane: in as many rows as they need, and no more than the
/// pane has room for.
struct QuotationSetting: Hashable, Sendable {
  /// The columns of a row.
  var columns: Int
  /// The most rows that a quotation has; at least 2.
  var rows: Int
  var lettering: Lettering

  /// The narrowest panes with a second row and with a third, in columns: those of terminals of 120 and
  /// 160 columns.
  private static let roomForTwo = 36, roomForThree = 48

  /// How they are set in the pane of `state`; `nil` where each has one row.
  init?(_ state: ReaderState) {
    guard let pane = state.arrangement.pane, pane.size.columns >= Self.roomForTwo else {
      return nil
    }
    rows = pane.size.columns >= Self.roomForThree ? 3 : 2
    columns = pane.size.columns - 2 - Self.indent(in: state)
    lettering = state.appearance.lettering
  }

  /// How far quotations stand inside of who says them, in columns.
  static func indent(in state: ReaderState) -> Int { state.article.pane.speaker == nil ? 2 : 0 }

  /// The words of `quotation`, those of each part behind an ellipsis.
  static func words(of quotation: Quotation, in text: DecodedText) -> String {
    quotation.content.map { text.words(in: $0) }.joined(separator: " … ")
  }

  /// What stands in each row; the last has all that is left, whether it has room for it or not.
  ///
  /// - Complexity: O(*n*) in the letters, of which no more are laid out than the rows have room for.
  func lines(of quotation: Quotation, in text: DecodedText) -> [String] {
    let words = Self.words(of: quotation, in: text)
    // What has no more letters than there are columns needs no second row.
    let start = words.prefix(rows * columns)
    guard start.count > columns else { return [words] }
    let starts = Label.lines(
      String(start), columns: columns, direction: .rightToLeft, lettering: lettering
    ).prefix(rows).map { words.utf8.index(words.startIndex, offsetBy: $0.span.lower.utf8) }
    return zip(starts, starts.dropFirst() + [words.endIndex]).map { String(words[$0..<$1]) }
  }
}
