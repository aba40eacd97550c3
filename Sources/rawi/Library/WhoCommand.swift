import ArgumentParser
import Interface
import Library
import Platform

/// `rawi who`: who is quoted in a folder of articles, and of whom they speak.
struct WhoCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "who",
    abstract: "Tells who speaks of whom in a folder of articles.",
    discussion: """
      Each speaker comes with the number of quotations and of articles, and with the names that stand in what is \
      said; the most quoted come first. Names are counted, and not people: a name of one word is joined with no \
      other; spellings of different papers are one name. Copies count once. With words, names, days or a \
      source, only what rawi find finds by them is counted. In csv a row is a speaker with one of the names. \(TableForm.commas)

      The exit status is 0 where somebody is quoted, and 1 where nobody is.
      """)

  @OptionGroup var asked: FindOptions

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The folder of the articles; without it, the current one.", valueName: "folder"),
    completion: .directory)
  var folder = "."

  @Option(
    help: ArgumentHelp(
      "How many speakers are shown, and how many names of each. The default is 20; csv and json have all.",
      valueName: "number"))
  var limit: Int?

  @Option(help: ArgumentHelp("The format of the output: text, json or csv.", valueName: "format"))
  var format: FindCommand.Format = .text

  @OptionGroup var library: LibraryOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError(.callLimitRange) }
  }

  func run(printingTo output: StandardOutput) throws {
    let limit = limit ?? (format == .text ? 20 : .max)
    var request = try asked.request()
    request.same = model.sameNames()
    var table = try library.ask(folder) { open in
      try open.scan()
      try open.analyze(model)
      return try JoinedCatalogues([open.catalogue]).speakers(
        request, topicsAtMost: limit, reading: open.reading,
        notes: { _ in open.notes })
    }
    table.speakers = Array(table.speakers.prefix(limit))
    try SpeakerPrinter(format: format, output: output).print(table)
    guard table.speakers.isEmpty else { return }
    try output.finish()
    throw ExitCode(1)
  }
}
