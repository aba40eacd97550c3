import Annotations
import ArabicText
import ArgumentParser
import Platform
import ReaderRuntime

extension OffsetUnit: ExpressibleByArgument {}

/// `rawi import FILE --from NOTES`: annotations of other tools into the store.
struct ImportCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes in annotations of an article that another tool or person has made.",
    discussion: """
      The kind of the file is recognised by its content: W3C Web Annotation (Recogito, Annotorious), Hypothesis, \
      brat, CoNLL (BIO, IOB1, IO, BILOU, IOBES, BMES), CoNLL-U with NE=, WebAnno TSV 3 (INCEpTION), \
      Label Studio (JSON, JSON-MIN), doccano, Prodigy, spaCy, or what rawi export writes as w3c, \
      brat, conll or jsonl. Offsets may count Unicode scalars, UTF-16 or bytes, with any line ends: where \
      a file quotes the words, these decide. What does not fit the text is reported item by item on standard error, and the rest is taken \
      in, as one change, which u undoes in the reader. Annotations that are there already are not taken \
      twice. Where nothing is taken in, the status is 65.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The file with the annotations.", valueName: "notes"), completion: .file())
  var source: String

  @Option(
    help: ArgumentHelp(
      "The format that it has to be of: w3c, brat, conll or jsonl; without it, any.",
      valueName: "format"))
  var format: ReadableFormat?

  @Option(
    help: ArgumentHelp(
      "What its offsets count: scalars, utf16 or utf8; without it, what the tool counts that wrote it.",
      valueName: "unit"))
  var offsets: OffsetUnit?

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let document = try input.document()
    let text = NotesStore.text(of: document)
    let file = AnnotationFile(path: source, format: format?.format, unit: offsets)
    let report = ImportReport(try file.read(of: text))
    report.tellItems()
    let found = report.result.annotations
    let added =
      try found.isEmpty
      ? 0 : NotesStore().add(found, to: document, summary: "imported")
    try output.line(report.summary(added: added))
    if found.isEmpty { throw ImportReport.Nothing(path: source) }
  }
}

/// A format as it is named to read it: help lists those that are read, and of the others it is said
/// why they are not.
struct ReadableFormat: ExpressibleByArgument {
  let format: ExchangeFormat

  init?(argument: String) {
    guard let format = ExchangeFormat(rawValue: argument) else { return nil }
    self.format = format
  }

  static let allValueStrings = ExchangeFormat.allCases.filter(\.isReadable).map(\.rawValue)
}
