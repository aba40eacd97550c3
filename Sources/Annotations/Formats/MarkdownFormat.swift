import ArabicText

/// A digest to paste into a report: each passage with who says it, the note and the tags, in reading
/// order; below, where that is wanted, the names and quotations that the analysis found.
struct MarkdownFormat {
  private let document: ExchangeDocument
  private var words: ExportWords { document.words }

  static func write(_ document: ExchangeDocument, listsFindings: Bool = false) -> ExportResult {
    let writer = MarkdownFormat(document: document)
    var parts = ["# " + MarkdownText.inline(document.name)] + writer.passages
    if listsFindings { parts += writer.names + writer.quotations }
    return ExportResult(content: parts.joined(separator: "\n\n") + "\n")
  }

  // MARK: What the person has added

  private var passages: [String] {
    var parts = document.placed.map(passage)
    let lost = document.annotations.filter { !$0.placement.isCertain }
    if !lost.isEmpty {
      parts.append("## " + words.lost)
      parts += lost.map { entry($0.annotation, $0.annotation.anchor.exact, speaker: nil) }
    }
    return parts
  }

  private func passage(_ annotation: Annotation, _ span: TextSpan) -> String {
    var speaker = document.speaker(of: span)
    if case .speaker(let name?, _) = annotation.correction { speaker = name }
    return entry(annotation, document.text.text.string(in: span), speaker: speaker)
  }

  private func entry(_ annotation: Annotation, _ passage: String, speaker: String?) -> String {
    var parts = [quote(passage, speaker: speaker.map(MarkdownText.inline))]
    if !annotation.note.isEmpty {
      parts.append(MarkdownText.lines(annotation.note).joined(separator: "\n"))
    }
    if let correction = annotation.correction {
      parts.append("*\(MarkdownText.inline(words.correction(correction)))*")
    }
    if !annotation.tags.isEmpty {
      parts.append(
        words.tags + " " + annotation.tags.map(MarkdownText.inline).joined(separator: words.comma))
    }
    return parts.joined(separator: "\n\n")
  }

  private func quote(_ passage: String, speaker: String?) -> String {
    let quote = MarkdownText.lines(passage).map { "> " + $0 }.joined(separator: "\n")
    return speaker.map { quote + "\n>\n> — " + $0 } ?? quote
  }

  // MARK: What the analysis found

  /// The names, one for each entity, the most frequent first, and those of one count as they come; what is called
  /// by a common noun alone, as a report, has none.
  private var names: [String] {
    var counts: [String: (name: String, label: String, count: Int, first: Int)] = [:]
    for (number, finding) in document.findings.enumerated()
    where !finding.isQuotation && EntityKind(rawValue: finding.label)?.isNamed == true {
      let name = finding.name ?? document.text.text.string(in: finding.span)
      counts[finding.group, default: (name, finding.label, 0, number)].count += 1
    }
    guard !counts.isEmpty else { return [] }
    let rows = counts.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map { entity in
      let kind = MarkdownText.inline(words.label(entity.label))
      return
        "- \(MarkdownText.inline(entity.name)) — \(kind)\(words.comma)\(words.count(entity.count))"
    }
    return ["## " + words.names, rows.joined(separator: "\n")]
  }

  /// The quotations in reading order, each with all of its pieces and who speaks.
  private var quotations: [String] {
    let quotations = document.quotations
    guard !quotations.isEmpty else { return [] }
    return ["## " + words.quotations]
      + quotations.map { pieces in
        let passages = pieces.map { document.text.text.string(in: $0.span) }
        let kind = pieces.first.map { words.label($0.label) } ?? ""
        let speaker = pieces.lazy.compactMap(\.name).first ?? words.unknownSpeaker
        return quote(
          passages.joined(separator: " … "),
          speaker: "\(MarkdownText.inline(speaker)) (\(MarkdownText.inline(kind)))")
      }
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
    case .confirm(let subject): "confirmed: \(subject.name), \(subject.kind.rawValue)"
    case .speaker(let name, _): "said by \(name ?? "nobody named")"
    case .unknown: "a correction of a later version"
    }
  }
}
