import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

extension MouseEvent {
  /// The rows that a turn of the wheel moves by, down if positive.
  var wheelRows: Int {
    switch action {
    case .wheelUp: -3
    case .wheelDown: 3
    case .press, .drag, .release: 0
    }
  }
}

extension ReaderState {
  /// Handles what the mouse did: first what is open, then the article and what is around it.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    if event.action == .press {
      // A click on a key that is told is that key.
      if let key = StatusLine(self).key(at: event.point) { return press(key) }
      notice = nil
      modes.reading.gesture = nil
    }
    return dispatch { mode, state in
      mode.handle(event, in: &state)
    } below: { state in
      state.handleWhileReading(event)
    }
  }

  private mutating func handleWhileReading(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp, .wheelDown: turnWheel(by: event.wheelRows, at: event.point)
    case .press: return press(at: event.point)
    case .drag:
      switch modes.reading.gesture {
      case .resizingPane: setPaneColumns(event.point.column)
      case .selecting(let drag): self.drag(drag, to: event.point)
      case nil: break
      }
    case .release:
      if case .selecting(let drag) = modes.reading.gesture { release(drag, at: event.point) }
      modes.reading.gesture = nil
    }
    return []
  }

  private mutating func turnWheel(by rows: Int, at point: ScreenPoint) {
    if arrangement.pane?.contains(point) == true {
      article.pane.top += rows
      keepPaneInBounds()
    } else {
      scroll(by: rows)
    }
  }

  private mutating func press(at point: ScreenPoint) -> [Effect] {
    if arrangement.status.contains(point) {
      return StatusLine(self).link(at: point).map { perform($0) } ?? []
    }
    if arrangement.border == point.column {
      modes.reading.gesture = .resizingPane
    } else if arrangement.pane?.contains(point) == true {
      pressInPane(row: point.row)
    } else {
      modes.reading.focus = .article
      modes.reading.gesture = letter(at: point).map { .selecting(Drag(start: $0, hasMoved: false)) }
    }
    return []
  }

  private mutating func pressInPane(row: Int) {
    var index = article.pane.top + row
    let rows = paneRows
    while rows.indices.contains(index), rows[index].isRest { index -= 1 }
    guard rows.indices.contains(index), rows[index].isItem else { return }
    selectPaneRow(at: index, searching: 1)
    jumpFromPane()
  }

  // MARK: Passages

  /// Selects from the letter where the button went down to the one under the pointer, in the order of
  /// the text; above and below the article, the text moves.
  private mutating func drag(_ drag: Drag, to point: ScreenPoint) {
    let rows = arrangement.article.rows
    if point.row < rows.lowerBound || point.row == 0 { scroll(by: -1) }
    if point.row >= rows.upperBound { scroll(by: 1) }
    guard let end = letter(at: point), end != drag.start || drag.hasMoved else { return }
    modes.reading.gesture = .selecting(Drag(start: drag.start, hasMoved: true))
    let passage = drag.start.union(end)
    article.selection = passage.isEmpty ? nil : .passage(passage)
  }

  /// Where nothing was drawn up, selects what is under the pointer.
  private mutating func release(_ drag: Drag, at point: ScreenPoint) {
    guard !drag.hasMoved, arrangement.article.contains(point) else { return }
    select(letter: drag.start)
  }

  /// Selects the name or the quotation of a letter, or puts the caret there.
  private mutating func select(letter: TextSpan) {
    if !letter.isEmpty, let place = article.results.places(in: letter).first {
      selectMention(place.span)
    } else if !letter.isEmpty, let piece = article.results.pieces(in: letter).first,
      let first = piece.quotation.content.first
    {
      selectQuotation(first)
    } else {
      article.selection = nil
      putCaret(at: letter.lower)
    }
  }

  /// The letter under the pointer, or the end of the line that is nearer.
  ///
  /// Rows outside the article count as the row at its edge; `nil` where that shows no text.
  private func letter(at point: ScreenPoint) -> TextSpan? {
    let area = arrangement.article
    let visible = visibleRows
    let index = min(max(0, point.row - area.row), visible.count - 1)
    guard visible.indices.contains(index) else { return nil }
    guard let line = line(at: visible[index]) else {
      let end = visible[index].paragraph.content.upper
      return TextSpan(end, end)
    }
    let column = Column(point.column - column(of: visible[index].paragraph))
    if let cell = line.cell(at: column), !cell.span.isEmpty { return cell.span }
    let end = line.offset(at: column)
    return TextSpan(end, end)
  }
}
