import ArabicText
import EntityModel

/// Finds the phrase that names who speaks: title, name and apposition, without adjuncts.
struct SourcePhrase {
  let context: MarkedParagraph

  var words: ParagraphWords { context.words }
  var limits: RuleParameters.Speakers { context.words.parameters.speakers }

  /// The subject in the words between a reporting word and what it reports.
  func source(in range: Range<Int>) -> TextSpan? {
    var start = skipAdjuncts(range)
    if opensTitle(start), start + 1 < range.upperBound { start += 1 }
    guard start < range.upperBound else { return nil }
    var end = min(nounPhraseEnd(from: start, limit: range.upperBound), range.upperBound)
    // أحد خبرائه بـ«…»: a preposition alone before marks.
    if end - 1 > start, words.words[end - 1].shape.contains(.short),
      context.mark(openingAt: end) != nil
    {
      end -= 1
    }
    guard end > start else { return nil }
    if let person = laterPerson(in: end..<range.upperBound, head: start) { end = person }
    let lower = stemStart(start)
    let upper = words.words[end - 1].span.upper
    return lower < upper ? TextSpan(lower, upper) : nil
  }

  /// معالي | الوزير: whether a word of respect stands at `index` before a title or a name.
  private func opensTitle(_ index: Int) -> Bool {
    words.isPlain(index, .beforeTitle) && words.sign(index + 1) == 0
      && (words.reading(index + 1, of: .title)?.clitics.isEmpty == true
        || context.mention(at: index + 1)?.kind == .person)
  }

  /// The end of a person's name that stands behind a comma, far from the title that begins at `head`:
  /// "the director of the centre in the town, N.".
  private func laterPerson(in range: Range<Int>, head: Int) -> Int? {
    guard !range.isEmpty, words.reading(head, of: .title) != nil,
      !(head..<range.lowerBound).contains(where: { context.mention(at: $0)?.kind == .person })
    else { return nil }
    for index in range where index - head < limits.laterPersonReach {
      guard let mention = context.mention(at: index), mention.kind == .person,
        SentenceSigns.isComma(words.sign(index - 1)) || words.sign(index - 1) == Signs.closeBracket
          || words.isPlain(index - 1, .demonym) && SentenceSigns.isComma(words.sign(index - 2))
          || QuotationSigns.isMark(words.sign(index - 1)),
        mention.span.lower == words.words[index].span.lower
      else { continue }
      // خلال اتصال مع وزير الخارجية السعودي، فيصل N: the name of another title.
      let isOther = (range.lowerBound..<index).contains { place in
        words.reading(place, of: .title) != nil && words.isPlain(place - 1, .governor)
      }
      guard !isOther else { return nil }
      var end = index + 1
      while end < range.upperBound, context.mention(at: end)?.span == mention.span { end += 1 }
      return end
    }
    return nil
  }

  /// The phrase behind a preposition or a particle of agreement: وفقا لـX.
  func complement(in range: Range<Int>) -> TextSpan? {
    guard !range.isEmpty else { return nil }
    let start = range.lowerBound
    let end = min(nounPhraseEnd(from: start, limit: range.upperBound), range.upperBound)
    guard end > start else { return nil }
    let lower =
      context.mark(openingAt: start)?.words.first.map { words.words[$0].span.lower }
      ?? context.mention(at: start)?.span.lower ?? prepositionEnd(start)
    let upper = words.words[end - 1].span.upper
    return lower < upper ? TextSpan(lower, upper) : nil
  }

  /// The name or definite title that stands last before `index` in its clause.
  func nearest(before index: Int) -> TextSpan? {
    let first = context.sentenceStart(of: index)
    var start = index - 1
    while start >= first, index - start < limits.nearestReach,
      !SentenceSigns.isComma(words.sign(start))
    {
      if let mention = context.mention(at: start), mention.kind != .place { return mention.span }
      if let reading = words.plain(start), reading.hasArticle {
        let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
        let speaking: WordClasses = [.title, .organisationClass, .document, .unnamedSource]
        if !reading.classes.union(bare).isDisjoint(with: speaking) {
          return words.words[start].span
        }
        // A surname that only the rest of the text explains.
        if reading.kinds.isCertainPart { return words.words[start].span }
      }
      start -= 1
    }
    return nil
  }

