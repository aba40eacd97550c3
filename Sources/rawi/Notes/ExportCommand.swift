import Annotations
import ArabicText
import ArgumentParser
import Corrections
import Documents
import Glibc
import Interface
import Platform
import ReaderRuntime

extension ExchangeFormat: ExpressibleByArgument {}

/// `rawi export FILE`: a person's annotations in a form that other tools read.
struct ExportCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints your annotations of an article for other tools, or as a digest.",
    discussion: """
      w3c is W3C Web Annotation JSON-LD, brat its standoff, conll CoNLL-2002 with IOB2 tags, jsonl one \
      object with spans as Prodigy and doccano read them; csv, markdown and html are for people: html is a page of \
      the whole article with names, quotations and notes, for a browser and for paper. Offsets \
      count Unicode scalars of the decoded text; the end is exclusive. Identifiers and times are in w3c, \
      brat, jsonl and csv; what else a format has no room for is told on standard error, with a count. \
      \(TableForm.commas) brat and conll keep every character of the text, as their offsets and words \
      demand; other forms go without control characters or escape them.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "The format: w3c, brat, conll, jsonl, csv, markdown or html.", valueName: "format"))
  var format: ExchangeFormat = .w3c

  @Flag(help: "Names and quotations that the analysis finds as well, with your corrections.")
  var withAnalysis = false

  @OptionGroup var model: ModelOptions

  @OptionGroup var controls: RawOption

  @OptionGroup var interface: InterfaceOptions

  var isRaw: Bool { controls.raw }

  func run(printingTo output: StandardOutput) throws {
    let document = try input.document()
    let notes = try NotesStore.toRead()
    try notes?.check()
    let all = try notes?.allAnnotations(of: document) ?? []
    var exchange = ExchangeDocument(
      text: NotesStore.text(of: document), name: document.name,
      source: document.path ?? document.place, annotations: all)
    exchange.words = ExportWords(.chosen)
    // The digest and the table name who speaks, the page marks all.
    if withAnalysis || [.markdown, .csv, .html].contains(format) {
      exchange.add(try model.pipeline().analyze(document, corrections: all))
    }
    let result = format.write(exchange, listsFindings: withAnalysis, isRaw: isRaw)
    try output.write(result.content, as: format.outputContent)
    try output.flush()
    for phrase in result.phrases { Failure.tell(phrase) }
  }
}

extension ExchangeFormat {
  /// What it is, as far as controls go.
  fileprivate var outputContent: OutputContent {
    switch self {
    case .w3c, .jsonl: .json
    case .brat, .conll, .csv, .html: .exact
    case .markdown: .text
    }
  }
}
