import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Library
import Reader
import Screen
import Synchronization
import TestSupport
import Testing

@testable import ReaderRuntime

/// A reading room made of folders on disk.
struct RoomTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func shelf(_ roots: [String], analyzed: Counter = Counter()) -> FolderShelf {
    FolderShelf(
      roots,
      FolderShelf.Setup(
        folder: folder.path + "/cache", way: "", version: "1", reading: Corpus.Reading(), jobs: 2,
        key: { "key" },
        analyzer: {
          { _, _ in
            analyzed.count.withLock { $0 += 1 }
            return .empty
          }
        }, readings: { [:] }))
  }

  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  private final class Answers: Sendable {
    private let all = Mutex<[RoomAnswer]>([])
    func add(_ answer: RoomAnswer) { all.withLock { $0.append(answer) } }
    var titles: [[String]] {
      all.withLock { $0 }.compactMap {
        if case .documents(let found) = $0 { found.map(\.title) } else { nil }
      }
    }
    var unread: [String] {
      all.withLock { $0 }.flatMap { answer -> [String] in
        if case .unread(let files) = answer { files.map(\.path) } else { [] }
      }
    }
  }

  private func fill(_ shelf: FolderShelf, isCancelled: Bool = false) -> Answers {
    let answers = Answers()
    shelf.fill(visible: { [] }, isCancelled: { isCancelled }, post: answers.add)
    return answers
  }

  @Test func `all articles of the folders are told, each is analysed once, and what fails is told`()
    throws
  {
    let (one, other) = (try folder.folder("one"), try folder.folder("other"))
    try TemporaryFolder.write(Array("خبر أول عن الجسر".utf8), to: one + "/a.txt")
    try TemporaryFolder.write(Array("خبر ثان عن النهر".utf8), to: other + "/b.txt")
    try TemporaryFolder.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 0, 2, 0], to: other + "/c.bin")
    let analyzed = Counter()
    let first = fill(shelf([one, other], analyzed: analyzed))
    #expect(first.titles.last?.sorted() == ["خبر أول عن الجسر", "خبر ثان عن النهر"])
    #expect(first.unread == ["c.bin"])
    #expect(analyzed.count.withLock { $0 } == 2)
    let second = fill(shelf([one, other], analyzed: analyzed))
    #expect(second.titles.first?.count == 2)
    #expect(analyzed.count.withLock { $0 } == 2)
  }

  @Test func `work that is stopped analyses nothing, and the next call goes on with it`() throws {
    let root = try folder.folder("one")
    for number in 0..<20 {
      try TemporaryFolder.write(Array("خبر رقم \(number)".utf8), to: "\(root)/\(number).txt")
    }
    let analyzed = Counter()
    _ = fill(shelf([root], analyzed: analyzed), isCancelled: true)
    #expect(analyzed.count.withLock { $0 } == 0)
    let whole = fill(shelf([root], analyzed: analyzed))
    #expect(whole.titles.last?.count == 20)
    #expect(analyzed.count.withLock { $0 } == 20)
  }
}
