import ArabicText
import Interface
import Screen
import TextLayout

/// What the status line says and where, and what a click on a part of it does.
///
/// What has to be seen whole grows upward into as many rows as it takes.
struct StatusLine {
  /// A row of what stands at the start.
  private struct Row {
    var line: Line
    /// The row of the screen.
    var row: Int
    /// Where the text of the line begins in all that is said.
    var start: TextOffset
  }

  private let state: ReaderState
  /// What it says.
  let content: StatusLineText
  private let spoken: StatusText
  /// The columns that are kept free for the last of all hints.
  private let kept: Int
  private let rows: [Row]

  init(_ state: ReaderState) { self.init(state, saying: state.statusContent) }

  private init(_ state: ReaderState, saying content: StatusLineText) {
    self.init(state, saying: content, keeping: 0)
    // What has to be seen whole takes no second row for that.
    if hints.isEmpty, !content.isWhole || rows.count > 1 {
      self.init(state, saying: content, keeping: HintsView.leastColumns(state))
    }
  }

  private init(_ state: ReaderState, saying content: StatusLineText, keeping kept: Int) {
    let columns = Self.area(of: state, beside: content.end, keeping: kept).size.columns
    let content = Self.hasRoom(for: content, columns, in: state) ? content : content.withKeysFirst
    self.state = state
    self.content = content
    self.kept = kept
    let last = state.arrangement.status.row
    guard content.isWhole, !Self.fits(content, in: state, keeping: kept) else {
      spoken = StatusText(content, isBroken: false)
      let line = Label.line(
        spoken.text, columns: columns, direction: state.rowDirection,
        lettering: state.appearance.lettering)
      rows = [Row(line: line, row: last, start: .zero)]
      return
    }
    spoken = StatusText(content, isBroken: true)
    let lines = Self.lines(of: spoken.text, columns, state)
    rows = lines.enumerated().map { index, line in
      Row(line: line.line, row: last - lines.count + 1 + index, start: line.start)
    }
  }

  /// Whether all of `content` fits into one row.
  static func fits(
    _ content: StatusLineText, in state: ReaderState, keeping kept: Int = 0
  ) -> Bool {
    let columns = Label.columns(
      of: StatusText(content, isBroken: false).text, lettering: state.appearance.lettering)
    return columns <= area(of: state, beside: content.end, keeping: kept).size.columns
  }

  /// The lines that all of it takes; of more than there is room for, the last where something is typed, with
  /// the caret in any case, else the first.
  private static func lines(
    of text: String, _ columns: Int, _ state: ReaderState
  ) -> [(line: Line, start: TextOffset)] {
    let direction = state.rowDirection
    let lettering = state.appearance.lettering
    let lines = Label.lines(
      text, columns: columns, direction: direction, lettering: lettering)
    let most = most(in: state)
    guard lines.count > most else { return lines.map { ($0, .zero) } }
    if let caret = TypedLine.place(in: text) {
      let row = lines.lastIndex { $0.span.lower <= caret } ?? 0
      let first = min(lines.count - most, row)
      return lines[first..<first + most].map { ($0, .zero) }
    }
    let start = lines[most - 1].span.lower
    let rest = String(decoding: text.utf8.dropFirst(start.utf8), as: UTF8.self)
    let cut = Label.line(rest, columns: columns, direction: direction, lettering: lettering)
    return lines.prefix(most - 1).map { ($0, .zero) } + [(cut, start)]
  }

  /// The most rows that it takes.
  private static func most(in state: ReaderState) -> Int { max(1, state.size.rows / 2) }

  /// Whether all of `content` that has to be seen fits into as many rows as there may be.
  private static func hasRoom(
    for content: StatusLineText, _ columns: Int, in state: ReaderState
  ) -> Bool {
    guard content.isWhole, content.parts.contains(where: { $0.key != nil }) else { return true }
    let lines = Label.lines(
      StatusText(content, isBroken: true).text, columns: columns,
      direction: state.rowDirection, lettering: state.appearance.lettering)
    return lines.count <= most(in: state)
  }

