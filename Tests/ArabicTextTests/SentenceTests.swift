import ArabicText
import Testing

@Suite struct SentenceTests {
  private func sentences(_ string: String) -> [String] {
    let text = DecodedText(string)
    return SentenceSplitter.sentences(of: text, in: text.span).map(text.string(in:))
  }

  @Test(arguments: [
    ("قال نعم. ثم مضى.", ["قال نعم.", "ثم مضى."]), ("هل جاء؟ نعم!", ["هل جاء؟", "نعم!"]),
    ("قال «نعم.» ثم مضى", ["قال «نعم.»", "ثم مضى"]), ("بلغ 3.5 في المئة", ["بلغ 3.5 في المئة"]),
    ("قال د. أحمد", ["قال د. أحمد"]), ("انتظر… ثم قال", ["انتظر…", "ثم قال"]), ("", []),
  ])
  func `a paragraph is cut after what ends sentences`(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }
}
