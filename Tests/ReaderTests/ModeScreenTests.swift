import ArabicAnalysis
import ArabicText
import Interface
import Screen
import Testing

@testable import Reader

/// What each mode looks like where there is much room, some, and little, in both languages.
struct ModeScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var size: Size
    var language: Language
    var testDescription: String {
      "\(name)-\(size.columns)x\(size.rows)-\(language.code.rawValue)"
    }
  }

  private static let names = [
    "reading", "caret", "name", "quotation", "passage", "pane", "pane-filter", "speaker", "card",
    "lookup", "palette", "help", "help-search", "search", "command", "themes", "files", "note",
    "review", "correction", "mark", "nothing-found",
  ]

  static let cases = names.flatMap { name in
    [(100, 30), (60, 20), (40, 12)].flatMap { columns, rows in
      [Language.english, .arabic].map {
        Case(name: name, size: Size(columns: columns, rows: rows), language: $0)
      }
    }
  }

  @Test(arguments: cases) func `each mode says what it is and which keys matter`(test: Case) throws
  {
    var reader = ReaderFixture(
      columns: test.size.columns, rows: test.size.rows, isMarked: test.name != "nothing-found",
      language: test.language, hints: true)
    switch test.name {
    case "caret": reader.press("v", .down, .left)
    case "name": reader.press("p")
    case "quotation": reader.press("))")
    case "passage": reader.press("v", .down, "w", "w")
    case "pane": reader.press(.tab, "j")
    case "pane-filter":
      reader.press(.tab, "/")
      reader.press("الحد")
    case "speaker":
      reader.press("ps")
      reader.press(.tab)
    case "card": reader.press("pc")
    case "lookup":
      reader.press("pK")
      reader.send(
        .lookedUp(.found("ليلى : ليلة شديدة السواد\n\nLayla: night"), of: "ليلى الحداد"))
    case "palette": reader.press(.control("p"))
    case "help": reader.press("?")
    case "help-search":
      reader.press("?/")
      reader.press("undo")
    case "search": reader.press("/جسر")
    case "command": reader.press(":set")
    case "themes":
      reader.send(
        .themes([
          .letters, Theme(name: "dark", appearance: .dark),
          Theme(name: "paper", appearance: .light),
          Theme(name: "mono"),
        ]))
    case "files":
      reader.list(
        OpenFiles(
          files: [
            OpenFile(name: "article.txt", condition: .read(percent: 0)),
            OpenFile(name: "خبر.txt", condition: .unread),
          ], current: 0))
      reader.press("B")
    case "note":
      reader.press("pa")
      reader.press("ملاحظة قصيرة")
    case "review": reader.press("r")
    case "correction": reader.press("pC")
    case "mark": reader.press("m")
    case "nothing-found":
      reader.answer(
        .analysis(.empty, .finished(span: reader.state.article.document.text.span)))
    default: break
    }
    try GoldenScreen.expect(reader.state, matches: "modes/" + test.testDescription)
  }
}
