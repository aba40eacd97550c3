/// A reader of TOML 1.0 that knows where each key and value stands.
///
/// The whole of <https://toml.io/en/v1.0.0> is read; what the standard leaves to readers is this:
/// integers have 64 bits, floats are the nearest binary64, times keep nine digits of a second and
/// drop the rest, a line break in a string is a line feed, and nothing stands deeper than
/// ``deepest``. The reader speaks no language: messages are made of a ``TOMLError``.
///
/// It is our own because it is the smallest and fastest of three that were measured, and the only one
/// whose messages can be put into another language. Each was linked statically into a program that
/// reads the longest theme (5 KB), on one two-core x86-64 machine:
///
/// | | this reader | toml++ 3.3 behind a C function | TOMLKit 0.6 |
/// | --- | --- | --- | --- |
/// | added to the stripped program | 140 KB | 184 KB | 7.7 MB, with Foundation |
/// | added to its start, processor time | 0.26 ms | 0.32 ms | 0.70 ms |
/// | reading once more, in the same process | 0.14 ms | 0.18 ms | 0.16 ms |
/// | release build, processor time | 4 s | 5 s | 28 s |
/// | places | keys, values, elements | keys, values, elements | errors alone |
/// | messages | typed, in each of our languages | English sentences | English sentences |
/// | toml-test for TOML 1.0, right of 678 | 678 | 678 | 667 |
package enum TOML {
  /// How deep tables and arrays may stand in each other, dotted keys counted.
  package static let deepest = 128

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

  /// What is wrong and where, before the file's name is known.
  struct Failure: Error {
    var problem: TOMLError.Problem
    var position: Position
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content: UTF-8, with or without a byte order mark.
  ///   - file: its name, for messages.
  /// - Returns: the top table.
  /// - Throws: ``TOMLError`` for the first thing that is wrong.
  /// - Complexity: O(*n*) in the bytes of the file.
  package static func read(_ bytes: some Sequence<UInt8>, file: String) throws(TOMLError) -> Table {
    do {
      var reader = try TOMLReader(Array(bytes))
      return try reader.document()
    } catch {
      throw TOMLError(file: file, position: error.position, problem: error.problem)
    }
  }
}
