import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// Who said what: quotations by speaker, in the pane and by keys.
struct SpeakerTests {
  /// An article in which two people speak in turn, and somebody whom nobody names.
  private static let article = """
    اجتماع المجلس
    قال سامر: «الأول». وقالت ليلى: «الثاني». ثم قال سامر: «الثالث».
    وجاء في بيان: «الرابع». وقالت ليلى: «الخامس». وقال سامر: «السادس» عن «السابع».
    """

  private func reader(columns: Int = 80, rows: Int = 30) -> ReaderFixture {
    var reader = ReaderFixture(Self.article, columns: columns, rows: rows, isMarked: false)
    let text = reader.state.article.document.text
    func spans(_ words: String) -> [TextSpan] {
      FoldedPattern(words, folding: [])?.matches(in: text, span: text.span) ?? []
    }
    let people = [("e1", "سامر"), ("e2", "ليلى")].map { id, name in
      Entity(
        id: EntityID(rawValue: id), kind: .person, canonical: name,
        mentions: spans(name).map { Mention(span: $0, confidence: 1, rule: .given) })
    }
    let said: [(String, String?)] = [
      ("الأول", "e1"), ("الثاني", "e2"), ("الثالث", "e1"), ("الرابع", nil), ("الخامس", "e2"),
      ("السادس", "e1"),
    ]
    var quotations = said.enumerated().flatMap { index, quotation in
      spans(quotation.0).map { span in
        Quotation(
          id: "q\(index)", kind: .direct, content: [span], verbatim: [span],
          speaker: quotation.1.map(EntityID.init(rawValue:)), rule: .given, confidence: 1)
      }
    }
    quotations += spans("السابع").map {
      Quotation(id: "s", kind: .scare, content: [$0], verbatim: [$0], rule: .given, confidence: 1)
    }
    let analysis = Analysis(entities: people, quotations: quotations)
    reader.answer(.analysis(analysis, .finished(span: text.span)))
    return reader
  }

  private func quotationRows(_ reader: ReaderFixture) -> [PaneRow] {
    let rows = reader.state.paneRows
    let start = rows.firstIndex(where: \.isQuotationHeading) ?? 0
    return Array(rows[start...])
  }

  private let samer = SpeakerGroup.entity(EntityID(rawValue: "e1"))
  private let layla = SpeakerGroup.entity(EntityID(rawValue: "e2"))

