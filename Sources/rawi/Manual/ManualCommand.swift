import ArgumentParser

/// `rawi manual`: the page for `man`, made from the program itself.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the manual page (mdoc), for a file rawi.1 where man looks.")

  func run() throws {
    try Failure.reporting {
      var output = StandardOutput()
      try output.write(ManualPage(try CommandReference(of: Rawi.self)).text)
      try output.flush()
    }
  }
}
