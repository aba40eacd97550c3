import Annotations
import ArabicText
import Interface
import Platform
import Screen
import TextLayout

/// Draws the list of a reading room: a heading, a row for each document that is on the screen, and at the
/// bottom what is known of the one that is selected.
struct RoomView {
  private let room: Room
  private let state: ReaderState

  /// The rows that tell of the document that is selected, where there is room for them.
  private static let detailRows = 2

  init(_ room: Room, _ state: ReaderState) { (self.room, self.state) = (room, state) }

  private var details: Int { state.size.rows >= 10 ? Self.detailRows : 0 }

  /// How many rows of the list are seen.
  var listRows: Int { max(1, state.size.rows - 2 - details) }

  // MARK: Screen

  func draw(into painter: inout Painter) {
    let whole = Area(
      column: 0, row: 0, columns: state.size.columns, rows: max(1, state.size.rows - 1))
    painter.screen.fill(whole, style: state.appearance.theme.style([.pane]))
    draw(heading, at: sorting, row: 0, [.pane, .paneHeading], into: &painter)
    let list = Area(column: 0, row: 1, columns: state.size.columns, rows: listRows)
    for row in 0..<listRows where room.top + row < room.list.count {
      let area = Area(column: 0, row: 1 + row, columns: state.size.columns, rows: 1)
      RoomRow(room.list, room.top + row, isSelected: room.top + row == room.selected, state)
        .draw(in: area, into: &painter)
    }
    if room.list.count == 0, room.isKnown, state.size.rows > 2 {
      let nothing =
        room.list.documents.isEmpty
        ? room.progress == nil ? PhraseKey.roomEmpty : .roomReading : .nothingFound
      draw(state.string(nothing), row: 1, [.pane, .paneCount], into: &painter)
    }
    painter.drawScrollMarks(
      above: room.top > 0, below: room.list.count > room.top + listRows, list, state)
    drawDetails(into: &painter)
  }

  /// Draws what is known of the document that is selected.
  private func drawDetails(into painter: inout Painter) {
    guard details > 0, room.list.count > room.selected else { return }
    let row = state.size.rows - 1 - details
    let area = Area(column: 0, row: row, columns: state.size.columns, rows: details)
    painter.screen.fill(area, style: state.appearance.theme.style([.help]))
    let document = room.list[room.selected]
    let facts = RoomFacts(document, room.list.reading(of: document), state)
    draw(facts.all, row: row, [.help], into: &painter)
    draw(facts.names, row: row + 1, [.help, .person], into: &painter)
  }

  private func draw(
    _ text: String, at end: String = "", row: Int, _ roles: [Role], into painter: inout Painter
  ) {
    let direction = state.rowDirection
    let whole = Area(column: 0, row: row, columns: state.size.columns, rows: 1)
    let area = whole.after(1, width: max(0, whole.size.columns - 2), in: direction)
    let room = min(
      Label.columns(of: end, lettering: state.appearance.lettering), area.size.columns / 2)
    state.draw(
      end, in: area.after(area.size.columns - room, in: direction), roles, from: direction,
      edge: .end, into: &painter)
    state.draw(
      text, in: area.after(0, width: max(0, area.size.columns - room - 2), in: direction), roles,
      from: direction, into: &painter)
  }

  // MARK: Words

  private var heading: String {
    let name = Label.fileName(state.article.document.name)
    let count = room.list.documents.count
    return state.string(
      .roomHeading, .text(name), .number(count), .number(room.list.unopened))
  }

  private var sorting: String {
    switch room.list.order {
    case .date: state.string(.roomByDate)
    case .title: state.string(.roomByTitle)
    case .name: state.string(.roomByName)
    case .unread: state.string(.roomUnreadFirst)
    }
  }

  /// What the status line says: what is typed, what has to be told, else how far the work is.
  var status: StatusLineText {
    let count = state.string(
      .order, .number(room.list.count), .number(room.list.documents.count))
    if let line = room.line {
      return StatusLineText(
        state.string(.askRoomFilter, .text(line.shown)), end: count, ground: .prompt)
    }
    if let notice = state.notice {
      return StatusLineText(
        [StatusLineText.Part(text: state.string(notice.phrase))], end: place,
        isError: notice.isError, isWhole: true)
    }
    if let progress = room.progress { return StatusLineText(told(progress), end: place) }
    if room.isStopped {
      return StatusLineText(
        state.string(.roomStopped, .call(of: .reload, in: state.keymap)), end: place)
    }
    if !room.list.query.isEmpty {
      return StatusLineText(
        state.string(.roomFiltered, .text(room.list.query), .number(room.list.count)), end: place)
    }
    if !room.unread.isEmpty {
      return StatusLineText(
        state.string(
          .roomUnread, .number(room.unread.count), .call(of: .facts, in: state.keymap)), end: place)
    }
    return StatusLineText("", end: place)
  }

  /// The row among all rows.
  private var place: String {
    guard room.list.count > 0 else { return "" }
    return state.string(.order, .number(room.selected + 1), .number(room.list.count))
  }

  /// A bar and words that tell how far the work is.
  private func told(_ progress: RoomProgress) -> String {
    guard progress.total > 0 else { return state.string(.roomReading) }
    let columns = 10
    let full = min(columns, progress.done * columns / progress.total)
    let bar =
      String(repeating: "█", count: full) + String(repeating: "░", count: columns - full)
    let work =
      state.string(
        progress.work == .reading ? .roomReadingOf : .roomAnalysingOf, .number(progress.done),
        .number(progress.total))
    let left = progress.minutes.map {
      " · " + ($0 == 0 ? state.string(.roomMomentLeft) : state.string(.roomTimeLeft, .number($0)))
    }
    return bar + " " + work + (left ?? "")
  }
}
