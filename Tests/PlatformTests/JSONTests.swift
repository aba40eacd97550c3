import TestSupport
import Testing

@testable import Platform

@Suite struct JSONTests {
  @Test(arguments: [
    (
      #"{"a": [1, -2.5e3, "\u0644\ud83d\ude00\n"], "b": null}"#,
      #"{"a":[1,-2.5e3,"ل😀\n"],"b":null}"#
    ),
    (
      "[12345678901234567890, -0, 1.50, 1E400, 0.1000000000000000055]",
      "[12345678901234567890,-0,1.50,1E400,0.1000000000000000055]"
    ),
    (" [ true , false ] ", "[true,false]"), (#""\u202e""#, #""\u202e""#),
  ])
  func `what is read is written as it was`(_ text: String, _ line: String) throws {
    #expect(try JSON(parsing: text).line == line)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":}", "01", "1.", "\"\u{1}\"", "\"\\u12\"", "\"\\x\"", "nul", "[1] 2",
    "'a'", "{a:1}", String(repeating: "[", count: 600),
  ])
  func `what is no JSON is refused with its place`(_ text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: text) }
  }

  @Test(arguments: [#""\ud800""#, #""x\udfffx""#, #""\ud83dx\ude00""#, #""\ude00\ud83d""#])
  func `half of a surrogate pair is taken only where that is asked for`(_ text: String) throws {
    #expect(try JSON(parsing: text).string?.contains("\u{FFFD}") == true)
    #expect(throws: JSONError.self) { try JSON(parsing: text, takesHalves: false) }
    #expect(try JSON(parsing: #""\ud83d\ude00""#, takesHalves: false) == .string("😀"))
  }

  @Test(arguments: [
    ("[1, [2], {\"a\": 3}]", "1 [2] {\"a\":3}"), ("1 2\n[3]\n\"x\"", "1 2 3 \"x\""), ("[]", ""),
    ("", ""),
    ("[] [1]", "1"), ("[1, {\"a\": [\"}\", 2], b}, 3]", "1 ! 3"), ("[1, 2", "1 2 !"),
    ("[{\"a\": 1", "!"),
    ("[1,,2]", "1 ! 2"), ("}1", "! 1"), ("[1 2]", "1 2"), ("[\"\\ud800\", 2]", "\"\u{FFFD}\"! 2"),
    ("[\(String(repeating: "[", count: 600))\(String(repeating: "]", count: 600)), 2]", "! 2"),
  ])
  func `elements are read one by one, and one that is none is passed over`(
    text: String, line: String
  ) {
    let found = JSONElements(text).map { ($0.value?.line ?? "") + ($0.error == nil ? "" : "!") }
    #expect(found.joined(separator: " ") == line)
  }

  @Test(
    arguments: [
      #"{"a": "x" y"}"#, #"{"a": "x"#, #"{"a": "x","#, #"{"a": {"b": [{"c": 1}, {"c": 2}]"#,
      "{a: 1", #"{"a": "x\"}"#,
    ], [0, 1, 2])
  func `behind a value that has no end the next are read`(bad: String, place: Int) {
    var values = [#"{"a":1}"#, #"{"a":2}"#]
    values.insert(bad, at: place)
    for (opening, end) in [("[", "]"), ("", "")] {
      let found = JSONElements(opening + values.joined(separator: ",\n") + end)
        .compactMap { $0.error == nil ? $0.value?.line : nil }
      #expect(
        found.filter { $0.hasPrefix(#"{"a":"#) && $0.count == 7 } == [#"{"a":1}"#, #"{"a":2}"#],
        "\(bad) \(place)")
    }
  }

  @Test(arguments: 0..<40)
  func `whatever is cut or changed in a list, reading it ends`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      var bytes = Array(
        (0..<4).map { _ in Self.random(depth: 0, using: &generator).line }.joined(separator: ",")
          .utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = Array("[]{},:\"\\1x".utf8).randomElement(using: &generator) ?? 0
      }
      let text = "[" + String(decoding: bytes, as: UTF8.self)
      #expect(Array(JSONElements(text)).count <= text.utf8.count)
    }
  }

  @Test func `just those scalars are escaped that demand it or hide`() throws {
    let hidden: [ClosedRange<UInt32>] = [
      0...0x1F, 0x22...0x22, 0x5C...0x5C, 0x7F...0x9F, 0x061C...0x061C, 0x200B...0x200F,
      0x2028...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF,
    ]
    let wrong = (0...0x1_0000 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      scalar in
      let line = JSON.string("ب\(scalar)ب").line
      return line.contains("\\") != hidden.contains { $0.contains(scalar.value) }
        || (try? JSON(parsing: line)) != .string("ب\(scalar)ب")
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: 0..<20)
  func `random values come back`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let value = Self.random(depth: 0, using: &generator)
      // Bytes, since strings that differ in normal form are equal.
      #expect(try JSON(parsing: value.line).line == value.line)
      #expect(try JSON(parsing: value.pretty) == value)
    }
  }

  private static func random(depth: Int, using generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(.random(in: .min ... .max, using: &generator))
    case 3: return .decimal(.random(in: -1e9...1e9, using: &generator) + 0.5)
    case 4: return .string(generator.text(Int.random(in: 0..<9, using: &generator)))
    case 5:
      return .array(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          random(depth: depth + 1, using: &generator)
        })
    default:
      return .object(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          JSON.Member(
            generator.text(3), random(depth: depth + 1, using: &generator))
        })
    }
  }
}
