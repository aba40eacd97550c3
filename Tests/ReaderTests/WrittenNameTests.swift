import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// Names behind للـ, whose article has lost its alef, are told as they are written alone.
struct WrittenNameTests {
  private static let sentence = "التابع للجيش الوطني أمس. وقال الجيش الوطني كذا.\n"

  /// The first place of `words` in `text`, as mention of an entity.
  private func mention(_ words: String, in text: DecodedText, _ form: Mention.Form = .name) throws
    -> Mention
  {
    let pattern = try #require(FoldedPattern(words, folding: []))
    let span = try #require(pattern.matches(in: text, span: text.span).first)
    return Mention(span: span, form: form, confidence: 1, rule: .given)
  }

  @Test(arguments: [
    ("للجيش", "لجيش", "الجيش", Mention.Form.name, "الجيش"),
    ("للحداد", "لحداد", "سامي الحداد", .name, "الحداد"),
    ("وللمنظمة", "لمنظمة", "منظمة الصحة", .nominal, "المنظمة"),
    ("للحركة", "لحركة", "حماس", .nominal, "الحركة"),
    ("للجنة", "لجنة", "لجنة الحقوق", .nominal, "اللجنة"),
    ("للندن", "لندن", "لندن", .name, "لندن"), ("للبنان", "لبنان", "لبنان", .name, "لبنان"),
    ("في لبنان", "لبنان", "لبنان", .name, "لبنان"),
  ])
  func `a mention is written as it is alone`(
    text: String, words: String, canonical: String, form: Mention.Form, written: String
  ) throws {
    let text = DecodedText("قيل \(text)")
    let mention = try mention(words, in: text, form)
    let entity = Entity(
      id: EntityID(rawValue: "e1"), kind: .organisation, canonical: canonical, mentions: [mention])
    #expect(entity.written(mention, in: text) == written)
  }

  /// A reader that has selected الجيش in للجيش.
  private func reader() throws -> ReaderFixture {
    var reader = ReaderFixture(Self.sentence, rows: 12, isMarked: false)
    let text = reader.state.text
    let entity = Entity(
      id: EntityID(rawValue: "e1"), kind: .organisation, canonical: "الجيش الوطني",
      mentions: [try mention("لجيش الوطني", in: text), try mention("الجيش الوطني", in: text)])
    reader.answer(
      .analysis(Analysis(entities: [entity], quotations: []), .finished(span: text.span)))
    reader.press("]")
    return reader
  }

  @Test func `the card has one form of a name with and without ل`() throws {
    let reader = try reader()
    let forms = reader.state.cardRows(of: EntityID(rawValue: "e1")).compactMap { row in
      if case .alias(let name, let count) = row { "\(count) \(name)" } else { nil }
    }
    #expect(forms == ["2 الجيش الوطني"])
  }

  @Test func `the star finds the name everywhere, and a copy has the article`() throws {
    var reader = try reader()
    reader.press("y")
    #expect(reader.effects.last == .copy("الجيش الوطني"))
    reader.press("*")
    #expect(reader.state.article.search?.text == "الجيش الوطني")
    #expect(reader.state.article.search?.order?.total == 2)
  }

  @Test func `words behind للـ that a person makes a name are called as they are alone`() throws {
    let fixture = try NotesFixture("قالت المديرة إن للزقزوق الكبير خطة، وإن الزقزوق الكبير هنا.\n")
    try fixture.press("/للزقزوق الكبير")
    try fixture.press(.enter)
    try fixture.press("Cp")
    #expect(fixture.reader.status.contains("الزقزوق الكبير → person"))
    #expect(!fixture.reader.status.contains("للزقزوق"))
    try fixture.press("e")
    #expect(
      fixture.notes.map(\.correction) == [
        .add(Correction.Subject(name: "الزقزوق الكبير", kind: .person))
      ])
    #expect(fixture.state.article.results.analysis.entities.last?.mentions.count == 2)
  }
}
