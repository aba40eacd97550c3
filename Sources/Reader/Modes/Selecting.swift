import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// A passage that is being selected by keys: a logical range, whatever it looks like on the screen.
struct Selecting: Mode {
  /// The unit that was selected first: it stays in the passage.
  private(set) var fixed: TextSpan
  /// The unit that movement puts elsewhere.
  private(set) var head: TextSpan

  /// The passage.
  var span: TextSpan { fixed.union(head) }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let paragraph = state.text.paragraph(at: head.lower)
    let isLeftward = state.layout(of: paragraph).direction == .rightToLeft
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case .left: moveHead(forward: isLeftward, in: state)
    case .right: moveHead(forward: !isLeftward, in: state)
    case .down, "j": moveHead(rows: 1, in: state)
    case .up, "k": moveHead(rows: -1, in: state)
    case "w": extend(in: state, by: Self.words)
    case "b": shrinkWord(in: state)
    case "s": extend(in: state, by: SentenceSplitter.sentences)
    case "S": extendToParagraph(in: state)
    case "e":
      let results = state.article.results
      extend(in: state) { _, span in results.places(in: span).map(\.span) }
    case "q":
      guard extendToQuotation(in: state) else {
        state.notice = Notice(.noQuotations)
        return .stay()
      }
    case "o": swap(&fixed, &head)
    case "v": return .leave()
    case .escape:
      state.article.selection = nil
      return .leave()
    default: return .leaveAndPassDown()
    }
    show(in: &state)
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  fileprivate func show(in state: inout ReaderState) {
    state.article.selection = .passage(span)
    state.reveal(head)
    state.notice = Notice(.selectingHelp)
  }

  // MARK: Movement

  private mutating func moveHead(forward: Bool, in state: ReaderState) {
    if forward {
      let paragraph = state.text.paragraph(at: head.upper)
      let offset = head.upper >= paragraph.content.upper ? paragraph.next : head.upper
      if offset < state.text.end { head = state.cluster(at: offset) }
      return
    }
    let paragraph = state.text.paragraph(at: head.lower)
    if head.lower > paragraph.start {
      head = state.clusters(of: paragraph).filter { $0.lower < head.lower }.max() ?? head
    } else if let before = state.text.paragraph(before: paragraph) {
      head = state.clusters(of: before).max() ?? before.content
    }
  }

  /// Moves the head by rows, staying in its column.
  private mutating func moveHead(rows count: Int, in state: ReaderState) {
    let here = state.row(showing: head.lower)
    let column = state.line(at: here)?.cell(at: head.lower)?.column ?? Column(0)
    var target = state.row(count, from: here)
    // A blank row between paragraphs is passed.
    while state.line(at: target)?.cells.isEmpty ?? true {
      let next = state.row(count > 0 ? 1 : -1, from: target)
      if next == target { return }
      target = next
    }
    guard let line = state.line(at: target) else { return }
    let last = state.text.scalar(before: line.span.upper)?.offset ?? line.span.lower
    head = state.cluster(at: min(line.offset(at: column), last))
  }

  private static func words(of text: DecodedText, in span: TextSpan) -> [TextSpan] {
    Tokenizer.tokens(of: text, in: span).filter { $0.kind != .punctuation }.map(\.span)
  }

  /// Extends the passage to the unit that holds its end, or to the one after it.
  private mutating func extend(
    in state: ReaderState, by units: (DecodedText, TextSpan) -> [TextSpan]
  ) {
    let passage = span
    let paragraph = state.text.paragraph(at: head.lower)
    let here = units(state.text, paragraph.content).first {
      $0.upper > passage.upper || !passage.contains($0) && $0.overlaps(passage)
    }
    // Where the paragraph has no more of them, on to the next.
    let next = here == nil ? state.text.paragraph(after: paragraph) : nil
    if let unit = here ?? next.flatMap({ units(state.text, $0.content).first }) { grow(to: unit) }
  }

  private mutating func extendToParagraph(in state: ReaderState) {
    let paragraph = state.text.paragraph(at: head.lower)
    guard span.contains(paragraph.content) else { return grow(to: paragraph.content) }
    guard var following = state.text.paragraph(after: paragraph) else { return }
    while following.content.isEmpty, let more = state.text.paragraph(after: following) {
      following = more
    }
    grow(to: following.content)
  }

  private mutating func grow(to unit: TextSpan) {
    guard !unit.isEmpty else { return }
    // A single letter where the selection began becomes the whole unit.
    let isStart = unit.contains(fixed) && fixed == head
    if isStart {
      fixed = unit
    } else if unit.overlaps(fixed) {
      fixed = fixed.union(unit)
    }
    head = unit
  }

  private mutating func extendToQuotation(in state: ReaderState) -> Bool {
    let results = state.article.results
    let quotation =
      results.pieces(in: span).first?.quotation ?? results.quotation(endingAfter: span.lower)
    guard let quotation, let first = quotation.content.first else { return false }
    fixed = quotation.content.reduce(first) { $0.union($1) }
    head = fixed
    return true
  }

  /// Takes the last word off the end.
  private mutating func shrinkWord(in state: ReaderState) {
    let paragraph = state.text.paragraph(at: head.lower)
    let words = Self.words(of: state.text, in: paragraph.content).filter {
      $0.upper < span.upper && $0.lower >= fixed.lower
    }
    if let last = words.last { head = last }
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Selecting? {
    guard let fixed = fixed.relocated(by: change), let head = head.relocated(by: change) else {
      state.notice = Notice(.passageGone)
      return nil
    }
    return Selecting(fixed: fixed, head: head)
  }
}

extension ReaderState {
  /// Begins to select a passage: at what is selected, else at the first letter on the screen.
  mutating func beginSelecting() {
    let visible = visibleSpan
    var start = article.selection.map { fullSpan(of: $0) }
    if let span = start, !span.overlaps(visible) { start = nil }
    let first = start ?? cluster(at: visible.lower)
    modes.reading.focus = .article
    let selecting = Selecting(fixed: first, head: first)
    selecting.show(in: &self)
    modes.push(selecting)
  }

  /// The text of a selection, a quotation from its first word to its last.
  func fullSpan(of selection: Selection) -> TextSpan {
    guard case .quotation(let span) = selection,
      let quotation = article.results.quotation(at: span)
    else { return selection.span }
    return quotation.content.reduce(span) { $0.union($1) }
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
