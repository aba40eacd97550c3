import ArabicText
import Glibc
import TestSupport
import Testing
@testable import Annotations

@Suite struct DamagedStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    Array("this is not a database, but a text of some length".utf8),
    [UInt8](repeating: 0, count: 8192),
    Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 0xFF, count: 9000),
  ])
  func `a file that is no database is set aside whole`(_ bytes: [UInt8]) throws {
    try TemporaryFolder.write(bytes, to: folder.store)
    do {
      let store = try AnnotationStore(path: folder.store)
      #expect(store.damagedFile == folder.store + ".damaged-1")
      try store.places.remember(ReadingPlace(offset: .zero), forContentHash: "a")
    }
    #expect(try TemporaryFolder.read(folder.store + ".damaged-1") == bytes)
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile == nil)
    #expect(try store.places.place(forContentHash: "a") != nil)
  }

  @Test func `a file set aside is never overwritten`() throws {
    for number in 1...3 {
      let bytes = Array("no database \(number)".utf8)
      try TemporaryFolder.write(bytes, to: folder.store)
      let store = try AnnotationStore(path: folder.store)
      #expect(store.damagedFile == "\(folder.store).damaged-\(number)")
    }
    for number in 1...3 {
      let bytes = try TemporaryFolder.read("\(folder.store).damaged-\(number)")
      #expect(bytes == Array("no database \(number)".utf8))
    }
  }

  @Test func `a damage after a crash is found by the next opening and the log goes along`() throws {
    try fill(500)
    try damagePages()
    try TemporaryFolder.write([], to: folder.store + "-wal")
    let damaged = try TemporaryFolder.read(folder.store)
    do {
      let store = try AnnotationStore(path: folder.store)
      #expect(store.damagedFile == folder.store + ".damaged-1")
    }
    #expect(try TemporaryFolder.read(folder.store + ".damaged-1") == damaged)
    #expect(folder.names.contains("annotations.sqlite.damaged-1-wal"))
    #expect(!folder.names.contains("annotations.sqlite-wal"))
  }

  @Test func `a damage that a reader comes upon is told and set aside at the next opening`() throws
  {
    try fill(500)
    try damagePages()
    do {
      let store = try AnnotationStore(path: folder.store)
      #expect(store.damagedFile == nil)
      #expect(throws: StoreError.damaged(path: folder.store)) {
        try store.places.place(forContentHash: "250")
      }
    }
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile == folder.store + ".damaged-1")
    #expect(try store.places.place(forContentHash: "250") == nil)
  }

  @Test func `a file cut short is set aside`() throws {
    try fill(500)
    #expect(truncate(folder.store, 8192) == 0)
    do {
      let store = try AnnotationStore(path: folder.store)
      if store.damagedFile == nil {
        #expect(throws: StoreError.damaged(path: folder.store)) {
          try store.places.place(forContentHash: "250")
        }
      }
    }
    _ = try AnnotationStore(path: folder.store)
    #expect(folder.names.contains("annotations.sqlite.damaged-1"))
  }

  @Test func `of several that find the damage at once one sets the file aside`() async throws {
    try TemporaryFolder.write(Array("no database".utf8), to: folder.store)
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
    #expect(aside.compactMap { $0 } == [path + ".damaged-1"])
    let store = try AnnotationStore(path: path)
    for name in 0..<8 { #expect(try store.places.place(forContentHash: "\(name)") != nil) }
  }

  @Test func `a file that another has put in the place of the damaged one is left alone`() throws {
    try TemporaryFolder.write(Array("no database".utf8), to: folder.store)
    let (first, second) = (StoreFile(folder.store), StoreFile(folder.store))
    #expect(try first.setAside() == folder.store + ".damaged-1")
    try TemporaryFolder.write(Array("new".utf8), to: folder.store)
    #expect(try second.setAside() == nil)
    #expect(folder.names == ["annotations.sqlite", "annotations.sqlite.damaged-1"])
  }

  @Test func `the store behind a link is set aside where it lies`() throws {
    try TemporaryFolder.write(Array("no database".utf8), to: folder.path + "/real")
    #expect(symlink("real", folder.store) == 0)
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile?.hasSuffix("/real.damaged-1") == true)
  }

  /// A closed store of `count` documents.
  private func fill(_ count: Int) throws {
    let store = try AnnotationStore(path: folder.store)
    let jumps = Array(repeating: TextOffset(123_456), count: 100)
    for number in 0..<count {
      try store.places.remember(
        ReadingPlace(offset: .zero, jumps: jumps), forContentHash: "\(number)")
    }
  }

  /// Overwrites all pages but the first, which holds the tables' definitions.
  private func damagePages() throws {
    var bytes = try TemporaryFolder.read(folder.store)
    for place in 4096..<bytes.count { bytes[place] = 0xA5 }
    try TemporaryFolder.write(bytes, to: folder.store)
  }
}
