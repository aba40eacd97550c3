import Screen

/// What keys do to a line that is typed.
enum LineEditing {
  /// Changes `text` as `key` says, or says that it is for something else.
  static func edit(_ text: inout String, _ key: Key) -> Bool {
    switch key {
    case .backspace:
      guard !text.isEmpty else { return false }
      // The last scalar, not the last character: a mark is taken off before its letter.
      text.unicodeScalars.removeLast()
    case .control("u"):
      text = ""
    case .control("w"):
      while text.last?.isWhitespace == true { text.removeLast() }
      while let last = text.last, !last.isWhitespace { text.removeLast() }
    case .character(let character):
      text.append(character)
    default:
      return false
    }
    return true
  }
}
