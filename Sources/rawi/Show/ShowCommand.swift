import Screen
import ArabicAnalysis
import ArabicText
import ArgumentParser
import CursesTerminal
import Interface
import Platform
import Reader
import ReaderRuntime

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

      What you have corrected in the reader holds here, too: the corrections of the article, and the lists \
      that they have taught. What cannot be read of these is told on standard error and left out, and the \
      exit status is 0 all the same.
      """)

  /// Whether colours are sent.
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @OptionGroup var input: InputOptions

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

  func validate() throws {
    try Setting.width.validate(width, in: "columns")
  }

  func run(printingTo output: StandardOutput) throws {
    let document = try input.document()
    let configuration = try ConfigurationFile().read()
    let letters = letters.over(configuration)
    let target = PrintTarget(colors: color)
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
      document: document, text: text, pipeline: try model.pipeline()
    ).print(page, to: output)
  }
}
