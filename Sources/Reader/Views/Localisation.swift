import Interface

extension ReaderState {
  /// `phrase` in the language of the interface.
  func string(_ phrase: Phrase) -> String { phrase.string(in: language) }

  /// The sentence `key` with `arguments`, in the language of the interface.
  func string(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    Phrase(key, arguments).string(in: language)
  }
}
