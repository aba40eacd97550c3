import Interface

/// A message in the status line, until the next key.
package struct Notice: Hashable, Sendable {
  /// What it says.
  package var phrase: Phrase
  /// Whether something went wrong.
  package var isError: Bool

  /// The message `key` with `arguments`.
  package init(_ key: PhraseKey, _ arguments: Phrase.Argument..., isError: Bool = false) {
    self.init(Phrase(key, arguments), isError: isError)
  }

  /// The message `phrase`.
  package init(_ phrase: Phrase, isError: Bool = false) {
    self.phrase = phrase
    self.isError = isError
  }

  /// Whether it tells what became of a selection.
  var isOfSelection: Bool { [.passageGone, .passageInDoubt].contains(phrase.key) }
}
