import ArabicText
import ArgumentParser
import CursesTerminal
import Documents
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

  @Argument(
    help: "The articles; without one, or as -, standard input.", completion: .file())
  var files: [String] = []

  @Flag(help: "Take the article that comes with Rawi.")
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The charset of the articles, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

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

  @OptionGroup var interface: InterfaceOptions

  func validate() throws {
    guard (20...400).contains(width) else {
      throw ValidationError("--width takes a number of columns from 20 to 400")
    }
  }

  func run() throws {
    try Failure.reporting {
      let first = try openFirst()
      let themes = ThemeFiles()
      // A mistake in it is told before the terminal is taken over.
      _ = try theme.map { try themes.theme($0, on: .unknown) }
      let terminal = try CursesTerminal(choices: try drawing.choices())
      defer { terminal.close() }
      let theme = try themes.theme(theme, on: terminal.traits.background)
      let appearance = Appearance(
        theme: terminal.depth == .none ? theme.withoutColors : theme,
        direction: dir.direction, lettering: drawing.letters.lettering(terminal.plan),
        measure: width, language: interface.language)
      let (background, isPlain) = (terminal.traits.background, terminal.depth == .none)
      var program = try ReaderProgram(
        first.document, first: first.number, of: sources, failed: first.failures,
        encoding: encoding, terminal: terminal, appearance: appearance
      ) {
        themes.names.compactMap { try? themes.theme($0, on: background) }
          .map { isPlain ? $0.withoutColors : $0 }
      }
      let status = program.run()
      terminal.close()
      if status != 0 { throw ExitCode(status) }
    }
  }

  /// Where the articles come from.
  private var sources: [ArticleSource] {
    let named = files.map { $0 == "-" ? ArticleSource.standardInput : .file($0) }
    let all = (sample ? [.sample] : []) + named
    return all.isEmpty ? [.standardInput] : all
  }

  /// The first article that can be opened; those before it are told on standard error, which is seen
  /// when the reader ends.
  private func openFirst() throws -> (
    number: Int, document: Document, failures: [Int: String]
  ) {
    var failures: [Int: String] = [:]
    for (number, source) in sources.enumerated() {
      do {
        return (number, try source.document(encoding: encoding), failures)
      } catch  where number + 1 < sources.count {
        failures[number] = "\(error)"
        Failure.tell("\(error)")
      }
    }
    throw DocumentError.terminal
  }
}
