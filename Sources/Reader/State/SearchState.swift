/// A search and where it stands.
package struct SearchState: Hashable, Sendable {
  /// What is looked for.
  package var pattern: SearchPattern
  /// What was typed, or the name that is looked for.
  package var text: String
  /// How freely a name is looked for; `nil` for what was typed.
  package var matching: Optional<Matching>
  /// Whether the text is being searched right now.
  package var isRunning: Bool
  /// Whether the text was searched in vain.
  package var hasFailed: Bool
  /// Which of how many hits the selected one is, once they are counted.
  package var order: Optional<HitOrder>

  /// A search that nobody has begun yet.
  package init(
    pattern: SearchPattern, text: String, matching: Matching? = nil, isRunning: Bool = false
  ) {
    self.init(
      pattern: pattern, text: text, matching: matching, isRunning: isRunning, hasFailed: false,
      order: nil)
  }

  private init(
    pattern: SearchPattern, text: String, matching: Matching?, isRunning: Bool, hasFailed: Bool,
    order: HitOrder?
  ) {
    self.pattern = pattern
    self.text = text
    self.matching = matching
    self.isRunning = isRunning
    self.hasFailed = hasFailed
    self.order = order
  }

  /// The same search in a text that has changed, which nobody has searched yet.
  var anew: SearchState {
    SearchState(
      pattern: pattern, text: text, matching: matching, isRunning: false, hasFailed: false,
      order: nil)
  }
}
