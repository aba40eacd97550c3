import Interface
import Screen

/// Chooses the theme for a terminal by its background and its colours.
package struct ThemeForBackground {
  private let files: ThemeFiles
  private let background: Theme.Appearance
  private let colors: Int

  /// The themes of `files` in a terminal with `background` that shows `colors` colours, 0 for none.
  package init(files: ThemeFiles, background: Theme.Appearance, colors: Int) {
    (self.files, self.background, self.colors) = (files, background, colors)
  }

  /// The names of all themes.
  package var names: [String] { files.names }

  /// All themes that can be used, in the order of their names.
  package var all: [Theme] { names.compactMap { try? theme($0) } }

  /// The theme of the given name or path, or the one for people who chose none.
  package func theme(_ nameOrPath: String?) throws(ThemeError) -> Theme {
    let theme = try files.theme(nameOrPath ?? automatic, on: background)
    if colors == 0 { return theme.withoutColors }
    guard hasFewColors, theme.name != Self.forFewColors else { return theme }
    // On a ground of its own a theme is as light as that is.
    let hasGround = theme.style(.text).background != .terminal
    let ground = hasGround && theme.appearance != .any ? theme.appearance : background
    return theme.inFewColors(
      ColorDepth(count: colors), as: try files.theme(Self.forFewColors, on: ground))
  }

  /// The theme for people who chose none, where it is not the usual one.
  ///
  /// Brought down to the few colours of some terminals, the browns and greens of dark letters become
  /// the yellow and cyan that nobody can read on white, and on black quotations and the selection
  /// vanish; one theme is made for those colours.
  private var automatic: String? { hasFewColors ? Self.forFewColors : nil }

  /// The theme that is made for the named colours.
  private static let forFewColors = "terminal"

  private var hasFewColors: Bool { (1...16).contains(colors) }
}
