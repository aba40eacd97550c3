import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// `&`: only paragraphs that hold something are shown.
struct FilterTests {
  /// A reader that shows only paragraphs with `text`.
  private func reader(showing text: String, rows: Int = 10) -> ReaderFixture {
    var reader = ReaderFixture(rows: rows)
    reader.press("&" + text)
    reader.press(.enter)
    return reader
  }

  /// The paragraphs on the screen.
  private func paragraphs(_ reader: ReaderFixture) -> [Paragraph] {
    reader.state.visibleRows.map(\.paragraph).reduce(into: []) { paragraphs, paragraph in
      if paragraphs.last != paragraph { paragraphs.append(paragraph) }
    }
  }

  @Test func `paragraphs that match are shown, however they are spelled`() throws {
    let reader = reader(showing: "الزهرا")
    let texts = paragraphs(reader).map { reader.state.article.document.text.string(in: $0.content) }
    #expect(texts.count == 2)
    #expect(texts.allSatisfy { $0.contains("الزهراء") })
    try GoldenScreen.expect(reader.state, matches: "filter")
    #expect(self.paragraphs(self.reader(showing: "إفتتحت")).count == 1)
  }

  @Test func `nothing typed shows all again, and the place stays`() {
    var reader = reader(showing: "العاصمه")
    #expect(paragraphs(reader).count == 1)
    reader.press("&")
    reader.press(.enter)
    #expect(reader.state.article.filter == nil)
    let text = reader.state.article.document.text
    #expect(text.string(in: reader.state.visibleSpan).contains("العاصمة"))
  }

  @Test func `what is nowhere changes nothing and is told`() {
    let reader = reader(showing: "قطار")
    #expect(reader.state.article.filter == nil)
    #expect(reader.state.notice?.phrase == Phrase(.notFound, .text("قطار")))
    #expect(reader.state.article.top == ReaderFixture().state.article.top)
    #expect(self.reader(showing: "\u{64E}").state.notice?.isError == true)
  }

  @Test func `Escape leaves what was shown`() {
    var reader = reader(showing: "الزهراء")
    reader.press("&x")
    reader.press(.escape)
    #expect(paragraphs(reader).count == 2)
  }

  @Test func `scrolling goes over what is shown alone`() {
    var reader = reader(showing: "الزهراء", rows: 4)
    let start = reader.state.article.top
    reader.press("G")
    #expect(reader.state.percent == 100)
    #expect(
      reader.state.article.document.text.string(in: reader.state.visibleSpan).contains("العاصمة"))
    reader.press("g")
    #expect(reader.state.article.top == start)
    for _ in 0..<20 { reader.press("j") }
    reader.press("kkkkkkkkkkkkkkkkkkkkkkkkk")
    #expect(reader.state.article.top == start)
  }

  @Test func `steps and searches pass over what is hidden`() {
    var reader = reader(showing: "الزهراء")
    var seen: [String?] = []
    for _ in 0..<4 {
      reader.press("]")
      seen.append(reader.selectedText)
    }
    #expect(seen == ["ليلى الحداد", "الزهراء", "الزهراء", "ليلى الحداد"])
    reader.press("/الجسر")
    reader.press(.enter)
    #expect(reader.state.article.search?.order == HitOrder(number: 1, total: 1))
  }

  @Test func `what is asked for from the pane is shown, and all with it`() {
    var reader = reader(showing: "الزهراء", rows: 14)
    reader.press(.tab)
    reader.press("j")
    reader.press(.enter)
    #expect(reader.selectedText == "سامر العلي")
    #expect(reader.state.article.filter == nil)
    #expect(reader.state.notice?.phrase == Phrase(.filterLifted))
  }

  @Test func `a late answer to another wish changes nothing`() throws {
    var reader = reader(showing: "الزهراء")
    let before = reader.state.article.filter
    let other = FilterRequest(pattern: .letters(try #require(FoldedPattern("جسر"))))
    reader.answer(.filtered(other, []))
    #expect(reader.state.article.filter == before)
    reader.press("&")
    reader.press(.enter)
    reader.answer(.filtered(FilterRequest(pattern: try #require(before?.pattern)), []))
    #expect(reader.state.article.filter == nil)
    #expect(reader.state.notice == nil)
  }

  @Test func `the width can change while paragraphs are hidden`() {
    var reader = reader(showing: "الزهراء")
    reader.press("j")
    let top = reader.state.article.top
    reader.send(.resize(Size(columns: 40, rows: 10)))
    reader.send(.resize(Size(columns: 64, rows: 10)))
    #expect(reader.state.article.top == top)
  }

  @Test func `of a large document only what is shown first is analysed anew`() {
    let line = "قال الوزير نعم.\n"
    var reader = ReaderFixture(
      "بداية خاصة\n" + String(repeating: line, count: 2000) + "نهاية خاصة\n", isMarked: false)
    let analysed = TextSpan(.zero, TextOffset(200))
    reader.answer(.analysis(.empty, .finished(span: analysed)))
    reader.press("&خاصة")
    reader.press(.enter)
    #expect(reader.state.article.filter?.paragraphs?.count == 2)
    let before = reader.effects.count
    reader.press("jk")
    #expect(reader.effects.count == before)
  }
}
