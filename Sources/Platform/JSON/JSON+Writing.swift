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
    var string = string
    string.withUTF8 { bytes in
      // What needs no escape goes over in one piece.
      var (start, place) = (0, 0)
      while place < bytes.count {
        guard let (value, length) = Self.escaped(bytes, at: place) else {
          place += 1
          continue
        }
        text += String(decoding: bytes[start..<place], as: UTF8.self) + Self.escape(value)
        place += length
        start = place
      }
      text += String(decoding: bytes[start...], as: UTF8.self)
    }
    text += "\""
  }

  /// The scalar at `place` and its length, where it has to be escaped; `nil` in the midst of one, too.
  private static func escaped(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (value: Int, length: Int)? {
    func byte(_ distance: Int) -> Int { Int(bytes[place + distance]) }
    switch bytes[place] {
    case 0..<0x20, 0x22, 0x5C, 0x7F: return (byte(0), 1)
    case 0xC2 where byte(1) < 0xA0: return (byte(1), 2)
    case 0xD8 where byte(1) == 0x9C: return (0x061C, 2)
    case 0xE2 where byte(1) == 0x80:
      let isHidden = (0x8B...0x8F).contains(byte(2)) || (0xA8...0xAE).contains(byte(2))
      return isHidden ? (0x2000 + byte(2) - 0x80, 3) : nil
    case 0xE2 where byte(1) == 0x81:
      return (0xA6...0xA9).contains(byte(2)) ? (0x2040 + byte(2) - 0x80, 3) : nil
    case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: return (0xFEFF, 3)
    default: return nil
    }
  }

  private static func escape(_ value: Int) -> String {
    switch value {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    default:
      let digits = String(value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
