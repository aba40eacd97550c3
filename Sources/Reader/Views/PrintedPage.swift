import TextLayout
import ArabicAnalysis
import ArabicText
import Interface
import Screen

/// The article as rows of cells without an end: the page of the reader, for a printer or a pager.
///
/// Lines, margins and looks are those of ``screen(of:)``. Rows are made paragraph by paragraph, so
/// that a page of any length is never held whole.
package struct PrintedPage: Sendable {
  private var state: ReaderState

  /// The page of `document` on paper of `columns` columns.
  package init(document: Document, columns: Int, appearance: Appearance = Appearance()) {
    state = ReaderState(
      document: document, size: Size(columns: columns, rows: 2),
      preferences: Preferences(appearance: appearance))
    state.preferences.pane.isWanted = false
  }

  /// The same page with another text, on which nothing is marked.
  package func over(_ document: Document) -> PrintedPage {
    PrintedPage(document: document, columns: state.size.columns, appearance: state.appearance)
  }

  /// Takes in what is to be marked in the paragraphs that follow.
  package mutating func mark(_ analysis: Analysis) {
    state.article.results = AnalysisIndex(analysis)
  }

  /// The rows of `paragraph`, and the blank row that parts it from the next where there is one.
  ///
  /// In logical order the lines begin at the left edge, as a file of text has them.
  ///
  /// - Complexity: O(*n*) in the bytes of the paragraph and the marks of the page.
  package func rows(of paragraph: Paragraph) -> [ArraySlice<Screen.Cell>] {
    let count = state.rowCount(of: paragraph)
    var area = state.arrangement.article
    if !state.appearance.lettering.isVisual { area.column = 0 }
    area.size.rows = count
    var painter = Painter(
      screen: Screen(
        size: Size(columns: state.size.columns, rows: count),
        style: state.appearance.theme.style([.text])))
    let rows = (0..<count).map { RowPosition(paragraph: paragraph, row: $0) }
    ArticleView(state: state).draw(rows, in: area, into: &painter)
    return (0..<count).map(painter.screen.row)
  }
}
