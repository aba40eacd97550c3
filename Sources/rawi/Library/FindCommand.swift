import ArabicText
import ArgumentParser
import Glibc
import Interface
import Library
import Platform

/// `rawi find WORDS`: where something stands in a folder of articles, and who said it.
struct FindCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Finds words, people and what they say in a folder of articles.",
    discussion: """
      All words must be there, and none behind -; a word is found with the article, conjunctions and \
      prepositions before it or without, however it is spelt, and what stands in quotation marks as it stands. \
      The newest articles come first, each with the words around what was found; copies, also those with some changes, are shown as one.

      What is known of a folder is kept in $XDG_CACHE_HOME/rawi/libraries (~/.cache), and only what has \
      changed is read again. Options that ask for people or for what is said need every article analysed once, \
      which takes its time and goes on where it was ended. Offsets in json and csv count Unicode scalars of the \
      decoded text; the end is exclusive. \(TableForm.commas)

      The exit status is 0 where something was found, and 1 where nothing was.
      """)

  /// In which format to print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  // Words behind a minus look as options do.
  @Argument(parsing: .allUnrecognized, help: "The words that are looked for.")
  var words: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The folder of the articles; without it, the current one.", valueName: "folder"),
    completion: .directory)
  var folder = "."

  @Option(
    help: ArgumentHelp(
      "Only what this speaker says; any of the speaker's names will do, however it is spelt.",
      valueName: "name"))
  var saidBy: String?

  @Option(help: ArgumentHelp("Only what is said with these words in it.", valueName: "words"))
  var about: String?

  @Option(help: ArgumentHelp("Only articles that name this person.", valueName: "name"))
  var person: [String] = []

  @Option(help: ArgumentHelp("Only articles that name this organisation.", valueName: "name"))
  var organisation: [String] = []

  @Option(help: ArgumentHelp("Only articles that name this place.", valueName: "name"))
  var place: [String] = []

  @Option(help: ArgumentHelp("Only articles that this source has published.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("Only articles from this day on, as 2026-03-01.", valueName: "day"))
  var since: String?

  @Option(help: ArgumentHelp("Only articles up to this day, as 2026-03-31.", valueName: "day"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Only articles with a note of yours that has these words; what it stands at is shown.",
      valueName: "words"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      "Only articles in which you have put this tag on something, which is shown.", valueName: "tag"
    ))
  var tag: [String] = []

  @Flag(help: "Show copies one by one, and not as one.")
  var copies = false

  @Option(
    help: ArgumentHelp("How many articles are shown. The default is 20.", valueName: "number"))
  var limit = 20

  @Option(help: ArgumentHelp("The format of the output: text, json or csv.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var library: LibraryOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func validate() throws {
    // An Arabic word is no name of an option.
    let option = words.first {
      $0.hasPrefix("-") && $0.dropFirst().first.map(Self.isLatin) ?? false
    }
    if let option { throw ValidationError(.callUnknownOption, .path(option)) }
    if try request() == FindRequest() { throw ValidationError(.callFindWhat) }
    if limit < 1 { throw ValidationError(.callLimitRange) }
  }

  func run(printingTo output: StandardOutput) throws {
    var request = try request()
    request.same = model.sameNames()
    let open = try library.catalogue(of: folder)
    let findings = try open.find(request, model)
    open.tellNotices()
    try FoundPrinter(format: format, folder: folder, output: output).print(findings)
    guard findings.documents.isEmpty else { return }
    try output.finish()
    throw ExitCode(1)
  }

  private func request() throws -> FindRequest {
    var request = FindRequest()
    request.words = try query(words.joined(separator: " "))
    request.speaker = saidBy
    request.said = try about.flatMap(query)
    request.named =
      person.map { .init(.person, $0) } + organisation.map { .init(.organisation, $0) }
      + place.map { .init(.place, $0) }
    request.source = source
    request.since = try since.map(day)
    request.until = try until.map(day).map {
      Timestamp(milliseconds: $0.milliseconds + 86_400_000)
    }
    request.limit = limit
    request.givesCopies = copies
    request.note = try note.flatMap(query)
    request.tags = tag
    let names = [saidBy, source].compactMap(\.self) + request.named.map(\.name) + tag
    if names.contains(where: { !FindRequest.isName($0) }) { throw ValidationError(.callFindWhat) }
    return request
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character == "-")
  }

  private func query(_ text: String) throws -> FindQuery? {
    if text.isEmpty { return nil }
    guard let query = FindQuery(text) else { throw ValidationError(.callFindWhat) }
    return query
  }

  private func day(_ text: String) throws -> Timestamp {
    guard text.utf8.count == 10, let day = Timestamp(iso: text) else {
      throw ValidationError(.callDayForm)
    }
    return day
  }
}
