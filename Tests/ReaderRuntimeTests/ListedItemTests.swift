import ArabicText
import Documents
import Library
import TestSupport
import Testing

@testable import ReaderRuntime

/// Articles of a file with several, which has changed since they were listed.
struct ListedItemTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ number: Int, _ hash: String?, of path: String) -> Result<
    Document, DocumentError
  > {
    DiskFiles(keyWait: .seconds(60)).load(
      .item(number, of: path, hash: hash), encoding: nil, extent: .article)
  }

  @Test func `an article is found where others have come before it, and told where it has gone`()
    throws
  {
    let lines = [
      #"{"title": "أول", "text": "مطر في دمشق"}"#, #"{"title": "ثان", "text": "شمس في باريس"}"#,
    ]
    let path = try folder.file("a.jsonl", lines.joined(separator: "\n").utf8)
    let second = try load(1, nil, of: path).get()
    let hash = try #require(second.contentHash)
    #expect(try load(1, hash, of: path).get().place?.hasSuffix("#2") == true)
    let new = #"{"title": "جديد", "text": "ريح في تونس"}"#
    _ = try folder.file("a.jsonl", ([new] + lines).joined(separator: "\n").utf8)
    let moved = try load(1, hash, of: path).get()
    #expect(moved.contentHash == hash && second.contentHash == hash)
    #expect(moved.place?.hasSuffix("#3") == true)
    _ = try folder.file("a.jsonl", [new, lines[0]].joined(separator: "\n").utf8)
    guard case .failure(.gone(path)) = load(1, hash, of: path) else {
      Issue.record("another article was opened")
      return
    }
  }
}
