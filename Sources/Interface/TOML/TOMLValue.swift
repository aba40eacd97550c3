extension TOML {
  /// A value and where it begins.
  package struct Value: Hashable, Sendable {
    /// What a value can be.
    package enum Content: Hashable, Sendable {
      case string(String)
      case integer(Int)
      case float(Double)
      case boolean(Bool)
      case dateTime(DateTime)
      case date(Date)
      case time(Time)
      /// An array; its elements may be of several kinds.
      case array([Value])
      /// A table made by a header, by dotted keys or in braces.
      case table(Table)
    }

    /// The value itself.
    package var content: Content
    /// Where it begins; for a table made by a header or a dotted key, where its name first stands.
    package var position: Position

    /// A value that stands at `position`.
    package init(_ content: Content, at position: Position) {
      self.content = content
      self.position = position
    }

    /// What kind of value it is.
    package var kind: Kind {
      switch content {
      case .string: .string
      case .integer: .integer
      case .float: .float
      case .boolean: .boolean
      case .dateTime: .dateTime
      case .date: .date
      case .time: .time
      case .array: .array
      case .table: .table
      }
    }
  }

  /// The kinds of values.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case string, integer, float, boolean, dateTime, date, time, array, table
  }

  /// Keys and their values, in the order of the file.
  package struct Table: Hashable, Sendable {
    /// One key and its value.
    package struct Entry: Hashable, Sendable {
      /// The key, one part of it where it is dotted.
      package var key: Key
      /// Its value.
      package var value: Value
    }

    /// The entries in the order of the file; no name occurs twice.
    package let entries: [Entry]

    /// The value of the entry called `name`.
    ///
    /// - Complexity: O(*n*) in the entries.
    package subscript(name: String) -> Value? {
      entries.first { $0.key.name == name }?.value
    }
  }
}
