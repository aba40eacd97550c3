import ArabicText
import EntityModel

// Who may be the subject of a reporting word.
extension QuotationFinder {
  /// وكان الأمين العام قد أبلغ اللجنة أن: the noun phrase between كان and قد right before a verb, which is its subject
  /// whatever stands behind it.
  func pluperfectSubject(of cue: FoundCue) -> TextSpan? {
    let words = context.words
    let already = cue.index - 1
    guard words.plain(already)?.word == NameKeys.already, !cue.form.slot.isParticiple,
      let was = (context.sentenceStart(of: cue.index)..<already).last(where: { index in
        words.readings(of: index).contains { NameKeys.was.contains($0.word) }
      }), was + 1 < already, words.sign(was + 1) == 0,
      !(was + 1..<already).contains(where: { cues.cue(at: $0) != nil })
    else { return nil }
    let end = sources.nounPhraseEnd(from: was + 1, limit: already)
    guard end > was + 1 else { return nil }
    let phrase = TextSpan(words.words[was + 1].span.lower, words.words[end - 1].span.upper)
    return isHeadSpeaker(phrase) || end == already ? phrase : nil
  }

  /// The subject before the verb; a verb behind و has its own, that of the sentence or none.
  func svo(_ cue: FoundCue) -> TextSpan? {
    let first = context.sentenceStart(of: cue.index)
    guard cue.index > first else { return nil }
    if let subject = pluperfectSubject(of: cue) { return subject }
    if isBehindDateline(cue) { return nil }
    if cue.isCoordinated, !isAfterTopic(cue) {
      // وأكدت أن …، وقالت إنها: who goes on stands in no word of the sentence.
      if continuesReport(cue) { return nil }
      return sourceOfSentence[context.sentence[cue.index]]
        .flatMap {
          isWoman($0, besides: cue.form.slot) || isMan($0, besides: cue.form.slot) ? nil : $0
        }
        ?? otherSubject(before: cue)
        ?? sources.mainSubject(before: cue.index, agreeing: cue.form.slot)
    }
    // لكنها شددت: the pronoun is the one who spoke in the sentence.
    if let pronoun = context.words.plain(cue.index - 1),
      pronoun.classes.contains(.subjectPronoun),
      let source = sourceOfSentence[context.sentence[cue.index]]
    {
      return source
    }
    if isAfterTopic(cue), let topic = topic(of: cue) { return topic }
    if let question = question(before: cue) { return asked(in: question, before: cue) }
    let subject = sources.subject(before: cue.index, agreeing: cue.form.slot)
    // إن الفريق جاهز، ولما سئل عن X قال: no word of what was said before.
    if let subject, let speaker = sourceOfSentence[context.sentence[cue.index]],
      isReported(subject, in: context.sentence[cue.index])
    {
      return speaker
    }
    return subject
  }

  /// بيروت - قال N, بيروت (الوكالة) - قال N, بيروت: قال N: whether a verb stands right behind the place that opens a
  /// sentence and is no subject; before a colon, what a verb of a woman says may be said by the city.
  private func isBehindDateline(_ cue: FoundCue) -> Bool {
    let first = context.sentenceStart(of: cue.index)
    guard cue.index - first <= limits.longestDateline,
      context.mention(at: first)?.kind == .place
    else { return false }
    let dashes = [Signs.hyphen, Signs.enDash, Signs.emDash]
    func isEnd(_ index: Int) -> Bool {
      let sign = context.words.sign(index)
      return dashes.contains(sign) || sign == Signs.colon && cue.form.slot == .masculine
    }
    guard let end = (first..<cue.index).first(where: isEnd) else { return false }
    return (end..<cue.index).allSatisfy(isEnd)
  }

  /// وحين سئل عن حظوظ الفريق أجاب: where the clause of a question begins to which `cue` is the answer.
  private func question(before cue: FoundCue) -> Int? {
    let start = context.sentenceStart(of: cue.index)
    let first = max(start, cue.index - limits.replyReach * 2)
    return (first..<max(first, cue.index - 2)).last { index in
      bounds.opensQuestion(index)
        && (index == start || SentenceSigns.isComma(context.words.sign(index - 1)))
    }
  }

