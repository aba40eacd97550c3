import Screen

/// What stands behind the keys of a theme, and what is wrong with it.
extension ThemeSource {
  // MARK: Values

  private static let attributeWords: KeyValuePairs<String, Style.Attributes> = [
    "plain": [], "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline,
    "reverse": .reverse,
  ]

  func attributes(
    _ entry: TOML.Table.Entry
  ) throws(ThemeError) -> RoleStyle.AttributeChange {
    let words = Self.attributeWords.map(\.key)
    let allowed = Phrase(.kindArrayOf, .word(words.joined(separator: ", ")))
    guard case .array(let elements) = entry.value.content else {
      throw wrongKind(entry.value, of: entry.key, allowed: allowed)
    }
    var change = RoleStyle.AttributeChange()
    for element in elements {
      guard case .string(let word) = element.content else {
        throw wrongKind(element, of: entry.key, allowed: allowed)
      }
      guard let (_, attribute) = Self.attributeWords.first(where: { $0.key == word }) else {
        throw error(.unknownAttribute(word, allowed: words), at: element.position)
      }
      change.clears = change.clears || word == "plain"
      change.adds.formUnion(attribute)
    }
    return change
  }

  func word(_ entry: TOML.Table.Entry) throws(ThemeError) -> Theme.Appearance {
    let word = try string(entry)
    guard let appearance = Theme.Appearance(rawValue: word) else {
      let allowed = Theme.Appearance.allCases.map(\.rawValue)
      throw error(
        .unknownWord(word, key: entry.key.name, allowed: allowed), at: entry.value.position)
    }
    return appearance
  }

  func namedColor(_ entry: TOML.Table.Entry) throws(ThemeError) -> NamedColor {
    NamedColor(
      file: file, position: entry.value.position,
      name: try string(entry, allowed: .kindColor))
  }

  func string(
    _ entry: TOML.Table.Entry, allowed: PhraseKey = .kindString
  ) throws(ThemeError) -> String {
    guard case .string(let string) = entry.value.content else {
      throw wrongKind(entry.value, of: entry.key, allowed: Phrase(allowed))
    }
    return string
  }

  func table(_ entry: TOML.Table.Entry) throws(ThemeError) -> TOML.Table {
    guard case .table(let table) = entry.value.content else {
      throw wrongKind(entry.value, of: entry.key, allowed: Phrase(.kindTable))
    }
    return table
  }

  // MARK: Errors

  func error(_ problem: ThemeError.Problem, at position: TOML.Position) -> ThemeError {
    ThemeError(file: file, position: position, problem: problem)
  }

  func unknownKey(_ key: TOML.Key, allowed: [String]) -> ThemeError {
    error(.unknownKey(key.name, allowed: allowed), at: key.position)
  }

  func wrongKind(
    _ value: TOML.Value, of key: TOML.Key, allowed: Phrase
  ) -> ThemeError {
    error(.wrongKind(key: key.name, found: value.kind, allowed: allowed), at: value.position)
  }
}
