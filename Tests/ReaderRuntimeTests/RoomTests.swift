import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Library
import Platform
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
        }, readings: { [:] },
        request: { line in
          var request = FindRequest()
          request.words = FindQuery(line)
          return request.words == nil
            ? .failure(LibraryRefusal(Phrase(.callFindWhat))) : .success(request)
        }))
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
    var analysed: [RoomProgress] {
      all.withLock { $0 }.compactMap { answer in
        guard case .progress(let progress?) = answer, progress.work == .analysing else {
          return nil
        }
        return progress
      }
    }
    var notices: [Phrase] {
      all.withLock { $0 }.compactMap {
        if case .notice(let notice) = $0 { notice.phrase } else { nil }
      }
    }
    var unread: [String] {
      all.withLock { $0 }.flatMap { answer -> [String] in
        if case .unread(let files) = answer { files.map(\.path) } else { [] }
      }
    }
    var reasons: [PhraseKey] {
      all.withLock { $0 }.flatMap { answer -> [PhraseKey] in
        if case .unread(let files) = answer { files.flatMap { $0.reasons.map(\.key) } } else { [] }
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
    // The first screen at once, then all with their names; where nothing has changed there is no more to tell.
    #expect(second.titles.map(\.count) == [2, 2])
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
    // Before the first article is analysed it is said that this is done now.
    #expect(whole.analysed.first == RoomProgress(.analysing, done: 0, total: 20))
    #expect(whole.analysed.last?.done == 20)
    #expect(analyzed.count.withLock { $0 } == 20)
  }

  @Test func `what is found in a feed leads to its item, at the place in that`() throws {
    let root = try folder.folder("one")
    let lines = #"""
      {"title": "سطر أول", "text": "مطر في دمشق"}
      {"title": "سطر ثان", "text": "شمس في باريس"}
      """#
    try TemporaryFolder.write(Array(lines.utf8), to: root + "/a.jsonl")
    let shelf = shelf([root])
    _ = fill(shelf)
    guard
      case .found(let found) = shelf.answer(.find("باريس"), isCancelled: { false }, post: { _ in })
    else {
      Issue.record("nothing was found")
      return
    }
    let article = try #require(found.articles.first)
    #expect(article.id == RoomDocument.ID(path: root + "/a.jsonl", item: 1))
    #expect(article.passages.first?.range.lowerBound ?? 99 < 30)
  }

  @Test func `lines of JSON Lines that cannot be read are told with their reasons`() throws {
    let root = try folder.folder("one")
    let bad = String(repeating: "{x}\n", count: 30)
    try TemporaryFolder.write(
      Array((bad + #"{"text": ""}"# + "\n" + #"{"text": "مطر"}"#).utf8), to: root + "/a.jsonl")
    let answers = fill(shelf([root]))
    #expect(answers.titles.last?.count == 1)
    #expect(answers.unread == ["a.jsonl"])
    // The first of them, and how many more there are.
    #expect(answers.reasons.count == 21)
    #expect(answers.reasons.first == .lineNoArticle)
    #expect(answers.reasons.last == .linesMore)
  }

  @Test func `a folder in another one, and a copy in a second one, are listed once`() throws {
    let (one, inner) = (try folder.folder("one"), try folder.folder("one/inner"))
    let other = try folder.folder("other")
    for path in [inner + "/a.txt", other + "/b.txt"] {
      try TemporaryFolder.write(Array("خبر عن الجسر".utf8), to: path)
    }
    let shelf = shelf([one, inner, other, inner + "/a.txt", one])
    #expect(fill(shelf).titles.last == ["خبر عن الجسر"])
    guard
      case .found(let found) = shelf.answer(.find("جسر"), isCancelled: { false }, post: { _ in })
    else {
      Issue.record("nothing was found")
      return
    }
    #expect(found.articles.map(\.copies) == [1])
  }

  @Test func `questions are answered by all folders, the newest first, and a wrong one is refused`()
    throws
  {
    let (one, other) = (try folder.folder("one"), try folder.folder("other"))
    try TemporaryFolder.write(Array("خبر أول عن الجسر".utf8), to: one + "/a.txt")
    try TemporaryFolder.write(Array("خبر ثان عن الجسر والنهر".utf8), to: other + "/b.txt")
    let shelf = shelf([one, other])
    _ = fill(shelf)
    guard
      case .found(let found) = shelf.answer(.find("جسر"), isCancelled: { false }, post: { _ in })
    else {
      Issue.record("nothing was found")
      return
    }
    #expect(found.total == 2)
    #expect(Set(found.articles.map(\.id.path)).count == 2)
    #expect(found.articles.allSatisfy { $0.passages.first?.found == "الجسر" })
    #expect(shelf.problem(with: .find("جسر")) == nil)
    #expect(shelf.problem(with: .find("…"))?.key == .callFindWhat)
    guard case .refused = shelf.answer(.find("…"), isCancelled: { false }, post: { _ in }) else {
      Issue.record("an empty question was answered")
      return
    }
    guard
      case .speakers(let table) = shelf.answer(
        .speakers("", of: nil), isCancelled: { false }, post: { _ in })
    else {
      Issue.record("there is no table")
      return
    }
    #expect(table.articles == 2)
    let name = LibraryQuestion.name(LibraryName("الجسر", .place))
    guard case .name(let record) = shelf.answer(name, isCancelled: { false }, post: { _ in }) else {
      Issue.record("there is no record")
      return
    }
    #expect(record.articles == 0)
  }

  @Test func `questions are answered where nothing can be kept`() throws {
    let news = try folder.folder("news")
    try TemporaryFolder.write(Array("خبر أول عن الجسر".utf8), to: news + "/a.txt")
    // A file stands where the folder of catalogues would.
    try TemporaryFolder.write([65], to: folder.path + "/cache")
    let counter = Counter()
    let shelf = shelf([news], analyzed: counter)
    for _ in 0..<2 {
      let answer = shelf.answer(.find("جسر"), isCancelled: { false }, post: { _ in })
      if case .found(let found) = answer {
        #expect(found.total == 1)
      } else {
        Issue.record("\(answer)")
      }
    }
    #expect(counter.count.withLock { $0 } == 0)
    guard
      case .speakers(let table) = shelf.answer(
        .speakers("", of: nil), isCancelled: { false }, post: { _ in })
    else {
      Issue.record("there is no table")
      return
    }
    #expect(table.articles == 1 && table.pending == 0)
    #expect(counter.count.withLock { $0 } == 1)
  }

  /// Drops the table `table` of the only catalogue that is kept.
  private func drop(_ table: String) throws {
    let caches = folder.path + "/cache"
    let name = try #require(Folder.names(in: caches).first { $0.hasSuffix(".sqlite") })
    try Database(path: caches + "/" + name).run("DROP TABLE \(table)")
  }

  @Test(arguments: ["item", "entity", "meta"])
  func `a list whose catalogue is damaged is made anew from the files`(table: String) throws {
    let root = try folder.folder("one")
    for number in 0..<3 {
      try TemporaryFolder.write(Array("خبر \(number)".utf8), to: "\(root)/\(number).txt")
    }
    let shelf = shelf([root])
    let whole = fill(shelf)
    try drop(table)
    let mended = fill(shelf)
    #expect(mended.titles.last.map(Set.init) == whole.titles.last.map(Set.init))
    #expect(mended.notices.map(\.key) == [.catalogueDamaged])
    #expect(fill(shelf).notices.isEmpty)
  }

  @Test func `a question that meets damage is answered, and the list begins again`() throws {
    let root = try folder.folder("one")
    try TemporaryFolder.write(Array("خبر عن الجسر".utf8), to: root + "/a.txt")
    let shelf = shelf([root])
    _ = fill(shelf)
    try drop("words")
    let told = Mutex<[PhraseKey]>([])
    let answer = shelf.answer(.find("جسر"), isCancelled: { false }) { answer in
      if case .remade(let notice) = answer { told.withLock { $0.append(notice.phrase.key) } }
    }
    guard case .found(let found) = answer else {
      Issue.record("nothing was found")
      return
    }
    #expect(found.total == 1)
    #expect(told.withLock { $0 } == [.catalogueDamaged])
  }
}
