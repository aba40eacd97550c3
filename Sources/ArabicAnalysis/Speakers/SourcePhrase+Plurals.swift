import ArabicText
import EntityModel

// People without a name of whom the words behind them tell more.
extension SourcePhrase {
  /// نقاد حضروا العرض, لاعبون سابقون تحدثوا, منافسون بينهم X: where a phrase without the article that begins at `start` ends
  /// because a verb in the plural or "among them" follows.
  ///
  /// - Complexity: O(1): a few words.
  func peopleEnd(from start: Int, limit: Int) -> Int? {
    guard isBareNoun(start) else { return nil }
    var index = start + 1
    while index < limit, index - start <= limits.longestPeople {
      if tellsOfMany(index) { return index }
      guard isBareNoun(index) || words.plain(index)?.hasArticle == true && words.sign(index) == 0
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether `source` is a phrase of people without the article which words tell more of, or which a preposition
  /// follows: مشاركون في المؤتمر.
  func isPeople(_ source: TextSpan, limit: Int) -> Bool {
    let start = context.word(at: source.lower)
    let end = context.word(at: source.upper)
    if peopleEnd(from: start, limit: limit) == end { return true }
    return isBareNoun(start) && isSoundPlural(start) && end < limit
      && (words.isPlain(end, [.governor, .among])
        || words.readings(of: end).contains {
          $0.clitics == .preposition && $0.kinds.contains(.common)
        })
  }

  /// حضروا, يقولون, بينهم: whether a word tells of several people before it.
  func tellsOfMany(_ index: Int) -> Bool {
    guard words.sign(index) == 0, words.words[index].kind == .arabic,
      context.mention(at: index) == nil, let plain = words.plain(index), !plain.hasArticle,
      plain.clitics.isEmpty
    else { return false }
    if plain.classes.contains(.among) { return true }
    guard plain.classes.isDisjoint(with: [.function, .title, .unnamedSource]) else { return false }
    let word = Folding.words.fold(words.text.string(in: words.words[index].span))
    guard word.count > limits.shortestPlural - 1 else { return false }
    if word.hasSuffix("وا") { return !isCoordinated(index) }
    if isWomensDeed(index, word) { return true }
    return word.hasSuffix("ون") && word.hasPrefix("ي") && word.count > limits.shortestPlural
  }

  /// أمهات انتظرن, طالبات يشاركن: whether a verb of several women follows their noun.
  private func isWomensDeed(_ index: Int, _ word: String) -> Bool {
    guard word.hasSuffix("ن"), !["ين", "ون", "ان"].contains(where: word.hasSuffix),
      index > 0, words.plain(index)?.kinds.isEmpty == true,
      words.plain(index)?.classes.isSubset(of: .cue) == true
    else { return false }
    let noun = words.text.string(in: words.words[index - 1].span)
    return noun.hasSuffix("ات") || words.isPlain(index - 1, .female)
  }

  /// والد طفلة توفيت: whether a verb in the third person, as its letters show, tells of a phrase without the article.
  func isDeed(_ index: Int) -> Bool {
    guard words.sign(index) == 0, context.mention(at: index) == nil,
      let verb = words.plain(index), !verb.kinds.isPart,
      verb.classes.isDisjoint(with: .headsOfNames),
      !words.text.string(in: words.words[index].span).hasSuffix("ات")
    else { return false }
    return words.verbForm(at: index, verb) != nil
  }

  /// وحضروا, but not وصلوا: whether و stands before a word that is a verb in the plural without it.
  private func isCoordinated(_ index: Int) -> Bool {
    words.text.scalar(at: words.words[index].span.lower)?.value == Letters.waw
      && words.text.string(in: words.words[index].span).count > limits.shortestOwnDeed
  }

  /// Whether a noun or an adjective without the article, and no name, stands at `index`.
  private func isBareNoun(_ index: Int) -> Bool {
    guard words.sign(index) == 0, words.words[index].kind == .arabic,
      context.name(at: index) == nil, let noun = words.plain(index), !noun.hasArticle
    else { return false }
    return noun.classes.isDisjoint(with: Self.particles)
      && !words.words[index].shape.contains(.short)
      && !words.words[index].shape.contains(.presentVerb)
      && words.readings(of: index).allSatisfy {
        $0.clitics != .conjunction || $0.classes.isDisjoint(with: Self.particles)
      }
  }

  /// What no noun phrase without the article goes on with.
  private static let particles: WordClasses = [
    .function, .time, .relative, .complementiser, .subordinator, .placePreposition, .governor,
    .according, .connector, .negation, .demonstrative, .said, .pronounPreposition,
  ]

  /// معلم التقيته, سيدة قابلناها: whether a verb of the past with a pronoun tells of a noun without the article before it.
  ///
  /// A noun with the article has no pronoun, so that التقيته is a verb.
  func tellsOfOne(_ index: Int) -> Bool {
    guard words.sign(index) == 0, words.words[index].kind == .arabic,
      context.mention(at: index) == nil, let plain = words.plain(index), plain.kinds.isEmpty,
      plain.classes.isDisjoint(with: Self.particles)
    else { return false }
    let word = Folding.words.fold(words.text.string(in: words.words[index].span))
    guard word.count > limits.shortestOwnDeed,
      let pronoun = ["ها", "هم", "ه"].first(where: { word.hasSuffix($0) })
    else { return false }
    let stem = word.dropLast(pronoun.count)
    if stem.hasSuffix("نا") { return true }
    // قواته: a plural of things.
    guard stem.hasSuffix("ت"), !stem.hasSuffix("ات") else { return false }
    if plain.hasArticle { return true }
    func isCommon(_ word: String) -> Bool {
      words.names[NameKey(word)]?.kinds.contains(.common) == true
        || words.lexicon.classes[NameKey(phrase: word)] != nil
    }
    return !isCommon(stem.dropLast() + "ة")
  }

  /// Whether a verb in the plural tells of the phrase that begins at `head`: behind the title of one person an unknown
  /// word is a name.
  func tellsOfMany(_ index: Int, behind head: Int) -> Bool {
    guard tellsOfMany(index), let plain = words.plain(index) else { return false }
    return !words.isPlain(head, .title) || words.isPlain(head, .plural)
      || plain.kinds.contains(.common) || !plain.classes.isDisjoint(with: [.cue, .among])
  }

  /// منافسون: whether a word is a plural of people in the nominative.
  private func isSoundPlural(_ index: Int) -> Bool {
    let word = words.text.string(in: words.words[index].span)
    return word.hasSuffix("ون") && word.count > limits.shortestPlural
      && !word.hasPrefix("ي")
  }

  /// وهنا أصحاب محال تجارية يقولون: the noun phrase without the article that fills the clause up to a verb in the plural
  /// at `end`.
  func peopleSubject(before end: Int, from first: Int) -> TextSpan? {
    var start = end - 1
    var found: Int?
    while start >= first, end - start <= limits.longestClauseSubject, words.sign(start) == 0,
      words.words[start].kind == .arabic, context.mark(at: start) == context.mark(at: end),
      !words.isPlain(start, [.cue, .relative, .complementiser, .negation])
    {
      if opensPeople(start, from: first) { found = start }
      start -= 1
    }
    guard let found else { return nil }
    // شبان تجمعوا أمام المبنى قالوا
    let last = peopleEnd(from: found, limit: end) ?? end
    return TextSpan(andEnd(found), words.words[last - 1].span.upper)
  }

  private func opensPeople(_ index: Int, from first: Int) -> Bool {
    guard isBareNoun(index) || isJoinedNoun(index),
      !words.isPlain(index, [.adverbialNoun, .filler, .quantity])
    else { return false }
    if index == first || SentenceSigns.isComma(words.sign(index - 1)) { return true }
    return words.isPlain(index - 1, [.clauseOpener, .filler, .pronounPreposition])
      || words.readings(of: index - 1).contains {
        $0.clitics == .conjunction && $0.classes.contains(.pronounPreposition)
      }
  }

  /// وأصحاب: a noun behind و.
  private func isJoinedNoun(_ index: Int) -> Bool {
    words.readings(of: index).contains {
      $0.clitics == .conjunction && !$0.hasArticle && $0.kinds.contains(.common)
        && $0.classes.isDisjoint(with: [.function, .cue, .time])
    }
  }

  private func andEnd(_ index: Int) -> TextOffset {
    let plain = words.plain(index)
    if plain?.kinds.contains(.common) == true || plain?.classes.isEmpty == false {
      return words.words[index].span.lower
    }
    return words.readings(of: index).first {
      $0.clitics == .conjunction && $0.kinds.contains(.common)
    }?.start ?? words.words[index].span.lower
  }
}
