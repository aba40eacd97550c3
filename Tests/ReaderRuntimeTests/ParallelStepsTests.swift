import ArabicText
import Interface
import Testing

@testable import Reader
@testable import ReaderRuntime

/// Work on all cores whose results come in order.
struct ParallelStepsTests {
  private let text = DecodedText("نص")

  @Test func `results come in the order of the steps, whichever is done first`() async {
    var taken: [Int] = []
    await ParallelSteps.run(Array(0..<200), in: text) { step in
      // The first steps take longest.
      (0..<(200 - step) * 50).reduce(step) { $0 ^ ($1 & 0) }
    } take: { result in
      taken.append(result)
      return true
    }
    #expect(taken == Array(0..<200))
  }

  @Test func `no result is taken after the one that ends the work`() async {
    var taken: [Int] = []
    await ParallelSteps.run(Array(0..<50), in: text, \.self) { result in
      taken.append(result)
      return result < 7
    }
    #expect(taken == Array(0...7))
  }

  @Test func `nothing is done for no steps, and nothing after a cancellation`() async {
    let text = text
    let count = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      var taken = 0
      await ParallelSteps.run(Array(0..<50), in: text, \.self) { _ in
        taken += 1
        return true
      }
      return taken
    }.value
    #expect(count == 0)
    await ParallelSteps.run([Int](), in: text, \.self) { _ in
      Issue.record("there is no step")
      return true
    }
  }

  @Test(arguments: [false, true])
  func `searching by steps finds what searching in one go finds`(isBackward: Bool) async throws {
    let line = "جملة أولى في النص ثم ثانية.\n"
    let text = DecodedText(
      String(repeating: line, count: 20_000) + "الكَلِمة\n" + String(repeating: line, count: 20_000)
        + "كلمه الكلمة\n" + String(repeating: line, count: 100))
    let pattern = try #require(FoldedPattern("كلمة"))
    for start in [0, text.utf8Count / 2 + 40_000, text.utf8Count] {
      let request = SearchRequest(
        pattern: .letters(pattern), start: TextOffset(start), isBackward: isBackward)
      var hit: TextSpan?
      await ParallelSteps.run(request.steps(in: text), in: text) { step in
        step.run(in: text, isCancelled: { false })
      } take: { found in
        hit = found
        return found == nil
      }
      #expect(hit != nil)
      #expect(hit == request.run(in: text))
    }
  }
}
