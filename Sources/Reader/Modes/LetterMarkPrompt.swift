import ArabicText
import Interface
import Screen

/// The second key of a command that names a place by a letter.
struct LetterMarkPrompt: Mode {
  /// What the letter is for.
  enum Purpose: Sendable {
    /// It names the place at the top of the screen from now on.
    case set
    /// The reader goes to the place that it names.
    case go
  }

  let purpose: Purpose

  var takesText: Bool { true }

  var opensPalette: Bool { true }

  var endsByCommand: Bool { true }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    state.tellOfPaste()
    return .stay()
  }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    guard case .character(let letter) = key, !letter.isWhitespace else {
      if purpose == .go, isBack(key, in: state) { state.goBack(nil) }
      return .leave()
    }
    switch purpose {
    case .set where letter.isLetter || letter.isNumber:
      state.article.letterMarks[letter] = state.place
      state.notice = Notice(.marked, .word(String(letter)))
      return .leave([.keepLetterMarks(state.article.letterMarks)])
    case .set:
      state.notice = Notice(.markNeedsLetter)
    case .go:
      go(to: letter, key, in: &state)
    }
    return .leave()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  /// Goes to the place named `letter`; the key that asks for a place, pressed again, leads back.
  private func go(to letter: Character, _ key: Key, in state: inout ReaderState) {
    let known = state.article.letterMarks
    if let place = known[letter] ?? twin(of: letter).flatMap({ known[$0] }) {
      state.remember()
      state.leaveCaret()
      state.article.top = min(
        state.row(showing: min(place, state.text.end)), state.lowestTop)
    } else if isBack(key, in: state) {
      state.goBack(nil)
    } else if letter == "^" {
      state.jump(toPercent: 0)
    } else if letter == "$" {
      state.jump(toPercent: 100)
    } else {
      state.notice = Notice(.noMark, .word(String(letter)), isError: true)
    }
  }

  private func isBack(_ key: Key, in state: ReaderState) -> Bool {
    let command = state.keymap.command(for: key)
    return command == .goToMark || command == .back
  }

  /// The letter that the same key types while the keyboard is the other one, Arabic or Latin.
  private func twin(of letter: Character) -> Character? {
    if case .character(let latin) = ArabicKeyboard.latinKey(for: .character(letter)) {
      return latin
    }
    return ArabicKeyboard.arabicCharacter(for: .character(letter))
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> LetterMarkPrompt? { self }

  func status(_ state: ReaderState) -> StatusLineText? {
    let known = state.article.letterMarks.keys.sorted().map(String.init).joined(separator: " ")
    let question =
      switch purpose {
      case .set: Phrase(.askMark)
      case .go where known.isEmpty: Phrase(.askPlaceWithoutMarks)
      case .go: Phrase(.askPlace, .word(known))
      }
    return StatusLineText(state.string(question), end: state.position, isWhole: true)
  }

  func hints(_ state: ReaderState) -> [Hint]? { [Hint([.escape], .hintClose)] }
}
