import Screen
import Testing

@testable import CursesTerminal

/// Text between the brackets of a paste.
struct PasteTests {
  private static let opening = Array("\u{1B}[200~".utf8)
  private static let closing = Array("\u{1B}[201~".utf8)

  /// What `pieces` mean, read one after the other, with a pause at the end where `isFinal`.
  private func steps(_ pieces: [[UInt8]], isFinal: Bool = false) -> [KeyDecoder.Step] {
    var decoder = KeyDecoder()
    var steps: [KeyDecoder.Step] = []
    for (index, piece) in pieces.enumerated() {
      decoder.feed(piece)
      while true {
        let step = decoder.next(isFinal: isFinal && index == pieces.count - 1)
        guard step != .incomplete, step != .empty else { break }
        steps.append(step)
      }
    }
    return steps
  }

  private func pasted(_ bytes: [UInt8]) -> [KeyDecoder.Step] {
    steps([Self.opening + bytes + Self.closing])
  }

  @Test func `a paste is one event between keys, wherever it is torn`() {
    let inside = "قال\r\nD\thxq\u{1B}[A"
    let bytes = Array("a".utf8) + Self.opening + Array(inside.utf8) + Self.closing + [0x62]
    let expected: [KeyDecoder.Step] = [
      .key(.character("a")), .paste("قال\nD hxq[A"), .key(.character("b")),
    ]
    for cut in 0...bytes.count {
      #expect(steps([Array(bytes[..<cut]), Array(bytes[cut...])]) == expected, "cut at \(cut)")
    }
    #expect(steps(bytes.map { [$0] }) == expected)
  }

  @Test(arguments: [
    ("a\rb", "a\nb"), ("a\r\nb", "a\nb"), ("a\nb", "a\nb"), ("a\r\rb", "a\n\nb"),
    ("a\n\rb", "a\n\nb"), ("\r\n\r\n", "\n\n"), ("", ""), ("a\tb", "a b"),
    ("a\u{0}\u{3}\u{7}\u{1B}\u{7F}\u{9B}b", "ab"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
    ("\u{200C}\u{200F}لا", "\u{200C}\u{200F}لا"),
  ])
  func `line breaks become line feeds and other controls are left out`(
    inside: String, text: String
  ) {
    #expect(pasted(Array(inside.utf8)) == [.paste(text)])
  }

  @Test func `what is no UTF-8 is replaced`() {
    #expect(pasted([0xFF, 0x61, 0xD8]) == [.paste("\u{FFFD}a\u{FFFD}")])
  }

  @Test(arguments: [
    ("\u{1B}[200~", "[200~"), ("[201~", "[201~"), ("\u{1B}[201;", "[201;"),
    ("\u{1B}[20", "[20"), ("\u{1B}[201", "[201"), ("\u{1B}", ""),
    ("\u{1B}[2\u{1B}[201x", "[2[201x"),
  ])
  func `only the whole closing bracket ends a paste`(inside: String, text: String) {
    let steps = steps([Self.opening + Array((inside + "q").utf8) + Self.closing + [0x6A]])
    #expect(steps == [.paste(text + "q"), .key(.character("j"))])
    #expect(pasted(Array(inside.utf8)) == [.paste(text)])
  }

  @Test func `a paste whose end never comes is a paste, and keys come after it`() {
    for length in 0..<Self.closing.count {
      var decoder = KeyDecoder()
      decoder.feed(Self.opening + Array("Dhxq\r".utf8) + Self.closing[..<length])
      #expect(decoder.next() == .incomplete)
      #expect(decoder.isInsideReport)
      #expect(decoder.next(isFinal: true) == .paste("Dhxq\n"))
      #expect(!decoder.isInsideReport)
      decoder.feed([0x6A])
      #expect(decoder.next() == .key(.character("j")))
      #expect(decoder.next() == .empty)
    }
  }

  @Test(arguments: [1, 4096])
  func `a large paste arrives whole, and no byte of it is looked at twice`(piece: Int) {
    let text = String(repeating: "فقرة من نص طويل\n", count: 7_200)
    let bytes = Self.opening + Array(text.utf8) + Self.closing
    #expect(bytes.count > 200_000)
    var decoder = KeyDecoder()
    var steps: [KeyDecoder.Step] = []
    var looks = 0
    for start in stride(from: 0, to: bytes.count, by: piece) {
      decoder.feed(bytes[start..<min(start + piece, bytes.count)])
      looks += decoder.buffer.count
      let step = decoder.next()
      if step != .incomplete { steps.append(step) }
    }
    #expect(steps == [.paste(text)])
    // The opening bracket is, until it is whole.
    #expect(looks <= bytes.count + Self.opening.count * Self.opening.count)
  }

  @Test(arguments: [
    (String(repeating: "x", count: 1000), "xxxxxxxxxx"), ("xxxxxxxxx\r\nxx", "xxxxxxxxx\n"),
    // A letter that begins within the limit is whole.
    ("xششششششش", "xششششش"), ("شششششششش", "ششششش"),
  ])
  func `a paste beyond the limit is cut and the rest swallowed to its end`(
    inside: String, text: String
  ) {
    var paste = BracketedPaste(limit: 10)
    var input = (Array(inside.utf8) + Self.closing + Array("jk".utf8))[...]
    paste.take(from: &input)
    #expect(paste.isComplete)
    #expect(paste.text == text)
    #expect(input.elementsEqual("jk".utf8))
  }

  @Test func `bytes that go on with no letter are bounded, too`() {
    var paste = BracketedPaste(limit: 10)
    var input = [UInt8](repeating: 0x80, count: 1000)[...]
    paste.take(from: &input)
    #expect(paste.text.unicodeScalars.count <= 13)
    #expect(input.isEmpty)
  }
}
