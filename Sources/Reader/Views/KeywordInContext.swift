import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// A mention in the middle of a row, with what the text says before and after it.
///
/// In right-to-left text the words before stand on the right, where they are read first. The row is
/// cut out of the paragraph laid out as one long line, so that letters join and numbers stand as they
/// do in the article. It is cut between words, and an ellipsis shows where.
struct KeywordInContext {
  let state: ReaderState
  /// The text that it stands in.
  let text: DecodedText
  let span: TextSpan
  /// What it is.
  let role: Role
  /// What it is drawn on.
  let ground: Role

  /// The words at `span` of `text`, which are what `role` says.
  init(state: ReaderState, text: DecodedText, span: TextSpan, role: Role, ground: Role) {
    (self.state, self.text, self.span) = (state, text, span)
    (self.role, self.ground) = (role, ground)
  }

  /// A mention in the article.
  init(state: ReaderState, span: TextSpan, ground: Role = .text) {
    let results = state.article.results
    let role = results.place(at: span).map { Role(results.entity(of: $0).kind) } ?? .mention
    self.init(state: state, text: state.text, span: span, role: role, ground: ground)
  }

  /// Wider than any paragraph: a piece of a line has at most 32 Ki columns.
  private static let oneLine = 1 << 17

  func draw(in area: Area, over: [Role], into painter: inout Painter) {
    let paragraph = text.paragraph(at: span.lower)
    let options = LayoutOptions(
      width: Self.oneLine, direction: state.appearance.direction, fallback: .rightToLeft,
      lettering: state.appearance.lettering)
    let layout = ParagraphLayout(text, paragraph, options: options)
    let line = layout.lines[layout.lineIndex(at: span.lower)]
    guard let run = line.runs(of: span).first else { return }
    let middle = (run.lowerBound.value + run.upperBound.value) / 2
    let left = middle - area.size.columns / 2
    let window = Window(
      of: line, around: run, columns: left..<left + area.size.columns)
    let theme = state.appearance.theme
    for cell in line.cells where cell.columns > 0 {
      let column = cell.column.value
      guard window.words.lowerBound <= column, column + cell.columns <= window.words.upperBound
      else { continue }
      let roles: [Role] = cell.shows(span) ? [ground, role] + over : [ground] + over
      painter.put(
        cell, row: area.row, column: area.column + column - left, style: theme.style(roles))
    }
    for column in window.ellipses {
      painter.screen[row: area.row, column: area.column + column - left] = Screen.Cell(
        "…", style: theme.style([ground] + over))
    }
  }
}

/// The columns of a long line that a short row shows.
private struct Window {
  /// Those of the words that are shown whole.
  var words: Range<Int>
  /// Those of the ellipses where something is left out.
  var ellipses: [Int] = []

  /// The part of `line` in `columns`, cut at the spaces that lie nearest to its edges outside `run`.
  init(of line: Line, around run: Range<Column>, columns: Range<Int>) {
    words = columns
    let spaces = line.cells.filter { $0.kind == .space && columns.contains($0.column.value) }
    let drawn = line.cells.filter { $0.columns > 0 && $0.kind != .space }
    if drawn.contains(where: { $0.column.value < columns.lowerBound }) {
      let space = spaces.first { $0.column < run.lowerBound }?.column.value ?? columns.lowerBound
      words = space + 1..<max(space + 1, words.upperBound)
      ellipses.append(max(columns.lowerBound, space - 1))
    }
    if drawn.contains(where: { $0.column.value + $0.columns > columns.upperBound }) {
      let space = spaces.last { $0.column >= run.upperBound }?.column.value
      let end = space ?? columns.upperBound - 1
      words = words.lowerBound..<max(words.lowerBound, end)
      ellipses.append(min(columns.upperBound - 1, space.map { $0 + 1 } ?? end))
    }
  }
}
