import Foundation
import TestSupport
import Testing

/// Files of other tools that people have complained of, where they are at hand: they are other people's
/// and lie beside the repository.
struct FieldImportTests {
  /// A file, the article that it is of, and the counts that are reported.
  struct Case: CustomTestStringConvertible, Sendable {
    var file: String
    var article: String
    var counts: String
    var status: Int32 = 0

    var testDescription: String { file }
  }

  static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../shared/cases/field/import").standardizedFileURL.path

  static let cases = [
    Case(file: "a.ann", article: "a.txt", counts: "4 taken in, 0 refused"),
    Case(file: "a_bom.ann", article: "emoji.txt", counts: "1 taken in, 0 refused"),
    Case(
      file: "a_full.ann", article: "emoji.txt", counts: "3 taken in, 4 left out, 1 refused"),
    Case(file: "a_utf16.ann", article: "emoji.txt", counts: "3 taken in, 0 refused"),
    Case(file: "badline.jsonl", article: "a.txt", counts: "1 taken in, 1 refused"),
    Case(file: "bilou200.conll", article: "bilou200.txt", counts: "15 taken in, 0 refused"),
    Case(file: "crlf.ann", article: "crlf.txt", counts: "1 taken in, 0 refused"),
    Case(file: "crlf.jsonl", article: "crlf.txt", counts: "1 taken in, 0 refused"),
    Case(file: "dc_annotations.jsonl", article: "emoji.txt", counts: "3 taken in, 0 refused"),
    Case(
      file: "doc1.jsonl", article: "doc0.txt",
      counts: "5 taken in, 5 there already, 6 refused"),
    Case(file: "ls_full.json", article: "emoji.txt", counts: "3 taken in, 0 refused"),
    Case(file: "ls_lines.jsonl", article: "emoji.txt", counts: "3 taken in, 0 refused"),
    Case(file: "ls_min.json", article: "emoji.txt", counts: "3 taken in, 0 refused"),
    Case(file: "m.ann", article: "m.txt", counts: "1 taken in, 0 refused"),
    Case(file: "odd.jsonl", article: "a.txt", counts: "3 taken in, 8 refused"),
    Case(
      file: "prodigy_rej.jsonl", article: "emoji.txt",
      counts: "0 taken in, 1 left out, 0 refused", status: 65),
    Case(file: "spacy.jsonl", article: "emoji.txt", counts: "3 taken in, 0 refused"),
  ]

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: folder),
      "the files lie in ../shared/cases/field/import"),
    arguments: cases)
  func `a file of the field is read as a person expects`(item: Case) throws {
    let annotator = try Annotator()
    let result = try annotator.run(
      ["import", "\(Self.folder)/\(item.article)", "--from", "\(Self.folder)/\(item.file)"])
    #expect(result.status == item.status && result.text == item.counts + "\n", "\(result.message)")
  }
}
