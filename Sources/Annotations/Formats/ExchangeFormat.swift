import ArabicText

/// A form in which annotations leave the store, and mostly come back.
package enum ExchangeFormat: String, Hashable, Sendable, CaseIterable {
  /// W3C Web Annotation Data Model, JSON-LD: complete both ways. Hypothesis' form is read.
  case w3c
  /// brat standoff: complete both ways.
  case brat
  /// CoNLL-2002, IOB2: spans with one label each, which do not overlap. Other schemes of tags, CoNLL-U
  /// and WebAnno's TSV are read.
  case conll
  /// One JSON object a line, a document each, with spans as Prodigy, doccano and spaCy write them:
  /// complete both ways. All that these and Label Studio write is read.
  case jsonl
  /// A table, out only.
  case csv
  /// A digest for people, out only.
  case markdown
  /// A page for a browser, out only.
  case html

  /// Whether annotations can be read from it.
  package var isReadable: Bool { ![.csv, .markdown, .html].contains(self) }
}

/// What goes out: a document, its annotations and what the analysis found in it.
package struct ExchangeDocument: Sendable {
  /// The text.
  package var text: AnchoredText
  /// What to call it.
  package var name: String
  /// Where it lies, as an IRI or a path.
  package var source: String
  /// The annotations with their places in the text.
  package var annotations: [PlacedAnnotation]
  /// Mentions and quotations, where they go out too.
  package var findings: [Finding]
  /// What a digest or a page says in its own words.
  package var words = ExportWords()

  /// A document with the given annotations.
  package init(
    text: AnchoredText, name: String, source: String? = nil, annotations: [PlacedAnnotation],
    findings: [Finding] = []
  ) {
    self.text = text
    self.name = name
    self.source = source ?? name
    self.annotations = annotations
    self.findings = findings
  }

  /// A mention or a piece of a quotation that the analysis found.
  package struct Finding: Hashable, Sendable {
    /// Where it stands.
    package var span: TextSpan
    /// The kind of entity (`PER`, `ORG`, `LOC` …) or of quotation (`direct`, `mixed`, `indirect`).
    package var label: String
    /// The entity, or the quotation, that it is of: all its mentions, or pieces, share this name.
    package var group: String
    /// The name of the entity, or of who speaks, where that is known.
    package var name: String?
    /// The group of the entity that speaks.
    package var speaker: String?
    /// Whether it is speech, and not a name.
    package var isQuotation: Bool

    /// A finding at `span`.
    package init(
      span: TextSpan, label: String, group: String, name: String?, speaker: String? = nil,
      isQuotation: Bool = false
    ) {
      self.span = span
      self.label = label
      self.group = group
      self.name = name
      self.speaker = speaker
      self.isQuotation = isQuotation
    }
  }

  /// The annotations whose place in the text is certain, with that place.
  var placed: [(annotation: Annotation, span: TextSpan)] {
    annotations.compactMap { placed in
      guard placed.placement.isCertain, let span = placed.span else { return nil }
      return (placed.annotation, span)
    }
  }

  /// The quotations in reading order, each with all of its pieces.
  var quotations: [[Finding]] {
    var pieces: [String: [Finding]] = [:]
    var order: [String] = []
    for finding in findings where finding.isQuotation {
      if pieces[finding.group] == nil { order.append(finding.group) }
      pieces[finding.group, default: []].append(finding)
    }
    return order.compactMap { pieces[$0] }
  }

  func bounds(of span: TextSpan) -> (start: Int, end: Int) {
    (
      text.counter.scalarOffset(of: span.lower).scalars,
      text.counter.scalarOffset(of: span.upper).scalars
    )
  }
}

/// What was written, and what the format has no room for.
package struct ExportResult: Hashable, Sendable {
  /// The content of the file.
  package var content: String
  /// What was left out, each with the reason.
  package var leftOut: [ExportOmission] = []
  /// How many of what was written have something that there is no room for.
  package var losses: [ExportLoss: Int] = [:]
}

extension ExchangeFormat {
  /// Writes `document`.
  ///
  /// A table and a digest name who says the words of an annotation by the findings; where they are not to
  /// list them themselves, `listsFindings` is false. Values of a table are without controls unless it
  /// `isRaw`.
  ///
  /// - Complexity: O(*n*) in the annotations and findings, and in the text for CoNLL and JSONL.
  package func write(
    _ document: ExchangeDocument, listsFindings: Bool = true, isRaw: Bool = false
  ) -> ExportResult {
    var result =
      switch self {
      case .w3c: W3CFormat.write(document)
      case .brat: BratFormat.write(document)
      case .conll: ConllFormat.write(document)
      case .jsonl: JSONLinesFormat.write(document)
      case .csv: CSVFormat.write(document, listsFindings: listsFindings, isRaw: isRaw)
      case .markdown: MarkdownFormat.write(document, listsFindings: listsFindings)
      case .html: HTMLFormat.write(document)
      }
    // CoNLL counts them itself: of those that overlap, one is written.
    switch self {
    case .conll, .w3c: break
    case .brat, .jsonl, .csv:
      result.count(lossesOf: document.annotations.filter(\.placement.isCertain), in: self)
    case .markdown, .html: result.count(lossesOf: document.annotations, in: self)
    }
    return result
  }
}
