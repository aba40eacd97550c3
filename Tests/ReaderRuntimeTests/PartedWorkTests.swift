import ArabicText
import Interface
import Testing

@testable import Reader
@testable import ReaderRuntime

/// Work on all cores whose results come in order.
struct PartedWorkTests {
  private let text = DecodedText("نص")

  @Test func `results come in the order of the parts, whichever is done first`() async {
    var taken: [Int] = []
    await PartedWork.run(Array(0..<200), of: text) { part in
      // The first parts take longest.
      (0..<(200 - part) * 50).reduce(part) { $0 ^ ($1 & 0) }
    } take: { result in
      taken.append(result)
      return true
    }
    #expect(taken == Array(0..<200))
  }

  @Test func `no result is taken after the one that ends the work`() async {
    var taken: [Int] = []
    await PartedWork.run(Array(0..<50), of: text, \.self) { result in
      taken.append(result)
      return result < 7
    }
    #expect(taken == Array(0...7))
  }

  @Test func `nothing is done of no parts, and nothing after a cancellation`() async {
    let text = text
    let count = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      var taken = 0
      await PartedWork.run(Array(0..<50), of: text, \.self) { _ in
        taken += 1
        return true
      }
      return taken
    }.value
    #expect(count == 0)
    await PartedWork.run([Int](), of: text, \.self) { _ in
      Issue.record("there is no part")
      return true
    }
  }

  @Test(arguments: [false, true])
  func `searching by parts finds what searching in one go finds`(isBackward: Bool) async throws {
    let line = "جملة أولى في النص ثم ثانية.\n"
    let text = DecodedText(
      String(repeating: line, count: 20_000) + "الكَلِمة\n" + String(repeating: line, count: 20_000)
        + "كلمه الكلمة\n" + String(repeating: line, count: 100))
    let pattern = try #require(FoldedPattern("كلمة"))
    for start in [0, text.utf8Count / 2 + 40_000, text.utf8Count] {
      let request = SearchRequest(
        pattern: .letters(pattern), start: TextOffset(start), isBackward: isBackward)
      var hit: TextSpan?
      await PartedWork.run(request.steps(in: text), of: text) { step in
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
