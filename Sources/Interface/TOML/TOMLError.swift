/// Why a file is not read as TOML, and where.
package struct TOMLError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Problem: Error, Hashable, Sendable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A control character that must be written as an escape.
    case controlCharacter(UInt8)
    /// Something else stands where `allowed` was to come; `found` is nil at the end of the file.
    case unexpected(found: Unicode.Scalar?, allowed: Allowed)
    /// A string without its closing quotation mark on the same line.
    case unclosedString
    /// A string of several lines without its three closing quotation marks, which are these.
    case unclosedLines(String)
    /// A backslash and something that makes no escape.
    case unknownEscape(String)
    /// A word or number that is no value.
    case unknownValue(String)
    /// A date or time that the calendar or the clock does not have.
    case noSuchDate(String)
    /// An integer that does not fit 64 bits.
    case integerTooLarge(String)
    /// A name that was given before, at `first`.
    case duplicate(key: String, first: TOML.Position)
    /// A key that runs through, or adds to, something that is no open table; made at `first`.
    case notExtensible(key: String, first: TOML.Position)
    /// More than ``TOML/deepest`` tables and arrays in each other.
    case tooDeep
  }

  /// What may stand at a place.
  package enum Allowed: Hashable, Sendable {
    /// The end of the line, or a comment.
    case lineEnd
    /// A dot and a further name, or this sign.
    case nameOr(Unicode.Scalar)
    /// A name.
    case name
    /// The two brackets that close the header of a table in an array.
    case headerEnd
    /// A comma and a further key, or a brace on the same line.
    case keyOrBrace
    /// A comma, or a bracket.
    case commaOrBracket
    /// A value.
    case value
    /// A value, or the bracket that closes an array.
    case valueOrBracket
  }

  /// The file's name as it was given.
  package var file: String
  /// Where in the file.
  package var position: TOML.Position
  /// What is wrong.
  package var problem: Problem
}
