import ArabicText
import ArgumentParser
import CursesTerminal
import Reader
import TextLayout

/// Which direction paragraphs have.
enum DirectionChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, rtl, ltr

  /// The direction chosen, or `nil` for that of each paragraph's first strong letter.
  var direction: Direction? {
    switch self {
    case .auto: nil
    case .rtl: .rightToLeft
    case .ltr: .leftToRight
    }
  }
}

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Opens an article in the reader.")

  @OptionGroup var input: InputOptions

  @OptionGroup var drawing: DrawingOptions

  @Option(
    help: ArgumentHelp("The direction of paragraphs: auto, rtl or ltr.", valueName: "direction"))
  var dir: DirectionChoice = .auto

  @Option(
    help: ArgumentHelp(
      "A theme's name or file; without it auto, which is light or dark as the background is. rawi "
        + "themes lists them.",
      valueName: "theme"), completion: .list(ThemeCatalog.builtIn.map(\.name)))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "The longest line of the article, in columns (20 to 400).", valueName: "columns"))
  var width = 90

  @OptionGroup var page: PageOptions

  @OptionGroup var interface: InterfaceOptions

  func validate() throws {
    guard (20...400).contains(width) else {
      throw ValidationError("--width takes a number of columns from 20 to 400")
    }
  }

  func run() throws {
    try Failure.reporting {
      let document = try input.document()
      let themes = ThemeFiles()
      // A mistake in it is told before the terminal is taken over.
      _ = try theme.map { try themes.theme($0, on: .unknown) }
      let terminal = try CursesTerminal(choices: try drawing.choices())
      defer { terminal.close() }
      let theme = try themes.theme(theme, on: terminal.traits.background)
      let appearance = Appearance(
        theme: terminal.depth == .none ? theme.withoutColors : theme,
        direction: dir.direction, lettering: drawing.letters.lettering(terminal.plan),
        measure: width, typesetting: page.typesetting, language: interface.language)
      var program = try ReaderProgram(
        document: document, terminal: terminal, appearance: appearance)
      let status = program.run()
      terminal.close()
      if status != 0 { throw ExitCode(status) }
    }
  }
}
