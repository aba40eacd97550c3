import Screen
import CursesTerminal
import Dispatch
import Glibc
import Interface
import Platform
import TestSupport
import Testing

@testable import rawi

/// The file of choices for each terminal, as programs find and leave it.
@Suite struct TerminalChoicesFileTests {
  private let home: TemporaryFolder
  private let file: TerminalChoicesFile

  init() throws {
    home = try TemporaryFolder()
    file = TerminalChoicesFile(environment: ["XDG_CONFIG_HOME": home.path])
  }

  private static let inverse = DrawingChoices.Remembered(bidi: .inverse)

  @Test func `what is kept for one terminal leaves what is kept for others`() throws {
    try file.keep(Self.inverse, for: TerminalIdentity("kitty"))
    try file.keep(DrawingChoices.Remembered(bidi: .words), for: TerminalIdentity("xterm"))
    #expect(try file.read().count == 2)
    try file.keep(nil, for: TerminalIdentity("xterm"))
    #expect(try file.read() == [TerminalIdentity("kitty"): Self.inverse])
  }

  @Test func `of programs that keep something at once each is heeded`() throws {
    DispatchQueue.concurrentPerform(iterations: 8) { [file] number in
      try? file.keep(Self.inverse, for: TerminalIdentity("terminal \(number)"))
    }
    #expect(try file.read().count == 8)
  }

  @Test func `a file that is too long is told, and not replaced`() throws {
    let path = try #require(file.path)
    try Folder.make(FilePath.folder(of: path))
    let comment = [UInt8](repeating: UInt8(ascii: "#"), count: 1 << 20 | 1)
    try TemporaryFolder.write(comment, to: path)
    #expect(throws: FileError(path: path, reason: .tooLong(limit: 1 << 20))) { try file.read() }
    let problem = #expect(throws: TerminalChoicesFile.Problem.self) {
      try file.keep(Self.inverse, for: TerminalIdentity("kitty"))
    }
    #expect(problem?.exitCode == EX_CANTCREAT)
    #expect(try TemporaryFolder.read(path) == comment)
  }

  @Test func `a file that is larger than a page is read whole`() throws {
    let path = try #require(file.path)
    try Folder.make(FilePath.folder(of: path))
    let text = String(repeating: "# a comment\n", count: 10_000) + "['kitty']\nbidi = 'inverse'\n"
    try TemporaryFolder.write(Array(text.utf8), to: path)
    #expect(try file.read() == [TerminalIdentity("kitty"): Self.inverse])
  }
}
