import CursesTerminal
import Testing

/// Answers are taken out of what was read; what the user typed stays.
@Suite struct ProbeAnswersTests {
  private func taken(_ text: String) -> (answers: ProbeAnswers, rest: String) {
    var bytes = Array(text.utf8)
    let answers = ProbeAnswers(takenFrom: &bytes)
    return (answers, String(decoding: bytes, as: UTF8.self))
  }

  @Test func `keys between answers are left`() {
    let (answers, rest) = taken(
      "j\u{1B}[8;1$yش\u{1B}[A\u{1B}P>|kitty(0.26.5)\u{1B}\\q\u{1B}[?62;cG")
    #expect(answers.bidiMode == 1)
    #expect(answers.version == "kitty(0.26.5)")
    #expect(answers.isComplete)
    #expect(rest == "jش\u{1B}[AqG")
  }

  @Test func `an answer that is cut waits for its rest`() {
    var bytes = Array("x\u{1B}[8;".utf8)
    var answers = ProbeAnswers(takenFrom: &bytes)
    #expect(answers == ProbeAnswers())
    bytes += Array("1$y\u{1B}[?65c".utf8)
    answers.merge(ProbeAnswers(takenFrom: &bytes))
    #expect(answers.bidiMode == 1)
    #expect(answers.isComplete)
    #expect(bytes == Array("x".utf8))
  }

  @Test(arguments: [
    ("rgb:0000/2b2b/3636\u{1B}\\", UInt32?(0x002B36)), ("rgb:fd/f6/e3\u{7}", 0xFDF6E3),
    ("rgb:f/f/f\u{7}", 0xFFFFFF), ("rgba:0000/0000/0000/ffff\u{1B}\\", 0x000000),
    ("#ffffff\u{7}", nil), ("rgb:xx/00/00\u{7}", nil), ("rgb:00/00\u{7}", nil),
  ])
  func `a background colour is read in all its lengths`(text: String, color: UInt32?) {
    let (answers, rest) = taken("\u{1B}]11;" + text)
    #expect(answers.background == color)
    #expect(rest.isEmpty)
  }

  @Test func `answers about other modes are dropped`() {
    let (answers, rest) = taken("\u{1B}[?2026;2$y")
    #expect(answers.bidiMode == nil)
    #expect(rest.isEmpty)
  }

  @Test func `bytes without an end are not held for an answer`() {
    let text = "\u{1B}P>|" + String(repeating: "x", count: 5000)
    #expect(taken(text).rest == text)
  }
}
