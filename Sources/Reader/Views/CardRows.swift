import ArabicAnalysis
import ArabicText
import Interface

/// A row of a card.
package enum CardRow: Hashable, Sendable {
  /// The name and what it names.
  case title(String, EntityKind)
  /// What the name is in English, as far as that is known.
  case gloss(String)
  /// The name in Latin letters.
  case romanized(Romanization)
  /// That vowels which are not written are missing in it: never cut off behind a long name.
  case romanizedInPart
  /// A heading.
  case heading(Phrase)
  /// A form in which the text writes the name, and how often.
  case alias(String, count: Int)
  /// A mention, to be shown in its context.
  case mention(TextSpan)
  /// A quotation of the entity, by its index in the analysis.
  case quotation(Int)
  /// An entity named in the same paragraphs, by its index, and in how many.
  case companion(Int, count: Int)
  /// What the library knows of the entity.
  case library(LibraryRow)
  /// An empty row.
  case gap

  /// Whether the row can be selected.
  var isItem: Bool {
    switch self {
    case .mention, .quotation, .companion: true
    case .library(let row): row.isItem
    case .title, .gloss, .romanized, .romanizedInPart, .heading, .alias, .gap: false
    }
  }
}

extension ReaderState {
  /// The rows of the card of `id`: names, mentions, quotations, and who is named beside them.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions of the analysis.
  func cardRows(of id: EntityID) -> [CardRow] {
    guard let index = article.results.index(of: id) else { return [] }
    let entity = article.results.analysis.entities[index]
    var rows: [CardRow] = [.title(entity.canonical, entity.kind)]
    if let gloss = entity.englishName { rows.append(.gloss(gloss)) }
    if appearance.romanizes ?? (language.code == .english) {
      let isPerson = entity.kind == .person
      let name = Romanization(of: entity.canonical, isPerson: isPerson)
      rows += name.isWhole ? [.romanized(name)] : [.romanized(name), .romanizedInPart]
    }
    rows += [.gap, .heading(Phrase(.headingWritten))]
    rows += aliases(of: entity)
    rows += [.gap, .heading(Phrase(.headingMentions, .number(entity.mentions.count)))]
    rows += entity.mentions.map(\.span).sorted().map(CardRow.mention)
    let quotations = article.results.analysis.quotations.indices.filter {
      article.results.analysis.quotations[$0].speaker == id
    }
    if !quotations.isEmpty {
      rows += [.gap, .heading(Phrase(.headingQuotations, .number(quotations.count)))]
      rows += quotations.map(CardRow.quotation)
    }
    let companions = companions(of: index)
    if !companions.isEmpty { rows += [.gap, .heading(Phrase(.headingCompanions))] + companions }
    return rows
  }

  /// The forms in which the name is written, the most frequent first.
  private func aliases(of entity: Entity) -> [CardRow] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for mention in entity.mentions {
      let form = entity.written(mention, in: text)
      if counts[form] == nil { order.append(form) }
      counts[form, default: 0] += 1
    }
    return order.sorted { counts[$0, default: 0] > counts[$1, default: 0] }
      .map { .alias($0, count: counts[$0, default: 0]) }
  }

  /// Entities named in the same paragraphs, by the number of these paragraphs.
  private func companions(of index: Int) -> [CardRow] {
    var paragraphs = Set<Paragraph>()
    for mention in article.results.analysis.entities[index].mentions {
      paragraphs.insert(text.paragraph(at: mention.span.lower))
    }
    var counts: [Int: Int] = [:]
    for paragraph in paragraphs {
      for other in Set(article.results.places(in: paragraph.content).map(\.entity))
      where other != index {
        counts[other, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { .companion($0.key, count: $0.value) }
  }
}
