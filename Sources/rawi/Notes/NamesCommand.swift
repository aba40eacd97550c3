import Annotations
import ArgumentParser
import Corrections
import CursesTerminal
import Glibc
import Interface
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

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func run(printingTo output: StandardOutput) throws {
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
