import ArgumentParser
import Interface
import Library
import Platform
import ReaderRuntime

/// `rawi library FOLDER`: the articles in a folder.
struct LibraryCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Lists the articles in a folder, the newest first.",
    discussion: """
      A row has the day, the number of words, how many copies there are beside the one that is named, its path, \
      its title and its source. What could not be read is told on standard error.

      \(TableForm.tabs)
      """)

  @Argument(
    help: "The folder of the articles; without it, the current one.", completion: .directory)
  var folder = "."

  @Flag(
    help: "Analyse every article now, so that rawi find can be asked for people and what they say.")
  var analyze = false

  @Flag(help: "Show copies one by one, and not as one.")
  var copies = false

  @OptionGroup var library: LibraryOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let open = try library.catalogue(of: folder)
    try open.scan()
    if analyze { try open.analyze(model) }
    open.tellNotices()
    for document in try open.catalogue.list(joiningCopies: !copies) {
      try output.row([
        FoundPrinter.day(of: document), "\(document.count)", "\(document.copies.count)",
        FilePath.shown(document.place.name), document.title, document.source ?? "",
      ])
    }
    for file in try open.catalogue.unread() {
      guard let error = open.catalogue.reason(for: file.path, open.reading) else { continue }
      Failure.tell(Phrase(.inFile, .path(file.path), .phrase(error.phrase)))
    }
  }
}
