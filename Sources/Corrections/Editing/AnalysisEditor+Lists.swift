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
      if let kind = entry.kind { call(index, entry.canonical, kind) } else { reject(index) }
    }
    var moved: [(mention: Mention, name: String, kind: EntityKind)] = []
    let text = text
    rejectMentions { entity, mention in
      guard let entry = names.entry(of: text.string(in: mention.span)),
        entry.kind != entity.kind || entry.canonical != entity.canonical
      else { return false }
      if let kind = entry.kind {
        let right = Mention(span: mention.span, form: mention.form, confidence: 1, rule: .own)
        moved.append((right, entry.canonical, kind))
      }
      return true
    }
    for item in moved { add(item.mention, to: item.name, item.kind) }
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