  /// The first name of a person or an organisation in a range that no preposition governs and that agrees with a verb.
  func name(in range: Range<Int>, agreeing slot: CueSlot?) -> TextSpan? {
    var index = range.lowerBound
    while index < range.upperBound {
      if let mark = context.mark(openingAt: index) {
        index = max(mark.outer.upperBound, index + 1)
        continue
      }
      guard let mention = context.mention(at: index) else {
        index += 1
        continue
      }
      if mention.kind == .person || mention.kind == .organisation,
        !isGoverned(index, from: range.lowerBound), words.sign(index - 1) != Signs.openBracket,
        !isMediumPhrase(index - 1), !isApposed(index, from: range.lowerBound),
        agrees(mention, slot)
      {
        return mention.span
      }
      while index < range.upperBound, context.mention(at: index)?.span == mention.span {
        index += 1
      }
    }
    return nil
  }

  /// مع نظيرها الإيراني X: whether the name that begins at `index` is that of a noun with a pronoun which a preposition
  /// governs.
  private func isApposed(_ index: Int, from first: Int) -> Bool {
    var noun = index - 1
    while noun > first, words.sign(noun) == 0, words.plain(noun)?.hasArticle == true { noun -= 1 }
    return noun > first && words.sign(noun) == 0 && words.isOwned(noun)
      && isGoverned(noun, from: first)
  }

  /// The document that stands just before `index`: "in a statement in which it came that".
  func document(before index: Int) -> TextSpan? {
    var start = index - 1
    // مقال نشر في صحيفة X ورد فيه: what stands in it may be far before.
    let isInside = words.plain(index + 1).map { NameKeys.insideIt.contains($0.word) } ?? false
    let first = max(
      context.sentenceStart(of: index),
      index - (isInside ? limits.objectReach : limits.documentReach))
    while start >= first {
      if let reading = words.reading(start, of: .document) {
        return TextSpan(
          reading.start,
          words.words[index - start > limits.documentReach ? start : index - 1].span.upper)
      }
      start -= 1
    }
    return nil
  }

  /// The document behind في: "it came in the report that".
  func document(behind index: Int, to end: Int) -> TextSpan? {
    guard words.plain(index + 1)?.word == NameKeys.inside, index + 2 < end else { return nil }
    return complement(in: index + 2..<end)
  }

  /// Where a word begins behind و, ف or a preposition, if the rest is a known noun or a name.
  func stemStart(_ index: Int) -> TextOffset {
    if let mention = context.mention(at: index) {
      return max(mention.span.lower, words.words[index].span.lower)
    }
    let known: WordClasses = [
      .title, .unnamedSource, .document, .organisationHead, .organisationClass,
    ]
    // ولاية is a word, and no "and" before a verse of the Quran.
    let isWord = words.plain(index).map { $0.kinds.contains(.common) || !$0.classes.isEmpty }
    if isWord ?? true { return words.words[index].span.lower }
    return words.reading(index, of: known)?.start ?? words.words[index].span.lower
  }

  /// Where the stem begins behind ل or ب.
  func prepositionEnd(_ index: Int) -> TextOffset {
    // بيان, بعض begin with ب themselves.
    if let plain = words.plain(index),
      !plain.classes.isDisjoint(with: [.document, .unnamedSource, .title, .function])
    {
      return words.words[index].span.lower
    }
    let stem = words.readings(of: index).first { $0.clitics == .preposition }
    // لواء: a common word, and the rest of it is none.
    if words.plain(index)?.kinds.contains(.common) == true,
      stem.map({ !$0.hasArticle && !$0.kinds.contains(.common) && $0.classes.isEmpty }) == true
    {
      return words.words[index].span.lower
    }
    return stem?.start ?? words.words[index].span.lower
  }

  /// محاميها: whether a word ends in ها or هما.
  private func endsInPronoun(_ index: Int) -> Bool {
    let span = words.words[index].span
    guard let alef = words.text.scalar(before: span.upper), alef.offset > span.lower,
      let last = words.text.scalar(before: alef.offset)
    else { return false }
    return last.value == Letters.haa && span.utf8Count > limits.shortestOwned
  }

  /// تلك الممرضة: a demonstrative before its noun; هذا الأسبوع is an adverb.
  func pointsToNoun(_ index: Int) -> Bool {
    words.isPlain(index, .demonstrative) && words.plain(index + 1)?.hasArticle == true
      && !words.isPlain(index + 1, [.time, .adverbialNoun])
  }

