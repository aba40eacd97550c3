import Interface
import TextLayout

extension ReaderState {
  /// The language of the interface.
  var language: Language { appearance.language }

  /// `phrase` in the language of the interface.
  func string(_ phrase: Phrase) -> String { phrase.string(in: language) }

  /// The sentence `key` telling `arguments`, in the language of the interface.
  func string(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    Phrase(key, arguments).string(in: language)
  }
}
