import ArabicText
import EntityModel
import TestSupport
import Testing

@testable import ReaderRuntime

/// The order in which paragraphs are looked at.
struct ParagraphBatchesTests {
  private func batches(
    of text: DecodedText, in window: TextSpan? = nil, first: TextSpan
  ) -> [ParagraphBatches.Batch] {
    Array(IteratorSequence(ParagraphBatches(of: text, in: window ?? text.span, first: first)))
  }

  private func text(_ seed: UInt64) -> DecodedText {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<200).map { _ in
      Bool.random(using: &random)
        ? ""
        : RandomText.paragraph(scalars: Int.random(in: 0...400, using: &random), using: &random)
    }
    return DecodedText(lines.joined(separator: "\n"))
  }

  @Test(arguments: 0..<20)
  func `each paragraph with content is looked at once, those that are visible first`(seed: UInt64) {
    var random = SeededGenerator(seed: seed + 100)
    let text = text(seed)
    let all = text.paragraphs(in: text.span).filter { !$0.content.isEmpty }
    let lower = text.scalarBoundary(
      atOrBefore: TextOffset(Int.random(in: 0..<text.utf8Count, using: &random)))
    let first = TextSpan(lower, min(text.end, lower + 1500))
    let batches = batches(of: text, first: first)
    let looked = batches.flatMap(\.paragraphs)
    #expect(Set(looked) == Set(all))
    #expect(looked.count == all.count)
    #expect(batches.reduce(0) { $0 + $1.length } == text.utf8Count)
    let visible = Set(batches[0].paragraphs)
    #expect(
      all.filter { $0.next > first.lower && $0.start < first.upper }.allSatisfy(visible.contains))
    // No neighbourhood is in two batches.
    let neighbourhoods = batches.map { Set($0.paragraphs.map(Neighbourhood.init(of:))) }
    #expect(neighbourhoods.reduce(0) { $0 + $1.count } == Set(neighbourhoods.joined()).count)
    // Batches behind what is visible, then those before it, each in the order of the text.
    for batch in batches {
      #expect(batch.paragraphs == batch.paragraphs.sorted { $0.start < $1.start })
    }
  }

  @Test func `of empty lines there are none to look at, however many they are`() {
    let text = DecodedText(String(repeating: "\n", count: 100_000))
    let batches = batches(of: text, first: TextSpan(.zero, .zero + 20))
    #expect(batches.allSatisfy { $0.paragraphs.isEmpty })
    #expect(batches.reduce(0) { $0 + $1.length } == 100_000)
    #expect(batches.count <= 16)
  }

  @Test func `a part of a text stays within it`() {
    let text = DecodedText(String(repeating: "سطر من الخبر\n", count: 1000))
    let start = text.paragraph(at: TextOffset(8000)).start
    let window = TextSpan(start, text.paragraph(at: TextOffset(16000)).next)
    let looked = batches(
      of: text, in: window, first: TextSpan(TextOffset(12000), TextOffset(12400))
    )
    .flatMap(\.paragraphs)
    #expect(looked.count == Array(text.paragraphs(in: window)).count)
    #expect(looked.allSatisfy { $0.start >= window.lower && $0.next <= window.upper })
  }
}
