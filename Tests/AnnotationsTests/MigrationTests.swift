import Glibc
import TestSupport
import Testing
@testable import Annotations

@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let steps = [
    "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)", "ALTER TABLE a ADD COLUMN y TEXT",
  ]

  init() throws { folder = try TemporaryFolder() }

  @Test func `an empty file goes through all steps, once`() throws {
    try TemporaryFolder.write([], to: folder.store)
    let database = try Database(path: folder.store)
    #expect(try database.version == 0)
    for _ in 0..<2 {
      try database.migrate(steps)
      #expect(try database.version == 2)
      #expect(try database.rows("SELECT x, y FROM a") { $0.integer(0) } == [1])
    }
  }

  @Test func `an older file goes through the steps that it lacks and keeps its rows`() throws {
    try Database(path: folder.store).migrate(Array(steps.prefix(1)))
    let database = try Database(path: folder.store)
    try database.run("INSERT INTO a VALUES (2)")
    try database.migrate(steps)
    #expect(try database.rows("SELECT x FROM a WHERE y IS NULL") { $0.integer(0) } == [1, 2])
  }

  @Test func `a step that fails leaves the file as it was`() throws {
    let database = try Database(path: folder.store)
    #expect(throws: StoreError.self) { try database.migrate(steps + ["no such statement"]) }
    #expect(try database.version == 0)
    #expect(try database.rows("SELECT name FROM sqlite_schema") { $0.text(0) } == [])
    try database.migrate(steps)
  }

  @Test func `a newer file is refused and stays as it is`() throws {
    let known = Schema.migrations.count
    do {
      let database = try Database(path: folder.store)
      try database.run("CREATE TABLE later (x TEXT)")
      try database.run("PRAGMA user_version = \(known + 1)")
    }
    let bytes = try TemporaryFolder.read(folder.store)
    let expected = StoreError.newerSchema(path: folder.store, found: known + 1, known: known)
    #expect(throws: expected) { try AnnotationStore(path: folder.store) }
    #expect(try TemporaryFolder.read(folder.store) == bytes)
    #expect(folder.names == ["annotations.sqlite"])
  }

  @Test func `every change waits for the disk`() throws {
    let database = try Database(path: folder.store)
    try database.useWriteAheadLog()
    #expect(try database.rows("PRAGMA journal_mode") { $0.text(0) } == ["wal"])
    let full: Int64 = 2
    #expect(try database.rows("PRAGMA synchronous") { $0.integer(0) } == [full])
  }

  @Test func `a change that throws is undone`() throws {
    let database = try Database(path: folder.store)
    try database.migrate(steps)
    #expect(throws: StoreError.noHome) {
      try database.transaction { () throws(StoreError) in
        try database.run("DELETE FROM a")
        throw .noHome
      }
    }
    #expect(try database.rows("SELECT x FROM a") { $0.integer(0) } == [1])
  }
}
