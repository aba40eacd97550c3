import ArabicText
import Glibc
import TestSupport
import Testing

@testable import Annotations

/// Stores that somebody only looks into: as they are left, and as they are found damaged.
@Suite struct LookedIntoStoreTests {
  private static let text = AnchoredText(
    DecodedText("افتتحت وزيرة النقل ليلى الحداد جسرا جديدا"), contentHash: "a")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let wal = "annotations.sqlite-wal"
  private static let index = "annotations.sqlite-shm"

  /// What may have become of the files of a store that was not closed.
  struct Fate: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// How many annotations are still found; `nil` where the store is damaged.
    var found: Int?
    var happen: @Sendable (inout [String: [UInt8]]) -> Void

    init(
      _ name: String, _ found: Int?,
      _ happen: @escaping @Sendable (inout [String: [UInt8]]) -> Void
    ) {
      (testDescription, self.found, self.happen) = (name, found, happen)
    }

    static let all = [
      Fate("left by a crash", 20) { _ in },
      Fate("copied without its index", 20) { $0[index] = nil },
      Fate("its index is garbage", 20) {
        $0[index] = (0..<32768).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      },
      Fate("its index is empty", 20) { $0[index] = [] },
      Fate("its log is cut in the last change", 19) { $0[wal]?.removeLast(100) },
      Fate("the head of its log is overwritten", nil) { files in
        for place in 8..<16 { files[wal]?[place] = 0x58 }
      },
      Fate("a page in the middle of its log is overwritten", nil) { files in
        for place in 9000..<9016 { files[wal]?[place] ^= 0xFF }
      },
      Fate("its log is garbage", nil) { files in
        files[wal] = (0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 13) }
      },
    ]
  }

  /// A store of twenty annotations as a crash leaves it, without a word in its own file.
  private func files(of folder: TemporaryFolder) throws -> [String: [UInt8]] {
    let crashed = try TemporaryFolder()
    let store = try AnnotationStore(path: crashed.store)
    let notes = store.annotations(of: Self.text)
    let anchor = try #require(Self.text.anchor(start: 0, end: 6))
    for number in 0..<20 {
      _ = try notes.perform([.add(Annotation(anchor: anchor, note: "\(number)"))], summary: "add")
    }
    // Copied by another process: closing a descriptor of the file would drop the store's locks.
    let copy = try ChildProcess.run(
      "/bin/cp", crashed.names.map { "\(crashed.path)/\($0)" } + [folder.path])
    try #require(copy.status == 0)
    return Dictionary(
      uniqueKeysWithValues: try folder.names.map {
        ($0, try TemporaryFolder.read("\(folder.path)/\($0)"))
      })
  }

  private func put(_ files: [String: [UInt8]]) throws {
    for name in folder.names { unlink("\(folder.path)/\(name)") }
    for (name, bytes) in files { try TemporaryFolder.write(bytes, to: "\(folder.path)/\(name)") }
  }

  private func count() throws -> Int? {
    guard let store = try AnnotationStore(lookingInto: folder.store) else { return nil }
    try store.check()
    return try store.annotations(of: Self.text).all().count
  }

  @Test(arguments: Fate.all)
  func `what is there is found, or the damage is told, and no file is touched`(_ fate: Fate) throws
  {
    var files = try files(of: folder)
    fate.happen(&files)
    try put(files)
    if let found = fate.found {
      #expect(try count() == found)
    } else {
      #expect(throws: StoreError.damaged(path: folder.store)) { try count() }
    }
    try expectUntouched(files)
  }

  private func expectUntouched(_ files: [String: [UInt8]]) throws {
    #expect(Set(folder.names) == Set(files.keys))
    for (name, bytes) in files {
      #expect(try TemporaryFolder.read("\(folder.path)/\(name)") == bytes, "\(name)")
    }
  }

  @Test(arguments: ["", "-wal", "-journal"])
  func `a damaged copy is told of, whatever lies beside it, and stays as it is`(_ beside: String)
    throws
  {
    let whole = try TemporaryFolder()
    let store = try AnnotationStore(path: whole.store)
    _ = try store.annotations(of: Self.text).perform(
      [.add(Annotation(anchor: try #require(Self.text.anchor(start: 0, end: 6)), note: "x"))],
      summary: "add")
    try store.backUp(to: folder.store)
    var files = ["annotations.sqlite": try TemporaryFolder.read(folder.store)]
    for place in 100..<140 { files["annotations.sqlite"]?[place] = 0xA5 }
    if !beside.isEmpty { files["annotations.sqlite" + beside] = [] }
    try put(files)
    #expect(throws: StoreError.damaged(path: folder.store)) { try count() }
    try expectUntouched(files)
  }

  @Test(arguments: 0..<60)
  func `bytes that were changed anywhere never change a file, nor end the program`(_ seed: Int)
    throws
  {
    var generator = SeededGenerator(seed: UInt64(seed))
    var files = try files(of: folder)
    let name = ["annotations.sqlite", Self.wal, Self.index][seed % 3]
    files[name] = generator.mutated(files[name] ?? [])
    try put(files)
    do { _ = try count() } catch { #expect(error is StoreError) }
    try expectUntouched(files)
  }

  @Test func `a store in use is read with what its user wrote last`() throws {
    let store = try AnnotationStore(path: folder.store)
    let notes = store.annotations(of: Self.text)
    let anchor = try #require(Self.text.anchor(start: 0, end: 6))
    _ = try notes.perform([.add(Annotation(anchor: anchor, note: "1"))], summary: "add")
    let names = folder.names
    #expect(try count() == 1)
    _ = try notes.perform([.add(Annotation(anchor: anchor, note: "2"))], summary: "add")
    #expect(try count() == 2)
    #expect(folder.names == names)
    _ = try notes.perform([.add(Annotation(anchor: anchor, note: "3"))], summary: "add")
    #expect(try notes.all().count == 3)
  }

  @Test func `a store of before there were sides is read as it is`() throws {
    do {
      let database = try Database(path: folder.store)
      try database.migrate(Array(Schema.migrations.prefix(Schema.firstWithAnnotations)))
      try database.runScript(
        """
        INSERT INTO document VALUES ('a', 1, NULL, 0);
        INSERT INTO annotation VALUES (1, 'x', 'yellow', '', '', NULL, NULL, 0, 0);
        INSERT INTO anchor VALUES (1, 'x', 'a', 0, 6, 'افتتحت', '', ' وزيرة', 0, 0);
        """)
    }
    let before = try TemporaryFolder.read(folder.store)
    #expect(try count() == 1)
    #expect(try TemporaryFolder.read(folder.store) == before)
    #expect(try AnnotationStore(path: folder.store).annotations(of: Self.text).all().count == 1)
  }
}
