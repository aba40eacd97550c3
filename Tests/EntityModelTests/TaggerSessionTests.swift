import ArabicText
import TestSupport
import Testing

@testable import EntityModel

@Suite("The tagger at work")
struct TaggerSessionTests {
  private let tagger: NameTagger

  init() throws { tagger = try NameTagger(copying: TinyModel().bytes()) }

  @Test func `marks and tatweel change nothing`() {
    let plain = scores(of: "قال محمد في دمشق")
    let marked = scores(of: "قَالَ مُحَمَّدٌ فـي دمـــشقَ")
    #expect(plain == marked)
  }

  @Test func `presentation forms are read as their letters`() {
    #expect(scores(of: "قال\u{FEFB}") == scores(of: "قاللا"))
  }

  @Test func `any text gives names inside it, in order`() {
    var random = SeededGenerator(seed: 19)
    let session = tagger.session()
    for _ in 0..<200 {
      let text = DecodedText(
        RandomText.paragraph(scalars: Int.random(in: 0...400, using: &random), using: &random))
      let tokens = Tokenizer.tokens(of: text, in: text.span)
      var last = 0
      for name in session.names(in: tokens, of: text) {
        #expect(name.words.lowerBound >= last)
        #expect(!name.words.isEmpty)
        #expect(name.words.upperBound <= tokens.count)
        #expect((0...1).contains(name.probability))
        #expect(name.type != .other)
        last = name.words.upperBound
      }
    }
  }

  @Test func `long paragraphs and words are cut, none is left out`() {
    let text = DecodedText(
      String(repeating: "قال ", count: 500) + String(repeating: "ب", count: 5000) + " دمشق")
    let tokens = Tokenizer.tokens(of: text, in: text.span)
    let scores = tagger.session().scores(in: tokens, of: text, guideline: .rawi)
    #expect(scores.count == tokens.count)
    #expect(scores.allSatisfy { $0.tags.allSatisfy { $0.isFinite } })
  }

  @Test func `the same text gives the same numbers in every session`() async {
    let expected = scores(of: "قال محمد في دمشق")
    await withTaskGroup(of: [[Float]].self) { group in
      for _ in 0..<4 { group.addTask { scores(of: "قال محمد في دمشق") } }
      for await found in group { #expect(found == expected) }
    }
  }

  private func scores(of string: String) -> [[Float]] {
    let text = DecodedText(string)
    return tagger.session()
      .scores(in: Tokenizer.tokens(of: text, in: text.span), of: text, guideline: .rawi)
      .map(\.tags)
  }
}