  // MARK: Adjuncts before the subject

  /// Steps over time words, places, media and adverbs behind a verb.
  func skipAdjuncts(_ range: Range<Int>) -> Int {
    var index = range.lowerBound
    var adjunct: Int?
    while index < range.upperBound {
      let sign = words.sign(index)
      if SentenceSigns.isComma(sign) {
        index += 1
      } else if sign == Signs.openBracket {
        index = closingBracket(from: index, limit: range.upperBound)
      } else if let mark = context.mark(openingAt: index) {
        index = mark.outer.upperBound
      } else if context.mark(openingAt: index + 1) != nil, words.words[index].shape.contains(.short)
      {
        // بـ"…": a proclitic alone.
        index += 1
      } else if words.sign(index + 1) == Signs.openBracket, words.words[index].span.utf8Count == 2,
        words.words[index].span.upper == words.words[index + 1].span.lower
      {
        // ل(سنا)
        index += 1
      } else if pointsToNoun(index)
        || sign == 0 && words.sign(index + 1) == Signs.middleDot
          && personEnd(from: index, limit: range.upperBound) != nil
      {
        // أ.د. محمد
        return index
      } else if let phrase = context.phrase(at: index, .turn) {
        index = phrase.end
      } else if let end = recipientEnd(index, limit: range.upperBound) {
        index = end
      } else if words.isPlain(index, .same) {
        // ذات المصدر: the noun follows.
        index += 1
      } else if let end = mannerEnd(index, limit: range.upperBound) {
        index = end
      } else if sign == 0, context.mention(at: index) == nil, isAdjunct(index) {
        adjunct = index
        index = adjunctEnd(index, limit: range.upperBound)
      } else if let adjunct, opensRelative(index, behind: adjunct) {
        index = person(in: index + 1..<range.upperBound) ?? range.upperBound
      } else {
        return index
      }
    }
    return index
  }

  /// قال بغضب:, أجابت بصوت خافت:, قال كعادته:: where a word or two behind ب or ك that tell how it was said fill the clause.
  private func mannerEnd(_ index: Int, limit: Int) -> Int? {
    guard limit - index < 3, words.sign(index) == 0, context.mention(at: index) == nil,
      let plain = words.plain(index), plain.classes.isEmpty, !plain.kinds.isPart,
      words.readings(of: index).contains(where: { stem in
        stem.clitics == .preposition && !stem.hasArticle && stem.kinds.contains(.common)
          && stem.classes.isDisjoint(with: [.title, .unnamedSource, .cue])
          && words.text.scalar(before: stem.start)?.value != Letters.lam
      })
    else { return nil }
    if limit == index + 1 { return limit }
    guard words.sign(index + 1) == 0, context.mention(at: index + 1) == nil,
      words.plain(index + 1)?.hasArticle == false
    else { return nil }
    return limit
  }

  /// Where a person's name begins in `range`, or the title before it.
  private func person(in range: Range<Int>) -> Int? {
    range.first { index in
      context.mention(at: index).map { $0.kind == .person } ?? words.isPlain(index, .title)
    }
  }

  /// لبي بي سي: an organisation to which it was said.
  private func recipientEnd(_ index: Int, limit: Int) -> Int? {
    guard let mention = context.mention(at: index), mention.kind == .organisation,
      mention.span.lower > words.words[index].span.lower,
      words.readings(of: index).contains(where: {
        $0.start == mention.span.lower && $0.clitics == .preposition
      })
    else { return nil }
    var end = index + 1
    while end < limit, context.mention(at: end)?.span == mention.span { end += 1 }
    return end
  }

  func closingBracket(from index: Int, limit: Int) -> Int {
    var index = index
    while index < limit, words.sign(index) != Signs.closeBracket { index += 1 }
    return min(index + 1, limit)
  }

  func isAdjunct(_ index: Int) -> Bool {
    guard let reading = words.plain(index), !countsSources(index), !isOtherSource(index) else {
      return false
    }
    if !reading.classes.isDisjoint(with: [.function, .time, .placePreposition]),
      reading.classes.isDisjoint(with: [.unnamedSource, .title, .document])
    {
      return true
    }
    // سابقا, but not محاميها.
    if words.words[index].shape.contains(.endsInAlef), !reading.kinds.isPart,
      reading.classes.isDisjoint(with: [.unnamedSource, .title, .document, .each]),
      !endsInPronoun(index) || words.isPlain(index, .cue), !isDual(index)
    {
      return true
    }
    return isMediumPhrase(index)
  }

