import ArabicText
import EntityModel

// Noun phrases of which a part stands in marks.
extension VerbFrameFinder {
  /// أقر بـ[خلل في «منظومة الإنذار»], أشار إلى [«عقوبات» محتملة]: where the noun phrase begins that a
  /// reporting word governs by a preposition and of which `mark` is a part.
  ///
  /// - Returns: its first word and where its stem begins, or `nil` where no preposition of the reporting
  ///   word stands near enough before the mark.
  func phrase(around mark: MarkedText, of cue: FoundCue) -> PhraseStart? {
    let words = context.words
    // اعتبره الخبير «منطقيا تماما» قياسا إلى الحجم
    if cue.hasObject, cue.form.frame.contains(.secondObject), isDescribed(mark),
      let first = mark.words.first
    {
      return (mark.outer.lowerBound, words.words[first].span.lower)
    }
    guard !cue.form.frame.isDisjoint(with: [.preposition, .nounPhrase]) || takesObject(cue),
      !NameKeys.comments.contains(cue.form.lemma),
      !isNamed(by: mark),
      cue.form.strength != .weak || cue.isPredicate, !cue.hasObject,
      decision.trigger(before: mark) == nil, !decision.isName(mark), !mark.isUnclosed,
      mark.outer.lowerBound - cue.index < limits.phraseReach
    else { return nil }
    if let start = prepositionInside(mark, of: cue) { return (mark.outer.lowerBound, start) }
    var first: PhraseStart?
    var beforeComma: PhraseStart?
    for index in cue.index + 1..<mark.outer.lowerBound {
      if SentenceSigns.isComma(words.sign(index)) {
        beforeComma =
          !goesOn(behindComma: index + 1)
            || first.map { context.mark(openingAt: $0.word) != nil } == true
          ? nil : first ?? beforeComma
        first = nil
        continue
      }
      // أيار/مايو; منظمة «سند»
      if words.sign(index) == Signs.slash || isNameInMarks(index) { continue }
      guard words.sign(index) == 0 else { return nil }
      if context.clauseOpening(at: index) != .none { return nil }
      guard first == nil, context.mention(at: index) == nil else { continue }
      if let prefix = phraseStart(behind: index, cue.form) { first = prefix }
    }
    guard let first = first ?? object(of: cue, before: mark) ?? beforeComma,
      first.word <= mark.outer.lowerBound,
      mark.outer.lowerBound - first.word < limits.phraseBeforeMark
    else { return nil }
    // Only a common word in marks, if they are few: a name or a title is no part of what is said.
    // أبدى أمله بـ«…»: what one shows about what one says is no part of it.
    if context.length(mark.words) >= limits.longestTriggered {
      return words.isPlain(first.word, .conviction) ? nil : first
    }
    return isCommon(mark) ? first : nil
  }

  /// Whether no word in marks is a name.
  func isCommon(_ mark: MarkedText) -> Bool {
    mark.words.allSatisfy { index in
      guard let kinds = context.words.plain(index)?.kinds else { return true }
      return context.mention(at: index) == nil
        && (kinds.contains(.common)
          || !kinds.isPart && kinds.isDisjoint(with: [.place, .organisation]))
    }
  }

  /// تحذر منظمة «سند» من «كارثة»: whether a sign or a word belongs to a marked name.
  private func isNameInMarks(_ index: Int) -> Bool {
    guard let mark = context.mark(at: index) else { return false }
    return decision.isName(mark)
      || decision.trigger(before: mark) != nil
        && context.length(mark.words) < limits.longestTriggered
  }

  /// أكدت الوزيرة [التزامها بـ«حل» عادل]: the object behind the subject, or right behind the verb where
  /// the subject stands before it; a noun without the article.
  private func object(
    of cue: FoundCue, before mark: MarkedText
  ) -> PhraseStart? {
    if let noun = objectBehindPerson(of: cue, before: mark) { return noun }
    // حذر المدرب لاعبيه قبل «المباراة»: when, and whom.
    guard takesObject(cue), !context.words.isPlain(mark.outer.lowerBound - 1, .timePreposition),
      !opensLater(behind: mark)
    else {
      return nil
    }
    let words = context.words
    let index = objectStart(of: cue, before: mark.outer.lowerBound)
    if index == mark.outer.lowerBound, goesOn(behind: mark),
      index > cue.index + 1 || context.length(mark.words) >= limits.longestMarkedSubject,
      let first = mark.words.first
    {
      return (index, words.words[first].span.lower)
    }
    // قال في بيان صدر أمس «…»: what is said is no object beside the marks.
    guard cue.form.lemma != NameKeys.say else { return nil }
    guard index < mark.outer.lowerBound, words.sign(index) == 0, context.mention(at: index) == nil,
      let noun = words.plain(index), words.words[index].kind == .arabic,
      !noun.hasArticle || cue.form.slot.isParticiple,
      noun.classes.isDisjoint(with: [.function, .relative, .time, .connector]),
      !noun.classes.contains(.cue)
        || words.lexicon.cues[noun.word]?.allSatisfy({ $0.slot == .noun }) == true,
      noun.kinds.contains(.common)
        || !words.readings(of: index).contains(where: { $0.clitics.contains(.conjunction) })
    else { return nil }
    return (index, words.words[index].span.lower)
  }

