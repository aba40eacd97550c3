import ArabicText
import EntityModel

// What stands behind the colon of a headline.
extension QuotationFinder {
  /// "The minister: we shall not …", "«The paper»: the talks have failed".
  mutating func findHeadline() {
    guard !isTaken.prefix(limits.headlineColonReach).contains(true),
      context.count < limits.longestHeadline,
      let colon = (0..<min(limits.headlineColonReach, context.count)).first(where: {
        context.words.sign($0) == Signs.colon
      }),
      colon > 0, colon + 2 < context.count, let source = headlineSource(before: colon),
      let content = headlineContent(behind: colon),
      content.kind != .indirect || context.length(content.words) > limits.shortestReported
        || context.length(content.words) == limits.shortestReported && isOnePerson(source)
    else { return }
    keepHeadline(content, of: source, cue: nil)
  }

  /// حزب الله يدين حرق المصحف: السويد شريكة: what the one says, behind the colon, whose deed the headline tells.
  mutating func findHeadlineOfDeed() {
    guard !isTaken.contains(true), context.count < limits.longestHeadline,
      let colon = (0..<min(limits.headlineColonReach, context.count)).first(where: {
        context.words.sign($0) == Signs.colon
      }),
      colon > 2, colon + 2 < context.count, let (source, verb) = doer(before: colon),
      let content = headlineContent(behind: colon),
      content.kind != .indirect || context.length(content.words) > limits.shortestReported,
      cues.cue(at: verb) != nil || context.words.isPlain(verb, .predicate)
        || content.kind == .direct || speaks(behind: colon)
    else { return }
    keepHeadline(content, of: source, cue: cues.cue(at: verb)?.cue)
  }

  private mutating func keepHeadline(
    _ content: ContentBounds.Content, of source: TextSpan, cue: Quotation.Cue?
  ) {
    var quote = FoundQuotation(
      kind: content.kind, content: content.spans, speaker: .source, rule: .headlineColon,
      confidence: limits.confidence.headline)
    quote.verbatim = content.verbatim
    quote.source = source
    quote.cue = cue
    quote.openFamily = content.openFamily
    occupy(content.words)
    keep(quote)
  }

  /// Who opens a headline, and the verb of the present right behind.
  private func doer(before colon: Int) -> (source: TextSpan, verb: Int)? {
    let words = context.words
    var source: TextSpan?
    var verb = 0
    if let mark = context.mark(openingAt: 0) {
      guard decision.isName(mark) else { return nil }
      (source, verb) = (context.span(of: mark), mark.outer.upperBound)
    } else if context.mention(at: 0) != nil
      || (words.reading(0, of: [.title, .unnamedSource, .organisationClass, .organisationHead])
        != nil)
    {
      source = sources.complement(in: 0..<colon)
      verb = source.map { context.word(at: $0.upper) } ?? 0
    }
    guard let source, verb > 0, verb < colon, isSpeaker(source), context.mention(at: verb) == nil,
      context.mention(at: 0)?.kind != .place || words.isPlain(verb, .predicate)
        || cues.cue(at: verb) != nil,
      (verb..<colon).allSatisfy({ words.sign($0) == 0 || context.mark(at: $0) != nil }),
      words.readings(of: verb).contains(where: {
        $0.clitics.isEmpty && words.verbForm(at: verb, $0)?.isPresent == true
      }) || cues.cue(at: verb).map({ !$0.form.slot.isParticiple && !$0.isCoordinated }) == true
    else { return nil }
    return (source, verb)
  }

  /// What stands behind the colon: two dots do not end it, unless another colon follows.
  private func headlineContent(behind colon: Int) -> ContentBounds.Content? {
    guard let content = bounds.content(from: colon + 1) else { return nil }
    let end = content.words.upperBound
    guard content.kind != .direct, end + 1 < context.count,
      context.words.sign(end) == Signs.fullStop,
      context.words.sign(end + 1) == Signs.fullStop
        || context.words.words[end].span.utf8Count > 1,
      !(end..<context.count).contains(where: { context.words.sign($0) == Signs.colon })
    else { return content }
    return bounds.content(colon + 1..<context.count)
  }

  /// Whether a phrase names one person, by name or by what he is: "an expert".
  private func isOnePerson(_ source: TextSpan) -> Bool {
    let index = context.word(at: source.lower)
    if let mention = context.mention(at: index) { return mention.kind == .person }
    return context.words.readings(of: index).contains { reading in
      reading.classes.contains(.title)
        || reading.classes.contains(.unnamedSource) && !reading.hasArticle
          && !reading.classes.contains(.plural)
    }
  }

