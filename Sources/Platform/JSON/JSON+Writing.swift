extension JSON {
  /// The value as text without white space, on one line.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var line: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self, indent: 0)
    return writer.text
  }

  /// The value as text for people to read: two spaces a level, flat objects and arrays on one line.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var pretty: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self, indent: 0)
    return writer.text
  }

  /// Whether it holds no array or object, and so fits on a line.
  fileprivate var isFlat: Bool {
    switch self {
    case .array(let values): values.allSatisfy(\.isPlain)
    case .object(let members): members.allSatisfy(\.value.isPlain)
    default: true
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }
}

private struct JSONWriter {
  let isPretty: Bool
  var text = ""

  mutating func write(_ value: JSON, indent: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    // JSON has no infinities and no NaN.
    case .decimal(let value): text += value.isFinite ? "\(value)" : "null"
    case .verbatim(let number): text += number
    case .string(let value): quote(value)
    case .array(let values):
      write("[", "]", values.count, isFlat: value.isFlat, indent) { writer, index in
        writer.write(values[index], indent: indent + 1)
      }
    case .object(let members):
      write("{", "}", members.count, isFlat: value.isFlat, indent) { writer, index in
        writer.quote(members[index].name)
        writer.text += writer.isPretty ? ": " : ":"
        writer.write(members[index].value, indent: indent + 1)
      }
    }
  }

  private mutating func write(
    _ open: String, _ close: String, _ count: Int, isFlat: Bool, _ indent: Int,
    _ element: (inout JSONWriter, Int) -> Void
  ) {
    text += open
    let breaks = isPretty && !isFlat
    for index in 0..<count {
      if index > 0 { text += isPretty && isFlat ? ", " : "," }
      if breaks { text += "\n" + String(repeating: "  ", count: indent + 1) }
      element(&self, index)
    }
    if breaks { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  /// Escapes what RFC 8259 §7 demands, and what a terminal or a reader of lines would obey: C1
  /// controls, directional marks, U+2028 and U+2029.
  private mutating func quote(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
