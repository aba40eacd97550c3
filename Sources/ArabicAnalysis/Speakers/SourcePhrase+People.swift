import ArabicText
import EntityModel

// People whom nothing but a common noun names and whom the text brings in before they speak.
extension SourcePhrase {
  /// التقينا أحد الباعة؛ قال: whom a verb of meeting or asking brings in, in the sentence of `cue` or the one before.
  ///
  /// Of two people behind such a verb the second is asked: سألت الصحفية الوزير.
  ///
  /// - Complexity: O(1): a bounded number of words before `cue`.
  func personMet(before cue: Int, agreeing slot: CueSlot) -> TextSpan? {
    guard Self.finite.contains(slot) else { return nil }
    let first = twoSentences(before: cue)
    guard let verb = (first..<cue).last(where: { words.isPlain($0, .encounter) || isMeeting($0) }),
      words.sign(verb) == 0
    else { return nil }
    var index = verb + 1
    var last: TextSpan?
    while index < cue, words.sign(index) == 0, context.mark(at: index) == nil {
      if let (span, end) = person(at: index, until: cue, slot) {
        last = span
        index = end
        continue
      }
      guard !words.isPlain(index, .encounter), last == nil || words.plain(index)?.hasArticle == true
      else { break }
      index += 1
    }
    return last
  }

  /// توجهت القاضية إلى المتهم وسألته فأجاب: the noun of a person that stands last before `cue` and agrees with the verb.
  ///
  /// - Complexity: O(1): a bounded number of words before `cue`.
  func person(before cue: Int, agreeing slot: CueSlot) -> TextSpan? {
    guard Self.finite.contains(slot) else { return nil }
    var index = twoSentences(before: cue)
    var last: TextSpan?
    while index < cue {
      if let (span, end) = person(at: index, until: cue, slot), context.mark(at: index) == nil {
        last = span
        index = end
      } else {
        index += 1
      }
    }
    return last
  }

  /// لكن مصدرا أمنيا قال, غير أن موظفا في الجمارك أقر: the noun of one man in the accusative right behind what opens the clause.
  ///
  /// - Complexity: O(1): a bounded number of words before `end`.
  func accusativeSubject(before end: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    guard slot == .masculine || slot == nil,
      let start = (max(first, end - limits.openingReach)..<end).last(where: {
        $0 > first && governsSubject($0 - 1)
      }),
      words.words[start].shape.contains(.endsInAlef), context.mention(at: start) == nil,
      isHuman(start) || words.isTanwinSource(start),
      (start..<end).allSatisfy({ words.sign($0) == 0 })
    else { return nil }
    return TextSpan(words.words[start].span.lower, words.words[end - 1].span.upper)
  }

  /// أن, لكن: whether a particle behind which the subject is in the accusative stands at `index`.
  private func governsSubject(_ index: Int) -> Bool {
    words.sign(index) == 0
      && words.readings(of: index).contains {
        $0.classes.contains(.complementiser) || $0.classes.isSuperset(of: [.connector, .contrast])
      }
  }

  /// نسأله إن كان متفائلا، فيجيب: whether the paper asks, before `cue` in its sentence, whom it speaks with.
  func isAnswer(_ cue: Int) -> Bool {
    (context.sentenceStart(of: cue)..<cue).suffix(limits.nearestReach * 2).contains { index in
      words.readings(of: index).contains { $0.classes.contains(.interview) }
    }
  }

  private static let finite: Set<CueSlot> = [.masculine, .feminine]

  /// The first word of the sentence before that of `cue`, not too far before it.
  private func twoSentences(before cue: Int) -> Int {
    let start = context.sentenceStart(of: cue)
    let first = start > 0 ? context.sentenceStart(of: start - 1) : start
    return max(first, cue - limits.nearestReach * 2)
  }

  /// وسئل: a verb of meeting or asking behind "and".
  private func isMeeting(_ index: Int) -> Bool {
    words.readings(of: index).contains {
      $0.clitics == .conjunction && $0.classes.contains(.encounter)
    }
  }

