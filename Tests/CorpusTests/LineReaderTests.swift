import Glibc
import Platform
import Testing

@testable import Library

struct LineReaderTests {
  /// A descriptor that gives `bytes` in pieces of `size`, and then ends.
  private func stream(_ bytes: [UInt8], by size: Int = 7) throws -> Int32 {
    let file = try Descriptor.unnamedFile()
    bytes.withUnsafeBytes { _ = Glibc.write(file, $0.baseAddress, $0.count) }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private func lines(_ text: String, longest: Int = LineReader.longest) throws -> [String] {
    let descriptor = try stream(Array(text.utf8))
    defer { close(descriptor) }
    var reader = LineReader(descriptor, longest: longest)
    var lines: [String] = []
    while let line = try reader.next() {
      switch line {
      case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong: lines.append("…")
      }
    }
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("\n", [""]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]), ("\u{FEFF}a\nb", ["a", "b"]),
    ("\u{FEFF}", []), ("a\u{2028}b\n", ["a\u{2028}b"]),
  ])
  func `lines end at line feeds alone`(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test func `a line that is too long is told once, and the next is whole`() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines("a\n\(long)\nb\n", longest: 1000) == ["a", "…", "b"])
    #expect(try lines("a\n\(long)", longest: 1000) == ["a", "…"])
  }

  @Test func `a line of many pieces is whole`() throws {
    let long = String(repeating: "س", count: 200_000)
    #expect(try lines("\(long)\nb") == [long, "b"])
  }

  @Test(arguments: [("a\nb\n", 4, false), ("a\nb", 2, true), ("", 0, false), ("abc", 0, true)])
  func `what was cut at the end is known`(text: String, whole: Int, isCut: Bool) throws {
    let descriptor = try stream(Array(text.utf8))
    defer { close(descriptor) }
    var reader = LineReader(descriptor)
    while try reader.next() != nil {}
    #expect(reader.lengthOfWholeLines == whole)
    #expect(reader.isCut == isCut)
  }

  @Test(arguments: [
    (#"{"text": "خبر"}"#, true), ("\n  \n{\"id\": 1, \"content\": \"خبر\"}\n", true),
    ("خبر {", false),
    ("{", false), (#"{"title": "خبر"}"#, false), (#"["خبر"]"#, false), ("", false),
    ("{\n  \"text\": \"خبر\"\n}", false),
    ("{bad\n{\"text\": \"خبر\"}\n", true), ("null\n\n{\"text\": \"خبر\"}", true),
    ("z\n[]\n{\"text\": \"خبر\"}\n{\"text\": \"خبر\"}", true),
    ("[\n{\"text\": \"خبر\"}\n]", false), ("أول\nثان\nثالث\n{\"text\": \"خبر\"}", false),
  ])
  func `JSON Lines are told by their first lines, which are given all the same`(
    text: String, expected: Bool
  ) throws {
    let descriptor = try stream(Array(text.utf8))
    defer { close(descriptor) }
    var reader = LineReader(descriptor)
    #expect(try reader.beginsWithRecord() == expected)
    var rest = reader.pending
    var more = [UInt8](repeating: 0, count: 1000)
    rest += more[..<read(descriptor, &more, 1000)]
    #expect(rest == Array(text.utf8))
  }

  @Test(arguments: [
    "خبر\n", "خبر", "\n", "", "<p>خبر</p>\n\n", "{bad\n", "أول\nثان\n{",
    String(repeating: "خبر طويل\n", count: 20_000),
  ])
  func `a mark of UTF-8 before what is no JSON Lines harms nothing`(text: String) throws {
    let descriptor = try stream([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    defer { close(descriptor) }
    var reader = LineReader(descriptor)
    #expect(try !reader.beginsWithRecord())
    #expect(text.utf8.starts(with: reader.pending))
  }
}
