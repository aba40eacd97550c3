/// Cuts text into tokens: runs of letters, numbers, single signs; white space falls between them.
///
/// A change from Arabic letters to another script ends a token; digits joined to letters stay
/// with them (`G20`, `كوفيد19`). Clitics are not cut off: see ``Clitics``.
package enum Tokenizer {
  /// The tokens of `span` in logical order.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) in the bytes of the span.
  package static func tokens(of text: DecodedText, in span: TextSpan) -> [Token] {
    var builder = TokenBuilder()
    var scalars = text.scalars(in: span)
    var current = scalars.next()
    while let scalar = current {
      let following = scalars.next()
      builder.add(scalar, before: following)
      current = following
    }
    return builder.finish()
  }
}

/// The token being read and those already read.
private struct TokenBuilder {
  private var tokens: [Token] = []
  private var open: Token?

  mutating func add(_ scalar: PlacedScalar, before following: PlacedScalar?) {
    let properties = ScalarProperties(scalar.value)
    // A mark, a tatweel or a joiner belongs to the word that it stands in.
    if properties.isMark || scalar.value == 0x640 || scalar.value == 0x200C
      || scalar.value == 0x200D
    {
      if open != nil { extend(to: scalar) } else if scalar.value == 0x640 { begin(scalar, .arabic) }
      return
    }
    if properties.isHidden { return }
    if properties.isLetter {
      takeLetter(scalar, properties.isArabicLetter ? .arabic : .foreign)
    } else if properties.isDigit {
      if open != nil { extend(to: scalar) } else { begin(scalar, .number) }
    } else if let open, let following, isInner(scalar.value, of: open.kind, before: following) {
      extend(to: scalar)
    } else {
      close()
      if !properties.isSpace, properties.scalarClass != .control {
        tokens.append(Token(span: scalar.span, kind: .punctuation))
      }
    }
  }

  mutating func finish() -> [Token] {
    close()
    return tokens
  }

  private mutating func takeLetter(_ scalar: PlacedScalar, _ kind: Token.Kind) {
    if let open, open.kind == kind || open.kind == .number {
      extend(to: scalar)
      self.open?.kind = kind
    } else {
      begin(scalar, kind)
    }
  }

  /// Whether a sign continues a token: a separator between digits, an apostrophe or hyphen between
  /// foreign letters, the full stop of `U.N.`.
  private func isInner(_ sign: UInt32, of kind: Token.Kind, before following: PlacedScalar) -> Bool
  {
    let next = ScalarProperties(following.value)
    switch kind {
    case .number:
      return next.isDigit && [0x2E, 0x2C, 0x2F, 0x3A, 0x66B, 0x66C].contains(sign)
    case .foreign:
      return next.isLetter && !next.isArabicLetter
        && [0x27, 0x2019, 0x2D, 0x2E, 0x26].contains(sign)
    case .arabic, .punctuation:
      return false
    }
  }

  private mutating func begin(_ scalar: PlacedScalar, _ kind: Token.Kind) {
    close()
    open = Token(span: scalar.span, kind: kind)
  }

  private mutating func extend(to scalar: PlacedScalar) {
    open?.span.upper = scalar.offset + scalar.length
  }

  private mutating func close() {
    if let open { tokens.append(open) }
    open = nil
  }
}
