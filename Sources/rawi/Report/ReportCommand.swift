import ArgumentParser
import Glibc
import Interface
import Library
import Platform

/// `rawi report FOLDER…`: who says what in folders of articles, and of whom.
struct ReportCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tells who is named in folders of articles, who says what, and of whom.",
    discussion: """
      Without --html it prints what rawi who does, of several folders together. \
      With --html one page that needs nothing else, from right to left, to be opened in a browser and handed \
      on: the articles, who is named in them and when, all that is said, who speaks of whom, and your notes \
      and tags.

      Every article is analysed once, which takes its time and goes on where it was ended. Names are counted, \
      and one of a single word may be of several people; rawi names --join says which are of one. \
      Without --html the exit status is 0 where somebody is quoted, and 1 where nobody is. \
      \(TableForm.commas)
      """)

  /// What is printed.
  enum Form: String, EnumerableFlag {
    case text, csv, html

    static func help(for value: Self) -> ArgumentHelp? {
      switch value {
      case .text: "Print who speaks of whom, a row for each speaker."
      case .csv: "Print who speaks of whom, with commas between the columns."
      case .html: "Print all of it as one page for a browser."
      }
    }
  }

  @Argument(
    help: "The folders of the articles; without one, the current one.", completion: .directory)
  var folders: [String] = []

  @Flag var form: Form = .text

  @Option(
    help: ArgumentHelp(
      "Only articles with these words, which are looked for as rawi find does.", valueName: "words")
  )
  var words = ""

  @OptionGroup var filter: FilterOptions

  @Flag(help: "Count copies one by one, and not as one.")
  var copies = false

  @Option(
    help: ArgumentHelp(
      "How many articles the page lists, the newest, with what is said in them and your notes; names are counted in all. The default is 1000.",
      valueName: "number"))
  var limit = 1000

  @OptionGroup var library: LibraryOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func validate() throws {
    _ = try filter.request(words: words)
    if limit < 1 { throw ValidationError(.callLimitRange) }
  }

  func run(printingTo output: StandardOutput) throws {
    var request = try filter.request(words: words)
    request.limit = limit
    request.givesCopies = copies
    request.same = model.sameNames()
    let folders = folders.isEmpty ? ["."] : FolderFiles.apart(folders)
    let wanted = request
    guard form == .html else {
      let table = try asked(folders) { libraries in
        try JoinedCatalogues(libraries.map(\.catalogue)).speakers(
          wanted, reading: try library.reading(),
          notes: { catalogue in libraries.first { $0.catalogue.root == catalogue.root }?.notes })
      }
      try SpeakerPrinter(format: form == .csv ? .csv : .text, output: output).print(table)
      guard table.speakers.isEmpty else { return }
      try output.finish()
      throw ExitCode(1)
    }
    let report = try asked(folders) { libraries in
      let parts = zip(libraries, folders).map { open, folder in
        LibraryReport.Part(open.catalogue, folder: folder == "." ? "" : folder, notes: open.notes)
      }
      return try LibraryReport(
        of: parts, wanted, try library.reading(), topicsAtMost: ReportPage.mostTopics)
    }
    let page = ReportPage(
      report, named: folders.map { FilePath.name(of: FilePath.real($0) ?? $0) },
      asked: restrictions, language: interface.language(try ConfigurationFile.configuration()))
    try output.write(page.html, as: .exact)
  }

  /// The answer to `question` of the libraries in `folders`, which are analysed before.
  private func asked<Answer>(
    _ folders: [String], _ question: ([OpenLibrary]) throws -> Answer
  ) throws -> Answer {
    try library.ask(folders) { libraries in
      for open in libraries {
        try open.scan()
        try open.analyze(model)
      }
      return try question(libraries)
    }
  }

  /// What the report is restricted to, as it was asked for.
  private var restrictions: [String] {
    let names = filter.person + filter.organisation + filter.place + filter.tag.map { "#\($0)" }
    let words = [words] + filter.saidBy + filter.about + filter.source + filter.note
    let days = filter.since.map { "≥ \($0)" } + filter.until.map { "≤ \($0)" }
    return (words + names + days).filter { !$0.isEmpty }
  }
}
