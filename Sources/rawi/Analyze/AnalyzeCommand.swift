import ArabicAnalysis
import ArabicText
import ArgumentParser

/// `rawi analyze FILE`: entities and quotations of a text as JSON.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print the entities and quotations of a text.",
    discussion: "Offsets count Unicode scalars of the text; the end is exclusive.")

  /// In which format to print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Argument(help: "The text to analyse.") var file: String
  @Option(help: "The output format.") var format: Format = .json
  @Option(help: "Print a stage of the analysis instead.") var dump: AnalysisDump?

  func run() throws {
    let document = try loadForAnalysis(file)
    if let dump {
      print(dump.text(of: document))
      return
    }
    switch format {
    case .json: print(AnalysisReport(of: document, Analyzer().analyze(document)).json)
    }
  }
}
