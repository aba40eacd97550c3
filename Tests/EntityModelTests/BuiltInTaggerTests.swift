import ArabicText
import Foundation
import CAnalysisData
import TestSupport
import Testing

@testable import EntityModel

@Suite("The tagger in the program")
struct BuiltInTaggerTests {
  @Test func `it is undamaged`() throws {
    let data = rawi_tagger()
    let bytes = UnsafeRawBufferPointer(start: data.bytes, count: data.count)
    _ = try ModelFile(ModelBytes(viewing: bytes), verifying: true)
  }

  @Test func `the day of its labels is told of these weights and no others`() throws {
    let tagger = try #require(NameTagger.builtIn)
    #expect(
      tagger.fingerprint == NameTagger.labels.fingerprint,
      "new weights: NameTagger.labels has to tell the day of their labels")
  }

  @Test func `it finds people, organisations and places, without clitics and titles`() throws {
    let text = DecodedText(
      "قال وزير الخارجية سليم الطرابلسي في مؤتمر ببيروت إن الأمم المتحدة تدعم القرار.")
    let tokens = Tokenizer.tokens(of: text, in: text.span)
    let session = try #require(NameTagger.builtIn).session()
    let names = session.names(in: tokens, of: text).map { name in
      let span = TextSpan(
        tokens[name.words.lowerBound].span.lower, tokens[name.words.upperBound - 1].span.upper)
      return "\(name.type.rawValue) \(name.clitics) \(text.string(in: span))"
    }
    #expect(names == ["PER 0 سليم الطرابلسي", "LOC 1 ببيروت", "ORG 0 الأمم المتحدة"])
  }

  @Test(arguments: [
    ("احتج عمال كرفوش سيفات أمام المصنع.", true), ("تعاقد الهلال مع الاتحاد.", false),
  ])
  func `the whole tagger reads what the fast one is not sure of`(line: String, isUnsure: Bool)
    throws
  {
    let text = DecodedText(line)
    let tokens = Tokenizer.tokens(of: text, in: text.span)
    let fast = try #require(NameTagger.fast).session()
    let whole = try #require(NameTagger.builtIn).session()
    let scores = fast.scores(in: tokens, of: text, guideline: .rawi)
    let path = TagPath.best(scores, allowed: [.person, .organisation, .place])
    let least = zip(path, scores).filter { EntityTag.all[$0.0] != .outside }
      .map { $0.1.tags[$0.0] }.min()
    let probability = try exp(#require(least))
    #expect((probability < 0.6) == isUnsure)
    #expect((fast.names(in: tokens, of: text) == whole.names(in: tokens, of: text)) == isUnsure)
  }

  @Test func `nothing that is not finite comes of any scalar`() throws {
    let session = try #require(NameTagger.builtIn).session()
    var random = SeededGenerator(seed: 29)
    for _ in 0..<40 {
      let text = DecodedText(RandomText.paragraph(scalars: 80, using: &random))
      let tokens = Tokenizer.tokens(of: text, in: text.span)
      for word in session.scores(in: tokens, of: text, guideline: .rawi) {
        #expect(word.tags.allSatisfy { $0 <= 0 && $0.isFinite })
      }
    }
  }
}
