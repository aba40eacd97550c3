import ArabicText
import EntityModel

// One person behind a subject of many: the object of the verb.
extension SourcePhrase {
  /// اتهم معارضون الرئيس N, طالبت النقابات رئيس الوزراء N: whether a person, with the title or by the name alone, begins at `index`
  /// behind a phrase that is whole and names several people or a body, of which one person is no apposition.
  func isObject(personAt index: Int, behind start: Int) -> Bool {
    guard index > start, words.sign(index) == 0, isWhole(start..<index),
      isMany(start) || isOneOfMany(start, to: index)
        || isWoman(start) && index == start + 1 && isManTitled(index)
    else { return false }
    return opensPerson(index)
  }

  /// Whether the noun phrase `source` is whole and the object of its verb follows.
  func standsBeforeObject(_ source: TextSpan) -> Bool {
    let next = context.word(at: source.upper)
    return next < context.count
      && isObject(personAt: next, behind: context.word(at: source.lower))
  }

  /// Whether nothing may follow the last word of `phrase` as its complement.
  private func isWhole(_ phrase: Range<Int>) -> Bool {
    let last = phrase.upperBound - 1
    if let mention = context.mention(at: last) { return mention.kind != .person }
    return words.plain(last)?.hasArticle == true || isBarePlural(last)
  }

  /// Whether the phrase that begins at `start` stands for many: a plural, a body.
  private func isMany(_ start: Int) -> Bool {
    if let mention = context.mention(at: start) { return mention.kind == .organisation }
    guard let reading = words.plain(start), reading.classes.isDisjoint(with: .title) else {
      return false
    }
    let bare = words.lexicon.classesWithoutArticle[reading.word] ?? reading.classes
    guard bare.isDisjoint(with: [.title, .document]) else { return false }
    if isBarePlural(start) || bare.contains(.plural) { return true }
    guard reading.hasArticle else { return false }
    return words.text.string(in: words.words[start].span).hasSuffix("ات")
      || !bare.isDisjoint(with: [.organisationClass, .organisationHead, .stateBody, .body])
  }

  /// قاطع أحد الحاضرين N: whether one of several, who are whole, stands behind a verb that takes an object.
  func isOneOfMany(_ start: Int, to index: Int) -> Bool {
    context.mention(at: start) == nil && index == start + 2 && words.isPlain(start, .other)
      && words.plain(start)?.hasArticle == false && words.sayingVerb(at: start - 1) == nil
      && words.isPlain(start, .unnamedSource)
  }

  /// المعارضة: whether a noun with the article at `index` is feminine.
  private func isWoman(_ index: Int) -> Bool {
    context.mention(at: index) == nil && words.plain(index)?.hasArticle == true
      && words.words[index].shape.contains(.feminine)
  }

  /// الرئيس: whether a title of a man stands at `index`.
  private func isManTitled(_ index: Int) -> Bool {
    context.mention(at: index) == nil && words.isPlain(index, .title)
      && !words.isPlain(index, .female) && !words.words[index].shape.contains(.feminine)
  }

  /// معارضون: whether a word is a plural of people that no complement follows: before one it is معارضو.
  private func isBarePlural(_ index: Int) -> Bool {
    guard context.mention(at: index) == nil, words.words[index].kind == .arabic,
      let reading = words.plain(index), !reading.kinds.isPart
    else { return false }
    let word = words.text.string(in: words.words[index].span)
    return word.hasSuffix("ون") && word.count > limits.shortestPlural
  }

  /// Whether a name, or a title before one, begins at `index`.
  private func opensPerson(_ index: Int) -> Bool {
    if let mention = context.mention(at: index) {
      return mention.kind == .person && mention.span.lower == words.words[index].span.lower
    }
    guard words.isPlain(index, .title), !words.isPlain(index, .plural) else { return false }
    return (index + 1..<min(context.count, index + limits.personReach)).contains { place in
      context.mention(at: place)?.kind == .person
        && (index + 1...place).allSatisfy { words.sign($0) == 0 }
    }
  }
}
