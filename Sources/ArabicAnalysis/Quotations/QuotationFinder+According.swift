import ArabicText
import EntityModel

// Reports behind "according to" and behind the colon of a headline.
extension QuotationFinder {
  // MARK: According to
  mutating func findAccording() {
    var index = 0
    while index < context.count {
      guard context.mark(at: index) == nil else {
        index += 1
        continue
      }
      if let tag = context.phrase(at: index, .tag) {
        tagged(index, tag)
        index = tag.end
        continue
      }
      guard let phrase = context.phrase(at: index, .according), phrase.end < context.count,
        context.isSameSentence(index, phrase.end)
      else {
        index += 1
        continue
      }
      according(index, phrase)
      index = phrase.end
    }
  }

  /// بحسب ما أفادت: the verb belongs to the phrase before it.
  func belongsToAccording(_ index: Int) -> Bool {
    guard index > 1, context.words.plain(index - 1)?.word == NameKeys.what else { return false }
    return (max(0, index - 3)...index - 2).contains {
      context.phrase(at: $0, .according)?.end == index
    }
  }

  mutating func according(_ index: Int, _ phrase: (end: Int, start: TextOffset)) {
    let words = context.words
    let sentence = context.sentence[index]
    // حسبما ذكرت وكالة X, وفق ما جاء في البيان: the verb belongs to the cue.
    var first = phrase.end
    if let verb = cues.suffixedCue(at: first) {
      first += 1
      if verb.form.traits.contains(.document),
        words.plain(first)?.word == NameKeys.inside
      {
        first += 1
      }
      // بحسب ما أفادت به وكالة X.
      if words.isPlain(first, .pronounPreposition) { first += 1 }
    }
    var end = first
    while end < context.count, context.sentence[end] == sentence,
      end - index < limits.accordingReach,
      !SentenceSigns.isTerminator(words.sign(end)), words.sign(end) != Signs.semicolon,
      words.reading(end, of: .complementiser)?.clitics.contains(.fa) != true,
      !opensWithFa(end)
    {
      end += 1
    }
    let cueEnd = first
    if first > phrase.end, context.words.sign(first) == 0 {
      // Marks and phrases may reach beyond where the source may end.
      first = min(end, sources.skipAdjuncts(first..<end))
    }
    // حسب ذات المصدر, لنفس المصدر
    if first + 1 < end, words.reading(first, of: .same) != nil,
      words.plain(first + 1)?.hasArticle == true
    {
      first += 1
    }
    if reportsOfPronoun(phrase, index) { return }
    if first > phrase.end, reportsOfNobody(phrase, phrase.end..<end, index) { return }
    guard let source = accordingSource(first, end), isSpeaker(source) || isUnknownName(source)
    else { return }
    let span = TextSpan(phrase.start, words.words[cueEnd - 1].span.upper)
    let cue = Quotation.Cue(
      span: span,
      lemma: words.text.string(in: TextSpan(phrase.start, words.words[phrase.end - 1].span.upper)))
    let start = context.sentenceStart(of: index)
    // A، بحسب X، B، مضيفا أن C: what the participle goes on with comes after.
    let reported = (speechOfSentence[sentence] ?? []).filter { place in
      guard let verb = found[place].cue else { return found[place].rule == .headlineColon }
      return found[place].slot?.isParticiple != true || verb.span.lower < source.upper
    }
    let last = reported.last { place in
      !isSubordinate(found[place])
        && min(found[place].start.lower, found[place].cue?.span.lower ?? phrase.start)
          < phrase.start
    }
    let isFollowed =
      end < context.count && (opensWithFa(end) || words.reading(end, of: .complementiser) != nil)
    let opensClause =
      index - start <= (isFollowed ? limits.longestBeforeAccording : 1)
      || end < context.count && opensWithFa(end) && isAdverb(start..<index)
      || SentenceSigns.isComma(words.sign(index - 1))
        && phrase.start > words.words[index].span.lower
        && (isFollowed || isSetOff(source))
    if opensClause {
      // "According to X, Y said that": X is the medium.
      let own = reported.first { place in
        guard let verb = found[place].cue?.span.lower, verb > source.lower else { return false }
        return context.word(at: verb) < context.word(at: source.upper) + limits.mediumReach
      }
      if let own {
        found[own].via = Quotation.Via(cue: cue, source: source)
        return
      }
      guard let content = precededContent(after: source, end) else { return }
      append(content, cue, source, rule: .accordingFirst)
      return
    }
    // Behind a content that has its speaker, it names the medium.
    if let last, !endsBefore(last, clauseOf: index, source, sentence) {
      if found[last].via == nil { found[last].via = Quotation.Via(cue: cue, source: source) }
      return
    }
    let rest = rest(behind: source, sentence)
    let opening = lastClause(
      from: impersonalEnd(datelineEnd(start, before: index), before: index), before: index,
      isInterrupted: rest != nil)
    let ending = isThat(index - 1) ? index - 2 : index
    if rest == nil, let mark = markBehindComma(before: ending),
      let content = bounds.marked(at: mark)
    {
      append(content, cue, source, rule: .accordingLast)
      return
    }
    guard opening < ending, !isReportAlone(opening..<ending),
      var content = joinedContent(opening..<ending),
      rest != nil || context.length(opening..<ending) > limits.shortestReported
        || context.length(opening..<ending) == limits.shortestReported
          && SentenceSigns.isComma(words.sign(ending - 1))
    else {
      return
    }
    // “الباب موصد”، بحسب X: what stands in marks from end to end was said so.
    if content.kind == .indirect, content.verbatim.isEmpty,
      let mark = context.mark(openingAt: opening),
      mark.outer.upperBound >= index - 1, !decision.isName(mark),
      decision.trigger(before: mark) == nil, let direct = bounds.marked(at: opening)
    {
      content = direct
    }
    if let rest {
      content.spans += rest.spans
      content.verbatim += rest.verbatim
      if content.kind != rest.kind { content.kind = .mixed }
    }
    append(content, cue, source, rule: .accordingLast)
  }

