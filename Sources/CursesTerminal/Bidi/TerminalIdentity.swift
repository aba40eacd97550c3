/// The name under which choices for a terminal are kept: "kitty", "vte", "tmux in Konsole".
///
/// What the terminal calls itself, without its version, so that a choice outlives an update; where it
/// does not say, what it was recognised as, or TERM.
package struct TerminalIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  package let description: String

  /// The identity with a name read from a file.
  package init(_ name: String) { description = name }

  /// The identity of a terminal and of the one around it.
  package init(_ traits: TerminalTraits, host: TerminalTraits? = nil) {
    let own = Self.name(of: traits)
    description = host.map { "\(own) in \(Self.name(of: $0))" } ?? own
  }

  private static func name(of traits: TerminalTraits) -> String {
    let letters = traits.version?.prefix { $0.isLetter || "-_.".contains($0) } ?? ""
    if !letters.isEmpty { return String(letters) }
    return traits.kind == .unknown ? traits.type : traits.kind.rawValue
  }
}
