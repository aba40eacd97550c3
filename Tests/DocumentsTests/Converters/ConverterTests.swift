import ArabicText
import Platform
import TestSupport
import Testing

@testable import Documents

/// Files of other formats are read by programs that the person names.
@Suite struct ConverterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func extent(_ command: [String], _ pattern: String = "*.rtf") throws -> Extent {
    Extent(.article, converters: [Converter(pattern, CommandTemplate(command))])
  }

  @Test func `the output is a text, or markup as its first letter says`() throws {
    let text = try folder.load("كلام أول\n\nكلام ثان\n".utf8, "a.rtf", try extent(["cat", "{}"]))
    #expect(text.lines == ["كلام أول", "", "كلام ثان"])
    #expect(text.structure?.extractor.description == "cat+text/1")
    #expect(text.structure?.format == "rtf")
    let page = try folder.load(
      "<h1>عنوان</h1>\n<ol>\n<li>بند</li></ol>".utf8, "b.RTF", try extent(["cat", "{}"]))
    #expect(page.lines == ["عنوان", "1. بند"])
    #expect(page.structure?.warnings == [])
    #expect(page.structure?.extractor.name == "cat+html")
  }

  @Test func `of a whole page the article is taken`() throws {
    let page = InventedPages.ways[0].page
    let document = try folder.load(page.utf8, "a.rtf", try extent(["cat", "{}"]))
    #expect(document.lines == [InventedPages.title] + InventedPages.paragraphs)
  }

  @Test func `no shell sees the name, and none is an option`() throws {
    let document = try folder.load(
      "x".utf8, "a $(id);'\"b.rtf", try extent(["printf", "<%s>", "--", "{}"]))
    #expect(document.lines.joined().contains("a $(id);'\"b.rtf"))
    let call = Converter("*", CommandTemplate(["x", "in:{}"]))
    #expect(call.command(for: "-v") == ["x", "in:./-v"])
  }

  @Test func `names that are not like the pattern, plain text and pipes are left alone`() throws {
    let extent = try self.extent(["false", "{}"])
    #expect(try folder.load("كلام".utf8, "a.txt", extent).structure == nil)
    var plain = extent
    plain.part = .plainText
    #expect(try folder.load("كلام".utf8, "a.rtf", plain).structure == nil)
    let piped = try DocumentLoader.document(
      ofStream: Array("كلام".utf8), isWhole: true, name: "a.rtf", extent: extent)
    #expect(piped.structure == nil)
  }

  @Test func `a call without a place for the path is told, and only for its files`() throws {
    let extent = Extent(.article, converters: [Converter("*.rtf", nil)])
    let path = try folder.file("x".utf8, "a.rtf")
    #expect(throws: DocumentError.noPlaceholder(path, pattern: "*.rtf")) {
      try DocumentLoader.load(path: path, extent: extent)
    }
    #expect(DocumentError.noPlaceholder(path, pattern: "*.rtf").exitCode == 78)
    #expect(try folder.load("كلام".utf8, "a.txt", extent).structure == nil)
  }

  @Test func `words without spaces are told`() throws {
    let glued = String(repeating: "قالوزيرالصحةالمصريأمسإنالحملة", count: 20)
    let extent = try self.extent(["cat", "{}"])
    #expect(
      try folder.load(glued.utf8, "a.rtf", extent).structure?.warnings == [.gluedWords])
    #expect(
      try folder.load("<p>\(glued)</p>".utf8, "a.html").structure?.warnings.contains(.gluedWords)
        == true)
    let spaced = String(repeating: "قال وزير الصحة المصري أمس إن الحملة ", count: 20)
    #expect(try folder.load(spaced.utf8, "b.rtf", extent).structure?.warnings == [])
  }

  @Test func `what goes wrong is told`() throws {
    let path = try folder.file("x".utf8, "a.rtf")
    func error(_ command: [String]) throws -> DocumentError? {
      let extent = try self.extent(command)
      return #expect(throws: DocumentError.self) {
        try DocumentLoader.load(path: path, extent: extent)
      }
    }
    #expect(try error(["/nonexistent/x", "{}"]) == .noConverter(path, program: "/nonexistent/x"))
    #expect(
      try error(["sh", "-c", "echo first >&2; echo last >&2; exit 3", "{}"])
        == .refused(path, by: "sh", because: "last"))
    #expect(try error(["true", "{}"]) == .wordless(path))
    #expect(
      try error(["false", "{}"]) == .refused(path, by: "false", because: "exit status 1"))
    let missing = folder.path("none.rtf")
    let extent = try self.extent(["cat", "{}"])
    #expect(throws: DocumentError.missing(missing)) {
      try DocumentLoader.load(path: missing, extent: extent)
    }
  }

  @Test func `a converter has its limits`() throws {
    let path = try folder.file("x".utf8, "a.rtf")
    let limits: [(command: [String], milliseconds: Int, error: DocumentError)] = [
      (["sleep", "1000", "{}"], 0, .stopped(path, by: "sleep", seconds: 0)),
      // What it has started would outlive it.
      (["sh", "-c", "sleep 1000 & sleep 1000", "{}"], 0, .stopped(path, by: "sh", seconds: 0)),
      (["yes", "{}"], 600_000, .overLimit(path, limit: 1 << 20)),
    ]
    for limit in limits {
      let converter = Converter("*.rtf", CommandTemplate(limit.command))
      let allowance = ChildProgram.Allowance(
        time: .milliseconds(limit.milliseconds), output: 1 << 20, memory: 1 << 30)
      #expect(throws: limit.error) {
        try ConvertedDocument.read(path, by: converter, Extent(.article), within: allowance)
      }
    }
    #expect(ConvertedDocument.allowance.time == .seconds(60))
  }

  @Test(arguments: ["-n.rtf", "a\nb.rtf", "*.rtf", "..rtf", "{}.rtf", "خبر.rtf"])
  func `a converter gets the path of the file itself`(name: String) throws {
    let text = try folder.load("كلام هذا الملف\n".utf8, name, try extent(["cat", "{}"]))
    #expect(text.lines == ["كلام هذا الملف"])
  }
}
