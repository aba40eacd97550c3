import Interface
import ArabicText
import TextLayout

/// How the lines of the article are set on the screen.
package struct Typesetting: Hashable, Sendable {
  /// Whether full lines are stretched to the measure; never headlines and last lines.
  package var justifies: Bool
  /// The columns kept free at each side of the article, where the terminal has more than 24.
  package var margin: Int
  /// The rows from one line to the next, from 1.
  package var lineSpacing: Int

  /// The setting; without arguments, ragged lines with nothing between.
  package init(justifies: Bool = false, margin: Int = 1, lineSpacing: Int = 1) {
    self.justifies = justifies
    self.margin = max(0, margin)
    self.lineSpacing = max(1, lineSpacing)
  }
}

extension ReaderState {
  /// The rows of a paragraph of `lines` lines before what parts it from the next.
  private func rows(ofLines lines: Int) -> Int {
    (lines - 1) * appearance.typesetting.lineSpacing + 1
  }

  /// The rows of `paragraph`: its lines, and blank ones between them and before the next; one row
  /// more before a paragraph that follows directly.
  func rowCount(of paragraph: Paragraph) -> Int {
    guard !text.isBlank(paragraph) else { return 1 }
    let rows = rows(ofLines: layout(of: paragraph).lines.count)
    guard let next = self.paragraph(after: paragraph) else { return rows }
    // What is hidden between two paragraphs parts them, too.
    let isOneLine = next.continuesLine && next.start == paragraph.next
    let followsDirectly =
      !text.isBlank(next) && !isOneLine && !isTight(paragraph, before: next)
    return rows + appearance.typesetting.lineSpacing - (followsDirectly ? 0 : 1)
  }

  /// The line at `position`, or `nil` for a blank row between lines or paragraphs.
  func line(at position: RowPosition) -> Line? {
    let (line, rest) = position.row.quotientAndRemainder(
      dividingBy: appearance.typesetting.lineSpacing)
    let lines = layout(of: position.paragraph).lines
    return rest == 0 && line < lines.count ? lines[line] : nil
  }

  /// The row that shows `offset`.
  func row(showing offset: TextOffset) -> RowPosition {
    let paragraph = paragraph(at: offset)
    // Of a paragraph that stands in for one that is not shown, the first line.
    let line = layout(of: paragraph).lineIndex(at: max(offset, paragraph.start))
    return RowPosition(paragraph: paragraph, row: line * appearance.typesetting.lineSpacing)
  }

  /// The text of the row at `position`, or of the next line where it is blank.
  func place(of position: RowPosition) -> TextOffset {
    let spacing = appearance.typesetting.lineSpacing
    let line = (position.row + spacing - 1) / spacing
    let lines = layout(of: position.paragraph).lines
    return line < lines.count ? lines[line].span.lower : position.paragraph.next
  }

  /// The last row of the article.
  var lastRow: RowPosition {
    let paragraph = paragraph(at: text.end)
    return RowPosition(
      paragraph: paragraph, row: rows(ofLines: layout(of: paragraph).lines.count) - 1)
  }

  /// Stretches full lines to the measure, or leaves them ragged again.
  mutating func toggleJustification() {
    keepingPlace { $0.appearance.typesetting.justifies.toggle() }
    notice = Notice(appearance.typesetting.justifies ? .linesJustified : .linesRagged)
  }
}
