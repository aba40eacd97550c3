import TestSupport
import Testing

/// Files whose names are of another system.
@Suite(.serialized) struct FileNameTests {
  private let folder: TemporaryFolder
  private let texts: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    texts = try TemporaryFolder()
  }

  @Test func `a name that is no UTF-8 opens, is shown, and the notes of the file are kept`() throws
  {
    let plain = try texts.file("plain", Array("وتستعد الشركة لمشروع في وادي النخيل قريبا.\n".utf8))
    // «خبر» in windows-1256, and an escape sequence.
    let name = #"$'\xCE\xC8\xD1 \x1b[2J.txt'"#
    let reader = try AnnotatingReader(
      plain, data: folder.path,
      prefix: #"cd "\#(texts.path)"; cp "$FILE" \#(name); FILE=\#(name)"#)
    try reader.awaitScreen()
    reader.type("/النخيل\r")
    try reader.await("1 of 1")
    reader.type("a")
    try reader.await("discard")
    reader.type("ملاحظتي\u{1B}")
    try reader.await("note saved")
    reader.type("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.terminal.text.contains("ﺮﺒﺧ"))
    #expect(!reader.terminal.text.contains("\u{1B}[2J.txt"))
    let list = try ChildProcess.run(
      "/bin/bash",
      ["-c", #"cd "\#(texts.path)"; "\#(BuiltProgram.path("rawi"))" export \#(name)"#],
      environment: BuiltProgram.environment.merging(["XDG_DATA_HOME": folder.path]) { $1 })
    #expect(list.status == 0)
    #expect(list.text.contains("ملاحظتي"))
  }
}
