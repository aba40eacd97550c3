import CSQLite

/// Statements of a connection that are compiled and not used at the moment.
///
/// What is done to an annotation are a dozen statements, and to compile them takes longer than to run
/// them.
struct CompiledStatements {
  /// The most that are kept; what is done to the annotations of a document are fewer.
  private static let capacity = 64

  private var statements: [String: OpaquePointer] = [:]

  /// Takes the statement `sql` out, ready to be run; `nil` where there is none.
  mutating func take(_ sql: String) -> OpaquePointer? { statements.removeValue(forKey: sql) }

  /// Keeps `statement`, which is `sql`: it holds no lock and no values any more.
  mutating func keep(_ statement: OpaquePointer, _ sql: String) {
    guard statements[sql] == nil, statements.count < Self.capacity else {
      sqlite3_finalize(statement)
      return
    }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    statements[sql] = statement
  }

  /// Lets go of all.
  mutating func removeAll() {
    for statement in statements.values { sqlite3_finalize(statement) }
    statements = [:]
  }
}
