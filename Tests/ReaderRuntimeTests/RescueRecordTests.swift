import ArabicText
import Platform
import Reader
import TestSupport
import Testing

@testable import ReaderRuntime

/// The files of one reader in which what is not stored outlives it.
struct RescueRecordTests {
  private func notes(_ texts: String...) -> [RescuedNote] {
    texts.map { RescuedNote(text: $0, words: "النخيل") }
  }

  @Test func `what was written before earlier notes were looked for is let go like them`() throws {
    let folder = try TemporaryFolder()
    let folders = RescueFolders(environment: [
      "XDG_STATE_HOME": folder.path, "TMPDIR": folder.path,
    ])
    var document = Document("كثر النخيل.", name: "خبر")
    document.path = folder.path + "/خبر.txt"
    var files: [String] { Folder.names(in: folder.path + "/rawi/unsaved") }
    try RescueRecord(of: document, in: folders).keep(notes("قديمة"))
    let record = RescueRecord(of: document, in: folders)
    try record.keep(notes("جديدة"))
    #expect(files.count == 2)
    #expect(record.claim().notes.map(\.text) == ["قديمة"])
    #expect(record.kept.map(\.text) == ["جديدة", "قديمة"])
    try record.keep([])
    #expect(files.isEmpty)
  }

  @Test func `a file that is no note is neither read nor taken away, whatever is left says so`()
    throws
  {
    let folder = try TemporaryFolder()
    let folders = RescueFolders(environment: [
      "XDG_STATE_HOME": folder.path, "TMPDIR": folder.path,
    ])
    var document = Document("كثر النخيل.", name: "خبر")
    document.path = folder.path + "/خبر.txt"
    let other = try folder.file("secret.txt", Array("سر".utf8))
    let left = RescuedNote(text: "فكرة", words: "النخيل", file: other)
    try RescueRecord(of: document, in: folders).keep([left])
    #expect(RescueRecord(of: document, in: folders).claim().notes.map(\.text) == ["فكرة"])
    #expect(try TemporaryFolder.read(other) == Array("سر".utf8))
  }

  @Test func `notes on another article are told once, and offered there whenever that is opened`()
    throws
  {
    let folder = try TemporaryFolder()
    let folders = RescueFolders(environment: [
      "XDG_STATE_HOME": folder.path, "TMPDIR": folder.path,
    ])
    func record(_ name: String) -> RescueRecord {
      var document = Document("كثر النخيل في \(name).", name: name)
      document.path = folder.path + "/\(name).txt"
      return RescueRecord(of: document, in: folders)
    }
    try record("خبر").keep(notes("فكرة"))
    #expect((1...3).map { _ in record("مقال").claim().others } == [["خبر"], [], []])
    #expect(record("خبر").claim().notes.map(\.text) == ["فكرة"])
  }
}
