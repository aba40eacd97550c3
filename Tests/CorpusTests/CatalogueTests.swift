import Annotations
import ArabicAnalysis
import ArabicText
import Dispatch
import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Library

/// What several threads count.
private final class Counter: Sendable {
  let count = Mutex(0)
}

struct CatalogueTests {
  private let folder: TemporaryFolder
  private let root: String
  private let cache: String

  init() throws {
    folder = try TemporaryFolder()
    root = try folder.folder("news")
    cache = folder.path + "/cache"
  }

  private func write(_ name: String, _ text: String, at time: Int = 1_700_000_000) throws {
    let path = "\(root)/\(name)"
    try TemporaryFolder.write(Array(text.utf8), to: path)
    var times = [timeval(tv_sec: time, tv_usec: 0), timeval(tv_sec: time, tv_usec: 0)]
    #expect(utimes(path, &times) == 0)
  }

  private func catalogue(_ version: String = "1") throws -> Catalogue {
    let catalogue = try Catalogue(of: root, in: cache, version: version)
    try catalogue.scan(.init(), jobs: 2)
    return catalogue
  }

  private func find(
    _ words: String, in catalogue: Catalogue, _ change: (inout FindRequest) -> Void = { _ in }
  ) throws -> [FoundDocument] {
    var request = FindRequest()
    request.words = FindQuery(words)
    change(&request)
    return try catalogue.find(request, .init()).documents
  }

  @Test func `a folder that was moved is not analysed again, and tells the same`() throws {
    try write("a.txt", "قال الرئيس الفلسطيني محمود عباس إن «السلام مع إسرائيل قريب».")
    try write("b.txt", "قال أنطونيو غوتيريش إن «الحرب في السودان طويلة».")
    let counter = Counter()
    func table(of catalogue: Catalogue) throws -> SpeakerTable {
      try catalogue.scan(.init(), jobs: 2)
      try catalogue.analyze("k", .init(), jobs: 2) { document, _ in
        counter.count.withLock { $0 += 1 }
        return Analyzer(tagger: nil).analyze(document)
      }
      return try catalogue.speakers()
    }
    let known = try table(of: try catalogue())
    #expect(known.speakers.first?.topics.isEmpty == false)
    let moved = folder.path + "/moved"
    #expect(rename(root, moved) == 0)
    let catalogue = try Catalogue(of: moved, in: cache, version: "1")
    #expect(try table(of: catalogue) == known)
    #expect(counter.count.withLock { $0 } == 2)
    var request = FindRequest()
    request.speakers = ["عباس"]
    #expect(try catalogue.find(request, .init()).documents.flatMap(\.passages).count == 1)
    // By other lists of names it is another analysis.
    try catalogue.analyze("other", .init(), jobs: 2) { _, _ in
      counter.count.withLock { $0 += 1 }
      return .empty
    }
    #expect(counter.count.withLock { $0 } == 4)
  }

  @Test func `of a long line the words next to what is found are told, blanks as one`() throws {
    func line(_ count: Int) -> String {
      let words = (0..<count).map { "كلمة\($0)" }.joined(separator: " \t ")
      return "\(words)  جسر \u{A0}\(words) "
    }
    try write("long.txt", line(60), at: 1_700_000_000)
    try write("short.txt", line(3), at: 1_600_000_000)
    let passages = try find("جسر", in: try catalogue()).flatMap(\.passages)
    #expect(passages.map(\.found) == ["جسر", "جسر"])
    #expect(passages.last?.before == "كلمة0 كلمة1 كلمة2 ")
    #expect(passages.last?.after == " كلمة0 كلمة1 كلمة2")
    let long = try #require(passages.first)
    #expect(long.before.hasPrefix("… كلمة5") && long.before.hasSuffix(" كلمة58 كلمة59 "))
    #expect(long.after.hasPrefix(" كلمة0 كلمة1 ") && long.after.hasSuffix(" …"))
    #expect(long.before.utf8.count <= 104 && long.after.utf8.count <= 104)
    #expect(long.before.utf8.count >= 50 && long.after.utf8.count >= 50)
  }

  @Test func `of very many articles the newest are found in their order, and all are counted`()
    throws
  {
    for number in 0..<520 {
      try write("\(number).txt", "خبر رقم \(number) عن الجسر", at: 1_700_000_000 + number * 7 % 520)
    }
    let catalogue = try catalogue()
    var request = FindRequest()
    request.words = FindQuery("جسر -17")
    request.givesCopies = true
    let found = try catalogue.find(request, .init())
    #expect(found.total == 519)
    #expect(found.documents.count == 20)
    #expect(found.documents.map(\.time) == found.documents.map(\.time).sorted { $1 < $0 })
    #expect(found.documents.first?.time == Timestamp(milliseconds: 1_700_000_519_000))
    request.until = Timestamp(milliseconds: 1_700_000_010_000)
    #expect(try catalogue.find(request, .init()).total == 10)
    request.words = FindQuery("رقم -17")
    request.sources = ["وكالة"]
    #expect(try catalogue.find(request, .init()).total == 0)
  }