  /// أكد السفير الفرنسي، وفق X، أهمية العلاقات: whether nothing but a reporting word and its subject stands before "according to", which
  /// tells of the medium then.
  private func isReportAlone(_ words: Range<Int>) -> Bool {
    guard let cue = cues.cue(at: words.lowerBound), !cue.form.slot.isParticiple,
      SentenceSigns.isComma(context.words.sign(words.upperBound - 1)),
      let source = sources.source(in: words.lowerBound + 1..<words.upperBound), isSpeaker(source)
    else { return false }
    return context.word(at: source.upper) >= words.upperBound - 1
  }

  /// A، في «…»، وفق X: the marked words behind a comma and a preposition that end a clause; what X says of A.
  private func markBehindComma(before end: Int) -> Int? {
    let last = SentenceSigns.isComma(context.words.sign(end - 1)) ? end - 2 : end - 1
    guard let mark = context.mark(at: last), mark.outer.upperBound == last + 1,
      context.length(mark.words) > 2, decision.trigger(before: mark) == nil, !decision.isName(mark),
      context.words.isPlain(mark.outer.lowerBound - 1, .governor),
      SentenceSigns.isComma(context.words.sign(mark.outer.lowerBound - 2))
    else { return nil }
    return mark.outer.lowerBound
  }

  /// وعلى سبيل المقارنة، بحسب X، فإن: whether a short adverb opens the sentence before a comma.
  private func isAdverb(_ range: Range<Int>) -> Bool {
    range.count <= limits.longestAdverb
      && SentenceSigns.isComma(context.words.sign(range.upperBound - 1))
      && context.words.reading(range.lowerBound, of: [.governor, .timePreposition]) != nil
      && range.dropLast().allSatisfy { context.words.sign($0) == 0 && cues.cue(at: $0) == nil }
  }

