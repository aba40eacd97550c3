import ArabicAnalysis
import ArabicText
import Platform

/// An analysis as rows of a table: a mention, or a piece of what is said, a row.
struct AnalysisTable {
  /// The names of the columns.
  static let columns = [
    "document", "what", "id", "start", "end", "text", "type", "name", "speaker", "rule",
    "confidence",
  ]

  /// The rows, with the ends of their lines.
  let rows: String

  init(of document: Document, _ analysis: Analysis, id: JSON?) {
    let name = id.map { $0.string ?? $0.line } ?? document.name
    let counter = ScalarCounter(document.text)
    var found: [(place: TextSpan, row: [String])] = []
    func row(_ span: TextSpan, _ what: String, _ id: String, _ rest: [String]) {
      let bounds = [span.lower, span.upper].map { "\(counter.scalarOffset(of: $0).scalars)" }
      found.append(
        (span, [name, what, id] + bounds + [document.string(in: span)] + rest))
    }
    for entity in analysis.entities {
      for mention in entity.mentions {
        row(
          mention.span, "name", entity.id.rawValue,
          [
            entity.kind.rawValue, entity.canonical, "", mention.rule.rawValue,
            JSON.share(mention.confidence).line,
          ])
      }
    }
    for quotation in analysis.quotations where quotation.kind.isSpeech {
      let speaker = analysis.speakerName(of: quotation, in: document.text) ?? ""
      for span in quotation.content {
        row(
          span, "quotation", quotation.id,
          [
            quotation.kind.rawValue, "", speaker, quotation.rule.rawValue,
            JSON.share(quotation.confidence).line,
          ])
      }
    }
    rows = found.sorted { $0.place < $1.place }
      .map { CSV.row($0.row, isRaw: false) + "\r\n" }.joined()
  }
}
