import Glibc
import Platform
import TestSupport
import Testing

/// Files that belong to whoever lives.
struct HeldFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/held"
  }

  @Test func `a file is had by one, private, and by another when that one is gone`() throws {
    var file: HeldFile? = try HeldFile.write([1, 2], to: path)
    #expect(try HeldFile.claim(path) == nil)
    #expect(try TemporaryFolder.mode(of: path) & 0o777 == 0o600)
    #expect(file != nil)
    file = nil
    let claimed = try #require(try HeldFile.claim(path))
    #expect(try claimed.bytes(limit: 2) == [1, 2])
    #expect(throws: FileError(path: path, reason: .tooLong(limit: 1))) {
      try claimed.bytes(limit: 1)
    }
    claimed.remove()
    #expect(folder.names.isEmpty)
  }

  @Test func `what is written over stays had`() throws {
    let first = try HeldFile.write([1], to: path)
    let second = try HeldFile.write([2], to: path)
    #expect(try HeldFile.claim(path) == nil)
    #expect(try second.bytes(limit: 9) == [2])
    #expect(folder.names == ["held"])
    withExtendedLifetime((first, second)) {}
  }

  @Test func `a link, a folder and a pipe are no such files, and nothing there is nobody's`() throws
  {
    #expect(try HeldFile.claim(path) == nil)
    _ = try folder.file("real", [1])
    symlink(folder.path + "/real", path)
    #expect(throws: FileError.self) { try HeldFile.claim(path) }
    unlink(path)
    mkfifo(path, 0o600)
    #expect(throws: FileError(path: path, reason: .notAFile)) { try HeldFile.claim(path) }
    #expect(throws: FileError.self) { try HeldFile.claim(folder.path) }
  }

  @Test func `where it cannot be written nothing is left`() throws {
    _ = try folder.folder("held")
    #expect(throws: FileError.self) { try HeldFile.write([1], to: path) }
    #expect(folder.names == ["held"])
  }
}
