import ArabicText

/// A form in which annotations leave the store, and mostly come back.
package enum ExchangeFormat: String, Hashable, Sendable, CaseIterable {
  /// W3C Web Annotation Data Model, JSON-LD: complete both ways.
  case w3c
  /// brat standoff: complete both ways.
  case brat
  /// CoNLL-2002, IOB2: spans with one label each, which do not overlap.
  case conll
  /// One JSON object a line, a document each, with spans as Prodigy, doccano and spaCy write them:
  /// complete both ways. Label Studio's form is read.
  case jsonl
  /// A table, out only.
  case csv
  /// A digest for people, out only.
  case markdown

  /// Whether annotations can be read from it.
  package var isReadable: Bool { self != .csv && self != .markdown }

  /// Whether it is running text, in which controls have no place and no escapes.
  package var isText: Bool { self == .markdown }
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
  package var leftOut: [String] = []
}

/// What was read from a file: annotations that fit the text, and for each that does not, why.
package struct ImportResult: Hashable, Sendable {
  /// What fits.
  package var annotations: [Annotation] = []
  /// How many of them had to be found by their words, since the file was made of another text.
  package var moved = 0
  /// How many items are findings of an analysis, and not a person's.
  package var findings = 0
  /// What does not fit.
  package var refused: [Refusal] = []

  /// Why an item was not taken.
  package struct Refusal: Hashable, Sendable, CustomStringConvertible {
    /// The item as the file names it.
    package var item: String
    /// Why it does not fit.
    package var reason: String

    /// The item and the reason.
    package var description: String { "\(item): \(reason)" }
  }

  mutating func refuse(_ item: String, _ reason: String) {
    refused.append(Refusal(item: item, reason: reason))
  }
}

/// Why a file cannot be read at all.
package enum ExchangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not of the format.
  case notOfFormat(ExchangeFormat, String)
  /// The format is for people.
  case notReadable(ExchangeFormat)

  /// What is wrong, in English.
  package var description: String {
    switch self {
    case .notOfFormat(let format, let reason): "not of the format \(format.rawValue): \(reason)"
    case .notReadable(let format): "the format \(format.rawValue) is not read"
    }
  }
}

extension ExchangeFormat {
  /// Writes `document`.
  ///
  /// A table names who says the words of an annotation by the findings; where it is not to list them
  /// themselves, `listsFindings` is false. Values of a table are without controls unless it `isRaw`.
  ///
  /// - Complexity: O(*n*) in the annotations and findings, and in the text for CoNLL and JSONL.
  package func write(
    _ document: ExchangeDocument, listsFindings: Bool = true, isRaw: Bool = false
  ) -> ExportResult {
    switch self {
    case .w3c: W3CFormat.write(document)
    case .brat: BratFormat.write(document)
    case .conll: ConllFormat.write(document)
    case .jsonl: JSONLinesFormat.write(document)
    case .csv: CSVFormat.write(document, listsFindings: listsFindings, isRaw: isRaw)
    case .markdown: MarkdownFormat.write(document)
    }
  }

  /// Reads annotations of `text` from the content of a file; what does not fit is refused item by item.
  ///
  /// - Throws: ``ExchangeError``.
  package func read(_ content: String, of text: AnchoredText) throws(ExchangeError) -> ImportResult
  {
    switch self {
    case .w3c: try W3CFormat.read(content, of: text)
    case .brat: try BratFormat.read(content, of: text)
    case .conll: try ConllFormat.read(content, of: text)
    case .jsonl: try JSONLinesFormat.read(content, of: text)
    case .csv, .markdown: throw .notReadable(self)
    }
  }
}
