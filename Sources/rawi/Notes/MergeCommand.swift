import Annotations
import ArabicText
import ArgumentParser
import Platform

/// `rawi merge A B --of FILE`: two people's annotations of one article.
struct MergeCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Compares two people's annotations of an article and brings them together.",
    discussion: """
      Prints how far the two agree: Cohen's kappa on tokens and F1 on spans. Their union is taken into \
      your annotations as one change, which u undoes; where they contradict, both are there as \
      proposals, which r leads through in the reader: y takes one, x drops it. Each of the two is a \
      file as rawi export prints it, or a store as rawi notes backup writes it.
      """)

  @Argument(help: "The annotations of one person.", completion: .file())
  var first: String

  @Argument(help: "Those of the other.", completion: .file())
  var second: String

  @Option(
    name: .customLong("of"), help: ArgumentHelp("The article.", valueName: "file"),
    completion: .file())
  var article: String

  @Flag(help: "Only print how far they agree.")
  var compare = false

  @Option(
    help: ArgumentHelp(
      "The charset of the article, as windows-1256; without it, it is recognised.",
      valueName: "charset"))
  var encoding: String?

  @OptionGroup var wrapping: WrappedOption

  @OptionGroup var extent: ExtentOption

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let document = try extent.document(article, encoding: encoding, wrapped: wrapping.wrapped)
    let text = NotesStore.text(of: document)
    let (one, other) = (try annotations(first, of: text), try annotations(second, of: text))
    let agreement = Agreement(one, other, of: text)
    try output.row(
      ["spans", "\(agreement.first)", "\(agreement.second)", "\(agreement.shared) shared"])
    try output.row(["F1", Self.decimal(agreement.f1)])
    try output.row(["kappa", Self.decimal(agreement.kappa), "\(agreement.tokens) tokens"])
    let union = AnnotationUnion(one, other)
    try output.row(["union", "\(union.annotations.count)", "\(union.conflicts) conflicts"])
    guard !compare else { return }
    let added = try NotesStore()
      .add(union.annotations, to: document, summary: "merged", asks: true)
    try output.row(["taken in", "\(added)"])
  }

  private func annotations(_ path: String, of text: AnchoredText) throws -> [Annotation] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var found: [Annotation]
    if Self.isStore(path) {
      guard let store = try AnnotationStore(lookingInto: path) else {
        throw StoreError.noStore(path: path)
      }
      // Somebody else's: all of it counts.
      try store.check()
      let placed = try store.annotations(of: text).all()
      found = placed.compactMap { placed in
        guard placed.placement.isCertain, let anchor = placed.span.flatMap(text.anchor) else {
          return nil
        }
        var annotation = placed.annotation
        annotation.anchor = anchor
        return annotation
      }
    } else {
      let result = try AnnotationFile(path: path).read(of: text)
      ImportReport(result).tellItems(of: name)
      found = result.annotations
    }
    for index in found.indices where found[index].author == nil { found[index].author = name }
    return found
  }

  /// Whether the file is a SQLite database.
  private static func isStore(_ path: String) -> Bool {
    // A file that cannot be opened is reported when it is read.
    let start = try? WholeFile.start(of: path, count: 16)
    return start.map { $0.starts(with: "SQLite format 3\0".utf8) } ?? false
  }

  private static func decimal(_ value: Double?) -> String {
    guard let value else { return "-" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return "\(value < 0 ? "-" : "")\(thousandths / 1000).\(padded)"
  }
}
