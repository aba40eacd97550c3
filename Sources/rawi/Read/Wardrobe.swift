import CursesTerminal
import Reader

/// The themes as they look in one terminal.
struct Wardrobe {
  let files: ThemeFiles
  private let background: TerminalTraits.Background
  private let hasColors: Bool

  init(files: ThemeFiles, terminal: CursesTerminal) {
    self.files = files
    background = terminal.traits.background
    hasColors = terminal.depth != .none
  }

  /// The theme of the given name or path, or the one for people who chose none.
  func theme(_ nameOrPath: String?) throws(ThemeError) -> Theme {
    let theme = try files.theme(nameOrPath, on: background)
    return hasColors ? theme : theme.withoutColors
  }

  /// All themes that can be worn, in the order of their list.
  var all: [Theme] { files.names.compactMap { try? theme($0) } }
}
