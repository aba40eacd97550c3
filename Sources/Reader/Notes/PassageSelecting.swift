import ArabicText
import Interface
import Screen
import TextLayout

/// A passage that is being selected: a logical range, whatever it looks like on the screen.
struct PassageSelecting: Hashable, Sendable {
  /// The unit that was selected first: it stays in the passage.
  var fixed: TextSpan
  /// The unit that movement puts elsewhere.
  var head: TextSpan

  /// The passage.
  var span: TextSpan { fixed.union(head) }
}

extension ReaderState {
  /// Begins to select a passage: at what is selected, else at the first letter on the screen.
  mutating func beginSelecting() {
    let visible = visibleSpan
    var start = selection.map { fullSpan(of: $0) }
    if let span = start, !span.overlaps(visible) { start = nil }
    let first = start ?? cluster(at: visible.lower)
    notes.selecting = PassageSelecting(fixed: first, head: first)
    focus = .article
    showSelecting()
  }

  /// The text of a selection, a quotation from its first word to its last.
  func fullSpan(of selection: Selection) -> TextSpan {
    guard case .quotation(let span) = selection, let quotation = marks.quotation(at: span) else {
      return selection.span
    }
    return quotation.content.reduce(span) { $0.union($1) }
  }

  private mutating func showSelecting() {
    guard let selecting = notes.selecting else { return }
    selection = .passage(selecting.span)
    reveal(selecting.head)
    notice = Notice(.selectingHelp)
  }

