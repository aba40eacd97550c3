import CSQLite
import Glibc
import Platform

/// One connection to a SQLite database file.
///
/// A change is on disk, synced, when the call that made it returns. Several processes may have the
/// same file open; within one process a connection is used by one thread at a time. The connection
/// closes with its last reference.
package final class Database {
  /// The file, for messages.
  package let path: String
  /// Whether anchors have `side_distinction`; a file that is only read may be of before.
  var hasSides = true
  /// Whether it is known where copies of a text lie; as ``hasSides``.
  var hasCopies = true
  /// Whether documents have the column `sample`.
  var hasSamples = true
  /// Whether they have the column `outline`, and copies the column `file`.
  var hasOutlines = true
  /// Whether it is kept of what a text may be a later state.
  var hasDoubts = true
  private let handle: OpaquePointer
  private var isInTransaction = false
  private var compiled = CompiledStatements()

  /// How long a change waits for another process's change before ``StoreError/busy(path:)``.
  static let busyTimeout: Duration = .seconds(2)

  /// Opens the file `path`, which is made, readable by its owner only, where there is none.
  ///
  /// Nothing in the file is read yet.
  package init(path: String) throws(StoreError) {
    // SQLite would let the umask decide. Not by `open`: closing that descriptor would drop the locks
    // of every connection that this process has to the file.
    let isMade = FilePath.withBytes(of: path) {
      mknod($0, S_IFREG | S_IRUSR | S_IWUSR, 0) == 0 || errno == EEXIST
    }
    let obstacle = isMade ? nil : errno
    do {
      handle = try Self.opened(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, for: path)
    } catch {
      guard let obstacle else { throw error }
      throw StoreError(code: SQLITE_CANTOPEN, errno: obstacle, message: "", path: path)
    }
    self.path = path
    // SQLite falls back to reading where it may not write.
    guard sqlite3_db_readonly(handle, "main") == 0 else { throw .readOnly(path: path) }
    sqlite3_busy_timeout(handle, Int32(Self.busyTimeout / .milliseconds(1)))
  }

  /// A database that lies in memory, and goes with this connection.
  package init(inMemory: Void) throws(StoreError) {
    path = ":memory:"
    handle = try Self.opened(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, for: path)
  }

  /// A connection that was opened by ``opened(_:_:_:)``.
  init(_ handle: OpaquePointer, path: String) {
    (self.handle, self.path) = (handle, path)
    sqlite3_busy_timeout(handle, Int32(Self.busyTimeout / .milliseconds(1)))
  }

  /// Opens the database that `name`, a path or a URI, stands for.
  ///
  /// - Throws: ``StoreError`` about the file `path`.
  static func opened(
    _ name: String, _ flags: Int32, for path: String
  ) throws(StoreError) -> OpaquePointer {
    var handle: OpaquePointer?
    let code = FilePath.withBytes(of: name) {
      sqlite3_open_v2($0, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    }
    guard let handle, code == SQLITE_OK else {
      // A handle may come with a failure, to be asked for the reason.
      let number = handle.map { sqlite3_system_errno($0) } ?? ENOMEM
      sqlite3_close_v2(handle)
      throw StoreError(
        code: code, errno: number, message: String(cString: sqlite3_errstr(code)), path: path)
    }
    return handle
  }

  deinit {
    compiled.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Makes every change wait for the disk, and lets readers and a writer work at the same time.
  ///
  /// On a file system without shared memory the rollback journal stays in use, which is as safe.
  package func useWriteAheadLog() throws(StoreError) {
    let start = ContinuousClock.now
    while true {
      do {
        _ = try rows("PRAGMA journal_mode = WAL") { $0.text(0) }
        break
      } catch .busy where start.duration(to: .now) < Self.busyTimeout {
        // Where waiting could be a deadlock SQLite gives up at once: two processes that both turn
        // the new file's log on. One of them succeeds, which is waited for without a lock of one's own.
        try run("BEGIN IMMEDIATE")
        try run("COMMIT")
      }
    }
    try run("PRAGMA synchronous = FULL")
  }

  /// The statement `sql`, compiled now or before, with `values` for its parameters in order.
  package func statement(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Statement {
    var statement = Statement(try compile(sql), sql, database: self)
    try statement.bind(values)
    return statement
  }

  private func compile(_ sql: String) throws(StoreError) -> OpaquePointer {
    if let statement = compiled.take(sql) { return statement }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw error(code) }
    return statement
  }

  /// Takes a statement back that is not used any more.
  func keep(_ statement: OpaquePointer, _ sql: String) { compiled.keep(statement, sql) }

  /// Runs `sql`, one statement, to its end.
  ///
  /// - Returns: how many rows it inserted, updated or deleted; of no meaning for other statements.
  @discardableResult
  package func run(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Int {
    var statement = try statement(sql, values)
    while try statement.step() {}
    return Int(sqlite3_changes64(handle))
  }

  /// All rows that `sql` gives, each as what `read` makes of it.
  package func rows<Row>(
    _ sql: String, _ values: [SQLValue] = [], read: (borrowing Statement) -> Row
  ) throws(StoreError) -> [Row] {
    var statement = try statement(sql, values)
    var rows: [Row] = []
    while try statement.step() { rows.append(read(statement)) }
    return rows
  }

  /// Runs `script`, any number of statements without parameters.
  package func runScript(_ script: String) throws(StoreError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Runs `body` as one change: all of it is kept, or, when it throws, nothing.
  ///
  /// No other process changes the file meanwhile. In another transaction it is a part of that, and on
  /// disk when that is; nothing of it is kept when it throws.
  package func transaction<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let isPart = isInTransaction
    try run(isPart ? "SAVEPOINT part" : "BEGIN IMMEDIATE")
    isInTransaction = true
    defer { isInTransaction = isPart }
    do {
      let result = try body()
      try run(isPart ? "RELEASE part" : "COMMIT")
      return result
    } catch {
      // Fails where SQLite has rolled back by itself, as on a full disk.
      _ = try? run(isPart ? "ROLLBACK TO part" : "ROLLBACK")
      if isPart { _ = try? run("RELEASE part") }
      throw error
    }
  }

  /// What the failure `code` of the last call on this connection means.
  func error(_ code: Int32) -> StoreError {
    let error = StoreError(
      code: code, errno: sqlite3_system_errno(handle),
      message: String(cString: sqlite3_errmsg(handle)), path: path)
    // The log that stays behind is the sign to check the file when it is opened next.
    if case .damaged = error { _ = csqlite_keep_log_on_close(handle) }
    return error
  }
}
