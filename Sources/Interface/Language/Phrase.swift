import Screen

/// Something that the reader says, in no language yet.
package struct Phrase: Hashable, Sendable {
  /// What a phrase tells.
  package indirect enum Argument: Hashable, Sendable {
    /// A text of the article, a name, a path: it keeps its own direction.
    case text(String)
    /// A word or letter that takes the direction of the sentence.
    case word(String)
    case number(Int)
    case percent(Int)
    /// A key by its name on the keyboard.
    case key(Key)
    /// Another phrase, as a part of the sentence.
    case phrase(Phrase)
  }

  /// The sentence.
  package var key: PhraseKey
  /// What it tells.
  package var arguments: [Argument]

  /// The sentence `key` telling `arguments`.
  package init(_ key: PhraseKey, _ arguments: Argument...) { self.init(key, arguments) }

  /// The sentence `key` telling `arguments`.
  package init(_ key: PhraseKey, _ arguments: [Argument]) {
    self.key = key
    self.arguments = arguments
  }

  /// The phrase in `language`.
  ///
  /// Texts that it tells stand in directional isolates.
  package func string(in language: Language) -> String {
    Catalogue.builtIn.template(of: key, in: language.code).string(arguments, in: language)
  }
}

extension Phrase.Argument {
  func string(in language: Language) -> String {
    switch self {
    case .text(let text): Label.isolated(text)
    case .word(let word): word
    case .number(let number): language.string(of: number)
    case .key(let key): key.labelInText(in: language)
    case .percent(let percent): language.string(ofPercent: percent)
    case .phrase(let phrase): phrase.string(in: language)
    }
  }
}