  /// Takes a key while a passage is being selected; `nil` where the key means what it always does.
  mutating func pressWhileSelecting(_ key: Key) -> [Effect]? {
    guard let selecting = notes.selecting else { return nil }
    let isLeftward = direction(at: selecting.head.lower) == .rightToLeft
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case .left: moveHead(forward: isLeftward)
    case .right: moveHead(forward: !isLeftward)
    case .down, "j": moveHead(rows: 1)
    case .up, "k": moveHead(rows: -1)
    case "w": extend(by: words)
    case "b": shrinkWord()
    case "s": extend(by: sentences)
    case "S": extend { [$0.content] }
    case "e":
      extend { state in state.marks.places(in: state.paragraphSpan(of: selecting)).map(\.span) }
    case "q": extendToQuotation()
    case "o": notes.selecting = PassageSelecting(fixed: selecting.head, head: selecting.fixed)
    case "v", .escape:
      notes.selecting = nil
      if key == .escape { selection = nil }
      return []
    default:
      notes.selecting = nil
      return nil
    }
    showSelecting()
    return []
  }

  /// The grapheme cluster at `offset`.
  func cluster(at offset: TextOffset) -> TextSpan {
    let paragraph = document.text.paragraph(at: offset)
    let cells = layout(of: paragraph).lines.flatMap(\.cells).filter { !$0.span.isEmpty }
    let cell = cells.filter { $0.span.upper > offset }.min { $0.span < $1.span }
    return cell?.span ?? TextSpan(paragraph.content.upper, paragraph.content.upper)
  }

  private func direction(at offset: TextOffset) -> Direction {
    layout(of: document.text.paragraph(at: offset)).direction
  }

  private mutating func moveHead(forward: Bool) {
    guard let head = notes.selecting?.head else { return }
    let next: TextSpan
    if forward {
      let paragraph = document.text.paragraph(at: head.upper)
      let offset = head.upper >= paragraph.content.upper ? paragraph.next : head.upper
      next = offset < document.text.end ? cluster(at: offset) : head
    } else {
      let paragraph = document.text.paragraph(at: head.lower)
      if head.lower > paragraph.start {
        let cells = layout(of: paragraph).lines.flatMap(\.cells)
        next = cells.map(\.span).filter { !$0.isEmpty && $0.lower < head.lower }.max() ?? head
      } else if let before = document.text.paragraph(before: paragraph) {
        let cells = layout(of: before).lines.flatMap(\.cells)
        next = cells.map(\.span).filter { !$0.isEmpty }.max() ?? before.content
      } else {
        next = head
      }
    }
    notes.selecting?.head = next
  }

  /// Moves the head by rows, staying in its column.
  private mutating func moveHead(rows count: Int) {
    guard let head = notes.selecting?.head else { return }
    let here = row(showing: head.lower)
    let column = line(at: here)?.cell(at: head.lower)?.column ?? Column(0)
    var target = row(count, from: here)
    // A blank row between paragraphs is passed.
    while line(at: target)?.cells.isEmpty ?? true {
      let next = row(count > 0 ? 1 : -1, from: target)
      if next == target { return }
      target = next
    }
    guard let line = line(at: target) else { return }
    let cell = cluster(at: min(line.offset(at: column), line.span.upper - 1))
    notes.selecting?.head = cell
  }

  private func paragraphSpan(of selecting: PassageSelecting) -> TextSpan {
    document.text.paragraph(at: selecting.head.lower).content
  }

  private func words(_ state: ReaderState) -> [TextSpan] {
    guard let selecting = state.notes.selecting else { return [] }
    return Tokenizer.tokens(of: document.text, in: state.paragraphSpan(of: selecting))
      .filter { $0.kind != .punctuation }.map(\.span)
  }

  private func sentences(_ state: ReaderState) -> [TextSpan] {
    guard let selecting = state.notes.selecting else { return [] }
    return SentenceSplitter.sentences(
      of: document.text, in: state.paragraphSpan(of: selecting))
  }

  private mutating func extend(_ paragraphs: (Paragraph) -> [TextSpan]) {
    guard let selecting = notes.selecting else { return }
    let paragraph = document.text.paragraph(at: selecting.head.lower)
    if !selecting.span.contains(paragraph.content) {
      grow(to: paragraph.content)
    } else if let next = document.text.paragraph(after: paragraph) {
      var following = next
      while following.content.isEmpty, let more = document.text.paragraph(after: following) {
        following = more
      }
      grow(to: following.content)
    }
  }

  /// Extends the passage to the unit that holds its end, or to the one after it.
  private mutating func extend(by units: (ReaderState) -> [TextSpan]) {
    guard let selecting = notes.selecting else { return }
    let passage = selecting.span
    if let unit = units(self).first(where: {
      $0.upper > passage.upper || !passage.contains($0) && $0.overlaps(passage)
    }) {
      grow(to: unit)
      return
    }
    // The paragraph has no more of them: on to the next that has.
    guard
      let next = document.text.paragraph(after: document.text.paragraph(at: selecting.head.lower))
    else { return }
    var probe = self
    probe.notes.selecting = PassageSelecting(
      fixed: selecting.fixed, head: TextSpan(next.start, next.start))
    if let unit = units(probe).first { grow(to: unit) }
  }

  private mutating func grow(to unit: TextSpan) {
    guard let selecting = notes.selecting, !unit.isEmpty else { return }
    // A single letter where the selection began becomes the whole unit.
    let isStart = unit.contains(selecting.fixed) && selecting.fixed == selecting.head
    notes.selecting = PassageSelecting(
      fixed: isStart
        ? unit
        : selecting.fixed.union(
          unit.overlaps(selecting.fixed) ? unit : selecting.fixed), head: unit)
  }

  private mutating func extendToQuotation() {
    guard let selecting = notes.selecting else { return }
    let spans = marks.quoted.filter { $0.span.upper > selecting.span.lower }
    let target = spans.first { $0.span.overlaps(selecting.span) } ?? spans.first
    guard let target else {
      notice = Notice(.noQuotations)
      return
    }
    let content = marks.analysis.quotations[target.quotation].content
    let span = content.reduce(target.span) { $0.union($1) }
    notes.selecting = PassageSelecting(fixed: span, head: span)
  }

  /// Takes the last word off the end.
  private mutating func shrinkWord() {
    guard let selecting = notes.selecting else { return }
    let words = words(self).filter {
      $0.upper < selecting.span.upper && $0.lower >= selecting.fixed.lower
    }
    if let last = words.last { notes.selecting?.head = last }
  }
}
