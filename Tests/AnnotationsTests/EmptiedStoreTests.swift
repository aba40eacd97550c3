import ArabicText
import Glibc
import Platform
import TestSupport
import Testing

@testable import Annotations

/// Stores of which nothing is left, which SQLite would take for new ones, and rows that lead nowhere.
struct EmptiedStoreTests {
  private static let text = AnchoredText(
    DecodedText("افتتحت وزيرة النقل ليلى الحداد جسرا جديدا"), contentHash: "a")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A closed store of one annotation.
  private func fill() throws {
    let store = try AnnotationStore(path: folder.store)
    let anchor = try #require(Self.text.anchor(start: 0, end: 6))
    _ = try store.annotations(of: Self.text, path: "/a").perform(
      [.add(Annotation(id: AnnotationID(rawValue: "x"), anchor: anchor, note: "ملاحظة"))],
      summary: "add")
  }

  @Test(arguments: [0, 1])
  func `a store cut to nothing is damaged, set aside, and told`(_ size: Int) throws {
    try fill()
    try #require(truncate(folder.store, off_t(size)) == 0)
    #expect(throws: StoreError.damaged(path: folder.store)) {
      _ = try AnnotationStore(lookingInto: folder.store)
    }
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile == folder.store + ".damaged-1")
    #expect(try TemporaryFolder.read(folder.store + ".damaged-1").count == size)
    #expect(try AnnotationStore(path: folder.store).damagedFile == nil)
  }

  @Test func `a log beside an empty file tells that there was a store`() throws {
    let copy = try TemporaryFolder()
    let store = try AnnotationStore(path: folder.store)
    try store.places.remember(ReadingPlace(offset: .zero), forContentHash: "a")
    // Copied by another process: closing a descriptor of the file would drop the store's locks.
    let names = ["annotations.sqlite", "annotations.sqlite-wal"].map { "\(folder.path)/\($0)" }
    try #require(try ChildProcess.run("/bin/cp", names + [copy.path]).status == 0)
    try TemporaryFolder.write([], to: copy.store)
    #expect(throws: StoreError.damaged(path: copy.store)) {
      _ = try AnnotationStore(lookingInto: copy.store)
    }
    #expect(try AnnotationStore(path: copy.store).damagedFile == copy.store + ".damaged-1")
    #expect(copy.names.contains("annotations.sqlite.damaged-1-wal"))
  }

  @Test func `an empty file that was never a store becomes one`() throws {
    try TemporaryFolder.write([], to: folder.store)
    #expect(try AnnotationStore(lookingInto: folder.store) == nil)
    #expect(try AnnotationStore(path: folder.store).damagedFile == nil)
  }

  @Test func `a file that another process makes is waited for where a store was removed`()
    async throws
  {
    try fill()
    for name in folder.names where !name.hasSuffix(".made") { unlink("\(folder.path)/\(name)") }
    let path = folder.store
    let aside = try await withThrowingTaskGroup(of: String?.self) { group in
      for name in 0..<8 {
        group.addTask {
          let store = try AnnotationStore(path: path)
          try store.places.remember(ReadingPlace(offset: .zero), forContentHash: "\(name)")
          return store.damagedFile
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(aside.allSatisfy { $0 == nil })
    let store = try AnnotationStore(path: path)
    for name in 0..<8 { #expect(try store.places.place(forContentHash: "\(name)") != nil) }
  }

  @Test func `an annotation whose anchor is lost is there without a place, and can be removed`()
    throws
  {
    try fill()
    try Database(path: folder.store).run("DELETE FROM anchor")
    let notes = try AnnotationStore(path: folder.store).annotations(of: Self.text)
    let all = try notes.all()
    #expect(all.map(\.annotation.note) == ["ملاحظة"])
    #expect(all.map(\.placement) == [.orphan])
    let exported = ExchangeFormat.w3c.write(
      ExchangeDocument(text: Self.text, name: "a", annotations: all))
    #expect(
      ExchangeFormat.brat.write(
        ExchangeDocument(text: Self.text, name: "a", annotations: all)
      ).leftOut == [ExportOmission(words: "ملاحظة", label: nil, reason: .wordsLost)])
    #expect(exported.content.contains("ملاحظة"))
    _ = try notes.perform([.remove(all[0].id)], summary: "remove")
    #expect(try notes.all().isEmpty)
  }

  @Test func `annotations to which no document leads are counted`() throws {
    try fill()
    #expect(try AnnotationStore(path: folder.store).strayAnnotations() == 0)
    try Database(path: folder.store).run("UPDATE annotation SET work = 77")
    let store = try AnnotationStore(path: folder.store)
    #expect(try store.strayAnnotations() == 1)
    #expect(try store.annotations(of: Self.text).all().isEmpty)
  }

  @Test func `a name that is no text is told, and never changed in vain`() throws {
    try fill()
    try Database(path: folder.store).runScript(
      "UPDATE annotation SET id = CAST(x'61FF' AS TEXT); UPDATE anchor SET annotation = CAST(x'61FF' AS TEXT)"
    )
    let store = try AnnotationStore(path: folder.store)
    #expect(throws: StoreError.unknownAnnotation(path: folder.store)) {
      try store.annotations(of: Self.text).all()
    }
  }

  @Test func `a store lies in a folder whose name is no UTF-8`() throws {
    let bytes = Array(folder.path.utf8) + Array("/".utf8) + [0xCE, 0xC8, 0xD1, 0x25]
    let data = DataFolder(path: FilePath.string(bytes))
    do {
      let store = try AnnotationStore(in: data)
      try store.places.remember(ReadingPlace(offset: .zero), forContentHash: "a")
      try store.backUp(to: data.path + "/copy")
    }
    for path in [data.annotations, data.path + "/copy"] {
      let store = try #require(try AnnotationStore(lookingInto: path))
      #expect(try store.places.place(forContentHash: "a") != nil)
    }
    #expect(try AnnotationStore(toRead: data).refusal == nil)
    // Nothing was made under another name.
    #expect(folder.names.count == 1)
  }
}
