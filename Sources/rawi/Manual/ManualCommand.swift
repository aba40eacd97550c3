import ArgumentParser
import Interface
import Platform

/// `rawi manual`: the page for `man`, made from the program itself.
struct ManualCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the manual page (mdoc), for a file rawi.1 where man looks.")

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    try output.write(ManualPage(try CommandReference(of: Rawi.self), in: .chosen).text)
  }
}
