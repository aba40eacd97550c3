import ArabicAnalysis
import ArabicText
import Platform
import TestSupport
import Testing

@testable import Library

/// Copies in several folders that are asked as one.
struct JoinedCatalogueTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let said =
    "خبر\n\nقال الرئيس الفلسطيني محمود عباس إن «السلام مع إسرائيل قريب»."
  private static let other = "وصل وزير الخارجية إلى باريس أمس في زيارة قصيرة."

  /// A text of so many words, none of them twice.
  private static func words(_ range: Range<Int>) -> [String] { range.map { "كلمة\($0)ة" } }

  private func catalogue(_ name: String, _ texts: [String: String]) throws -> Catalogue {
    let root = try folder.folder(name)
    for (file, text) in texts { _ = try folder.file("\(name)/\(file)", text.utf8) }
    let catalogue = try Catalogue(of: root, in: nil, version: "1")
    try catalogue.scan(.init(), jobs: 1)
    try catalogue.analyze("k", .init(), jobs: 1) { document, _ in
      Analyzer(tagger: nil).analyze(document)
    }
    return catalogue
  }

  /// The files of each document of a list, as folder and name.
  private func groups(_ catalogues: Catalogue..., newest: Int? = nil) throws -> [Set<String>] {
    let shelf = try JoinedCatalogues(catalogues, newest: newest).shelf(withNames: false)
    return shelf.map { document in
      Set(
        ([document] + document.copies).map {
          FilePath.name(of: catalogues[$0.catalogue].root) + "/" + $0.path
        })
    }.sorted { $0.sorted().joined() < $1.sorted().joined() }
  }

  @Test func `a text that two folders have is one, with some changes, too`() throws {
    var edited = Self.words(0..<190)
    edited[40] = "غيرها"
    let agency = Self.words(0..<200).joined(separator: " ")
    let first = try catalogue("a", ["agency.txt": agency, "said.txt": Self.said])
    let second = try catalogue(
      "b",
      [
        "paper.txt": edited.joined(separator: " "), "same.txt": "خبر قال" + Self.said.dropFirst(7),
        "other.txt": Self.other,
      ])
    let third = try catalogue("c", ["again.txt": "  " + agency])
    #expect(
      try groups(first, second, third) == [
        ["a/agency.txt", "b/paper.txt", "c/again.txt"], ["a/said.txt", "b/same.txt"],
        ["b/other.txt"],
      ])
    // At first sight the same words alone tell.
    #expect(
      try groups(first, second, third, newest: 9).contains(["a/agency.txt", "c/again.txt"]))
  }

  @Test func `texts that are two in one folder stay two beside one that is like both`() throws {
    let first = try catalogue(
      "a",
      [
        "1.txt": Self.words(0..<200).joined(separator: " "),
        "2.txt": Self.words(80..<280).joined(separator: " "),
      ])
    let second = try catalogue("b", ["3.txt": Self.words(35..<235).joined(separator: " ")])
    #expect(try groups(first).count == 2)
    #expect(try groups(first, second).count == 2)
  }

  @Test func `copies in several folders count once in all answers`() throws {
    let first = try catalogue("a", ["1.txt": Self.said])
    let second = try catalogue("b", ["2.txt": Self.said + "\n", "3.txt": Self.other])
    let both = try JoinedCatalogues([first, second])
    #expect(try both.speakers().speakers.map(\.quotations) == [1])
    #expect(try both.speakers().documents == 2)
    var request = FindRequest()
    request.words = FindQuery("السلام")
    let found = try both.find(request, .init())
    #expect(found.documents.map { $0.copies.map(\.catalogue) }.first?.count == 1)
    #expect(found.documents.count == 1)
    request.givesCopies = true
    #expect(try both.find(request, .init()).documents.map(\.place.catalogue).sorted() == [0, 1])
    #expect(try both.speakers(request).speakers.map(\.quotations) == [2])
    let record = try both.record(of: .init("محمود عباس", .person), .init(), atMost: 9)
    #expect(record.documents == 1)
    #expect(record.said.total == 1)
    #expect(record.companions.map(\.documents) == [1])
    let parts = [first, second].map { LibraryReport.Part($0, folder: $0.root, notes: nil) }
    let report = try LibraryReport(of: parts, FindRequest(), .init(), topicsAtMost: 9)
    #expect(report.total == 2)
    #expect(report.said.map(\.copies.count) == [1])
    #expect(report.named.filter { $0.name.kind == .person }.map(\.documents) == [1])
    #expect(report.documents.allSatisfy { PathCalls.status(of: $0.path) != nil })
  }

  @Test
  func `of copies that are told one by one a report has what is said in those that are asked for`()
    throws
  {
    let libraries = try catalogue(
      "a", ["1.txt": Self.said, "2.txt": Self.said, "3.txt": Self.said])
    var request = FindRequest()
    request.givesCopies = true
    request.limit = 2
    let part = LibraryReport.Part(libraries, folder: libraries.root, notes: nil)
    let report = try LibraryReport(of: [part], request, .init(), topicsAtMost: 9)
    #expect(report.total == 3)
    #expect(report.said.map(\.path).sorted() == report.documents.map(\.path).sorted())
  }

  @Test func `who speaks in an older copy alone counts, and what both have counts once`() throws {
    let rest = Self.words(0..<60).joined(separator: " ")
    let end = "وقال رئيس النقابة وديع الساحلي إن «المحطة تهدد الأسماك في الخليج»."
    let first = try catalogue("a", ["long.txt": "\(rest)\n\n\(Self.said)\n\n\(end)"])
    let second = try catalogue("b", ["short.txt": "\(rest)\n\n\(Self.said)"])
    for catalogues in [[first, second], [second, first]] {
      let both = try JoinedCatalogues(catalogues)
      let table = try both.speakers()
      #expect(table.documents == 1)
      #expect(
        Set(table.speakers.map { "\($0.name.name) \($0.quotations) \($0.documents)" })
          == ["محمود عباس 1 1", "وديع الساحلي 1 1"])
      let parts = catalogues.map { LibraryReport.Part($0, folder: $0.root, notes: nil) }
      let report = try LibraryReport(of: parts, FindRequest(), .init(), topicsAtMost: 9)
      #expect(report.said.flatMap(\.passages).count == 2)
    }
  }

  @Test func `what is asked of some articles is answered by these alone`() throws {
    let catalogue = try catalogue("a", ["1.txt": Self.said, "2.txt": Self.other + " السلام"])
    var request = FindRequest()
    request.words = FindQuery("السلام")
    let all = try JoinedCatalogues([catalogue])
    let found = try all.find(request, .init(), among: [catalogue.root + "/2.txt"])
    #expect(found.documents.map(\.path) == ["2.txt"])
    #expect(found.total == 1)
  }

  @Test func `what is named twice, or lies in a folder that is named, is read once`() throws {
    _ = try folder.folder("a")
    let inner = try folder.folder("a/b")
    let hidden = try folder.folder("a/.h")
    let file = try folder.file("a/1.txt", "خبر".utf8)
    let hiddenFile = try folder.file("a/.h/2.txt", "خبر".utf8)
    let outer = folder.path + "/a"
    #expect(FolderFiles.apart([outer, outer + "/", file]) == [outer])
    #expect(FolderFiles.apart([inner, outer]) == [outer])
    #expect(FolderFiles.apart([hidden, outer, hiddenFile]) == [hidden, outer])
    #expect(FolderFiles.apart([file, inner, file]) == [file, inner])
    #expect(FolderFiles.apart(["none", "none"]) == ["none"])
  }
}
