import TextLayout
import ArabicText
import ArabicAnalysis
import ArabicText
import Interface
import Screen

/// The side pane: people, organisations and places with the number of their mentions.
struct PaneView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    guard let area = state.arrangement.pane else { return }
    let theme = state.appearance.theme
    painter.screen.fill(area, style: theme.style([.pane]))
    let below = state.arrangement.paneFoot?.size.rows ?? 0
    if let border = state.arrangement.border {
      painter.drawBorder(
        column: border, rows: area.row..<area.rows.upperBound + below,
        hasKeys: state.modes.reading.focus == .pane, theme)
    }
    let rows = state.paneRows
    if rows.isEmpty { drawEmpty(area, into: &painter) }
    for (index, row) in rows.dropFirst(state.article.pane.top).prefix(area.size.rows).enumerated() {
      let place = Area(column: 0, row: area.row + index, columns: area.size.columns, rows: 1)
      draw(row, in: place, into: &painter)
    }
    let hidden = rows.count - state.article.pane.top - area.size.rows
    painter.drawScrollMarks(
      above: state.article.pane.top > 0, below: hidden > 0,
      column: state.arrangement.border ?? area.columns.upperBound - 1, rows: area.rows,
      style: theme.style(state.arrangement.border == nil ? [.pane, .paneCount] : [.border]))
    PaneFootView(state: state).draw(into: &painter)
  }

  private func draw(_ row: PaneRow, in area: Area, into painter: inout Painter) {
    let theme = state.appearance.theme
    switch row {
    case .gap:
      break
    case .heading(let kind, let count):
      draw(
        state.string(kind.heading, .number(count)), in: area,
        theme.style([.pane, .paneHeading]), into: &painter)
    case .quotationHeading(let count):
      draw(
        state.quotationHeading(count, columns: area.size.columns), in: area,
        theme.style([.pane, .paneHeading]), into: &painter)
    case .notesHeading(let count):
      draw(
        state.notesHeading(count), in: area, theme.style([.pane, .paneHeading]), into: &painter)
    case .note(let index):
      draw(note: state.article.notes.items[index], in: area, into: &painter)
    case .folded(let section, let count):
      draw(folded: section, count, in: area, into: &painter)
    case .entity(let index):
      draw(state.article.results.analysis.entities[index], in: area, into: &painter)
    case .mention(let index, let number):
      draw(
        mention: number, of: state.article.results.analysis.entities[index], in: area,
        into: &painter)
    case .speaker(let group, let count): draw(group, count, in: area, into: &painter)
    case .quotation(let index):
      draw(
        state.article.results.analysis.quotations[index], line: 0, in: area, into: &painter)
    case .quotationRest(let index, let line):
      draw(
        state.article.results.analysis.quotations[index], line: line, in: area, into: &painter)
    }
  }

  /// Who says what stands below.
  private func draw(
    _ group: SpeakerGroup, _ count: Int, in area: Area, into painter: inout Painter
  ) {
    let results = state.article.results
    let kind: EntityKind? =
      if case .entity(let id) = group {
        results.index(of: id).map { results.analysis.entities[$0].kind }
      } else {
        nil
      }
    let isFolded = state.article.pane.foldedSpeakers.contains(group)
    draw(
      state.name(of: group) + (isFolded ? " …" : ""), count: state.language.string(of: count),
      of: kind.map { Role($0) } ?? .paneCount, in: area,
      isSelected: state.markedPaneItem == .speaker(group), into: &painter)
  }

  /// The words, a little inside of who says them; in a wide pane a line of them.
  private func draw(
    _ quotation: Quotation, line number: Int, in area: Area, into painter: inout Painter
  ) {
    let lines = QuotationSetting(state)?.lines(of: quotation, in: state.text)
    let words =
      lines.map { number < $0.count ? $0[number] : "" }
      ?? QuotationSetting.words(of: quotation, in: state.text)
    draw(
      words, of: Role(quotation.kind), in: area, indent: QuotationSetting.indent(in: state),
      isSelected: state.markedPaneItem == .quotation(quotation.id), into: &painter)
  }

  private func draw(
    folded section: PaneSection, _ count: Int, in area: Area, into painter: inout Painter
  ) {
    let over = selection(state.markedPaneItem == .section(section), in: area, &painter)
    let heading: PhraseKey =
      switch section {
      case .people: .headingPeople
      case .organisations: .headingOrganisations
      case .places: .headingPlaces
      case .quotations: .headingQuotations
      }
    draw(
      state.string(heading, .number(count)) + " …", in: area,
      state.appearance.theme.style([.pane, .paneHeading] + over), into: &painter)
  }

  /// The mention with the words before it on the right, as the article has it.
  private func draw(
    mention number: Int, of entity: Entity, in area: Area, into painter: inout Painter
  ) {
    let isSelected = state.markedPaneItem == .mention(entity.id, number)
    let over = selection(isSelected, in: area, &painter)
    var room = area
    room.size.columns = max(0, area.size.columns - 1)
    KeywordInContext(state: state, span: entity.mentions[number].span, ground: .pane)
      .draw(in: room, over: over, into: &painter)
  }

  /// Draws the ground of a selected row; the roles that lie over it.
  private func selection(_ isSelected: Bool, in area: Area, _ painter: inout Painter) -> [Role] {
    guard isSelected else { return [] }
    let over: [Role] = [state.modes.reading.focus == .pane ? .paneSelected : .mention]
    painter.screen.fill(area, style: state.appearance.theme.style([.pane] + over))
    return over
  }

  /// The name ends at the right edge as Arabic does; the count stands at the left.
  private func draw(_ entity: Entity, in area: Area, into painter: inout Painter) {
    draw(
      entity.canonical, count: state.language.string(of: entity.mentions.count),
      of: Role(entity.kind), in: area,
      isSelected: state.markedPaneItem == .entity(entity.id), into: &painter)
  }

  func draw(
    _ name: String, count: String = "", of role: Role, in area: Area, indent: Int = 0,
    isSelected: Bool, into painter: inout Painter
  ) {
    let theme = state.appearance.theme
    let over: [Role] =
      isSelected ? [state.modes.reading.focus == .pane ? .paneSelected : .mention] : []
    if isSelected { painter.screen.fill(area, style: theme.style([.pane] + over)) }
    painter.draw(
      label: count, in: area, direction: .leftToRight, lettering: state.appearance.lettering,
      style: theme.style([.pane, .paneCount] + over))
    let left = count.count + 1
    let room = Area(
      column: area.column + left, row: area.row, columns: area.size.columns - left - 1 - indent,
      rows: 1)
    painter.draw(
      label: name, in: room, direction: .rightToLeft, lettering: state.appearance.lettering,
      style: theme.style([.pane, role] + over))
  }

  /// What to do where nothing is listed.
  private func drawEmpty(_ area: Area, into painter: inout Painter) {
    let isFinished = if case .finished = state.article.progress { true } else { false }
    let keymap = state.keymap
    let advice =
      if !state.article.pane.filter.isEmpty {
        Phrase(.paneNothingHolds, .call(of: .clearSelection, in: keymap))
      } else if isFinished {
        Phrase(
          .paneWithoutNames, .call(of: .selectPassage, in: keymap), .call(of: .correct, in: keymap))
      } else {
        Phrase(.lookingForNames)
      }
    var room = area
    room.size.columns = max(1, area.size.columns - 1)
    painter.draw(
      wrapped: state.string(advice), in: room, direction: state.rowDirection,
      lettering: state.appearance.lettering,
      style: state.appearance.theme.style([.pane, .paneCount]))
  }

  private func draw(_ text: String, in area: Area, _ style: Style, into painter: inout Painter) {
    let direction = state.rowDirection
    // As beside the names, a column stays free before the border.
    let isLeft = state.language.direction == .leftToRight
    let columns = isLeft ? area.size.columns : area.size.columns - 1
    let room = Area(column: area.column, row: area.row, columns: columns, rows: 1)
    painter.draw(
      label: text, in: room, direction: direction,
      lettering: state.appearance.lettering, style: style)
  }
}