  @Test func `quotations stand under who says them, who says most first, nobody last`() {
    let reader = reader()
    #expect(
      quotationRows(reader) == [
        .quotationHeading(count: 6),
        .speaker(samer, count: 3), .quotation(0), .quotation(2), .quotation(5),
        .speaker(layla, count: 2), .quotation(1), .quotation(4),
        .speaker(.unknown, count: 1), .quotation(3),
      ])
  }

  @Test func `a speaker is folded and unfolded, and a filter shows what it has found`() {
    var reader = reader()
    reader.press(.tab, "j", "j", "z")
    #expect(quotationRows(reader)[1] == .speaker(samer, count: 3))
    #expect(quotationRows(reader)[2] == .speaker(layla, count: 2))
    reader.press("/الثالث")
    #expect(quotationRows(reader).contains(.quotation(2)))
    reader.press(.escape)
    #expect(!quotationRows(reader).contains(.quotation(2)))
    // Enter on the folded name shows them again, once more goes to the first.
    reader.press("z", "z")
    reader.press(.enter)
    #expect(quotationRows(reader).contains(.quotation(2)))
    reader.press(.enter)
    #expect(reader.selectedText == "الأول")
    #expect(reader.state.modes.reading.focus == .article)
  }

  @Test func `a quotation whose speaker is folded is followed by the name`() {
    var reader = reader()
    reader.press(.tab, "j", "j", "z", .tab)
    reader.press("g", .escape, ")")
    #expect(reader.selectedText == "الأول")
    #expect(reader.state.article.pane.selected == .speaker(samer))
  }

  @Test func `after s Tab lands on what the speaker says`() {
    var reader = reader()
    reader.press("ps")
    reader.press(.tab)
    #expect(reader.state.article.pane.selected == .quotation("q0"))
    #expect(
      quotationRows(reader) == [
        .quotationHeading(count: 3), .quotation(0), .quotation(2), .quotation(5),
      ])
    reader.press("j", .enter)
    #expect(reader.selectedText == "الثالث")
  }

  @Test func `the keys for quotations heed the speaker that is listed`() {
    var reader = reader()
    reader.press("ps")
    var seen: [String?] = []
    for _ in 0..<4 {
      reader.press(")")
      seen.append(reader.selectedText)
    }
    #expect(seen == ["الأول", "الثالث", "السادس", "الأول"])
    #expect(reader.status.contains("1 of 3"))
    reader.press("(")
    #expect(reader.selectedText == "السادس")
    reader.press("s", "(", "(")
    #expect(reader.selectedText == "الرابع")
  }

  @Test func `braces go through what the same speaker says`() {
    var reader = reader()
    reader.press("))")
    #expect(reader.selectedText == "الثاني")
    reader.press("}")
    #expect(reader.selectedText == "الخامس")
    reader.press("}")
    #expect(reader.selectedText == "الثاني")
    reader.press("{")
    #expect(reader.selectedText == "الخامس")
  }

  @Test func `pane and status line count the same, and words in marks apart`() {
    var reader = reader()
    for number in 1...6 {
      reader.press(")")
      #expect(reader.status.contains("\(number) of 6"))
    }
    reader.press(")")
    #expect(reader.selectedText == "السابع")
    #expect(reader.status.contains("in quotation marks · 1 of 1"))
    // No row of another quotation is marked.
    #expect(reader.state.markedPaneItem == nil)
  }

  @Test func `folds and rows stay when the analysis names speakers anew`() {
    var reader = reader()
    reader.press(.tab, "j", "j", "z")
    let old = reader.state.article.results.analysis
    let renamed = Analysis(
      entities: old.entities.map {
        Entity(
          id: EntityID(rawValue: "x" + $0.id.rawValue), kind: $0.kind, canonical: $0.canonical,
          mentions: $0.mentions)
      },
      quotations: old.quotations.map { quotation in
        var quotation = quotation
        quotation.speaker = quotation.speaker.map { EntityID(rawValue: "x" + $0.rawValue) }
        return quotation
      })
    reader.answer(
      .analysis(renamed, .finished(span: reader.state.article.document.text.span)))
    let group = SpeakerGroup.entity(EntityID(rawValue: "xe1"))
    #expect(reader.state.article.pane.selected == .speaker(group))
    #expect(!quotationRows(reader).contains(.quotation(0)))
  }

  // MARK: Cards

  @Test func `Enter on a name shows its card, with its English and Latin names`() throws {
    var reader = reader()
    var analysis = reader.state.article.results.analysis
    analysis.entities[0].englishName = "Samer of the Council"
    reader.answer(
      .analysis(analysis, .finished(span: reader.state.article.document.text.span)))
    reader.press("p", .enter)
    #expect(reader.state.modes.contains(Card.self))
    let page = (0..<29).map { screen(of: reader.state).text(ofRow: $0) }
    #expect(page.contains { $0.contains("Samer of the Council") })
    #expect(page.contains { $0.contains("Sāmir · ALA-LC") })
    reader.press(.escape)
    reader.press(":set romanize=off")
    reader.press(.enter, .enter)
    #expect(reader.state.modes.contains(Card.self))
    #expect(!(0..<29).contains { screen(of: reader.state).text(ofRow: $0).contains("ALA-LC") })
  }

  @Test func `mentions in a card are cut between words, with an ellipsis`() throws {
    for columns in 30...100 {
      var reader = ReaderFixture(columns: columns, rows: 40)
      reader.press("pc")
      let state = reader.state
      let words = Set(
        ReaderFixture.article.split { $0.isWhitespace }.map(String.init))
      let area = state.arrangement.article
      let rows = state.cardRows(of: EntityID(rawValue: "e1"))
      let shown = screen(of: state)
      for (index, row) in rows.enumerated() {
        guard case .mention = row else { continue }
        let cells = area.columns.map { shown[row: index, column: $0] }
        let line = Rendering.letters(cells.map(\.text).joined())
        for word in line.split(whereSeparator: { " …«»،.:".contains($0) }) {
          let isWord = words.contains { $0.contains(word) }
          #expect(isWord)
          let isWhole = words.contains {
            $0.filter { !"«»،.:".contains($0) } == String(word)
          }
          #expect(isWhole, "\(columns): \(word)")
        }
      }
    }
  }

  // MARK: Dictionary

  @Test func `the word at the caret is looked up and shown in a card`() {
    var reader = ReaderFixture(rows: 14)
    reader.press("K")
    #expect(reader.state.notice?.phrase.key == .lookupNoWord)
    reader.press(.left, .left, "K")
    #expect(reader.effects.last == .lookUp("وزيرة"))
    #expect(reader.state.modes.contains(Lookup.self))
    reader.send(.lookedUp(.found("of another word"), of: "غيرها"))
    #expect(!(0..<13).contains { screen(of: reader.state).text(ofRow: $0).contains("another") })
    reader.send(.lookedUp(.found("minister\u{1B}[31m (f.)"), of: "وزيرة"))
    let page = (0..<13).map { screen(of: reader.state).text(ofRow: $0) }
    #expect(page.contains { $0.contains("minister") })
    #expect(!page.contains { $0.contains("\u{1B}") })
    reader.press("q")
    #expect(!reader.state.modes.contains(Lookup.self))
  }

  @Test(arguments: [LookupAnswer.nothing, .notConfigured, .failed(program: "dict")])
  func `a dictionary that does not answer says what to do`(answer: LookupAnswer) {
    var reader = ReaderFixture(columns: 100, rows: 14)
    reader.press("oK")
    #expect(reader.effects.last == .lookUp("السواعد"))
    reader.send(.lookedUp(answer, of: "السواعد"))
    let page = (0..<13).map { screen(of: reader.state).text(ofRow: $0) }.joined(separator: "\n")
    switch answer {
    case .failed: #expect(page.contains("dict"))
    case .notConfigured: #expect(page.contains("[lookup]"))
    default: #expect(page.contains("says nothing"))
    }
  }
}
