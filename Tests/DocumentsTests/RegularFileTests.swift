import ArabicText
import Glibc
import TestSupport
import Testing

@testable import Documents

/// Where only a file is wanted, nothing else is waited for.
struct RegularFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func refusal(_ path: String) -> DocumentError? {
    do throws(DocumentError) {
      _ = try DocumentLoader.load(path: path, kinds: .regular)
      return nil
    } catch {
      return error
    }
  }

  @Test(.timeLimit(.minutes(20))) func `a pipe is refused, with a writer and without one`() throws {
    let path = folder.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    #expect(refusal(path) == .notAFile(path))
    let writer = open(path, O_RDWR | O_CLOEXEC)
    try #require(writer >= 0)
    defer { close(writer) }
    #expect(refusal(path) == .notAFile(path))
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/random", "/dev/full"])
  func `a device is refused`(path: String) {
    #expect(refusal(path) == .notAFile(path))
  }

  @Test func `a socket is refused`() throws {
    let path = folder.path("s")
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    try #require(socket >= 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) == 0 }
    }
    try #require(isBound)
    #expect(refusal(path) == .notAFile(path))
  }

  @Test func `a folder is told as a folder, and a link to a file is the file`() throws {
    #expect(refusal(folder.path) == .folder(folder.path))
    let file = try folder.file("خبر".utf8)
    let link = folder.path("link")
    try #require(symlink(file, link) == 0)
    #expect(refusal(link) == nil)
  }

  @Test func `a file of more bytes than are read of its kind is refused with the limit`() throws {
    let path = try folder.file("سطر\n".utf8)
    #expect(throws: DocumentError.overLimit(path, limit: 3)) {
      try DocumentLoader.load(path: path, limit: 3)
    }
    #expect(try DocumentLoader.load(path: path, limit: 7).text.utf8Count == 7)
    #expect(throws: DocumentError.overLimit("/dev/zero", limit: 1000)) {
      try DocumentLoader.load(path: "/dev/zero", encoding: "UTF-8", limit: 1000)
    }
  }
}
