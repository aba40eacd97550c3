/// A JSON value whose object keys keep their order, so that people can read what is printed.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Int)
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value as text, two spaces to a level; spans and other flat objects stay on one line.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private var isFlat: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members):
      members.allSatisfy { member in
        switch member.value {
        case .array, .object: false
        default: true
        }
      }
    default: true
    }
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let value): out += String(value)
    case .decimal(let value): out += String((value * 1000).rounded() / 1000)
    case .string(let value): Self.quote(value, to: &out)
    case .array(let values):
      Self.write(values.map { ("", $0) }, in: ("[", "]"), flat: values.isEmpty, to: &out, indent)
    case .object(let members):
      Self.write(members.map { ($0.key, $0.value) }, in: ("{", "}"), flat: isFlat, to: &out, indent)
    }
  }

  private static func write(
    _ members: [(key: String, value: JSONValue)], in brackets: (String, String), flat: Bool,
    to out: inout String, _ indent: Int
  ) {
    let lineBreak = { (level: Int) in flat ? "" : "\n" + String(repeating: "  ", count: level) }
    out += brackets.0
    for (index, member) in members.enumerated() {
      if index > 0 { out += flat ? ", " : "," }
      out += lineBreak(indent + 1)
      if !member.key.isEmpty {
        quote(member.key, to: &out)
        out += ": "
      }
      member.value.write(to: &out, indent: indent + 1)
    }
    out += lineBreak(indent) + brackets.1
  }

  /// Writes a string: RFC 8259, section 7, escapes quotation mark, backslash and control characters.
  ///
  /// U+2028 and the directional controls, which a terminal would obey, are escaped as well.
  private static func quote(_ string: String, to out: inout String) {
    out += "\""
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x09: out += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
