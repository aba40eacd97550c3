import Annotations
import ArabicText
import ArgumentParser
import Documents
import Glibc
import Platform

/// `rawi import FILE --from NOTES`: annotations of other tools into the store.
struct ImportCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes in annotations of an article that another tool or person has made.",
    discussion: """
      What does not fit the text is told item by item on standard error, and the rest is taken in, as \
      one change, which u undoes in the reader. Annotations that are there already are not taken twice.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The file with the annotations.", valueName: "notes"), completion: .file())
  var source: String

  @Option(
    help: ArgumentHelp(
      "Its format: w3c, brat, conll or jsonl; without it, that of its name.", valueName: "format"))
  var format: ReadableFormat?

  func run(printingTo output: StandardOutput) throws {
    let document = try input.document()
    let annotations = try NotesStore().annotations(of: document)
    let found = try AnnotationFile(path: source, format: format?.format).read(of: annotations.text)
    let added = try annotations.add(found.annotations, summary: "imported")
    for item in found.refused { Failure.tell("refused: \(item)") }
    var told = "\(added) taken in"
    if added < found.annotations.count {
      told += ", \(found.annotations.count - added) there already"
    }
    if found.moved > 0 { told += ", \(found.moved) found by their words" }
    if found.findings > 0 { told += ", \(found.findings) of an analysis left out" }
    try output.line(told + ", \(found.refused.count) refused")
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

/// A file with annotations that is to be read.
struct AnnotationFile {
  let path: String
  let format: ExchangeFormat?

  /// Why the kind of the file cannot be recognised.
  struct UnknownFormat: Error {
    var path: String
  }

  /// Reads the annotations of `text`.
  func read(of text: AnchoredText) throws -> ImportResult {
    let file = try DocumentLoader.load(path: path, encoding: "UTF-8", limit: 256 << 20)
    guard let format = format ?? Self.format(of: path) else { throw UnknownFormat(path: path) }
    return try format.read(file.text.string(in: file.text.span), of: text)
  }

  static func format(of path: String) -> ExchangeFormat? {
    switch path.split(separator: ".").last?.lowercased() {
    case "json", "jsonld": .w3c
    case "ann": .brat
    case "conll", "conll2002", "iob", "iob2", "bio": .conll
    case "jsonl", "ndjson": .jsonl
    default: nil
    }
  }
}

extension DocumentAnnotations {
  /// Adds those of `annotations` that are not there yet, as one change.
  ///
  /// - Parameters:
  ///   - annotations: what to add.
  ///   - summary: what is done, for a person who undoes it.
  ///   - asks: whether what is there already and contradicts another becomes a proposal, too.
  /// - Returns: how many were added.
  /// - Throws: `StoreError`; nothing was done then.
  func add(
    _ annotations: [Annotation], summary: String, asks: Bool = false
  ) throws(StoreError) -> Int {
    let present = try all().map(\.annotation)
    var names = Dictionary(present.map { ($0.id, $0) }) { $1 }
    // By place, so that many are compared with few.
    var places = Dictionary(grouping: present) { $0.anchor.start.scalars }
    var edits: [AnnotationEdit] = []
    var added = 0
    for annotation in annotations {
      let start = annotation.anchor.start.scalars
      let known =
        names[annotation.id]
        ?? places[start, default: []].first { $0.agrees(with: annotation) }
      if let known {
        guard asks, let conflict = annotation.conflict, known.conflict == nil else { continue }
        var asked = known
        (asked.conflict, asked.isProposal) = (conflict, true)
        edits.append(.change(from: known, to: asked))
      } else {
        names[annotation.id] = annotation
        places[start, default: []].append(annotation)
        edits.append(.add(annotation))
        added += 1
      }
    }
    if !edits.isEmpty { _ = try perform(edits, summary: summary) }
    return added
  }
}
