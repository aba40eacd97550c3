import Annotations
import Glibc
import Interface
import Library
import Platform
import Reader

/// What `rawi names` does about names that are of one in all articles.
struct SameNamesReport {
  /// Where it is kept.
  let file: SameNamesFile
  /// Where it is printed.
  let output: StandardOutput

  /// Says `entry`, or takes the last one back, and prints it; without either, all.
  ///
  /// - Throws: `StoreError`, `OutputError` or ``NothingSaid``.
  func run(
    saying entry: SameNames.Entry?, takingBack undoes: Bool, tellingPath: Bool
  ) throws {
    if tellingPath { return try output.line(file.path) }
    if let entry {
      try file.say(entry, on: String(Timestamp.next().iso.prefix(10)))
      try row(of: entry)
      if output.isTerminal { Failure.tell(Phrase(.sameUndo)) }
      return
    }
    if undoes {
      guard let entry = try file.undo() else { throw NothingSaid() }
      try row(of: entry)
      if output.isTerminal { Failure.tell(Phrase(.sameUndone)) }
      return
    }
    let content = try file.read()
    for entry in content.entries { try row(of: entry) }
    if content.entries.isEmpty, output.isTerminal { Failure.tell(Phrase(.sameNone)) }
    content.tellProblems(in: file.path)
  }

  private func row(of entry: SameNames.Entry) throws(OutputError) {
    try output.row([entry.kind.rawValue] + entry.names)
  }
}

extension SameNamesFile.Content {
  /// Tells on standard error which lines of the file at `path` cannot be used.
  func tellProblems(in path: String) {
    for line in unusableLines {
      Failure.tell(Phrase(.sameUnusable, .path(path), .number(line)))
    }
  }
}

/// There is nothing that could be taken back.
private struct NothingSaid: UserFacingError {
  var phrase: Phrase { Phrase(.sameNone) }

  var exitCode: Int32 { EX_DATAERR }
}

extension ModelOptions {
  /// Which names are of one, as the person says.
  ///
  /// - Parameter tellsProblems: whether what cannot be read or used of it is told on standard error.
  /// - Returns: the names; none where they cannot be read, or are not to be heeded.
  func sameNames(tellsProblems: Bool = true) -> SameNames {
    guard ownNames == .on, let folder = try? NotesStore.folder() else { return SameNames() }
    let file = SameNamesFile(in: folder)
    do throws(StoreError) {
      let content = try file.read()
      if tellsProblems { content.tellProblems(in: file.path) }
      return content.names
    } catch {
      if tellsProblems { Failure.tell(Phrase(.sameLeftOut, .phrase(error.phrase))) }
      return SameNames()
    }
  }
}
