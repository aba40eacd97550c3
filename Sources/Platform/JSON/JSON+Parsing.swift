/// What is wrong with a text that should be JSON.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was expected.
  package var expected: String
  /// Where, in bytes from the start of the text.
  package var byte: Int

  /// Whether it may be JSON, but arrays and objects lie deeper than ``JSON/deepest``.
  package var isTooDeep: Bool { expected == Self.lessNesting }

  static let lessNesting = "less nesting"

  /// The message, with the place.
  package var description: String { "not JSON: \(expected) expected at byte \(byte)" }
}

extension JSON {
  /// How many levels of arrays and objects are read.
  package static let deepest = 512

  /// The value that `text` is, with nothing but white space around it.
  ///
  /// - Parameters:
  ///   - text: the JSON.
  ///   - takesHalves: whether half of a surrogate pair alone is taken, as U+FFFD: RFC 8259, §8.2, lets it be
  ///     written, and no text can hold it.
  /// - Throws: ``JSONError`` where it is no JSON (RFC 8259), or arrays and objects lie more than 512
  ///   levels deep.
  /// - Complexity: O(*n*) in the length of the text.
  package init(parsing text: String, takesHalves: Bool = true) throws(JSONError) {
    self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(JSONError) in
      var parser = JSONParser(bytes: bytes)
      parser.takesHalves = takesHalves
      parser.skipSpace()
      let value = try parser.value(depth: 0)
      parser.skipSpace()
      guard parser.position == bytes.count else { throw parser.error("the end") }
      return value
    }
  }

  /// The values that follow one another in `text`, up to the first that is none.
  ///
  /// - Returns: the values, and what is wrong behind them, if anything.
  /// - Complexity: O(*n*) in the length of the text.
  package static func values(in text: String) -> (values: [JSON], error: JSONError?) {
    var values: [JSON] = []
    let bytes = [UInt8](text.utf8)
    let failure: JSONError? = bytes.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes: bytes)
      do throws(JSONError) {
        parser.skipSpace()
        while parser.position < bytes.count {
          values.append(try parser.value(depth: 0))
          parser.skipSpace()
        }
        return nil
      } catch {
        return error
      }
    }
    return (values, failure)
  }
}

struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// Whether half of a surrogate pair alone becomes U+FFFD.
  var takesHalves = true
  /// Whether arrays and objects deeper than ``JSON/deepest`` become `null`.
  var passesDeep = false

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  func error(_ expected: String) -> JSONError { JSONError(expected: expected, byte: position) }

  mutating func skipSpace() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(next), position < bytes.count { position += 1 }
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard depth < JSON.deepest else {
      guard passesDeep, next == UInt8(ascii: "{") || next == UInt8(ascii: "[") else {
        throw error(JSONError.lessNesting)
      }
      skipBrackets()
      return .null
    }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw error("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func skip(_ sign: UInt8, _ name: String) throws(JSONError) {
    guard next == sign else { throw error(name) }
    position += 1
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    var members: [JSON.Member] = []
    try skip(UInt8(ascii: "{"), "{")
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a name") }
      let name = try string()
      skipSpace()
      try skip(UInt8(ascii: ":"), ":")
      skipSpace()
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if next == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try skip(UInt8(ascii: "}"), ", or }")
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    var values: [JSON] = []
    try skip(UInt8(ascii: "["), "[")
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array(values)
    }
    while true {
      skipSpace()
      values.append(try value(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try skip(UInt8(ascii: "]"), ", or ]")
      return .array(values)
    }
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let digits = position
    skipDigits()
    let isLedByZero = position - digits > 1 && bytes[digits] == UInt8(ascii: "0")
    guard position > digits, !isLedByZero else { throw error("a value") }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try needDigits()
    }
    if next | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try needDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int64(text), value != 0 || text == "0" { return .integer(value) }
    if let value = Double(text), value.isFinite, "\(value)" == text { return .decimal(value) }
    return .verbatim(text)
  }

  private mutating func skipDigits() {
    while (0x30...0x39).contains(next) { position += 1 }
  }

  private mutating func needDigits() throws(JSONError) {
    let start = position
    skipDigits()
    guard position > start else { throw error("a digit") }
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var units: [UInt8] = []
    while true {
      guard position < bytes.count else { throw error("\"") }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        try escape(into: &units)
      case 0..<0x20: throw error("an escaped control character")
      default:
        units.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape(into units: inout [UInt8]) throws(JSONError) {
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
      0x74: 0x09,
    ]
    if let byte = plain[next] {
      units.append(byte)
      position += 1
      return
    }
    guard next == UInt8(ascii: "u") else { throw error("an escape") }
    var value = try hexadecimal()
    if (0xD800..<0xDC00).contains(value), next == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let start = position
      position += 1
      let low = try hexadecimal()
      if (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = start
      }
    }
    let scalar = Unicode.Scalar(value)
    if scalar == nil, !takesHalves { throw error("a whole surrogate pair") }
    units.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
  }

  /// The value of `uXXXX`.
  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    position += 1
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits") }
    position += 4
    return value
  }
}
