import Foundation
import TestSupport
import Testing

/// The commands that print, run as a person runs them.
struct CommandTests {
  private let folder: TemporaryFolder
  private let file: String
  private let program = BuiltProgram.path("rawi")

  init() throws {
    folder = try TemporaryFolder()
    file = try folder.file(
      "خبر.txt",
      """
      قالت وزيرة النقل ليلى الحداد إن «الجسر يربط القرى»، مضيفة أن العمل انتهى قبل موعده.
      وأكدت الحداد أن المشروع "لن يتوقف".
      وقال سامر العلي: «نريد مدرسة، ومشفى "للجميع"».
      """.utf8)
  }

  private func run(_ arguments: String...) throws -> ChildProcess.Result {
    let result = try ChildProcess.run(program, arguments)
    #expect(result.status == 0)
    #expect(result.message == "")
    return result
  }

  @Test func `quotes prints words and who says them, a paraphrase without marks`() throws {
    let lines = try run("quotes", file).text.split(separator: "\n")
    #expect(lines.first == "«الجسر يربط القرى» — ليلى الحداد")
    #expect(lines.contains("العمل انتهى قبل موعده — ليلى الحداد"))
    #expect(lines.contains("المشروع \"لن يتوقف\" — ليلى الحداد"))
    #expect(lines.last == "«نريد مدرسة، ومشفى \"للجميع\"» — سامر العلي")
  }

  @Test func `quotes of several articles name the article in each line`() throws {
    let lines = try run("quotes", file, file).text.split(separator: "\n")
    let name = file.split(separator: "/").last ?? ""
    #expect(lines.count > 4)
    #expect(lines.allSatisfy { $0.hasPrefix("\(name): ") })
  }

  @Test(arguments: ["ليلى الحداد", "الحداد", "الحدّاد", "ليلي الحداد"])
  func `a speaker is found by any name, however it is spelt`(name: String) throws {
    let lines = try run("quotes", file, "--speaker", name).text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasSuffix("— ليلى الحداد") })
  }

  @Test(arguments: ["ميدفيديف", "مدفيديف", "دميتري ميدفيدف"])
  func `a speaker is found in the spellings of other papers`(name: String) throws {
    let folder = try TemporaryFolder()
    let article = folder.path + "/article.txt"
    try "قال الرئيس دميتري ميدفيديف إن المصنع سيغلق في الشتاء.\n".write(
      toFile: article, atomically: true, encoding: .utf8)
    #expect(try run("quotes", article, "--speaker", name).text.contains("المصنع سيغلق"))
  }

  @Test(arguments: ["text", "json", "csv"])
  func `a name that is only part of another word finds nobody, which is told`(format: String) throws
  {
    let result = try ChildProcess.run(
      program, ["quotes", file, "--speaker", "علي", "--format", format])
    #expect(result.status == 1 && result.message.contains("علي"))
    #expect(format != "text" || result.text == "")
  }

  @Test func `quotes in CSV have a header, scalar offsets and quoted fields`() throws {
    let lines = try run("quotes", file, "--format", "csv").text.split(separator: "\n")
    #expect(lines.first == "file,type,speaker,cue,start,end,text")
    #expect(lines[1].hasPrefix("خبر.txt,direct,ليلى الحداد,قالت,33,49,"))
    #expect(lines.last?.hasSuffix("\"نريد مدرسة، ومشفى \"\"للجميع\"\"\"") == true)
  }

  @Test func `quotes in JSON can be read by others`() throws {
    let output = try run("quotes", file, "--format", "json").output
    let parsed = try JSONSerialization.jsonObject(with: Data(output))
    let quotes = try #require(parsed as? [[String: Any]])
    #expect(quotes.count == 4)
    #expect(quotes[0]["speaker"] as? String == "ليلى الحداد")
    #expect(quotes[0]["lemma"] as? String == "قال")
  }

  @Test func `an article that cannot be read does not keep the others back`() throws {
    let result = try ChildProcess.run(program, ["quotes", folder.path + "/none.txt", file])
    #expect(result.status == 66)
    #expect(result.message.contains("none.txt"))
    #expect(result.text.contains("ليلى الحداد"))
  }

  @Test func `analyze prints offsets in scalars that fit the text`() throws {
    let output = try run("analyze", file).output
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    let text = String(decoding: try TemporaryFolder.read(file), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    #expect(report["length"] as? Int == scalars.count)
    #expect(report["offset_unit"] as? String == "unicode_scalar")
    #expect((report["sha256"] as? String)?.count == 64)
    let entities = try #require(report["entities"] as? [[String: Any]])
    let mentions = entities.flatMap { $0["mentions"] as? [[String: Any]] ?? [] }
    #expect(!mentions.isEmpty)
    for mention in mentions {
      let start = try #require(mention["start"] as? Int)
      let end = try #require(mention["end"] as? Int)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      #expect(String(view) == mention["text"] as? String)
    }
  }

  @Test(arguments: ["tokens", "entities", "levels", "lines"])
  func `every stage can be printed`(stage: String) throws {
    let lines = try run("analyze", file, "--dump", stage).text.split(separator: "\n")
    #expect(lines.count >= 3)
    #expect(lines.allSatisfy { $0.contains("\t") })
  }

  @Test func `who may be meant by a verb without a subject is printed for entities that are given`()
    throws
  {
    let article = "قال سامر قبلاوي إن العمل بدأ. وأضاف أن الجو حار."
    let text = try folder.file("a.txt", article.utf8)
    let entities = try folder.file(
      "a.json",
      """
      {"entities": [{"id": "e1", "type": "PER", "mentions": [{"start": 4, "end": 15, "text": "سامر قبلاوي"}]}]}
      """.utf8)
    let lines = try run("analyze", text, "--entities", entities, "--dump", "antecedents").text
      .split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.count == 1)
    #expect(lines.first?.prefix(2) == ["31", "e1"])
    #expect(lines.first?.last?.contains("last") == true)
  }

  @Test func `the sample article is read without a file`() throws {
    #expect(try run("quotes", "--help").text.contains("--speaker"))
    #expect(try run("analyze", "--sample").text.contains("\"type\": \"PER\""))
  }

  @Test func `standard input is an article`() throws {
    let bytes = try TemporaryFolder.read(file)
    let result = try ChildProcess.run(program, ["quotes", "-"], input: bytes)
    #expect(result.status == 0)
    #expect(result.text.contains("سامر العلي"))
  }
}
