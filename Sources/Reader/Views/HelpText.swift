import Interface
import Screen
/// The help, made from the table that dispatches the keys.
enum HelpText {
  enum Row: Hashable {
    case heading(PhraseKey)
    /// The keys of a command, what they type on an Arabic keyboard, and what it does.
    case binding(keys: String, arabic: [String], summary: String)
    case note(PhraseKey)
    case gap
  }

  /// The rows of the help to the keys in force, of commands whose keys or title in either language hold
  /// every word of `query`.
  static func rows(of state: ReaderState, holding query: String = "") -> [Row] {
    let search = CommandSearch(query)
    var rows: [Row] = []
    for group in CommandGroup.allCases {
      let bindings = state.keymap.bindings.filter {
        $0.command.group == group && search.finds($0.command, in: state.keymap)
      }
      guard !bindings.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.gap) }
      rows.append(.heading(group.title))
      for binding in bindings { rows.append(row(of: binding, state)) }
    }
    guard query.isEmpty else { return rows }
    return rows + [.gap, .note(.helpTyping), .note(.helpChart), .note(.helpNote)]
  }

  /// The keys that answer a question.
  static func rows(of answers: [Hint], _ state: ReaderState) -> [Row] {
    guard !answers.isEmpty else { return [] }
    let rows = answers.map { hint in
      row(of: hint.keys, state.string(hint.label), state)
    }
    return [.heading(.helpAnswers)] + rows + [.gap]
  }

  private static func row(of binding: Keymap.Binding, _ state: ReaderState) -> Row {
    row(of: binding.keys, binding.command.title(in: state.language), state)
  }

  private static func row(of keys: [Key], _ summary: String, _ state: ReaderState) -> Row {
    let labels = keys.map { $0.labelInText(in: state.language) }
    let arabic = keys.compactMap(ArabicKeyboard.arabicKey)
    return .binding(
      keys: labels.isEmpty ? "—" : labels.joined(separator: " "),
      arabic: arabic.map { $0.labelInText(in: state.language) },
      summary: summary)
  }
}
