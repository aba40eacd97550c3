import Glibc
import TestSupport
import Testing

/// What commands say of a store of which little or nothing is left.
@Suite(.serialized) struct LostStoreTests {
  private let annotator: Annotator

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
  }

  private var store: String { annotator.folder.path + "/rawi/annotations.sqlite" }

  /// Cuts the store to `size` bytes.
  private func cut(_ size: Int) throws { try #require(truncate(store, off_t(size)) == 0) }

  private var reading: [[String]] {
    [
      ["notes"], ["notes", "backup", annotator.folder.path + "/backup"],
      ["export", annotator.article],
    ]
  }

  @Test(arguments: [0, 1, 4096])
  func `commands that read say that it is damaged, and touch nothing`(size: Int) throws {
    try cut(size)
    for arguments in reading {
      let result = try annotator.run(arguments)
      #expect(result.status == 65, "\(arguments)")
      #expect(result.message.contains("damaged"), "\(arguments): \(result.message)")
      #expect(!result.message.contains("no such file"))
    }
    #expect(try TemporaryFolder.read(store).count == size)
  }

  @Test func `pages that the answer does not need are looked at, too`() throws {
    var bytes = try TemporaryFolder.read(store)
    for place in bytes.count - 4096..<bytes.count { bytes[place] = 0xA5 }
    try TemporaryFolder.write(bytes, to: store)
    for arguments in reading {
      let result = try annotator.run(arguments)
      #expect(result.status == 65 && result.message.contains("damaged"), "\(arguments)")
    }
    let analysis = try annotator.run(["analyze", annotator.article, "--model", "none"])
    #expect(
      analysis.status == 0 && analysis.message.contains("what you have corrected is left out"))
  }

  @Test func `a backup that has no room names itself, and leaves nothing`() throws {
    let copy = annotator.folder.path + "/copy.sqlite"
    let result = try ChildProcess.run(
      "/bin/sh",
      ["-c", "ulimit -f 2; exec \"$0\" notes backup \"$1\"", BuiltProgram.path("rawi"), copy],
      environment: annotator.environment)
    #expect(result.status == 73)
    #expect(
      result.message.contains("no room") && result.message.contains(copy), "\(result.message)")
    #expect(access(copy, F_OK) != 0)
  }

  @Test func `what changes the store sets it aside, and says so`() throws {
    try cut(0)
    let notes = try annotator.standoff("more.ann", ("PER", "سامر العلي", ""))
    let result = try annotator.run(["import", annotator.article, "--from", notes])
    #expect(result.status == 0 && result.message.contains("annotations.sqlite.damaged-1"))
    #expect(try annotator.output("notes").hasPrefix("1\t"))
  }

  @Test func `an empty file that was never a store is none, and becomes one`() throws {
    let other = try Annotator()
    try #require(mkdir(other.folder.path + "/rawi", 0o700) == 0)
    _ = try other.folder.file("rawi/annotations.sqlite", [])
    #expect(try other.output("notes") == "")
    let run = CommandRun(command: ["notes"])
    #expect(
      try run.runOnTerminal(by: other, ["notes"]).said.contains("no notes yet"))
    let backup = try other.run(["notes", "backup", other.folder.path + "/backup"])
    #expect(backup.status != 0 && backup.message.contains("no store of annotations"))
    try other.annotate()
    #expect(try other.output("notes").hasPrefix("3\t"))
  }

  @Test func `in Arabic all of this is Arabic`() throws {
    func message(_ arguments: [String]) throws -> String {
      let result = try ChildProcess.run(
        BuiltProgram.path("rawi"), arguments,
        environment: annotator.environment.merging(["LC_ALL": "ar_EG.UTF-8"]) { $1 })
      return result.message
    }
    let overlap = try annotator.standoff("more.ann", ("x", "الحداد إن", ""))
    _ = try annotator.run(["import", annotator.article, "--from", overlap])
    let leftOut = try message(["export", annotator.article, "--format", "conll"])
    #expect(leftOut.contains("ترك") && !leftOut.contains("left out"))
    let digest = try ChildProcess.run(
      BuiltProgram.path("rawi"),
      ["export", annotator.article, "--format", "markdown", "--with-analysis", "--model", "none"],
      environment: annotator.environment.merging(["LC_ALL": "ar_EG.UTF-8"]) { $1 })
    #expect(digest.text.contains("## الأسماء\n\n- ") && digest.text.contains("## الأقوال"))
    // What a call asks for goes before the locale, for messages as well.
    let missing = try message(["show", "none.txt", "--lang", "en"])
    #expect(missing.unicodeScalars.allSatisfy { !(0x621...0x64A).contains($0.value) })
    #expect(try annotator.run(["show", "none.txt", "--lang=ar"]).message.contains("لا ملف"))
    try cut(0)
    let aside = try message(["import", annotator.article, "--from", overlap])
    #expect(aside.contains("تلفت") && !aside.contains("damaged:"))
  }
}
