import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// What a person says of names over the answers of a library.
struct SameNamesPickerTests {
  private func page() -> ReaderFixture {
    var reader = ReaderFixture(
      roomOf: RoomTests.documents(), size: Size(columns: 60, rows: 20), language: .english)
    reader.press("|")
    guard case .speakers(var table) = LibraryTests.speakers else { return reader }
    table.speakers[0].otherNames = ["المهندسة ليلى"]
    reader.send(.library(.speakers(table), to: .speakers("", of: nil)))
    return reader
  }

  private func picker(_ reader: ReaderFixture) -> SameNamesPicker? {
    reader.state.modes.first(SameNamesPicker.self)
  }

  private func text(_ reader: ReaderFixture) -> String {
    Rendering.text(of: screen(of: reader.state))
  }

  @Test func `the name that is selected is the same as one that is picked, which is shown`() {
    var reader = page()
    reader.press("C")
    #expect(picker(reader)?.name == "ليلى الحداد")
    #expect(text(reader).contains("m merge"))
    reader.press("m")
    // Who is of one with it already is not picked again.
    #expect(picker(reader)?.listed.map(\.name) == ["مصدر أمني"])
    reader.press("مصد")
    #expect(picker(reader)?.listed.map(\.name) == ["مصدر أمني"])
    reader.press(.enter)
    #expect(reader.effects.last == .say(NameLesson(.same, ["مصدر أمني", "ليلى الحداد"])))
    #expect(picker(reader) == nil)
  }

  /// A page of twelve who speak, of whom the one in `row` is selected.
  private func longPage(_ row: Int) -> (reader: ReaderFixture, answer: LibraryAnswer) {
    var reader = ReaderFixture(
      roomOf: RoomTests.documents(), size: Size(columns: 60, rows: 20), language: .english)
    reader.press("|")
    let answer = LibraryAnswer.speakers(
      LibrarySpeakers(
        speakers: (0..<12).map { number in
          .init(
            LibraryName("Speaker \(number) Jones", .person), quotations: 1, articles: 1, topics: [])
        }, others: 0, articles: 12))
    reader.send(.library(answer, to: .speakers("", of: nil)))
    for _ in 0..<row { reader.press("j") }
    return (reader, answer)
  }

  @Test func `who is asked about is seen above the names out of which one is picked`() {
    var (reader, _) = longPage(11)
    reader.press("Cm")
    #expect(picker(reader)?.name == "Speaker 11 Jones")
    let rows = text(reader).split(separator: "\n", omittingEmptySubsequences: false)
    let list = picker(reader)?.coveredRows(in: reader.state) ?? 0
    #expect(list == 10)
    #expect(rows[0..<(rows.count - 1 - list)].contains { $0.contains("Speaker 11 Jones") })
  }

  @Test func `who is selected is seen in whatever room is left`() {
    var (reader, _) = longPage(11)
    for rows in [20, 6, 3, 9, 40] {
      reader.send(.resize(Size(columns: 60, rows: rows)))
      #expect(text(reader).contains("Speaker 11 Jones"), "\(rows)")
    }
    // A screen that has grown is full again.
    #expect(text(reader).contains("Speaker 0 Jones"))
  }

  @Test func `who was selected is so when the page is asked anew`() {
    var (reader, answer) = longPage(7)
    reader.press("R")
    reader.send(.library(answer, to: .speakers("", of: nil)))
    let page = reader.state.modes.first(LibraryPage.self)
    #expect(page?.selectedName?.name == "Speaker 7 Jones")
  }

  @Test func `a name that the page has not is typed`() {
    var reader = page()
    reader.press("Cm")
    reader.press("السيدة ليلى")
    #expect(text(reader).contains("nobody here is called so"))
    // Half a name is typed soon: it is asked again, and after each key.
    reader.press(.enter)
    #expect(text(reader).contains("Enter again takes it"))
    reader.press(.backspace, .enter)
    #expect(picker(reader) != nil)
    reader.press("ى")
    reader.press(.enter, .enter)
    #expect(reader.effects.last == .say(NameLesson(.same, ["السيدة ليلى", "ليلى الحداد"])))
  }

