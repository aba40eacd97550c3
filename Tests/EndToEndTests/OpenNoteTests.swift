import Annotations
import TestSupport
import Testing

/// The real program with a note open while another program changes the file.
@Suite(.serialized) struct OpenNoteTests {
  private static let article = "سطر أول من الخبر\nوتستعد الشركة لمشروع في وادي النخيل قريبا.\n"

  private let folder: TemporaryFolder
  private let texts: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    texts = try TemporaryFolder()
  }

  /// What is kept of the file after a note was begun on «النخيل», the file became `changed`, and the
  /// note was ended; the notes with the words that they are on now, where they have a place.
  private func notes(afterChangeTo changed: String, finish steps: [String]) throws -> [String:
    String?]
  {
    let file = try texts.file("a.txt", Array(Self.article.utf8))
    let reader = try AnnotatingReader(file, data: folder.path)
    try reader.awaitScreen()
    reader.type("/النخيل\r")
    try reader.await("1 of 1")
    reader.type("a")
    try reader.await("discard")
    reader.type("ملاحظتي")
    _ = try texts.file("a.txt", Array(changed.utf8))
    let said = try reader.awaitOne(of: "was changed", "are gone")
    #expect((said == "are gone") == !changed.contains("النخيل"))
    // Keys, what they bring about, keys.
    for (index, step) in steps.enumerated() {
      if index.isMultiple(of: 2) { reader.type(step) } else { try reader.await(step) }
    }
    try reader.await("note saved")
    try reader.quit()
    let placed = try AnnotatingReader.annotations(of: file, data: folder.path)
    return Dictionary(placed.map { ($0.annotation.note, $0.annotation.anchor.exact) }) { $1 }
  }

  @Test func `a note goes to its words in a file that became longer`() async throws {
    try await ProgramThread.run {
      let notes = try notes(
        afterChangeTo: "سطر كتبه غيرنا قبله\n" + Self.article, finish: ["\u{13}"])
      #expect(notes == ["ملاحظتي": "النخيل"])
    }
  }

  @Test func `a note whose words went from a shorter file goes to others`() async throws {
    try await ProgramThread.run {
      let notes = try notes(
        afterChangeTo: "خبر قصير\n",
        finish: ["\u{1B}", "waits for", "/قصير\r", "1 of 1", "a\u{13}"])
      #expect(notes == ["ملاحظتي": "قصير"])
    }
  }
}
