import ArabicText
import Interface
import Screen

/// What a key means that follows another.
enum PendingKey: Hashable, Sendable {
  /// A letter names the mark to be set.
  case setMark
  /// A letter names the mark to go to.
  case goToMark
}

extension ReaderState {
  /// Takes the key that ends a command of two keys.
  mutating func finish(_ pending: PendingKey, with key: Key) -> [Effect] {
    self.pending = nil
    guard case .character(let letter) = key, !letter.isWhitespace else {
      if isBack(key), pending == .goToMark { goBack(nil) }
      return []
    }
    switch pending {
    case .setMark where letter.isLetter || letter.isNumber:
      placeMarks[letter] = place
      notice = Notice(.marked, .word(String(letter)))
      return [.keepMarks(placeMarks)]
    case .setMark:
      notice = Notice(.markNeedsLetter)
    case .goToMark:
      goToMark(letter, key)
    }
    return []
  }

  /// Goes to the mark `letter`; the key that asks for a mark, pressed again, leads back.
  private mutating func goToMark(_ letter: Character, _ key: Key) {
    if let place = placeMarks[letter] ?? twin(of: letter).flatMap({ placeMarks[$0] }) {
      remember()
      top = min(row(showing: min(place, document.text.end)), lowestTop)
    } else if isBack(key) {
      goBack(nil)
    } else if letter == "^" {
      jump(toPercent: 0)
    } else if letter == "$" {
      jump(toPercent: 100)
    } else {
      notice = Notice(.noMark, .word(String(letter)), isError: true)
    }
  }

  private func isBack(_ key: Key) -> Bool {
    let command = keymap.command(for: key)
    return command == .goToMark || command == .back
  }

  /// The letter that the same key types while the keyboard is the other one, Arabic or Latin.
  private func twin(of letter: Character) -> Character? {
    if case .character(let latin) = ArabicKeyboard.latinKey(for: .character(letter)) {
      return latin
    }
    return ArabicKeyboard.arabicCharacter(for: .character(letter))
  }

  /// What the status line asks for while the second key of a command is waited for.
  var question: Phrase? {
    switch pending {
    case nil: nil
    case .setMark: Phrase(.askMark)
    case .goToMark where placeMarks.isEmpty: Phrase(.askPlaceWithoutMarks)
    case .goToMark:
      Phrase(.askPlace, .word(placeMarks.keys.sorted().map(String.init).joined(separator: " ")))
    }
  }

  /// Where an editor is to be opened: at what is selected, if it is on the screen, else at the top.
  var placeToEdit: TextOffset {
    if let selection, selection.span.overlaps(visibleSpan) { return selection.span.lower }
    return visibleSpan.lower
  }
}
