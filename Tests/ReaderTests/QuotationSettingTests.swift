import ArabicAnalysis
import ArabicText
import Screen
import Testing

@testable import Reader

/// Quotations in a pane that is wide: their words have room in more rows than one.
struct QuotationSettingTests {
  private static let long =
    "سنبدأ العمل في الجسر الجديد فور وصول المعدات من الميناء وسننهيه قبل موسم الشتاء"
  private static let longest =
    "إن " + (1...30).map { _ in "المشروع يحتاج إلى وقت" }.joined(separator: " ثم ")
  private static let article = """
    الجسر الجديد
    قال سامر: «\(long)». وأضاف: «نعم». ثم قال: «\(longest)».
    """

  private func reader(columns: Int, rows: Int = 24) -> ReaderFixture {
    var reader = ReaderFixture(Self.article, columns: columns, rows: rows, isMarked: false)
    let text = reader.state.article.document.text
    let quotations = [Self.long, "نعم", Self.longest].enumerated().flatMap { index, words in
      (FoldedPattern(words, folding: [])?.matches(in: text, span: text.span) ?? []).map {
        Quotation(
          id: "q\(index)", kind: .direct, content: [$0], verbatim: [$0], rule: .given, confidence: 1
        )
      }
    }
    reader.answer(
      .analysis(Analysis(entities: [], quotations: quotations), .finished(span: text.span)))
    return reader
  }

  private func quotationRows(_ reader: ReaderFixture) -> [PaneRow] {
    reader.state.paneRows.filter {
      switch $0 {
      case .quotation, .quotationRest: true
      default: false
      }
    }
  }

  @Test func `in a wide pane what is longer than a row has two, in a wider three, and no more`() {
    #expect(quotationRows(reader(columns: 100)) == [.quotation(0), .quotation(1), .quotation(2)])
    #expect(quotationRows(reader(columns: 119)).count == 3)
    #expect(
      quotationRows(reader(columns: 120)) == [
        .quotation(0), .quotationRest(0, line: 1), .quotation(1), .quotation(2),
        .quotationRest(2, line: 1),
      ])
    #expect(
      quotationRows(reader(columns: 160)) == [
        .quotation(0), .quotationRest(0, line: 1), .quotation(1), .quotation(2),
        .quotationRest(2, line: 1), .quotationRest(2, line: 2),
      ])
  }

  @Test func `the rows have all words of a quotation that fits, and none is empty`() {
    for columns in 160...240 {
      let reader = reader(columns: columns)
      let screen = screen(of: reader.state)
      let pane = reader.state.arrangement.pane?.size.columns ?? 0
      var shown = ""
      for (index, row) in reader.state.paneRows.enumerated()
      where row == .quotation(0) || row == .quotationRest(0, line: 1) {
        let text = Rendering.letters(String(screen.text(ofRow: index).prefix(pane - 1)))
        #expect(!text.allSatisfy { $0 == " " }, "\(columns)")
        shown += text.split(separator: " ").joined(separator: " ") + " "
      }
      #expect(shown == Self.long.folded + " ", "\(columns)")
    }
  }

  @Test func `keys step over the rows behind the first, and a click on one is one on the first`()
    throws
  {
    var reader = reader(columns: 200)
    reader.press(.tab)
    reader.press("G")
    #expect(reader.state.article.pane.selected == .quotation("q2"))
    reader.press("kk")
    #expect(reader.state.article.pane.selected == .quotation("q0"))
    reader.press("j")
    #expect(reader.state.article.pane.selected == .quotation("q1"))
    let rest = try #require(
      reader.state.paneRows.firstIndex(of: .quotationRest(2, line: 2)))
    reader.send(.mouse(MouseEvent(.press, at: ScreenPoint(column: 9, row: rest))))
    #expect(reader.selectedText == Self.longest)
  }

  @Test func `a quotation that is selected is on the screen with the rest of its words`() {
    for rows in 4...12 {
      var reader = reader(columns: 200, rows: rows)
      reader.press(.tab)
      reader.press("G")
      let pane = reader.state.arrangement.pane?.size.rows ?? 0
      let last = reader.state.paneRows.count - 1
      #expect(pane < 2 || reader.state.article.pane.top + pane > last, "\(rows)")
      reader.send(.resize(Size(columns: 100, rows: rows)))
      let selected = reader.state.selectedPaneRow ?? -1
      #expect(reader.state.article.pane.top <= selected)
    }
  }
}

extension String {
  /// The letters without vowel signs and forms, as ``Rendering/letters(_:)`` reads them off the screen.
  fileprivate var folded: String { Folding.presentationForms.fold(self) }
}