  /// A، وفقا لـX، B، في حين C، وفق Y، D: ends the content at `place`, which another "according to" tells of, before the
  /// clause that this one tells of.
  private mutating func endsBefore(
    _ place: Int, clauseOf index: Int, _ source: TextSpan, _ sentence: Int
  ) -> Bool {
    let start = context.sentenceStart(of: index)
    let clause = lastClause(
      from: start, before: index, isInterrupted: rest(behind: source, sentence) != nil)
    guard found[place].rule == .accordingLast, clause > start, let other = found[place].source,
      clause > context.word(at: other.upper)
    else { return false }
    var last = clause - 1
    while last > start, !SentenceSigns.isComma(context.words.sign(last)) { last -= 1 }
    let end = context.words.words[max(start, last - 1)].span.upper
    found[place].content = found[place].content.compactMap { span in
      span.lower >= end ? nil : TextSpan(span.lower, min(span.upper, end))
    }
    return true
  }

  /// ، ووفقا لبيانات الرابطة (WNA)، A: whether a comma follows a source, and no sentence's end.
  private func isSetOff(_ source: TextSpan) -> Bool {
    var next = context.word(at: source.upper)
    if context.words.sign(next) == Signs.openBracket {
      next = sources.closingBracket(from: next, limit: context.count)
    }
    return SentenceSigns.isComma(context.words.sign(next))
  }

  /// …، وذلك وفقا لـX: whether "and that" stands at `index`, behind a comma.
  private func isThat(_ index: Int) -> Bool {
    index > 0 && SentenceSigns.isComma(context.words.sign(index - 1))
      && context.words.readings(of: index).contains {
        $0.clitics == .conjunction && $0.classes.contains(.demonstrative)
      }
  }

  /// ووفقا لها، A: who spoke before says it.
  private mutating func reportsOfPronoun(
    _ phrase: (end: Int, start: TextOffset), _ index: Int
  ) -> Bool {
    let words = context.words
    let comma = phrase.end + 1
    guard words.isPlain(phrase.end, .pronounPreposition),
      words.text.scalar(at: words.words[phrase.end].span.lower)?.value == Letters.lam
    else { return false }
    guard index == context.sentenceStart(of: index), comma + 1 < context.count,
      SentenceSigns.isComma(words.sign(comma)), speechOfSentence[context.sentence[index]] == nil,
      let content = bounds.content(from: comma + 1)
    else { return true }
    let span = TextSpan(phrase.start, words.words[phrase.end - 1].span.upper)
    append(
      content, Quotation.Cue(span: span, lemma: words.text.string(in: span)), nil,
      rule: .accordingFirst)
    return true
  }

  /// A، بحسب ما قاله; A، وفق ما نقلت عنه الوكالة: who spoke before says it, where the verb has no subject or a medium
  /// for one.
  ///
  /// - Parameters:
  ///   - phrase: The words that bring it in.
  ///   - words: The verb and what may be its subject.
  ///   - index: The first word of the phrase.
  /// - Returns: Whether the phrase is such a one, reported or not.
  private mutating func reportsOfNobody(
    _ phrase: (end: Int, start: TextOffset), _ words: Range<Int>, _ index: Int
  ) -> Bool {
    let verb = words.lowerBound
    let isOfPronoun = hasAboutPronoun(words)
    guard isOfPronoun || words.count == 1 else { return false }
    let span = TextSpan(phrase.start, context.words.words[verb].span.upper)
    let cue = Quotation.Cue(span: span, lemma: context.words.text.string(in: span))
    let start = context.sentenceStart(of: index)
    if index - start <= 1 {
      let medium = sources.source(in: verb + 1..<max(verb + 1, words.upperBound)) ?? span
      guard let content = precededContent(after: medium, words.upperBound) else { return true }
      append(content, cue, nil, rule: .accordingFirst)
    } else if speechOfSentence[context.sentence[index]] == nil,
      let content = joinedContent(start..<index),
      context.length(content.words) > limits.shortestReported
    {
      append(content, cue, nil, rule: .accordingLast)
    }
    return true
  }

