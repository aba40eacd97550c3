import ArabicText

/// A row of the article: a line of a paragraph, or the blank row that parts it from the next.
///
/// Rows are found from the paragraph they stand in, so that no index of the file is needed.
package struct RowPosition: Hashable, Sendable {
  /// The paragraph.
  package var paragraph: Paragraph
  /// The row within it, from 0; the row after the last line is the blank one.
  package var row: Int

  /// The row `row` of `paragraph`.
  package init(paragraph: Paragraph, row: Int) {
    self.paragraph = paragraph
    self.row = row
  }
}

extension RowPosition: Comparable {
  /// Orders from the top of the article.
  package static func < (left: Self, right: Self) -> Bool {
    (left.paragraph.start, left.row) < (right.paragraph.start, right.row)
  }
}
