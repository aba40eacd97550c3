import Dispatch
import Glibc
import Platform
import TestSupport
import Testing

@Suite struct FileReplacementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/a.toml" }

  @Test func `a new file may be read by its owner only`() throws {
    try FileReplacement.replace(path, with: "one", isDurable: true)
    #expect(try TemporaryFolder.read(path) == Array("one".utf8))
    #expect(try TemporaryFolder.mode(of: path) == 0o600)
    #expect(folder.names == ["a.toml"])
  }

  @Test func `a file that was there keeps its permissions`() throws {
    try TemporaryFolder.write([1, 2, 3], to: path)
    chmod(path, 0o640)
    try FileReplacement.replace(path, with: "two", isDurable: false)
    #expect(try TemporaryFolder.read(path) == Array("two".utf8))
    #expect(try TemporaryFolder.mode(of: path) == 0o640)
  }

  @Test func `a symbolic link stays, and what it leads to is replaced`() throws {
    let target = try folder.file("real", [1])
    try #require(symlink(target, path) == 0)
    try FileReplacement.replace(path, with: "new", isDurable: false)
    #expect(try TemporaryFolder.read(target) == Array("new".utf8))
    #expect(FilePath.real(path) == FilePath.real(target))
    #expect(folder.names == ["a.toml", "real"])
  }

  @Test func `what is no file is not replaced`() throws {
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: FileError(path: path, reason: .notAFile)) {
      try FileReplacement.replace(path, with: "x", isDurable: false)
    }
    #expect(folder.names == ["a.toml"])
    let missing = folder.path + "/none/a"
    #expect(throws: FileError(path: missing, reason: .missing)) {
      try FileReplacement.replace(missing, with: "x", isDurable: false)
    }
  }

  @Test func `of writers at once none leaves a part, and nothing lies about`() throws {
    let texts = (0..<8).map { String(repeating: String($0), count: 50_000) }
    DispatchQueue.concurrentPerform(iterations: 8) { [path] number in
      for _ in 0..<10 { try? FileReplacement.replace(path, with: texts[number], isDurable: false) }
    }
    let content = String(decoding: try TemporaryFolder.read(path), as: UTF8.self)
    #expect(texts.contains(content))
    #expect(folder.names == ["a.toml"])
  }

  @Test func `nothing is lost by those who change a file under a lock`() throws {
    try TemporaryFolder.write(Array("0".utf8), to: path)
    DispatchQueue.concurrentPerform(iterations: 4) { [path] _ in
      for _ in 0..<25 {
        guard let lock = try? FolderLock(.exclusive, folderOf: path) else { continue }
        defer { lock.release() }
        let number = (try? WholeFile.text(of: path, limit: 100)).flatMap { Int($0) } ?? -1
        try? FileReplacement.replace(path, with: "\(number + 1)", isDurable: false)
      }
    }
    #expect(try WholeFile.text(of: path, limit: 100) == "100")
  }

  @Test func `a full disk leaves the file as it was`() throws {
    // /dev/full is no file to replace, but writes to it fail as on a full disk.
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    try #require(full >= 0)
    defer { close(full) }
    let error = #expect(throws: FileError.self) {
      try FileReplacement.write([1], to: full, "full")
    }
    #expect(error?.isDiskFull == true)
  }
}
