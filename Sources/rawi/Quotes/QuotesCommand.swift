import ArabicAnalysis
import ArabicText
import ArgumentParser
import Corrections
import Documents
import Interface
import Platform

/// `rawi quotes FILE…`: who said what.
struct QuotesCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: "Prints what is said in articles, and by whom.",
    discussion: """
      Words quoted in the source stand in quotation marks, a paraphrase does not; of several articles, \
      each line begins with the name of its own. Offsets in json and \
      csv count Unicode scalars of the decoded text; the end is exclusive. \(TableForm.commas)

      With --speaker the exit status is 0 where that speaker is quoted, and 1 where not, which is told on \
      standard error.

      What you have corrected in the reader holds here, too: the corrections of the article, and the lists \
      that they have taught. What cannot be read of these is told on standard error and left out, and the \
      exit status is 0 all the same.
      """)

  /// In which format to print.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Argument(help: "The articles; - is standard input.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The format of the output: text, json or csv.", valueName: "format"))
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "Only what this speaker says; any of the speaker's names will do, however it is spelt.",
      valueName: "name"))
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      "The charset of the articles, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

  @OptionGroup var lines: WrappedOption
  @OptionGroup var extent: ExtentOption

  @OptionGroup var model: ModelOptions

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func run(printingTo output: StandardOutput) throws {
    let pipeline = try model.pipeline()
    var stored = StoredCorrections()
    var failure: ExitCode?
    var isEmpty = true
    var printer = QuotePrinter(
      format: format, namesArticles: files.count > 1, output: output)
    for file in files {
      do {
        let article = try Failure.reporting { try quotes(in: file, pipeline, &stored) }
        try printer.add(article)
        if !article.quotations.isEmpty { isEmpty = false }
      } catch let code as ExitCode {
        // The other articles are read all the same.
        failure = code
      }
    }
    try printer.finish()
    if let failure { throw failure }
    guard isEmpty else { return }
    // Who asks for somebody, a script, too, may have mistyped the name.
    if let speaker {
      try output.finish()
      Failure.tell(Phrase(.quotesNoneOf, .text(speaker)))
      throw ExitCode(1)
    }
    if output.isTerminal { Failure.tell(Phrase(.quotesNone)) }
  }

  private func quotes(
    in file: String, _ pipeline: AnalysisPipeline, _ stored: inout StoredCorrections
  ) throws -> QuotedArticle {
    let document = try extent.document(file, encoding: encoding, wrapped: lines.wrapped)
    let analysis = pipeline.analyze(document, corrections: stored.annotations(of: document))
    let quotations = analysis.quotations.filter { quotation in
      guard quotation.kind.isSpeech else { return false }
      guard let speaker else { return true }
      return analysis.isSaid(quotation, by: speaker, in: document.text)
    }
    return QuotedArticle(document: document, analysis: analysis, quotations: quotations)
  }
}

/// The quotations of an article that are to be printed.
struct QuotedArticle {
  var document: Document
  var analysis: Analysis
  var quotations: [Quotation]
}

extension Analysis {
  /// Whether `name` is one of the names of who says `quotation`, or a whole part of one, in the spelling of any
  /// paper.
  func isSaid(_ quotation: Quotation, by name: String, in text: DecodedText) -> Bool {
    let spellings = [name] + NameSpellings.others(of: Folding.search.fold(name))
    let wanted = spellings.map(Self.words).filter { !$0.isEmpty }
    let names: [String]
    if let speaker = entities.first(where: { $0.id == quotation.speaker }) {
      names = [speaker.canonical] + speaker.mentions.map { speaker.written($0, in: text) }
    } else {
      names = quotation.source.map { [text.string(in: $0)] } ?? []
    }
    return names.map(Self.words).contains { words in
      words.indices.contains { start in wanted.contains { words[start...].starts(with: $0) } }
    }
  }

  private static func words(_ name: String) -> [String] {
    let text = DecodedText(name)
    return Tokenizer.tokens(of: text, in: text.span).filter { $0.kind != .punctuation }.map {
      Folding.search.fold(text.string(in: $0.span))
    }
  }
}
