import Annotations
import ArabicAnalysis
import ArabicText

extension Catalogue {
  /// What is kept of an analysis.
  struct Found: Sendable {
    struct Entity: Sendable {
      var kind: EntityKind
      var name: String
      var names: String
      var first: TextSpan
      var count: Int
    }

    struct Said: Sendable {
      var span: TextSpan
      var speaker: String?
      var names: String
      var folded: String
      /// Who and what is named in it beside the speaker, by their numbers among the entities.
      var topics: [Int] = []
    }

    var entities: [Entity] = []
    var said: [Said] = []

    init(_ analysis: Analysis, of text: DecodedText) {
      var names: [EntityID: String] = [:]
      var mentions: [(id: EntityID, places: [TextSpan])] = []
      for entity in analysis.entities {
        guard let first = entity.mentions.first?.span else { continue }
        let spelt =
          [entity.canonical]
          + entity.mentions.filter { $0.form != .nominal }.map { text.string(in: $0.span) }
        let folded = NameWords.kept(spelt)
        names[entity.id] = folded
        // Who is only spoken of as "the source" is no name.
        mentions.append((entity.id, entity.kind.isNamed ? entity.mentions.map(\.span) : []))
        entities.append(
          Entity(
            kind: entity.kind, name: entity.canonical, names: folded, first: first,
            count: entity.mentions.count))
      }
      let canonical = Dictionary(
        analysis.entities.map { ($0.id, $0.canonical) }, uniquingKeysWith: { first, _ in first })
      for quotation in analysis.quotations where quotation.kind.isSpeech {
        guard let first = quotation.content.first, let last = quotation.content.last else {
          continue
        }
        let span = TextSpan(first.lower, max(first.upper, last.upper))
        let source = quotation.source.map { text.string(in: $0) }
        let speaker = quotation.speaker.flatMap { canonical[$0] } ?? source
        said.append(
          Said(
            span: span, speaker: speaker,
            names: quotation.speaker.flatMap { names[$0] }
              ?? NameWords.kept(
                [source].compactMap(\.self)),
            folded: quotation.content.map { CataloguedText.folded(text, in: $0) }
              .joined(separator: " "),
            topics: mentions.indices.filter { number in
              mentions[number].id != quotation.speaker
                && mentions[number].places.contains { place in
                  quotation.content.contains { $0.contains(place) }
                }
            }))
      }
    }
  }
}
