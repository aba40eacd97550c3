/// Whether switches may pass through tmux or screen to the terminal around it, as a person chooses.
package enum MultiplexerPassthrough: String, Hashable, Sendable, CaseIterable {
  /// Where it was allowed in `rawi doctor`.
  case ask
  /// Yes; tmux is asked to let them pass in this pane.
  case on
  /// No.
  case off
}
