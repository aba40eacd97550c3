/// A program of a person's own, with a place for what it is called with: no line of a shell.
package struct CommandTemplate: Hashable, Sendable {
  /// What stands for what it is called with.
  package static let placeholder = "{}"

  /// The program and its arguments, in one of which the placeholder stands.
  package let words: [String]

  /// The call of `words`; `nil` where that has no program, or no placeholder behind it.
  package init?(_ words: [String]) {
    guard let program = words.first, !program.isEmpty,
      words.dropFirst().contains(where: { $0.contains(Self.placeholder) })
    else { return nil }
    self.words = words
  }

  /// The program.
  package var program: String { words[0] }

  /// The program and its arguments for `word`: an argument each, whatever signs it holds.
  package func command(for word: String) -> [String] {
    words.prefix(1) + words.dropFirst().map { $0.replacing(Self.placeholder, with: word) }
  }
}
