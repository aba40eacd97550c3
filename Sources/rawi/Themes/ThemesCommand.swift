import ArgumentParser
import CursesTerminal
import Interface
import Platform
import Reader
import ReaderRuntime
import Screen

/// `rawi themes`: what there is to choose from, and how a theme looks.
struct ThemesCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Lists the themes, or shows one with all its roles.",
    discussion: """
      Names of themes of your own stand first, with the file that each is read from. A role that a \
      theme leaves out looks as the one named after the arrow.
      """)

  @Argument(
    help: "A theme's name or file.", completion: .list(ThemeCatalog.builtIn.map(\.name)))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Whether roles are shown in their looks: always, never or auto (on a terminal).",
      valueName: "choice"))
  var color: ShowCommand.ColorChoice = .auto

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let files = ThemeFiles()
    if let theme {
      let target = PrintTarget(colors: color)
      let shown = try files.theme(theme, on: target.facts.traits.background.appearance)
      for line in Self.lines(of: shown, on: target) { try output.line(line, as: .styled) }
    } else {
      for name in files.names {
        try output.row([name] + [files.file(of: name)].compactMap(\.self))
      }
    }
  }

  /// A line for each role: its name in its look, what it is for, and what it falls back to.
  private static func lines(of theme: Theme, on target: PrintTarget) -> [String] {
    let depth = target.depth
    let text = StyledText(depth: depth, drawing: .visual, isPlain: !target.isColored)
    let shown = depth == .none ? theme.withoutColors : theme
    return Role.allCases.map { role in
      let summary = role.phrase.string(in: .chosen)
      let name = role.rawValue.map { Screen.Cell(String($0), style: shown.style(role)) }
      let gap = String(repeating: " ", count: max(1, 18 - name.count))
      let isOwn = theme.ownRoles.contains(role)
      let fallback = isOwn ? "" : role.fallback.map { " → \($0.rawValue)" } ?? ""
      return text.line(of: name[...]) + gap + summary + fallback
    }
  }
}
