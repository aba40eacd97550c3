import ArabicText

/// Why a file is not read as TOML, and where.
package struct TOMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A control character that must be written as an escape.
    case controlCharacter(UInt8)
    /// Something else stands where `allowed` was to come; `found` is nil at the end of the file.
    case unexpected(found: Unicode.Scalar?, allowed: Allowed)
    /// A string without its closing quotation mark on the same line.
    case unclosedString
    /// A backslash and something that makes no escape.
    case unknownEscape(String)
    /// TOML, but outside the subset.
    case unsupported(Unsupported)
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

  /// What may stand at a place.
  package enum Allowed: Hashable, Sendable {
    /// The end of the line, or a comment.
    case lineEnd
    /// A dot and a further name, or this sign.
    case nameOr(Unicode.Scalar)
    /// A name.
    case name
    /// A comma and a further key, or a brace on the same line.
    case keyOrBrace
    /// Strings, or a bracket.
    case strings
    /// A further string, or a bracket.
    case furtherString
    /// A comma, or a bracket.
    case commaOrBracket
    /// A value.
    case value
  }

  /// What TOML has and is not read here.
  package enum Unsupported: Hashable, Sendable {
    case arraysOfTables
    case multilineStrings
  }

  /// The file's name as it was given.
  package var file: String
  /// Where in the file.
  package var position: TOML.Position
  /// What is wrong.
  package var problem: Problem

  /// `file:line:column: what is wrong; what is allowed`, in English.
  package var description: String { message(in: .english) }
}

extension TOMLError.Problem {
  /// What is wrong and what is allowed, in no language yet.
  var phrase: Phrase {
    // Braces are no part of a sentence of the catalogue but told by it.
    let braces = Phrase.Argument.word("{ … }")
    return switch self {
    case .invalidUTF8: Phrase(.tomlNotUTF8)
    case .controlCharacter(let byte):
      Phrase(.tomlControl, .word(Unicode.Scalar(byte).nameForMessages))
    case .unexpected(nil, let allowed): Phrase(.tomlEndsEarly, .phrase(allowed.phrase))
    case .unexpected(let found?, let allowed):
      Phrase(.tomlUnexpected, .word(found.nameForMessages), .phrase(allowed.phrase))
    case .unclosedString: Phrase(.tomlUnclosed)
    case .unknownEscape(let escape):
      Phrase(
        .tomlUnknownEscape, .word(escape.safeForMessages),
        .word(#"\b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX"#))
    case .unsupported(.arraysOfTables):
      Phrase(.tomlUnsupported, .phrase(Phrase(.tomlTableArrays)), braces)
    case .unsupported(.multilineStrings):
      Phrase(.tomlUnsupported, .phrase(Phrase(.tomlLongStrings)), braces)
    case .unknownValue(let word): Phrase(.tomlNoValue, .word(word.safeForMessages), braces)
    case .integerTooLarge(let digits):
      Phrase(
        .tomlTooLarge, .word(digits.safeForMessages), .word(String(Int.min)), .word(String(Int.max))
      )
    case .duplicate(let key, let first):
      Phrase(.tomlDuplicate, .word(key.safeForMessages), .number(first.line))
    case .notExtensible(let key, let first):
      Phrase(.tomlNotExtensible, .word(key.safeForMessages), .number(first.line))
    case .tooDeep: Phrase(.tomlTooDeep, .number(TOML.deepestTable))
    }
  }
}

extension TOMLError.Allowed {
  /// What may stand at the place, in no language yet.
  fileprivate var phrase: Phrase {
    switch self {
    case .lineEnd: Phrase(.tomlAllowedLineEnd)
    case .nameOr(let sign): Phrase(.tomlAllowedNameOr, .word(String(sign)))
    case .name: Phrase(.tomlAllowedName)
    case .keyOrBrace: Phrase(.tomlAllowedKeyOr, .word("}"))
    case .strings: Phrase(.tomlAllowedStrings)
    case .furtherString: Phrase(.tomlAllowedString)
    case .commaOrBracket: Phrase(.tomlAllowedComma)
    case .value: Phrase(.tomlAllowedValue, .word("{ … }"))
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
