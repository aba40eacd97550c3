import ArabicText
import Platform

/// The W3C Web Annotation Data Model (Recommendation of 2017-02-23) as an AnnotationPage in JSON-LD.
///
/// Each target has a TextPositionSelector, in Unicode scalars, and a TextQuoteSelector; where the place in
/// the text is not certain the latter alone, since offsets of an earlier version mean other words in this
/// one. What the model has no words for is under `rawi:`, a vocabulary that the context names.
enum W3CFormat {
  private static let context = "http://www.w3.org/ns/anno.jsonld"
  private static let vocabulary = "https://github.com/rawi-reader/rawi/ns#"
  private static let uuid = "urn:uuid:"

  static func write(_ document: ExchangeDocument) -> ExportResult {
    let items =
      document.annotations.map { item($0, document) }
      + document.findings.enumerated().compactMap { item($1, number: $0, document) }
    let page = JSON.object([
      (
        "@context",
        .array([.string(context), .object([JSON.Member("rawi", .string(vocabulary))])])
      ),
      ("id", .string("urn:sha256:\(document.text.contentHash)#annotations")),
      ("type", .string("AnnotationPage")), ("label", .string(document.name)),
      ("items", .array(items)),
    ])
    return ExportResult(content: page.pretty + "\n")
  }

  private static func item(_ placed: PlacedAnnotation, _ document: ExchangeDocument) -> JSON {
    let annotation = placed.annotation
    // Where its place is not certain it goes out with the words that it had, and no position.
    let anchor =
      placed.placement.isCertain ? placed.span.flatMap(document.text.anchor) : nil
    var bodies: [JSON] = []
    if !annotation.note.isEmpty { bodies.append(body(annotation.note, "commenting")) }
    bodies += annotation.tags.map { body($0, "tagging") }
    if let correction = annotation.correction {
      bodies.append(
        JSON.object([
          ("type", .string("TextualBody")), ("purpose", .string("editing")),
          ("value", .string(correction.json.line)), ("format", .string("application/json")),
        ]))
    }
    var motivations = annotation.color == nil ? [] : ["highlighting"]
    if !annotation.note.isEmpty { motivations.append("commenting") }
    if !annotation.tags.isEmpty { motivations.append("tagging") }
    if annotation.correction != nil { motivations.append("editing") }
    return JSON.object([
      ("id", .string(iri(annotation.id))), ("type", .string("Annotation")),
      ("motivation", .strings(motivations)),
      ("creator", annotation.author.map(creator)),
      ("created", .string(annotation.created.iso)), ("modified", .string(annotation.modified.iso)),
      ("body", bodies.isEmpty ? nil : .array(bodies)),
      (
        "target",
        target(
          anchor ?? annotation.anchor, hasPosition: anchor != nil, color: annotation.color, document
        )
      ),
      ("rawi:scope", annotation.correction.map { _ in .string(annotation.scope.rawValue) }),
      ("rawi:proposal", annotation.isProposal ? .bool(true) : nil),
      ("rawi:conflict", annotation.conflict.map(JSON.string)),
      (
        "rawi:absentFrom", annotation.absentFrom.isEmpty ? nil : .strings(annotation.absentFrom)
      ),
    ])
  }

  private static func item(
    _ finding: ExchangeDocument.Finding, number: Int, _ document: ExchangeDocument
  ) -> JSON? {
    guard let anchor = document.text.anchor(of: finding.span) else { return nil }
    let purposes =
      finding.isQuotation ? ["describing", "identifying"] : ["classifying", "identifying"]
    let values = [finding.label, finding.name]
    let bodies = zip(values, purposes).compactMap { value, purpose in
      value.map { body($0, purpose) }
    }
    return JSON.object([
      ("id", .string("urn:sha256:\(document.text.contentHash)#finding-\(number)")),
      ("type", .string("Annotation")), ("motivation", .strings(purposes)),
      (
        "creator",
        JSON.object([("type", .string("Software")), ("name", .string("Rawi"))])
      ),
      ("body", .array(bodies)),
      ("target", target(anchor, hasPosition: true, color: nil, document)),
      ("rawi:finding", .string(finding.group)),
      ("rawi:speaker", finding.speaker.map(JSON.string)),
    ])
  }

  private static func creator(_ name: String) -> JSON {
    JSON.object([("type", .string("Person")), ("name", .string(name))])
  }

  private static func body(_ value: String, _ purpose: String) -> JSON {
    JSON.object([
      ("type", .string("TextualBody")), ("purpose", .string(purpose)), ("value", .string(value)),
      ("format", .string("text/plain")),
    ])
  }

  private static func target(
    _ anchor: Anchor, hasPosition: Bool, color: HighlightColor?, _ document: ExchangeDocument
  ) -> JSON {
    let position = JSON.object([
      ("type", .string("TextPositionSelector")),
      ("start", .integer(Int64(anchor.start.scalars))),
      ("end", .integer(Int64(anchor.end.scalars))),
    ])
    let words = JSON.object([
      ("type", .string("TextQuoteSelector")), ("exact", .string(anchor.exact)),
      ("prefix", .string(anchor.prefix)), ("suffix", .string(anchor.suffix)),
    ])
    return JSON.object([
      ("type", .string("SpecificResource")), ("source", .string(document.source)),
      ("styleClass", color.map { .string($0.rawValue) }),
      ("selector", .array(hasPosition ? [position, words] : [words])),
      ("rawi:sha256", .string(anchor.contentHash)),
    ])
  }

  private static func iri(_ id: AnnotationID) -> String {
    id.rawValue.contains(":") ? id.rawValue : uuid + id.rawValue
  }

  /// The name of an annotation that another tool calls `iri`, or `nil` where that is no name.
  static func id(_ iri: String) -> AnnotationID? {
    AnnotationID(checking: iri.hasPrefix(uuid) ? String(iri.dropFirst(uuid.count)) : iri)
  }
}
