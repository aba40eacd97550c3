/// The help, made from the table that dispatches the keys.
enum HelpText {
  enum Row: Hashable {
    case heading(String)
    case binding(keys: String, arabic: String, summary: String)
    case note(String)
    case gap
  }

  static let rows: [Row] = {
    var rows: [Row] = []
    for group in CommandGroup.allCases {
      if !rows.isEmpty { rows.append(.gap) }
      rows.append(.heading(group.rawValue))
      for binding in Keymap.standard.bindings where binding.command.group == group {
        let keys = binding.keys.map(\.label).joined(separator: " ")
        let arabic = binding.keys.lazy.compactMap(ArabicKeyboard.arabicCharacter).first
        rows.append(
          .binding(
            keys: keys, arabic: arabic.map { String($0) } ?? "", summary: binding.command.summary))
      }
    }
    rows.append(.gap)
    rows.append(
      .note("Beside each key: what it types while the keyboard is Arabic (101); it does the same."))
    return rows
  }()
}
