import ArabicText
import Documents
import Foundation
import Glibc
import TestSupport
import Testing

/// Files, streams and what is known of them.
@Suite struct LoadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a document knows its name, path and hash`() throws {
    let path = try folder.file("abc".utf8, "خبر.txt")
    let document = try DocumentLoader.load(path: path)
    #expect(document.name == "خبر.txt")
    #expect(document.path == path)
    #expect(
      document.contentHash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `the hash is that of the decoded text`() throws {
    let plain = try DocumentLoader.load(path: folder.file(Samples.news.utf8))
    let marked = try DocumentLoader.load(path: folder.file([0xEF, 0xBB, 0xBF] + Samples.news.utf8))
    let wide = try DocumentLoader.load(path: folder.file(Samples.encoded(Samples.news, "UTF-16BE")))
    #expect(plain.contentHash == marked.contentHash)
    #expect(plain.contentHash == wide.contentHash)
  }

  @Test func `a long file is mapped and has its hash when asked for`() throws {
    let news = Array(Samples.news.utf8)
    let bytes = Samples.repeated(news, 20_000_000 / news.count)
    let document = try DocumentLoader.load(path: folder.file(bytes))
    #expect(document.charset == "UTF-8")
    #expect(document.contentHash == nil)
    #expect(document.text.utf8Count == bytes.count)
    let paragraph = document.text.paragraph(at: .zero)
    #expect(document.text.string(in: paragraph.content).hasPrefix("قال وزير الخارجية"))
    let hash = DocumentLoader.contentHash(of: DecodedText(copying: bytes))
    #expect(DocumentLoader.contentHash(of: document.text) == hash)
    #expect(DocumentLoader.contentHash(of: document.text) { true } == nil)
  }

  @Test func `what is cut off a mapped file reads as zero bytes`() throws {
    let path = try folder.file([UInt8](repeating: 0x61, count: 3 << 20))
    let document = try DocumentLoader.load(path: path)
    #expect(truncate(path, 100) == 0)
    #expect(document.text[byte: .zero] == 0x61)
    #expect(document.text[byte: TextOffset(2 << 20)] == 0)
    #expect(document.text[byte: document.text.end - 1] == 0)
    #expect(document.text[byte: TextOffset(8192)] == 0)
    #expect(DocumentLoader.contentHash(of: document.text) { false } != nil)
  }

  @Test func `what is cut off any of hundreds of mapped files reads as zero bytes`() throws {
    let path = try folder.file([UInt8](repeating: 0x61, count: (1 << 20) + 4096))
    var documents = try (0..<700).map { _ in try DocumentLoader.load(path: path) }
    // Places that are given back serve others.
    documents.removeSubrange(100..<400)
    documents += try (0..<400).map { _ in try DocumentLoader.load(path: path) }
    #expect(truncate(path, 100) == 0)
    for document in documents {
      #expect(document.text[byte: .zero] == 0x61)
      #expect(document.text[byte: document.text.end - 1] == 0)
    }
  }

  @Test func `a mapped file keeps its text after it was removed`() throws {
    let path = try folder.file([UInt8](repeating: 0x61, count: 3 << 20))
    let document = try DocumentLoader.load(path: path)
    unlink(path)
    #expect(document.text[byte: document.text.end - 1] == 0x61)
  }

  @Test(.timeLimit(.minutes(20))) func `of a file of 64 GB only the beginning is read`() throws {
    let path = try folder.file(Samples.repeated(Samples.news.utf8, 400))
    try #require(truncate(path, 64 << 30) == 0)
    let document = try DocumentLoader.load(path: path)
    #expect(document.charset == "UTF-8")
    #expect(document.text.utf8Count == 64 << 30)
  }

  @Test func `a short file is a copy that does not change with the file`() throws {
    let path = try folder.file("خبر أول".utf8)
    let document = try DocumentLoader.load(path: path)
    truncate(path, 0)
    #expect(document.text.string(in: document.text.span) == "خبر أول")
  }

  @Test func `a mapped file in another charset is converted`() throws {
    let line = Samples.encoded(Samples.news, "WINDOWS-1256")
    let count = 2_000_000 / line.count
    let document = try DocumentLoader.load(
      path: folder.file(Samples.repeated(line, count)))
    #expect(document.charset == "windows-1256")
    #expect(document.text.utf8Count == Samples.news.utf8.count * count)
    #expect(document.contentHash != nil)
  }

  @Test(arguments: [1, 1000, 100_000])
  func `a stream is read to its end`(count: Int) throws {
    let path = folder.path("fifo")
    try #require(mkfifo(path, 0o600) == 0)
    let text = String(repeating: "خبر\n", count: count)
    Thread.detachNewThread {
      let descriptor = open(path, O_WRONLY)
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        // In pieces that cut letters.
        let piece = rest.prefix(777)
        let written = piece.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written > 0 else { break }
        rest = rest.dropFirst(written)
      }
      close(descriptor)
    }
    let document = try DocumentLoader.load(path: path)
    #expect(document.text.string(in: document.text.span) == text)
    #expect(document.contentHash != nil)
  }

  @Test func `a pipe that gives nothing is told of once, and then waited for`() throws {
    let path = folder.path("silent")
    try #require(mkfifo(path, 0o600) == 0)
    var told = 0
    let notice = SilenceNotice(after: 1) {
      told += 1
      // The other end is open by now.
      let writer = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      _ = "خبر".utf8.withContiguousStorageIfAvailable { write(writer, $0.baseAddress, $0.count) }
      close(writer)
    }
    let document = try DocumentLoader.load(path: path, silence: notice)
    #expect(document.text.string(in: document.text.span) == "خبر")
    #expect(told == 1)
  }

  @Test func `standard input may be a pipe or a file`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let bytes = Array("خبر".utf8)
    _ = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    defer { close(ends[0]) }
    let piped = try DocumentLoader.load(standardInput: ends[0])
    #expect(piped.text.string(in: piped.text.span) == "خبر")
    #expect(piped.name == "standard input")
    #expect(piped.path == nil)

    let descriptor = open(try folder.file("ملف".utf8), O_RDONLY)
    defer { close(descriptor) }
    let redirected = try DocumentLoader.load(standardInput: descriptor)
    #expect(redirected.text.string(in: redirected.text.span) == "ملف")
  }

  @Test func `a file of the kernel, which says that it is empty, is read`() throws {
    let document = try DocumentLoader.load(path: "/proc/self/status")
    #expect(document.text.string(in: document.text.span).hasPrefix("Name:"))
  }
}
