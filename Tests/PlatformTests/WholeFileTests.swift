import Glibc
import Platform
import TestSupport
import Testing

@Suite struct WholeFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 100_000])
  func `a file is read whole`(_ size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    let path = try folder.file("a", bytes)
    #expect(try WholeFile.bytes(of: path, limit: 1 << 20) == bytes)
    #expect(try WholeFile.bytes(of: path, limit: size) == bytes)
  }

  @Test(arguments: [1, 100, 5000])
  func `a file of a byte too many is refused and not cut`(_ limit: Int) throws {
    let path = try folder.file("a", Array(repeating: 65, count: limit + 1))
    #expect(throws: FileError(path: path, reason: .tooLong(limit: limit))) {
      try WholeFile.bytes(of: path, limit: limit)
    }
  }

  @Test func `a file that tells no size is read to its end, or refused`() throws {
    let path = "/proc/self/status"
    #expect(try WholeFile.text(of: path, limit: 1 << 16).hasPrefix("Name:"))
    #expect(throws: FileError(path: path, reason: .tooLong(limit: 10))) {
      try WholeFile.text(of: path, limit: 10)
    }
  }

  @Test func `a file that is not there is told from one that cannot be read`() async throws {
    let missing = folder.path + "/none"
    #expect(throws: FileError(path: missing, reason: .missing)) {
      try WholeFile.bytes(of: missing, limit: 10)
    }
    let path = try folder.file("a", [65])
    #expect(throws: FileError(path: path + "/b", reason: .missing)) {
      try WholeFile.bytes(of: path + "/b", limit: 10)
    }
    chmod(path, 0)
    chmod(folder.path, 0o755)
    await #expect(processExitsWith: .success) { [path = path as String] in
      if getuid() == 0 { #expect(setgid(65534) == 0 && setuid(65534) == 0) }
      #expect(throws: FileError(path: path, reason: .system(EACCES))) {
        try WholeFile.bytes(of: path, limit: 10)
      }
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `what is no file is refused and not waited for`() throws {
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, folder.path, "/dev/zero", "/dev/null"] {
      #expect(throws: FileError(path: path, reason: .notAFile)) {
        try WholeFile.bytes(of: path, limit: 10)
      }
      #expect(throws: FileError(path: path, reason: .notAFile)) {
        try WholeFile.start(of: path, count: 4)
      }
    }
  }

  @Test func `where any stream serves, a device that never ends is refused and a folder too`()
    throws
  {
    #expect(try WholeFile.bytes(of: "/dev/null", limit: 10, kinds: .anyStream) == [])
    #expect(throws: FileError(path: "/dev/zero", reason: .tooLong(limit: 10))) {
      try WholeFile.bytes(of: "/dev/zero", limit: 10, kinds: .anyStream)
    }
    #expect(throws: FileError(path: "/", reason: .notAFile)) {
      try WholeFile.bytes(of: "/", limit: 10, kinds: .anyStream)
    }
  }

  @Test func `a pipe with a writer is read until that is done`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    try FileReplacement.write(Array("names".utf8), to: ends[1], "pipe")
    close(ends[1])
    let path = "/dev/fd/\(ends[0])"
    #expect(try WholeFile.text(of: path, limit: 10, kinds: .anyStream) == "names")
  }

  @Test func `the start of a file is as much as there is`() throws {
    let path = try folder.file("a", Array("SQLite".utf8))
    #expect(try WholeFile.start(of: path, count: 3) == Array("SQL".utf8))
    #expect(try WholeFile.start(of: path, count: 16) == Array("SQLite".utf8))
  }
}
