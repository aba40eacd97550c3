import ArabicText

/// Why a file is not read as TOML, and where.
public struct TOMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A control character that must be written as an escape.
    case controlCharacter(UInt8)
    /// Something else stands where `allowed` was to come; `found` is nil at the end of the file.
    case unexpected(found: Unicode.Scalar?, allowed: String)
    /// A string without its closing quotation mark on the same line.
    case unclosedString
    /// A backslash and something that makes no escape.
    case unknownEscape(String)
    /// TOML, but outside the subset.
    case unsupported(String)
    /// A word or number that is no value.
    case unknownValue(String)
    /// An integer that does not fit 64 bits.
    case integerTooLarge(String)
    /// A name that was given before, at `first`.
    case duplicate(key: String, first: TOML.Position)
    /// A key that runs through, or adds to, something that is no open table; made at `first`.
    case notExtensible(key: String, first: TOML.Position)
    /// More than ``TOML/deepestTable`` tables in each other.
    case tooDeep
  }

  /// The file's name as it was given.
  public var file: String
  /// Where in the file.
  public var position: TOML.Position
  /// What is wrong.
  public var problem: Problem

  /// `file:line:column: what is wrong; what is allowed`.
  public var description: String {
    Self.message(file: file, position: position, problem.description)
  }

  /// A message in the form that compilers use and editors follow.
  static func message(file: String, position: TOML.Position, _ text: String) -> String {
    "\(file.safeForMessages):\(position.line):\(position.column): \(text)"
  }
}

extension TOMLError.Problem: CustomStringConvertible {
  /// What is wrong and what is allowed, in words.
  public var description: String {
    switch self {
    case .invalidUTF8:
      "this is not UTF-8; allowed: UTF-8 text"
    case .controlCharacter(let byte):
      "control character \(Unicode.Scalar(byte).nameForMessages); "
        + "allowed: tab, or an escape such as \\u001B in a string"
    case .unexpected(nil, let allowed):
      "the file ends too early; allowed: \(allowed)"
    case .unexpected(let found?, let allowed):
      "\(found.nameForMessages) cannot stand here; allowed: \(allowed)"
    case .unclosedString:
      "the string is not closed on its line; allowed: \"…\" or '…'"
    case .unknownEscape(let escape):
      "unknown escape \(escape.safeForMessages); "
        + #"allowed: \b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX (no surrogates)"#
    case .unsupported(let what):
      "\(what) are not read here; "
        + "allowed: \"…\", '…', integers, true, false, { … }, arrays of strings"
    case .unknownValue(let word):
      "\"\(word.safeForMessages)\" is no value; "
        + "allowed: \"…\", '…', a decimal integer, true, false, { … }, an array of strings"
    case .integerTooLarge(let digits):
      "\(digits.safeForMessages) is too large; allowed: \(Int.min) to \(Int.max)"
    case .duplicate(let key, let first):
      "\"\(key.safeForMessages)\" was given before, on line \(first.line); allowed: each key once"
    case .notExtensible(let key, let first):
      "\"\(key.safeForMessages)\" of line \(first.line) takes no further keys here; "
        + "allowed: all keys of a table in one place"
    case .tooDeep:
      "too many tables in each other; allowed: \(TOML.deepestTable)"
    }
  }
}

extension Unicode.Scalar {
  /// The scalar as a message may show it: itself between quotation marks, or its number.
  var nameForMessages: String {
    guard isSafeForMessages else {
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return self == "\"" ? "'\"'" : "\"\(self)\""
  }

  fileprivate var isSafeForMessages: Bool {
    let properties = ScalarProperties(value)
    return properties.scalarClass != .control && !properties.isHidden
      && properties.scalarClass != .mark
  }
}

extension String {
  /// The string as a message may show it: at most 60 scalars, none that steers the terminal.
  var safeForMessages: String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in unicodeScalars.enumerated() {
      guard index < 60 else {
        result.append("…")
        break
      }
      let properties = ScalarProperties(scalar.value)
      let isSafe = properties.scalarClass != .control && !properties.isHidden
      result.append(isSafe ? scalar : "\u{FFFD}")
    }
    return String(result)
  }
}