  /// The phrase of the person at `index` that may be the subject of a verb of the form `slot`, and where it ends.
  private func person(at index: Int, until limit: Int, _ slot: CueSlot) -> (TextSpan, Int)? {
    if let mention = context.mention(at: index) {
      guard mention.kind == .person, agrees(mention, slot) else { return nil }
      var end = index + 1
      while end < limit, context.mention(at: end)?.span == mention.span { end += 1 }
      return (mention.span, end)
    }
    guard isHuman(index), isFeminine(index) == (slot == .feminine) else { return nil }
    let end = personPhraseEnd(from: index, limit: limit)
    guard !(index..<end).contains(where: { context.mention(at: $0)?.kind == .person }) else {
      return nil
    }
    return (TextSpan(humanStart(index), words.words[end - 1].span.upper), end)
  }

  /// Where the phrase of a person ends: أحد الباعة, امرأة مسنة, المتهم الأول, but [شابا] يبيع الورد.
  private func personPhraseEnd(from index: Int, limit: Int) -> Int {
    var end = index + 1
    while end < limit, end - index < limits.longestAntecedent, words.sign(end) == 0,
      words.words[end].kind == .arabic, context.mention(at: end) == nil,
      let next = words.plain(end), next.classes.isDisjoint(with: [.function, .relative, .time]),
      words.plain(index)?.hasArticle != true || words.words[end].shape.contains(.nisba)
    {
      let isOfIt = next.hasArticle && words.plain(end - 1)?.hasArticle != true
      let isAdjective =
        words.plain(end - 1)?.hasArticle == next.hasArticle
        && !words.words[end].shape.isDisjoint(with: [.nisba, .feminine, .endsInAlef])
        && next.classes.isDisjoint(with: .cue)
      guard isOfIt && !words.isKin(index) || isAdjective else { break }
      end += 1
    }
    return end
  }

  /// Where the noun begins behind a preposition: للمتهم, بأحد الباعة.
  private func humanStart(_ index: Int) -> TextOffset {
    guard words.plain(index).map({ isHuman($0) }) != true else {
      return words.words[index].span.lower
    }
    return words.readings(of: index).first { isHuman($0) }?.start ?? words.words[index].span.lower
  }

  /// Whether a word is the noun of one person: المريض, أحد, حفيدتها, شابا.
  private func isHuman(_ index: Int) -> Bool {
    guard index < words.count, words.words[index].kind == .arabic else { return false }
    if words.isKin(index) || words.isOwnedPerson(index)
      || words.readings(of: index).contains(where: { isHuman($0) })
    {
      return true
    }
    guard words.words[index].shape.contains(.endsInAlef) else { return false }
    let word = words.text.string(in: words.words[index].span).dropLast()
    return words.lexicon.classes[NameKey(phrase: String(word))].map { isHuman($0) } ?? false
  }

  private func isHuman(_ reading: Reading) -> Bool {
    guard reading.clitics.isDisjoint(with: .future) else { return false }
    let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
    let classes = reading.classes.union(bare)
    if isHuman(classes), !reading.hasArticle || !classes.contains(.notNominal) { return true }
    guard reading.hasArticle, reading.clitics.isEmpty || reading.clitics == .conjunction else {
      return false
    }
    let word = words.text.string(in: TextSpan(reading.start, wordEnd(reading)))
    return words.lexicon.classes[NameKey(phrase: String(word.dropFirst(2)))]?.contains(.human)
      == true
  }

  private func wordEnd(_ reading: Reading) -> TextOffset {
    words.words[context.word(at: reading.start)].span.upper
  }

  private func isHuman(_ classes: WordClasses) -> Bool {
    if classes.contains(.human) { return true }
    return !classes.isDisjoint(with: [.title, .unnamedSource])
      && classes.isDisjoint(with: [.plural, .body, .media, .cue, .stateBody])
  }

  private func isFeminine(_ index: Int) -> Bool {
    if words.words[index].shape.contains(.feminine) { return true }
    let word = words.text.string(in: words.words[index].span)
    if words.isKin(index) || words.isOwnedPerson(index) {
      return ["تها", "ته", "تهم", "تهما"].contains { word.hasSuffix($0) }
    }
    return words.readings(of: index).contains { reading in
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
      return reading.classes.union(bare).contains(.female)
    }
  }
}
