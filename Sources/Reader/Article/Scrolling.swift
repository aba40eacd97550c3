import Screen
import Interface
import ArabicText

extension ReaderState {
  /// The rows that a page moves by.
  var pageRows: Int { arrangement.article.size.rows }

  /// The farthest that one key scrolls, in rows: every row on the way is laid out.
  private static let longestScroll = 20_000

  /// Moves the article by `count` rows, down if positive.
  mutating func scroll(by count: Int) {
    let count = min(max(count, -Self.longestScroll), Self.longestScroll)
    article.top = min(row(count, from: article.top), lowestTop)
  }

  /// Makes a change that may give lines another width, and keeps the text at the top where it is.
  mutating func keepingPlace(_ change: (inout ReaderState) -> Void) {
    let place = article.anchor ?? self.place(of: article.top)
    change(&self)
    article.top = min(row(showing: place), lowestTop)
    article.anchor = place
    keepPaneRowVisible()
  }

  /// Goes to a place given in per cent of the text.
  mutating func jump(toPercent percent: Int) {
    remember()
    leaveCaret()
    if percent == 0 {
      article.top = RowPosition(paragraph: paragraph(at: .zero), row: 0)
    } else if percent >= 100 {
      article.top = lowestTop
      if article.selection == nil, text.utf8Count > 0 { putCaret(at: text.end) }
    } else {
      let (whole, rest) = text.utf8Count.quotientAndRemainder(dividingBy: 100)
      let offset = text.scalarBoundary(
        atOrBefore: TextOffset(whole * percent + rest * percent / 100))
      article.top = min(row(showing: offset), lowestTop)
      if lowestTop.row > 0 || lowestTop.paragraph.start > .zero { article.askedPercent = percent }
    }
  }

  /// Brings `span` onto the screen; where it is not there already, a third down from the top.
  ///
  /// - Returns: Whether the article moved.
  @discardableResult
  mutating func show(_ span: TextSpan) -> Bool {
    if !isShown(span) { liftFilter() }
    if visibleRows.contains(row(showing: span.lower)) { return false }
    remember()
    reveal(span)
    return true
  }

  /// As ``show(_:)``, without a place to go back to.
  mutating func reveal(_ span: TextSpan) {
    let target = row(showing: span.lower)
    if visibleRows.contains(target) { return }
    article.top = min(row(-(pageRows / 3), from: target), lowestTop)
  }

  /// Moves the text so that what the status line says of what is selected, in several rows, does not cover it.
  mutating func uncoverSelection() {
    // By itself the line is one row.
    guard notice != nil || !modes.open.isEmpty, let span = article.selection?.span,
      let index = visibleRows.firstIndex(of: row(showing: span.lower))
    else { return }
    let above = StatusLine.rows(above: nil, in: self) - arrangement.article.row
    if index >= above { scroll(by: index - above + 1) }
  }

  /// Remembers the present place for Back.
  mutating func remember() {
    if article.jumps.last != here { article.jumps.append(here) }
    if article.jumps.count > 100 { article.jumps.removeFirst() }
    article.forwardJumps = []
  }

  /// The present place.
  private var here: Jump { Jump(visibleSpan.lower, selection: article.selection) }

  /// Goes to where the last jumps began, as many as were said.
  mutating func goBack(_ times: Int?) {
    guard !article.jumps.isEmpty else {
      notice = Notice(.noJump)
      return
    }
    for _ in 0..<min(max(1, times ?? 1), article.jumps.count) {
      article.forwardJumps.append(here)
      if let jump = article.jumps.popLast() { follow(jump) }
    }
  }

  /// Goes again to where Back came from.
  mutating func goForward(_ times: Int?) {
    guard !article.forwardJumps.isEmpty else {
      notice = Notice(.noJumpForward)
      return
    }
    for _ in 0..<min(max(1, times ?? 1), article.forwardJumps.count) {
      article.jumps.append(here)
      if let jump = article.forwardJumps.popLast() { follow(jump) }
    }
  }

  private mutating func follow(_ jump: Jump) {
    goBack(to: jump)
    if let selection = jump.selection { article.selection = selection }
  }

  /// Brings the text of `jump` back to the top of the screen.
  mutating func goBack(to jump: Jump) {
    if place != jump.place { article.top = min(row(showing: jump.place), lowestTop) }
  }
}
