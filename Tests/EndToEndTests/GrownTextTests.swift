import Annotations
import TestSupport
import Testing

/// The real program on a text that comes slowly, and is one that was annotated before.
@Suite(.serialized) struct GrownTextTests {
  private static let first = "سطر أول من الخبر\n"
  private static let rest = "وتستعد الشركة لمشروع في وادي النخيل قريبا.\n"

  private let folder: TemporaryFolder
  private let texts: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    texts = try TemporaryFolder()
  }

  @Test(arguments: [true, false])
  func `a note that was written before the text was whole is kept beside the earlier ones`(
    isPiped: Bool
  ) async throws {
    try await ProgramThread.run {
      let whole = try texts.file("whole.txt", Array((Self.first + Self.rest).utf8))
      let earlier = try AnnotatingReader(whole, data: folder.path)
      try earlier.awaitScreen()
      earlier.type("/النخيل\r")
      try earlier.await("1 of 1")
      earlier.type("h\r")
      try earlier.await("highlighted")
      try earlier.quit()

      let growing = try texts.file("growing.txt", Array(Self.first.utf8))
      let comes = "\(texts.path)/comes"
      let pipe = """
        mkfifo \(comes).pipe
        { cat \(growing); while [ ! -e \(comes) ]; do sleep 0.05; done; tail -n 1 \(whole); } \
        > \(comes).pipe &
        exec "$RAWI" < \(comes).pipe
        """
      let reader = try AnnotatingReader(
        growing, data: folder.path, prefix: isPiped ? pipe : "exec \"$RAWI\" +F \"$FILE\"")
      try reader.awaitScreen()
      reader.type("/أول\r")
      try reader.await("1 of 1")
      reader.type("aملاحظتي\u{13}")
      try reader.await("note saved")
      if isPiped {
        _ = try texts.file("comes", [])
        try reader.await("all of the text has come")
      } else {
        _ = try texts.file("growing.txt", Array((Self.first + Self.rest).utf8))
        try reader.await("was changed")
      }
      // Its own note first, of both; and what is told is on disk.
      reader.type("u")
      try reader.await("undone: a note")
      #expect(try words(of: whole) == ["النخيل"])
      reader.type("\u{12}")
      try reader.await("done again: a note")
      try reader.quit()
      #expect(try words(of: whole) == ["أول", "النخيل"])
    }
  }

  private func words(of file: String) throws -> [String] {
    try AnnotatingReader.annotations(of: file, data: folder.path).map(\.annotation.anchor.exact)
  }
}
