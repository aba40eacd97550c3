import Interface
/// The help, made from the table that dispatches the keys.
enum HelpText {
  enum Row: Hashable {
    case heading(PhraseKey)
    /// The keys of a command, what they type on an Arabic keyboard, and what it does.
    case binding(keys: String, arabic: [String], summary: String)
    case note(PhraseKey)
    case gap
  }

  /// The rows of the help to the keys in force.
  static func rows(of state: ReaderState) -> [Row] {
    var rows: [Row] = []
    for group in CommandGroup.allCases {
      if !rows.isEmpty { rows.append(.gap) }
      rows.append(.heading(group.title))
      for binding in state.keymap.bindings where binding.command.group == group {
        let labels = binding.keys.map { Label.isolated($0.label(in: state.language)) }
        let arabic = binding.keys.compactMap(ArabicKeyboard.arabicKey)
        rows.append(
          .binding(
            keys: labels.isEmpty ? "—" : labels.joined(separator: " "),
            arabic: arabic.map { Label.isolated($0.label(in: state.language)) },
            summary: binding.command.title(in: state.language)))
      }
    }
    return rows + [.gap, .note(.helpChart), .note(.helpNote)]
  }
}
