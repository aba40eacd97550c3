import Annotations
import ArabicAnalysis
import ArabicText

extension Analysis {
  /// The analysis with the names that a person has taught: what they say is a name is one, of that kind
  /// and entity, and what they say is none is not.
  ///
  /// What the analysis calls by such a name goes along whole, with all its mentions. Elsewhere a name
  /// counts where no letter stands directly before or after it; inside a longer name that the analysis
  /// has found it does not.
  ///
  /// - Complexity: a search of the text for each name.
  package func naming(_ names: PersonalNames, in text: DecodedText) -> Analysis {
    let entries = names.entries
    guard !entries.isEmpty else { return self }
    var result = self
    for entry in entries { result.apply(entry, text) }
    for index in result.entities.indices {
      result.entities[index].mentions.sort { $0.span < $1.span }
    }
    let known = Set(result.entities.filter { !$0.mentions.isEmpty }.map(\.id))
    result.entities.removeAll { $0.mentions.isEmpty }
    result.entities.sort { one, other in
      guard let first = one.mentions.first, let second = other.mentions.first else { return false }
      return first.span < second.span
    }
    for index in result.quotations.indices {
      if let speaker = result.quotations[index].speaker, !known.contains(speaker) {
        result.quotations[index].speaker = nil
      }
    }
    return result
  }

  private mutating func apply(_ entry: PersonalNames.Entry, _ text: DecodedText) {
    takeAlong(entry)
    let words = Array(entry.name.utf8)
    let spans = text.places(of: words, in: text.span, limit: 10_000).filter(text.isWhole)
    guard !spans.isEmpty else { return }
    var mentions: [Mention] = []
    for span in spans {
      let around = entities.indices.filter { index in
        entities[index].mentions.contains { $0.span.overlaps(span) }
      }
      let isInLonger = around.contains { index in
        entities[index].mentions.contains { $0.span.overlaps(span) && !span.contains($0.span) }
      }
      // One that went along whole is right as it is.
      let isRight = around.contains { index in
        entities[index].canonical == entry.canonical && entities[index].kind.rawValue == entry.kind
          && entities[index].mentions.contains { $0.span == span }
      }
      if isInLonger || isRight { continue }
      for index in around { entities[index].mentions.removeAll { $0.span.overlaps(span) } }
      mentions.append(Mention(span: span, confidence: 1, rule: .given))
    }
    guard let kind = entry.kind.flatMap(EntityKind.init(rawValue:)), !mentions.isEmpty else {
      return
    }
    if let index = entities.firstIndex(where: { $0.canonical == entry.canonical && $0.kind == kind }
    ) {
      entities[index].mentions += mentions
    } else {
      let id = EntityID(rawValue: "own-\(entities.count)")
      entities.append(
        Entity(id: id, kind: kind, canonical: entry.canonical, mentions: mentions))
    }
  }

  /// Makes the entities that are called by the name of `entry` what it says.
  private mutating func takeAlong(_ entry: PersonalNames.Entry) {
    let kind = entry.kind.flatMap(EntityKind.init(rawValue:))
    for index in entities.indices where entities[index].canonical == entry.name {
      guard let kind else {
        if entry.kind == nil { entities[index].mentions = [] }
        continue
      }
      let target = entities.firstIndex {
        $0.canonical == entry.canonical && $0.kind == kind && !$0.mentions.isEmpty
      }
      if let target, target != index {
        entities[target].mentions += entities[index].mentions
        entities[index].mentions = []
        for place in quotations.indices where quotations[place].speaker == entities[index].id {
          quotations[place].speaker = entities[target].id
        }
      } else {
        (entities[index].kind, entities[index].canonical) = (kind, entry.canonical)
      }
    }
  }
}
