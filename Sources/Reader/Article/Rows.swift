import Screen
import Interface
import ArabicText
import TextLayout

extension ReaderState {
  /// The layout of `paragraph` at the present width.
  func layout(of paragraph: Paragraph) -> ParagraphLayout {
    article.layouts.layout(of: paragraph, options: layoutOptions(for: paragraph))
  }

  private func layoutOptions(for paragraph: Paragraph) -> LayoutOptions {
    // Asked for each row that is drawn, and found by reading all of a paragraph without a letter.
    let direction = article.directions.direction(of: paragraph) {
      ParagraphDirections.Direction(
        ofLine: directionOfLine(cutBefore: paragraph), inherited: inheritedDirection(of: paragraph))
    }
    return LayoutOptions(
      width: arrangement.article.size.columns - 2 * indent(of: paragraph),
      direction: appearance.direction ?? direction.ofLine,
      fallback: appearance.direction == nil ? direction.inherited : .rightToLeft,
      lettering: appearance.lettering,
      justifies: appearance.typesetting.justifies && !isHeading(paragraph),
      closesBlanks: article.document.isJoined(paragraph),
      hang: hang(of: paragraph))
  }

  /// The direction of the line that `paragraph` is a later piece of; `nil` where it is a whole line or
  /// the first piece, which decide for themselves.
  private func directionOfLine(cutBefore paragraph: Paragraph) -> Direction? {
    guard paragraph.continuesLine else { return nil }
    let upper = min(paragraph.lineStart + Paragraph.longestPiece, paragraph.start)
    return firstStrongDirection(in: TextSpan(paragraph.lineStart, upper))
  }

  /// The direction of the nearest earlier paragraph that has a strong letter; right to left where
  /// the few before have none.
  ///
  /// Of a line that was cut the first piece counts.
  private func inheritedDirection(of paragraph: Paragraph) -> Direction {
    if let own = firstStrongDirection(in: paragraph.content) { return own }
    var current = paragraph
    for _ in 0..<8 {
      if current.continuesLine { current = text.paragraph(at: current.lineStart) }
      if let own = firstStrongDirection(in: current.content) { return own }
      guard let before = text.paragraph(before: current) else { break }
      current = before
    }
    return .rightToLeft
  }

  /// The direction of the first strong letter in `span` (UAX #9, P2), isolates included.
  func firstStrongDirection(in span: TextSpan) -> Direction? {
    for scalar in text.scalars(in: span) {
      switch ScalarProperties(scalar.value).bidi {
      case .l: return .leftToRight
      case .r, .al: return .rightToLeft
      default: continue
      }
    }
    return nil
  }

  /// The direction of the article: that of its first paragraph that has one.
  var articleDirection: Direction {
    var paragraph = text.paragraph(at: .zero)
    for _ in 0..<8 where paragraph.content.isEmpty {
      guard let next = text.paragraph(after: paragraph) else { break }
      paragraph = next
    }
    return layout(of: paragraph).direction
  }

  /// The row `count` rows below `position`, or above if negative, and no farther than the text goes.
  func row(_ count: Int, from position: RowPosition) -> RowPosition {
    var position = position
    if count >= 0 {
      var left = count
      while left > 0 {
        let below = rowCount(of: position.paragraph) - 1 - position.row
        if left <= below {
          return RowPosition(paragraph: position.paragraph, row: position.row + left)
        }
        guard let next = paragraph(after: position.paragraph) else {
          return RowPosition(paragraph: position.paragraph, row: position.row + max(0, below))
        }
        left -= below + 1
        position = RowPosition(paragraph: next, row: 0)
      }
      return position
    }
    var left = -count
    while left > position.row {
      guard let before = paragraph(before: position.paragraph) else {
        return RowPosition(paragraph: position.paragraph, row: 0)
      }
      left -= position.row + 1
      position = RowPosition(paragraph: before, row: rowCount(of: before) - 1)
    }
    return RowPosition(paragraph: position.paragraph, row: position.row - left)
  }

  /// The lowest top row: with it the last row of the article stands at the bottom.
  var lowestTop: RowPosition {
    row(-(arrangement.article.size.rows - 1), from: lastRow)
  }

  /// The rows on the screen, from the top.
  var visibleRows: [RowPosition] {
    var rows: [RowPosition] = []
    var position = article.top
    for _ in 0..<arrangement.article.size.rows {
      rows.append(position)
      let next = row(1, from: position)
      if next == position { break }
      position = next
    }
    return rows
  }

  /// The text on the screen.
  var visibleSpan: TextSpan {
    let lines = visibleRows.compactMap(line(at:))
    guard let first = lines.first, let last = lines.last else {
      return TextSpan(article.top.paragraph.start, article.top.paragraph.start)
    }
    return first.span.union(last.span)
  }

  /// The text at the top of the screen, to come back to another day.
  package var place: TextOffset { article.anchor ?? visibleSpan.lower }

  /// Goes to where the reading was left another day; places outside the text count as its end.
  ///
  /// Who has begun to read elsewhere stays there.
  package mutating func restore(
    place: TextOffset, caret: TextOffset? = nil, jumps: [TextOffset],
    letterMarks: [Character: TextOffset] = [:]
  ) {
    let known = letterMarks.filter { $0.value <= text.end }
      .mapValues { text.scalarBoundary(atOrBefore: $0) }
    article.letterMarks = known.merging(article.letterMarks) { _, new in new }
    guard self.place == .zero, article.jumps.isEmpty else { return }
    article.jumps = jumps.filter { $0 <= text.end }
      .map { Jump(text.scalarBoundary(atOrBefore: $0), selection: nil) }
    if let caret, article.caret == nil { putCaret(at: min(caret, text.end)) }
    guard place > .zero else { return }
    let boundary = text.scalarBoundary(atOrBefore: min(place, text.end))
    article.top = min(row(showing: boundary), lowestTop)
    notice = Notice(.whereYouLeftOff, .call(of: .goToStart, in: keymap))
  }

  /// Where in the article the screen begins, 0 to 100; 100 as soon as its end is on the screen.
  ///
  /// What was asked for by its number is what is told: the line that holds it begins a little before.
  package var percent: Int {
    if let asked = article.askedPercent { return asked }
    let total = text.utf8Count
    guard total > 0 else { return 100 }
    if let last = visibleRows.last, last >= lastRow { return 100 }
    return min(99, place.utf8 * 100 / total)
  }
}
