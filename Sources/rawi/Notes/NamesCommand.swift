import Annotations
import ArgumentParser
import CursesTerminal

/// `rawi names`: the names that the person has taught.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Prints the names that your corrections have taught, and where they lie.",
    discussion: """
      Each line is a name as it is written, its kind (PER, ORG, LOC, or - for what is no name) and what \
      the entity is called, with tabs between them. The file may be edited, copied and shared; a line \
      that begins with # is switched off. rawi --own-names off reads without them.
      """)

  @Flag(help: "Only tell where the file lies.")
  var path = false

  func run() throws {
    try Failure.reporting {
      let file = PersonalNamesFile(
        in: try DataFolder(environment: ProcessEnvironment.variables))
      var output = StandardOutput()
      try output.write(path ? file.path + "\n" : try file.read().text)
      try output.flush()
    }
  }
}
