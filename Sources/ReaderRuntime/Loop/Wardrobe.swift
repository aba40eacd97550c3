import CursesTerminal
import Interface
import Reader

/// The themes as they look in one terminal.
package struct Wardrobe {
  let files: ThemeFiles
  private let background: TerminalTraits.Background
  private let depth: ColorDepth

  /// The themes of `files` as `terminal` can show them.
  package init(files: ThemeFiles, terminal: CursesTerminal) {
    self.files = files
    background = terminal.traits.background
    depth = terminal.depth
  }

  /// The theme of the given name or path, or the one for people who chose none.
  package func theme(_ nameOrPath: String?) throws(ThemeError) -> Theme {
    let theme = try files.theme(nameOrPath ?? automatic, on: background)
    return depth == .none ? theme.withoutColors : theme
  }

  /// The theme for people who chose none, where it is not the usual one.
  ///
  /// Brought down to the few colours of some terminals, the browns and greens of dark letters become
  /// the yellow and cyan that nobody can read on white; one theme is made for those colours.
  private var automatic: String? {
    background == .light && (depth == .eight || depth == .sixteen) ? "terminal" : nil
  }

  /// All themes that can be worn, in the order of their list.
  var all: [Theme] { files.names.compactMap { try? theme($0) } }
}
