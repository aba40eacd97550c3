import Annotations
import ArgumentParser
import Corrections
import CursesTerminal
import Glibc
import Interface
import Library
import Platform
import Reader

/// `rawi names`: the user's lists of names and speakers.
struct NamesCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Prints names and speakers that your corrections have taught, and where they lie.",
    discussion: """
      Each line is a name as it is written, its kind (PER, ORG, LOC, or - for what is no name) and what \
      the entity is called, and the day and the article that it was learnt from, with tabs between them. \
      With --speakers it is a phrase that news have for \
      somebody who speaks, and the name of who that is, or - for nobody who has one. --forget takes a \
      lesson back, as u does in the reader right after the correction. The files may be \
      edited, copied and shared; a line that begins with # is switched off, and one that cannot be used \
      is told on standard error. --own-names off does without them.

      --join says that names are of one in all articles of a folder: who is asked for by one is then \
      found by the others, too, and shown by the first. --separate says that who has the first name is \
      nobody who has one of the others; of a name alone, that it is nobody who has another. --undo takes \
      back what was said last, and --same prints what was said, one after another. In the reader C and u do \
      it where it is told who speaks of whom, and on the card of a name.
      """)

  @Flag(help: "Phrases for who speaks in place of names.")
  var speakers = false

  @Flag(help: "Only tell where the file lies.")
  var path = false

  @Option(
    help: ArgumentHelp(
      "Take back what was taught of this name, or, with --speakers, of this phrase.",
      valueName: "name"))
  var forget: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Say that these names are of one in all articles.", valueName: "name"))
  var join: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Say that the first name is of nobody who has one of the others.", valueName: "name"))
  var separate: [String] = []

  @Flag(help: "Take back what was said last of names that are of one, or are not.")
  var undo = false

  @Flag(help: "Print what was said of names that are of one, or are not.")
  var same = false

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func validate() throws {
    let asked = [
      speakers, path, forget != nil, !join.isEmpty, !separate.isEmpty, undo, same,
    ].count(where: \.self)
    let isOfLists = speakers && (path != (forget != nil))
    let isOfSame = same && path
    if asked > 1, !(asked == 2 && (isOfLists || isOfSame)) { throw ValidationError(.callOneTask) }
    if !join.isEmpty, join.count < 2 { throw ValidationError(.callJoinTwo) }
    _ = try entry()
    if !join.isEmpty, SameNames.different(join) < 2 { throw ValidationError(.callJoinTwo) }
  }

  /// What is said of names; `nil` where nothing is.
  private func entry() throws -> SameNames.Entry? {
    if join.isEmpty, separate.isEmpty { return nil }
    let entry =
      join.isEmpty
      ? SameNames.Entry(.other, separate) : SameNames.Entry(.same, join)
    guard let entry else { throw ValidationError(.callNamesOfWords, .number(SameNames.mostNames)) }
    return entry
  }

  func run(printingTo output: StandardOutput) throws {
    if undo || same || !join.isEmpty || !separate.isEmpty {
      return try SameNamesReport(
        file: SameNamesFile(in: try NotesStore.folder()), output: output
      ).run(saying: try entry(), takingBack: undo, tellingPath: path)
    }
    let file = UserListFile(speakers ? .speakers : .names, in: try NotesStore.folder())
    if let forget {
      guard try !file.read().text.isEmpty, try file.forget(words: forget) > 0 else {
        throw UnknownLesson(name: forget)
      }
      return
    }
    if path { return try output.line(file.path) }
    let text = try file.read().text
    if text.isEmpty, output.isTerminal { Failure.tell(Phrase(.namesNone)) }
    try output.write(text)
    for line in try file.unusableLines() { Failure.tell(line.phrase) }
  }
}

/// A name that nothing was taught of.
private struct UnknownLesson: UserFacingError {
  let name: String

  var phrase: Phrase { Phrase(.lessonUnknown, .text(name)) }

  var exitCode: Int32 { EX_DATAERR }
}
