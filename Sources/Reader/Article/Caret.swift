import ArabicText
import TextLayout

/// Which way something moves on the screen.
enum Side {
  case left, right
}

extension ReaderState {
  /// The letters of the caret while it is to be seen: nothing else is selected, or a passage is about
  /// to begin there.
  var caretSpan: TextSpan? {
    if let head = modes.first(Selecting.self)?.head { return head }
    guard article.selection == nil, let caret = article.caret else { return nil }
    return cluster(at: caret)
  }

  /// Where keys go on from: the start of what is selected, or the caret; `nil` where the person has
  /// moved away from it.
  var caretOnScreen: TextOffset? {
    let visible = visibleSpan
    if let span = article.selection?.span, span.overlaps(visible) { return span.lower }
    guard article.selection == nil, let caret = article.caret else { return nil }
    let isVisible = visible.lower <= caret && caret <= visible.upper
    return isVisible ? caret : nil
  }

  /// Puts the caret on the letter at `offset`, or the last before it where a paragraph ends there.
  mutating func putCaret(at offset: TextOffset) {
    let boundary = text.scalarBoundary(atOrBefore: offset)
    let here = cluster(at: boundary)
    let paragraph = text.paragraph(at: boundary)
    article.caret = (here.isEmpty ? clusters(of: paragraph).max() ?? here : here).lower
  }

  /// Forgets the caret, as somebody goes elsewhere by name: keys go on from there.
  mutating func leaveCaret() { if article.selection == nil { article.caret = nil } }

  /// Moves the caret by `count` letters to one side of the screen; what was selected is so no longer.
  mutating func moveCaret(to side: Side, by count: Int) {
    guard text.utf8Count > 0 else { return }
    var place = cluster(at: caretOnScreen ?? visibleSpan.lower)
    // The first key only shows it, where it was not to be seen.
    if caretOnScreen != nil {
      for _ in 0..<min(count, Self.longestWalk) { place = cluster(to: side, of: place) }
    }
    article.selection = nil
    modes.reading.focus = .article
    article.caret = place.lower
    reveal(place)
  }

  /// The farthest that one key moves the caret, in letters.
  private static let longestWalk = 1000

  // MARK: Letters

  /// The letter to one side of `place`, on the next line where there is none.
  ///
  /// From the first letter of a paragraph the way back into one of the other direction is closed, as there
  /// the same key would lead here again.
  func cluster(to side: Side, of place: TextSpan) -> TextSpan {
    let paragraph = text.paragraph(at: place.lower)
    let direction = direction(at: paragraph)
    guard (side == .left) != (direction == .rightToLeft) else { return cluster(after: place) }
    let before = cluster(before: place)
    let isSameWay = self.direction(at: text.paragraph(at: before.lower)) == direction
    return isSameWay ? before : place
  }

  /// The direction of `paragraph`, of a blank one that of the last before it that has words.
  private func direction(at paragraph: Paragraph) -> Direction {
    var paragraph = paragraph
    while text.isBlank(paragraph), let before = text.paragraph(before: paragraph) {
      paragraph = before
    }
    return layout(of: paragraph).direction
  }

  /// The letter that follows `place` in the order of the text; `place` itself at the end.
  func cluster(after place: TextSpan) -> TextSpan {
    let paragraph = text.paragraph(at: place.upper)
    let offset = place.upper >= paragraph.content.upper ? paragraph.next : place.upper
    return offset < text.end ? cluster(at: offset) : place
  }

  /// The letter before `place` in the order of the text; `place` itself at the start.
  func cluster(before place: TextSpan) -> TextSpan {
    let paragraph = text.paragraph(at: place.lower)
    if place.lower > paragraph.start {
      return clusters(of: paragraph).filter { $0.lower < place.lower }.max() ?? place
    }
    guard let before = text.paragraph(before: paragraph) else { return place }
    return clusters(of: before).max() ?? before.content
  }

  /// The letter `count` rows below `place`, or above if negative, in its column.
  func cluster(rows count: Int, from place: TextSpan) -> TextSpan {
    let here = row(showing: place.lower)
    let column = line(at: here)?.cell(at: place.lower)?.column ?? Column(0)
    var target = row(count, from: here)
    // A blank row between paragraphs is passed.
    while line(at: target)?.cells.isEmpty ?? true {
      let next = row(count > 0 ? 1 : -1, from: target)
      if next == target { return place }
      target = next
    }
    guard let line = line(at: target) else { return place }
    let last = text.scalar(before: line.span.upper)?.offset ?? line.span.lower
    return cluster(at: min(line.offset(at: column), last))
  }

  /// The first letter of the word after `place`, or of the one before it.
  func wordStart(_ step: Step, of place: TextSpan) -> TextSpan {
    let paragraph = text.paragraph(at: place.lower)
    let here = Selecting.words(of: text, in: paragraph.content)
    switch step {
    case .forward:
      let next = here.first { $0.lower > place.lower }
      let following = text.paragraph(after: paragraph)
      let other = following.flatMap { Selecting.words(of: text, in: $0.content).first }
      return (next ?? other).map { cluster(at: $0.lower) } ?? place
    case .backward:
      let previous = here.last { $0.lower < place.lower }
      let before = text.paragraph(before: paragraph)
      let other = before.flatMap { Selecting.words(of: text, in: $0.content).last }
      return (previous ?? other).map { cluster(at: $0.lower) } ?? place
    }
  }

  /// The grapheme cluster at `offset`.
  func cluster(at offset: TextOffset) -> TextSpan {
    let paragraph = text.paragraph(at: offset)
    return clusters(of: paragraph).filter { $0.upper > offset }.min()
      ?? TextSpan(paragraph.content.upper, paragraph.content.upper)
  }

  /// The grapheme clusters of `paragraph`, line by line in visual order.
  fileprivate func clusters(of paragraph: Paragraph) -> [TextSpan] {
    layout(of: paragraph).lines.flatMap(\.cells).map(\.span).filter { !$0.isEmpty }
  }
}
