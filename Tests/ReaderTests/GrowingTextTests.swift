import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// What stays as it is while lines arrive.
struct GrowingTextTests {
  private func document(_ more: String) -> Document {
    Document(ReaderFixture.article + more, name: "article.txt")
  }

  private func finish(_ reader: inout ReaderFixture) {
    let document = reader.state.article.document
    reader.answer(
      .analysis(ReaderFixture.analysis(of: document), .finished(span: document.text.span)))
  }

  @Test(arguments: [")", "p"]) func `what is selected stays selected, with its row`(key: String)
    throws
  {
    var reader = ReaderFixture(columns: 100, rows: 20)
    reader.press(key + key)
    let selection = try #require(reader.state.article.selection)
    let row = try #require(reader.state.article.pane.selected)
    for number in 1...3 {
      reader.send(.documentChanged(document(String(repeating: "\nسطر وصل الآن.", count: number))))
      #expect(reader.state.article.selection == selection)
      #expect(reader.state.article.pane.selected == row && reader.state.selectedPaneRow != nil)
      // What is found first is less than is known already.
      let total = reader.state.article.document.text.utf8Count
      reader.answer(.analysis(.empty, .running(done: 0, total: total)))
      #expect(reader.state.article.selection == selection)
    }
    finish(&reader)
    #expect(reader.state.article.selection == selection)
    #expect(reader.state.article.pane.selected == row)
    reader.press("}")
    #expect(reader.state.article.selection != nil)
  }

  @Test func `in a text that is another a quotation is found again by its place`() throws {
    var reader = ReaderFixture(columns: 100, rows: 20)
    reader.press(")")
    let words = reader.selectedText
    reader.send(
      .documentChanged(Document("سطر قبل كل شيء.\n" + ReaderFixture.article, name: "article.txt")))
    reader.press("C")
    #expect(reader.state.modes.contains(AwaitingResults.self), "it is not known yet what it is")
    finish(&reader)
    #expect(reader.state.modes.contains(NamePicker.self), "who says it is asked")
    guard case .quotation = reader.state.article.selection else {
      Issue.record("\(String(describing: reader.state.article.selection))")
      return
    }
    #expect(reader.selectedText == words && reader.state.selectedPaneRow != nil)
  }

  @Test func `who writes a note sees what arrives and how to save`() throws {
    let fixture = try NotesFixture(columns: 120, rows: 20)
    try fixture.press("paملاحظة")
    fixture.reader.tell(Notice(.moreAwaited))
    #expect(fixture.reader.status.contains("more is awaited"))
    #expect(fixture.reader.status.contains("Esc save"))
  }
}
