/// The help, made from the table that dispatches the keys.
enum HelpText {
  enum Row: Hashable {
    case heading(String)
    case binding(keys: String, summary: String)
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
        rows.append(.binding(keys: keys, summary: binding.command.summary))
      }
    }
    rows.append(.gap)
    rows.append(.note("The same keys work while the keyboard layout is Arabic (101)."))
    return rows
  }()
}
