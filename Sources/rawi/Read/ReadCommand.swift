import Annotations
import ArabicText
import ArgumentParser
import Corrections
import CursesTerminal
import Documents
import Glibc
import Interface
import Library
import Platform
import Reader
import ReaderRuntime
import Screen

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Opens an article in the reader.")

  @Argument(
    help: ArgumentHelp(
      "The article; folders, several files, a feed and JSON Lines open as a list, the newest first; without one, "
        + "or as -, standard input, which is shown as it comes. +F before them shows the end of the first as it grows."
    ),
    completion: .file())
  var files: [String] = []

  @Flag(help: "Take the article that comes with Rawi.")
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The charset of the articles, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

  @OptionGroup var lines: WrappedOption
  @OptionGroup var extent: ExtentOption

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
      "The longest line of the article, in columns (\(Setting.width.range)). The default is 90.",
      valueName: "columns"))
  var width: Int?

  @OptionGroup var page: PageOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var interface: InterfaceOptions

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Whether the mouse scrolls, selects and follows; the terminal's own selecting then takes the "
        + "Shift key. The default is --mouse."))
  var mouse: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Whether the status line tells the keys that matter. The default is --hints."))
  var hints: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Whether cards have names in Latin letters by the rules of ALA-LC. The default is --romanize in "
        + "English and --no-romanize in Arabic."))
  var romanize: Bool?

  func validate() throws {
    try Setting.width.validate(width, by: .callColumnsRange)
  }

  func run() throws {
    let status = try Failure.reporting(read)
    if let signal = TerminalSignal(exitStatus: status) {
      RunningProgram.end(bySignal: signal.number)
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Reads until the person quits.
  ///
  /// - Returns: The exit status; notes are stored and the terminal is as it was.
  private func read() throws -> Int32 {
    let configuration = try ConfigurationFile.configuration()
    let extent = extent.extent(configuration)
    let isList = isRoom
    let sources = isList ? [] : try sources()
    var first = isList ? nil : try openFirst(of: sources, extent)
    if let opened = first, holdsArticles(opened.document, from: sources[opened.number]) {
      first = nil
    }
    let themes = ThemeFiles()
    let setup = try model.setup()
    let drawing = drawing.over(configuration)
    let theme = theme ?? configuration.word(.theme)
    // A mistake in it is reported before the terminal is taken over.
    _ = try theme.map { try themes.theme($0, on: .any) }
    let terminal = try CursesTerminal(
      choices: try drawing.choices(), mouse: mouse ?? (configuration.word(.mouse) != "off"))
    defer { terminal.close() }
    let resolver = ThemeForBackground(
      files: themes, background: terminal.traits.background.appearance,
      colors: terminal.depth.count)
    let appearance = Appearance(
      theme: try resolver.theme(theme),
      direction: (dir ?? configuration.choice(.dir))?.direction,
      lettering: drawing.letters.lettering(terminal.plan),
      measure: width ?? configuration.number(.width) ?? 90,
      typesetting: page.over(configuration).typesetting,
      language: interface.language(configuration), placesTashkeel: terminal.plan.placesTashkeel,
      showsHints: hints ?? (configuration.word(.hints) != "off"),
      romanizes: romanize
        ?? configuration.choice(.romanize, as: RomanizationChoice.self)?.romanizes)
    let preferences = Preferences(appearance: appearance, keymap: configuration.keymap)
    let services = services(terminal, setup, resolver, configuration, extent)
    let loop =
      if let first {
        ReaderLoop(
          first.document, first: first.number, of: sources, failures: first.failures,
          encoding: encoding, extent: extent, preferences: preferences, services: services,
          arriving: first.arriving, follows: files.contains(Self.follow))
      } else {
        ReaderLoop(
          room: shelf(files, setup, extent), named: roomName, encoding: encoding, extent: extent,
          preferences: preferences, services: services)
      }
    let status = loop.run()
    terminal.close()
    for words in loop.lastWords {
      switch words {
      case .phrase(let phrase): Failure.tell(phrase.string(in: appearance.language))
      case .text(let text): Failure.tell(text)
      }
    }
    if !loop.waitForWork(atMost: .seconds(2)) { Self.endAtOnce(status) }
    return status
  }

  /// The world as it is.
  private func services(
    _ terminal: CursesTerminal, _ analysis: AnalysisSetup, _ themes: ThemeForBackground,
    _ configuration: Configuration, _ extent: Extent
  ) -> ReaderServices {
    let environment = ProcessEnvironment.variables
    let clipboard = ClipboardTool(environment: environment)
    return ReaderServices(
      terminal: terminal, files: disk, store: UserStore(environment: environment),
      analyzer: analysis,
      themes: themes, editor: Editor(environment: environment),
      copyToDesktop: { clipboard?.copy($0) }, lookup: LookupTool(configuration.lookup),
      links: LinkTool(configuration.links),
      history: PromptHistoryFile(environment: environment),
      pane: PaneFile(environment: environment), rescue: RescueFolders(environment: environment),
      library: { library(around: $0, analysis, extent) })
  }

  /// Ends the program while an analysis still runs.
  ///
  /// `exit` would tear down the library for matrix products while it is at work, which crashes.
  private static func endAtOnce(_ status: Int32) -> Never {
    if let signal = TerminalSignal(exitStatus: status) {
      RunningProgram.end(bySignal: signal.number)
    }
    fflush(nil)
    _exit(status)
  }

  /// What asks, as in less, for the end of a text that grows; a file of that name is `./+F`.
  static let follow = "+F"

  private var disk: DiskFiles { DiskFiles(wrapped: lines.wrapped) }

  /// Where the articles come from; of a folder, the files in it and in those below, the newest first.
  private func sources() throws(NoDocuments) -> [ArticleSource] {
    let places = files.filter { $0 != Self.follow }
    let named = places.flatMap { place in
      if place == "-" { return [ArticleSource.standardInput] }
      guard FolderFiles.isFolder(place) else { return [.file(place)] }
      return FolderFiles.newestFirst(in: place).map { ArticleSource.file($0) }
    }
    if named.isEmpty, !places.isEmpty { throw NoDocuments(places: places) }
    let all = (sample ? [.sample] : []) + named
    return all.isEmpty ? [.standardInput] : all
  }

  /// The first article that can be opened; those before it, and what is not there behind it, are told
  /// on standard error, which is seen when the reader ends.
  private func openFirst(of sources: [ArticleSource], _ extent: Extent) throws -> (
    number: Int, document: Document, failures: [Int: Phrase], arriving: ArrivingArticle?
  ) {
    var failures: [Int: Phrase] = [:]
    var last = DocumentError.terminal
    for (number, source) in sources.enumerated() {
      let arriving = arriving(source, extent)
      let first = arriving?.first {
        Failure.tell(Phrase(.inputAwaited))
      }
      switch first?.result
        ?? disk.loadWaiting(source, encoding: encoding, extent: extent)
      {
      case .success(let document):
        failures.merge(missing(among: sources, behind: number)) { known, _ in known }
        tell(failures)
        return (number, document, failures, first?.isWhole == false ? arriving : nil)
      case .failure(let error):
        last = error
        failures[number] = error.phrase
      }
    }
    failures[sources.count - 1] = nil
    tell(failures)
    throw last
  }

  /// What is not there of the files behind the one that is opened: nobody should look for it in vain.
  private func missing(among sources: [ArticleSource], behind number: Int) -> [Int: Phrase] {
    var missing: [Int: Phrase] = [:]
    for other in sources.indices.dropFirst(number + 1) {
      guard let path = sources[other].path, PathCalls.status(of: path) == nil else { continue }
      missing[other] = DocumentError(opening: path, errno).phrase
    }
    return missing
  }

  /// What is piped into the program, which is shown as it comes; `nil` for what is there at once.
  private func arriving(_ source: ArticleSource, _ extent: Extent) -> ArrivingArticle? {
    guard source == .standardInput, disk.isStream(source), isatty(STDIN_FILENO) == 0 else {
      return nil
    }
    return ArrivingArticle(
      encoding: encoding, key: StreamKey.make(),
      extent: extent, wrapped: lines.wrapped)
  }

  private func tell(_ failures: [Int: Phrase]) {
    for (_, problem) in failures.sorted(by: { $0.key < $1.key }) {
      Failure.tell(problem)
    }
  }
}
