import ArabicText
import EntityModel

/// A reporting word in the text.
struct FoundCue {
  var index: Int
  var span: TextSpan
  var form: CueForm
  /// Whether و or ف stands before it.
  var isCoordinated: Bool
  var isPredicate: Bool
  /// Whether an object pronoun is attached: وصفه.
  var hasObject = false

  var cue: Quotation.Cue { Quotation.Cue(span: span, lemma: form.lemma) }
}

/// The reporting words of a paragraph, found once.
struct ReportingWords {
  private let reader: CueReader
  /// For each word, the reporting word that it is.
  private let found: [FoundCue?]

  /// Finds the reporting words of `paragraph`.
  ///
  /// - Complexity: O(*n*) in the words.
  init(of paragraph: MarkedParagraph) {
    let reader = CueReader(context: paragraph)
    self.reader = reader
    found = (0..<paragraph.count).map { reader.read(at: $0) }
  }

  /// Those that stand outside quotation marks, in text order.
  var outsideMarks: [FoundCue] {
    found.indices.compactMap { reader.context.mark(at: $0) == nil ? found[$0] : nil }
  }

  /// The reporting word at `index`, if its form and its neighbours allow it.
  func cue(at index: Int) -> FoundCue? { index < found.count ? found[index] : nil }

  /// The reporting word at `index`, also with an object pronoun: أجابتني.
  func suffixedCue(at index: Int) -> FoundCue? {
    let words = reader.context.words.words
    guard words.indices.contains(index), words[index].kind == .arabic else { return nil }
    return cue(at: index) ?? reader.strippedCue(at: index)
  }
}

/// Reads single words as reporting words.
private struct CueReader {
  let context: MarkedParagraph

  /// قال الوزير عقب اللقاء: whether a word that is a verb as well says when, before a noun with the article.
  private func isOccasion(_ index: Int) -> Bool {
    context.words.isPlain(index, .timePreposition)
      && index > context.sentenceStart(of: index) && context.words.sign(index - 1) == 0
      && context.words.plain(index + 1)?.hasArticle == true
  }

  /// The reporting word at `index`, if its form and its neighbours allow it.
  func read(at index: Int) -> FoundCue? {
    let words = context.words
    guard words.words[index].kind == .arabic, context.mention(at: index) == nil,
      !words.isWithheld(at: index), !isOccasion(index), !words.isPlain(index, .beforeTitle)
    else { return nil }
    for reading in words.readings(of: index) where reading.classes.contains(.cue) {
      // والمحت: a verb whose own letters look like the article, since it is listed with them.
      guard let forms = words.lexicon.cues[reading.word],
        let form = forms.first(where: { $0.slot != .noun && $0.slot != .passive })
          ?? forms.first(where: { $0.slot == .passive })
      else { continue }
      // نقلا عن: an adverb.
      if form.slot == .dual, form.lemma == NameKeys.transmit,
        words.plain(index + 1)?.word == NameKeys.about
      {
        continue
      }
      // وردت: "came in", or "and answered" where no preposition follows.
      if reading.clitics.isEmpty, form.lemma == "ورد",
        words.plain(index + 1).map({ ([NameKeys.inside] + NameKeys.insideIt).contains($0.word) })
          != true,
        words.readings(of: index).contains(where: {
          $0.clitics == .conjunction && $0.classes.contains(.cue)
        })
      {
        continue
      }
      // ليعلن: ل of purpose stands before verbs of the present only.
      if reading.clitics.contains(.preposition), !isPurpose(index, reading) { continue }
      // اقرأ أيضا: أقرا ends in a plain alef.
      if form.slot == .dual,
        let last = words.text.scalar(before: words.words[index].span.upper)?.value,
        last != Letters.alef, last != Letters.noon
      {
        continue
      }
      if isFirstPerson(index, reading, form) { return nil }
      // عدم ذكر اسمه, إلى نقل الحرب: a noun that is spelt as the verb is.
      if !form.slot.isParticiple, form.slot != .noun, !reading.clitics.contains(.conjunction),
        words.sign(index - 1) == 0, words.isPlain(index - 1, .beforeNoun)
      {
        continue
      }
      if form.lemma == NameKeys.makeClear, reading.word != NameKeys.madeClear,
        isBetween(index, reading)
      {
        continue
      }
      if form.lemma == NameKeys.express, !form.slot.isParticiple, isVia(index) { continue }
      // تقارير غير مؤكدة
      if form.slot.isParticiple, words.sign(index - 1) == 0,
        words.plain(index - 1)?.word == NameKeys.non
      {
        return nil
      }
      if form.traits.contains(.clauseBehindBaa), !hasClauseBehindBaa(index, form) { continue }
      // تقول كاتبة الرواية: a noun of the one who says it.
      if form.slot == .participleFeminine, isSubject(index, reading) { return nil }
      // مذكرة بأن: "a note", where no clause follows.
      if form.slot.isParticiple, form.traits.contains(.homograph),
        words.reading(index + 1, of: .complementiser) == nil
      {
        continue
      }
      // 11 متهما, ثلاثين متهما: a noun that is counted.
      if form.slot.isParticiple, !reading.clitics.contains(.conjunction), isCounted(index) {
        continue
      }
      // متحدثة باسم: an office. يبلغ من العمر: a number.
      if form.slot.isParticiple, words.plain(index + 1)?.name == NameKeys.inTheNameOf { return nil }
      if form.traits.contains(.amount), isAmount(index + 1) { continue }
      if isImpersonal(index, reading) || isAbsent(index) { return nil }
      if words.plain(index - 1)?.word == NameKeys.whether { return nil }
      // ومما زاد من حجم الجدل أن: "increased".
      if form.lemma == NameKeys.increase, words.isWhat(index - 1) { return nil }
      if context.isNegated(index), !form.traits.contains(.reportsNegated) { return nil }
      if context.isUnsaid(reading, at: index) { return nil }
      if form.slot.isParticiple,
        words.isPlain(index - 1, .copula)
      {
        return nil
      }
      var chosen = form
      if isPassive(index, reading) { chosen.slot = .passive }
      return FoundCue(
        index: index, span: TextSpan(reading.start, words.words[index].span.upper), form: chosen,
        isCoordinated: reading.clitics.contains(.conjunction),
        isPredicate: reading.classes.contains(.predicate))
    }
    return cueWithObject(at: index)
  }

