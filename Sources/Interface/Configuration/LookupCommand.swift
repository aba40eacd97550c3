/// A person's own dictionary: a program that writes what it knows of a word.
package struct LookupCommand: Hashable, Sendable {
  /// What stands for the word.
  package static let placeholder = "{}"

  /// How the configuration names one.
  package static let example = "[lookup] command = [\"dict\", \"{}\"]"

  /// The program and its arguments, in one of which the placeholder stands.
  package let template: [String]

  /// The dictionary that `template` calls; `nil` where that has no program, or no place for the word
  /// behind it.
  package init?(_ template: [String]) {
    guard let program = template.first, !program.isEmpty,
      template.dropFirst().contains(where: { $0.contains(Self.placeholder) })
    else { return nil }
    self.template = template
  }

  /// The program and its arguments for `word`: an argument each, whatever signs it holds.
  package func command(for word: String) -> [String] {
    template.prefix(1) + template.dropFirst().map { $0.replacing(Self.placeholder, with: word) }
  }
}
