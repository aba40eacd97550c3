import ArabicText
import Interface
import Platform
import Screen
import Testing

@testable import Reader

/// Questions to the library, from its list and from an article, and what is answered.
struct LibraryTests {
  private static let bridge = FoundArticle(
    id: .init(path: "/news/a.txt"), title: "وزيرة النقل تفتتح جسر النهر", source: "الوكالة",
    time: Timestamp(milliseconds: 1_700_000_000_000), copies: 2,
    passages: [
      FoundPassage(range: 18..<21, before: "وزيرة النقل تفتتح ", found: "جسر", after: " النهر"),
      FoundPassage(
        range: 53..<57, before: "افتتحت وزيرة النقل ليلى الحداد ", found: "جسرا",
        after: " جديدا في مدينة الزهراء", note: "#جسور مهم"),
    ])
  private static let quoted = FoundArticle(
    id: .init(path: "/news/b.txt"), title: "الحداد: العمل انتهى",
    time: Timestamp(milliseconds: 1_690_000_000_000),
    passages: [
      FoundPassage(range: 5..<22, found: "الجسر يربط القرى", speaker: "ليلى الحداد"),
      FoundPassage(range: 30..<40, found: "العمل انتهى قبل موعده", speaker: "ليلى الحداد"),
    ])

  /// What was found by words.
  static let found = LibraryAnswer.found(LibraryFindings(articles: [bridge, quoted], total: 7))
  /// What was found of what somebody says, where some articles were not analysed yet.
  static let said = LibraryAnswer.found(
    LibraryFindings(articles: [quoted], total: 1, pending: 3))
  /// Who speaks of whom.
  static let speakers = LibraryAnswer.speakers(
    LibrarySpeakers(
      speakers: [
        .init(
          LibraryName("ليلى الحداد", .person), quotations: 5, articles: 2,
          topics: [
            NameCount(LibraryName("شركة السواعد", .organisation), 3),
            NameCount(LibraryName("الزهراء", .place), 1),
          ]),
        .init(LibraryName("مصدر أمني", nil), quotations: 1, articles: 1, topics: []),
      ], others: 2, articles: 9))
  /// What is known of a name.
  static let record = LibraryAnswer.name(
    LibraryRecord(
      months: [24_270: 1, 24_272: 8, 24_275: 3], newest: .init(articles: [bridge], total: 12),
      said: .init(articles: [quoted], total: 3), quotations: 9,
      companions: [NameCount(LibraryName("الزهراء", .place), 4)], pending: 2))

  private func room() -> ReaderFixture {
    ReaderFixture(
      roomOf: RoomTests.documents(), size: Size(columns: 60, rows: 20), language: .english)
  }

  private func page(_ reader: ReaderFixture) -> LibraryPage? {
    reader.state.modes.first(LibraryPage.self)
  }

