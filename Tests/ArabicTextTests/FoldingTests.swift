import ArabicText
import TestSupport
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("كُنّا نَظُنُّ", "كنا نظن"), ("أإآٱؤئ", "اااا" + "وي"), ("مدرســـة", "مدرسه"), ("على", "علي"),
    ("ﻻ", "لا"), ("٤٢", "42"), ("UN", "un"), ("کتابی", "كتابي"),
  ])
  func `search folding drops what a reader does not type`(text: String, folded: String) {
    #expect(Folding.search.fold(text) == folded)
  }

  @Test func `light folding keeps hamza, ya and ta marbuta apart`() {
    #expect(Folding.light.fold("أُسرة على") == "أسرة على")
  }

  @Test func `a folded range leads back to its letters with their marks`() {
    let text = DecodedText("قالَتْ هُنا")
    let folded = FoldedText(text, in: text.span, by: .search)
    #expect(
      String(String.UnicodeScalarView(folded.scalars.compactMap(Unicode.Scalar.init))) == "قالت هنا"
    )
    #expect(text.string(in: folded.span(of: 0..<4)) == "قالَتْ")
    #expect(text.string(in: folded.span(of: 5..<8)) == "هُنا")
  }

  @Test(arguments: 0..<20)
  func `every folded scalar leads back into the text in order`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(random.text(400))
    let folded = FoldedText(text, in: text.span, by: .search)
    var last = TextOffset.zero
    for index in folded.scalars.indices {
      let span = folded.span(of: index..<index + 1)
      #expect(span.lower >= last && text.span.contains(span))
      last = span.lower
    }
  }

  @Test func `a search finds words whatever their marks and hamzas`() throws {
    let text = DecodedText("أَحْمَد واحمد وأحمدُ")
    let pattern = try #require(FoldedPattern("احمد"))
    let found = pattern.matches(in: text, span: text.span)
    #expect(found.map(text.string(in:)) == ["أَحْمَد", "احمد", "أحمدُ"])
  }

  @Test func `a pattern of marks alone is none`() {
    #expect(FoldedPattern("\u{64B}") == nil)
  }
}