  /// وزيرا الخارجية, وزيرتا الصحة: whether two people stand before their complement at `index`.
  private func isDual(_ index: Int) -> Bool {
    guard words.plain(index + 1)?.hasArticle == true else { return false }
    let word = words.text.string(in: words.words[index].span)
    let noun = word.hasSuffix("تا") ? word.dropLast(2) + "ة" : word.dropLast()
    let known: WordClasses = [.title, .unnamedSource, .kin, .relation]
    return words.lexicon.classes[NameKey(phrase: String(noun))]?.isDisjoint(with: known) == false
  }

  /// للصحافيين, لوكالة X: to whom it was said.
  func isMediumPhrase(_ index: Int) -> Bool {
    words.readings(of: index).contains { reading in
      reading.clitics == .preposition
        && (reading.hasArticle
          || !reading.classes.isDisjoint(with: [
            .organisationClass, .organisationHead, .unnamedSource, .titleTrigger,
          ]))
    } && words.plain(index)?.classes.isDisjoint(with: [.title, .unnamedSource, .document]) == true
  }

  func adjunctEnd(_ index: Int, limit: Int) -> Int {
    let isPreposition =
      words.isPlain(index, [.function, .placePreposition])
      && !words.isPlain(index, .time)
    // عليه, له: the complement is written together with the preposition.
    if isPreposition, let mark = context.mark(openingAt: index + 1) {
      // على «تويتر»
      return min(mark.outer.upperBound, limit)
    }
    let isWhole = words.isPlain(index, .pronounPreposition)
    if isPreposition, !isWhole, let person = governedPersonEnd(index + 1, limit: limit) {
      return person
    }
    // خلال استضافته, بعد انتهاء المراسم
    let hasNoun =
      isPreposition && !isWhole
      || words.isPlain(index, .timePreposition)
        && (words.isOwned(index + 1) || isDefiniteThing(index + 1) || isOccasion(index + 1)
          || isMeasure(index + 1))
    var end = index + (hasNoun ? 2 : 1)
    // في ذلك الوقت, على نفس الموقع: the noun follows.
    if isPreposition, !isWhole, end < limit, words.isPlain(end - 1, [.demonstrative, .same]),
      words.plain(end)?.hasArticle == true
    {
      end += 1
    }
    // من دون تردد
    if isPreposition, end < limit, words.plain(end - 1)?.word == NameKeys.without { end += 1 }
    // لصحيفة X: the name belongs to the adjunct.
    // على منصة X
    let isMedium =
      isMediumPhrase(end - 1)
      || hasNoun && words.isPlain(end - 1, [.organisationClass, .titleTrigger])
    while isMedium, end < limit, context.mention(at: end) != nil,
      context.mention(at: end)?.kind != .person
    {
      end += 1
    }
    // في افتتاح المؤتمر, لقناة الأفق: the complement of a noun without the article.
    if hasNoun || isMedium, end < limit, isDefiniteThing(end),
      words.plain(end - 1)?.hasArticle == false
    {
      end += 1
    }
    while end < limit, let reading = words.plain(end), context.mention(at: end)?.kind != .person {
      if let mention = context.mention(at: end), mention.span.lower < words.words[end].span.lower {
        end += 1
      } else if words.isPlain(end, .time) || isMeasure(end - 1) && words.isPlain(end, .measure) {
        end += 1
      } else if words.words[end].shape.contains(.nisba),
        reading.classes.isDisjoint(with: [.title, .function])
      {
        end += 1
      } else if hasNoun, end == index + 2,
        isIndefiniteAdjective(end) || end + 1 == limit && isLastAdjective(end)
      {
        end += 1
      } else {
        break
      }
    }
    return min(end, limit)
  }

  /// قبل سنوات, منذ ثلاثة أيام, بعد 10 دقائق: whether a number or what it counts stands at `index`, which tells when.
  private func isMeasure(_ index: Int) -> Bool {
    guard index < words.count, words.sign(index) == 0 else { return false }
    return words.words[index].kind == .number || words.isPlain(index, [.measure, .number])
  }

