import ArabicText
import Interface
import Screen

/// The tags of a passage, typed in a line above which the known ones are listed: those that hold what is
/// being typed, however they are spelled, with how often they are used.
struct TagPicker: Mode {
  /// The passage; `nil` where its words are gone: the tags are kept for others.
  private(set) var span: Optional<TextSpan>
  /// The words of the passage, or those that it had.
  let words: String
  /// Where these stood, while they are gone.
  private var lost: Optional<LostWords>
  /// What was typed so far, or taken from the list.
  var text: String { line.text }
  private var line: TypedLine
  /// What the line may become, while that is being chosen.
  private var choice: Optional<Completion>
  private var rows: PickList

  /// Asks for the tags of `span`, which holds or held `words`, beginning with `text`.
  init(_ span: TextSpan?, words: String, _ text: String) {
    self.span = span
    self.words = words
    line = TypedLine(text)
    lost = nil
    choice = nil
    rows = PickList(selected: nil)
  }

  var takesText: Bool { true }

  // MARK: Tags

  /// The tag that is being typed at the end of `text`.
  ///
  /// - Complexity: O(*n*); by scalars, as a line may be long and this is asked for with each screen.
  private var typed: Substring {
    let scalars = text.unicodeScalars
    let sign = scalars.lastIndex { ",،;؛".unicodeScalars.contains($0) }
    return text[(sign.map(scalars.index(after:)) ?? text.startIndex)...].drop(while: \.isWhitespace)
  }

  /// What the tag at the end may become: the known tags that the line does not have.
  private func known(in state: ReaderState) -> Completion {
    if let choice { return choice }
    let part = typed
    let stem = String(text.dropLast(part.count))
    let taken = Set(stem.typedTags)
    let filter = NameFilter(String(part))
    let candidates = state.article.notes.tags.map(\.name).filter { tag in
      !taken.contains(tag) && filter.holds(for: [DecodedText(tag)])
    }
    return Completion(stem: stem, typed: String(part), candidates: candidates)
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .escape, .control("g"), .control("c"): return .leave()
    case .enter: return answer(in: &state)
    case .down, .control("n"), .tab: step(.forward, in: state)
    case .up, .control("p"), .backTab: step(.backward, in: state)
    case .backspace where text.isEmpty: return .leave()
    default: if line.edit(key) { forgetChoice() }
    }
    return .stay()
  }

  mutating func paste(_ pasted: String, in state: inout ReaderState) -> ModeResult {
    line.insert(pasted.onOneLine)
    forgetChoice()
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelDown: step(.forward, in: state)
    case .wheelUp: step(.backward, in: state)
    case .press:
      var known = known(in: state)
      let count = known.candidates.count
      guard let row = rows.row(at: event.point, of: count, above: bottom(in: state)) else { break }
      known.index = row
      // Further tags may follow.
      line = TypedLine(known.text + "، ")
      forgetChoice()
    case .drag, .release: break
    }
    return .stay()
  }

  /// Puts the next tag of the list in the place of what is being typed, or the one before; between last and
  /// first comes what was typed.
  private mutating func step(_ step: Step, in state: ReaderState) {
    var known = known(in: state)
    guard !known.candidates.isEmpty else { return }
    known.step(step)
    line = TypedLine(known.text)
    choice = known
    rows.select(known.index, of: known.candidates.count, above: bottom(in: state))
  }

  private mutating func forgetChoice() {
    choice = nil
    rows = PickList(selected: nil)
  }

  private func answer(in state: inout ReaderState) -> ModeResult {
    if let span { return .leave(state.tag(span, text)) }
    return .leave(state.save(note))
  }

  /// The tags as they are to be stored.
  var note: UnsavedNote {
    UnsavedNote(.tags, text: text, of: span.map { .passage($0) }, words: words, lost: lost)
  }

  /// The line goes on; where its words are gone, its tags are for others, until they are back.
  func relocated(by change: TextChange, in state: inout ReaderState) -> TagPicker? {
    let moved = note.relocated(by: change)
    var picker = self
    picker.lost = moved.lost
    picker.span = if case .passage(let span) = moved.subject { span } else { nil }
    return picker
  }

  // MARK: View

  /// The row of the screen below the list.
  private func bottom(in state: ReaderState) -> Int {
    StatusLine.rows(above: status(state), in: state)
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let candidates = known(in: state).candidates
    let all = state.article.notes.tags
    let counts = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.count) })
    let nothing = state.string(all.isEmpty ? .tagsNone : .tagIsNew)
    // Behind a tag that is known there is nothing to tell of a new one.
    guard !candidates.isEmpty || all.isEmpty || !typed.isEmpty && counts[String(typed)] == nil
    else { return }
    rows.draw(
      candidates.count, above: bottom(in: state), nothing: nothing, state, into: &painter
    ) { row in
      PickList.Row(
        label: candidates[row],
        note: counts[candidates[row]].map { state.language.string(of: $0) } ?? "")
    }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [
      Hint([.up, .down], .hintPick), Hint(["،"], .hintNextTag), Hint([.enter], .hintSave),
      Hint([.escape], .hintClose),
    ]
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    let line = Phrase.Argument.text(line.shown)
    return StatusLineText(
      state.string(Phrase(span == nil ? .askTagsForOthers : .askTags, line)),
      end: state.string(.tagCount, .number(known(in: state).candidates.count)), ground: .prompt)
  }
}
