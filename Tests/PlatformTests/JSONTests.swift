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
