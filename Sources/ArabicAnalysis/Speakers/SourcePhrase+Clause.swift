import ArabicText
import EntityModel

// A subject that no list knows, by where it stands: between what opens a clause and its verb.
extension SourcePhrase {
  /// لكن آخرين حذروا, فإن أولياء الأمور يصفون: the noun phrase that fills the clause up to the verb at `end`.
  ///
  /// The noun has the article, or a noun with the article or an adjective behind it where the verb is in the
  /// plural, as that of a verb before its subject never is.
  ///
  /// - Complexity: O(1): a few words before the verb.
  func clauseSubject(before end: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    guard let slot, [.masculine, .feminine, .plural, .dual].contains(slot) else { return nil }
    var start = end - 1
    while start >= first, end - start <= limits.longestClauseSubject,
      isPartOfSubject(start, of: end)
    {
      if beginsClause(start, from: first), isClauseSubject(start, before: end, slot) {
        return TextSpan(nounStart(start), words.words[end - 1].span.upper)
      }
      start -= 1
    }
    return nil
  }

  /// أن سجل الأحداث يظهر أن, لكن معدي الدراسة يرون أن: the noun phrase that begins a clause inside a content and
  /// goes up to the verb at `end`.
  ///
  /// - Complexity: O(1): a few words before the verb.
  func innerSubject(before end: Int, from first: Int, _ slot: CueSlot) -> TextSpan? {
    var end = end
    // الوزير نفسه كان قد قال
    while end > first,
      words.isPlain(end - 1, .filler) || words.plain(end - 1)?.word == NameKeys.already
    {
      end -= 1
    }
    var start = end - 1
    while start >= first, end - start <= limits.longestClauseSubject,
      isPartOfSubject(start, of: end)
    {
      if start == first || beginsClause(start, from: first), isNounPhrase(start..<end),
        isInnerSubject(start, slot)
      {
        return TextSpan(nounStart(start), words.words[end - 1].span.upper)
      }
      start -= 1
    }
    return nil
  }

  private func isInnerSubject(_ index: Int, _ slot: CueSlot) -> Bool {
    let head = pointsToNoun(index) ? index + 1 : index
    guard context.name(at: head) == nil,
      head != index || !words.isPlain(head, [.function, .time, .adverbialNoun, .demonstrative])
    else { return false }
    return slot != .masculine || !words.words[head].shape.contains(.feminine)
  }

  /// Whether the words of a range make one noun phrase: nouns up to one with the article or a name, adjectives
  /// with the article, complements behind في and من.
  private func isNounPhrase(_ range: Range<Int>) -> Bool {
    var index = pointsToNoun(range.lowerBound) ? range.lowerBound + 1 : range.lowerBound
    var isClosed = false
    while index < range.upperBound {
      guard let reading = words.plain(index) else { return false }
      if context.mention(at: index) != nil || reading.hasArticle {
        isClosed = true
      } else if isClosed, reading.word == NameKeys.inside || reading.word == NameKeys.from {
        isClosed = false
      } else if isClosed || !reading.classes.isDisjoint(with: [.function, .time])
        || index > range.lowerBound && reading.kinds.isDisjoint(with: .common)
          && reading.classes.isEmpty
      {
        return false
      }
      index += 1
    }
    return isClosed
  }

  /// Whether the word at `index` may stand in a noun phrase: no sign, no mark, no verb that reports.
  private func isPartOfSubject(_ index: Int, of verb: Int) -> Bool {
    words.sign(index) == 0 && words.words[index].kind == .arabic
      && context.mark(at: index) == context.mark(at: verb)
      && !words.isPlain(index, [.cue, .relative, .complementiser, .clauseOpener, .negation])
  }

  /// Whether a clause begins with the word at `index`: behind لكن, كانت, فإن, غير أن, or with و behind a comma.
  private func beginsClause(_ index: Int, from first: Int) -> Bool {
    let hasAnd = words.readings(of: index).contains { $0.clitics == .conjunction && $0.hasArticle }
    guard index > first else { return hasAnd }
    if SentenceSigns.isComma(words.sign(index - 1)) { return hasAnd }
    if words.isPlain(index - 1, [.clauseOpener, .filler]) { return true }
    return words.readings(of: index - 1).contains { reading in
      guard reading.classes.contains(.complementiser) else { return false }
      // فإن, بيد أن
      return reading.clitics.contains(.fa) || words.reading(index - 2, of: .connector) != nil
    }
  }

  private func isClauseSubject(_ index: Int, before end: Int, _ slot: CueSlot) -> Bool {
    guard context.name(at: index) == nil else { return false }
    let readings = words.readings(of: index).filter { !$0.clitics.contains(.preposition) }
    let isOther = readings.contains { !$0.classes.isDisjoint(with: [.people, .other, .quantity]) }
    let hasArticle = readings.contains { $0.hasArticle } || pointsToNoun(index)
    guard !words.isPlain(index, [.function, .time, .adverbialNoun]) || isOther else { return false }
    let isFeminine = words.words[index].shape.contains(.feminine)
    switch slot {
    case .masculine: return (hasArticle || isOther) && !isFeminine
    case .plural:
      return hasArticle || isOther
        || index + 1 < end && words.readings(of: index + 1).contains { $0.hasArticle }
    default: return hasArticle
    }
  }

  /// Where a noun begins behind و.
  private func nounStart(_ index: Int) -> TextOffset {
    let joined = words.readings(of: index).first { $0.clitics == .conjunction && $0.hasArticle }
    return words.plain(index)?.hasArticle == true
      ? words.words[index].span.lower : joined?.start ?? words.words[index].span.lower
  }
}
