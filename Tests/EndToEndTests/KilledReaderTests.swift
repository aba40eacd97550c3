import Annotations
import Glibc
import TestSupport
import Testing

/// The real program, killed while two people annotate.
@Suite(.serialized) struct KilledReaderTests {
  /// What a person does, and what the passage then says.
  private struct Step: Sendable {
    /// How many words of the text are selected: what was selected before, and one more.
    var words: Int
    var keys: String
    var says: @Sendable (Annotation) -> Bool

    /// The steps of a session, on passages of `words` words and the two after.
    static func session(from words: Int) -> [Step] {
      [
        Step(words: words, keys: "aملاحظة \(words)\u{13}") { $0.note == "ملاحظة \(words)" },
        Step(words: words + 1, keys: "tوسم\(words)\r") { $0.tags == ["وسم\(words)"] },
        Step(words: words + 2, keys: "3h") { $0.color == .blue },
      ]
    }
  }

  /// A reader in a session that will be killed, and how many of its steps were confirmed.
  private final class Session {
    let reader: AnnotatingReader
    let steps: [Step]
    var confirmed = 0

    init(_ file: String, _ folder: String, from words: Int) throws {
      reader = try AnnotatingReader(file, data: folder)
      steps = Step.session(from: words)
    }

    /// Does `count` steps, each confirmed, and begins with the next, if there is one.
    func run(_ count: Int) throws {
      try reader.awaitScreen()
      for step in steps.prefix(count) {
        type(step)
        try reader.await("saved")
        confirmed += 1
      }
      if count < steps.count { type(steps[count]) }
    }

    private func type(_ step: Step) {
      let isFirst = step.words == steps[0].words
      reader.type(
        "v" + String(repeating: "w", count: isFirst ? step.words : 1) + step.keys)
    }

    /// Kills the program, and counts the step that was on its way where the screen called it saved.
    func kill() throws {
      reader.terminal.signal(SIGKILL)
      _ = try reader.terminal.waitForEnd()
      if confirmed < steps.count, reader.hasSaid("saved") { confirmed += 1 }
    }
  }

  @Test func `two hundred kills of two writers on one text lose nothing that was called saved`()
    async throws
  {
    try await ProgramThread.run {
      var generator = SeededGenerator(seed: 6)
      let folder = try TemporaryFolder()
      var (kills, confirmed) = (0, 0)
      for round in 0..<100 {
        let words = ["الجسر", "القرى", "النهر", "العمل", "الطريق", "المدينة", "\(round)\n"]
        let file = try folder.file("\(round).txt", Array(words.joined(separator: " ").utf8))
        let pair = [
          try Session(file, folder.path, from: 1), try Session(file, folder.path, from: 4),
        ]
        // Some die while the store is opened, or made; most while they write.
        if round.isMultiple(of: 10) {
          pair[0].reader.terminal.pump(.milliseconds(Int.random(in: 1...150, using: &generator)))
        } else {
          for session in pair { try session.run(Int.random(in: 0...3, using: &generator)) }
        }
        let end = ContinuousClock.now + .microseconds(Int.random(in: 0...20_000, using: &generator))
        while ContinuousClock.now < end {
          for session in pair { session.reader.terminal.pump(.milliseconds(1)) }
        }
        for session in pair.shuffled(using: &generator) {
          try session.kill()
          kills += 1
        }
        let kept = try AnnotatingReader.annotations(of: file, data: folder.path).map(\.annotation)
        for session in pair {
          for (number, step) in session.steps.enumerated() {
            let here = kept.filter {
              $0.anchor.exact.split(separator: " ").count == step.words
            }
            // What was confirmed is there; what was on its way is there whole, once, or not at all.
            let isConfirmed = number < session.confirmed
            #expect(isConfirmed ? here.count == 1 : here.count <= 1, "\(round), step \(number)")
            #expect(here.allSatisfy(step.says), "\(round), step \(number)")
          }
          confirmed += session.confirmed
        }
      }
      #expect(kills == 200)
      #expect(confirmed > 200)
      #expect(!folder.names.contains { $0.contains("damaged") })
    }
  }
}