  /// "…, as he put it", "…, as X said": what stands before is reported, if nothing in the sentence is
  /// said to be.
  mutating func tagged(_ index: Int, _ tag: (end: Int, start: TextOffset)) {
    let words = context.words
    let sentence = context.sentence[index]
    let start = context.sentenceStart(of: index)
    guard index - start > limits.shortestReported,
      speechOfSentence[sentence] == nil,
      let content = joinedContent(start..<index),
      context.length(start..<index) > limits.shortestReported
    else { return }
    var end = tag.end
    while end < context.count, context.sentence[end] == sentence, end - index < limits.tagReach,
      !SentenceSigns.isTerminator(words.sign(end)), !SentenceSigns.isComma(words.sign(end))
    {
      end += 1
    }
    let span = TextSpan(tag.start, words.words[tag.end - 1].span.upper)
    let cue = Quotation.Cue(span: span, lemma: words.text.string(in: span))
    let source = sources.complement(in: tag.end..<end).flatMap { isSpeaker($0) ? $0 : nil }
    // كما أعلن X عن دعم: "X also announced", and nothing of what stands before.
    if let source, words.plain(context.word(at: source.upper))?.word == NameKeys.about { return }
    append(content, cue, source, rule: .accordingTag)
  }

  /// The source phrase that begins at `index`, also one in quotation marks.
  private func accordingSource(_ index: Int, _ end: Int) -> TextSpan? {
    if let mark = context.mark(openingAt: index),
      context.length(mark.words) < limits.longestMarkedSource
    {
      return context.span(of: mark)
    }
    return sources.complement(in: index..<end)
  }

  /// Whether a phrase may be a name that no list knows.
  func isUnknownName(_ span: TextSpan) -> Bool {
    guard let reading = context.words.plain(context.word(at: span.lower)) else { return false }
    return !reading.kinds.contains(.common) && reading.classes.isEmpty && !reading.hasArticle
  }

  /// "A, according to X, B": what of the content follows the source.
  private func rest(behind source: TextSpan, _ sentence: Int) -> ContentBounds.Content? {
    var comma = context.word(at: source.upper)
    // المصادر ذاتها، …
    while comma < context.count,
      context.words.words[comma].span.lower < source.upper
        || context.words.sign(comma) == 0
          && comma - context.word(at: source.upper) <= limits.sourceTail
    {
      comma += 1
    }
    // ينص الاتفاق، وفق المصادر ذاتها على تسوية: the complement of the verb; وفق ما نقلت رويترز عن قائد: that of the medium.
    let tail = context.word(at: source.upper)
    comma =
      (tail..<max(tail, comma)).first {
        context.words.isPlain($0, .clausePreposition)
          && context.words.plain($0)?.word != NameKeys.about
      } ?? comma
    if comma < context.count, context.sentence[comma] == sentence,
      context.words.isPlain(comma, .clausePreposition), context.words.sign(comma) == 0,
      (context.word(at: source.upper)..<comma).allSatisfy({
        context.words.isPlain($0, [.reflexive, .same])
          || context.words.plain($0)?.hasArticle == true
      })
    {
      return bounds.content(from: comma)
    }
    guard comma < context.count, context.words.words[comma].span.lower >= source.upper,
      SentenceSigns.isComma(context.words.sign(comma)) || closesAside(comma, around: source),
      comma + 3 < context.count,
      context.sentence[comma + 1] == sentence, !bounds.endsContent(comma + 1),
      !context.words.readings(of: comma + 1).contains(where: { $0.clitics == .conjunction }),
      context.phrase(at: comma + 1, .remark) == nil,
      context.words.reading(comma + 1, of: [.title, .unnamedSource])?.hasArticle != false
    else { return nil }
    // وفق مصدر، السبت: when it was said.
    return bounds.content(from: comma + 1).flatMap { content in
      content.words.allSatisfy { context.words.isPlain($0, .time) } ? nil : content
    }
  }

  /// قال إن A، بحسب البيان، B: how a content goes on behind "according to" between commas.
  func behindAside(_ content: ContentBounds.Content) -> ContentBounds.Content? {
    let comma = content.words.upperBound
    guard comma < context.count, SentenceSigns.isComma(context.words.sign(comma)),
      context.isSameSentence(comma - 1, comma),
      let phrase = context.phrase(at: comma + 1, .according), phrase.end < context.count,
      let source = accordingSource(
        phrase.end, min(context.count, phrase.end + limits.accordingReach)),
      isSpeaker(source)
    else { return nil }
    return rest(behind: source, context.sentence[comma])
  }