  /// بعد [انتهاء المراسم]: whether a common noun without the article stands before a thing with it.
  private func isOccasion(_ index: Int) -> Bool {
    guard index + 1 < words.count, words.words[index].kind == .arabic, words.sign(index) == 0,
      context.mention(at: index) == nil, let noun = words.plain(index), !noun.hasArticle
    else { return false }
    return noun.kinds.contains(.common) && !noun.kinds.isPart
      && noun.classes.isDisjoint(with: [
        .title, .unnamedSource, .document, .organisationClass, .organisationHead, .function, .body,
      ])
      && isDefiniteThing(index + 1)
  }

  /// مع نظيرها الإيراني X, مع وزير الخارجية X: where the person ends whom a preposition governs, title and name.
  private func governedPersonEnd(_ noun: Int, limit: Int) -> Int? {
    guard noun < limit, words.sign(noun) == 0, context.mention(at: noun) == nil,
      words.isOwned(noun) || words.isPlain(noun, .title)
    else { return nil }
    var name = noun + 1
    while name < limit, words.sign(name) == 0, context.mention(at: name) == nil,
      words.plain(name)?.hasArticle == true
    {
      name += 1
    }
    guard name < limit, let person = context.mention(at: name), person.kind == .person else {
      return nil
    }
    while name < limit, context.mention(at: name)?.span == person.span { name += 1 }
    return name
  }

  /// بعد اللقاء: whether a noun with the article that is no person's and no name stands at `index`.
  func isDefiniteThing(_ index: Int) -> Bool {
    guard index < words.count, words.words[index].kind == .arabic, words.sign(index) == 0,
      context.mention(at: index) == nil, let reading = words.plain(index), reading.hasArticle
    else { return false }
    let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
    return reading.classes.union(bare).isDisjoint(with: [
      .title, .unnamedSource, .organisationClass, .organisationHead, .stateBody, .body, .demonym,
      .plural,
    ])
      && !reading.kinds.isPart && !words.text.string(in: words.words[index].span).hasSuffix("ون")
  }

  /// في خطاب متلفز: whether a word behind a noun without the article is one as well, and stands for nobody.
  private func isLastAdjective(_ index: Int) -> Bool {
    guard words.words[index].kind == .arabic, words.sign(index) == 0,
      context.mention(at: index) == nil, let reading = words.plain(index), !reading.hasArticle,
      words.plain(index - 1)?.hasArticle == false, !reading.kinds.isPart
    else { return false }
    let word = words.text.string(in: words.words[index].span)
    return reading.classes.isEmpty && !word.hasSuffix("ون") && !word.hasSuffix("ات")
      && !words.isOwned(index)
  }

  /// في مؤتمر عقده أمس, في مقال نشرته صحيفة: whether a verb with a pronoun opens a clause about the noun before it.
  func opensRelative(_ index: Int, behind adjunct: Int) -> Bool {
    guard words.words[index].kind == .arabic, words.sign(index) == 0,
      context.mention(at: index) == nil,
      let reading = words.plain(index), reading.classes.isEmpty, !reading.hasArticle,
      words.isPlain(adjunct, [.function, .timePreposition]),
      words.plain(adjunct + 1)?.hasArticle == false
    else { return false }
    let word = words.text.string(in: words.words[index].span)
    guard let ending = ["ها", "ه"].first(where: { word.hasSuffix($0) }) else { return false }
    let stem = word.dropLast(ending.count)
    let nouns = [String(stem), String(stem.dropLast()) + "ة"].map {
      words.lexicon.classes[NameKey(phrase: $0)] ?? []
    }
    return stem.count > 2
      && nouns.allSatisfy { $0.isDisjoint(with: [.title, .unnamedSource, .kin, .relation, .body]) }
  }

  /// في إعلان مشترك: whether a word without the article is known as an adjective.
  private func isIndefiniteAdjective(_ index: Int) -> Bool {
    guard words.words[index].kind == .arabic, let reading = words.plain(index), !reading.hasArticle
    else { return false }
    let definite = "ال" + words.text.string(in: words.words[index].span)
    return words.lexicon.classes[NameKey(phrase: definite)]?.contains(.adjective) == true
  }
}
