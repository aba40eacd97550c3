import Annotations
import ArabicAnalysis
import ArabicText
import Platform
import TestSupport
import Testing

@testable import Library

/// A catalogue is a cache: whatever has happened to its file, the answer is that of a new one.
struct MendingTests {
  private let folder: TemporaryFolder
  private let root: String

  init() throws {
    folder = try TemporaryFolder()
    root = try folder.folder("news")
    for (name, text) in [
      ("a", "قال محمود عباس إن «السلام قريب» في رام الله."),
      ("b", "وصل محمود عباس إلى باريس، وقال إن «الطريق طويل»."),
    ] { _ = try folder.file("news/\(name).txt", text.utf8) }
  }

  private func catalogue() throws -> Catalogue {
    try Catalogue(of: root, in: folder.path + "/cache", version: "1")
  }

  /// What is asked of a catalogue, each as something that can be compared.
  enum Question: CaseIterable, Sendable {
    case list, words, speaker, speakers, shelf

    func answer(_ catalogue: Catalogue) throws(StoreError) -> String {
      var request = FindRequest()
      switch self {
      case .list: return "\(try catalogue.list()) \(try catalogue.unread())"
      case .words:
        request.words = FindQuery("باريس")
        return "\(try catalogue.find(request, .init()).documents)"
      case .speaker:
        request.speakers = ["عباس"]
        return "\(try catalogue.find(request, .init()).documents)"
      case .speakers: return "\(try catalogue.speakers())"
      case .shelf: return "\(try catalogue.shelf(withNames: true))"
      }
    }
  }

  /// The answer to the `question`, of a catalogue as it lies there, brought up to date.
  private func answer(_ question: Question) throws -> (text: String, notices: [Catalogue.Notice]) {
    let catalogue = try catalogue()
    let text = try Catalogue.mending([catalogue]) { () throws(StoreError) in
      try catalogue.scan(.init(), jobs: 1)
      try catalogue.analyze("k", .init(), jobs: 1) { document, _ in
        Analyzer(tagger: nil).analyze(document)
      }
      return try question.answer(catalogue)
    }
    return (text, catalogue.notices)
  }

  /// The path of the file, which is all that there is when nobody has it open.
  private func file() throws -> String {
    _ = try answer(.list)
    let caches = folder.path + "/cache"
    let name = try #require(Folder.names(in: caches).first { $0.hasSuffix(".sqlite") })
    return caches + "/" + name
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    for end in ["-wal", "-shm", ""] { PathCalls.unlink(path + end) }
    try TemporaryFolder.write(bytes, to: path)
  }

  @Test(arguments: Question.allCases)
  func `a page of other bytes is met in the middle of a question, which is answered`(
    question: Question
  )
    throws
  {
    let path = try file()
    let whole = try WholeFile.bytes(of: path, limit: 1 << 24, kinds: .regular)
    let wanted = try answer(question).text
    let page = 4096
    var mended = 0
    // The first looks like a page of rows, the second like none.
    for first in [0x0D, 0xA7] {
      for start in stride(from: 0, to: whole.count, by: page) {
        var bytes = whole
        for place in 0..<page {
          bytes[start + place] = UInt8(truncatingIfNeeded: place * 167 + first)
        }
        try write(bytes, to: path)
        let (text, notices) = try answer(question)
        #expect(text == wanted, "page \(start / page + 1)")
        #expect(notices == [] || notices == [.damaged(path)])
        mended += notices.count
        #expect(try answer(question).notices.isEmpty, "page \(start / page + 1)")
      }
    }
    #expect(mended > 3)
  }

  @Test(arguments: [0, 1, 50, 99, 512, 4096, 4097, 20000])
  func `of a file that was cut, what is left is damage, nothing, too`(length: Int) throws {
    let path = try file()
    let whole = try WholeFile.bytes(of: path, limit: 1 << 24, kinds: .regular)
    let wanted = try answer(.words).text
    try #require(whole.count > length)
    try write(Array(whole.prefix(length)), to: path)
    let (text, notices) = try answer(.words)
    #expect(text == wanted)
    #expect(notices == [.damaged(path)])
    #expect(try answer(.words).notices.isEmpty)
  }

  @Test(arguments: Question.allCases)
  func `a table or a column that is not there is damage, too`(question: Question) throws {
    let wanted = try answer(question).text
    let path = try file()
    for change in [
      "DROP TABLE quotation", "DROP TABLE words", "DROP TABLE named_data", "DROP TABLE meta",
      "ALTER TABLE entity RENAME COLUMN names TO others",
      "ALTER TABLE document RENAME COLUMN time TO t",
      "ALTER TABLE meta RENAME COLUMN value TO other",
    ] {
      let database = try Database(path: path)
      // What is known is asked for again: else nothing of the rest would be.
      _ = try? database.run("UPDATE document SET analysis = NULL")
      _ = try? database.run(change)
      let (text, notices) = try answer(question)
      #expect(text == wanted, "\(change)")
      #expect(notices == [] || notices == [.damaged(path)], "\(change)")
      #expect(try answer(question).notices.isEmpty)
    }
  }

  @Test func `a question that is wrong itself forgets nothing`() throws {
    _ = try file()
    let catalogue = try catalogue()
    #expect(throws: StoreError.self) {
      try Catalogue.mending([catalogue]) { () throws(StoreError) in
        try catalogue.database.run("SELECT rowid FROM words WHERE words MATCH '('")
      }
    }
    #expect(catalogue.notices.isEmpty)
    #expect(try answer(.list).notices.isEmpty)
  }
}
