import Annotations
import Glibc
import Platform
import TestSupport
import Testing

@testable import Library

/// Copies in a library: the same text, or nearly the same.
struct CopyTests {
  private let folder: TemporaryFolder
  private let root: String

  init() throws {
    folder = try TemporaryFolder()
    root = try folder.folder("news")
  }

  /// A text of so many words, none of them twice.
  private static func words(_ range: Range<Int>) -> [String] { range.map { "كلمة\($0)ة" } }

  private func write(_ name: String, _ words: [String]) throws {
    try TemporaryFolder.write(Array(words.joined(separator: " ").utf8), to: "\(root)/\(name)")
  }

  private func catalogue() throws -> Catalogue {
    let catalogue = try Catalogue(of: root, in: folder.path + "/cache", version: "1")
    try catalogue.scan(.init(), jobs: 2)
    return catalogue
  }

  @Test func `a text with another title and some changed words is a copy, another text is none`()
    throws
  {
    try write("agency.txt", Self.words(0..<200))
    var edited = ["عنوان", "آخر"] + Self.words(0..<170)
    edited[40] = "غيرها"
    edited[90] = "سواها"
    try write("paper.txt", edited)
    // Half of it is of others.
    try write("report.txt", Self.words(0..<70) + Self.words(1000..<1200))
    let catalogue = try catalogue()
    let groups = try catalogue.list().map { Set(([$0.place] + $0.copies).map(\.path)) }
    #expect(Set(groups) == [["agency.txt", "paper.txt"], ["report.txt"]])
    #expect(try catalogue.list(joiningCopies: false).count == 3)
  }

  @Test func `short articles that two gatherers have kept by other days and numbers are copies`()
    throws
  {
    for (number, name) in ["a", "b"].enumerated() {
      let records = ["مطر في بيروت اليوم", "ثلج في الجبل غدا"].enumerated().map { index, text in
        #"{"id": "\#(name)\#(index)", "date": "2026-01-0\#(number + 1)", "url": "https://\#(name).example/\#(index)", "title": "طقس \#(index)", "text": "\#(text)"}"#
      }
      try write("\(name).json", ["[" + records.joined(separator: ",") + "]"])
    }
    #expect(try catalogue().list().map(\.copies.count) == [1, 1])
  }

  @Test func `copies can be found one by one`() throws {
    try write("a.txt", Self.words(0..<100))
    try write("b.txt", Self.words(0..<90))
    var request = FindRequest()
    request.words = FindQuery("كلمة7ة")
    let catalogue = try catalogue()
    let joined = try catalogue.find(request, .init())
    #expect(joined.documents.map { $0.copies.count } == [1])
    request.givesCopies = true
    let single = try catalogue.find(request, .init())
    #expect(Set(single.documents.map(\.path)) == ["a.txt", "b.txt"])
    #expect(single.documents.allSatisfy { $0.copies.isEmpty && $0.passages.count == 1 })
  }

  @Test func `files of one text are found one by one, too, each with its own passages`() throws {
    try write("a.txt", Self.words(0..<100))
    try write("b.txt", Self.words(0..<100))
    let record = "{\"text\": \"\(Self.words(0..<100).joined(separator: " "))\"}"
    try write("c.jsonl", [record, record])
    var request = FindRequest()
    request.words = FindQuery("كلمة7ة")
    let catalogue = try catalogue()
    #expect(try catalogue.find(request, .init()).documents.map { $0.copies.count } == [3])
    request.givesCopies = true
    let single = try catalogue.find(request, .init())
    #expect(single.total == 4)
    #expect(
      single.documents.map(\.place.name).sorted() == ["a.txt", "b.txt", "c.jsonl#1", "c.jsonl#2"])
    #expect(single.documents.allSatisfy { $0.copies.isEmpty && $0.passages.count == 1 })
    // Those of a file of articles stand in its whole text.
    let starts = Set(single.documents.flatMap(\.passages).map(\.range.lowerBound))
    #expect(starts.count == 3)
    let listed = try JoinedCatalogues([catalogue]).find(
      request, .init(), among: [FilePath.join(catalogue.root, "b.txt")])
    #expect(listed.documents.map(\.path) == ["b.txt"])
  }

  @Test(arguments: [(0, 1.0), (20, 0.65), (50, 0.32), (100, 0.0)])
  func `a sketch estimates how much of two texts is the same`(changed: Int, resemblance: Double)
    throws
  {
    // Words at the end are others: of n runs, so many less are shared.
    func sketch(_ words: [String]) throws -> TextSketch {
      try #require(TextSketch(words.map(\.unicodeScalars)))
    }
    let one = try sketch(Self.words(0..<100))
    let other = try sketch(Self.words(0..<100 - changed) + Self.words(500..<500 + changed))
    #expect(abs(TextSketch.resemblance(one.written, other.written) - resemblance) < 0.2)
    #expect(TextSketch(Self.words(0..<4).map(\.unicodeScalars)) == nil)
  }
}