  /// How many rows it takes.
  var rowCount: Int { rows.count }

  /// Where the last row of it stands.
  var area: Area { Self.area(of: state, beside: content.end, keeping: kept) }

  private static func area(
    of state: ReaderState, beside end: String, keeping kept: Int
  ) -> Area {
    let whole = state.arrangement.status
    let lettering = state.appearance.lettering
    let taken = kept + (end.isEmpty ? 0 : Label.columns(of: end, lettering: lettering) + 1)
    return whole.after(0, width: max(0, whole.size.columns - taken), in: state.rowDirection)
  }

  // MARK: Clicks

  /// What a click on the cell at `point` does.
  func link(at point: ScreenPoint) -> Command? { part(at: point)?.link }

  /// The key that a click on the cell at `point` presses: of a hint, or of an answer to a question.
  func key(at point: ScreenPoint) -> Key? { part(at: point)?.key ?? hints.key(at: point) }

  private func part(at point: ScreenPoint) -> StatusLineText.Part? {
    let area = area
    guard let row = rows.first(where: { $0.row == point.row }),
      area.columns.contains(point.column),
      let cell = row.line.cell(at: Column(point.column - area.column))
    else { return nil }
    let offset = cell.span.lower + row.start.utf8
    return spoken.part(at: offset)
  }

  // MARK: View

  /// Where a person types, if they type here: on the sign that stands for the cursor.
  var cursor: Screen.Cursor? {
    let text = spoken.text
    guard let sign = TypedLine.place(in: text) else { return nil }
    for row in rows.reversed() where row.start <= sign {
      let offset = TextOffset(sign.utf8 - row.start.utf8)
      guard row.line.span.lower <= offset, offset < row.line.span.upper,
        let cell = row.line.cell(at: offset)
      else { continue }
      // A blank at the end of a full row has no column of its own.
      let column = max(0, min(cell.column.value, area.size.columns - 1))
      return Screen.Cursor(
        at: ScreenPoint(column: area.column + column, row: row.row), isVisible: true)
    }
    return nil
  }

  /// The hints, behind what is said last.
  private var hints: HintsView {
    let end = Label.columns(of: content.end, lettering: state.appearance.lettering)
    let said = rows.last?.line.cells.reduce(0) { $0 + $1.columns } ?? 0
    return HintsView(
      state, in: state.arrangement.status, after: said + 2, before: end == 0 ? 0 : end + 1)
  }

  /// Draws it over the last rows of the screen.
  func draw(into painter: inout Painter) {
    let whole = state.arrangement.status
    guard whole.size.rows > 0 else { return }
    if state.takesText, let cursor { painter.screen.cursor = cursor }
    let theme = state.appearance.theme
    let under = content.under.map { [$0] } ?? []
    let roles = under + [content.ground] + (content.isError ? [.error] : [])
    for row in rows {
      painter.screen.fill(
        Area(column: whole.column, row: row.row, columns: whole.size.columns, rows: 1),
        style: theme.style([content.ground]))
      painter.draw(row.line, row: row.row, column: area.column) { cell in
        let offset = cell.span.lower + row.start.utf8
        let isKey = spoken.isKey(at: offset)
        return theme.style(roles + (isKey ? [.statusKey] : []))
      }
    }
    state.draw(
      content.end, in: whole, [content.ground], from: state.rowDirection, edge: .end,
      into: &painter)
    hints.draw(ground: [content.ground] + under, into: &painter)
  }
}

extension StatusLine {
  /// How many rows of the screen lie above the line when it says `content`.
  static func rows(above content: StatusLineText?, in state: ReaderState) -> Int {
    let line = StatusLine(state, saying: content ?? state.statusContent)
    return state.arrangement.status.row - line.rowCount + 1
  }
}
