import ArabicAnalysis
import ArabicText
import ArgumentParser
import Corrections
import Documents
import Glibc
import Interface
import Library
import Platform

/// `rawi analyze FILE`: entities and quotations of a text as JSON, or a stage of the work.
struct AnalyzeCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Prints the people, organisations, places and quotations of articles.",
    discussion: """
      Of one article that is an object in JSON. Of many, as files, folders or JSON Lines, it is a line each, \
      in their order, with the id of the line or the path of the file; one that cannot be read is a line with \
      its id, error and status, and the exit status is 0 all the same, unless --strict. Lines of white space \
      are passed over. In conll each document begins with -DOCSTART- and a comment with its id, and in csv its \
      id is the first column; what cannot be read is told on standard error.

      \(TableForm.commas)

      Offsets count Unicode scalars of the decoded text; the end is exclusive.

      What you have corrected in the reader holds here, too: the corrections of the article, and the lists \
      that they have taught. What cannot be read of these is told on standard error and left out, and the \
      exit status is 0 all the same.
      """)

  @OptionGroup var input: CorpusOptions

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "The format of the output: json, jsonl, conll or csv. The default is json, and jsonl for many "
        + "documents.",
      valueName: "format"))
  var format: AnalysisFormat?

  @Option(
    help: ArgumentHelp(
      "How many of many documents are analysed at a time; without it, as many as there are processors.",
      valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Write to this file, in jsonl, and go on with what a run that was ended has left in it: documents "
        + "whose id is there are passed over.",
      valueName: "file"), completion: .file())
  var resume: String?

  @Flag(help: "Of many documents, end with another status than 0 where one cannot be read.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Take the entities of a JSON file in the format that this command prints instead of looking for "
        + "them; nothing is corrected then.",
      valueName: "file"))
  var entities: String?

  @Option(
    help: ArgumentHelp(
      "Print a stage of the work instead, one item a line: tokens, names, anercorp, entities, antecedents, "
        + "levels or lines.",
      valueName: "stage"))
  var dump: StageDump?

  @Option(help: ArgumentHelp("The columns of a line, for --dump lines.", valueName: "columns"))
  var width = 80

  @OptionGroup var interface: InterfaceOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError(.callJobsRange) }
    if resume != nil, format != nil, format != .jsonl { throw ValidationError(.callResumeLines) }
  }

  func run(printingTo output: StandardOutput) throws {
    switch try input.source() {
    case .document(let document) where resume == nil: try write(document, to: output)
    case .document: throw ValidationError(.callResumeMany)
    case .corpus(let corpus): try write(corpus, to: output)
    }
  }

  private func write(_ document: Document, to output: StandardOutput) throws {
    var document = document
    if document.contentHash == nil {
      document.contentHash = DocumentLoader.contentHash(of: document.text)
    }
    if let dump {
      try dump.write(
        document, model: model, entities: try given(in: document) ?? [], width: width, to: output)
      return
    }
    let format = format ?? .json
    try output.write(format.head, as: format.content)
    try output.write(format.written(document, try analysis(of: document)), as: format.content)
  }

  private func write(_ corpus: Corpus, to output: StandardOutput) throws {
    let format = format ?? .jsonl
    guard dump == nil, entities == nil, format != .json else {
      throw ValidationError(.callOneDocument)
    }
    guard corpus.count != 0 else { throw NoDocuments(places: input.files) }
    var run = CorpusRun(
      corpus: corpus, pipeline: try model.pipeline(), format: format,
      jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var output = output
    if let resume {
      let resumed = try ResumedOutput(path: resume)
      run.done = resumed.done
      output = StandardOutput(descriptor: resumed.descriptor)
    }
    try output.write(format.head, as: format.content)
    let status = try run.run(printingTo: output)
    try output.finish()
    if strict, let status { throw ExitCode(status) }
  }

  private func analysis(of document: Document) throws -> Analysis {
    guard let given = try given(in: document) else { return try model.corrected(document) }
    return Analyzer(tagger: nil).analyze(document, entities: given)
  }

  /// The entities of the file that was named.
  private func given(in document: Document) throws -> [Entity]? {
    try entities.map { try EntityFile(path: $0).entities(in: document.text) }
  }
}
