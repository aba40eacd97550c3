import CSQLite

extension Database {
  /// The number of migrations that the file has been through.
  var version: Int {
    get throws(StoreError) {
      Int(try rows("PRAGMA user_version") { $0.integer(0) }.first ?? 0)
    }
  }

  /// Brings the file up to date: runs those of `migrations` that it has not been through, each a
  /// script, all in one transaction.
  ///
  /// The list may only grow at its end. A file that is up to date is not written.
  ///
  /// - Throws: ``StoreError/newerSchema(path:found:known:)`` where the file has been through more
  ///   than these; it is then as it was.
  func migrate(_ migrations: [String]) throws(StoreError) {
    guard try pending(of: migrations) > 0 else { return }
    try transaction { () throws(StoreError) in
      // Asked again: another process may have been faster.
      for script in migrations.suffix(try pending(of: migrations)) { try runScript(script) }
      try run("PRAGMA user_version = \(migrations.count)")
    }
  }

  /// How many of `migrations` the file has not been through.
  func pending(of migrations: [String]) throws(StoreError) -> Int {
    let version = try version
    guard version <= migrations.count else {
      throw .newerSchema(path: path, found: version, known: migrations.count)
    }
    return migrations.count - max(0, version)
  }

  /// Reads the whole file and throws ``StoreError/damaged(path:)`` where something is wrong in it.
  ///
  /// - Complexity: O(*n*) in the size of the file.
  func check() throws(StoreError) {
    guard try rows("PRAGMA quick_check(1)", read: { $0.text(0) }) == ["ok"] else {
      throw error(SQLITE_CORRUPT)
    }
  }
}
