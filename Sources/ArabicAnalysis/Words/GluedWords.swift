import ArabicText

/// Takes words apart that were printed without the space between them.
///
/// Only where the spelling leaves no doubt: ة ends words and never stands inside one, and أنّ or إنّ,
/// with the doubling sign written, is followed by a pronoun or by another word.
enum GluedWords {
  private static let taMarbuta: UInt32 = 0x629
  private static let shadda: UInt32 = 0x651
  private static let noon: UInt32 = 0x646

  /// The words of a token, mostly the token itself.
  ///
  /// - Complexity: O(*n*) in the bytes of the token; a token has four pieces at most.
  static func pieces(of token: Token, in text: DecodedText) -> [Token] {
    guard token.kind == .arabic, token.span.utf8Count > 10, mayBeGlued(token.span, text) else {
      return [token]
    }
    var pieces: [Token] = []
    var rest = token
    while pieces.count < 3, let cut = cut(in: rest.span, of: text) {
      pieces.append(Token(span: TextSpan(rest.span.lower, cut), kind: .arabic))
      rest.span.lower = cut
    }
    return pieces + [rest]
  }

  /// Whether ة or a doubled ن stands before the end: most words are read no further.
  private static func mayBeGlued(_ span: TextSpan, _ text: DecodedText) -> Bool {
    var last: UInt32 = 0
    for item in text.scalars(in: span) {
      if last == taMarbuta && ScalarProperties(item.value).isLetter
        || last == noon && item.value == shadda
      {
        return true
      }
      last = item.value
    }
    return false
  }

  /// Where the first of two glued words ends.
  private static func cut(in span: TextSpan, of text: DecodedText) -> TextOffset? {
    var letters: [UInt32] = []
    var isBehindTaMarbuta = false
    var isBehindDoubling = false
    for item in text.scalars(in: span) {
      if isBehindTaMarbuta, ScalarProperties(item.value).isLetter, item.value != taMarbuta {
        return item.offset
      }
      if isBehindDoubling, ScalarProperties(item.value).isLetter {
        let rest = TextSpan(item.offset, span.upper)
        guard opensWord(rest, text) else { return nil }
        return behindPronoun(rest, text) ?? item.offset
      }
      if ScalarProperties(item.value).isLetter {
        letters.append(item.value)
        isBehindTaMarbuta = item.value == taMarbuta
      } else if item.value == shadda {
        isBehindDoubling = isComplementiser(letters)
      }
    }
    return nil
  }

  /// أن, إن, also behind clitics: وأن, بأن.
  private static func isComplementiser(_ letters: [UInt32]) -> Bool {
    guard (2...4).contains(letters.count), letters.last == noon else { return false }
    let alef = letters[letters.count - 2]
    return (alef == 0x623 || alef == 0x625)
      && letters.dropLast(2).allSatisfy { [0x648, 0x641, 0x628, 0x644].contains($0) }
  }

  /// أنّهاستعلق: the end of ها before a verb of the future or the present.
  private static func behindPronoun(_ span: TextSpan, _ text: DecodedText) -> TextOffset? {
    let letters = text.scalars(in: span).filter { ScalarProperties($0.value).isLetter }.prefix(3)
    guard letters.map(\.value).starts(with: [0x647, 0x627]), let third = letters.last,
      third.value == 0x633 || third.value == 0x62A
    else { return nil }
    return third.offset
  }

  /// Whether what follows أنّ is longer than a pronoun: ها, هما, نا, كم.
  private static func opensWord(_ span: TextSpan, _ text: DecodedText) -> Bool {
    text.scalars(in: span).reduce(0) { $0 + (ScalarProperties($1.value).isLetter ? 1 : 0) } > 3
  }
}
