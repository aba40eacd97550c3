import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// A search finds a name in the spellings of all papers.
struct NameSpellingTests {
  private func found(_ typed: String, in text: String) -> [String] {
    let decoded = DecodedText(text)
    let pattern = SearchPattern.folded(typed)
    return (pattern?.matches(in: decoded, span: decoded.span) ?? []).map { decoded.string(in: $0) }
  }

  @Test(
    arguments: [
      ("أمريكا", "أميركا"), ("الأميركية", "الأمريكيَّة"), ("ميدفيدف", "ميدفيديف"),
      ("مدفيديف", "ميدفيدف"), ("نصر الله", "نصرالله"), ("نصرالله", "نصر الله"),
      ("عبدالله", "عبد الله"), ("عبد الرحمن", "عبدالرحمن"), ("جوتيريش", "غوتيريش"),
      ("إنجلترا", "انكلترا"), ("غوغل", "جوجل"), ("نتنياهو", "نتانياهو"),
      ("كازاخستان", "قازاقستان"), ("هونغ كونغ", "هونج كونج"), ("أبو ظبي", "أبوظبي"),
      ("أبوزيد", "أبو زيد"), ("مسؤول", "مسئول"), ("شؤون", "شئون"), ("الهيئة", "الهيأة"),
      ("ترامب", "ترمب"), ("تيليغرام", "تلغرام"), ("بلومبرغ", "بلومبيرج"),
    ])
  func `each spelling finds the others`(typed: String, written: String) {
    #expect(found(typed, in: "قال \(written) أمس") == [written])
    #expect(found(written, in: "قال \(typed) أمس") == [typed])
  }

  @Test(arguments: [
    ["أمريكا", "أميركا"], ["حسن نصر الله", "حسن نصرالله"], ["هونغ كونغ", "هونج كونج", "هونغكونغ"],
    ["دميتري ميدفيديف", "دميتري ميدفيدف", "دميتري مدفيديف"], ["عبدالله", "عبد الله"],
    ["سان فرانسيسكو", "سان فرنسيسكو", "سانفرانسيسكو"], ["أوكرانيا", "أوكراينا", "اكرانيا"],
  ])
  func `all spellings of a name have one in common`(spellings: [String]) {
    #expect(Set(spellings.map { NameSpellings.common(Folding.search.fold($0)) }).count == 1)
  }

  @Test(arguments: ["", "ا", "سالم", "سليم", "a", "محمود عباس"])
  func `what has one spelling is what it has in common`(name: String) {
    #expect(NameSpellings.common(name) == name)
  }

  @Test func `a text is found in the order of its places, and no place twice`() {
    #expect(
      found("ليفربول أمريكا", in: "ليفربول أميركا") == ["ليفربول أميركا"])
    #expect(
      found("أمريكا", in: "أميركا ثم أمريكا، وأميركا") == ["أميركا", "أمريكا", "أميركا"])
    // One spelling is the beginning of another.
    #expect(found("هونغ كونغ", in: "هونغ كونغ وهونغكونغ").count == 2)
  }

  @Test(arguments: ["كتب", "قال الوزير", "سالم", "مجانا", "برتقال", "والله", "دين"])
  func `other words are looked for as they are`(word: String) throws {
    guard case .letters = try #require(SearchPattern.folded(word)) else {
      Issue.record("\(word) has other spellings")
      return
    }
  }

  @Test func `a long text of names is looked for in few spellings`() throws {
    let all = Array(repeating: "أمريكا كازاخستان غوتيريش تيليغرام", count: 20)
    let pattern = try #require(SearchPattern.folded(all.joined(separator: " ")))
    #expect(pattern.letters.count == NameSpellings.most)
  }

  @Test func `a passage that is longer than names are is looked for as it stands`() throws {
    let all = String(repeating: "أمريكا كازاخستان ", count: 6_000)
    guard case .letters = try #require(SearchPattern.folded(all)) else {
      Issue.record("it has other spellings")
      return
    }
  }

  /// A reader of a text in which these words are names.
  private func reader(_ text: String, names: [String]) -> ReaderFixture {
    var reader = ReaderFixture(text, isMarked: false)
    let document = reader.state.article.document
    let mentions = names.flatMap { name in
      FoldedPattern(name, folding: [])?.matches(in: document.text, span: document.text.span) ?? []
    }.sorted().map { Mention(span: $0, confidence: 1, rule: .given) }
    let entity = Entity(
      id: EntityID(rawValue: "e"), kind: .person, canonical: names[0], mentions: mentions)
    reader.answer(
      .analysis(Analysis(entities: [entity], quotations: []), .finished(span: document.text.span)))
    return reader
  }

  @Test func `names of the article are found in the spelling that it has`() {
    var reader = reader(
      "قال ستولتنبرغ أمس.\nورد ستولتنبرج عليه.", names: ["ستولتنبرغ", "ستولتنبرج"])
    reader.press("/شتولتنبرج")
    #expect(reader.state.article.search?.pattern.letters.count == 1)
    reader.press(.escape)
    reader.press("/ستولتنبيرج")
    #expect(reader.state.article.search?.pattern.letters.count == 3)
    reader.press(.escape)
    // To the letter.
    reader.press("/\"ستولتنبيرج")
    #expect(reader.state.article.search?.pattern.letters.count == 1)
  }

  @Test func `short names differ by their vowels`() {
    var reader = reader("قال سليم وكتب سالم.", names: ["سليم", "سالم"])
    reader.press("/سالم")
    #expect(reader.state.article.search?.pattern.letters.count == 1)
  }

  @Test(arguments: [
    ("المصرف الأخضر", "للمصرف الأخضر"), ("اللجنة", "للجنة"), ("الأمم", "للأمم"),
  ])
  func `a name with the article is found behind ل`(typed: String, written: String) {
    #expect(found(typed, in: "قيل \(written) كذا") == [written])
  }

  /// A reader of a text that names one person.
  private func reader(of name: String) throws -> NotesFixture {
    let fixture = try NotesFixture("قال \(name) إن الطريق مغلق.\n", columns: 80, rows: 16)
    let text = fixture.state.text
    let mention = Mention(
      span: try #require(text.places(ofWords: name).first), confidence: 1, rule: .given)
    let entity = Entity(
      id: EntityID(rawValue: "e1"), kind: .person, canonical: name, mentions: [mention])
    fixture.reader.answer(
      .analysis(Analysis(entities: [entity], quotations: []), .finished(span: text.span)))
    return fixture
  }

  @Test(arguments: [("مدفيديف", "دميتري ميدفيديف"), ("نصرالله", "حسن نصر الله")])
  func `lists of names hold those of other papers`(typed: String, name: String) throws {
    let fixture = try reader(of: name)
    try fixture.press(":go \(typed)")
    try fixture.press(.enter, .enter)
    #expect(fixture.reader.selectedText == name)
    try fixture.press(.escape, .alt("/"))
    try fixture.press(typed)
    #expect(
      fixture.state.paneRows.contains {
        fixture.state.item(of: $0) == .entity(EntityID(rawValue: "e1"))
      })
  }
}
