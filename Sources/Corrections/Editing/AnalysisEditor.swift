import Annotations
import ArabicAnalysis
import ArabicText

/// Changes an analysis as a user wants it.
///
/// Entities and quotations keep their numbers until it is ``finished``; an entity that nothing mentions any
/// more counts for nothing.
package struct AnalysisEditor {
  /// The text that was analysed.
  let text: DecodedText
  private(set) var entities: [Entity]
  private(set) var quotations: [Quotation]
  /// The number of the entity that was made last.
  private var lastMade: Int

  /// Letters before the number of an entity that was made here; the analysis numbers with another.
  private static let made = "u"

  /// An editor of `analysis`, which is of `text`.
  package init(_ analysis: Analysis, of text: DecodedText) {
    self.text = text
    entities = analysis.entities
    quotations = analysis.quotations
    lastMade =
      analysis.entities.lazy.filter { $0.id.rawValue.hasPrefix(Self.made) }
      .compactMap { Int($0.id.rawValue.dropFirst(Self.made.count)) }.max() ?? 0
  }

  /// The analysis as it was made: everything in text order, without entities that nothing mentions and
  /// speakers that are none of the entities.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions.
  package var finished: Analysis {
    var result = Analysis(entities: entities, quotations: quotations)
    result.entities.removeAll { $0.mentions.isEmpty }
    for index in result.entities.indices {
      result.entities[index].mentions.sort { $0.span < $1.span }
    }
    result.entities.sort { one, other in
      guard let first = one.mentions.first, let second = other.mentions.first else { return false }
      return first.span < second.span
    }
    let known = Set(result.entities.map(\.id))
    for index in result.quotations.indices {
      result.quotations[index].replaceSpeakers { known.contains($0) ? $0 : nil }
    }
    return result
  }

  // MARK: What is there

  /// A mention by the numbers of its entity and of itself in it.
  struct Place {
    var entity: Int
    var mention: Int
  }

  /// The mention that is just at `span`.
  func place(at span: TextSpan) -> Place? {
    for (index, entity) in entities.enumerated() {
      if let mention = entity.mentions.firstIndex(where: { $0.span == span }) {
        return Place(entity: index, mention: mention)
      }
    }
    return nil
  }

  /// The entity called `name` of the kind `kind`.
  func entity(called name: String, _ kind: EntityKind) -> Int? {
    entities.firstIndex { $0.canonical == name && $0.kind == kind && !$0.mentions.isEmpty }
  }

  /// The entity called `name`: one of the kind `kind` before others with names, and these before those
  /// without.
  func entity(called name: String, preferring kind: EntityKind? = nil) -> Int? {
    let called = entities.indices.filter {
      entities[$0].canonical == name && !entities[$0].mentions.isEmpty
    }
    return called.first { entities[$0].kind == kind } ?? called.first { entities[$0].kind.isNamed }
      ?? called.first
  }

  /// The entity that a correction calls `subject`: the one called so; else the only one whose name, or
  /// a mention of it, is spelt so.
  ///
  /// Of a text that was longer than what was corrected, an entity may be of another kind and have a longer
  /// name than it had.
  ///
  /// - Complexity: O(*n*) in the mentions, where none is called so.
  func bearer(of subject: Correction.Subject) -> Int? {
    if let called = entity(called: subject.name, preferring: subject.kind) { return called }
    let name = Folding.search.fold(subject.name)
    func only(_ isBearer: (Entity) -> Bool) -> Int? {
      let bearers = entities.indices.filter {
        !entities[$0].mentions.isEmpty && isBearer(entities[$0])
      }
      return bearers.count == 1 ? bearers[0] : nil
    }
    return only { Folding.search.fold($0.canonical) == name }
      ?? only { entity in
        entity.mentions.contains { Folding.search.fold(text.string(in: $0.span)) == name }
      }
  }

  /// Whether a mention overlaps `span`.
  func isTaken(_ span: TextSpan) -> Bool {
    entities.contains { $0.mentions.contains { $0.span.overlaps(span) } }
  }

  // MARK: Changes

  /// Makes an entity one of the kind `kind` that is called `name`: where there is one already, both are
  /// one from now on.
  mutating func call(_ index: Int, _ name: String, _ kind: EntityKind) {
    if let other = entity(called: name, kind), other != index {
      merge(index, into: other)
    } else {
      (entities[index].canonical, entities[index].kind) = (name, kind)
    }
  }

  /// Makes two entities one, called as `target` is.
  mutating func merge(_ index: Int, into target: Int) {
    guard index != target else { return }
    let (gone, kept) = (entities[index].id, entities[target].id)
    entities[target].mentions += entities[index].mentions
    entities[index].mentions = []
    for quotation in quotations.indices {
      quotations[quotation].replaceSpeakers { $0 == gone ? kept : $0 }
    }
  }

  /// Takes all mentions of an entity away.
  mutating func reject(_ entity: Int) { entities[entity].mentions = [] }

  /// Takes a mention away; who was quoted by it is nobody with a name.
  mutating func reject(_ place: Place) {
    let gone = entities[place.entity].id
    let mention = take(place)
    setSpeakers(by: mention.span, from: gone, to: nil)
  }

  private mutating func take(_ place: Place) -> Mention {
    entities[place.entity].mentions.remove(at: place.mention)
  }

  /// Takes away the mentions of which `isWrong` says so.
  ///
  /// - Returns: them, with whose they were.
  @discardableResult
  mutating func rejectMentions(
    where isWrong: (Entity, Mention) -> Bool
  ) -> [(owner: EntityID, mention: Mention)] {
    var rejected: [(owner: EntityID, mention: Mention)] = []
    for index in entities.indices {
      let entity = entities[index]
      entities[index].mentions.removeAll { mention in
        guard isWrong(entity, mention) else { return false }
        rejected.append((entity.id, mention))
        return true
      }
    }
    return rejected
  }

  /// Takes a mention out of its entity and gives it to the one called `name`, with what is said by it.
  mutating func split(_ place: Place, to name: String, _ kind: EntityKind) {
    let gone = entities[place.entity].id
    let mention = take(place)
    let new = add(mention, to: name, kind)
    setSpeakers(by: mention.span, from: gone, to: new)
  }

  /// Lets quotations follow the mention at `span` that their phrase for who speaks has: what was said by
  /// `old` is said by `new`, or by nobody, unless the phrase names `old` by another mention, too.
  mutating func setSpeakers(by span: TextSpan, from old: EntityID, to new: EntityID?) {
    guard old != new else { return }
    let others = entities.first { $0.id == old }?.mentions ?? []
    func follows(_ source: TextSpan?, _ speaker: EntityID?) -> Bool {
      guard let source, speaker == old, source.overlaps(span) else { return false }
      return !others.contains { $0.span != span && $0.span.overlaps(source) }
    }
    for index in quotations.indices {
      let quotation = quotations[index]
      if follows(quotation.source, quotation.speaker) { quotations[index].speaker = new }
      if follows(quotation.via?.source, quotation.via?.speaker) {
        quotations[index].via?.speaker = new
      }
    }
  }

  /// Gives a mention to the entity called `name` of the kind `kind`, a new one where there is none.
  @discardableResult
  mutating func add(_ mention: Mention, to name: String, _ kind: EntityKind) -> EntityID {
    if let known = entity(called: name, kind) {
      add(mention, to: known)
      return entities[known].id
    }
    lastMade += 1
    let id = EntityID(rawValue: "\(Self.made)\(lastMade)")
    entities.append(Entity(id: id, kind: kind, canonical: name, mentions: []))
    add(mention, to: entities.count - 1)
    return id
  }

  /// Makes a mention certain, or all of its entity.
  mutating func confirm(_ place: Place, inAll: Bool) {
    let mentions = entities[place.entity].mentions.indices
    for index in inAll ? mentions : mentions[place.mention...place.mention] {
      entities[place.entity].mentions[index].confidence = 1
    }
  }

  /// Gives a mention to the entity with the number `index`, and takes it from any other: the same words at
  /// the same place are never of two.
  ///
  /// - Complexity: O(*n*) in the mentions.
  mutating func add(_ mention: Mention, to index: Int) {
    while let place = place(at: mention.span) { _ = take(place) }
    entities[index].mentions.append(mention)
  }

  /// Makes an entity the speaker of a quotation, or nobody.
  mutating func setSpeaker(of quotation: Int, to speaker: EntityID?) {
    quotations[quotation].speaker = speaker
  }
}

extension Quotation {
  /// Replaces who speaks, and the medium of a second-hand report, where they are known.
  fileprivate mutating func replaceSpeakers(_ replacement: (EntityID) -> EntityID?) {
    speaker = speaker.flatMap(replacement)
    if let medium = via?.speaker { via?.speaker = replacement(medium) }
  }
}
