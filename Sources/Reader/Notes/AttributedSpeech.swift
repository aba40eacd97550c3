import Annotations
import ArabicAnalysis
import ArabicText

extension Analysis {
  /// The analysis with the speakers that a person has taught: who speaks by a phrase that they know is
  /// who they say.
  ///
  /// - Complexity: O(*n*) in the entities and quotations.
  package func attributing(_ speakers: PersonalSpeakers, in text: DecodedText) -> Analysis {
    guard !speakers.isEmpty else { return self }
    var result = self
    for index in quotations.indices where quotations[index].kind.isSpeech {
      guard let source = quotations[index].source,
        let speaker = speakers.speaker(for: text.string(in: source))
      else { continue }
      result.attribute(index, to: speaker)
    }
    return result
  }

  /// Makes the entity called `name` the speaker of a quotation, or nobody.
  ///
  /// One that the text does not name is known by the phrase that the quotation has for who says it.
  ///
  /// - Returns: whether the speaker is the one asked for: `false` where the name is of no entity and
  ///   there is no such phrase.
  @discardableResult
  mutating func attribute(_ index: Int, to name: String?) -> Bool {
    guard let name else {
      quotations[index].speaker = nil
      return true
    }
    let known =
      entities.first { $0.canonical == name && $0.kind.isNamed && !$0.mentions.isEmpty }
      ?? entities.first { $0.canonical == name && !$0.mentions.isEmpty }
    if let known {
      quotations[index].speaker = known.id
      return true
    }
    guard let source = quotations[index].source else { return false }
    for entity in entities.indices where !entities[entity].kind.isNamed {
      entities[entity].mentions.removeAll { $0.span == source }
    }
    let id = EntityID(rawValue: "own-speaker-\(entities.count)")
    let mention = Mention(span: source, form: .nominal, confidence: 1, rule: .given)
    entities.append(Entity(id: id, kind: .person, canonical: name, mentions: [mention]))
    quotations[index].speaker = id
    return true
  }

  /// The quotations whose phrase for who says it is `source`, however it is spelt.
  func quotations(saidBy source: String, in text: DecodedText) -> [Int] {
    let key = PersonalSpeakers.key(source)
    return quotations.indices.filter { index in
      quotations[index].kind.isSpeech
        && quotations[index].source.map { PersonalSpeakers.key(text.string(in: $0)) } == key
    }
  }
}
