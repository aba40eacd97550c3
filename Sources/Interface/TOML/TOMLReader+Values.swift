/// Values: what a byte begins, arrays, tables in braces, words.
extension TOMLReader {
  /// Reads a value that stands in `depth` tables and arrays.
  mutating func value(
    depth: Int, allowed: TOMLError.Allowed = .value
  ) throws(TOML.Failure) -> TOML.Value {
    let start = position
    let content: TOML.Value.Content
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      content = .string(try isAtLongString ? longString() : string())
    case UInt8(ascii: "["): content = .array(try array(depth: depth))
    case UInt8(ascii: "{"): content = .table(try inlineTable(depth: depth))
    default: content = try word(allowed: allowed)
    }
    return TOML.Value(content, at: start)
  }

  private mutating func array(depth: Int) throws(TOML.Failure) -> [TOML.Value] {
    guard depth <= TOML.deepest else { throw failure(.tooDeep) }
    var elements: [TOML.Value] = []
    advance()
    while true {
      try skipBlankLines()
      if skip("]") { return elements }
      elements.append(try value(depth: depth + 1, allowed: .valueOrBracket))
      try skipBlankLines()
      guard skip(",") || isAt("]") else { throw unexpected(.commaOrBracket) }
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOML.Failure) -> TOML.Table {
    guard depth <= TOML.deepest else { throw failure(.tooDeep) }
    var tree = TOMLTree(depth: depth)
    advance()
    skipSpace()
    if skip("}") { return tree.build() }
    repeat {
      try keyAndValue(into: tree.top, of: &tree)
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw unexpected(.keyOrBrace) }
    return tree.build()
  }

  /// Reads a truth value, a number, a date or a time.
  private mutating func word(
    allowed: TOMLError.Allowed
  ) throws(TOML.Failure) -> TOML.Value.Content {
    let (start, place) = (index, position)
    skipWord()
    // A date and a time may have a space between them.
    if index - start == 10, bytes[start + 4] == UInt8(ascii: "-"), isAt(" "),
      let next = peek(1), next.isDigit(radix: 10)
    {
      advance()
      skipWord()
    }
    let word = bytes[start..<index]
    if word.isEmpty { throw unexpected(allowed) }
    if word.elementsEqual("true".utf8) { return .boolean(true) }
    if word.elementsEqual("false".utf8) { return .boolean(false) }
    do {
      if let number = try TOMLNumber.content(of: word) { return number }
      if let date = try TOMLDateParser.content(of: word) { return date }
    } catch {
      throw failure(error, at: place)
    }
    throw failure(.unknownValue(text(from: start)), at: place)
  }

  private mutating func skipWord() {
    while let byte = peek, byte.isBare || "+.:".utf8.contains(byte) { advance() }
  }
}
