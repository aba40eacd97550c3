extension TOMLError.Problem {
  /// What is wrong and what is allowed, in no language yet.
  var phrase: Phrase {
    switch self {
    case .invalidUTF8: Phrase(.tomlNotUTF8)
    case .controlCharacter(let byte):
      Phrase(.tomlControl, .word(Unicode.Scalar(byte).nameForMessages))
    case .unexpected(nil, let allowed): Phrase(.tomlEndsEarly, .phrase(allowed.phrase))
    case .unexpected(let found?, let allowed):
      Phrase(.tomlUnexpected, .word(found.nameForMessages), .phrase(allowed.phrase))
    case .unclosedString: Phrase(.tomlUnclosed)
    case .unclosedLines(let quotes): Phrase(.tomlUnclosedLines, .word(quotes))
    case .unknownEscape(let escape):
      Phrase(
        .tomlUnknownEscape, .word(escape.safeForMessages),
        .word(#"\b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX"#))
    case .unknownValue(let word):
      Phrase(
        .tomlNoValue, .word(word.safeForMessages), .phrase(TOMLError.Allowed.value.phrase))
    case .noSuchDate(let word): Phrase(.tomlNoDate, .word(word.safeForMessages))
    case .integerTooLarge(let digits):
      Phrase(
        .tomlTooLarge, .word(digits.safeForMessages), .word(String(Int.min)), .word(String(Int.max))
      )
    case .duplicate(let key, let first):
      Phrase(.tomlDuplicate, .word(key.safeForMessages), .number(first.line))
    case .notExtensible(let key, let first):
      Phrase(.tomlNotExtensible, .word(key.safeForMessages), .number(first.line))
    case .tooDeep: Phrase(.tomlTooDeep, .number(TOML.deepest))
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
    case .headerEnd: Phrase(.tomlAllowedHeaderEnd)
    case .keyOrBrace: Phrase(.tomlAllowedKeyOr, .word("}"))
    case .commaOrBracket: Phrase(.tomlAllowedComma)
    // The catalogue's sentences cannot hold braces; they are filled in.
    case .value: Phrase(.tomlAllowedValue, .word("{ … }"))
    case .valueOrBracket: Phrase(.tomlAllowedElement, .phrase(Self.value.phrase))
    }
  }
}

extension TOML.Kind {
  /// The kind as messages name it.
  var phrase: Phrase {
    switch self {
    case .string: Phrase(.kindString)
    case .integer: Phrase(.kindInteger)
    case .float: Phrase(.kindFloat)
    case .boolean: Phrase(.kindBoolean)
    case .dateTime: Phrase(.kindDateTime)
    case .date: Phrase(.kindDate)
    case .time: Phrase(.kindTime)
    case .array: Phrase(.kindArray)
    case .table: Phrase(.kindTable)
    }
  }
}
