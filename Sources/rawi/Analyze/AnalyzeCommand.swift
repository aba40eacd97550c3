import ArabicAnalysis
import ArabicText
import ArgumentParser
import Corrections
import Documents
import Glibc
import Platform

/// `rawi analyze FILE`: entities and quotations of a text as JSON, or a stage of the work.
struct AnalyzeCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Prints the people, organisations, places and quotations of an article.",
    discussion: """
      Offsets count Unicode scalars of the decoded text; the end is exclusive.

      What you have corrected in the reader holds here, too: the corrections of the article, and the lists \
      that they have taught. What cannot be read of these is told on standard error and left out, and the \
      exit status is 0 all the same.
      """)

  /// In which format to print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @OptionGroup var input: InputOptions

  @OptionGroup var model: ModelOptions

  @Option(help: "The format of the output.")
  var format: Format = .json

  @Option(
    help: ArgumentHelp(
      "Take the entities of a JSON file in the format that this command prints instead of looking for "
        + "them; nothing is corrected then.",
      valueName: "file"))
  var entities: String?

  @Option(
    help: ArgumentHelp(
      "Print a stage of the work instead, one item a line: tokens, names, anercorp, entities, levels or lines.",
      valueName: "stage"))
  var dump: StageDump?

  @Option(help: ArgumentHelp("The columns of a line, for --dump lines.", valueName: "columns"))
  var width = 80

  func run(printingTo output: StandardOutput) throws {
    var document = try input.document()
    if document.contentHash == nil {
      document.contentHash = DocumentLoader.contentHash(of: document.text)
    }
    if let dump {
      try dump.write(document, model: model, width: width, to: output)
      return
    }
    switch format {
    case .json: try output.json(AnalysisReport(of: document, try analysis(of: document)).json)
    }
  }

  private func analysis(of document: Document) throws -> Analysis {
    guard let entities else { return try model.corrected(document) }
    let given = try EntityFile(path: entities).entities(in: document.text)
    return Analyzer(tagger: nil).analyze(document, entities: given)
  }
}