  @Test func `all names of the library are offered that may be meant, the likeliest first`() {
    var reader = page()
    reader.press("Cm")
    #expect(reader.effects.last == .ask(.names))
    reader.send(
      .library(
        .names([
          NameCount(LibraryName("الزهراء", .place), 9),
          NameCount(LibraryName("سامر العلي", .person), 7),
          NameCount(LibraryName("ليلى الحداد", .person), 5),
          NameCount(LibraryName("حسن الحداد", .person), 2),
        ]), to: .names))
    #expect(picker(reader)?.listed.map(\.name) == ["حسن الحداد", "مصدر أمني", "سامر العلي"])
    reader.press("سامر")
    reader.press(.enter)
    #expect(reader.effects.last == .say(NameLesson(.same, ["سامر العلي", "ليلى الحداد"])))
  }

  @Test func `what others have said of names is asked anew where it shows`() {
    var reader = page()
    #expect(reader.state.showsJoinedNames)
    reader.press("Cm")
    #expect(!reader.state.showsJoinedNames)
    reader.press(.escape)
    reader.send(.namesJoined)
    #expect(reader.effects.last == .ask(.speakers("", of: nil)))
    reader.press(.escape)
    #expect(!reader.state.showsJoinedNames)
  }

  @Test func `it is told apart from one that is picked, those of one with it first, or from all`() {
    var reader = page()
    reader.press("Cx")
    #expect(picker(reader)?.listed.first?.name == "المهندسة ليلى")
    reader.press(.enter)
    #expect(reader.effects.last == .say(NameLesson(.other, ["ليلى الحداد"])))
    reader.press("Cx")
    reader.press(.down, .enter)
    #expect(reader.effects.last == .say(NameLesson(.other, ["ليلى الحداد", "المهندسة ليلى"])))
    reader.press("Cx")
    reader.press(.escape)
    #expect(picker(reader) == nil && reader.effects.count { $0.isLesson } == 2)
  }

  @Test func `what was said is told, what is shown is asked anew, and u takes it back`() {
    var reader = page()
    reader.send(.lesson(.said(NameLesson(.same, ["مصدر أمني", "ليلى الحداد"]))))
    #expect(reader.effects.last == .ask(.speakers("", of: nil)))
    #expect(text(reader).contains("u takes it back"))
    reader.press("u")
    #expect(reader.effects.last == .takeBackLesson)
    reader.send(.lesson(.takenBack(NameLesson(.same, ["مصدر أمني", "ليلى الحداد"]))))
    #expect(text(reader).contains("taken back"))
    #expect(reader.effects.last == .ask(.speakers("", of: nil)))
    let count = reader.effects.count
    reader.send(.lesson(.nothing))
    #expect(reader.effects.count == count)
  }

  @Test func `a line joins and separates names, or lists those at hand`() {
    var reader = page()
    reader.type(":join أبو مازن = محمود  عباس")
    #expect(reader.effects.last == .say(NameLesson(.same, ["أبو مازن", "محمود عباس"])))
    reader.type(":separate عباس = عباس عراقجي")
    #expect(reader.effects.last == .say(NameLesson(.other, ["عباس", "عباس عراقجي"])))
    reader.type(":join")
    #expect(picker(reader)?.kind == .same && picker(reader)?.name == "ليلى الحداد")
    reader.press(.escape)
    reader.type(":separate عباس")
    #expect(picker(reader)?.kind == .other && picker(reader)?.name == "عباس")
    reader.press(.escape)
    // In the list there is none.
    reader.press("B")
    reader.type(":join")
    #expect(picker(reader) == nil)
    #expect(text(reader).contains("select a name"))
    reader.press("u")
    #expect(reader.effects.last == .takeBackLesson)
  }

  @Test func `the card of a name says who it is in all articles`() throws {
    var reader = ReaderFixture(columns: 80, rows: 40)
    reader.press("pc")
    let card = try #require(reader.state.modes.first(Card.self))
    let question = try #require(card.question(in: reader.state))
    guard case .name(var record) = LibraryTests.record else { return }
    record.otherNames = ["الوزيرة"]
    record.longerNames = ["ليلى الحداد الأم"]
    reader.send(.library(.name(record), to: question))
    #expect(
      LibraryRow.rows(of: record, name: LibraryName("ليلى الحداد", .person))
        .contains(.told(Phrase(.libraryAlsoCalled, .text("الوزيرة")))))
    reader.press("Cx")
    #expect(picker(reader)?.listed.prefix(2).map(\.name) == ["الوزيرة", "ليلى الحداد الأم"])
    reader.press(.down, .enter)
    #expect(reader.effects.last?.isLesson == true)
    reader.send(.lesson(.said(NameLesson(.other, ["ليلى الحداد", "الوزيرة"]))))
    #expect(reader.effects.last == .ask(question))
  }
}

extension Effect {
  fileprivate var isLesson: Bool { if case .say = self { true } else { false } }
}
