import CSQLite
import Glibc
import Platform

/// A value that a parameter of a statement stands for.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  /// A path, by its bytes.
  case path(String)
}

/// One compiled SQL statement: values in, rows out.
///
/// Columns are counted from 0 and read from the row that the last ``step()`` reached.
package struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let sql: String
  private let database: Database

  /// Takes over `handle`, which is `sql` compiled by `database`; the database has it back in the end.
  init(_ handle: OpaquePointer, _ sql: String, database: Database) {
    (self.handle, self.sql) = (handle, sql)
    self.database = database
  }

  deinit { database.keep(handle, sql) }

  /// Sets the parameters, in order.
  package mutating func bind(_ values: [SQLValue]) throws(StoreError) {
    for (place, value) in values.enumerated() {
      let code = bind(value, at: Int32(place + 1))
      guard code == SQLITE_OK else { throw database.error(code) }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .text(var string):
      string.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
        }
      }
    case .path(let path):
      FilePath.withBytes(of: path) { csqlite_bind_text(handle, index, $0, UInt64(strlen($0))) }
    }
  }

  /// Goes on to the next row.
  ///
  /// - Returns: whether there is one; without, the statement has done all its work.
  package mutating func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw database.error(code)
    }
  }

  /// The number in `column`; 0 where there is none.
  package func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(handle, column)
  }

  /// The number in `column`, or `nil` where there is none.
  package func optionalInteger(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
  }

  /// The text in `column`; `nil` where that is NULL, or no UTF-8.
  func wellFormedText(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(validating: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The text in `column`, ill-formed sequences as U+FFFD, or `nil` where it is NULL.
  package func text(_ column: Int32) -> String? {
    // First the text, then its length: the other order may convert twice.
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
