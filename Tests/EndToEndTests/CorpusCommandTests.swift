import Foundation
import Glibc
import TestSupport
import Testing

/// `rawi analyze` of many documents.
struct CorpusCommandTests {
  private let annotator: Annotator
  private let lines: String

  private static let articles = [
    #"{"id": 7, "text": "قالت ليلى الحداد إن «الجسر يربط القرى»."}"#, "", "nonsense",
    #"{"id": "a/b", "title": "x", "content": "وصل سامر العلي إلى تونس."}"#,
    #"{"id": "c", "text": ""}"#,
    #"{"text": "زارت ليلى الحداد تونس."}"#,
  ]

  init() throws {
    annotator = try Annotator()
    lines = try annotator.folder.file(
      "news.jsonl", (Self.articles.joined(separator: "\n") + "\n").utf8)
  }

  private func analyze(_ arguments: String...) throws -> ChildProcess.Result {
    try annotator.run(["analyze", "--model", "none"] + arguments)
  }

  private func identifiers(_ text: String) throws -> [String] {
    try text.split(separator: "\n").map { line in
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return "\(try #require(object["id"]))" + (object["error"] == nil ? "" : "!")
    }
  }

  @Test func `an article a line comes out a line each, in order, with its id`() throws {
    let result = try analyze(lines)
    #expect(result.status == 0)
    #expect(try identifiers(result.text) == ["7", "line 3!", "a/b", "c!", "6"])
    #expect(result.message == "rawi: 2 documents could not be read\n")
    #expect(result.text.contains(#""canonical":"ليلى الحداد""#))
  }

  @Test func `single articles of files of several come out a line each`() throws {
    let file = try annotator.folder.file(
      "two.jsonl",
      """
      {"id": 1, "title": "واحد", "text": "قالت ليلى الحداد إن «الجسر يربط القرى»."}
      {"id": 2, "title": "اثنان", "text": "وصل سامر العلي إلى تونس."}
      """.utf8)
    let result = try analyze(file + "#2", file + "#1", file + "#3")
    #expect(result.status == 0)
    #expect(try identifiers(result.text) == [file + "#2", file + "#1", file + "#3!"])
    let names = result.text.split(separator: "\n")
    #expect(names.first?.contains(#""canonical":"سامر العلي""#) == true)
    #expect(names.dropFirst().first?.contains(#""canonical":"ليلى الحداد""#) == true)
  }

