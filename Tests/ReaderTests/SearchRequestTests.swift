import ArabicText
import Interface
import TestSupport
import Testing

@testable import Reader

/// Searches of random texts against looking at every paragraph.
struct SearchRequestTests {
  /// A text of few letters, in lines short and long, with the folded forms of the word in it.
  private func text(_ random: inout SeededGenerator) -> DecodedText {
    let words = ["كلمة", "كَلِمَه", "كـلمة", "ﻛﻠﻤﺔ", "كلام", "مكلم", "\n", "\r\n", " ", "ظل", "a"]
    let count = Int.random(in: 0...80, using: &random)
    var text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
    // A line that is cut into pieces, now and then.
    if Int.random(in: 0..<6, using: &random) == 0 {
      text += String(repeating: "كلام ", count: 9000) + "كلمة"
    }
    return DecodedText(text)
  }

  private func hits(_ pattern: SearchPattern, in text: DecodedText) -> [TextSpan] {
    text.paragraphs(in: text.span).flatMap { pattern.matches(in: text, span: $0.content) }
  }

  @Test(arguments: 0..<60)
  func `the hit is the next one from the start on, round the end of the text`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = text(&random)
    let patterns = try [["كلمه"], ["ل"], ["ظ"], ["كلمه", "ظل"], ["كل", "كلام", "a"]][seed % 5].map {
      try #require(FoldedPattern($0))
    }
    let pattern = patterns.count == 1 ? SearchPattern.letters(patterns[0]) : .spellings(patterns)
    let all = hits(pattern, in: text)
    for _ in 0..<8 {
      let start = TextOffset(Int.random(in: 0...text.utf8Count, using: &random))
      let forward = SearchRequest(pattern: pattern, start: start)
      #expect(forward.run(in: text) == all.first { $0.lower >= start } ?? all.first)
      let backward = SearchRequest(pattern: pattern, start: start, isBackward: true)
      #expect(backward.run(in: text) == all.last { $0.lower < start } ?? all.last)
    }
    if let hit = all.randomElement(using: &random) {
      let order = HitCount(pattern: pattern, hit: hit).run(in: text)
      #expect(order?.total == all.count)
      #expect(order?.number == (all.firstIndex(of: hit) ?? -1) + 1)
    }
    let shown = FilterRequest(pattern: pattern).run(in: text)
    let wanted = text.paragraphs(in: text.span).filter {
      !pattern.matches(in: text, span: $0.content).isEmpty
    }
    #expect(shown == wanted)
  }

  @Test func `the fifth hit is four further on`() throws {
    let text = DecodedText(String(repeating: "كلمة هنا\n", count: 9))
    let pattern = SearchPattern.letters(try #require(FoldedPattern("كلمة")))
    let all = hits(pattern, in: text)
    #expect(SearchRequest(pattern: pattern, times: 5).run(in: text) == all[4])
    #expect(SearchRequest(pattern: pattern, times: 11).run(in: text) == all[1])
  }

  @Test func `a search that is cancelled finds nothing`() throws {
    let text = DecodedText(String(repeating: "كلمة هنا\n", count: 9))
    let pattern = SearchPattern.letters(try #require(FoldedPattern("كلمة")))
    #expect(SearchRequest(pattern: pattern).run(in: text, isCancelled: { true }) == nil)
    let hit = TextSpan(.zero, TextOffset(1))
    #expect(HitCount(pattern: pattern, hit: hit).run(in: text, isCancelled: { true }) == nil)
    #expect(FilterRequest(pattern: pattern).run(in: text, isCancelled: { true }) == nil)
  }
}