  @Test func `what is found comes with the words around it, the newest first`() throws {
    try write("a.txt", "عنوان أول\n\nقال وزير الخارجية التونسي أمس", at: 1_700_000_000)
    try write("b.txt", "عنوان ثان\n\nوصل الوزير إلى باريس", at: 1_700_100_000)
    let found = try find("وزير", in: try catalogue())
    #expect(found.map(\.path) == ["b.txt", "a.txt"])
    #expect(found.map(\.title) == ["عنوان ثان", "عنوان أول"])
    let passage = try #require(found.last?.passages.first)
    #expect(passage.before == "قال ")
    #expect(passage.found == "وزير")
    #expect(passage.after == " الخارجية التونسي أمس")
    #expect(passage.range == 15..<19)
  }

  @Test func `a file of the same words has its new day, and of two copies the older counts`() throws
  {
    try write("a.txt", "عاد الوزير من السفر", at: 1_700_000_000)
    try write("b.txt", "وصل الوزير إلى باريس", at: 1_700_100_000)
    #expect(try find("وزير", in: try catalogue()).map(\.path) == ["b.txt", "a.txt"])
    try write("a.txt", "عاد الوزير من السفر", at: 1_700_200_000)
    #expect(try find("وزير", in: try catalogue()).map(\.path) == ["a.txt", "b.txt"])
    try write("c.txt", "عاد الوزير من السفر", at: 1_700_050_000)
    #expect(try find("وزير", in: try catalogue()).map(\.path).first == "b.txt")
  }

  @Test func `files that come, change, move and go are known the next time`() throws {
    try write("a.txt", "تونس")
    #expect(try find("تونس", in: try catalogue()).map(\.path) == ["a.txt"])
    #expect(rename("\(root)/a.txt", "\(root)/c.txt") == 0)
    try write("b.txt", "المغرب")
    #expect(try find("تونس", in: try catalogue()).map(\.path) == ["c.txt"])
    try write("b.txt", "الجزائر وتونس", at: 1_700_000_001)
    #expect(try find("تونس", in: try catalogue()).map(\.path) == ["b.txt", "c.txt"])
    #expect(try find("المغرب", in: try catalogue()).isEmpty)
    unlink("\(root)/c.txt")
    #expect(try find("تونس", in: try catalogue()).map(\.path) == ["b.txt"])
  }

