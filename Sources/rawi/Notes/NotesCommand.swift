import Platform
import Annotations
import ArabicText
import ArgumentParser
import Glibc
import Interface

/// `rawi notes`: the annotations of all articles.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Lists the articles that you have annotated, or copies all annotations.",
    subcommands: [ListCommand.self, BackupCommand.self], defaultSubcommand: ListCommand.self)

  struct ListCommand: PrintingCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Prints, for each annotated article, how many annotations it has and where it lay.",
      discussion: TableForm.tabs)

    @OptionGroup var interface: InterfaceOptions

    func run(printingTo output: StandardOutput) throws {
      let notes = try NotesStore.toRead()
      try notes?.check()
      let documents = (try notes?.store.annotatedDocuments() ?? []).filter {
        $0.isLast || $0.isThere
      }
      // A person may wonder, a script does not.
      if documents.isEmpty, output.isTerminal { Failure.tell(Phrase(.noNotesYet)) }
      for document in documents {
        let path = document.path.map(FilePath.shown) ?? "-"
        try output.row(["\(document.count)", document.seen.iso, document.contentHash, path])
      }
    }
  }

  struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copies all annotations into a new file, also while they are in use.",
      discussion: "The copy takes the place of annotations.sqlite where that is lost.")

    @Argument(
      help: "The file to write; one that is there is not written over.", completion: .file())
    var file: String

    @OptionGroup var interface: InterfaceOptions

    func run() throws {
      try Failure.reporting {
        guard let notes = try NotesStore.toRead() else {
          let path = try NotesStore.folder().annotations
          // A file of nothing is none that was damaged: it has never been a store.
          throw PathCalls.status(of: path) == nil
            ? StoreError.cannotOpen(path: path, errno: ENOENT) : .noStore(path: path)
        }
        try notes.check()
        try notes.store.backUp(to: file)
      }
    }
  }
}

extension AnnotatedDocument {
  /// Whether there is a file where it was seen; of one of several articles, which `#` parts from its
  /// number, the file that they are in.
  fileprivate var isThere: Bool {
    guard let path else { return false }
    let file = path.lastIndex(of: "#").map { String(path[..<$0]) }
    return [path, file].compactMap(\.self).contains { PathCalls.status(of: $0) != nil }
  }
}
