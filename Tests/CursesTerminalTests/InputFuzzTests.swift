import Screen
import TestSupport
import Testing
@testable import CursesTerminal

/// What a terminal sends, at random and torn.
struct InputFuzzTests {
  private static let pieces: [String] = [
    "\u{1B}", "[", "]", "O", "P", "\\", "\u{7}", ";", "<", "?", "$", "y", "c", "~", "M", "m", "R",
    "8",
    "1", "99999999999999999999", "\u{1B}[8;1$y", "\u{1B}[?62;c", "\u{1B}]11;rgb:", "ffff/", "/",
    "\u{1B}P>|", "VTE(7006)", "\u{1B}\\", "ش", "لا", "\u{64E}", "😀", "q", " ", "\r", "\u{0}",
    "\u{1B}[200~", "\u{1B}[201~", "\n",
  ]

  private func input(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      } else {
        bytes += Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
      }
    }
    return bytes
  }

  private func keys(_ pieces: [ArraySlice<UInt8>]) -> [KeyDecoder.Step] {
    var decoder = KeyDecoder(sequences: [:])
    var steps: [KeyDecoder.Step] = []
    func take(isFinal: Bool) {
      while true {
        let step = decoder.next(isFinal: isFinal)
        if step == .empty || step == .incomplete { return }
        steps.append(step)
      }
    }
    for piece in pieces {
      decoder.feed(Array(piece))
      take(isFinal: false)
    }
    take(isFinal: true)
    return steps
  }

  @Test func `any bytes are keys or pastes, however they are torn`() {
    for seed in Fuzz.seeds(4000) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let bytes = input(&generator)
      let whole = keys([bytes[...]])
      // After Alt-] and Alt-P a decoder cannot tell keys from the beginning of an answer.
      let opens = zip(bytes, bytes.dropFirst()).contains {
        $0 == 0x1B && [0x5D, 0x50].contains($1)
      }
      let single = keys(bytes.indices.map { bytes[$0...$0] })
      #expect(opens || single == whole, "seed \(seed): \(bytes)")
      let cut = Int.random(in: 0...bytes.count, using: &generator)
      let torn = keys([bytes[..<cut], bytes[cut...]])
      #expect(opens || torn == whole, "seed \(seed): \(bytes)")
      for step in whole {
        let text =
          switch step {
          case .key(.character(let character)): String(character)
          case .paste(let text): text.filter { $0 != "\n" }
          default: ""
          }
        let isControl = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        #expect(!isControl, "seed \(seed): \(bytes)")
      }
    }
  }

  @Test func `any answers are taken or left, and what is left is taken no more`() {
    for seed in Fuzz.seeds(4000) {
      var generator = SeededGenerator(seed: UInt64(seed))
      var bytes = input(&generator)
      let before = bytes.count
      let answers = ProbeAnswers(takenFrom: &bytes)
      #expect(bytes.count <= before, "seed \(seed)")
      if answers == ProbeAnswers() { continue }
      let traits = TerminalTraits(answers: answers, environment: ["TERM": "xterm"])
      _ = DrawingPlan(for: traits, host: nil, choices: DrawingChoices())
    }
  }
}
