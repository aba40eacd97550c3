import Documents
import Foundation
import Glibc
import TestSupport
import Testing

/// Each kind of bad input has its error, exit status and advice.
@Suite struct DocumentErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The error of loading `path`.
  private func error(_ path: String, encoding: String? = nil) -> DocumentError? {
    do throws(DocumentError) {
      _ = try DocumentLoader.load(path: path, encoding: encoding)
      return nil
    } catch { return error }
  }

  @Test func `a missing file`() {
    let path = folder.path("none.txt")
    #expect(error(path) == .missing(path))
    #expect(error(path)?.exitCode == 66)
    #expect(error(path + "/below") == .missing(path + "/below"))
  }

  @Test func `a folder`() {
    #expect(error(folder.path) == .folder(folder.path))
    #expect(error(folder.path)?.exitCode == 66)
  }

  @Test(.enabled("root may read everything") { geteuid() != 0 })
  func `a file that may not be read`() throws {
    let path = try folder.file("خبر".utf8)
    chmod(path, 0)
    #expect(error(path) == .notPermitted(path))
    #expect(error(path)?.exitCode == 66)
  }

  @Test(arguments: [[UInt8](), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]])
  func `a file without a character`(bytes: [UInt8]) throws {
    let path = try folder.file(bytes)
    #expect(error(path) == .empty(path))
    #expect(error(path)?.exitCode == 65)
  }

  @Test(arguments: [
    "none", "UTF-8//IGNORE", "", "windows-1256/", "\u{1B}[31m",
  ])
  func `an unknown charset`(name: String) throws {
    let path = try folder.file("خبر".utf8)
    #expect(error(path, encoding: name) == .unknownEncoding(name))
    #expect(error(path, encoding: name)?.exitCode == 64)
  }

  @Test(
    arguments: [
      ("GIF8", .gif), ("\u{7F}ELF", .program), ("{\\rtf1\\ansi", .rtf),
      (String(repeating: "\0", count: 257) + "ustar  \0", .tar),
    ] as [(String, FileFormat)])
  func `data of a known format`(magic: String, format: FileFormat) throws {
    let path = try folder.file(Array(magic.utf8) + Array(repeating: 0x20, count: 100))
    #expect(error(path) == .binary(path, format: format))
    #expect(error(path)?.exitCode == 65)
  }

  @Test func `data of no known format`() throws {
    let noise = (0..<20_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }
    let path = try folder.file(noise)
    #expect(error(path) == .binary(path, format: nil))
    #expect(error(path, encoding: "windows-1256") == nil)
  }

  @Test func `binary numbers are not taken for UTF-16`() throws {
    let numbers = (0..<8000).map { $0 % 2 == 0 ? UInt8($0 / 2 % 23) : 0 }
    let path = try folder.file(numbers)
    #expect(error(path) == .binary(path, format: nil))
  }

  @Test func `standard input that is the keyboard`() throws {
    let terminal = try PseudoTerminal()
    #expect(throws: DocumentError.terminal) {
      try DocumentLoader.load(standardInput: terminal.descriptor)
    }
    #expect(DocumentError.terminal.exitCode == 64)
  }

  @Test func `a descriptor that fails`() {
    #expect(throws: DocumentError.failed("standard input", EBADF)) {
      try DocumentLoader.load(standardInput: -1)
    }
    #expect(DocumentError.failed("x", EIO).exitCode == 74)
  }

  @Test(.timeLimit(.minutes(20)), arguments: ["/dev/zero", "/dev/urandom"])
  func `a device that never ends`(path: String) {
    #expect(error(path) == .binary(path, format: nil))
  }

  @Test func `messages hold no control characters`() {
    let name = "a\u{1B}[31m\n\u{202E}b"
    let errors: [DocumentError] = [
      .missing(name), .folder(name), .notPermitted(name), .unreadable(name, ELOOP), .empty(name),
      .binary(name, format: nil), .binary(name, format: .zip), .tooLong(name),
      .unknownEncoding(name), .failed(name, EIO), .wordless(name), .noPage(name), .noItems(name),
      .tooDeep(name, levels: 1), .packedTooOften(name), .leadsOutside(name),
    ]
    for error in errors {
      #expect(
        error.description.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        })
    }
  }
}
