import ArabicText
import EntityModel

// A thing behind a subject that is whole: the object of the verb.
extension SourcePhrase {
  /// نفى مسؤول حكومي الاتهامات, وصف المتحدث باسم الجيش الهجوم بأنه: whether the noun with the article at `index` is the object of
  /// the verb before the phrase that begins at `head`, which is whole without it.
  ///
  /// Behind an adjective without the article nothing with it goes on, whatever the verb is. Behind a noun with the
  /// article or a name only adjectives do: where the verb takes an object, any other noun is that.
  ///
  /// - Complexity: O(*n*) in the words from `head` to `limit`.
  func isObject(thingAt index: Int, behind head: Int, limit: Int) -> Bool {
    guard index > head, words.sign(index) == 0, words.words[index].kind == .arabic,
      context.name(at: index) == nil, let noun = words.plain(index), noun.hasArticle,
      !isAdjective(index, noun), !opensTitle(index, limit: limit),
      !noun.kinds.isPart || noun.kinds.contains(.common) && !noun.kinds.isCertainPart
    else { return false }
    if isClosedByAdjective(index, of: head) || isDeedOf(index, head) { return true }
    // الدول المانحة: of a noun that no list knows any word with the article may be an adjective.
    guard context.name(at: head) != nil || isPerson(head) || isBody(head) else { return false }
    guard isClosed(index, of: head), let frame = objectFrame(before: head) else { return false }
    return !frame.isDisjoint(with: [.object, .secondObject])
      || !isSubjectOfClause(index, limit: limit)
  }

  /// رفض المدرب الإسباني الحديث عن: whether a verbal noun with the article and a preposition behind it follows a noun and its nisba.
  private func isDeedOf(_ index: Int, _ head: Int) -> Bool {
    guard index > head + 1, words.plain(head)?.hasArticle == true,
      words.words[index - 1].shape.contains(.nisba), words.isPlain(index + 1, .governor)
    else { return false }
    let noun = words.text.string(in: words.words[index].span).dropFirst(2)
    return words.lexicon.cues[NameKey(phrase: String(noun))]?.contains { $0.slot == .noun } ?? false
  }

  /// Whether the noun at `head` is that of a body: النقابة, لجنة.
  private func isBody(_ head: Int) -> Bool {
    words.readings(of: head).contains { reading in
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
      return !reading.classes.union(bare).isDisjoint(with: [
        .organisationClass, .organisationHead, .stateBody, .body,
      ])
    }
  }

  /// Whether the thing behind the noun phrase `source` is the object of its verb.
  func standsBeforeThing(_ source: TextSpan, limit: Int) -> Bool {
    let next = context.word(at: source.upper)
    return next < limit
      && isObject(thingAt: next, behind: context.word(at: source.lower), limit: limit)
  }

  /// الشيخ محمد: whether a title stands at `index`, as before a name.
  private func opensTitle(_ index: Int, limit: Int) -> Bool {
    words.isPlain(index, .title)
      && (index + 1..<min(limit + 1, index + limits.personReach)).contains {
        context.mention(at: $0)?.kind == .person
      }
  }

  /// السابق, الأميركي, المستقلون: whether a word with the article may describe the noun before it.
  private func isAdjective(_ index: Int, _ word: Reading) -> Bool {
    if word.classes.contains(.thing) { return false }
    if !word.classes.isDisjoint(with: Self.describing) { return true }
    if words.words[index].shape.contains(.nisba) { return true }
    let letters = Folding.words.fold(words.text.string(in: words.words[index].span))
    return Self.plurals.contains { ending in
      guard letters.hasSuffix(ending) else { return false }
      let singular = String(letters.dropLast(ending.count))
      return singular.hasSuffix("ي")
        || words.lexicon.classes[NameKey(phrase: singular)]?.isDisjoint(with: Self.describing)
          == false
    }
  }

  private static let plurals = ["ين", "ون", "ان", "ات"]
  private static let describing: WordClasses = [
    .adjective, .insideTitle, .demonym, .other, .reflexive, .same, .time, .describing, .attribute,
    .title, .function,
  ]

  /// مسؤول حكومي, مصادر أمنية, مصدر مطلع: whether an adjective without the article that agrees with an unnamed source without
  /// it stands right before `index`.
  private func isClosedByAdjective(_ index: Int, of head: Int) -> Bool {
    guard index > head + 1, let source = words.reading(head, of: .unnamedSource),
      !source.hasArticle, context.name(at: head) == nil, context.name(at: index - 1) == nil,
      words.words[index - 1].kind == .arabic, let last = words.plain(index - 1), !last.hasArticle
    else { return false }
    if last.classes.contains(.described) { return true }
    guard last.classes.isDisjoint(with: .headsOfNames), last.classes.isDisjoint(with: .function),
      words.words[index - 1].shape.contains(.nisba),
      (head + 1..<index).allSatisfy({ words.plain($0)?.hasArticle == false })
    else { return false }
    let isFeminine = words.words[index - 1].shape.contains(.feminine)
    let isMany = !source.classes.isDisjoint(with: [.female, .plural])
    return isFeminine ? isMany : source.classes.isDisjoint(with: .female)
  }

  /// رئيس النقابة, ملك الأردن, المدير: whether the word before `index` closes the phrase that begins at `head`.
  private func isClosed(_ index: Int, of head: Int) -> Bool {
    if context.name(at: index - 1) != nil { return true }
    return words.readings(of: index - 1).contains { reading in
      reading.hasArticle && (reading.clitics.isEmpty || reading.clitics.contains(.preposition))
    } || index == head + 1 && words.readings(of: head).contains { $0.hasArticle }
  }

  /// What the verb before the phrase that begins at `head` takes, if that is an object.
  private func objectFrame(before head: Int) -> CueFrame? {
    var index = head - 1
    while index > 0, head - index < limits.objectVerbReach, words.sign(index) == 0,
      words.isPlain(index, [.time, .pronounPreposition])
    {
      index -= 1
    }
    guard index >= 0, words.sign(index) == 0, words.words[index].kind == .arabic,
      context.mention(at: index) == nil
    else { return nil }
    if let verb = words.reading(index, of: .cue),
      let form = words.lexicon.cues[verb.word]?.first(where: { $0.slot != .noun })
    {
      let frame = form.frame.intersection([.object, .secondObject, .nounPhrase])
      return frame.isEmpty || form.slot.isParticiple ? nil : frame
    }
    // استقبل رئيس الجمعية الوفد: a word without the article that opens the sentence before a title is its verb.
    guard index == context.sentenceStart(of: index),
      words.isPlain(head, [.title, .unnamedSource, .organisationClass, .organisationHead])
        || context.mention(at: head) != nil,
      let verb = words.plain(index), !verb.hasArticle,
      verb.classes.isDisjoint(with: [.function, .title, .time, .governor, .connector, .filler])
    else { return nil }
    return .nounPhrase
  }

  /// أكد وزير الدفاع الضيف أن: whether a clause, and no object, follows what goes on behind `index`.
  private func isSubjectOfClause(_ index: Int, limit: Int) -> Bool {
    var next = index + 1
    while next < limit, words.sign(next) == 0, words.plain(next)?.hasArticle == true { next += 1 }
    if words.isPlain(next, .clausePreposition) { next += 1 }
    return context.clauseOpening(at: next) == .content
  }
}
