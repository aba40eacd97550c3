import ArabicText
import Screen
import TextLayout

extension ReaderState {
  /// The rows that a turn of the wheel moves by.
  private static let wheelRows = 3

  /// Takes in what the mouse did.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    // A line that is being typed is not disturbed.
    guard prompt == nil else { return [] }
    if resizePane(event) { return [] }
    switch event.action {
    case .wheelUp: turnWheel(by: -Self.wheelRows, at: event.point)
    case .wheelDown: turnWheel(by: Self.wheelRows, at: event.point)
    case .press: return press(at: event.point)
    case .drag: drag(to: event.point)
    case .release: release(at: event.point)
    }
    return []
  }

  /// Gives the pane another width while the line beside it is dragged.
  private mutating func resizePane(_ event: MouseEvent) -> Bool {
    switch event.action {
    case .press:
      isResizingPane =
        palette == nil && helpTop == nil && chooser == nil
        && arrangement.border == event.point.column && !arrangement.status.contains(event.point)
      return isResizingPane
    case .drag where isResizingPane: setPaneColumns(event.point.column)
    case .release where isResizingPane: isResizingPane = false
    default: return false
    }
    return true
  }

  private mutating func turnWheel(by rows: Int, at point: ScreenPoint) {
    if palette != nil {
      movePalette(by: rows)
    } else if chooser != nil {
      moveInChooser(by: rows.signum())
    } else if helpTop != nil {
      scrollHelp(by: rows)
    } else if card == nil, arrangement.pane?.contains(point) == true {
      pane.top += rows
      keepPaneInBounds()
    } else if card == nil {
      scroll(by: rows)
    }
  }

  private mutating func press(at point: ScreenPoint) -> [Effect] {
    notice = nil
    drag = nil
    if let palette {
      guard point.row < size.rows - 1 else { return [] }
      self.palette?.selected = palette.top + point.row
      return runSelected()
    }
    if chooser != nil { return pressInChooser(row: point.row) }
    if helpTop != nil {
      helpTop = nil
      return []
    }
    if arrangement.status.contains(point) {
      return StatusLine(self).link(at: point).map { perform($0) } ?? []
    }
    if arrangement.pane?.contains(point) == true {
      card = nil
      pressInPane(row: point.row)
    } else if card != nil {
      pressInCard(row: point.row)
    } else {
      focus = .article
      drag = letter(at: point).map { Drag(start: $0) }
    }
    return []
  }

  private mutating func pressInPane(row: Int) {
    let index = pane.top + row
    let rows = paneRows
    guard rows.indices.contains(index), rows[index].isItem else { return }
    selectPaneRow(at: index, searching: 1)
    jumpFromPane()
  }

  private mutating func pressInCard(row: Int) {
    guard let card else { return }
    let rows = cardRows(of: card.entity)
    let index = card.top + row
    guard rows.indices.contains(index), rows[index].isItem else { return }
    self.card?.selected = index
    jumpFromCard(rows)
  }

  // MARK: Passages

  /// Selects from the letter where the button went down to the one under the pointer, in the order of
  /// the text; above and below the article, the text moves.
  private mutating func drag(to point: ScreenPoint) {
    guard let start = drag?.start else { return }
    let rows = arrangement.article.rows
    if point.row < rows.lowerBound || point.row == 0 { scroll(by: -1) }
    if point.row >= rows.upperBound { scroll(by: 1) }
    guard let end = letter(at: point), end != start || drag?.hasMoved == true else { return }
    drag?.hasMoved = true
    let passage = start.union(end)
    selection = passage.isEmpty ? nil : .passage(passage)
  }

  /// Where nothing was drawn up, selects what is under the pointer.
  private mutating func release(at point: ScreenPoint) {
    guard let drag else { return }
    self.drag = nil
    guard !drag.hasMoved, arrangement.article.contains(point) else { return }
    select(at: drag.start.lower, isOnLetter: !drag.start.isEmpty)
  }

  /// Selects the name or the quotation at `offset`, or nothing.
  private mutating func select(at offset: TextOffset, isOnLetter: Bool) {
    let letter = TextSpan(offset, offset + 1)
    if isOnLetter, let place = marks.places(in: letter).first {
      selectMention(place.span)
    } else if isOnLetter, let found = marks.quoted.first(where: { $0.span.overlaps(letter) }),
      let first = marks.analysis.quotations[found.quotation].content.first
    {
      selectQuotation(first)
    } else {
      selection = nil
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
    let column = Column(point.column - area.column)
    if let cell = line.cell(at: column), !cell.span.isEmpty { return cell.span }
    let end = line.offset(at: column)
    return TextSpan(end, end)
  }
}
