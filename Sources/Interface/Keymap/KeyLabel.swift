import Screen

extension Key {
  /// The key by its name on the keyboard.
  package func label(in language: Language) -> String {
    switch self {
    case .character(" "): string(.keySpace, in: language)
    case .character(let character): String(character)
    case .control(let letter): string(.keyControl, letter.uppercased(), in: language)
    case .alt(let letter): string(.keyAlt, String(letter), in: language)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: string(.keyPageUp, in: language)
    case .pageDown: string(.keyPageDown, in: language)
    case .home: string(.keyHome, in: language)
    case .end: string(.keyEnd, in: language)
    case .enter: string(.keyEnter, in: language)
    case .tab: string(.keyTab, in: language)
    case .backTab: string(.keyBackTab, in: language)
    case .escape: string(.keyEscape, in: language)
    case .backspace: string(.keyBackspace, in: language)
    case .delete: string(.keyDelete, in: language)
    case .insert: string(.keyInsert, in: language)
    case .function(let number): string(.keyFunction, String(number), in: language)
    }
  }

  /// The key by its name, as a text of the interface tells it: from left to right, so that a bracket is never
  /// mirrored, and on one line (UAX #14, WJ).
  package func labelInText(in language: Language) -> String {
    Label.leftToRight(label(in: language).replacing("-", with: "-\u{2060}"))
  }

  private func string(_ key: PhraseKey, _ text: String = "", in language: Language) -> String {
    Phrase(key, .word(text)).string(in: language)
  }
}
