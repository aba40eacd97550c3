import Annotations
import ArabicAnalysis
import ArabicText
import ArgumentParser
import CursesTerminal
import Interface
import Platform
import Reader
import ReaderRuntime
import Screen

/// `rawi show FILE`: the article on standard output.
struct ShowCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints an article as the reader shows it, for a pager or a file.",
    discussion: """
      On a terminal lines stand as the terminal shows them rightly, with colours. To a pipe or a file \
      go plain lines in the order in which the text is stored. For a pager that shows colours: rawi \
      show --color always FILE | less -R, where lines are ordered for the terminal as its variables \
      tell what it is; nothing is asked of it then, as the pager reads from it.

      With --plain names and quotations are told in words in brackets, for a screen reader or a braille \
      display; --bidi logical gives the order in which the text is stored. With --format html a page for \
      a browser is printed, as export prints it with your notes.

      What you have corrected in the reader holds here, too: the corrections of the article, and the lists \
      that they have taught. What cannot be read of these is told on standard error and left out, and the \
      exit status is 0 all the same.
      """)

  /// Whether colours are sent.
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  /// What is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "What is printed: text, lines for a terminal or a file, or html, a page for a browser.",
      valueName: "format"))
  var format: Format = .text

  @Flag(help: "Tell names and quotations in words in brackets, without colours.")
  var plain = false

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "Whether names and quotations are coloured: always, never or auto (on a terminal).",
      valueName: "choice"))
  var color: ColorChoice = .auto

  @OptionGroup var letters: LetteringOptions

  @Option(
    help: ArgumentHelp(
      "The direction of paragraphs: auto, rtl or ltr. The default is auto.",
      valueName: "direction"))
  var dir: DirectionChoice?

  @Option(
    help: ArgumentHelp(
      "A theme's name or file; without it auto, which is light or dark as the background is.",
      valueName: "theme"), completion: .list(ThemeCatalog.builtIn.map(\.name)))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "The longest line, in columns (\(Setting.width.range)); without it 90, or less where COLUMNS or the "
        + "terminal has less.", valueName: "columns"))
  var width: Int?

  @OptionGroup var page: PageOptions

  @OptionGroup var interface: InterfaceOptions

  func validate() throws {
    if plain, format == .html { throw ValidationError(.callPlainIsText) }
    if plain, color == .always { throw ValidationError(.callPlainIsColorless) }
    try Setting.width.validate(width, by: .callColumnsRange)
  }

  func run(printingTo output: StandardOutput) throws {
    let document = try input.document()
    let configuration = try ConfigurationFile.configuration()
    if format == .html {
      try printPage(of: document, in: interface.language(configuration), to: output)
      return
    }
    let letters = letters.over(configuration)
    let target = PrintTarget(colors: plain ? .never : color)
    let choices = DrawingChoices(
      bidi: letters.bidi ?? .auto, remembered: try TerminalChoicesFile().read())
    let plan = target.plan(choices)
    let depth = target.depth
    let files = ThemeFiles()
    let suiting = try files.theme(
      theme ?? configuration.word(.theme), on: target.facts.traits.background.appearance)
    let room = target.room(longestLine: width ?? configuration.number(.width))
    let appearance = Appearance(
      theme: depth == .none ? suiting.withoutColors : suiting,
      direction: (dir ?? configuration.choice(.dir))?.direction,
      lettering: letters.lettering(plan), measure: room.measure,
      typesetting: page.over(configuration).typesetting)
    let page = PrintedPage(document: document, columns: room.columns, appearance: appearance)
    let text = StyledText(depth: depth, drawing: plan.drawing, isPlain: !target.isColored)
    try PagePrinter(
      document: document, text: text, pipeline: try model.pipeline(),
      spoken: plain ? SpokenMarks(language: interface.language(configuration)) : nil
    ).print(page, to: output)
  }

  private func printPage(
    of document: Document, in language: Language, to output: StandardOutput
  ) throws {
    var page = ExchangeDocument(
      text: NotesStore.text(of: document), name: document.name, annotations: [])
    page.words = ExportWords(language)
    page.add(try model.corrected(document))
    try output.write(ExchangeFormat.html.write(page).content, as: .exact)
  }
}
