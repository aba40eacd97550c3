import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// A passage that is being selected by keys: a logical range, whatever it looks like on the screen.
struct Selecting: Mode {
  /// The unit that was selected first, which stays in the passage; `nil` until one begins, while keys
  /// move the caret.
  private(set) var fixed: Optional<TextSpan>
  /// The unit that movement puts elsewhere.
  private(set) var head: TextSpan

  /// The passage, or the letter that it would begin with.
  var span: TextSpan { fixed.map { $0.union(head) } ?? head }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch ArabicKeyboard.latinKey(for: key) ?? key {
    case .left: head = state.cluster(to: .left, of: head)
    case .right: head = state.cluster(to: .right, of: head)
    case .down, "j": head = state.cluster(rows: 1, from: head)
    case .up, "k": head = state.cluster(rows: -1, from: head)
    case "W" where fixed == nil: head = state.wordStart(.forward, of: head)
    case "b" where fixed == nil, "B" where fixed == nil:
      head = state.wordStart(.backward, of: head)
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
    case "o":
      guard var other = fixed else { break }
      swap(&other, &head)
      fixed = other
    case "v":
      if fixed != nil { return .leave() }
      fixed = head
    case .escape:
      state.article.selection = nil
      state.article.caret = head.lower
      return .leave()
    default: return .leaveAndPassDown()
    }
    show(in: &state)
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  /// Shows the passage, or where it would begin, and what can be done about it.
  fileprivate func show(in state: inout ReaderState) {
    state.article.selection = fixed == nil ? nil : .passage(span)
    if fixed == nil { state.article.caret = head.lower }
    state.reveal(head)
    // Where hints tell the keys, the line tells what is selected.
    if !state.appearance.showsHints {
      state.notice = Notice(fixed == nil ? .caretHelp : .selectingHelp)
    }
  }

  // MARK: Movement

  /// The words in `span`: runs of letters and digits.
  static func words(of text: DecodedText, in span: TextSpan) -> [TextSpan] {
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
    while state.text.isBlank(following), let more = state.text.paragraph(after: following) {
      following = more
    }
    grow(to: following.content)
  }

  private mutating func grow(to unit: TextSpan) {
    guard !unit.isEmpty else { return }
    // A single letter where the selection began becomes the whole unit.
    if let start = fixed, !(unit.contains(start) && start == head) {
      if unit.overlaps(start) { fixed = start.union(unit) }
    } else {
      fixed = unit
    }
    head = unit
  }

  private mutating func extendToQuotation(in state: ReaderState) -> Bool {
    let results = state.article.results
    let quotation =
      results.pieces(in: span).first?.quotation ?? results.quotation(endingAfter: span.lower)
    guard let quotation, let first = quotation.content.first else { return false }
    head = quotation.content.reduce(first) { $0.union($1) }
    fixed = head
    return true
  }

  /// Takes the last word off the end.
  private mutating func shrinkWord(in state: ReaderState) {
    let paragraph = state.text.paragraph(at: head.lower)
    let words = Self.words(of: state.text, in: paragraph.content).filter {
      $0.upper < span.upper && $0.lower >= (fixed ?? span).lower
    }
    if let last = words.last { head = last }
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    guard fixed == nil, state.notice == nil else { return nil }
    return StatusLineText(state.string(.caretIs), end: state.position)
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    if fixed == nil {
      return [
        Hint(["v"], .hintBegin), Hint([.left, .right, .up, .down], .hintMove),
        Hint(["w"], .hintWord), Hint(["s"], .hintSentence), Hint(["q"], .hintQuotation),
        Hint([.escape], .hintClear),
      ]
    }
    let others = [
      state.hint(.highlight, .hintHighlight), state.hint(.writeNote, .hintNote),
      state.hint(.correct, .hintCorrect), state.hint(.copy, .hintCopy),
    ]
    return [Hint([.left, .right, "w"], .hintExtend)] + others.compactMap(\.self)
      + [Hint([.escape], .hintClear)]
  }

  /// Stays on its words; a caret alone is somewhere near in any case.
  func relocated(by change: TextChange, in state: inout ReaderState) -> Selecting? {
    guard let fixed else {
      return Selecting(fixed: nil, head: state.cluster(at: change.offset(head.lower)))
    }
    guard let start = fixed.relocated(by: change), let head = head.relocated(by: change) else {
      state.notice = Notice(change.fate(of: span))
      return nil
    }
    return Selecting(fixed: start, head: head)
  }
}

extension ReaderState {
  /// Begins to select a passage: at what is selected, or with a caret that is yet to be moved.
  mutating func beginSelecting() {
    let visible = visibleSpan
    var start = article.selection.map { fullSpan(of: $0) }
    if let span = start, !span.overlaps(visible) { start = nil }
    let first = start ?? cluster(at: caretOnScreen ?? visible.lower)
    modes.reading.focus = .article
    guard !first.isEmpty else { return }
    let mode = Selecting(fixed: start, head: first)
    mode.show(in: &self)
    modes.push(mode)
  }

  /// The text of a selection, a quotation from its first word to its last.
  func fullSpan(of selection: Selection) -> TextSpan {
    guard case .quotation(let span) = selection,
      let quotation = article.results.quotation(at: span)
    else { return selection.span }
    return quotation.content.reduce(span) { $0.union($1) }
  }
}
