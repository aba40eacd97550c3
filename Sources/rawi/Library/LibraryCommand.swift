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
    usage: "rawi library [rebuild] [<folder>] [<options>]",
    discussion: """
      A row has the day, the number of words, how many copies there are beside the one that is named, its path, \
      its title and its source. What could not be read, files and lines of JSON Lines, is told on standard error. Of a file with several articles the \
      path ends in # and the number of the article among those that could be read.

      \(TableForm.tabs)
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of the articles; without it, the current one. rebuild before it does what --rebuild does.",
      valueName: "folder"), completion: .directory)
  var words: [String] = []

  @Flag(
    help: "Analyse every article now, so that rawi find can be asked for people and what they say.")
  var analyze = false

  @Flag(help: "Show copies one by one, and not as one.")
  var copies = false

  @OptionGroup var library: LibraryOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var interface: InterfaceOptions

  /// Whether the first word asks for what --rebuild does, and is not the folder itself.
  private var asksToRebuild: Bool {
    words.first == "rebuild" && (words.count > 1 || PathCalls.status(of: "rebuild") == nil)
  }

  func validate() throws {
    let places = words.dropFirst(asksToRebuild ? 1 : 0)
    if let second = places.dropFirst().first {
      throw ValidationError("Unexpected argument '\(second)'")
    }
  }

  func run(printingTo output: StandardOutput) throws {
    var library = library
    if asksToRebuild { library.rebuild = true }
    let folder = words.dropFirst(asksToRebuild ? 1 : 0).first ?? "."
    let (documents, unread) = try library.ask(folder) { open in
      try open.scan()
      if analyze { try open.analyze(model) }
      let catalogue = open.catalogue
      let unread = try catalogue.unread().map {
        ($0.path, catalogue.failures(in: $0.path, open.reading))
      }
      return (try catalogue.list(joiningCopies: !copies), unread)
    }
    for document in documents {
      try output.row([
        FoundPrinter.day(of: document), "\(document.count)", "\(document.copies.count)",
        FilePath.shown(document.place.name), document.title, document.source ?? "",
      ])
    }
    for (path, failures) in unread {
      for failure in failures {
        Failure.tell(Phrase(.inFile, .path(path), .phrase(failure.phrase)))
      }
    }
  }
}
