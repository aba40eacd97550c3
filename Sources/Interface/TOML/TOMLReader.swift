/// One pass over the bytes of a TOML file; see ``TOML`` for what is read.
///
/// Tables are nodes of one array while the file is read, so that adding a key costs the same
/// however deep its table stands; ``build(_:)`` makes values of them at the end.
struct TOMLReader {
  /// How a table came to be, which decides what may still be added to it (TOML 1.0, "Table").
  private enum Origin {
    /// `[a]`, or the top of the file.
    case header
    /// The `a` of `[a.b]`; a header of its own may follow.
    case passedByHeader
    /// The `a` of `a.b = 1`.
    case dottedKey
    /// `{ … }`; closed.
    case inline
  }

  private enum Item {
    case value(TOML.Value)
    case table(Int)
  }

  private struct Node {
    var origin: Origin
    var position: TOML.Position
    var depth: Int
    var indices: [String: Int] = [:]
    var entries: [(key: TOML.Key, item: Item)] = []
  }

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var position = TOML.Position.start
  private var nodes = [Node(origin: .header, position: .start, depth: 0)]

  init(_ bytes: [UInt8], file: String) throws(TOMLError) {
    self.bytes = bytes
    self.file = file
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      while index < error.byteOffsets.lowerBound { advance() }
      throw failure(.invalidUTF8)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func read() throws(TOMLError) -> TOML.Table {
    var current = 0
    while true {
      try skipBlankLines()
      guard let byte = peek else { return build(0) }
      if byte == UInt8(ascii: "[") {
        current = try header()
      } else {
        try keyAndValue(into: current)
      }
      skipSpace()
      try skipComment()
      guard peek == nil || isAtNewline else {
        throw unexpected(.lineEnd)
      }
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  private var isAtNewline: Bool {
    peek == UInt8(ascii: "\n") || (peek == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n"))
  }

  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      position.line += 1
      position.column = 1
    } else if index == bytes.count || bytes[index] & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek, byte == UInt8(ascii: character) else { return false }
    advance()
    return true
  }

  private mutating func skipSpace() {
    while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { advance() }
  }

  private mutating func skipComment() throws(TOMLError) {
    guard peek == UInt8(ascii: "#") else { return }
    while let byte = peek, !isAtNewline {
      guard !isControl(byte) else { throw failure(.controlCharacter(byte)) }
      advance()
    }
  }

  private mutating func skipBlankLines() throws(TOMLError) {
    while true {
      skipSpace()
      try skipComment()
      guard isAtNewline else { return }
      _ = take("\r")
      advance()
    }
  }

  private func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != UInt8(ascii: "\t")) || byte == 0x7F
  }

  private func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func failure(_ problem: TOMLError.Problem, at place: TOML.Position? = nil) -> TOMLError {
    TOMLError(file: file, position: place ?? position, problem: problem)
  }

  private func unexpected(_ allowed: TOMLError.Allowed) -> TOMLError {
    let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    return failure(.unexpected(found: scalar, allowed: allowed))
  }

  // MARK: Keys and tables

  private mutating func header() throws(TOMLError) -> Int {
    let start = position
    advance()
    guard peek != UInt8(ascii: "[") else {
      throw failure(.unsupported(.arraysOfTables), at: start)
    }
    let path = try key()
    guard take("]") else { throw unexpected(.nameOr("]")) }
    var table = 0
    for part in path.dropLast() {
      table = try subtable(part, of: table, origin: .passedByHeader)
    }
    guard let last = path.last else { return table }
    guard let known = nodes[table].indices[last.name] else {
      return try addTable(last, to: table, origin: .header)
    }
    let entry = nodes[table].entries[known]
    guard case .table(let index) = entry.item, nodes[index].origin == .passedByHeader else {
      throw failure(.duplicate(key: last.name, first: entry.key.position), at: last.position)
    }
    nodes[index].origin = .header
    return index
  }

  private mutating func keyAndValue(into table: Int) throws(TOMLError) {
    let path = try key()
    guard take("=") else { throw unexpected(.nameOr("=")) }
    skipSpace()
    var table = table
    for part in path.dropLast() {
      table = try subtable(part, of: table, origin: .dottedKey)
    }
    guard let last = path.last else { return }
    if let known = nodes[table].indices[last.name] {
      let first = nodes[table].entries[known].key.position
      throw failure(.duplicate(key: last.name, first: first), at: last.position)
    }
    try add(value(depth: nodes[table].depth), for: last, to: table)
  }

  /// The table called `key` inside `table`, made where there is none.
  private mutating func subtable(
    _ key: TOML.Key, of table: Int, origin: Origin
  ) throws(TOMLError) -> Int {
    guard let known = nodes[table].indices[key.name] else {
      return try addTable(key, to: table, origin: origin)
    }
    let entry = nodes[table].entries[known]
    if case .table(let index) = entry.item {
      let found = nodes[index].origin
      if found == .dottedKey || (origin == .passedByHeader && found != .inline) { return index }
    }
    throw failure(
      .notExtensible(key: key.name, first: entry.key.position), at: key.position)
  }

  private mutating func addTable(
    _ key: TOML.Key, to table: Int, origin: Origin
  ) throws(TOMLError) -> Int {
    let new = try node(origin, depth: nodes[table].depth + 1, at: key.position)
    add(.table(new), for: key, to: table)
    return new
  }

