import CSQLite
import Glibc
import Platform

extension Database {
  /// Opens the file `path` to read it; nothing is written, whatever is asked for.
  ///
  /// In a folder that may not be written, or on a full disk, SQLite cannot make the shared index that
  /// readers of a log use. A file without a log is then read as one that nobody changes.
  ///
  /// - Throws: ``StoreError``, also where there is no such file.
  convenience init(readingOnly path: String) throws(StoreError) {
    let hasLog = StoreFile(path).hasLog
    let plain = try Self.openedToRead(path, "")
    if hasLog || Self.isReadable(plain) {
      self.init(plain, path: path)
    } else {
      sqlite3_close_v2(plain)
      self.init(try Self.openedToRead(path, "?immutable=1"), path: path)
    }
  }

  /// Opens the file `path` to look what it holds and close it again: neither it nor a file beside it is
  /// made, renamed or written.
  ///
  /// A file that nobody has open is read as one that nobody changes. Of one with a log the index is read
  /// as it is; where that cannot be, since whoever used it last did not close it and the index is gone or
  /// old, a copy is read that is already removed.
  ///
  /// - Throws: ``StoreError``; ``StoreError/damaged(path:)`` where the log has lost confirmed changes.
  convenience init(lookingInto path: String) throws(StoreError) {
    let file = StoreFile(path)
    if file.isInUse {
      // SQLite would pass over what it cannot read in a log.
      guard !WriteAheadLog.isDamaged(file.log) else { throw .damaged(path: path) }
      self.init(try Self.openedInUse(file, path), path: path)
    } else {
      self.init(try Self.openedToRead(path, "?immutable=1"), path: path)
    }
  }

  /// Opens a file with a log, or with a copy of it.
  private static func openedInUse(
    _ file: StoreFile, _ path: String
  ) throws(StoreError) -> OpaquePointer {
    // Asked otherwise, SQLite would make an index of a log that has none, and remove an old journal.
    let ways = file.hasIndex && !file.hasJournal ? ["?readonly_shm=1", ""] : []
    for way in ways {
      let handle = try openedToRead(path, way)
      if isReadable(handle) { return handle }
      let code = sqlite3_extended_errcode(handle)
      sqlite3_close_v2(handle)
      guard code & 0xFF == SQLITE_READONLY || code & 0xFF == SQLITE_CANTOPEN else {
        throw error(code, path)
      }
      // SQLITE_READONLY_RECOVERY: the index is to be made anew.
      if code == SQLITE_READONLY | 1 << 8 { break }
    }
    return try openedCopy(of: file, path)
  }

  private static func error(_ code: Int32, _ path: String) -> StoreError {
    StoreError(code: code, errno: 0, message: String(cString: sqlite3_errstr(code)), path: path)
  }

  private static func openedToRead(
    _ path: String, _ parameters: String
  ) throws(StoreError) -> OpaquePointer {
    let escaped = FilePath.bytes(of: path).map { byte in
      let isPlain = byte < 0x80 && !"%?#".utf8.contains(byte)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16)
    }
    return try opened(
      "file:" + escaped.joined() + parameters, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, for: path)
  }

  private static func isReadable(_ handle: OpaquePointer) -> Bool {
    sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nil, nil, nil) == SQLITE_OK
  }

  /// Opens a copy of `file` and its logs in a folder that is gone when this returns.
  private static func openedCopy(
    of file: StoreFile, _ path: String
  ) throws(StoreError) -> OpaquePointer {
    let folder: TemporaryCopies
    do throws(FileError) {
      folder = try TemporaryCopies()
    } catch {
      throw StoreError(error)
    }
    defer { folder.remove() }
    do throws(FileError) {
      for name in ["", "-wal", "-journal"] { try folder.copy(file.path + name, as: "store" + name) }
    } catch {
      throw StoreError(error)
    }
    let handle = try opened(
      folder.path + "/store", SQLITE_OPEN_READWRITE, for: path)
    // Everything is open after the first look, and stays so when its name is gone.
    guard isReadable(handle) else {
      let code = sqlite3_extended_errcode(handle)
      sqlite3_close_v2(handle)
      throw error(code, path)
    }
    return handle
  }
}

/// A folder of copies that only its owner may read.
private struct TemporaryCopies {
  let path: String

  init() throws(FileError) {
    var folder = ProcessEnvironment.variables["TMPDIR"] ?? ""
    if !folder.hasPrefix("/") || !PathCalls.allows(folder, W_OK | X_OK) { folder = "/tmp" }
    var template = (FilePath.bytes(of: "\(folder)/rawi-store-XXXXXX") + [0]).map(CChar.init)
    guard let made = mkdtemp(&template) else { throw FileError(path: folder, errno: errno) }
    path = FilePath.string(UnsafeRawBufferPointer(start: made, count: strlen(made)))
  }

  /// Copies the file `source`; one that is not there is left out.
  func copy(_ source: String, as name: String) throws(FileError) {
    let from = PathCalls.open(source, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else {
      if errno == ENOENT { return }
      throw FileError(path: source, errno: errno)
    }
    defer { close(from) }
    let target = "\(path)/\(name)"
    let to = PathCalls.open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard to >= 0 else { throw FileError(path: target, errno: errno) }
    defer { close(to) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(from, &buffer, buffer.count)
      guard count >= 0 else { throw FileError(path: source, errno: errno) }
      if count == 0 { return }
      try FileReplacement.write(Array(buffer[..<count]), to: to, target)
    }
  }

  func remove() {
    for name in Folder.names(in: path) { PathCalls.unlink("\(path)/\(name)") }
    PathCalls.removeFolder(path)
  }
}
