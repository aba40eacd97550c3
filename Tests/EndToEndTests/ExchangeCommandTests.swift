import TestSupport
import Annotations
import Testing

/// Annotations out to other tools and back in, by the program.
struct ExchangeCommandTests {
  private let annotator: Annotator

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
  }

  /// What the annotations of an ``Annotator`` are in `format`.
  private static func form(in format: ExchangeFormat) -> [String] {
    switch format {
    case .w3c: ["http://www.w3.org/ns/anno.jsonld", "TextQuoteSelector", "من هي؟"]
    case .brat: ["\tPER 17 28\tليلى الحداد\n", "\tAnnotatorNotes T1\tمن هي؟\n", "\tTag T2\tجسور\n"]
    case .conll: ["\nليلى B-PER\nالحداد I-PER\nإن O\n", "\nالجسر B-جسور\nيربط I-جسور\n"]
    case .jsonl: [#""label":[[17,28,"PER"],[33,49,"جسور"],[109,116,"LOC"]]"#, "من هي؟"]
    case .csv: [",17,28,ليلى الحداد,PER,,من هي؟,", "\r\n"]
    case .markdown: ["# article.txt\n\n> ليلى الحداد\n\nمن هي؟\n", "\n\nTags: جسور\n"]
    case .html: ["<h1><bdi>article.txt</bdi></h1>", ">من هي؟</p>", "<bdi>جسور</bdi>"]
    }
  }

  private func export(_ format: ExchangeFormat, _ options: String...) throws -> String {
    let result = try annotator.run(
      ["export", annotator.article, "--format", format.rawValue] + options)
    #expect(result.status == 0)
    return result.text
  }

  @Test(arguments: ExchangeFormat.allCases)
  func `annotations go out in a format, and come back the same where it can be read`(
    format: ExchangeFormat
  ) throws {
    let content = try export(format)
    for words in Self.form(in: format) { #expect(content.contains(words), "\(words)") }
    let other = try Annotator()
    let notes = try other.folder.file("notes", content.utf8)
    let result = try other.run(
      ["import", other.article, "--from", notes, "--format", format.rawValue])
    if format.isReadable {
      #expect(result.status == 0 && result.message == "")
      #expect(result.text == "3 taken in, 0 refused\n")
      // Where it lies is said in one form or another; the rest is the same.
      let again = try other.output("export", other.article, "--format", format.rawValue)
      let path = annotator.folder.path
      #expect(again.replacing(other.folder.path, with: path) == content)
    } else {
      #expect(result.status == 65)
      #expect(result.message.contains("is for people"))
    }
  }

  @Test func `what a format has no room for is told with a count`() throws {
    let result = try annotator.run(["export", annotator.article, "--format", "conll"])
    #expect(result.status == 0)
    #expect(
      result.message == "rawi: left out, since this format has no room for it: notes: 1\n")
    #expect(try annotator.run(["export", annotator.article, "--format", "brat"]).message == "")
  }

  @Test(arguments: ExchangeFormat.allCases)
  func `what the analysis finds goes out as well, and stays one of an analysis`(
    format: ExchangeFormat
  ) throws {
    let content = try export(format, "--with-analysis")
    #expect(content.contains("سامر"))
    guard format.isReadable else { return }
    let notes = try annotator.folder.file("found", content.utf8)
    let told = try annotator.output(
      "import", annotator.article, "--from", notes, "--format", format.rawValue)
    // CoNLL has a label for each name and no room for whose it is.
    if format != .conll { #expect(told.contains("0 taken in, 3 there already")) }
    #expect(told.hasSuffix(", 0 refused\n"))
  }

  @Test(arguments: [
    ("ann", ExchangeFormat.brat), ("conll", .conll), ("jsonl", .jsonl), ("json", .w3c),
    ("json", .jsonl), ("txt", .w3c), ("jsonl", .brat), ("ann", .conll), ("conll", .jsonl),
  ])
  func `the content of a file tells its format, whatever its name`(
    name: String, format: ExchangeFormat
  ) throws {
    let notes = try annotator.folder.file("notes." + name, try export(format).utf8)
    let other = try Annotator()
    #expect(
      try other.output("import", other.article, "--from", notes) == "3 taken in, 0 refused\n")
  }
}
