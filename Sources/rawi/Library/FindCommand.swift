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
      prepositions before it or without, and a name as other papers spell it. What stands in quotation marks is \
      found as it stands, but for hamza, ya, ta marbuta, vowel signs and letters of Persian. Behind -- there is no option any more. \
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

  @OptionGroup var asked: FindOptions

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The folder of the articles; without it, the current one.", valueName: "folder"),
    completion: .directory)
  var folder = "."

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
    if try asked.request().asksForNothing { throw ValidationError(.callFindWhat) }
    if limit < 1 { throw ValidationError(.callLimitRange) }
    if let named, named.contains("/") { throw ValidationError(.callFolderIn, .path(named)) }
  }

  /// A folder that stands behind the words, where grep has it, and not behind `--in`.
  private var named: String? {
    guard folder == ".", asked.asked.count > 1 else { return nil }
    return asked.asked.last.flatMap { FolderFiles.isFolder($0) ? $0 : nil }
  }

  func run(printingTo output: StandardOutput) throws {
    var request = try asked.request()
    request.limit = limit
    request.same = model.sameNames()
    let asked = request
    let findings = try library.ask(folder) { open in
      let findings = try open.find(asked, model)
      try open.tellUnread()
      return findings
    }
    try FoundPrinter(format: format, folder: folder, output: output).print(findings)
    guard findings.documents.isEmpty else { return }
    try output.finish()
    if let named { Failure.tell(Phrase(.callFolderIn, .path(named))) }
    throw ExitCode(1)
  }
}