  /// وحين سئل المريض عن حاله قال: who is asked and named, or who spoke in the sentence before the question.
  private func asked(in question: Int, before cue: FoundCue) -> TextSpan? {
    if let verb = (question + 1...question + 2).first(where: { cues.cue(at: $0) != nil }),
      verb < cue.index, cues.cue(at: verb)?.form.slot == .passive,
      context.words.sign(verb + 1) == 0,
      let source = sources.source(in: verb + 1..<cue.index), isSpeaker(source),
      context.word(at: source.lower) == verb + 1
    {
      return source
    }
    // وحين سألته المذيعة عن حاله أجاب: who asks does not answer.
    return sourceOfSentence[context.sentence[cue.index]].flatMap { speaker in
      speaker.lower > context.words.words[question].span.lower
        && speaker.upper <= cue.span.lower ? nil : speaker
    }
  }

  /// سأله القاضي: «…؟»، فأجاب: who asked, in the report right before that of `cue`, what it answers.
  func asker(before cue: FoundCue) -> TextSpan? {
    guard !cue.form.slot.isParticiple, cue.form.slot != .passive, !cue.hasObject,
      answers(cue)
    else { return nil }
    let sentence = context.sentence[cue.index]
    let reports = (speechOfSentence[sentence - 1] ?? []) + (speechOfSentence[sentence] ?? [])
    let last = reports.map { found[$0] }
      .filter { $0.content.last.map { $0.upper <= cue.span.lower } == true }
      .max { $0.start < $1.start }
    guard let last, last.cue?.lemma == NameKeys.ask, last.slot?.isParticiple == false,
      let end = last.content.last?.upper,
      cue.index - context.word(at: end) < limits.replyReach / 2
    else { return nil }
    return last.source
  }

  /// أجاب, رد, فقال: whether a verb is one of answering, or of saying behind ف.
  private func answers(_ cue: FoundCue) -> Bool {
    if NameKeys.answers.contains(cue.form.lemma) { return true }
    return cue.form.lemma == NameKeys.say
      && context.words.text.scalar(before: cue.span.lower)?.value == Letters.faa
  }

  /// Whether a phrase stands in what the sentence reports before.
  private func isReported(_ phrase: TextSpan, in sentence: Int) -> Bool {
    (speechOfSentence[sentence] ?? []).contains { place in
      found[place].content.contains { $0.contains(phrase) }
    }
  }

  /// توجهت القاضية إلى المتهم وسألته فأجاب: whether a source is a woman by the noun that names her, and the verb that of a man.
  private func isWoman(_ source: TextSpan, besides slot: CueSlot) -> Bool {
    let index = context.word(at: source.lower)
    guard slot == .masculine, context.mention(at: index) == nil,
      let noun = context.words.plain(index)
    else { return false }
    let bare =
      noun.hasArticle ? context.words.lexicon.classesWithoutArticle[noun.word] ?? [] : []
    let classes = noun.classes.union(bare)
    return classes.isSuperset(of: [.title, .female]) && !classes.contains(.plural)
  }

  /// ذكر مصدر أن …، لكن المستشارة N نفت ذلك وقالت: whether a source is one man by the noun that names him, and the verb that of a
  /// woman.
  private func isMan(_ source: TextSpan, besides slot: CueSlot) -> Bool {
    let index = context.word(at: source.lower)
    guard slot == .feminine, context.mention(at: index) == nil,
      let noun = context.words.plain(index), !noun.hasArticle
    else { return false }
    return noun.classes.contains(.unnamedSource)
      && noun.classes.isDisjoint(with: [.female, .plural, .other, .document, .media])
  }

  /// The subject that another clause of the sentence has, where the source named last does not agree with a verb.
  private func otherSubject(before cue: FoundCue) -> TextSpan? {
    guard let named = sourceOfSentence[context.sentence[cue.index]],
      isMan(named, besides: cue.form.slot)
    else { return nil }
    return sources.subject(before: cue.index, agreeing: cue.form.slot)
  }

