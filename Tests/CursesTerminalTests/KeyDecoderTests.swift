import Screen
import Testing
@testable import CursesTerminal

/// What the bytes of a terminal mean.
@Suite struct KeyDecoderTests {
  /// All keys of `text`, given byte by byte where `cut`, with a pause at the end.
  private func keys(
    _ text: String, sequences: [[UInt8]: Key] = [:], cut: Bool = false
  ) -> [Key] {
    var decoder = KeyDecoder(sequences: sequences)
    var keys: [Key] = []
    for piece in cut ? text.utf8.map({ [$0] }) : [Array(text.utf8)] {
      decoder.feed(piece)
      while case .key(let key) = decoder.next() { keys.append(key) }
    }
    while case .key(let key) = decoder.next(isFinal: true) { keys.append(key) }
    return keys
  }

  static let table: [(String, [Key])] = [
    ("q", [.character("q")]), ("شي", [.character("ش"), .character("ي")]),
    ("لا", [.character("ل"), .character("ا")]), ("😀", [.character("😀")]),
    ("\r", [.enter]), ("\n", [.control("j")]), ("\t", [.tab]),
    ("\u{7F}\u{8}", [.backspace, .backspace]),
    ("\u{1}\u{1A}\u{3}", [.control("a"), .control("z"), .control("c")]),
    ("\u{0}\u{1C}\u{1F}", [.control(" "), .control("\\"), .control("_")]),
    ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B}x", [.alt("x")]), ("\u{1B}ش", [.alt("ش")]), ("\u{1B}\r", [.enter]),
    ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}]", [.alt("]")]),
    ("\u{1B}P", [.alt("P")]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [.up, .down, .right, .left]),
    ("\u{1B}[1;5C\u{1B}[1;2A", [.right, .up]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[2~\u{1B}[3~", [.pageUp, .pageDown, .insert, .delete]),
    ("\u{1B}[3;5~", [.delete]), ("\u{1B}[Z", [.backTab]),
    ("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[[A\u{1B}[1;2P", [1, 5, 12, 1, 1].map { .function($0) }),
    ("\u{1B}OM\u{1B}Oq", [.enter, .character("1")]),
    ("j\u{1B}[Ak", [.character("j"), .up, .character("k")]),
  ]

  @Test(arguments: table) func `bytes are keys`(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test(arguments: table)
  func `bytes that come one by one are the same keys`(text: String, expected: [Key]) {
    #expect(keys(text, cut: true) == expected)
  }

  @Test(arguments: [
    "\u{1B}[8;1$y", "\u{1B}[?65;1;9c", "\u{1B}P>|VTE(7006) quit\u{1B}\\",
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]11;rgb:00/00/00\u{7}", "\u{1B}[?1;2c",
    "\u{1B}[I", "\u{1B}[24;80R", "\u{1B}[201~", "\u{1B}[99~", "\u{1B}[;;;;;x",
  ])
  func `what is no key is swallowed whole`(text: String) {
    #expect(keys("a\(text)b") == [.character("a"), .character("b")])
    #expect(keys("a\(text)b", cut: true) == [.character("a"), .character("b")])
  }

  @Test func `a lone ESC waits until it is known to be alone`() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B])
    #expect(decoder.next() == .incomplete)
    #expect(decoder.next(isFinal: true) == .key(.escape))
    #expect(decoder.next() == .empty)
  }

  @Test func `bytes that are no UTF-8 and C1 controls are dropped`() {
    var decoder = KeyDecoder()
    decoder.feed([0xFF, 0xC0, 0x61, 0x80, 0xC2, 0x9B, 0x62, 0xD8])
    #expect(decoder.next() == .key(.character("a")))
    #expect(decoder.next() == .key(.character("b")))
    #expect(decoder.next() == .incomplete)
    #expect(decoder.next(isFinal: true) == .empty)
  }

  @Test func `the terminal's own sequences come first, the longest of them`() {
    let sequences: [[UInt8]: Key] = [Array("\u{1B}[5".utf8): .home, Array("\u{1B}[5@".utf8): .end]
    #expect(keys("\u{1B}[5@", sequences: sequences) == [.end])
    #expect(keys("\u{1B}[A", sequences: sequences) == [.up])
  }

  @Test func `no bytes make it fail or wait for ever`() {
    var random = SystemRandomNumberGenerator.Seeded(state: 20_240_613)
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      let alphabet: [UInt8] = [
        0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x3E, 0x30, 0x3B, 0x41, 0x7E, 0xD8, 0xB4,
      ]
      decoder.feed(
        (0..<Int.random(in: 1...40, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      var steps = 0
      while decoder.next(isFinal: true) != .empty { steps += 1 }
      #expect(steps <= 40)
    }
  }
}

extension SystemRandomNumberGenerator {
  /// A generator that gives the same numbers each time (SplitMix64).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
