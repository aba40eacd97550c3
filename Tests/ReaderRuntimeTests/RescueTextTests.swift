import Annotations
import ArabicText
import Platform
import Reader
import TestSupport
import Testing

@testable import ReaderRuntime

/// Notes that could not be stored, as text.
struct RescueTextTests {
  /// A text of `count` notes, of whatever people and hostile files write.
  private func random(_ count: Int, using generator: inout SeededGenerator) -> RescueText {
    let pieces = [
      "كلمة", "\u{64B}", "\n", "\r\n", "\\", "\\n", "{", "}", ":", ": ", "note:", "    ",
      "\u{1B}[2J",
      "\u{9B}", "\u{202E}", "\u{2028}", "\u{0}", "end of 1", "é", "e\u{301}", "😀", "",
    ]
    func text() -> String {
      (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
    func maybe<Value>(_ value: () -> Value) -> Value? {
      Bool.random(using: &generator) ? value() : nil
    }
    let notes = (0..<count).map { _ in
      RescuedNote(
        .allCases.randomElement(using: &generator) ?? .note, text: text(), words: text(),
        anchor: maybe {
          Anchor(
            start: ScalarOffset(3), end: ScalarOffset(9), exact: text(), prefix: text(),
            suffix: text(), contentHash: text(), distinction: maybe { 4 })
        }, known: maybe { RescuedNote.Known(id: AnnotationID(rawValue: text()), note: text()) },
        file: maybe { text() },
        earlier: maybe { text() })
    }
    return RescueText(path: maybe { text() }, name: text(), contentHash: text(), notes: notes)
  }

  @Test func `what is written is read, scalar for scalar, and steers no terminal`() throws {
    for seed in Fuzz.seeds(500) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = random(Int.random(in: 0...3, using: &generator), using: &generator)
      let read = try RescueText(Array(text.string.utf8))
      #expect(read == text)
      // Equal strings may differ in their scalars.
      #expect(read.string.utf8.elementsEqual(text.string.utf8))
      #expect(
        !text.string.unicodeScalars.contains { scalar in
          scalar != "\n" && (scalar.properties.generalCategory == .control || scalar == "\u{202E}")
        })
    }
  }

  @Test func `a text that was cut anywhere is damaged, and no bytes make it crash`() throws {
    var generator = SeededGenerator(seed: 3)
    let bytes = Array(random(3, using: &generator).string.utf8)
    for end in 0..<bytes.count - 1 {
      #expect(throws: RescueText.Problem.self) { try RescueText(Array(bytes.prefix(end))) }
    }
    for _ in 0..<500 {
      var mutated = bytes
      for _ in 0..<3 {
        let place = Int.random(in: mutated.indices, using: &generator)
        mutated[place] = .random(in: .min ... .max, using: &generator)
      }
      _ = try? RescueText(mutated)
    }
  }

  @Test func `a text of a later version is one`() throws {
    let text = RescueText(path: nil, name: "a", contentHash: "b", notes: [])
    let later = text.string.replacing("version 1", with: "version 12")
    #expect(throws: RescueText.Problem.newer(12)) { try RescueText(Array(later.utf8)) }
  }
}
