/// A search and where it stands.
package struct SearchState: Hashable, Sendable {
  /// What is looked for.
  package var pattern: SearchPattern
  /// What was typed, or the name that is looked for.
  package var text: String
  /// How freely a name is looked for; `nil` for what was typed.
  package var matching: Matching?
  /// Whether the text is being searched right now.
  package var isRunning = false
  /// Whether the text was searched in vain.
  package var hasFailed = false
  /// Which of how many hits the selected one is, once they are counted.
  package var order: HitOrder?

  /// The same search in a text that has changed, which nobody has searched yet.
  var anew: SearchState { SearchState(pattern: pattern, text: text, matching: matching) }
}