  @Test func `what is found leads to the article, at the passage`() {
    var reader = room()
    reader.type(":find جسر")
    reader.send(.library(Self.found, to: .find("جسر")))
    reader.press("j", .enter)
    #expect(
      reader.effects == [
        .keepHistory(.init(.command, "find جسر")), .ask(.find("جسر")),
        .openFound(Self.bridge.id, Self.bridge.passages[0]),
      ])
  }

  @Test func `a key begins the line, and Esc gives the question up`() {
    var reader = room()
    reader.press("\\جسر")
    reader.press(.enter, .escape)
    #expect(reader.effects.suffix(2) == [.ask(.find("جسر")), .cancelQuestion])
    #expect(page(reader) == nil)
    // What comes all the same changes nothing.
    reader.send(.library(Self.found, to: .find("جسر")))
    #expect(page(reader) == nil)
  }

  @Test func `an article asks over the list, and Esc leads back to it`() {
    var article = ReaderFixture()
    article.type(":find جسر")
    #expect(article.effects.last == .openLibrary(.find("جسر")))
    var reader = room()
    reader.send(.libraryOpened(.find("جسر"), from: 4))
    reader.send(.library(Self.found, to: .find("جسر")))
    reader.press(.escape)
    #expect(reader.effects == [.ask(.find("جسر")), .openFile(4)])
  }

  @Test func `q leads from the answer to the list, and the one before is asked again`() {
    var reader = room()
    reader.type(":find جسر")
    reader.type(":find نهر")
    reader.press("q")
    #expect(reader.effects.suffix(2) == [.cancelQuestion, .ask(.find("جسر"))])
    reader.press("B")
    #expect(page(reader) == nil)
    #expect(reader.state.isRoom)
  }

  @Test func `who speaks leads to what is said, and a name to what is said of it`() {
    var reader = room()
    reader.press("|")
    reader.send(.library(Self.speakers, to: .speakers("", of: nil)))
    reader.press(.enter)
    #expect(reader.effects.last == .ask(.find("--said-by \"=ليلى الحداد\"")))
    reader.press(.escape)
    reader.press("j", .enter)
    #expect(
      reader.effects.last
        == .ask(.find("--said-by \"=ليلى الحداد\" --about \"=شركة السواعد\"")))
  }

  @Test func `of a list that is filtered only what is listed is asked for`() {
    var reader = room()
    reader.press("/السواعد")
    reader.press(.enter)
    reader.press("|")
    #expect(
      reader.effects.last
        == .ask(.speakers("", of: [.init(path: "/news/9-0.txt"), .init(path: "/news/8-1.txt")])))
  }

  @Test func `a row of who speaks leads to what was counted, in the same articles alone`() {
    var reader = room()
    reader.press("/السواعد")
    reader.press(.enter)
    reader.press("|")
    let listed: [RoomDocument.ID] = [.init(path: "/news/9-0.txt"), .init(path: "/news/8-1.txt")]
    reader.send(.library(Self.speakers, to: .speakers("", of: listed)))
    reader.press(.enter)
    #expect(reader.effects.last == .ask(.find("--said-by \"=ليلى الحداد\"", of: listed)))
    reader.press("B")
    reader.type(":who --about الجفاف -- -Reuters")
    let line = "--about الجفاف -- -Reuters"
    reader.send(.library(Self.speakers, to: .speakers(line, of: nil)))
    reader.press(.enter)
    #expect(reader.effects.last == .ask(.find("--said-by \"=ليلى الحداد\" \(line)")))
  }

  @Test func `a line that cannot be asked says why`() {
    var reader = room()
    reader.type(":find --such-by x")
    reader.send(.library(.refused(Phrase(.callFindWhat)), to: .find("--such-by x")))
    #expect(page(reader) == nil)
    #expect(reader.state.notice?.phrase.key == .callFindWhat)
  }

  @Test func `a card opens at once, and the library comes below it`() throws {
    var reader = ReaderFixture(columns: 80, rows: 18)
    reader.press("pc")
    let question = LibraryQuestion.name(LibraryName("ليلى الحداد", .person))
    #expect(reader.effects.last == .ask(question))
    #expect(reader.state.modes.first(Card.self)?.question(in: reader.state) == question)
    // What was asked of another name is left alone.
    reader.send(.library(Self.record, to: .name(LibraryName("غيرها", .person))))
    reader.press("G")
    #expect(reader.effects.count == 1)
    reader.send(.library(Self.record, to: question))
    reader.press("G", "k", .enter)
    #expect(reader.effects.last == .openFound(Self.bridge.id, Self.bridge.passages[1]))
  }

  @Test func `a card shows the newest of what was said, and leads to the rest`() throws {
    let name = LibraryName("ليلى الحداد", .person)
    guard case .name(let record) = Self.record else { return }
    let rows = LibraryRow.rows(of: record, name: name)
    // All quotations are counted, not those alone that are shown.
    #expect(rows.contains(.heading(Phrase(.headingSaidInLibrary, .number(9)))))
    #expect(
      rows.compactMap(\.target).filter { if case .question = $0 { true } else { false } } == [
        .question(.find("--said-by \"ليلى الحداد\"")),
        .question(.find("--person \"ليلى الحداد\" --place \"الزهراء\"")),
        .question(.find("--person \"ليلى الحداد\"")),
      ])
    var reader = ReaderFixture(columns: 80, rows: 18)
    reader.press("pc")
    reader.send(.library(Self.record, to: .name(name)))
    reader.press("G", .enter)
    #expect(reader.effects.last == .openLibrary(.find("--person \"ليلى الحداد\"")))
  }

  @Test func `behind the first passages of an article a row leads to the next`() {
    let passages = (0..<7).map { FoundPassage(range: $0..<$0 + 1, found: "جسر") }
    let article = FoundArticle(
      id: .init(path: "/news/1.txt"), title: "جسر", time: .init(milliseconds: 0),
      passages: passages)
    let rows = LibraryRow.rows(of: [article])
    #expect(rows.count == 7)
    #expect(rows.last?.target == .article(article.id, passages[5]))
    #expect(
      rows.last == .rest(Phrase(.libraryMorePlaces, .number(2)), .article(article.id, passages[5])))
  }

  @Test func `what was found is selected, also where it stands elsewhere by now`() {
    var reader = ReaderFixture()
    let start = ReaderFixture.article.unicodeScalars.count
    reader.send(.found(FoundPassage(range: 18..<21, found: "جسر")))
    #expect(reader.selectedText == "جسر")
    reader.send(.found(FoundPassage(range: 0..<6, found: "وادي النخيل")))
    #expect(reader.selectedText == "وادي النخيل")
    reader.send(.found(FoundPassage(range: start + 5..<start + 9, found: "المريخ")))
    #expect(reader.state.notice?.phrase.key == .libraryChanged)
  }

  @Test func `bars stand for months, or for years where there are many`() {
    let months = MonthBars([24_270: 1, 24_272: 8], columns: 40, in: .english)
    #expect(months?.bars == "▁·█")
    #expect(months?.first == "2022-07")
    #expect(months?.last == "2022-09")
    let years = MonthBars([12 * 1990: 1, 24_272: 8], columns: 40, in: .english)
    #expect(years?.bars.count == 33)
    #expect(years?.first == "1990")
    #expect(MonthBars([:], columns: 40, in: .english) == nil)
    #expect(MonthBars([0: 1, 24_272: 1], columns: 1, in: .english) == nil)
  }
}
