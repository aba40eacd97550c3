import ArabicText
import Documents
import Glibc
import Testing

@testable import ReaderRuntime

/// Articles that are piped into the program.
struct ArrivingArticleTests {
  /// A pipe that the test writes.
  private final class Pipe {
    let reading: Int32
    private let writing: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      (reading, writing) = (ends[0], ends[1])
    }

    func write(_ bytes: [UInt8]) { _ = Glibc.write(writing, bytes, bytes.count) }
    func end() { close(writing) }
  }

  private func text(_ result: Result<Document, DocumentError>) throws -> String {
    let document = try result.get()
    return document.text.string(in: document.text.span)
  }

  @Test func `what is there is shown before the writer ends, the rest when it has come`() throws {
    let pipe = try Pipe()
    let article = ArrivingArticle(descriptor: pipe.reading, encoding: nil, key: "|")
    let sentence = Array("قال الوزير كلمة".utf8)
    // The last letter is cut in two.
    pipe.write(Array(sentence.dropLast()))
    let first = article.first()
    #expect(try text(first.result) == "قال الوزير كلم")
    #expect(!first.isWhole)
    pipe.write([sentence[sentence.count - 1]])
    pipe.end()
    // It may come in two parts.
    var last = article.first()
    while !last.isWhole { last = article.first() }
    #expect(try text(last.result) == "قال الوزير كلمة")
    #expect(try last.result.get().contentHash == Document("قال الوزير كلمة").hash)
  }

  @Test func `what comes at once comes whole and as from a file`() throws {
    let pipe = try Pipe()
    pipe.write(Array("سلام\n".utf8))
    pipe.end()
    let article = ArrivingArticle(descriptor: pipe.reading, encoding: nil, key: "|")
    let first = article.first()
    #expect(first.isWhole)
    #expect(try text(first.result) == "سلام\n")
    #expect(try first.result.get().path == nil)
  }

  @Test func `what is no text is refused by its beginning, though it has no end`() throws {
    let descriptor = open("/dev/zero", O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    let article = ArrivingArticle(descriptor: descriptor, encoding: nil, key: "|")
    guard case .failure(.binary) = article.first().result else {
      Issue.record("zeros are an article")
      return
    }
  }

  @Test func `a pipe that gives nothing is told of`() throws {
    let pipe = try Pipe()
    pipe.end()
    let article = ArrivingArticle(descriptor: pipe.reading, encoding: nil, key: "|")
    guard case .failure(.empty) = article.first().result else {
      Issue.record("an empty pipe is an article")
      return
    }
  }
}

extension Document {
  fileprivate var hash: String { DocumentLoader.contentHash(of: text) }
}
