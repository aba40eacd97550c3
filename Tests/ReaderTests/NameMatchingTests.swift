import Screen
import ArabicText
import Interface
import Testing

@testable import Reader

/// Three levels on which a name is found in the text.
struct NameMatchingTests {
  /// What is found of `name` in `text`, with the text before it in its word.
  private func matches(_ name: String, in text: String, _ matching: Matching) -> [String] {
    let decoded = DecodedText(text)
    return matching.pattern(for: name)?.matches(in: decoded, span: decoded.span).map {
      decoded.string(in: $0)
    } ?? []
  }

  private static let sentence =
    "قال الحداد إن والحداد وللحداد وبالحداد كحداد حدادين الحَدّاد الحــداد."

  @Test func `exact is the word alone, vowel signs and tatweel aside`() {
    #expect(
      matches("الحداد", in: Self.sentence, .exact) == ["الحداد", "الحَدّاد", "الحــداد"])
  }

  @Test func `clitics and the article may stand before it`() {
    #expect(
      matches("الحداد", in: Self.sentence, .clitics)
        == ["الحداد", "الحداد", "حداد", "الحداد", "الحَدّاد", "الحــداد"])
    #expect(
      matches("حداد", in: Self.sentence, .clitics)
        == ["حداد", "حداد", "حداد", "حداد", "حداد", "حَدّاد", "حــداد"])
    #expect(matches("حداد", in: Self.sentence, .exact) == [])
  }

  @Test func `folded is anywhere and in any spelling`() {
    #expect(matches("حداد", in: Self.sentence, .folded).count == 8)
    #expect(matches("أمينة", in: "امينه وأمينة وبأمينتها", .folded) == ["امينه", "أمينة"])
    #expect(matches("أمينة", in: "امينه وأمينة وبأمينتها", .clitics) == ["أمينة"])
  }

  @Test func `names of several words match word by word`() {
    let text = "التقى سامر العلي وسامر العلي بسامر العليا وسامر، العلي"
    #expect(matches("سامر العلي", in: text, .exact) == ["سامر العلي"])
    #expect(matches("سامر العلي", in: text, .clitics) == ["سامر العلي", "سامر العلي"])
  }

  @Test func `the star looks for the selected name and tells the level`() {
    var reader = ReaderFixture(
      "قال العلي. ورد والعلي. وقيل للعلي. وعاد العلي.\n", rows: 8, isMarked: false)
    reader.press("/العلي")
    reader.press(.enter)
    reader.press("*")
    #expect(reader.state.article.search?.matching == .clitics)
    #expect(reader.state.article.search?.order == HitOrder(number: 2, total: 4))
    #expect(reader.status.contains("with clitics and article · 2 of 4"))
    reader.press("M")
    #expect(reader.state.article.search?.matching == .folded)
    #expect(reader.state.article.search?.order?.total == 4)
    reader.press("M")
    #expect(reader.state.article.search?.matching == .exact)
    #expect(reader.state.article.search?.order?.total == 2)
    #expect(reader.state.notice?.phrase == Phrase(.matchingIs, .phrase(Phrase(.matchingExact))))
    reader.press("n")
    #expect(reader.state.article.search?.matching == .exact)
    reader.press("*")
    #expect(reader.state.article.search?.text == "العلي")
  }

  @Test func `without a selection there is nothing to look for`() {
    var reader = ReaderFixture()
    reader.press("*")
    #expect(reader.state.notice?.phrase.key == .selectFirst)
    #expect(reader.state.article.search == nil)
  }
}
