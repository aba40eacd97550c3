import ArabicText
import Glibc
import TestSupport
import Testing
@testable import Annotations

@Suite struct SharedStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `two connections that write in turn lose nothing`() throws {
    let (first, second) = (
      try AnnotationStore(path: folder.store), try AnnotationStore(path: folder.store)
    )
    for number in 0..<50 {
      try remember(number, of: "first", in: first)
      try remember(number, of: "second", in: second)
    }
    for number in 0..<50 {
      #expect(try first.places.place(forContentHash: "second \(number)")?.offset.utf8 == number)
      #expect(try second.places.place(forContentHash: "first \(number)")?.offset.utf8 == number)
    }
  }

  @Test func `threads that open a new store at once and write lose nothing`() async throws {
    let path = folder.store
    try await withThrowingTaskGroup { group in
      for name in 0..<4 {
        group.addTask {
          let store = try whenFree { try AnnotationStore(path: path) }
          for number in 0..<50 { try whenFree { try remember(number, of: "\(name)", in: store) } }
        }
      }
      try await group.waitForAll()
    }
    #expect(try count(in: path) == 200)
  }

  @Test func `processes that open a new store at once and write lose nothing`() async throws {
    let path = folder.store
    await withTaskGroup { group in
      for name in 0..<3 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String, name = name as Int] in
            let store = try whenFree { try AnnotationStore(path: path) }
            for number in 0..<100 {
              try whenFree { try remember(number, of: "\(name)", in: store) }
            }
          }
        }
      }
    }
    #expect(try count(in: path) == 300)
  }

  @Test func `a change waits for another and gives up after a while`() throws {
    let store = try AnnotationStore(path: folder.store)
    let other = try Database(path: folder.store)
    try other.run("BEGIN IMMEDIATE")
    let start = ContinuousClock.now
    #expect(throws: StoreError.busy(path: folder.store)) { try remember(0, of: "a", in: store) }
    let waited = start.duration(to: .now)
    #expect(waited >= Database.busyTimeout)
    // Reading does not wait.
    #expect(try store.places.place(forContentHash: "a 0") == nil)
    try other.run("COMMIT")
    try remember(0, of: "a", in: store)
  }

  @Test(arguments: 1...4)
  func `a process that is killed as it writes keeps every confirmed place`(_ round: Int)
    async throws
  {
    let path = folder.path
    // Again and again in one store, so that what a kill left is what the next writes to; the first
    // comes while the store is made, the last when some places are kept.
    var kept = 0
    for (delay, count) in [(UInt32(5_000), 0), (150_000, 0), (50_000, 11)] {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [
          path = path as String, delay = delay * UInt32(round) as UInt32, count = count as Int,
          kept = kept as Int
        ] in
        let confirmed = open(path + "/confirmed", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        func killSoon() {
          Task.detached {
            usleep(delay)
            kill(getpid(), SIGKILL)
          }
        }
        if count == 0 { killSoon() }
        let store = try AnnotationStore(path: path + "/annotations.sqlite")
        for number in kept... {
          try whenFree { try remember(number, of: "a", in: store) }
          write(confirmed, ".", 1)
          if number - kept + 1 == count { killSoon() }
        }
      }
      kept += try TemporaryFolder.read(path + "/confirmed").count
      let store = try AnnotationStore(path: folder.store)
      #expect(store.damagedFile == nil)
      for number in 0..<kept {
        #expect(try store.places.place(forContentHash: "a \(number)")?.offset.utf8 == number)
      }
      // The one that was on its way may be there or not.
      #expect(try store.places.place(forContentHash: "a \(kept + 1)") == nil)
    }
    #expect(kept > 10)
  }
}

/// Tries `body` until no other holds the store: how long others need is not what is asked here.
private func whenFree<Value>(_ body: () throws -> Value) throws -> Value {
  while true {
    do { return try body() } catch StoreError.busy(_) { continue }
  }
}

/// Keeps the place `number` for the document "`name` `number`".
private func remember(_ number: Int, of name: String, in store: AnnotationStore) throws {
  let jumps = Array(repeating: TextOffset(number), count: 100)
  try store.places.remember(
    ReadingPlace(offset: TextOffset(number), jumps: jumps), forContentHash: "\(name) \(number)")
}

/// The number of places in the store `path`.
private func count(in path: String) throws -> Int64? {
  try Database(path: path).rows("SELECT count(*) FROM reading_place") { $0.integer(0) }.first
}
