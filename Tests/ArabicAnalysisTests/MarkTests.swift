import ArabicAnalysis
import ArabicText
import Testing

@Suite struct MarkTests {
  @Test(arguments: [
    ("قال أحمد علي: “لم يبق لنا شيء“.", "لم يبق لنا شيء"),
    ("قال أحمد علي: ”لم يبق لنا شيء“.", "لم يبق لنا شيء"),
    ("قال أحمد علي: «لم يبق لنا شيء\".", "لم يبق لنا شيء"),
    ("قال أحمد علي: \"لم يبق لنا شيء.", "لم يبق لنا شيء"),
    ("قال أحمد علي: “لم يبق لنا شيء\".", "لم يبق لنا شيء"),
  ])
  func `wrong and missing closing marks are repaired`(text: String, content: String) {
    let document = Document(text)
    let found = Analyzer(tagger: nil).analyze(document).quotations
    #expect(found.map { document.text.string(in: $0.content[0]) } == [content])
    #expect(found.map(\.isRepaired) == [true])
  }

  @Test func `an unclosed mark ends with its paragraph`() {
    let document = Document("قال أحمد علي: \"لم يبق لنا شيء\nوصل الوفد إلى فرنسا.")
    let quote = Analyzer(tagger: nil).analyze(document).quotations.first
    #expect(quote.map { document.text.string(in: $0.content[0]) } == "لم يبق لنا شيء")
  }

  @Test func `a lone proclitic belongs to the mark behind it`() {
    let document = Document("طالب أحمد علي بـ\"ضمانات مكتوبة\" أمس.")
    let quote = Analyzer(tagger: nil).analyze(document).quotations.first
    #expect(quote.map { document.text.string(in: $0.content[0]) } == "ضمانات مكتوبة")
    #expect(quote?.isRepaired == false)
  }

  @Test(arguments: ["\"", "«", "»", "“”“", "'\"«", "\" \" \"", "«“‘"])
  func `any number of marks is read to the end`(marks: String) {
    let text = String(repeating: marks + "قال ", count: 5000)
    let document = Document(text)
    let found = Analyzer(tagger: nil).analyze(document).quotations
    #expect(found.allSatisfy { $0.content.allSatisfy { document.text.span.contains($0) } })
  }
}