  /// أما X فقال.
  func isAfterTopic(_ cue: FoundCue) -> Bool {
    let start = context.sentenceStart(of: cue.index)
    return context.words.readings(of: start).contains { $0.word == NameKeys.asFor }
  }

  /// نقلت الوكالة عن X, ذكرت الوكالة نقلا عن X: the word before who said it to the medium.
  func relay(_ cue: FoundCue, before end: Int) -> Int? {
    (cue.index + 1..<end).first { index in
      context.words.plain(index)?.word == NameKeys.about
        && (cue.form.lemma == NameKeys.transmit
          || context.words.plain(index - 1)?.word == NameKeys.relaying)
    }
  }

  /// نقلت عنه الوكالة أن: whether a medium tells what somebody said who stands there as a pronoun alone.
  func isRelayedOfPronoun(_ cue: FoundCue, before end: Int) -> Bool {
    cue.form.lemma == NameKeys.transmit && hasAboutPronoun(cue.index + 1..<end)
  }

  /// Whether عنه, عنها or عنهم stands in a range before any comma.
  func hasAboutPronoun(_ range: Range<Int>) -> Bool {
    range.prefix { !SentenceSigns.isComma(context.words.sign($0)) }.contains {
      context.words.plain($0).map { NameKeys.aboutThem.contains($0.word) } == true
    }
  }

  /// أضاف، بحسب ما نقلت وكالة X، أن; لاحظ كما نقلت عنه وكالة X أن: where an aside begins that names who brings it, and
  /// not who said it.
  func accordingAside(in range: Range<Int>) -> Int? {
    range.first { index in
      if context.words.plain(index)?.word == NameKeys.likewise {
        return cues.suffixedCue(at: index + 1)?.form.lemma == NameKeys.transmit
      }
      return SentenceSigns.isComma(context.words.sign(index - 1))
        && context.phrase(at: index, .according) != nil
    }
  }

  /// Whether a phrase holds a name or a noun that can speak.
  func isSpeaker(_ span: TextSpan) -> Bool {
    var index = context.word(at: span.lower)
    while index < context.count, context.words.words[index].span.lower < span.upper {
      if let mention = context.mention(at: index),
        mention.kind != .place || mention.span == span
      {
        return true
      }
      index += 1
    }
    return isNominal(span)
  }

  /// Whether the noun of a phrase, and not one that belongs to it, can speak.
  func isHeadSpeaker(_ span: TextSpan) -> Bool {
    context.mention(at: context.word(at: span.lower)) != nil || isNominal(span)
  }

  /// Whether a phrase behind a verb that reports no clause is its subject and not its object:
  /// انتقد الوزير القرار, not انتقد الحزب.
  func isActor(_ span: TextSpan, _ cue: FoundCue) -> Bool {
    guard isSpeaker(span) else { return false }
    guard cue.form.frame.contains(.nounPhrase) || cue.form.frame.contains(.secondObject) else {
      return true
    }
    if cue.form.frame.contains(.preposition), cue.form.strength == .strong { return true }
    return (context.word(at: span.lower)..<context.word(at: span.upper)).contains {
      context.mention(at: $0).map { $0.kind == .person || $0.kind == .unnamed } == true
    } || cue.form.slot == .feminine
  }

  /// Whether an unknown phrase may be the subject of `cue`: what stands behind a verb of saying that
  /// takes no other noun speaks, whatever noun it is.
  func isPlausible(_ span: TextSpan, subjectOf cue: FoundCue) -> Bool {
    let index = head(of: span)
    guard let reading = context.words.plain(index), context.words.words[index].kind == .arabic,
      span.utf8Count < limits.longestPhrase, cue.form.slot != .passive,
      reading.classes.isDisjoint(with: [.cue, .connector, .subordinator])
    else { return false }
    let shape = context.words.words[index].shape
    // حث أنصاره: a noun with a pronoun is the object of a verb that takes one.
    if !cue.form.frame.isDisjoint(with: [.nounPhrase, .object]), hasPronoun(index) { return false }
    switch cue.form.slot {
    case .masculine: if shape.contains(.feminine) { return false }
    case .feminine:
      if reading.kinds.contains(.given), !reading.kinds.contains(.female) { return false }
    default: break
    }
    if cue.form.frame.contains(.secondObject), reading.kinds.contains(.common) || reading.hasArticle
    {
      return false
    }
    if reading.kinds.isPart || !reading.kinds.contains(.common) { return true }
    return reading.hasArticle || !cue.form.frame.contains(.nounPhrase)
  }