  /// ناشد رئيس البلدية السكان [عدم الاقتراب «من النهر»]: what is asked for behind those who are asked; a noun without the
  /// article.
  private func objectBehindPerson(
    of cue: FoundCue, before mark: MarkedText
  ) -> PhraseStart? {
    let words = context.words
    guard cue.form.frame.contains(.object), cue.form.frame.contains(.nounPhrase),
      cue.form.frame.isDisjoint(with: .secondObject), !cue.form.slot.isParticiple
    else { return nil }
    var index = objectStart(of: cue, before: mark.outer.lowerBound)
    while index < mark.outer.lowerBound, words.sign(index) == 0,
      words.plain(index)?.hasArticle == true || context.mention(at: index) != nil
    {
      index += 1
    }
    guard index > cue.index + 1, index < mark.outer.lowerBound, words.sign(index) == 0,
      words.words[index].kind == .arabic, context.mention(at: index) == nil,
      let noun = words.plain(index), !noun.hasArticle,
      noun.kinds.contains(.common) || noun.classes.contains(.beforeNoun),
      noun.classes.isDisjoint(with: [.relative, .time, .connector, .governor, .complementiser])
    else { return nil }
    return (index, words.words[index].span.lower)
  }

  /// استبعد المحلل «اندلاع حرب شاملة»: whether marked words of which the first is a noun without the article are all that
  /// stands behind the subject of a verb that takes an object.
  func isObject(_ mark: MarkedText, of cue: FoundCue) -> Bool {
    guard cue.form.strength != .weak, cue.form.frame.contains(.nounPhrase), takesObject(cue),
      mark.words.count > 2, let first = mark.words.first, let noun = context.words.plain(first),
      !noun.hasArticle, noun.kinds.contains(.common), noun.classes.isDisjoint(with: .function),
      mark.outer.lowerBound > cue.index + 1
    else { return false }
    return objectStart(of: cue, before: mark.outer.lowerBound) == mark.outer.lowerBound
  }

  /// Where the object of `cue` begins: behind its subject, or where the subject is no word behind it.
  private func objectStart(of cue: FoundCue, before end: Int) -> Int {
    let words = context.words
    var range = cue.index + 1..<end
    // بيانا دان فيه [قصف …]
    if words.plain(range.lowerBound).map({ NameKeys.insideIt.contains($0.word) }) == true {
      return range.lowerBound + 1
    }
    if cue.form.slot.isParticiple { return behindAdverb(range) }
    if let source = SourcePhrase(context: context).source(in: range), canSpeak(source) {
      range = context.word(at: source.upper)..<end
    }
    return behindAdverb(range)
  }

  /// معتبرين [التقاعس بأنه خذلان], معتبرة [الهجوم هو «عمل إرهابي»]: where the first object begins of a verb that takes two, and
  /// no preposition, so that it belongs to what is reported.
  func firstObject(of cue: FoundCue, before frame: VerbFrame) -> Int? {
    let words = context.words
    guard cue.form.frame.contains(.secondObject), !cue.hasObject, cue.form.prepositions.isEmpty,
      cue.form.strength != .weak, cue.form.slot != .passive, frame.inner == nil
    else { return nil }
    let isSplit =
      switch frame.opening {
      case .clause:
        words.text.scalar(at: words.words[frame.index].span.lower)?.value == Letters.baa
      case .mark: words.isPlain(frame.index - 1, .pronoun)
      case .colon, .said: false
      }
    guard isSplit else { return nil }
    let index = objectStart(of: cue, before: frame.index)
    guard index + 1 < frame.index, words.sign(index) == 0, words.words[index].kind == .arabic,
      cue.form.slot.isParticiple || index > cue.index + 1,
      context.mention(at: index) != nil || words.plain(index)?.hasArticle == true
    else { return nil }
    return index
  }

