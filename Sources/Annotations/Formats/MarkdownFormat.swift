import ArabicText

/// A digest to paste into a report: each passage with who says it, the note and the tags, in reading
/// order.
enum MarkdownFormat {
  static func write(_ document: ExchangeDocument) -> ExportResult {
    var parts = ["# " + MarkdownText.inline(document.name)]
    parts += document.placed.map { passage($0.annotation, $0.span, document) }
    let lost = document.annotations.filter { !$0.placement.isCertain }
    if !lost.isEmpty {
      parts.append("## Passages without a sure place in this text")
      parts += lost.map { entry($0.annotation, $0.annotation.anchor.exact, speaker: nil) }
    }
    return ExportResult(content: parts.joined(separator: "\n\n") + "\n")
  }

  private static func passage(
    _ annotation: Annotation, _ span: TextSpan, _ document: ExchangeDocument
  ) -> String {
    var speaker = document.speaker(of: span)
    if case .speaker(let name?, _) = annotation.correction { speaker = name }
    return entry(annotation, document.text.text.string(in: span), speaker: speaker)
  }

  private static func entry(_ annotation: Annotation, _ words: String, speaker: String?) -> String {
    var quote = MarkdownText.lines(words).map { "> " + $0 }.joined(separator: "\n")
    if let speaker { quote += "\n>\n> — " + MarkdownText.inline(speaker) }
    var parts = [quote]
    if !annotation.note.isEmpty {
      parts.append(MarkdownText.lines(annotation.note).joined(separator: "\n"))
    }
    if let correction = annotation.correction?.summary {
      parts.append("*\(MarkdownText.inline(correction))*")
    }
    if !annotation.tags.isEmpty {
      parts.append("Tags: " + annotation.tags.map(MarkdownText.inline).joined(separator: ", "))
    }
    return parts.joined(separator: "\n\n")
  }
}

extension Correction {
  /// What it says, in a few words.
  package var summary: String {
    switch self {
    case .retype(let subject, let kind):
      "\(subject.name): \(subject.kind.rawValue) → \(kind.rawValue)"
    case .rename(let subject, let name): "\(subject.name) → \(name)"
    case .merge(let subject, let into): "\(subject.name) = \(into.name)"
    case .split(let subject, let name): "not \(subject.name) but \(name)"
    case .reject(let subject): "no name: \(subject.name)"
    case .add(let subject): "\(subject.kind.rawValue): \(subject.name)"
    case .confirm(let subject): "right: \(subject.name), \(subject.kind.rawValue)"
    case .speaker(let name, _): "said by \(name ?? "nobody named")"
    case .unknown: "a correction of a later version"
    }
  }
}
