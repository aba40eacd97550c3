import ArabicText
import Platform

/// One JSON object a line: the text of a document and spans with a label each.
///
/// Offsets count Unicode scalars, the end exclusive. `spans` is Prodigy's form, which spaCy's recipes
/// read; `label` is doccano's.
enum JSONLinesFormat {
  static func write(_ document: ExchangeDocument) -> ExportResult {
    var spans: [JSON] = []
    var labels: [JSON] = []
    func add(_ span: TextSpan, _ label: String, _ more: [(String, JSON?)]) {
      let (start, end) = document.bounds(of: span)
      labels.append(.array([.integer(Int64(start)), .integer(Int64(end)), .string(label)]))
      spans.append(
        JSON.object(
          [
            ("start", .integer(Int64(start))), ("end", .integer(Int64(end))),
            ("label", .string(label)), ("text", .string(document.text.text.string(in: span))),
          ] + more))
    }
    for (annotation, span) in document.placed {
      add(
        span, annotation.label,
        [
          ("source", .string("person")), ("note", .string(annotation.note)),
          ("tags", .strings(annotation.tags)), ("rawi", annotation.details),
        ])
    }
    for finding in document.findings {
      add(
        finding.span, finding.label,
        [
          ("source", .string("analysis")), ("group", .string(finding.group)),
          ("name", finding.name.map(JSON.string)), ("speaker", finding.speaker.map(JSON.string)),
        ])
    }
    let line = JSON.object([
      ("text", .string(document.text.text.string(in: document.text.text.span))),
      ("spans", .array(spans)), ("label", .array(labels)),
      (
        "meta",
        JSON.object([
          ("source", .string(document.source)), ("sha256", .string(document.text.contentHash)),
          ("offset_unit", .string("unicode_scalar")),
        ])
      ),
    ]).line
    return ExportResult(content: line + "\n", leftOut: document.uncertain)
  }
}
