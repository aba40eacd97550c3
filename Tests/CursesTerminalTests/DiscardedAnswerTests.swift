import Screen
import Testing

@testable import CursesTerminal

/// Answers of the terminal that nobody waits for are no keys, however long or slow they are.
struct DiscardedAnswerTests {
  /// All keys of `bytes`, which come in pieces of `size`, with a pause at the end.
  private func keys(_ bytes: [UInt8], by size: Int) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      decoder.feed(bytes[start..<min(start + size, bytes.count)])
      while case .key(let key) = decoder.next() { keys.append(key) }
    }
    while case .key(let key) = decoder.next(isFinal: true) { keys.append(key) }
    return keys
  }

  /// The beginning of an answer, what it holds, and its end.
  static let answers: [(String, String, String)] = [
    ("\u{1B}[?", "9", "c"), ("\u{1B}[<", "0;", "M"), ("\u{1B}]11;rgb:", "f", "\u{1B}\\"),
    ("\u{1B}]52;c;", "QUJD", "\u{7}"), ("\u{1B}P>|", "A", "\u{1B}\\"),
    ("\u{1B}P1+r", "6:", "\u{1B}\\"), ("\u{1B}P!|", "0", "\u{1B}\\"),
    ("\u{1B}_Gi=1;", "OK", "\u{1B}\\"), ("\u{1B}P>|", "نص\t", "\u{1B}\\"),
    ("\u{1B}]4;1;", "r", "\u{18}"),
  ]

  @Test(arguments: answers, [1, 7, 256, 1024, 1 << 20])
  func `an answer of any length is dropped whole`(answer: (String, String, String), size: Int) {
    for count in [0, 1, 127, 128, 255, 256, 257, 2000] {
      let text =
        "j" + answer.0 + String(repeating: answer.1, count: count) + answer.2 + "k"
      let isKey = count == 0 && answer.0.hasPrefix("\u{1B}[<")
      if isKey { continue }
      #expect(keys(Array(text.utf8), by: size) == ["j", "k"], "\(count)")
    }
  }

  @Test func `an answer of 200 kB is dropped as it comes and is not kept`() {
    for (start, content, end) in Self.answers {
      var decoder = KeyDecoder()
      decoder.feed(Array(start.utf8))
      _ = decoder.next()
      for _ in 0..<200 {
        decoder.feed(Array(String(repeating: content, count: 1024 / content.utf8.count).utf8))
        #expect(decoder.next() == .incomplete)
        #expect(decoder.isInsideReport)
        #expect(decoder.buffer.count <= 2 * ControlSequence.longest + 1024)
      }
      decoder.feed(Array((end + "q").utf8))
      #expect(decoder.next() == .key("q"))
      #expect(!decoder.isInsideReport)
    }
  }

  @Test(arguments: answers)
  func `Control-C inside an answer is a key at once`(answer: (String, String, String)) {
    for count in [1, 1000] {
      var decoder = KeyDecoder()
      decoder.feed(Array((answer.0 + String(repeating: answer.1, count: count)).utf8))
      #expect(decoder.next() == .incomplete)
      decoder.feed([3])
      #expect(decoder.next() == .key(.control("c")))
    }
  }

  @Test func `an answer without an end is over when nothing more comes`() {
    var decoder = KeyDecoder()
    decoder.feed(Array(("\u{1B}]11;" + String(repeating: "f", count: 1000)).utf8))
    #expect(decoder.next() == .incomplete)
    #expect(decoder.next(isFinal: true) == .empty)
    #expect(!decoder.isInsideReport)
    decoder.feed(Array("q".utf8))
    #expect(decoder.next() == .key("q"))
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}]", "\u{1B}P", "\u{1B}O", "\u{1B}_"])
  func `what a person types is not waited for as long as an answer`(keys: String) {
    var decoder = KeyDecoder()
    decoder.feed(Array(keys.utf8))
    #expect(decoder.next() == .incomplete)
    #expect(!decoder.isInsideReport)
  }

  @Test(arguments: [1, 1024])
  func `what comes during the probe is looked at a bounded number of times`(size: Int) {
    let answer = "\u{1B}P>|" + String(repeating: "A", count: 20_000) + "\u{1B}\\"
    let bytes = Array(("j" + answer + "\u{1B}[8;1$y\u{1B}[?62;cq").utf8)
    var probe = TerminalProbe()
    for start in stride(from: 0, to: bytes.count, by: size) {
      probe.read(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(probe.answers.bidiMode == 1)
    #expect(probe.answers.isComplete)
    #expect(keys(probe.typedAhead, by: 4096) == ["j", "q"])
  }
}
