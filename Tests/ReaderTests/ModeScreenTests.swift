import Annotations
import ArabicAnalysis
import ArabicText
import Foundation
import Interface
import Screen
import Testing
import TextLayout

@testable import Reader

/// What each mode looks like where there is much room, some, and little, in both languages.
struct ModeScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var size: Size
    var language: Language
    var lettering = Lettering()
    var testDescription: String {
      "\(name)-\(size.columns)x\(size.rows)-\(language.code.rawValue)"
        + (lettering.isVisual ? "" : "-logical")
    }
  }

  private static let names = [
    "reading", "caret", "name", "quotation", "passage", "pane", "pane-filter", "speaker", "card",
    "lookup", "palette", "help", "help-search", "search", "command", "themes", "files", "note",
    "review", "correction", "mark", "nothing-found", "review-nothing", "scope", "rename", "merge",
    "who-says", "tags", "tags-none", "paragraphs", "notes-filter", "rescued", "leaving",
    "facts", "closed", "waiting", "accept", "help-answers", "room", "room-filter", "room-unread",
    "room-asking", "room-found", "room-nothing", "room-said", "room-who", "card-library",
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
    try GoldenScreen.expect(
      Self.reader(in: test).state, matches: "modes/" + test.testDescription)
  }

  /// Where the terminal orders the letters, or nobody.
  static let logicalCases = names.map { name in
    Case(
      name: name, size: Size(columns: 60, rows: 20), language: .arabic,
      lettering: Lettering(isVisual: false))
  }

  @Test(arguments: logicalCases) func `no row is drawn over itself in logical order`(test: Case)
    throws
  {
    try GoldenScreen.expect(
      Self.reader(in: test).state, matches: "modes/" + test.testDescription)
    // Lists in a box cover a part of the article, whose lines begin at the other side.
    guard !["themes", "files"].contains(test.name) else { return }
    // Without ligatures both orders have as many letters.
    var (visual, logical) = (test, test)
    visual.lettering = Lettering(ligates: false)
    logical.lettering = Lettering(isVisual: false, ligates: false)
    let letters = try [visual, logical].map { test in
      let screen = screen(of: try Self.reader(in: test).state)
      return (0..<test.size.rows).map { row in
        (0..<test.size.columns).count { screen[row: row, column: $0].text != " " }
      }
    }
    #expect(letters[0] == letters[1])
  }

  @Test func `there is a screen of every mode`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reader/Modes")
    var modes: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in source.matches(of: #/struct (\w+): (?:Mode|ScrolledPage) {/#) {
        modes.insert(String(match.1))
      }
    }
    var shown: Set<String> = []
    for test in Self.cases {
      for mode in try Self.reader(in: test).state.modes.open {
        shown.insert(String(describing: type(of: mode)))
      }
    }
    #expect(modes.count > 10 && modes.subtracting(shown).isEmpty, "\(modes.subtracting(shown))")
  }

  private static func reader(in test: Case) throws -> ReaderFixture {
    var reader = ReaderFixture(
      columns: test.size.columns, rows: test.size.rows, isMarked: test.name != "nothing-found",
      language: test.language, hints: true, lettering: test.lettering)
    if test.name.hasPrefix("room") {
      reader = ReaderFixture(
        roomOf: RoomTests.documents(), size: test.size, language: test.language,
        lettering: test.lettering)
    }
    switch test.name {
    case "room":
      reader.send(.room(.progress(RoomProgress(.analysing, done: 1, total: 3, minutes: 2))))
      reader.press("j")
    case "room-filter": reader.press("/السو")
    case "room-unread":
      reader.send(
        .room(.unread([UnreadFile(path: "a.pdf", reasons: [Phrase(.roomReading)])])))
      reader.press("I")
    case "room-asking": reader.type(":find جسر")
    case "room-found":
      reader.type(":find جسر")
      reader.send(.library(LibraryTests.found, to: .find("جسر")))
      reader.press("j")
    case "room-nothing":
      reader.type(":find جسر")
      reader.send(
        .library(.found(LibraryFindings(articles: [], total: 0)), to: .find("جسر")))
    case "room-said":
      reader.type(":find --said-by الحداد")
      reader.send(.library(LibraryTests.said, to: .find("--said-by الحداد")))
    case "room-who":
      reader.type(":who")
      reader.send(.library(LibraryTests.speakers, to: .speakers("", of: nil)))
      reader.press("j")
    case "card-library":
      reader.press("pc")
      let question = try #require(reader.state.modes.first(Card.self)?.question(in: reader.state))
      reader.send(.library(LibraryTests.record, to: question))
      reader.press("G")
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
    case "review":
      let document = reader.state.article.document
      var analysis = ReaderFixture.analysis(of: document)
      analysis.entities[1].mentions[0].confidence = 0.4
      reader.answer(.analysis(analysis, .finished(span: document.text.span)))
      reader.press("r")
    case "review-nothing": reader.press("r")
    case "scope": reader.press("pCo")
    case "rename":
      reader.press("pCr")
      reader.press(.backspace)
    case "merge": reader.press("pCm")
    case "who-says": reader.press(")C")
    case "tags":
      try reader.answer(.notes(.all(tagged(in: reader), isFirst: true)))
      reader.press("pt")
      reader.press(.down)
    case "tags-none": reader.press("pt")
    case "paragraphs": reader.press("&الجسر")
    case "notes-filter":
      try reader.answer(.notes(.all(tagged(in: reader), isFirst: true)))
      reader.press("iنقل")
    case "rescued":
      reader.offer([], others: ["article-2.txt"])
    case "leaving":
      reader.press("pa")
      reader.press("ملاحظة قصيرة")
      reader.press(.escape)
      reader.askBeforeLeaving()
    case "correction": reader.press("pC")
    case "facts": reader.press("I")
    case "closed":
      reader.press("pC")
      reader.send(.documentChanged(Document("خبر آخر لا يشبه الأول", name: "article.txt")))
    case "waiting":
      reader.press("p")
      reader.answer(.listsChanged)
      reader.press("C")
    case "accept": reader.press("pCp")
    case "help-answers": reader.press("pC?")
    case "mark": reader.press("m")
    case "nothing-found":
      reader.answer(
        .analysis(.empty, .finished(span: reader.state.article.document.text.span)))
    default: break
    }
    return reader
  }

  /// Annotations with tags, one of which both have.
  private static func tagged(in reader: ReaderFixture) throws -> [PlacedAnnotation] {
    let text = AnchoredText(reader.state.article.document.text, contentHash: "a")
    return try [("جسر النهر", ["نقل", "جسور كبيرة"]), ("وادي النخيل", ["نقل"])].map { words, tags in
      let span = try #require(
        FoldedPattern(words, folding: [])?.matches(in: text.text, span: text.text.span).first)
      var annotation = Annotation(anchor: try #require(text.anchor(of: span)))
      annotation.tags = tags
      return PlacedAnnotation(annotation, .exact(span))
    }
  }
}
