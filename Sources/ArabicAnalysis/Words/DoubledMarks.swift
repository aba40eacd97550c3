import ArabicText

/// Signs that stand in pairs for a quotation mark: ((text)), <<text>>, ''text''.
enum DoubledMarks {
  /// The mark that a sign stands for twice: « and », and the straight one.
  static let marks: [UInt32: UInt32] = [
    Signs.openBracket: Signs.openGuillemet, Signs.closeBracket: Signs.closeGuillemet,
    Signs.less: Signs.openGuillemet, Signs.greater: Signs.closeGuillemet,
    Signs.apostrophe: Signs.straightMark,
  ]

  /// The tokens with those pairs as one token each, where the pair that closes stands there as well: of brackets in brackets,
  /// (وفق (القانون)), only the ends do.
  ///
  /// - Complexity: O(*n*) in the tokens.
  static func joined(_ tokens: [Token], in text: DecodedText) -> [Token] {
    let pairs = tokens.indices.dropLast().filter { isPair(tokens[$0], tokens[$0 + 1], in: text) }
    guard pairs.count > 1 else { return tokens }
    let signs = Set(pairs.compactMap { text.scalar(at: tokens[$0].span.lower)?.value })
    let isWhole = [
      Signs.openBracket: signs.contains(Signs.closeBracket),
      Signs.closeBracket: signs.contains(Signs.openBracket),
      Signs.less: signs.contains(Signs.greater), Signs.greater: signs.contains(Signs.less),
    ]
    var result: [Token] = []
    var covered = 0
    for (index, token) in tokens.enumerated() where index >= covered {
      if let sign = text.scalar(at: token.span.lower)?.value, isWhole[sign] ?? true,
        index + 1 < tokens.count, isPair(token, tokens[index + 1], in: text)
      {
        result.append(
          Token(
            span: TextSpan(token.span.lower, tokens[index + 1].span.upper), kind: .punctuation))
        covered = index + 2
      } else {
        result.append(token)
      }
    }
    return result
  }

  /// Whether two tokens are the same of these signs, side by side.
  private static func isPair(_ first: Token, _ second: Token, in text: DecodedText) -> Bool {
    guard first.kind == .punctuation, second.kind == .punctuation,
      first.span.upper == second.span.lower,
      let sign = text.scalar(at: first.span.lower)?.value, marks[sign] != nil
    else { return false }
    return text.scalar(at: second.span.lower)?.value == sign
  }
}