  @Test func `as many jobs as there are give what one gives, from a file as from a pipe`() throws {
    let one = try analyze("--jobs", "1", "--lines", lines)
    let piped = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["analyze", "--model", "none", "--jobs", "3"],
      input: Array(Self.articles.joined(separator: "\n").utf8), environment: [:])
    #expect(one.status == 0)
    #expect(
      piped.text.replacing("standard input", with: "news.jsonl").trimmingCharacters(in: .newlines)
        == one.text.trimmingCharacters(in: .newlines))
  }

  @Test func `packed lines that are piped in come out a line each`() throws {
    let packed = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACA6tWykxRslJQqjBU0lFQKkmtKAHxbjbdWH6zRQFE3Oy4selm142NCjeW3myDiDTd2HhjOVDkZhuQ23hjg55SLVc1xBwjZEM6bmwFGbIZqKoVYkDLzU6FG6tudgB1bgbpAgABEEukfgAAAA=="
      ))
    for arguments in [[], ["--lines"], ["-"]] {
      let result = try ChildProcess.run(
        BuiltProgram.path("rawi"), ["analyze", "--model", "none"] + arguments,
        input: Array(packed), environment: [:])
      #expect(try result.status == 0 && identifiers(result.text) == ["x1", "2"])
    }
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian], [true, false])
  func `a list comes out a line each in any form, from a file as from a pipe`(
    encoding: String.Encoding, isArray: Bool
  ) throws {
    let records = [Self.articles[0], #"{"id": "b"}"#, Self.articles[3]]
    let text = isArray ? "[\(records.joined(separator: ",\n"))]" : records.joined(separator: "\n")
    let plain = try #require("\u{FEFF}\(text)".data(using: encoding))
    let path = try annotator.folder.file("list.json", plain)
    let packed = try ChildProcess.run("/usr/bin/gzip", ["-c"], input: Array(plain)).output
    for content in [Array(plain), packed] {
      let piped = try ChildProcess.run(
        BuiltProgram.path("rawi"), ["analyze", "--model", "none", "--strict"], input: content,
        environment: [:])
      #expect(piped.status == 65)
      #expect(try identifiers(piped.text) == ["7", "b!", "a/b"])
      let named = try analyze(try annotator.folder.file("list.json.gz", content))
      #expect(try named.status == 0 && identifiers(named.text) == ["7", "b!", "a/b"])
    }
    let both = try analyze(path, path)
    #expect(try identifiers(both.text) == ["7", "b!", "a/b", "7", "b!", "a/b"])
  }

  @Test func `with the tagger each document is what it is alone`() throws {
    let alone = try annotator.output("analyze", "--format", "jsonl", annotator.article)
    let many = try annotator.output("analyze", annotator.article, annotator.article)
    let id = #"{"id":"\#(annotator.article)","#
    #expect(many == String(repeating: id + alone.dropFirst(), count: 2))
  }

  @Test func `one that cannot be read ends the run with its status where that is asked for`() throws
  {
    #expect(try analyze("--strict", lines).status == 65)
    #expect(try analyze("--strict", annotator.article, "/none").status == 66)
    #expect(try analyze("--strict", annotator.article, annotator.article).status == 0)
  }

  @Test func `a run that was ended is gone on with`() throws {
    let whole = try analyze(lines).text
    for cut in [0, 1, whole.utf8.count / 2, whole.utf8.count - 1, whole.utf8.count] {
      let out = try annotator.folder.file("out", whole.utf8.prefix(cut))
      let result = try analyze("--resume", out, lines)
      #expect(result.status == 0)
      #expect(result.text == "")
      #expect(try String(contentsOfFile: out, encoding: .utf8) == whole, "\(cut)")
    }
  }

  @Test func `a file of other things is never written to`() throws {
    let result = try analyze("--resume", lines, annotator.article, annotator.article)
    #expect(result.status == 65)
    #expect(result.message.contains("line 1"))
    #expect(
      try String(contentsOfFile: lines, encoding: .utf8)
        == Self.articles.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    "my only notes, in one line", #"{"id":"z","title":"t","text":"قال سامر العلي."}"#, "{", "[1, 2",
    #"{"text":"ق","id":"1"}"#,
  ])
  func `nor is one of other things in a single line without its end`(content: String) throws {
    let out = try annotator.folder.file("notes", content.utf8)
    let result = try analyze("--resume", out, lines)
    let isOwn = content == "{"
    #expect(result.status == (isOwn ? 0 : 65))
    if !isOwn { #expect(try String(contentsOfFile: out, encoding: .utf8) == content) }
  }

  @Test func `what never ends is not gone on with`() throws {
    let result = try analyze("--resume", "/dev/zero", lines)
    #expect(result.status == 73 && result.message.contains("/dev/zero is a device"))
  }

  @Test func `a table names the document of each row, and tells the rest`() throws {
    let result = try analyze("--format", "csv", lines)
    let rows = result.text.split(separator: "\r\n")
    #expect(rows.first?.hasPrefix("document,what,id,start,end,text,type,name,speaker") == true)
    #expect(rows.contains { $0.hasPrefix("7,quotation,q1,") })
    #expect(rows.contains { $0.hasPrefix("a/b,name,") && $0.contains("سامر العلي") })
    #expect(result.message.contains("the text of line 5 is empty"))
  }

  @Test func `in CoNLL the n-th document stays the n-th`() throws {
    let parts = try analyze("--format", "conll", lines).text.components(
      separatedBy: "-DOCSTART- O\n\n")
    #expect(parts.count == 1 + 5)
    #expect(parts[1].hasPrefix("# newdoc id = 7\n"))
    #expect(parts[2] == "# newdoc id = line 3\n\n" && parts[4].hasSuffix("\n\n"))
    #expect(parts[3].contains("سامر B-PER\nالعلي I-PER"))
  }

  @Test(arguments: [
    ["--dump", "tokens"], ["--entities", "x"], ["--format", "json"], ["--jobs", "0"],
    ["--resume", "x", "--format", "csv"],
  ])
  func `what is for one document is refused for many`(options: [String]) throws {
    let result = try annotator.run(["analyze", lines] + options)
    #expect(result.status == 64)
    #expect(result.text == "")
  }

  @Test func `a document is printed as soon as it is its turn`() throws {
    let terminal = try PseudoTerminal(columns: 200, rows: 40)
    try terminal.run(
      "/bin/sh", ["-c", "cat | '\(BuiltProgram.path("rawi"))' analyze --model none --lines"],
      environment: annotator.environment)
    terminal.send(#"{"id": 7, "text": "x"}"# + "\n")
    try terminal.wait(for: #""doc_id":"7""#)
    terminal.send(#"{"id": 8, "text": "x"}"# + "\n")
    try terminal.wait(for: #""doc_id":"8""#)
    terminal.send("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
  }
}
