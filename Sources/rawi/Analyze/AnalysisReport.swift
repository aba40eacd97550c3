import Annotations
import ArabicAnalysis
import ArabicText
import Platform

/// An analysis in the exchange format: one JSON object a document, offsets in Unicode scalars.
struct AnalysisReport {
  private let document: Document
  private let analysis: Analysis
  private let counter: ScalarCounter
  /// What names the document among others; `nil` where it is alone.
  private let id: JSON?

  init(of document: Document, _ analysis: Analysis, id: JSON? = nil) {
    self.document = document
    self.analysis = analysis
    self.id = id
    counter = ScalarCounter(document.text)
  }

  /// The report.
  var json: JSON {
    var members: [(String, JSON?)] = [
      ("id", id), ("doc_id", .string(identifier)), ("file", .string(document.name)),
      ("offset_unit", .string("unicode_scalar")), ("length", .number(counter.count)),
    ]
    if let hash = document.contentHash { members.append(("sha256", .string(hash))) }
    if let structure = document.structure {
      members.append(("format", .string(structure.format)))
      members.append(("extractor", .string(structure.extractor.description)))
    }
    members.append(("entities", .array(analysis.entities.map(entity))))
    members.append(("quotes", .array(analysis.quotations.map(quotation))))
    return JSON.object(members)
  }

  /// What names it: of a file its name without the extension, else what it is called among others.
  private var identifier: String {
    if let id, document.path == nil { return id.string ?? id.line }
    guard let dot = document.name.lastIndex(of: "."), dot > document.name.startIndex else {
      return document.name
    }
    return String(document.name[..<dot])
  }

  private func place(_ span: TextSpan) -> [(String, JSON?)] {
    [
      ("start", .number(counter.scalarOffset(of: span.lower).scalars)),
      ("end", .number(counter.scalarOffset(of: span.upper).scalars)),
      ("text", .string(document.string(in: span))),
    ]
  }

  private func places(_ spans: [TextSpan]) -> JSON { .array(spans.map { .object(place($0)) }) }

  private func entity(_ entity: Entity) -> JSON {
    let mentions = entity.mentions.map { mention in
      JSON.object(
        place(mention.span) + [
          ("form", .string(mention.form.rawValue)), ("rule", .string(mention.rule.rawValue)),
          ("confidence", .share(mention.confidence)),
        ])
    }
    var members: [(String, JSON?)] = [
      ("id", .string(entity.id.rawValue)), ("type", .string(entity.kind.rawValue)),
      ("canonical", .string(entity.canonical)),
    ]
    if let english = entity.englishName { members.append(("english", .string(english))) }
    return .object(members + [("mentions", .array(mentions))])
  }

  private func quotation(_ quote: Quotation) -> JSON {
    var members: [(String, JSON?)] = [
      ("id", .string(quote.id)), ("type", .string(quote.kind.rawValue)),
    ]
    if let kind = quote.scareKind { members.append(("subtype", .string(kind.rawValue))) }
    members += [
      ("spans", places(quote.content)), ("verbatim", places(quote.verbatim)),
      ("cue", cue(quote.cue)), ("source", quote.source.map { .object(place($0)) } ?? .null),
      ("speaker", quote.speaker.map { .string($0.rawValue) } ?? .null),
    ]
    if let via = quote.via {
      members.append(
        (
          "via",
          .object([
            ("cue", cue(via.cue)), ("source", via.source.map { .object(place($0)) } ?? .null),
            ("speaker", via.speaker.map { .string($0.rawValue) } ?? .null),
          ])
        ))
    }
    if let parent = quote.parent { members.append(("parent", .string(parent))) }
    if quote.isRepaired { members.append(("repaired", .bool(true))) }
    members += [("rule", .string(quote.rule.rawValue)), ("confidence", .share(quote.confidence))]
    return .object(members)
  }

  private func cue(_ cue: Quotation.Cue?) -> JSON {
    guard let cue else { return .null }
    return .object(place(cue.span) + [("lemma", .string(cue.lemma))])
  }
}

extension JSON {
  /// A whole number.
  static func number(_ value: Int) -> JSON { .integer(Int64(value)) }

  /// A share, to three places.
  static func share(_ value: Double) -> JSON { .decimal((value * 1000).rounded() / 1000) }
}
