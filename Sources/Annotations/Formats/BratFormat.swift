import ArabicText
import Platform

/// brat standoff (<https://brat.nlplab.org/standoff.html>): the `.ann` file that stands beside a text.
///
/// An annotation is a text bound (`T`); its note is one `AnnotatorNotes` a line, its tags are notes of
/// the type `Tag`, its colour is the attribute `Color`, and the rest is a note of the type `Rawi`.
/// Entities of the analysis are joined by `Equiv`, quotations lead to who speaks by `Speaker`.
enum BratFormat {
  static func write(_ document: ExchangeDocument) -> ExportResult {
    var writer = BratWriter(document: document)
    for (annotation, span) in document.placed { writer.write(annotation, span) }
    writer.writeFindings()
    return ExportResult(
      content: writer.lines.map { $0 + "\n" }.joined(), leftOut: document.uncertain)
  }
}

private struct BratWriter {
  let document: ExchangeDocument
  var lines: [String] = []
  private var (bounds, notes, attributes, relations) = (0, 0, 0, 0)

  init(document: ExchangeDocument) { self.document = document }

  mutating func write(_ annotation: Annotation, _ span: TextSpan) {
    let kind = Label.kind(annotation.label)?.rawValue
    let target = bound(kind ?? (annotation.color == nil ? "Note" : "Highlight"), span)
    if let color = annotation.color {
      attributes += 1
      lines.append("A\(attributes)\tColor \(target) \(color.rawValue)")
    }
    if !annotation.note.isEmpty {
      let lines = annotation.note.unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      for line in lines { note("AnnotatorNotes", target, String(line)) }
    }
    for tag in annotation.tags { note("Tag", target, tag) }
    guard case .object(let members) = annotation.details else { return }
    // What no line of a note may hold stands here with its escapes.
    let said =
      ["color"] + (annotation.note.isPlain ? ["note"] : [])
      + (annotation.tags.allSatisfy(\.isPlain) ? ["tags"] : [])
    let rest = members.filter { !said.contains($0.name) }
    note("Rawi", target, JSON.object(rest).line)
  }

  mutating func writeFindings() {
    var mentions: [String: [String]] = [:]
    for finding in document.findings where !finding.isQuotation {
      let target = bound(finding.label, finding.span)
      mentions[finding.group, default: []].append(target)
      note("Finding", target, finding.name ?? "")
    }
    for group in mentions.keys.sorted() {
      guard let targets = mentions[group], targets.count > 1 else { continue }
      lines.append("*\tEquiv " + targets.joined(separator: " "))
    }
    for finding in document.findings where finding.isQuotation {
      let target = bound("Quotation_" + finding.label, finding.span)
      note("Finding", target, finding.name ?? "")
      guard let speaker = finding.speaker.flatMap({ mentions[$0]?.first }) else { continue }
      relations += 1
      lines.append("R\(relations)\tSpeaker Arg1:\(target) Arg2:\(speaker)")
    }
  }

  private mutating func note(_ type: String, _ target: String, _ text: String) {
    notes += 1
    let shown = TerminalControls.removed(from: text).onOneLine
    lines.append("#\(notes)\t\(type) \(target)\t\(shown)")
  }

  /// Writes a text bound; one that runs over lines is in as many fragments.
  private mutating func bound(_ type: String, _ span: TextSpan) -> String {
    bounds += 1
    var fragments: [TextSpan] = []
    var open: TextSpan?
    for scalar in document.text.text.scalars(in: span) {
      if scalar.value == 0x0A || scalar.value == 0x0D {
        if let open { fragments.append(open) }
        open = nil
      } else {
        open = TextSpan(open?.lower ?? scalar.offset, scalar.span.upper)
      }
    }
    if let open { fragments.append(open) }
    if fragments.isEmpty { fragments = [span] }
    let offsets = fragments.map(document.bounds).map { "\($0.start) \($0.end)" }
    let words = fragments.map { document.text.text.string(in: $0) }.joined(separator: " ")
    lines.append("T\(bounds)\t\(type) \(offsets.joined(separator: ";"))\t\(words.onOneLine)")
    return "T\(bounds)"
  }
}

extension String {
  /// Whether it holds no control but newlines and tabs.
  fileprivate var isPlain: Bool { TerminalControls.removed(from: self) == self }

  /// The string with a blank for each line break.
  fileprivate var onOneLine: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      view.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    return String(view)
  }
}