  /// شهد الحارس بأن: whether a clause behind ب follows in the sentence, or a colon where the verb takes one.
  private func hasClauseBehindBaa(_ index: Int, _ form: CueForm) -> Bool {
    let words = context.words
    var next = index + 1
    while next < context.count, next - index < words.parameters.quotations.rareReach,
      context.isSameSentence(index, next)
    {
      if words.sign(next) == Signs.colon { return form.frame.contains(.colon) }
      if words.isPlain(next, .complementiser) {
        return words.text.scalar(at: words.words[next].span.lower)?.value == Letters.baa
      }
      next += 1
    }
    return false
  }

  /// تقول كاتبة الرواية: whether a noun of people with its complement stands right behind a finite verb of reporting.
  private func isSubject(_ index: Int, _ reading: Reading) -> Bool {
    let words = context.words
    guard index > 0, words.sign(index - 1) == 0, reading.clitics.isEmpty,
      !reading.classes.isDisjoint(with: [.title, .unnamedSource]),
      words.plain(index + 1)?.hasArticle == true
    else { return false }
    return words.readings(of: index - 1).contains { verb in
      words.lexicon.cues[verb.word]?.contains(where: isFinite) == true
    }
  }

  /// Whether a number stands right before the word at `index`.
  private func isCounted(_ index: Int) -> Bool {
    let words = context.words
    guard index > 0, words.sign(index - 1) == 0 else { return false }
    return words.words[index - 1].kind == .number || words.isPlain(index - 1, .number)
  }

  /// الاتفاق بين الطرفين على أن: "between", which is spelt as "made clear" is.
  ///
  /// The verb begins a sentence, stands behind a comma or goes on with و, and no "between" stands before it; or أن or the
  /// name of one person follows; or a word stands before it that only a verb follows.
  private func isBetween(_ index: Int, _ reading: Reading) -> Bool {
    let words = context.words
    let isDoubled = words.text.scalars(in: words.words[index].span).contains {
      $0.value == Letters.shadda
    }
    if isDoubled || words.isPlain(index + 1, .complementiser) { return false }
    let first = context.sentenceStart(of: index)
    if index == first || SentenceSigns.isComma(words.sign(index - 1)) { return false }
    if let name = context.mention(at: index + 1), name.kind == .person {
      var next = index + 2
      while context.mention(at: next)?.span == name.span { next += 1 }
      return next < context.count
        && words.readings(of: next).contains { $0.clitics.contains(.conjunction) }
    }
    if reading.clitics.contains(.conjunction) {
      return (first..<index).contains { words.plain($0)?.word == reading.word }
    }
    return !words.isPlain(index - 1, [.relative, .connector])
      && words.plain(index - 1)?.word != NameKeys.already
  }

