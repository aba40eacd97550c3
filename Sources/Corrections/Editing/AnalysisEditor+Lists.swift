import ArabicAnalysis
import ArabicText

extension AnalysisEditor {
  /// Makes whole entities what `names` say.
  ///
  /// Where the names stand, the analysis has found by itself: ``UserNames/leavesFoundNames``. What it calls
  /// by one of them goes along whole, with all its mentions; a single mention by such a name goes to the
  /// entity that the list has for it. What is no name is taken away, and in the same way.
  ///
  /// - Complexity: O(*n*) in the mentions, times the entities that are changed.
  package mutating func apply(_ names: UserNames) {
    guard !names.isEmpty else { return }
    for index in entities.indices where !entities[index].mentions.isEmpty {
      guard let entry = names.entry(of: entities[index].canonical) else { continue }
      if let kind = entry.kind {
        if kind != entities[index].kind { setNounsFree(of: index) }
        call(index, entry.canonical, kind)
      } else {
        reject(index)
      }
    }
    var moved: [(mention: Mention, name: String, kind: EntityKind)] = []
    let text = text
    let wrong = rejectMentions { entity, mention in
      guard let entry = names.entry(of: text.string(in: mention.span)),
        entry.kind != entity.kind || entry.canonical != entity.canonical
      else { return false }
      if let kind = entry.kind {
        let right = Mention(span: mention.span, form: mention.form, confidence: 1, rule: .own)
        moved.append((right, entry.canonical, kind))
      }
      return true
    }
    var owners: [TextSpan: EntityID] = [:]
    for item in moved { owners[item.mention.span] = add(item.mention, to: item.name, item.kind) }
    for item in wrong {
      setSpeakers(by: item.mention.span, from: item.owner, to: owners[item.mention.span])
    }
  }

  /// Takes the nouns out of an entity that is of another kind than it was taken for.
  ///
  /// That a title stands before it, or later in the text, says nothing of what it is now: the nouns are a
  /// source without a name.
  private mutating func setNounsFree(of index: Int) {
    guard entities[index].kind == .person else { return }
    let id = entities[index].id
    var nouns: [Mention] = []
    rejectMentions { entity, mention in
      guard entity.id == id, mention.form == .nominal else { return false }
      nouns.append(mention)
      return true
    }
    guard let name = nouns.first.map({ text.string(in: $0.span) }) else { return }
    for noun in nouns {
      let source = add(noun, to: name, .unnamed)
      for quotation in quotations.indices
      where quotations[quotation].speaker == id
        && quotations[quotation].source?.lower == noun.span.lower
      {
        setSpeaker(of: quotation, to: source)
      }
    }
  }

  /// Makes those speak by the phrases of `speakers` who do so as the list says.
  ///
  /// - Complexity: O(*n*) in the quotations, times the entities for those that are changed.
  package mutating func apply(_ speakers: UserSpeakers) {
    guard !speakers.isEmpty else { return }
    for index in quotations.indices where quotations[index].kind.isSpeech {
      if let source = quotations[index].source,
        let speaker = speakers.speaker(for: text.string(in: source))
      {
        attribute(index, to: speaker.name)
      }
    }
  }
}

extension Analysis {
  /// The quotations whose phrase for who says it is `source`, however it is spelt.
  ///
  /// - Complexity: O(*n*) in the quotations.
  package func quotations(saidBy source: String, in text: DecodedText) -> [Int] {
    let key = UserSpeakers.key(source)
    return quotations.indices.filter { index in
      quotations[index].kind.isSpeech
        && quotations[index].source.map { UserSpeakers.key(text.string(in: $0)) } == key
    }
  }
}
