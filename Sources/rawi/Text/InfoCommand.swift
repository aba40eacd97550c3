import ArabicText
import ArgumentParser
import Interface
import Platform
import Reader
import ReaderRuntime

/// `rawi info FILE`: what is known of an article beside its text.
struct InfoCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract:
      "Prints what is known of a file: format, title, authors, date, charset, what was taken.",
    discussion: """
      json has the headings and links as well, each with where it stands; offsets count Unicode scalars of the \
      text that rawi text prints.
      """)

  /// In which format to print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("The format of the output: text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let document = try input.document()
    switch format {
    case .json: try output.json(DocumentReport(of: document).json)
    case .text:
      for fact in DocumentFacts(of: document).rows { try output.line(fact.string(in: .chosen)) }
    }
  }
}
