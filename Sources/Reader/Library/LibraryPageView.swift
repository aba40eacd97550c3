import ArabicText
import Interface
import Screen
import TextLayout

/// Draws what a library has answered: a heading, and the rows of which there is room for.
struct LibraryPageView {
  private let page: LibraryPage
  private let state: ReaderState

  init(_ page: LibraryPage, _ state: ReaderState) { (self.page, self.state) = (page, state) }

  /// The rows below the heading.
  var shownRows: Int { max(1, state.size.rows - 2) }

  func draw(into painter: inout Painter) {
    let theme = state.appearance.theme
    let direction = state.rowDirection
    let columns = state.size.columns
    let whole = Area(column: 0, row: 0, columns: columns, rows: max(1, state.size.rows - 1))
    painter.screen.fill(whole, style: theme.style([.pane]))
    func line(_ row: Int) -> Area {
      Area(column: 1, row: row, columns: max(0, columns - 2), rows: 1)
    }
    state.draw(heading, in: line(0), [.pane, .paneHeading], from: direction, into: &painter)
    let view = LibraryRowView(state: state, ground: .pane)
    let (top, selected) = (first, page.selection.selected)
    for (index, row) in page.rows.dropFirst(top).prefix(shownRows).enumerated() {
      let over: [Role] = top + index == selected && row.isItem ? [.paneSelected] : []
      let area = Area(column: 0, row: 1 + index, columns: columns, rows: 1)
      painter.screen.fill(area, style: theme.style([.pane] + over))
      view.draw(row, in: line(1 + index), over, into: &painter)
    }
    if page.rows.isEmpty, page.answer != nil, state.size.rows > 2 {
      painter.draw(
        wrapped: state.string(.libraryNothing, .call(of: .findInLibrary, in: state.keymap)),
        in: Area(column: 1, row: 1, columns: max(0, columns - 2), rows: shownRows),
        direction: direction, lettering: state.appearance.lettering,
        style: theme.style([.pane, .paneCount]))
    }
    painter.drawScrollMarks(
      above: top > 0, below: page.rows.count > top + shownRows,
      Area(column: 0, row: 1, columns: columns, rows: shownRows), state)
  }

  /// The first row: who is asked about is seen above the names out of which one is picked.
  private var first: Int {
    let covered = state.modes.first(SameNamesPicker.self)?.coveredRows(in: state) ?? 0
    return page.selection.first(of: page.rows.count, shown: max(1, shownRows - covered))
  }

  private var heading: String {
    let line = page.question.words
    let told = line.isEmpty ? "" : " · " + Label.isolated(line)
    return switch (page.question, page.answer) {
    case (.speakers, .speakers(let table)?):
      state.string(.headingWho, .number(table.articles)) + told
    case (.speakers, _): state.string(.titleWho) + told
    case (_, .found(let findings)?):
      state.string(.headingFound, .text(line), .number(findings.total))
    default: Label.isolated(line)
    }
  }

  /// What is under way, or else how many articles are not known yet, and which row is selected.
  var status: StatusLineText {
    if let notice = state.notice {
      return StatusLineText(
        [StatusLineText.Part(text: state.string(notice.phrase))], isError: notice.isError,
        isWhole: true)
    }
    guard let answer = page.answer else { return StatusLineText(state.string(.libraryAsking)) }
    let place = page.items.firstIndex(of: page.selection.selected).map {
      state.string(.order, .number($0 + 1), .number(page.items.count))
    }
    let told =
      answer.pending > 0 ? state.string(.libraryPending, .number(answer.pending)) : ""
    return StatusLineText(told, end: place ?? "")
  }
}

extension LibraryAnswer {
  /// How many articles were not analysed yet.
  fileprivate var pending: Int {
    switch self {
    case .found(let findings): findings.pending
    case .speakers(let table): table.pending
    case .name(let record): record.pending
    case .refused, .names: 0
    }
  }
}
