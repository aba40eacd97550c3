import ArabicText
import Testing

@testable import Annotations

/// What an import does is bounded, and told where the bound is reached.
@Suite struct ImportBoundTests {
  private static let string = "قال أحمد منصور إن القاهرة هادئة وقالت ليلى الحداد إن بيروت هادئة"
  private static let text = AnchoredText(DecodedText(string), contentHash: "a")
  private static let words = ["أحمد", "منصور", "القاهرة", "ليلى"]

  /// Lines of brat with offsets that mean nothing, so that the words are looked for.
  private static let brat = words.enumerated().map { "T\($0)\tPER 0 1\t\($1)\n" }.joined()
  /// A token a line.
  private static let conll = string.split(separator: " ").map { word in
    "\(word)\t\(words.contains(String(word)) ? "B-PER" : "O")\n"
  }.joined()

  private func result(
    of content: String, of text: AnchoredText, within bound: ImportBound
  ) throws -> ImportResult {
    let file = try ImportSource(content).file(of: text)
    let placer = ItemPlacer(text, texts: file.texts, unit: .scalars, isCertain: false)
    return ImportResult(file, of: text, by: placer, within: bound)
  }

  @Test(arguments: [brat, conll])
  func `what is not looked for any more is told with its number`(content: String) throws {
    let text = Self.text
    let ample = ImportBound(bytes: content.utf8.count, items: 4, of: text)
    #expect(try result(of: content, of: text, within: ample).annotations.count == 4)
    let spent = ImportBound(work: text.work.limit(most: 0), passages: 1 << 20)
    let result = try result(of: content, of: text, within: spent)
    #expect(result.annotations.isEmpty)
    #expect(result.refused.map(\.reason) == [.notLookedFor(count: 4)])
    #expect(result.refusedCount == 4)
  }

  @Test func `passages that are too long together are told, and those before them kept`() throws {
    let text = Self.text
    let length = text.counter.count
    let spans = (1...9).map { number in
      "{\"start\": 0, \"end\": \(length - number), \"label\": \"PER\"}"
    }
    let content = "{\"spans\": [" + spans.joined(separator: ", ") + "]}"
    let bound = ImportBound(
      work: text.work.limit(bytes: 1000, items: 9), passages: 3 * text.text.utf8Count)
    let result = try result(of: content, of: text, within: bound)
    #expect((2...4).contains(result.annotations.count))
    #expect(result.refused.map(\.reason) == [.notLookedFor(count: 9 - result.annotations.count)])
  }

  @Test func `tokens are no longer looked for where they were looked for too long`() throws {
    let text = AnchoredText(Self.text.text, contentHash: "a")
    var follower = TokenFollower(text, bounds: .changes)
    text.work.add(1 << 50)
    let tokens = Self.words.map { TaggedToken(spot: .line(1), words: $0, tag: "B-PER") }
    for case .refused(_, let reason) in follower.entries(of: tokens) {
      #expect(reason == .notLookedFor(count: 1))
    }
    #expect(follower.entries(of: tokens).count == 4)
  }
}
