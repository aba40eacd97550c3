import Annotations
import Glibc
import Platform

/// What is known of the documents in a folder and in those below: a cache, made of the files alone.
///
/// It lies in one SQLite file in the person's cache folder. Whatever is wrong with that file, it is made
/// anew; where it cannot be kept, the catalogue is made in memory, for this run alone. It is used by one
/// thread at a time; several programs may have the same one open, and the second to bring it up to date waits
/// for the first.
package final class Catalogue {
  /// Why a catalogue is not what an earlier run has left.
  package enum Notice: Hashable, Sendable {
    /// The file was damaged and is made anew.
    case damaged(String)
    /// The file was made by another version of the program, or for another one, and is made anew.
    case outdated(String)
    /// The file at this path cannot be kept.
    case unkept(String)
  }

  /// The folder whose documents these are.
  package let root: String
  /// What has to be known of how it was opened, and of what came later.
  package private(set) var notices: [Notice] = []

  /// The files that are all of it, by their paths from the folder; `nil` for whatever the folder holds.
  private let members: [String]?
  let version: String
  private(set) var database: Database
  private(set) var path: String?
  /// Whether it lies in a file that the next run finds.
  package var isKept: Bool { path != nil }
  /// Whether analyses that other catalogues have were not taken over yet.
  var borrowsFromOthers = true

  /// Opens the catalogue of the folder `root`, which is made where there is none.
  ///
  /// - Parameters:
  ///   - root: a folder.
  ///   - folder: where catalogues are kept; `nil` for one that nobody keeps.
  ///   - way: how files are read, where not as usual: another way has a catalogue of its own.
  ///   - version: what its content depends on beside the files, as the version of the program; a catalogue of
  ///     another version is made anew.
  /// - Throws: ``StoreError`` where not even one in memory can be made.
  package convenience init(
    of root: String, in folder: String?, way: String = "", version: String
  ) throws(StoreError) {
    try self.init(of: root, members: nil, in: folder, way: way, version: version)
  }

  /// Opens the catalogue of `files` alone, which is made where there is none.
  ///
  /// The folder is the one that all of them lie in or below; the other parts are those of
  /// ``init(of:in:way:version:)``.
  ///
  /// - Throws: ``StoreError`` where not even one in memory can be made.
  package convenience init(
    ofFiles files: [String], in folder: String?, way: String = "", version: String
  ) throws(StoreError) {
    let files = files.map(FilePath.absolute)
    let root = FolderFiles.common(of: files)
    let names = files.map { String($0.dropFirst(root == "/" ? 1 : root.count + 1)) }
    var seen: Set<String> = []
    try self.init(
      of: root, members: names.filter { seen.insert($0).inserted }, in: folder, way: way,
      version: version)
  }

  private init(
    of root: String, members: [String]?, in folder: String?, way: String, version: String
  ) throws(StoreError) {
    let root = FilePath.real(root) ?? root
    self.root = root
    self.members = members
    let way = members.map { "\(way)\n\($0.sorted().joined(separator: "\n"))" } ?? way
    self.version = "\(CatalogueSchema.version) \(version)"
    let path = folder.map { FilePath.join($0, Self.name(of: root, way)) }
    let (database, notice) = try Self.open(path, version: self.version)
    self.database = database
    self.path = database.path == Self.memory ? nil : path
    if let notice { notices.append(notice) }
  }

  /// SQLite's name for a database that lies in no file.
  private static let memory = ":memory:"

  private static func open(
    _ path: String?, version: String
  ) throws(StoreError) -> (Database, Notice?) {
    guard let path else { return (try made(memory, version).database, nil) }
    do throws(StoreError) {
      do throws(FileError) { try Folder.make(FilePath.folder(of: path)) } catch {
        throw StoreError(error)
      }
      // Who makes one is waited for: what there is of it until then is not damaged.
      let lock = isUnmade(path) ? lockToMake(path) : nil
      defer { if let lock { close(lock) } }
      let isEmptied = lock != nil && isUnmade(path) && PathCalls.status(of: path) != nil
      let (database, isOutdated) = try made(path, version)
      return (database, isEmptied ? .damaged(path) : isOutdated ? .outdated(path) : nil)
    } catch let error where error.isOfContent {
      remove(path)
      // Where it cannot be made anew either, it is kept by nobody.
      do throws(StoreError) {
        return (try made(path, version).database, .damaged(path))
      } catch {
        return (try made(memory, version).database, .unkept(path))
      }
    } catch {
      return (try made(memory, version).database, .unkept(path))
    }
  }

  /// Whether there is no catalogue, or less of it than its header: one that is written to has a log beside it.
  private static func isUnmade(_ path: String) -> Bool {
    guard let size = PathCalls.status(of: path)?.st_size else { return true }
    return size < 100 && PathCalls.status(of: path + "-wal") == nil
  }

  /// A lock that keeps other programs from making the catalogue at `path`; `nil` where that is made meanwhile, or where
  /// there can be no lock or it is held for long: who has it brings up to date what somebody has removed since.
  private static func lockToMake(_ path: String) -> Int32? {
    let lock = openLock(of: path)
    guard lock >= 0 else { return nil }
    for _ in 0..<200 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { return lock }
      guard errno == EINTR || errno == EWOULDBLOCK, isUnmade(path) else { break }
      usleep(5000)
    }
    close(lock)
    return nil
  }

  /// Opens the file by which programs that change the catalogue at `path` wait for each other; negative where it cannot
  /// be.
  private static func openLock(of path: String) -> Int32 {
    PathCalls.open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
  }

  /// The catalogue at `path`, and whether it was one of another version.
  private static func made(
    _ path: String, _ version: String
  ) throws(StoreError) -> (database: Database, isOutdated: Bool) {
    // What lies in memory has no file to be made before.
    let database = path == memory ? try Database(inMemory: ()) : try Database(path: path)
    if path != memory {
      try database.useWriteAheadLog()
      // What the last moments before a power failure have added is found out again.
      try database.run("PRAGMA synchronous = NORMAL")
      // What is damaged is found before it is taken for rows.
      try database.run("PRAGMA cell_size_check = ON")
    }
    // Asked without a lock: nearly always there is nothing to do.
    var isOutdated = false
    if try self.version(of: database) != version {
      try database.transaction { () throws(StoreError) in
        let other = try self.version(of: database)
        guard other != version else { return }
        isOutdated = other != nil
        try makeTables(in: database, version)
      }
    }
    return (database, isOutdated)
  }

  /// What the content of a catalogue was made by; `nil` where there is nothing yet.
  ///
  /// - Throws: ``StoreError/damaged(path:)`` where there is something, and nobody knows what.
  static func version(of database: Database) throws(StoreError) -> String? {
    let tables = try database.rows("SELECT name FROM sqlite_schema") { $0.text(0) }
    if tables.isEmpty { return nil }
    let versions =
      tables.contains("meta")
      ? try database.rows("SELECT value FROM meta WHERE name = 'version'") { $0.text(0) } : []
    guard let version = versions.first ?? nil else { throw .damaged(path: database.path) }
    return version
  }

  private static func makeTables(
    in database: Database, _ version: String
  ) throws(StoreError) {
    let tables = try database.rows(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT GLOB 'sqlite_*'
      """
    ) { $0.text(0) ?? "" }
    for name in tables { try database.run("DROP TABLE \"\(name)\"") }
    try database.runScript(CatalogueSchema.script)
    try database.run("INSERT INTO meta VALUES ('version', ?)", [.text(version)])
  }

  private static func remove(_ path: String) {
    // The file itself last: its logs are never taken for those of a new one.
    for end in ["-wal", "-shm", "-journal", ""] { PathCalls.unlink(path + end) }
  }

  /// The file's name for a folder: that of the folder, and what tells it from others of its name.
  private static func name(of root: String, _ way: String) -> String {
    let hash = Listing.hash(FilePath.bytes(of: root) + [0] + Array(way.utf8))
    return "\(String(hash, radix: 36)).sqlite"
  }

  /// The files that it is made of, as they are now.
  var folderScan: FolderScan {
    members.map { FolderScan(root, only: $0) } ?? FolderScan(root)
  }

  /// The innermost folder around the file at `path` that a catalogue in `folder` is of; `nil` where there is none.
  package static func root(around path: String, in folder: String?, way: String = "") -> String? {
    guard let folder, var root = FilePath.real(path) else { return nil }
    while true {
      let parent = FilePath.folder(of: root)
      guard !parent.isEmpty, parent != root else { return nil }
      root = parent
      if PathCalls.status(of: FilePath.join(folder, name(of: root, way))) != nil { return root }
    }
  }

  /// Forgets all, so that the next scan reads every file.
  package func rebuild() throws(StoreError) {
    if let path { Self.remove(path) }
    try reopen()
  }

  /// Goes on with a catalogue that knows nothing, in memory where `isKept` is not so.
  func begin(again notice: Notice, isKept: Bool) throws(StoreError) {
    notices.append(notice)
    if !isKept { path = nil }
    try rebuild()
  }

  private func reopen() throws(StoreError) {
    let (database, notice) = try Self.open(path, version: version)
    self.database = database
    if database.path == Self.memory { path = nil }
    if let notice { notices.append(notice) }
  }

  /// Runs `body` while no other program brings this catalogue up to date.
  func alone<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    guard let path else { return try body() }
    let lock = Self.openLock(of: path)
    // Without a lock two programs may do the same work; what they write is the same.
    guard lock >= 0 else { return try body() }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }
}