  /// – بحسب المصادر –: whether a dash stands behind a source and before its phrase.
  private func closesAside(_ dash: Int, around source: TextSpan) -> Bool {
    let dashes = [Signs.hyphen, Signs.enDash, Signs.emDash]
    let first = context.word(at: source.lower)
    return dashes.contains(context.words.sign(dash))
      && (max(0, first - limits.longestAside)..<first).contains {
        context.words.sign($0) == context.words.sign(dash)
      }
  }

  func opensWithFa(_ index: Int) -> Bool {
    // فإن, فإنه
    if context.words.isPlain(index, .complementiser),
      context.words.text.scalar(at: context.words.words[index].span.lower)?.value == Letters.faa
    {
      return true
    }
    return particleBehindFa(index) != nil
  }

  /// فقد, فسوف, فلن: a particle of verbs behind ف.
  private func particleBehindFa(_ index: Int) -> Reading? {
    context.words.readings(of: index).first { reading in
      reading.clitics.contains(.fa)
        && !reading.classes.isDisjoint(with: [.verbParticle, .governor])
    }
  }

  /// …، في حين A، بحسب X; …، وهو ما يمثل، بحسب X، B: where the last clause before "according to" begins, behind a
  /// comma and a word that opens a contrast, or with "which".
  private func lastClause(from start: Int, before end: Int, isInterrupted: Bool) -> Int {
    let words = context.words
    for comma in (start..<max(start, end - 1)).reversed()
    where SentenceSigns.isComma(words.sign(comma)) && context.mark(at: comma) == nil {
      let first = comma + 1
      if isInterrupted, words.isPlain(first, .meanwhile) { return first + 1 }
      if isInterrupted, words.plain(first)?.word == NameKeys.inside,
        words.plain(first + 1)?.word == NameKeys.time
      {
        return first + 2
      }
      if words.plain(first + 1)?.word == NameKeys.what,
        words.readings(of: first).contains(where: {
          $0.clitics == .conjunction && $0.classes.contains(.pronoun)
        })
      {
        return first
      }
    }
    return start
  }

  /// بعد أن أعربت: whether a report stands in an adverbial clause.
  private func isSubordinate(_ quote: FoundQuotation) -> Bool {
    guard let cue = quote.cue else { return false }
    let index = context.word(at: cue.span.lower)
    return context.words.isPlain(index - 1, .complementiser)
      && context.words.reading(index - 2, of: .timePreposition) != nil
      || context.words.isPlain(index - 1, .afterwards)
  }

  /// يذكر أن, الجدير ذكره أن: the first word behind an impersonal frame that opens a sentence.
  private func impersonalEnd(_ start: Int, before end: Int) -> Int {
    guard let phrase = context.phrase(at: start, .notice) else { return start }
    let clause = (phrase.end..<min(end, phrase.end + limits.sayingReach)).first {
      context.words.isPlain($0, .complementiser)
    }
    return clause.map { $0 + 1 } ?? start
  }

  /// دبي، الإمارات (CNN) –: the first word behind the place and the agency that open a paragraph.
  private func datelineEnd(_ start: Int, before end: Int) -> Int {
    let limit = min(end, start + limits.longestDateline)
    let dashes = [Signs.hyphen, Signs.enDash, Signs.emDash]
    guard start == 0,
      var index = (start..<limit).first(where: { dashes.contains(context.words.sign($0)) }),
      index > start, context.words.sign(index - 1) == Signs.closeBracket
    else { return start }
    while index < limit, dashes.contains(context.words.sign(index)) { index += 1 }
    return index
  }

  /// وفق ما أعلنته الهيئة في بيان، هبطت: the comma behind where or when the source said it.
  private func adjunctEnd(_ index: Int) -> Int? {
    let words = context.words
    guard words.sign(index) == 0, words.isPlain(index, [.governor, .timePreposition]) else {
      return nil
    }
    return (index + 1..<min(context.count, index + limits.longestAdverb)).first {
      context.mark(at: $0) != nil || cues.cue(at: $0) != nil || words.sign($0) != 0
    }.flatMap { SentenceSigns.isComma(words.sign($0)) && context.mark(at: $0) == nil ? $0 : nil }
  }