  /// Whether the noun of a phrase is a name, has the article or stands for somebody.
  private func canSpeak(_ span: TextSpan) -> Bool {
    let index = context.word(at: span.lower)
    guard context.mention(at: index) == nil, let noun = context.words.plain(index) else {
      return true
    }
    return noun.hasArticle
      || !noun.classes.isDisjoint(with: [
        .title, .unnamedSource, .document, .organisationClass, .organisationHead,
      ])
  }

  /// Whether a reporting word has what is reported as its object, and nobody else.
  private func takesObject(_ cue: FoundCue) -> Bool {
    cue.form.frame.isDisjoint(with: [.object, .secondObject])
      && (cue.form.frame.contains(.nounPhrase)
        || cue.form.strength == .strong && !cue.form.slot.isParticiple)
  }

  /// نافيا في هذا الصدد [وجود …], أوضح الوزير، اليوم الجمعة، [وجود …]: the word behind the adverbs.
  private func behindAdverb(_ range: Range<Int>) -> Int {
    let words = context.words
    if let comma = range.last(where: { SentenceSigns.isComma(words.sign($0)) }) { return comma + 1 }
    let index = SourcePhrase(context: context).skipAdjuncts(range)
    // أعلن الأسبوع الماضي [«حظرا» على …]
    let isTime =
      index + 1 < range.upperBound && words.isPlain(index, .adverbialNoun)
      && words.isPlain(index + 1, .time)
    return isTime ? index + 2 : index
  }

  /// الجهاز «الراوتر»: marked words with the article behind a noun with the article name it.
  private func isNamed(by mark: MarkedText) -> Bool {
    guard let first = mark.words.first, context.words.sign(mark.outer.lowerBound - 1) == 0 else {
      return false
    }
    return context.words.plain(first)?.hasArticle == true
      && context.words.plain(first)?.kinds.contains(.common) == false
      && !context.words.isPlain(mark.outer.lowerBound - 1, .function)
      && context.words.plain(mark.outer.lowerBound - 1)?.hasArticle == true
  }

  /// Whether the marked text is all that the reporting word governs.
  func isWholePhrase(_ mark: MarkedText, from first: Int) -> Bool {
    guard first == mark.outer.lowerBound else { return false }
    let next = mark.outer.upperBound
    guard next < context.count, context.isSameSentence(first, next) else { return true }
    if isDescribed(mark) { return false }
    return context.words.sign(next) != 0
      || context.words.readings(of: next).contains { $0.clitics.contains(.conjunction) }
      || context.phrase(at: next, [.tag, .according, .breaks, .turn]) != nil
      || context.words.isPlain(next, [.time, .relative, .connector])
      || context.words.isPlain(next, [.subordinator, .governor]) && !goesOnWithPhrase(behind: mark)
      || cueStands(at: next)
  }

  private func cueStands(at index: Int) -> Bool { cues.cue(at: index) != nil }

  /// Where a noun phrase begins: its first word, and where its stem does.
  typealias PhraseStart = (word: Int, start: TextOffset)

  /// Where the complement of a preposition at `index` that `form` takes begins: إلى «…», بخلل.
  func phraseStart(behind index: Int, _ form: CueForm) -> PhraseStart? {
    let words = context.words
    guard let reading = words.plain(index) else { return nil }
    if reading.classes.contains(.clausePreposition), form.prepositions.contains(reading.word) {
      guard index + 1 < context.count else { return nil }
      return (index + 1, words.words[index + 1].span.lower)
    }
    // بـ«سحق» الخصم
    if form.prepositions.contains(NameKeys.by), context.mark(openingAt: index + 1) != nil,
      words.words[index].shape.contains(.short),
      words.text.scalar(at: words.words[index].span.lower)?.value == Letters.baa
    {
      return (index + 1, words.words[index + 1].span.lower)
    }
    guard form.prepositions.contains(NameKeys.by),
      words.text.scalar(at: words.words[index].span.lower)?.value == Letters.baa,
      reading.classes.isEmpty || !reading.kinds.contains(.common)
    else { return nil }
    let stem = words.readings(of: index).first {
      $0.clitics == .preposition && ($0.kinds.contains(.common) || $0.hasArticle)
    }
    return stem.map { (index, $0.start) }
  }
}
