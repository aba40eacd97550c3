import Platform
import Testing

@testable import Library

struct CorpusLineTests {
  private func record(
    _ line: String, field: String? = nil
  ) throws(CorpusLine.Refused) -> CorpusLine {
    try CorpusLine(line: Array(line.utf8), field: field)
  }

  @Test(arguments: ["text", "content", "body", "article", "maintext"])
  func `the usual names of the text are known`(name: String) throws {
    #expect(try record(#"{"\#(name)": "خبر", "title": "عنوان"}"#).text == "خبر")
  }

  @Test func `of several names the likeliest counts, unless one is asked for`() throws {
    let line = #"{"body": "ب", "text": "ن", "story": "س"}"#
    #expect(try record(line).text == "ن")
    #expect(try record(line, field: "story").text == "س")
  }

  @Test(arguments: [
    (#"{"id": 7, "text": "x"}"#, JSON.integer(7)), (#"{"_id": "a7", "text": "x"}"#, .string("a7")),
    (#"{"id": null, "url": "http://x", "text": "x"}"#, .string("http://x")),
    (#"{"id": 1.5, "text": "x"}"#, .decimal(1.5)),
    (#"{"id": 18446744073709551616, "text": "x"}"#, .verbatim("18446744073709551616")),
    (#"{"id": 1.10, "text": "x"}"#, .verbatim("1.10")),
  ])
  func `the identifier is kept as it is written`(line: String, id: JSON) throws {
    #expect(try record(line).id == id)
  }

  @Test(arguments: [
    ("nonsense", nil), ("[1]", nil), (#"{"id": 3}"#, .integer(3)),
    (#"{"id": 3, "text": "x\ud800"}"#, .integer(3)),
    (#"{"id": 3, "text": "\ude00\ud83d"}"#, .integer(3)),
    (#"{"id": 3, "text": 4}"#, .integer(3)),
    (#"{"id": 3, "text": null}"#, JSON.integer(3)),
  ])
  func `what is no article keeps its identifier`(line: String, id: JSON?) {
    let error = #expect(throws: CorpusLine.Refused.self) { try record(line) }
    #expect(error?.id == id)
  }
}
