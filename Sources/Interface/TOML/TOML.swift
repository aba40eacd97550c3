/// Values read from a strict subset of TOML 1.0, each with the place where it stands in the file.
///
/// What is read: comments; `[table]` and `[dotted.table]` headers; bare, quoted and dotted keys;
/// basic and literal strings on one line with the escapes of TOML 1.0; decimal integers; booleans;
/// inline tables; arrays of strings, which may run over several lines. A file is UTF-8, with or
/// without a byte order mark; lines end with LF or CR LF.
///
/// What is refused, with an error that says so: floats, dates, multi-line strings, arrays of tables,
/// arrays of anything but strings, hexadecimal and other integers with a prefix. Every file that is
/// read here is a TOML 1.0 file, so that editors know it.
package enum TOML {
  /// A place in a file.
  package struct Position: Hashable, Sendable, Comparable {
    /// The line, from 1.
    package var line: Int
    /// The column in Unicode scalars, from 1.
    package var column: Int

    /// A place in a file.
    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    /// The first place of a file.
    package static let start = Position(line: 1, column: 1)

    /// Whether `left` stands before `right` in the same file.
    package static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  /// A name on the left of a value, or one part of a dotted name.
  package struct Key: Hashable, Sendable {
    /// The name, without quotes.
    package var name: String
    /// Where it begins.
    package var position: Position

    /// A name that stands at `position`.
    package init(name: String, position: Position) {
      self.name = name
      self.position = position
    }
  }

  /// A value and where it begins.
  package struct Value: Hashable, Sendable {
    /// What a value can be.
    package indirect enum Content: Hashable, Sendable {
      case string(String)
      case integer(Int)
      case boolean(Bool)
      /// An array; its elements are strings.
      case array([Value])
      /// An inline table, or a table made by headers and dotted keys.
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

    /// Its kind as messages name it.
    var kind: PhraseKey {
      switch content {
      case .string: .kindString
      case .integer: .kindInteger
      case .boolean: .kindBoolean
      case .array: .kindArray
      case .table: .kindTable
      }
    }
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
    private let indices: [String: Int]

    init(entries: [Entry]) {
      self.entries = entries
      indices = Dictionary(
        zip(entries.lazy.map(\.key.name), entries.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The value of the entry called `name`.
    ///
    /// - Complexity: O(1)
    package subscript(name: String) -> Value? {
      indices[name].map { entries[$0].value }
    }
  }

  /// How deep tables may stand in each other.
  package static let deepestTable = 32

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: its name, for messages.
  /// - Returns: the top table.
  /// - Throws: ``TOMLError`` for the first thing that is wrong.
  /// - Complexity: O(*n*) in the bytes of the file.
  package static func read(_ bytes: some Sequence<UInt8>, file: String) throws(TOMLError) -> Table {
    var reader = try TOMLReader(Array(bytes), file: file)
    return try reader.read()
  }
}
