/// Lines of a file: headers, and keys with their values.
extension TOMLReader {
  /// Reads the whole file.
  mutating func document() throws(TOML.Failure) -> TOML.Table {
    var tree = TOMLTree(depth: 0)
    var table = tree.top
    while true {
      try skipBlankLines()
      guard peek != nil else { return tree.build() }
      if isAt("[") {
        table = try header(in: &tree)
      } else {
        try keyAndValue(into: table, of: &tree)
      }
      skipSpace()
      try skipComment()
      guard peek == nil || isAtNewline else { throw unexpected(.lineEnd) }
    }
  }

  /// Reads `[a.b]` or `[[a.b]]` and gives the table that it opens.
  private mutating func header(in tree: inout TOMLTree) throws(TOML.Failure) -> Int {
    advance()
    let isElement = skip("[")
    let key = try dottedKey()
    guard skip("]") else { throw unexpected(.nameOr("]")) }
    guard isElement else { return try tree.open(key) }
    guard skip("]") else { throw unexpected(.headerEnd) }
    return try tree.append(key)
  }

  /// Reads `a.b = value` into a table that a header or a brace has opened.
  mutating func keyAndValue(
    into table: Int, of tree: inout TOMLTree
  ) throws(TOML.Failure) {
    let key = try dottedKey()
    guard skip("=") else { throw unexpected(.nameOr("=")) }
    skipSpace()
    let holder = try tree.holder(of: key, in: table)
    tree.add(try value(depth: tree.depth(of: holder) + 1), for: key.last, to: holder)
  }

  /// A key of one or more parts, and the space around it.
  private mutating func dottedKey() throws(TOML.Failure) -> TOMLTree.DottedKey {
    var key = TOMLTree.DottedKey(last: try name())
    while skip(".") {
      key.tables.append(key.last)
      key.last = try name()
    }
    return key
  }

  private mutating func name() throws(TOML.Failure) -> TOML.Key {
    skipSpace()
    let start = position
    let name: String
    if isAt("\"") || isAt("'") {
      name = try string()
    } else {
      let first = index
      while let byte = peek, byte.isBare { advance() }
      guard index > first else { throw unexpected(.name) }
      name = text(from: first)
    }
    skipSpace()
    return TOML.Key(name: name, position: start)
  }
}

extension UInt8 {
  /// Whether it may stand in a name without quotation marks.
  var isBare: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
