import Annotations
import ArabicAnalysis
import ArabicText

extension Analysis {
  /// The analysis with the names that a person has taught: what they say is a name is one, of that kind
  /// and entity, and what they say is none is not.
  ///
  /// A name counts where no letter stands directly before or after it. Inside a longer name that the
  /// analysis has found it does not.
  ///
  /// - Complexity: a search of the text for each name.
  public func naming(_ names: PersonalNames, in text: DecodedText) -> Analysis {
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
    let words = Array(entry.name.utf8)
    let spans = text.places(of: words, in: text.span, limit: 10_000).filter(text.isWhole)
    guard !spans.isEmpty else { return }
    // The entity that the name was taken for goes along whole, so that its other mentions do, too.
    var mentions: [Mention] = []
    for span in spans {
      let around = entities.indices.filter { index in
        entities[index].mentions.contains { $0.span.overlaps(span) }
      }
      let isInLonger = around.contains { index in
        entities[index].mentions.contains { $0.span.overlaps(span) && !span.contains($0.span) }
      }
      if isInLonger { continue }
      for index in around { entities[index].mentions.removeAll { $0.span.overlaps(span) } }
      mentions.append(Mention(span: span, confidence: 1, rule: "given"))
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
}