  private func headlineSource(before colon: Int) -> TextSpan? {
    let words = context.words
    // Two headlines in one line: "… wins.. The minister: …".
    var first = colon
    while first > 0, !SentenceSigns.isTerminator(words.sign(first - 1)) { first -= 1 }
    guard first < colon else { return nil }
    if let mark = context.mark(openingAt: first) {
      guard mark.outer.upperBound == colon,
        context.length(mark.words) < limits.longestMarkedSource, !decision.isClause(mark)
      else { return nil }
      return context.span(of: mark)
    }
    if let title = context.mark(openingAt: colon + 1), decision.namesWork(title) { return nil }
    // أحمد منصور (وزير): a role in brackets.
    var end = colon
    if words.sign(colon - 1) == Signs.closeBracket,
      let open = (first..<colon).first(where: { words.sign($0) == Signs.openBracket }), open > first
    {
      end = open
    }
    guard (first..<end).allSatisfy({ words.sign($0) == 0 || context.mark(at: $0) != nil }),
      context.mention(at: first) != nil
        || words.reading(first, of: [.title, .unnamedSource, .document]) != nil
        || words.plain(first).map({ reading in
          reading.hasArticle
            && words.lexicon.classesWithoutArticle[reading.word]?.isDisjoint(with: [
              .title, .unnamedSource, .document, .organisationClass, .organisationHead,
            ]) == false
        }) == true || words.reading(first, of: [.organisationClass, .organisationHead]) != nil
        || isUnknownSurname(first, end),
      let source = sources.complement(in: first..<end),
      isSpeaker(source) || isUnknownSurname(first, end),
      isAddressee(context.word(at: source.upper), end)
    else { return nil }
    // A place before a colon tells where something happens, unless it speaks: "we shall", "must".
    if let mention = context.mention(at: first), mention.kind == .place, mention.span == source,
      !speaks(behind: colon) || namesWork(behind: colon) || reports(behind: colon)
    {
      return nil
    }
    return source
  }

  /// A word with the article that is no common one: the surname by which headlines name people.
  private func isUnknownSurname(_ index: Int, _ colon: Int) -> Bool {
    guard let reading = context.words.plain(index), reading.hasArticle,
      colon - index < limits.longestUnknownSource
    else {
      return false
    }
    return !reading.kinds.contains(.common) && reading.classes.isEmpty
  }

  /// Whether what stands between the source and the colon is a place or a medium: "X in Y:", "X to Y:".
  private func isAddressee(_ index: Int, _ colon: Int) -> Bool {
    guard index < colon else { return true }
    let words = context.words
    if isMarkedAddressee(index, colon) { return true }
    return colon - index < limits.longestUnknownSource
      && (words.isPlain(index, [.placePreposition, .governor]) || words.isPlain(index, .time)
        || words.readings(of: index).contains { $0.clitics == .preposition })
  }

  /// لـ«الملحق», لقناة «الأفق», لـCNN: whether ل, alone or with a noun, and the marked or Latin name of who was told fill the
  /// words before the colon.
  private func isMarkedAddressee(_ index: Int, _ colon: Int) -> Bool {
    let words = context.words
    guard words.words[index].kind == .arabic,
      words.text.scalar(at: words.words[index].span.lower)?.value == Letters.lam,
      words.words[index].shape.contains(.short)
        || words.readings(of: index).contains(where: {
          $0.clitics == .preposition && $0.classes.contains(.organisationClass)
        })
    else { return false }
    if let mark = context.mark(openingAt: index + 1) {
      return mark.outer.upperBound == colon
        && context.length(mark.words) < limits.longestMarkedSource
    }
    return (index + 1..<colon).allSatisfy { words.words[$0].kind == .foreign }
  }

  /// تونس: "أصوات الليل" فيلم: marked words behind a place that the sentence goes on with are a title.
  private func namesWork(behind colon: Int) -> Bool {
    guard let mark = context.mark(openingAt: colon + 1) else { return false }
    return mark.outer.upperBound < context.count
      && context.words.words[mark.outer.upperBound].kind == .arabic
  }

  /// بغداد: قالت النائبة إن: whether a dateline has the report of somebody right behind the colon.
  private func reports(behind colon: Int) -> Bool {
    guard let cue = cues.cue(at: colon + 1), !cue.form.slot.isParticiple else { return false }
    // نقول: "we" is the place itself.
    return context.words.text.scalar(at: cue.span.lower)?.value != Letters.noon
      || cue.form.lemma.hasPrefix("ن")
  }

  /// نواصل: a verb of "we" right behind the colon.
  private func isFirstPerson(_ index: Int) -> Bool {
    let word = context.words.words[index]
    return word.kind == .arabic && !word.shape.contains(.feminine)
      && context.words.text.scalar(at: word.span.lower)?.value == Letters.noon
      && context.words.lexicon.cues[context.words.plain(index)?.word ?? NameKeys.what] == nil
      && context.words.plain(index)?.kinds.contains(.common) != true
  }

  /// سنواصل, سيعود, but not سفير, سحب or سنة: س of the future stands before a verb of the present.
  private func isFuture(_ reading: Reading, at index: Int) -> Bool {
    guard reading.clitics.contains(.future),
      context.words.plain(index)?.kinds.contains(.common) != true,
      let letter = context.words.text.scalar(at: reading.start)?.value
    else { return false }
    return [Letters.yaa, Letters.taa, Letters.noon, Letters.alefAbove].contains(letter)
  }

  /// Whether a headline says what only somebody can say: a refusal, a demand, a promise.
  private func speaks(behind colon: Int) -> Bool {
    // على الحكومة أن: a duty.
    if context.words.plain(colon + 1)?.word == NameKeys.upon { return true }
    return (colon + 1..<context.count).contains { index in
      context.mark(openingAt: index).map { context.length($0.words) > limits.shortestReported }
        == true
        || context.words.isPlain(index, .negation) && !context.words.isPlain(index, .subordinator)
        || index == colon + 1 && isFirstPerson(index) || context.words.isWeVerb(at: index)
        || context.words.isPlain(index, .demand)
        || context.words.readings(of: index).contains { isFuture($0, at: index) }
    }
  }
}
