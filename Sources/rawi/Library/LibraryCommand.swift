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
    let (documents, unread) = try library.ask(folder) { open in
      try open.scan()
      if analyze { try open.analyze(model) }
      let catalogue = open.catalogue
      let unread = try catalogue.unread().map {
        ($0.path, catalogue.reason(for: $0.path, open.reading))
      }
      return (try catalogue.list(joiningCopies: !copies), unread)
    }
    for document in documents {
      try output.row([
        FoundPrinter.day(of: document), "\(document.count)", "\(document.copies.count)",
        FilePath.shown(document.place.name), document.title, document.source ?? "",
      ])
    }
    for case (let path, let error?) in unread {
      Failure.tell(Phrase(.inFile, .path(path), .phrase(error.phrase)))
    }
  }
}
