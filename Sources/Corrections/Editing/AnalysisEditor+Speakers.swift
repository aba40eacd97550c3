import ArabicAnalysis
import ArabicText

extension AnalysisEditor {
  /// Makes the entity called `name` the speaker of a quotation, or nobody who has a name.
  ///
  /// The phrase that the quotation has for who says it goes along: the noun that it is, or begins with,
  /// is from now on a mention of who speaks, and of nobody else. One whom the analysis has missed is mentioned
  /// wherever the text has the name; one that the text does not name is known by that phrase, even where it
  /// was taken for the name of another; without it nothing changes.
  ///
  /// - Complexity: O(*n*) in the mentions; the text is searched where the analysis has no such entity.
  mutating func attribute(_ quotation: Int, to name: String?) {
    let source = quotations[quotation].source
    guard let name else {
      setSpeaker(of: quotation, to: nil)
      if let source { takeMentions(standingFor: source) { $0.kind.isNamed && $1.form == .nominal } }
      return
    }
    if entity(called: name) == nil {
      for place in places(of: name) {
        add(Mention(span: place, confidence: 1, rule: .given), to: name, .person)
      }
    }
    guard let source else {
      if let known = entity(called: name) { setSpeaker(of: quotation, to: entities[known].id) }
      return
    }
    let known = entity(called: name)
    let speaker = known.map { entities[$0].id }
    let taken = takeMentions(standingFor: source) { entity, _ in entity.id != speaker }
    let mentions = taken.map {
      Mention(span: $0.span, form: $0.form, confidence: 1, rule: .given)
    }
    guard let known else {
      let all = mentions.isEmpty ? [Self.phrase(source)] : mentions
      for mention in all { setSpeaker(of: quotation, to: add(mention, to: name, .person)) }
      return
    }
    setSpeaker(of: quotation, to: speaker)
    for mention in mentions { add(mention, to: known) }
    let isMentioned = entities[known].mentions.contains { $0.span.overlaps(source) }
    // Inside the phrase others may be named; who is known by such phrases alone is mentioned all the same.
    let isKnownByPhrase = entities[known].mentions.allSatisfy { $0.form == .nominal }
    if !isMentioned, isKnownByPhrase || !isTaken(source) { add(Self.phrase(source), to: known) }
  }

  private static func phrase(_ source: TextSpan) -> Mention {
    Mention(span: source, form: .nominal, confidence: 1, rule: .given)
  }

  /// Takes away the nouns that stand for the phrase `source`, of those of which `isWrong` says so.
  ///
  /// These are that of all its words and one that it begins with. A name in it stays with whose it is, unless
  /// who speaks is known by nothing else.
  ///
  /// - Returns: them.
  @discardableResult
  private mutating func takeMentions(
    standingFor source: TextSpan, where isWrong: (Entity, Mention) -> Bool
  ) -> [Mention] {
    var taken: [Mention] = []
    rejectMentions { entity, mention in
      guard mention.form == .nominal, mention.span.lower == source.lower,
        source.contains(mention.span), isWrong(entity, mention)
      else { return false }
      taken.append(mention)
      return true
    }
    return taken
  }
}
