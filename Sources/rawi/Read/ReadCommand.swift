import Annotations
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
    help: ArgumentHelp(
      "The direction of paragraphs: auto, rtl or ltr. The default is auto.",
      valueName: "direction"))
  var dir: DirectionChoice?

  @Option(
    help: ArgumentHelp(
      "A theme's name or file; without it auto, which is light or dark as the background is. rawi "
        + "themes lists them.",
      valueName: "theme"), completion: .list(ThemeCatalog.builtIn.map(\.name)))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "The longest line of the article, in columns (20 to 400). The default is 90.",
      valueName: "columns"))
  var width: Int?

  @OptionGroup var page: PageOptions

  @Option(
    help: ArgumentHelp(
      "Whether names that your corrections have taught are heeded: on or off.",
      valueName: "choice"))
  var ownNames: OnOff = .on

  @OptionGroup var interface: InterfaceOptions

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Whether the mouse scrolls, selects and follows; the terminal's own selecting then takes the "
        + "Shift key. The default is --mouse."))
  var mouse: Bool?

  func validate() throws {
    guard (20...400).contains(width ?? 90) else {
      throw ValidationError("--width takes a number of columns from 20 to 400")
    }
  }

  /// The names that the person has taught; none where they cannot be read.
  private static var names: PersonalNames {
    (try? PersonalNamesFile(in: DataFolder(environment: ProcessEnvironment.variables)).read())
      ?? PersonalNames()
  }

  func run() throws {
    try Failure.reporting(in: interface.language()) {
      let document = try input.document()
      let themes = ThemeFiles()
      let configuration = try ConfigurationFile().read()
      let drawing = drawing.over(configuration)
      let theme = theme ?? configuration.word(.theme)
      // A mistake in it is told before the terminal is taken over.
      _ = try theme.map { try themes.theme($0, on: .unknown) }
      let terminal = try CursesTerminal(
        choices: try drawing.choices(), mouse: mouse ?? (configuration.word(.mouse) != "off"))
      defer { terminal.close() }
      let wardrobe = Wardrobe(files: themes, terminal: terminal)
      let appearance = Appearance(
        theme: try wardrobe.theme(theme),
        direction: (dir ?? configuration.choice(.dir))?.direction,
        lettering: drawing.letters.lettering(terminal.plan),
        measure: width ?? configuration.number(.width) ?? 90,
        typesetting: page.over(configuration).typesetting,
        language: interface.language(configuration), placesMarks: terminal.plan.placesMarks)
      var program = try ReaderProgram(
        document: document, terminal: terminal, appearance: appearance,
        keymap: configuration.keymap, names: ownNames == .off ? PersonalNames() : Self.names,
        wardrobe: wardrobe)
      let status = program.run()
      terminal.close()
      if status != 0 { throw ExitCode(status) }
    }
  }
}