  @Test func `copies are one document`() throws {
    try write("a.txt", "خبر الوكالة عن تونس")
    try write("b.txt", "خَبَر  الوكالة عن تونس.", at: 1_700_000_001)
    try write("c.txt", "خبر الوكالة عن تونس", at: 1_700_000_002)
    let catalogue = try catalogue()
    let found = try find("تونس", in: catalogue)
    #expect(found.count == 1)
    #expect(
      found.flatMap { [$0.place] + $0.copies }.map(\.path).sorted() == ["a.txt", "b.txt", "c.txt"])
    #expect(try catalogue.list().map { 1 + $0.copies.count } == [3])
  }

  @Test func `a file that cannot be read is listed with its reason, and not read again`() throws {
    try TemporaryFolder.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 0, 2, 0], to: "\(root)/program")
    try write("a.txt", "تونس")
    #expect(try catalogue().unread().map(\.path) == ["program"])
    let again = try catalogue()
    let read = Mutex(0)
    try again.scan(.init(), jobs: 1, tell: { _ in read.withLock { $0 += 1 } })
    #expect(read.withLock { $0 } == 0)
  }

  @Test func `what has no words is listed among what cannot be read`() throws {
    try write("a.txt", "تونس")
    try write("blank.txt", " \n\n")
    try write("empty.txt", "")
    symlink("nowhere", "\(root)/dangling.txt")
    mkfifo("\(root)/pipe.txt", 0o600)
    let catalogue = try catalogue()
    #expect(
      try catalogue.unread().map(\.path) == ["blank.txt", "dangling.txt", "empty.txt", "pipe.txt"])
    #expect(try catalogue.list().map(\.path) == ["a.txt"])
    for file in try catalogue.unread() {
      #expect(!catalogue.failures(in: file.path, .init()).isEmpty)
    }
  }

  @Test func `a link to a file that is there by itself is no copy`() throws {
    try write("a.txt", "تونس")
    try TemporaryFolder.write(Array("باريس".utf8), to: "\(root)/../outside.txt")
    symlink("a.txt", "\(root)/link.txt")
    symlink("../outside.txt", "\(root)/other.txt")
    let list = try catalogue().list(joiningCopies: false)
    #expect(Set(list.map(\.path)) == ["a.txt", "other.txt"])
  }

  /// Analyses what has to be; gives the texts that were.
  private func analyzed(_ catalogue: Catalogue, key: AnalysisKey = "k") throws -> [String] {
    let texts = Mutex<[String]>([])
    try catalogue.analyze(key, .init(), jobs: 2) { document, _ in
      texts.withLock { $0.append(document.text.string(in: document.text.span)) }
      return Analyzer(tagger: nil).analyze(document)
    }
    return texts.withLock { $0.sorted() }
  }

  @Test func `nothing is analysed twice, but by another model`() throws {
    try write("a.txt", "قال محمود عباس إن السلام قريب.")
    try write("b.txt", "قال محمود عباس إن السلام قريب.")
    try write("c.txt", "خبر")
    #expect(try analyzed(try catalogue()).count == 2)
    #expect(rename("\(root)/c.txt", "\(root)/d.txt") == 0)
    #expect(try analyzed(try catalogue()).isEmpty)
    try write("e.txt", "خبر جديد")
    #expect(try analyzed(try catalogue()) == ["خبر جديد"])
    #expect(try catalogue().outdated("k") == 0)
    #expect(try catalogue().outdated("other") == 3)
    #expect(try analyzed(try catalogue(), key: "other").count == 3)
  }

  @Test func `lists of names that change have only the articles anew that hold such a name`()
    throws
  {
    try write("a.txt", "وصل محمود عباس إلى القاهرة")
    try write("b.txt", "قال سامي إن الحرب طويلة", at: 1_700_000_001)
    try write("c.txt", "خبر عن الرياضة", at: 1_700_000_002)
    func key(_ lists: String...) -> AnalysisKey { AnalysisKey(way: "model", lists: lists) }
    #expect(try analyzed(try catalogue(), key: key()).count == 3)
    // With a conjunction and a preposition before it, too, and the kind is no name.
    try write("d.txt", "كتب الصحفي ولعباس محمود رأي", at: 1_700_000_003)
    let abbas = "محمود عباس\tPER\tالرئيس عباس\t2026-03-01\tخبر"
    #expect(
      try analyzed(try catalogue(), key: key(abbas))
        == ["كتب الصحفي ولعباس محمود رأي", "وصل محمود عباس إلى القاهرة"])
    #expect(try analyzed(try catalogue(), key: key(abbas)).isEmpty)
    // Another line beside a comment, in another order.
    #expect(
      try analyzed(try catalogue(), key: key("# names\nسامي\tPER\tسامي\n\(abbas)"))
        == ["قال سامي إن الحرب طويلة"])
    // A line that is gone.
    #expect(
      try analyzed(try catalogue(), key: key("سامي\tPER\tسامي")).count == 2)
    #expect(try analyzed(try catalogue(), key: AnalysisKey(way: "other")).count == 4)
  }

  @Test func `who said what is found by any part of the name, and by its words`() throws {
    try write(
      "a.txt",
      "قال الرئيس الفلسطيني محمود عباس إن «السلام قريب». وقال أنطونيو غوتيريش إن «الحرب طويلة».")
    let catalogue = try catalogue()
    _ = try analyzed(catalogue)
    let said = try find("", in: catalogue) { $0.speakers = ["عباس"] }.flatMap(\.passages)
    #expect(said.count == 1)
    #expect(said.first?.found.contains("السلام قريب") == true)
    #expect(said.first?.speaker?.contains("محمود عباس") == true)
    let about = try find("", in: catalogue) { $0.about = [.init("الحرب")].compactMap(\.self) }
      .flatMap(\.passages)
    #expect(about.map(\.speaker) == ["أنطونيو غوتيريش"])
    #expect(try find("", in: catalogue) { $0.speakers = ["باس"] }.isEmpty)
    #expect(
      try find("", in: catalogue) { $0.named = [.init(.person, "غوتيريش")] }.map(\.path) == [
        "a.txt"
      ])
    // Another paper writes him so.
    #expect(!(try find("", in: catalogue) { $0.named = [.init(.person, "جوتيريش")] }.isEmpty))
    #expect(try find("", in: catalogue) { $0.named = [.init(.place, "غوتيريش")] }.isEmpty)
  }

  @Test func `a catalogue that others make at the same moment is not damaged`() throws {
    let notices = Mutex<[Catalogue.Notice]>([])
    for round in 0..<8 {
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let one = try? Catalogue(of: root, in: "\(folder.path)/cache-\(round)", version: "1")
        notices.withLock { $0 += one?.notices ?? [.unkept("nothing")] }
      }
    }
    #expect(notices.withLock(\.self).isEmpty)
  }

  @Test func `a catalogue that is damaged is made anew, and that is said`() throws {
    try write("a.txt", "تونس")
    _ = try catalogue()
    for file in TemporaryFolder.listing(of: cache) where file.hasSuffix(".sqlite") {
      try TemporaryFolder.write(Array(repeating: 0x41, count: 9000), to: "\(cache)/\(file)")
    }
    let anew = try catalogue()
    #expect(anew.notices.count == 1)
    #expect(try find("تونس", in: anew).map(\.path) == ["a.txt"])
    #expect(try catalogue().notices.isEmpty)
  }

  @Test func `where nothing can be kept, all is found all the same, and that is said`() throws {
    try write("a.txt", "تونس")
    // A file where the folder should be.
    try TemporaryFolder.write([], to: cache)
    let catalogue = try catalogue()
    #expect(catalogue.notices.count == 1)
    #expect(try find("تونس", in: catalogue).map(\.path) == ["a.txt"])
  }

  @Test func `a catalogue of another version, a newer one, too, is made anew, and that is said`()
    throws
  {
    try write("a.txt", "تونس")
    let first = try catalogue("2")
    _ = try analyzed(first)
    #expect(first.notices.isEmpty)
    let path = try #require(first.path)
    for version in ["1", "3"] {
      let other = try catalogue(version)
      #expect(other.notices == [.outdated(path)])
      #expect(try analyzed(other) == ["تونس"])
      #expect(try catalogue(version).notices.isEmpty)
    }
  }

  @Test func `a file that is again as it was before a scan that was ended is read again`() throws {
    try write("a.txt", "تونس")
    try write("b.txt", "المغرب")
    _ = try catalogue()
    try write("a.txt", "الجزائر", at: 1_700_000_001)
    try write("b.txt", "مصر", at: 1_700_000_001)
    let ended = try Catalogue(of: root, in: cache, version: "1")
    try ended.scan(.init(), jobs: 1, isCancelled: { true })
    try write("a.txt", "تونس")
    try write("b.txt", "المغرب")
    let again = try catalogue()
    #expect(try find("تونس", in: again).count == 1)
    #expect(try find("المغرب", in: again).count == 1)
  }

  @Test func `nothing is taken in where no file has another size or time`() throws {
    for number in 0..<20 { try write("\(number).txt", "خبر \(number)") }
    let catalogue = try catalogue()
    #expect(try !catalogue.scan(.init(), jobs: 1))
    // The same files, found in another order.
    #expect(rename("\(root)/1.txt", "\(root)/x") == 0)
    try write("other.txt", "آخر")
    unlink("\(root)/other.txt")
    #expect(rename("\(root)/x", "\(root)/1.txt") == 0)
    #expect(try !catalogue.scan(.init(), jobs: 1))
    try write("1.txt", "خبر ١", at: 1_700_000_002)
    #expect(try catalogue.scan(.init(), jobs: 1))
  }

  @Test func `two that use one folder at the same time do the work once`() async throws {
    for number in 0..<40 { try write("\(number).txt", "خبر رقم \(number)") }
    let counter = Counter()
    let (root, cache) = (root, cache)
    try await withThrowingTaskGroup { group in
      for _ in 0..<3 {
        group.addTask {
          let catalogue = try Catalogue(of: root, in: cache, version: "1")
          try catalogue.scan(.init(), jobs: 2)
          try catalogue.analyze("k", .init(), jobs: 2) { _, _ in
            counter.count.withLock { $0 += 1 }
            return .empty
          }
          #expect(try catalogue.list().count == 40)
        }
      }
      try await group.waitForAll()
    }
    #expect(counter.count.withLock { $0 } == 40)
  }

  @Test func `the files of a folder are those that it and its folders have, the newest first`()
    throws
  {
    try write("old.txt", "ا", at: 1_700_000_000)
    try write("new.txt", "ب", at: 1_700_000_009)
    #expect(mkdir(root + "/inner", 0o700) == 0)
    try write("inner/c.txt", "ت", at: 1_700_000_005)
    #expect(
      FolderFiles.newestFirst(in: root)
        == ["new.txt", "inner/c.txt", "old.txt"].map { "\(root)/\($0)" })
    #expect(!FolderFiles.isFolder(root + "/old.txt"))
  }

  @Test func `what begins with a dot, and folders behind links, are left out`() throws {
    try write("a.txt", "تونس")
    try write(".b.txt", "تونس")
    #expect(symlink(root, root + "/loop") == 0)
    #expect(mkdir(root + "/inner", 0o700) == 0)
    try write("inner/c.txt", "تونس العاصمة")
    #expect(try catalogue().list().map(\.path).sorted() == ["a.txt", "inner/c.txt"])
  }
}
