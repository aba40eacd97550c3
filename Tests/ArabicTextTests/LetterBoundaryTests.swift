import ArabicText
import TestSupport
import Testing

/// Where a text may be cut so that no letter loses its marks and no picture a part.
@Suite struct LetterBoundaryTests {
  @Test(arguments: [
    ("قالَ", "قال", "قالَ"), ("قالَ", "َ", "لَ"), ("رَجُل", "رَج", "رَجُ"), ("اللّٰه", "لّ", "لّٰ"),
    ("أ\u{654}ب", "أ", "أ\u{654}"), ("👩‍🚀!", "👩", "👩‍🚀"), ("👩‍🚀!", "🚀", "👩‍🚀"),
    ("👍🏽", "👍", "👍🏽"), ("🇪🇬🇸🇩", "🇪🇬", "🇪🇬"), ("❤\u{FE0F}", "❤", "❤\u{FE0F}"),
    ("قال الوزير", "قال", "قال"), ("می\u{200C}خواهم", "می", "می"),
  ])
  func `a span is widened to the letters that it cuts`(text: String, words: String, whole: String)
    throws
  {
    let decoded = DecodedText(text)
    let scalars = text.unicodeScalars
    let range = try #require(scalars.firstRange(of: words.unicodeScalars))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let place = TextSpan(utf8: start..<start + words.utf8.count)
    let found = decoded.string(in: decoded.wholeLetters(place))
    #expect(found.unicodeScalars.elementsEqual(whole.unicodeScalars))
  }

  @Test func `the second letter of a flag begins no picture, the next flag does`() {
    let text = DecodedText("🇪🇬🇸🇩")
    let boundaries = (0...text.utf8Count).filter { text.isLetterBoundary(TextOffset($0)) }
    #expect(boundaries == [0, 8, 16])
  }

  @Test func `a mark with nothing before it in its line stands for itself`() {
    let text = DecodedText("َأ\nُب")
    let boundaries = (0...text.utf8Count).filter { text.isLetterBoundary(TextOffset($0)) }
    #expect(boundaries == [0, 2, 4, 5, 7, 9])
  }

  @Test(arguments: Fuzz.seeds(20))
  func `whole letters hold the span, end at boundaries and are whole`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let scalars: [Unicode.Scalar] = [
      "ل", "ا", "َ", "ّ", "\u{200D}", "👩", "🏽", "🇪", "\u{FE0F}", " ", "\n", "a",
    ]
    var string = String.UnicodeScalarView()
    for _ in 0..<60 { string.append(scalars[Int.random(in: 0..<scalars.count, using: &random)]) }
    let text = DecodedText(String(string))
    let places = text.scalars(in: text.span).map(\.offset) + [text.end]
    for (index, lower) in places.enumerated() {
      for upper in places[index...] {
        let whole = text.wholeLetters(TextSpan(lower, upper))
        #expect(whole.contains(TextSpan(lower, upper)))
        #expect(text.isLetterBoundary(whole.lower))
        #expect(whole.isEmpty || text.isLetterBoundary(whole.upper))
        #expect(text.wholeLetters(whole) == whole)
      }
    }
  }
}
