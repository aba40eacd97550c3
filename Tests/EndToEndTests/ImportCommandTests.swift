import Foundation
import TestSupport
import Testing

/// What the program says of files with annotations, and with which status it ends.
struct ImportCommandTests {
  private let annotator: Annotator

  init() throws { annotator = try Annotator() }

  private func run(
    _ content: some Sequence<UInt8>, name: String = "notes", language: String = "C.UTF-8",
    _ options: String...
  ) throws -> ChildProcess.Result {
    let notes = try annotator.folder.file(name, content)
    return try ChildProcess.run(
      BuiltProgram.path("rawi"), ["import", annotator.article, "--from", notes] + options,
      environment: annotator.environment.merging(["LC_ALL": language]) { $1 })
  }

  /// The words ليلى الحداد in brat's form.
  private static let standoff = "T1\tPER 17 28\tليلى الحداد\n"

  private static var quoted: String {
    "\"" + Annotator.text.replacing("\n", with: "\\n") + "\""
  }

  @Test func `what was not taken is reported on standard error, the counts on standard output`()
    throws
  {
    let result = try run(
      (Self.standoff + "T2\tLOC 1 5\tبغداد\nR1\tIn Arg1:T1 Arg2:T2\nمرحبا\n").utf8)
    #expect(result.status == 0)
    #expect(result.text == "1 taken in, 1 left out, 2 refused\n")
    let lines = result.message.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(result.message.contains("left out: line 3 (R1): relations"))
    #expect(result.message.contains("refused: line 2 (T2): the text says “الت ” there"))
    #expect(result.message.contains("refused: line 4: it is no line of this format"))
  }

  @Test func `in Arabic all of the report is Arabic`() throws {
    let content = Self.standoff + "T2\tLOC 5 1\tبغداد\nR1\tIn Arg1:T1 Arg2:T2\nT3\tX 1 5\tزيد\n"
    let result = try run(content.utf8, language: "ar_EG.UTF-8")
    #expect(result.text == "أضيف: ١، ترك: ١، رفض: ٢\n")
    let words = (result.text + result.message).replacing("rawi:", with: "")
      .split { $0.isWhitespace || $0.isPunctuation }
    let latin = words.filter {
      $0.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
    }
    #expect(latin == [], "\(result.message)")
  }

  @Test(arguments: [
    "{\"text\": \"\", \"spans\": []}\n", "[]",
    "{\"text\": \"x\", \"spans\": [], \"answer\": \"reject\"}",
    "T1\tPER 1 5\tزيد\n", "زيد B-PER\n", "{\"text\": \"نص\", \"label\": [[0, 2, \"X\"]]}", "",
    "لا شيء", "{\"a\": 1}", "{", "#FORMAT=WebAnno TSV 3.3\n\n",
  ])
  func `where nothing is taken in, that is said and is no success`(content: String) throws {
    let result = try run(content.utf8)
    #expect(result.status == 65)
    #expect(result.message.contains("rawi: "))
    #expect(try annotator.output("notes") == "")
  }

  @Test func `what is passed over of an item is told, in the language that a call asks for`() throws
  {
    let content = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "created": "yesterday",
      "body": "نعم", "target": {"selector": {"type": "TextQuoteSelector", "exact": "الزهراء"}}}
      """
    let told = try run(content.utf8)
    #expect(told.status == 0 && told.text.hasPrefix("1 taken in"))
    #expect(told.message.contains("“created” is not read") && told.message.contains("a time as"))
    let arabic = try run(content.utf8, "--lang", "ar")
    #expect(arabic.message.contains("لم يقرأ «created»") && arabic.text.hasPrefix("أضيف: "))
  }

  @Test func `taking in the same twice is a success that says so`() throws {
    _ = try run(Self.standoff.utf8)
    let result = try run(Self.standoff.utf8)
    #expect(result.status == 0 && result.message == "")
    #expect(result.text == "0 taken in, 1 there already, 0 refused\n")
  }

  @Test func `a format that is named wrongly is answered with what the file looks like`() throws {
    let content = "{\"text\": \(Self.quoted), \"spans\": [], \"answer\": \"accept\"}\n"
    let result = try run(content.utf8, "--format", "brat")
    #expect(result.status == 65 && result.text == "")
    #expect(result.message.contains("looks like a file of Prodigy, not like brat"))
    #expect(result.message.contains("--format jsonl"))
  }

  @Test func `the unit that a person names is the one that counts`() throws {
    // Bytes: each letter takes two, each blank one.
    let content = "{\"text\": \(Self.quoted), \"label\": [[31, 52, \"PER\"]]}\n"
    let doubted = try run(content.utf8)
    #expect(doubted.status == 65 && doubted.message.contains("--offsets utf8"))
    let result = try run(content.utf8, "--offsets", "utf8")
    #expect(result.text == "1 taken in, 0 refused\n")
    let spans = try annotator.output("export", annotator.article, "--format", "brat")
    #expect(spans.contains("\tPER 17 28\tليلى الحداد\n"))
  }

  @Test func `a file in another charset is decoded as an article is`() throws {
    let standoff = Self.standoff + "#1\tAnnotatorNotes T1\tمن هي هذه الوزيرة؟\n"
    let encodings = ["UTF-16", "UTF-16LE", "UTF-16BE", "WINDOWS-1256"]
    for encoding in encodings {
      let other = try ImportCommandTests()
      let plain = try other.annotator.folder.file("plain", standoff.utf8)
      let converted = try ChildProcess.run(
        "/usr/bin/iconv", ["-f", "UTF-8", "-t", encoding, plain],
        environment: other.annotator.environment)
      let result = try other.run(converted.output)
      #expect(result.status == 0 && result.message == "", "\(encoding)")
      #expect(result.text == "1 taken in, 0 refused\n", "\(encoding)")
    }
    let marked = try ImportCommandTests().run([0xEF, 0xBB, 0xBF] + Array(standoff.utf8))
    #expect(marked.text == "1 taken in, 0 refused\n")
  }

  @Test func `what a file holds does not steer the terminal`() throws {
    let evil = "\u{1B}]52;c;eA==\u{7}\u{9B}6n\u{202E}"
    let escaped = "\\u001b]52;c;eA==\\u0007\\u009b6n\\u202e"
    let contents = [
      "T1\tPER 1 5\t\(evil)\nT\(evil)\tPER 5 1\tx\n\(evil)\n",
      "{\"type\": \"Annotation\", \"id\": \"\(escaped)\", \"body\": \"x\", \"target\": {\"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"\(escaped)\"}}}",
      "{\"text\": \(Self.quoted), \"label\": [\"\(escaped)\", [1, 90000, \"\(escaped)\"]]}",
      "زيد B-\(evil)\nعمرو O\n",
    ]
    for (content, name) in zip(contents, ["a", "b", "c", "e\u{1B}[31m\u{202E}"]) {
      let result = try run(content.utf8, name: name)
      let said = (result.text + result.message).unicodeScalars
      #expect(result.status == 65)
      #expect(
        !said.contains {
          $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}")
        })
    }
  }
}