  /// في رسالة عبر البريد أن, أعرب عبر الهاتف عن: "via", which is spelt as "expressed" is.
  ///
  /// The verb has عن behind it, and no other reporting word shortly before it.
  private func isVia(_ index: Int) -> Bool {
    let words = context.words
    for last in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      guard context.isSameSentence(last, index), words.sign(last) == 0 else { break }
      if words.reading(last, of: .cue) != nil { return true }
    }
    let end = min(context.count, index + words.parameters.quotations.frameReach)
    for next in index + 1..<max(index + 1, end) {
      guard context.isSameSentence(index, next), words.sign(next) != Signs.colon,
        !words.isPlain(next, .complementiser), context.mark(openingAt: next) == nil
      else { return true }
      if words.plain(next)?.word == NameKeys.about { return false }
    }
    return true
  }

  /// أعتقد أن: "I think".
  ///
  /// Of other verbs, أعتبر, the third person is misspelt so more often.
  private func isFirstPerson(_ index: Int, _ reading: Reading, _ form: CueForm) -> Bool {
    form.lemma == NameKeys.believe
      && context.words.text.scalar(at: reading.start)?.value == Letters.alefAbove
      && context.words.isPlain(index + 1, .complementiser)
  }

  /// لا يوجد ما يشير إلى أن: nothing says so.
  private func isAbsent(_ index: Int) -> Bool {
    let words = context.words
    guard words.plain(index - 1)?.word == NameKeys.what else { return false }
    return (max(0, index - 5)..<index - 1).contains {
      context.isSameSentence($0, index) && words.isPlain($0, .negation)
    } && (max(0, index - 3)..<index - 1).contains { words.isPlain($0, .absence) }
  }

  /// الجدير ذكره أن: nobody says it.
  private func isWorthSaying(_ index: Int) -> Bool {
    context.words.readings(of: index - 1).contains {
      $0.classes.contains(.impersonal) && $0.clitics.isDisjoint(with: .preposition)
    } && context.words.plain(index + 1)?.classes.contains(.complementiser) == true
  }

  private func isAmount(_ index: Int) -> Bool {
    guard index < context.words.count else { return false }
    return context.words.words[index].kind == .number
      || context.words.plain(index)?.word == NameKeys.from
  }

  private func isPurpose(_ index: Int, _ reading: Reading) -> Bool {
    let words = context.words
    guard let letter = words.text.scalar(at: words.words[index].span.lower)?.value,
      letter == Letters.lam, let stem = words.text.scalar(at: reading.start)?.value
    else { return false }
    return stem == Letters.yaa || stem == Letters.taa
  }

  /// وصفه بأنه, أبلغتهم أن: a verb that takes an object, with the object pronoun.
  private func cueWithObject(at index: Int) -> FoundCue? {
    let words = context.words
    guard let plain = words.plain(index),
      words.words[index].span.utf8Count >= words.parameters.quotations.shortestWithObject
        || context.mark(openingAt: index + 1) != nil,
      plain.classes.isDisjoint(with: [.function, .title]), !context.isNegated(index),
      !isWorthSaying(index)
    else { return nil }
    guard let cue = strippedCue(at: index), cue.form.frame.contains(.object),
      !isGovernedNoun(at: index, plain), !context.isUnsaid(plain, at: index)
    else { return nil }
    return cue
  }

  /// في محطات حملته, لدى إجابته: a word behind a preposition, or a common one behind the noun that it belongs to.
  private func isGovernedNoun(at index: Int, _ plain: Reading) -> Bool {
    guard index > 0, let before = context.words.plain(index - 1),
      context.words.words[index - 1].kind == .arabic
    else { return false }
    if before.classes.contains(.governor), before.word != NameKeys.from { return true }
    if describes(index) { return false }
    guard plain.kinds.contains(.common) else { return false }
    return before.classes.contains(.timePreposition) || before.word == NameKeys.inside
      || before.kinds.contains(.common) && before.classes.isEmpty && !before.hasArticle
  }

  /// طائرات وصفها البعض بأنها: whether what something is called stands behind ب right behind the verb or its subject.
  private func describes(_ index: Int) -> Bool {
    let words = context.words
    return (index + 1...index + 3).contains { place in
      guard place < context.count, context.isSameSentence(index, place),
        words.text.scalar(at: words.words[place].span.lower)?.value == Letters.baa
      else { return false }
      return words.isPlain(place, .complementiser)
        || words.words[place].shape.contains(.short) && context.mark(openingAt: place + 1) != nil
    }
  }

  /// The reporting word at `index` without the object pronoun that is written on to it.
  func strippedCue(at index: Int) -> FoundCue? {
    let words = context.words
    guard mayHaveObject(words.words[index].span) else { return nil }
    for reading in words.readings(of: index) where !reading.clitics.contains(.preposition) {
      let span = TextSpan(reading.start, words.words[index].span.upper)
      let letters = Folding.words.fold(words.text.string(in: span)).unicodeScalars.map(\.value)
      for suffix in words.lexicon.objectSuffixes
      where letters.suffix(suffix.count).elementsEqual(suffix) {
        guard let stem = verb(before: letters.dropLast(suffix.count)),
          let form = words.lexicon.cues[stem].flatMap({ forms in
            // يعده «…»: عد, not وعد.
            forms.first { isFinite($0) && $0.frame.contains(.secondObject) }
              ?? forms.first(where: isFinite)
          })
        else { continue }
        return FoundCue(
          index: index, span: span, form: form,
          isCoordinated: reading.clitics.contains(.conjunction),
          isPredicate: words.lexicon.classes[stem]?.contains(.predicate) == true, hasObject: true)
      }
    }
    return nil
  }

  /// Whether `word` ends as a verb with an object pronoun does, as far as its last letter tells; to fold all words
  /// took a tenth of the analysis by rules.
  private func mayHaveObject(_ word: TextSpan) -> Bool {
    let words = context.words
    guard let last = words.text.scalar(before: word.upper)?.value else { return false }
    // Marks, tatweel and letters of other languages are folded first.
    let isPlain =
      (Letters.alef...Letters.ghayn).contains(last) || (Letters.faa...Letters.yaa).contains(last)
    return !isPlain || words.lexicon.objectSuffixes.contains { $0.last == last }
  }

  /// The verb of which `stem` is what stands before an object pronoun: نفا of نفاه is نفى.
  private func verb(before stem: ArraySlice<UInt32>) -> NameKey? {
    let cues = context.words.lexicon.cues
    let key = NameKey(folded: stem)
    if cues[key]?.contains(where: isFinite) == true { return key }
    guard stem.last == Letters.alef else { return nil }
    let weak = NameKey(folded: stem.dropLast() + [Letters.alefMaqsura])
    return cues[weak]?.contains(where: isFinite) == true ? weak : nil
  }

  private func isFinite(_ form: CueForm) -> Bool { form.slot != .noun && !form.slot.isParticiple }

  /// يُذكر أن, من المتوقع أن: looks like a report and is none.
  private func isImpersonal(_ index: Int, _ reading: Reading) -> Bool {
    guard reading.classes.contains(.impersonal) else { return false }
    let words = context.words
    // Adverbs may stand between: تبين أيضا أنه.
    var next = index + 1
    while next < index + 3, words.isPlain(next, [.time, .function]),
      !words.isPlain(next, .complementiser)
    {
      next += 1
    }
    return words.reading(next, of: .complementiser) != nil
  }

  /// نُقل عن X, يُعتقد أن: no subject follows, or the vowels say so.
  private func isPassive(_ index: Int, _ reading: Reading) -> Bool {
    let words = context.words
    if reading.classes.contains(.impersonalReport), words.isPlain(index + 1, .complementiser) {
      return true
    }
    let span = words.words[index].span
    var position = 0
    // مُشيراً: participles have the vowel in the active, too.
    let stem = words.text.scalar(at: reading.start)?.value
    if stem == Letters.miim { return false }
    for item in words.text.scalars(in: span) {
      if item.value == Letters.damma, position <= 2 { return true }
      if !ScalarProperties(item.value).isMark { position += 1 }
    }
    return false
  }
}