  private func hasPronoun(_ index: Int) -> Bool {
    let span = context.words.words[index].span
    guard let last = context.words.text.scalar(before: span.upper)?.value else { return false }
    return last == Letters.haa || context.words.words[index].shape.contains(.inflected)
  }

  /// The noun of a phrase, behind a demonstrative: تلك الممرضة.
  private func head(of span: TextSpan) -> Int {
    let index = context.word(at: span.lower)
    return sources.pointsToNoun(index) || sources.countsSources(index) ? index + 1 : index
  }

  /// Whether a phrase stands right behind a verb and fills all before the clause that it reports: قال
  /// محاميها إن, أكدت الممرضة أنها.
  func fills(_ span: TextSpan, _ cue: FoundCue, before frame: VerbFrame) -> Bool {
    // ووصفه مساعده بأنه: the pronoun is the object.
    let isDescribed = cue.hasObject && cue.form.frame.contains(.secondObject)
    guard frame.opening == .clause, !cue.hasObject || isDescribed,
      !cue.form.frame.contains(.object) || isDescribed || holds(cue, before: frame),
      cue.form.slot != .passive, !cue.form.slot.isParticiple
    else { return false }
    let first = context.word(at: span.lower)
    let words = context.words
    guard first == cue.index + 1,
      let reading = words.plain(head(of: span)), words.words[head(of: span)].kind == .arabic,
      reading.classes.isDisjoint(with: [.function, .time, .cue, .connector])
    else { return false }
    // المشاركون على أن; المواطنون، أن
    var next = context.word(at: span.upper)
    if next < frame.index, SentenceSigns.isComma(words.sign(next)) { next += 1 }
    if next < frame.index, words.isPlain(next, .clausePreposition) { next += 1 }
    let isWhole = next == frame.index || sources.pointsToNoun(first)
    let hasOwner = hasPronoun(first) && !words.words[first].shape.contains(.feminine)
    // اعتبرت نقابات أن
    let isPlural =
      words.words[first].span.utf8Count > 8
      && ["ات", "ون"].contains { words.text.string(in: words.words[first].span).hasSuffix($0) }
    guard isWhole, reading.hasArticle || hasOwner || isPlural else { return false }
    let isFeminine = words.words[head(of: span)].shape.contains(.feminine)
    return cue.form.slot == .feminine || !isFeminine || hasOwner
  }

  /// اعتبر معارضوه أن, not أبلغ والدته أن, nor وصف الاتهام بأنه: whether a verb that may take two objects has a clause in their place, so
  /// that the noun behind it is its subject.
  func holds(_ cue: FoundCue, before frame: VerbFrame) -> Bool {
    let words = context.words
    return cue.form.frame.contains(.secondObject) && frame.opening == .clause && !cue.hasObject
      && words.isPlain(frame.index, .complementiser)
      && (!cue.form.frame.contains(.preposition)
        || words.text.scalar(at: words.words[frame.index].span.lower)?.value != Letters.baa)
  }

  func isNominal(_ span: TextSpan) -> Bool {
    let index = head(of: span)
    guard index < context.count else { return false }
    let words = context.words
    let first = context.word(at: span.lower)
    if sources.countsSources(first) || sources.isOtherSource(first)
      || sources.countsOfSome(first) || words.isKin(first)
    {
      return true
    }
    return words.readings(of: index).contains { reading in
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
      return !reading.classes.union(bare).isDisjoint(with: [
        .title, .unnamedSource, .document, .organisationClass, .organisationHead, .each,
      ])
    }
  }
}
