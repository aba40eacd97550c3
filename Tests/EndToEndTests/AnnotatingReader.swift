import ArabicText
import Annotations
import Documents
import TestSupport
import Testing

/// The real program on a terminal that is asked nothing, while a person annotates.
final class AnnotatingReader {
  let terminal: PseudoTerminal
  let file: String
  /// Where in the output the keys of the last step began.
  private var start = 0

  private let state: TemporaryFolder

  /// Opens `file`; the program keeps its data in `folder` and its state in `state`, which is its own
  /// where none is given, has `editor` for the person's editor, and runs behind `prefix`, a command of
  /// the shell.
  init(
    _ file: String, data folder: String, state: TemporaryFolder? = nil, editor: String = "false",
    prefix: String? = nil
  ) throws {
    self.file = file
    self.state = try state ?? TemporaryFolder()
    terminal = try PseudoTerminal()
    let program = BuiltProgram.path("rawi")
    let environment = BuiltProgram.environment.merging([
      "TERM": "linux", "XDG_DATA_HOME": folder, "XDG_STATE_HOME": self.state.path,
      "TMPDIR": self.state.path, "EDITOR": editor, "RAWI": program, "FILE": file,
    ]) { $1 }
    if let prefix {
      try terminal.run(
        "/bin/bash", ["-c", "\(prefix); exec \"$RAWI\" \"$FILE\""], environment: environment)
    } else {
      try terminal.run(program, [file], environment: environment)
    }
  }

  /// Waits until the terminal is the program's: before, it would take Ctrl-S as its own.
  func awaitScreen() throws { try terminal.wait(for: "\u{1B}[?25l") }

  /// Types the keys of a step.
  func type(_ keys: String) {
    start = terminal.output.count
    terminal.send(keys)
  }

  /// Waits until the screen says `words` since the step began.
  func await(_ words: String) throws { try terminal.wait(for: words, after: start) }

  /// Waits until the screen says one of `words` since the step began, and gives which.
  func awaitOne(of words: String...) throws -> String {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while ContinuousClock.now < deadline {
      if let said = words.first(where: hasSaid) { return said }
      terminal.pump(.milliseconds(10))
    }
    throw PseudoTerminalError.unexpected("waited in vain for one of \(words)", terminal.text)
  }

  /// Whether the screen has said `words` since the step began.
  func hasSaid(_ words: String) -> Bool {
    terminal.output.position(of: Array(words.utf8), from: start) != nil
  }

  /// Writes a note on what `keys` select, without waiting.
  func note(_ note: String, selecting keys: String) { type("\(keys)a\(note)\u{13}") }

  /// Leaves as a person does who lets go of what could not be saved.
  func quitWithoutUnsaved() throws {
    type("q")
    try self.await("discard")
    try end(with: "d")
  }

  /// Ends with the keys `keys`.
  func end(with keys: String) throws {
    type(keys)
    #expect(try terminal.waitForEnd() == 0)
  }

  /// Leaves as a person does.
  func quit() throws {
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  /// The annotations that are kept of the file `path`.
  static func annotations(of path: String, data folder: String) throws -> [PlacedAnnotation] {
    let document = try DocumentLoader.load(path: path)
    let text = AnchoredText(document.text, contentHash: try #require(document.contentHash))
    let store = try AnnotationStore(in: DataFolder(path: folder + "/rawi"))
    #expect(store.damagedFile == nil)
    return try store.annotations(of: text).all()
  }
}
