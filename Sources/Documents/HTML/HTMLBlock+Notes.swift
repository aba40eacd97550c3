/// Notes at the foot of a page or the end of a book, which links lead to and back from.
extension HTMLBlock {
  /// Signs that lead from a note back to its place, and those that say how they are drawn.
  private static let waysBack: Set<Unicode.Scalar> = [
    "↩", "↑", "^", "⏎", "↵", "\u{FE0E}", "\u{FE0F}", " ",
  ]

  /// Reads the words from `offset` on, which are a link to `target`, as part of a note: a number that is glued to a
  /// word is set in brackets, `كلام.[1]`, and a sign that leads back is left out.
  ///
  /// - Returns: whether there is no link any more.
  mutating func settleNote(from offset: Int, target: String) -> Bool {
    guard target.contains("#"), offset < bytes.count else { return false }
    let words = bytes[offset...]
    if String(decoding: words, as: UTF8.self).unicodeScalars.allSatisfy(Self.waysBack.contains) {
      bytes.removeSubrange(offset...)
      while bytes.last == 0x20 { bytes.removeLast() }
      return true
    }
    let isGlued = offset > 0 && ![0x20, 0x5B, 0x28].contains(bytes[offset - 1])
    if isGlued, words.count <= 6, Self.isNumber(words) {
      bytes.insert(0x5B, at: offset)
      bytes.append(0x5D)
    }
    return false
  }

  /// Whether these are digits, of Arabic ones the two bytes.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.generalCategory == .decimalNumber
    }
  }

  /// The words without the numbers of notes behind them.
  var bytesBeforeNotes: ArraySlice<UInt8> {
    var rest = bytes[...]
    while rest.last == 0x5D, let start = rest.lastIndex(of: 0x5B),
      Self.isNumber(rest[(start + 1)...].dropLast())
    {
      rest = rest[..<start]
    }
    return rest
  }
}
