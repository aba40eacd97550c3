/// Strings: basic ones in `"`, which have escapes, and literal ones in `'`, each on one line or,
/// between three marks, on several.
extension TOMLReader {
  /// Whether three quotation marks stand here.
  var isAtLongString: Bool { peek == peek(1) && peek == peek(2) }

  /// Reads a string on one line.
  mutating func string() throws(TOML.Failure) -> String {
    let start = position
    let quote = bytes[index]
    advance()
    var content: [UInt8] = []
    while let byte = peek, !isAtNewline {
      if byte == quote {
        advance()
        return String(decoding: content, as: UTF8.self)
      }
      try takeScalar(into: &content, hasEscapes: quote == UInt8(ascii: "\""))
    }
    throw failure(.unclosedString, at: start)
  }

  /// Reads a string between three quotation marks.
  mutating func longString() throws(TOML.Failure) -> String {
    let start = position
    let quote = bytes[index]
    let hasEscapes = quote == UInt8(ascii: "\"")
    for _ in 0..<3 { advance() }
    _ = takeNewline()
    var content: [UInt8] = []
    while let byte = peek {
      if byte == quote {
        if takeQuotes(quote, into: &content) { return String(decoding: content, as: UTF8.self) }
      } else if takeNewline() {
        content.append(UInt8(ascii: "\n"))
      } else if !(hasEscapes && takeLineContinuation()) {
        try takeScalar(into: &content, hasEscapes: hasEscapes)
      }
    }
    throw failure(
      .unclosedLines(String(repeating: Character(Unicode.Scalar(quote)), count: 3)), at: start)
  }

  /// Reads quotation marks in a long string: three close it; one or two before them are its own.
  private mutating func takeQuotes(_ quote: UInt8, into content: inout [UInt8]) -> Bool {
    var count = 0
    while count < 5, peek == quote {
      advance()
      count += 1
    }
    content.append(contentsOf: repeatElement(quote, count: count < 3 ? count : count - 3))
    return count >= 3
  }

  /// Goes behind a backslash at the end of a line and all the space that follows it.
  private mutating func takeLineContinuation() -> Bool {
    guard isAt("\\") else { return false }
    var end = 1
    while peek(end) == UInt8(ascii: " ") || peek(end) == UInt8(ascii: "\t") { end += 1 }
    if peek(end) == UInt8(ascii: "\r") { end += 1 }
    guard peek(end) == UInt8(ascii: "\n") else { return false }
    for _ in 0...end { advance() }
    repeat { skipSpace() } while takeNewline()
    return true
  }

  /// Reads one byte of a string, or one escape.
  private mutating func takeScalar(
    into content: inout [UInt8], hasEscapes: Bool
  ) throws(TOML.Failure) {
    let byte = bytes[index]
    guard !byte.isControl else { throw failure(.controlCharacter(byte)) }
    if byte == UInt8(ascii: "\\"), hasEscapes {
      content.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
    } else {
      content.append(byte)
      advance()
    }
  }

  private mutating func escape() throws(TOML.Failure) -> Unicode.Scalar {
    let (start, place) = (index, position)
    advance()
    guard let letter = peek, !isAtNewline else { throw failure(.unknownEscape("\\"), at: place) }
    repeat { advance() } while index < bytes.count && bytes[index] & 0xC0 == 0x80
    let scalar: Unicode.Scalar? =
      switch letter {
      case UInt8(ascii: "b"): "\u{8}"
      case UInt8(ascii: "t"): "\t"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "f"): "\u{C}"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "\\"): "\\"
      case UInt8(ascii: "u"): hexadecimal(digits: 4)
      case UInt8(ascii: "U"): hexadecimal(digits: 8)
      default: nil
      }
    guard let scalar else { throw failure(.unknownEscape(text(from: start)), at: place) }
    return scalar
  }

  /// The scalar with the number of `count` hexadecimal digits; nil where it is none.
  private mutating func hexadecimal(digits count: Int) -> Unicode.Scalar? {
    let end = index + count
    var number: UInt32 = 0
    while index < end, let byte = peek, byte.isDigit(radix: 16) {
      number = number << 4 | UInt32(byte.digit)
      advance()
    }
    return index == end ? Unicode.Scalar(number) : nil
  }
}
