import ArabicText
import TestSupport
import Testing

@testable import Documents

/// Formats that are text are read in any charset, as plain text is.
@Suite struct TextCharsetTests {
  private static let words = "قالت ليلى الحداد إن الجسر يربط القرى."
  /// Names of files and what is in them: long ones, as what is read too late is often still there in short ones.
  private static let files =
    [
      ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n\(words)\n\n"),
      ("a.jsonl", "{\"text\": \"\(words)\"}\n"),
      ("a.md", "# عنوان الفقرة\n\n\(words)\n\n"),
    ].map { ($0.0, String(repeating: $0.1, count: 2000)) } + [
      (
        "a.mARkdown",
        "######OpenITI#\n#META#Header#End#\n" + String(repeating: "# \(words)\n", count: 2000)
      )
    ]

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: files, ["windows-1256", "UTF-16"])
  func `the words are those that the file has`(file: (String, String), charset: String) throws {
    let (name, text) = file
    let plain = try folder.load(text.utf8, name)
    let other = try folder.load(Samples.encoded(text, charset), name)
    #expect(other.structure?.format == plain.structure?.format)
    #expect(other.lines == plain.lines)
    #expect(other.lines.contains(Self.words))
  }
}
