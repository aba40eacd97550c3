import ArabicText
import Platform

/// A table with commas and quotation marks, lines ended by CR LF.
enum CSVFormat {
  private static let columns = [
    "source", "id", "start", "end", "text", "label", "color", "note", "tags", "action", "name",
    "type", "to", "scope", "speaker", "author", "created", "modified",
  ]

  static func write(
    _ document: ExchangeDocument, listsFindings: Bool = true, isRaw: Bool = false
  ) -> ExportResult {
    var rows = [columns]
    for (annotation, span) in document.placed {
      let (start, end) = document.bounds(of: span)
      let correction = annotation.correction?.json
      rows.append(
        [
          "person", annotation.id.rawValue, "\(start)", "\(end)",
          document.text.text.string(in: span), annotation.label, annotation.color?.rawValue ?? "",
          annotation.note, annotation.tags.joined(separator: "; "),
        ]
          + ["action", "name", "type", "to"].map { correction?[$0]?.string ?? "" } + [
            correction == nil ? "" : annotation.scope.rawValue, document.speaker(of: span) ?? "",
            annotation.author ?? "", annotation.created.iso, annotation.modified.iso,
          ])
    }
    for finding in document.findings where listsFindings {
      let (start, end) = document.bounds(of: finding.span)
      rows.append(
        [
          "analysis", finding.group, "\(start)", "\(end)",
          document.text.text.string(in: finding.span), finding.label, "", "", "", "",
          finding.isQuotation ? "" : finding.name ?? "", finding.isQuotation ? "" : finding.label,
          "", "", finding.isQuotation ? finding.name ?? "" : "", "", "", "",
        ])
    }
    let lines = rows.map { CSV.row($0, isRaw: isRaw) + "\r\n" }
    return ExportResult(content: lines.joined(), leftOut: document.uncertain)
  }
}

extension ExchangeDocument {
  /// Who says the words at `span`, where they are part of a quotation.
  func speaker(of span: TextSpan) -> String? {
    findings.first { $0.isQuotation && $0.span.overlaps(span) && $0.name != nil }?.name
  }
}
