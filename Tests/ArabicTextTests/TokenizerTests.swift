import ArabicText
import TestSupport
import Testing

@Suite struct TokenizerTests {
  private func tokens(_ string: String) -> [String] {
    let text = DecodedText(string)
    return Tokenizer.tokens(of: text, in: text.span).map { text.string(in: $0.span) }
  }

  @Test(arguments: [
    ("قال، «نعم».", ["قال", "،", "«", "نعم", "»", "."]), ("كُنّا هنا", ["كُنّا", "هنا"]),
    ("نسبة 3.5% و٤٢", ["نسبة", "3.5", "%", "و٤٢"]), ("(UNOCT)", ["(", "UNOCT", ")"]),
    ("كوفيد19", ["كوفيد19"]), ("بـ\"نعم\"", ["بـ", "\"", "نعم", "\""]), ("l'Est", ["l'Est"]),
    ("", []), (" \n\t", []),
  ])
  func `text is cut into words, numbers and signs`(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: 0..<30)
  func `tokens lie in order, apart and on scalar boundaries`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(random.text(500))
    let boundaries = Set(text.scalars(in: text.span).map(\.offset)).union([text.end])
    var last = TextOffset.zero
    for token in Tokenizer.tokens(of: text, in: text.span) {
      #expect(token.span.lower >= last && !token.span.isEmpty)
      #expect(boundaries.contains(token.span.lower) && boundaries.contains(token.span.upper))
      last = token.span.upper
    }
  }
}

@Suite struct CliticTests {
  private func stems(_ word: String) -> [String] {
    let letters = word.unicodeScalars.map(\.value)
    return Clitics.splits(ofFolded: letters).map { split in
      String(String.UnicodeScalarView(letters[split.stemStart...].compactMap(Unicode.Scalar.init)))
    }
  }

  @Test func `a word gives all readings that its spelling allows, itself first`() {
    #expect(stems("وبروما") == ["وبروما", "بروما", "روما"])
    #expect(stems("كتاب") == ["كتاب", "تاب"])
    #expect(stems("قال") == ["قال"])
  }

  @Test func `لل hides the alef of the article`() {
    let splits = Clitics.splits(ofFolded: "للشركه".unicodeScalars.map(\.value))
    #expect(splits.contains { $0.hasArticle && $0.stemStart == 1 && $0.proclitics == ["ل"] })
  }

  @Test(arguments: ["", "و", "ل", "لل"])
  func `short words break nothing`(word: String) {
    #expect(stems(word).first == word)
  }
}
