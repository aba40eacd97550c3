/// Cuts a paragraph into sentences.
///
/// A sentence ends after a full stop, question or exclamation mark or an ellipsis, with the closing
/// marks that follow it; not after a full stop inside a number or a foreign word, nor after the
/// single letter of an abbreviation (`د.`, `أ.`). Follows UAX #29 SB rules in spirit, with the
/// Arabic question mark and the abbreviations of Arabic newspapers.
package enum SentenceSplitter {
  private static let terminators: Set<UInt32> = [
    0x2E, 0x21, 0x3F, 0x61F, 0x6D4, 0x2026, 0x203C, 0x2047, 0x2048, 0x2049,
  ]
  private static let closers: Set<UInt32> = [
    0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x201C, 0x203A, 0xFD3E,
  ]

  /// The sentences of `paragraph` in order, without the white space between them.
  ///
  /// - Precondition: `paragraph` lies inside the text.
  /// - Complexity: O(*n*) in the bytes of the paragraph.
  package static func sentences(of text: DecodedText, in paragraph: TextSpan) -> [TextSpan] {
    sentences(of: text, tokens: Tokenizer.tokens(of: text, in: paragraph))
  }

  /// The sentences that `tokens`, the tokens of one paragraph, make up.
  package static func sentences(of text: DecodedText, tokens: [Token]) -> [TextSpan] {
    var sentences: [TextSpan] = []
    var start: TextOffset?
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if start == nil { start = token.span.lower }
      if ends(text, at: index, of: tokens), let lower = start {
        var last = index
        while last + 1 < tokens.count, continues(text, tokens[last + 1], after: tokens[last]) {
          last += 1
        }
        sentences.append(TextSpan(lower, tokens[last].span.upper))
        start = nil
        index = last
      }
      index += 1
    }
    if let lower = start, let last = tokens.last {
      sentences.append(TextSpan(lower, last.span.upper))
    }
    return sentences
  }

  private static func ends(_ text: DecodedText, at index: Int, of tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation, let sign = text.scalar(at: token.span.lower)?.value,
      terminators.contains(sign)
    else { return false }
    if sign == 0x2E, index > 0 {
      let previous = tokens[index - 1]
      let isAbbreviation =
        previous.kind == .arabic && previous.span.utf8Count == 2
        && previous.span.upper == token.span.lower
      let isLast = index + 1 == tokens.count
      if isAbbreviation, !isLast { return false }
    }
    // A full stop with no space after it stands inside something: an address, a file name.
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    return next.span.lower != token.span.upper || next.kind == .punctuation
  }

  private static func continues(_ text: DecodedText, _ token: Token, after last: Token) -> Bool {
    guard token.kind == .punctuation, token.span.lower == last.span.upper,
      let sign = text.scalar(at: token.span.lower)?.value
    else { return false }
    return terminators.contains(sign) || closers.contains(sign)
  }
}