  /// The content behind "according to X,".
  func precededContent(after source: TextSpan, _ end: Int) -> ContentBounds.Content? {
    let words = context.words
    if let condition = conditionBehind(source, before: end) {
      return bounds.content(from: condition)
    }
    var index = end
    if index >= words.count
      || !(opensWithFa(index) || words.reading(index, of: .complementiser) != nil)
    {
      index = context.word(at: source.upper)
      if words.sign(index) == Signs.openBracket {
        index = sources.closingBracket(from: index, limit: words.count)
      }
      index = aboutSource(index) ?? adjunctEnd(index) ?? index
      while index < words.count, SentenceSigns.isComma(words.sign(index)) { index += 1 }
      // معطيات وحدة الأبحاث، «الضفاف»، A: a name between commas.
      if let mark = context.mark(openingAt: index),
        context.length(mark.words) < limits.longestMarkedApposition,
        SentenceSigns.isComma(words.sign(mark.outer.upperBound))
      {
        index = mark.outer.upperBound + 1
      } else if let end = personEnd(index), SentenceSigns.isComma(words.sign(end)) {
        index = end + 1
      }
    } else if particleBehindFa(index).map({ $0.word != NameKeys.already }) ?? false {
      return contentBehindFa(index)
    } else {
      index += 1
    }
    if particleBehindFa(index)?.word == NameKeys.already { index += 1 }
    if particleBehindFa(index) != nil { return contentBehindFa(index) }
    guard index < words.count, context.sentence[index] == context.sentence[max(0, end - 1)] else {
      return nil
    }
    return bounds.content(from: index)
  }

  /// وبحسب الصحيفة، إذا تم ذلك، فإن A: where the condition begins behind the comma that sets a source off.
  private func conditionBehind(_ source: TextSpan, before end: Int) -> Int? {
    let comma = context.word(at: source.upper)
    guard comma + 1 < end, SentenceSigns.isComma(context.words.sign(comma)),
      context.phrase(at: comma + 1, .condition) != nil
    else { return nil }
    return comma + 1
  }

  /// مراسل الإذاعة، سامر علي، A: the end of a person's name that begins at `index`.
  private func personEnd(_ index: Int) -> Int? {
    guard let mention = context.mention(at: index), mention.kind == .person else { return nil }
    var end = index + 1
    while context.mention(at: end)?.span == mention.span { end += 1 }
    return end
  }

  /// وفقا لورقة نشرت في المجلة، A: the comma behind a clause about a source without the article.
  private func aboutSource(_ index: Int) -> Int? {
    let words = context.words
    guard words.sign(index) == 0, index < words.count,
      words.reading(index - 1, of: [.document, .unnamedSource])?.hasArticle == false
        || words.words[max(0, index - 1)].shape.contains(.nisba)
          && words.reading(index - 2, of: [.document, .unnamedSource])?.hasArticle == false
    else { return nil }
    return (index + 1..<min(words.count, index + limits.longestAboutSource)).first {
      SentenceSigns.isComma(words.sign($0)) && context.isSameSentence(index, $0)
        && !goesOn(behind: $0)
    }
  }

  /// في مجلة X، وموقع Y: whether a noun of those that publish follows a comma.
  private func goesOn(behind comma: Int) -> Bool {
    context.words.readings(of: comma + 1).contains {
      $0.clitics == .conjunction && $0.classes.contains(.organisationClass)
    }
  }

  /// فسوف تتوقف: the content begins behind ف.
  private func contentBehindFa(_ index: Int) -> ContentBounds.Content? {
    guard let reading = particleBehindFa(index), var content = bounds.content(from: index) else {
      return nil
    }
    if content.spans[0].lower < reading.start { content.spans[0].lower = reading.start }
    return content
  }

  mutating func append(
    _ content: ContentBounds.Content, _ cue: Quotation.Cue, _ source: TextSpan?, rule: RuleID
  ) {
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: source == nil ? .previous : .source,
      rule: rule, confidence: limits.confidence.other)
    quote.verbatim = content.verbatim
    quote.cue = cue
    quote.source = source
    quote.isRepaired = content.isRepaired
    quote.openFamily = content.openFamily
    occupy(content.words)
    keep(quote)
  }
}