  private mutating func node(
    _ origin: Origin, depth: Int, at position: TOML.Position
  ) throws(TOMLError) -> Int {
    guard depth <= TOML.deepestTable else { throw failure(.tooDeep, at: position) }
    nodes.append(Node(origin: origin, position: position, depth: depth))
    return nodes.count - 1
  }

  private mutating func add(_ item: Item, for key: TOML.Key, to table: Int) {
    nodes[table].indices[key.name] = nodes[table].entries.count
    nodes[table].entries.append((key, item))
  }

  /// A key of one or more parts, and the space around it.
  private mutating func key() throws(TOMLError) -> [TOML.Key] {
    var path: [TOML.Key] = []
    repeat {
      skipSpace()
      let start = position
      let name: String
      if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
        name = try string()
      } else {
        let first = index
        while let byte = peek, isBare(byte) { advance() }
        guard index > first else {
          throw unexpected(.name)
        }
        name = text(from: first)
      }
      path.append(TOML.Key(name: name, position: start))
      skipSpace()
    } while take(".")
    return path
  }

  // MARK: Values

  /// The value at this place, inside a table of `depth`.
  private mutating func value(depth: Int) throws(TOMLError) -> Item {
    let start = position
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return .value(TOML.Value(.string(try string()), at: start))
    case UInt8(ascii: "["):
      return .value(TOML.Value(.array(try array()), at: start))
    case UInt8(ascii: "{"):
      return .table(try inlineTable(depth: depth + 1))
    default:
      return .value(TOML.Value(try word(), at: start))
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> Int {
    let table = try node(.dottedKey, depth: depth, at: position)
    advance()
    skipSpace()
    if !take("}") {
      repeat {
        try keyAndValue(into: table)
        skipSpace()
      } while take(",")
      guard take("}") else {
        throw unexpected(.keyOrBrace)
      }
    }
    nodes[table].origin = .inline
    return table
  }

  private mutating func array() throws(TOMLError) -> [TOML.Value] {
    var elements: [TOML.Value] = []
    advance()
    while true {
      try skipBlankLines()
      if take("]") { return elements }
      guard peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") else {
        throw unexpected(elements.isEmpty ? .strings : .furtherString)
      }
      let start = position
      elements.append(TOML.Value(.string(try string()), at: start))
      try skipBlankLines()
      guard take(",") || peek == UInt8(ascii: "]") else { throw unexpected(.commaOrBracket) }
    }
  }

  private mutating func word() throws(TOMLError) -> TOML.Value.Content {
    let start = index
    let place = position
    while let byte = peek, isBare(byte) || "+.:".utf8.contains(byte) { advance() }
    let word = text(from: start)
    switch word {
    case "": throw unexpected(.value)
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      guard isDecimal(bytes[start..<index]) else {
        throw failure(.unknownValue(word), at: place)
      }
      guard let number = Int(String(word.unicodeScalars.filter { $0 != "_" })) else {
        throw failure(.integerTooLarge(word), at: place)
      }
      return .integer(number)
    }
  }

  /// Whether `word` is a sign, then digits with single `_` between them and no leading zero.
  private func isDecimal(_ word: ArraySlice<UInt8>) -> Bool {
    var digits = word
    if digits.first == UInt8(ascii: "+") || digits.first == UInt8(ascii: "-") {
      digits = digits.dropFirst()
    }
    let groups = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return (digits.first != UInt8(ascii: "0") || digits.count == 1)
      && groups.allSatisfy { group in
        !group.isEmpty && group.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      }
  }

  // MARK: Strings

  private mutating func string() throws(TOMLError) -> String {
    let start = position
    let quote = bytes[index]
    guard peek(1) != quote || peek(2) != quote else {
      throw failure(.unsupported(.multilineStrings), at: start)
    }
    advance()
    var content: [UInt8] = []
    while let byte = peek, !isAtNewline {
      if byte == quote {
        advance()
        return String(decoding: content, as: UTF8.self)
      }
      guard !isControl(byte) else { throw failure(.controlCharacter(byte)) }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        content.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
      } else {
        content.append(byte)
        advance()
      }
    }
    throw failure(.unclosedString, at: start)
  }

  private mutating func escape() throws(TOMLError) -> Unicode.Scalar {
    let place = position
    let start = index
    advance()
    guard let letter = peek, !isAtNewline else { throw failure(.unknownEscape("\\"), at: place) }
    repeat { advance() } while index < bytes.count && bytes[index] & 0xC0 == 0x80
    switch letter {
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let end = index + (letter == UInt8(ascii: "u") ? 4 : 8)
      var number: UInt32 = 0
      while index < end, let byte = peek, let digit = hexDigit(byte) {
        number = number << 4 | digit
        advance()
      }
      if index == end, let scalar = Unicode.Scalar(number) { return scalar }
    default: break
    }
    throw failure(.unknownEscape(text(from: start)), at: place)
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  // MARK: Values of nodes

  /// The table that a node stands for; as deep as ``TOML/deepestTable`` at most.
  private func build(_ node: Int) -> TOML.Table {
    TOML.Table(
      entries: nodes[node].entries.map { key, item in
        switch item {
        case .value(let value):
          TOML.Table.Entry(key: key, value: value)
        case .table(let index):
          TOML.Table.Entry(
            key: key, value: TOML.Value(.table(build(index)), at: nodes[index].position))
        }
      })
  }
}
