import ArabicText
import Interface

/// The list of all commands, filtered by what is typed.
package struct PaletteState: Hashable, Sendable {
  /// What was typed.
  package var query = ""
  /// The row that is selected, among those that are left.
  package var selected = 0
  /// The first row shown.
  package var top = 0
}

extension ReaderState {
  /// The commands that the palette lists: those whose title, in either language, or name or keys hold
  /// every word that was typed, however it is spelled.
  ///
  /// - Complexity: O(*n*) in the letters of all titles, for each word.
  var paletteCommands: [Command] {
    let words = (palette?.query ?? "").split(separator: " ").compactMap {
      FoldedPattern(String($0))
    }
    return keymap.bindings.map(\.command).filter { command in
      let keys = keymap.keys(of: command).map { $0.label(in: .english) }
      let all =
        [command.title(in: .english), command.title(in: .arabic), command.rawValue] + keys
      let text = DecodedText(all.joined(separator: "\n"))
      return words.allSatisfy { !$0.matches(in: text, span: text.span).isEmpty }
    }
  }
}
