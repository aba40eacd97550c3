import Annotations
import ArabicAnalysis
import ArabicText
import Screen
import Testing

@testable import Reader

/// Names that are picked from a list.
struct NamePickerTests {
  private func picker(_ reader: NotesFixture) throws -> NamePicker {
    try #require(reader.state.modes.first(NamePicker.self))
  }

  @Test func `the list holds all names but the one at hand, and grows shorter as one types`() throws
  {
    let reader = try NotesFixture()
    try reader.press("]Cm")
    let all = try picker(reader).listed.map(\.name)
    #expect(!all.contains("ليلى الحداد") && all.contains("سامر العلي"))
    // Over written forms, however they are spelled.
    try reader.press("العلى")
    #expect(try picker(reader).listed.map(\.name) == ["سامر العلي"])
    #expect(reader.reader.status.contains("ليلى الحداد is the same as: "))
    try reader.press("ق")
    #expect(try picker(reader).listed.isEmpty)
    try reader.press(.backspace, .escape)
    #expect(reader.notes.isEmpty && reader.state.modes.open.isEmpty)
  }

  @Test func `what is merged into what is said before it is done`() throws {
    let reader = try NotesFixture()
    try reader.press("]Cmسامر")
    try reader.press(.enter)
    #expect(reader.reader.status.contains("ليلى الحداد → سامر العلي"))
    #expect(reader.reader.status.contains("e later articles, too"))
    #expect(reader.notes.isEmpty)
    try reader.press("a")
    #expect(reader.notes.map(\.scope) == [.article])
    try reader.press("u")
    try reader.press("Cx")
    #expect(reader.reader.status.contains("ليلى الحداد → no name"))
    try reader.press("e")
    #expect(reader.notes.map(\.scope) == [.everywhere])
  }

  @Test func `arrows and the mouse choose`() throws {
    let reader = try NotesFixture()
    try reader.press(":go")
    try reader.press(.enter)
    let names = try picker(reader).listed
    try reader.press(.down)
    #expect(try picker(reader).selected == 1)
    try reader.press(.enter)
    #expect(reader.state.article.selection?.span == names[1].first)
    try reader.press(":go")
    try reader.press(.enter)
    let top = reader.state.arrangement.status.row - min(names.count, 10)
    reader.reader.send(
      .mouse(MouseEvent(.press, at: ScreenPoint(column: 3, row: top))))
    #expect(reader.state.article.selection?.span == names[0].first)
  }

  @Test func `names that are found meanwhile are listed, and the one moved to stays`() throws {
    let reader = try NotesFixture()
    let document = reader.state.article.document
    let all = ReaderFixture.analysis(of: document)
    var few = all
    few.entities = Array(all.entities.suffix(2))
    few.quotations = []
    reader.reader.answer(.analysis(few, .running(done: 1, total: 2)))
    try reader.press(":go")
    try reader.press(.enter, .down)
    let chosen = try picker(reader).listed[1].first
    reader.reader.answer(.analysis(all, .finished(span: document.text.span)))
    let now = try picker(reader)
    #expect(now.listed.count == 5)
    #expect(now.listed[now.selected].first == chosen)
  }

  @Test func `a name that the text does not have is told of`() throws {
    let reader = try NotesFixture()
    try reader.press(":go قققق")
    try reader.press(.enter, .enter)
    #expect(reader.reader.status.contains("no name قققق"))
  }
}
