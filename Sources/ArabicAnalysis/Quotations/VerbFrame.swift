import ArabicText
import EntityModel

/// What a reporting word is followed by.
struct VerbFrame {
  /// What opens the content.
  enum Opening {
    case clause, colon, mark, said

    /// The rule of the quotations that it opens.
    var rule: RuleID {
      switch self {
      case .clause: .verbClause
      case .colon: .verbColon
      case .mark: .verbMark
      case .said: .verbSaid
      }
    }
  }

  var opening: Opening
  /// The word or sign that opens it.
  var index: Int
  /// A relative clause with a report of its own between the verb and what opens the content.
  var inner: Range<Int>?
}

/// Looks behind a reporting word for what it reports.
struct VerbFrameFinder {
  let context: MarkedParagraph
  let decision: MarkDecision
  let cues: ReportingWords

  var limits: RuleParameters.Quotations { context.words.parameters.quotations }

  /// The frame of `cue`, or `nil` where it reports nothing; and where the search ended.
  func frame(of cue: FoundCue) -> (frame: VerbFrame?, end: Int) {
    var index = cue.index + 1
    var isInAccording = false
    while index < context.count, index - cue.index < limits.frameReach,
      context.isSameSentence(cue.index, index)
    {
      if let mark = context.mark(openingAt: index) {
        // دعت الجبهة إلى الحوار، وفق ما أكده N «الممثل القانوني»: of the one who says that.
        if isInAccording, !opensLater(behind: mark) { return (nil, index) }
        if opens(mark, cue) || phrase(around: mark, of: cue) != nil {
          return (VerbFrame(opening: .mark, index: index), index)
        }
        index = max(mark.outer.upperBound, index + 1)
        continue
      }
      let sign = context.words.sign(index)
      if SentenceSigns.isComma(sign) {
        isInAccording = context.phrase(at: index + 1, .according) != nil
      }
      if sign == Signs.colon {
        return (
          accepts(cue, colonAt: index) ? VerbFrame(opening: .colon, index: index) : nil, index
        )
      }
      if SentenceSigns.isTerminator(sign) { return (nil, index) }
      if SentenceSigns.isComma(sign), opensContrast(index + 1) { return (nil, index) }
      if sign == 0, context.name(at: index) == nil {
        switch context.clauseOpening(at: index) {
        case .content:
          let isOwn = accepts(cue, clauseAt: index) && !belongsToOther(index, than: cue)
          return (isOwn ? VerbFrame(opening: .clause, index: index) : nil, index)
        case .impersonal: return (nil, index)
        case .adjunct, .none: break
        }
        if context.words.isPlain(index, .said) {
          return (VerbFrame(opening: .said, index: index), index)
        }
        if wonders(cue, at: index) { return (VerbFrame(opening: .clause, index: index), index) }
        if let other = cues.cue(at: index), ends(cue, at: other) {
          guard
            let outer = frameBehindRelative(index, cue) ?? frameBehindNoun(index, cue)
              ?? frameBehindDescription(other, cue)
          else {
            return (nil, index)
          }
          return (outer, outer.index)
        }
      }
      index += 1
    }
    return (nil, index)
  }

  /// ، لكن, ، فيما: another clause begins, and the verb before it reports no clause.
  private func opensContrast(_ index: Int) -> Bool {
    context.words.readings(of: index).contains {
      $0.classes.isSuperset(of: [.connector, .contrast])
    }
  }

  /// "X warned, who said that A, of that B": the frame of the outer verb behind a relative clause.
  private func frameBehindRelative(_ index: Int, _ cue: FoundCue) -> VerbFrame? {
    guard context.words.isPlain(index - 1, .relative) else { return nil }
    var comma = index + 1
    while comma + 2 < context.count, comma - index < limits.nextClauseReach,
      context.isSameSentence(index, comma)
    {
      if SentenceSigns.isComma(context.words.sign(comma)) {
        let isPreposition =
          context.words.isPlain(comma + 1, .clausePreposition)
        let clause = isPreposition ? comma + 2 : comma + 1
        if context.clauseOpening(at: clause) == .content,
          context.words.plain(clause)?.clitics.isEmpty == true
        {
          return VerbFrame(opening: .clause, index: clause, inner: index - 1..<comma)
        }
      }
      comma += 1
    }
    return nil
  }

  /// علّق على أنباء تفيد بأن A: «B»: the colon of the outer verb behind a noun with its clause.
  private func frameBehindNoun(_ index: Int, _ cue: FoundCue) -> VerbFrame? {
    guard cue.form.frame.contains(.colon),
      context.words.reading(index - 1, of: [.unnamedSource, .document]) != nil
        || context.words.isPlain(index - 1, .relative)
    else { return nil }
    var colon = index + 1
    while colon + 1 < context.count, colon - index < limits.nextClauseReach,
      context.isSameSentence(index, colon), context.mark(at: colon) == nil
    {
      if context.words.sign(colon) == Signs.colon, context.mark(openingAt: colon + 1) != nil {
        return VerbFrame(opening: .colon, index: colon, inner: index - 1..<colon)
      }
      colon += 1
    }
    return nil
  }

  /// نقلت عن مصادر وصفتها بـ«الموثوقة»، أن A; قال، ردا على ما وصفه بـ«الحملة»، إن A: the frame of the outer verb behind marked
  /// words that something is called by.
  private func frameBehindDescription(_ other: FoundCue, _ cue: FoundCue) -> VerbFrame? {
    guard other.hasObject, other.form.frame.contains(.secondObject),
      let open = (other.index + 1...other.index + 2).first(where: {
        context.mark(openingAt: $0) != nil
      }), let mark = context.mark(openingAt: open),
      open == other.index + 1 || isPredicate(mark, of: other)
    else { return nil }
    var index = mark.outer.upperBound
    if SentenceSigns.isComma(context.words.sign(index)) { index += 1 }
    if context.words.isPlain(index, .clausePreposition) { index += 1 }
    guard index < context.count, context.isSameSentence(cue.index, index) else { return nil }
    let inner = other.index..<mark.outer.upperBound
    if context.words.sign(index) == Signs.colon {
      return accepts(cue, colonAt: index)
        ? VerbFrame(opening: .colon, index: index, inner: inner) : nil
    }
    guard context.clauseOpening(at: index) == .content, accepts(cue, clauseAt: index) else {
      return nil
    }
    return VerbFrame(opening: .clause, index: index, inner: inner)
  }

  /// Whether another reporting word takes over what follows.
  private func ends(_ cue: FoundCue, at other: FoundCue) -> Bool {
    // المنشور الذي أعلنت فيه الكلية دعوتها، رأى ناشطون أن: a comma ends the relative clause.
    if context.words.isPlain(cue.index - 1, .relative), !other.form.slot.isParticiple,
      SentenceSigns.isComma(context.words.sign(other.index - 1))
    {
      return true
    }
    // اتهمت الصحيفة الحكومة، بعد أن كشف التقرير أن: a clause with its own subject.
    if context.words.isPlain(other.index - 1, .complementiser),
      context.words.isPlain(other.index - 2, .timePreposition), !other.form.slot.isParticiple
    {
      return true
    }
    // قال متحدثا من المستشفى، «…»: how somebody speaks.
    if other.form.slot.isParticiple, other.form.lemma == NameKeys.speak, !other.isCoordinated {
      return false
    }
    if other.form.slot.isParticiple || other.hasObject { return true }
    if describesMedium(other, of: cue) { return false }
    // رأى لاعبون سابقون تحدثوا إلينا أن: a clause about people without the article.
    if other.form.slot == .plural, !other.isCoordinated,
      [.masculine, .feminine].contains(cue.form.slot)
    {
      let sources = SourcePhrase(context: context)
      let first = sources.skipAdjuncts(cue.index + 1..<other.index)
      if sources.peopleEnd(from: first, limit: other.index + 1) == other.index { return false }
    }
    if !other.isCoordinated, other.form.strength != .strong {
      // "in a statement in which it came that", "messages that X thinks you need": the nearer verb has
      // its clause at once.
      let reach =
        cue.form.strength == .weak && other.form.strength != .weak
        ? limits.nearerClauseReachOverWeak : limits.nearerClauseReach
      return (other.index + 1...other.index + reach).contains {
        context.clauseOpening(at: $0) == .content
      }
    }
    return other.isCoordinated || other.form.strength == .strong
  }

  /// قال في بيان نشر أمس إن, but not في بيان جاء فيه أن: whether a verb tells of the medium in which `cue` reports when or where
  /// it came out, so that the clause behind is not its own.
  private func describesMedium(_ other: FoundCue, of cue: FoundCue) -> Bool {
    let words = context.words
    let noun = other.index - 1
    guard !other.isCoordinated, cue.form.strength != .weak, noun > cue.index + 1,
      words.sign(noun) == 0, let medium = words.plain(noun), !medium.hasArticle,
      medium.classes.isDisjoint(with: [.function, .relative, .complementiser]),
      isWhere(noun - 1) || isWhere(noun - 2)
    else { return false }
    let next = other.index + 1
    guard context.isSameSentence(other.index, next), context.clauseOpening(at: next) != .content,
      words.isPlain(next, [.time, .timePreposition, .pronounPreposition])
    else { return false }
    // جاء فيه أن, قال فيها الوزير إن: what stands in it.
    return words.plain(next).map { NameKeys.insideIt.contains($0.word) } != true
  }

  /// في, خلال: whether a preposition that tells where or in what something was said stands at `index`.
  private func isWhere(_ index: Int) -> Bool {
    context.words.plain(index)?.word == NameKeys.inside
      || context.words.isPlain(index, .timePreposition)
  }

  /// Whether the marked text is what the cue reports.
  private func opens(_ mark: MarkedText, _ cue: FoundCue) -> Bool {
    let length = context.length(mark.words)
    if decision.isCalled(mark) { return false }
    if decision.isName(mark) { return false }
    // أنابيب نقل الغاز «الخط الأزرق»: "transport".
    if cue.form.lemma == NameKeys.transmit, length < limits.longestApposedMark,
      !(cue.index..<mark.outer.lowerBound).contains(where: {
        context.words.plain($0)?.word == NameKeys.about || context.words.isPlain($0, .said)
      })
    {
      return false
    }
    if cue.form.lemma == NameKeys.call { return calls(mark, cue) }
    // ردا على ما اعتبره «سوء التفاهم»، التي يعتبرونها «غير ضرورية»
    if cue.hasObject, cue.form.frame.contains(.secondObject) {
      if mark.outer.lowerBound == cue.index + 1 { return length > 1 }
      if isBehindSubject(mark, of: cue) { return true }
      if isPredicate(mark, of: cue) { return true }
    }
    // A short marked text that stands before a clause or a longer one is part of the source phrase.
    if length < limits.longestInSource, opensLater(behind: mark) { return false }
    if isSubject(mark, of: cue) { return false }
    if isPredicate(mark, of: cue) { return true }
    if isObject(mark, of: cue) { return true }
    if length < limits.longestApposedMark, !cue.form.frame.contains(.secondObject),
      isApposed(mark, behind: cue)
    {
      return false
    }
    if length < limits.longestTriggered, isGovernedInTime(mark, of: cue) { return false }
    if cue.isPredicate { return length > 1 }
    // "said at «the meeting of …»": a preposition that the verb does not take governs the mark.
    if length < limits.longestTriggered, isGoverned(mark, of: cue) { return false }
    if cue.form.frame.contains(.mark) || cue.form.strength == .strong { return length > 1 }
    // A long marked text right behind a verb and its subject is what the verb shows: أظهرت … «…».
    if length > limits.shortestShown, cue.form.frame.contains(.clause),
      mark.outer.lowerBound - cue.index < limits.shortestShown
    {
      return true
    }
    return length > limits.shortestBehindOther && cue.form.strength != .weak
  }

  /// وهو ما اعتبرته موسكو حينها «هستيريا»: whether only a subject that is named and words of time stand between a verb with its
  /// object and the marked words.
  private func isBehindSubject(_ mark: MarkedText, of cue: FoundCue) -> Bool {
    let words = context.words
    let between = cue.index + 1..<mark.outer.lowerBound
    guard between.count < limits.predicateReach,
      between.allSatisfy({ words.sign($0) == 0 && words.words[$0].kind == .arabic }),
      let subject = SourcePhrase(context: context).source(in: between)
    else { return false }
    let first = context.word(at: subject.lower)
    let end = context.word(at: subject.upper)
    return first == between.lowerBound
      && !words.words[between.upperBound - 1].shape.contains(.short)
      && (end..<between.upperBound).allSatisfy { words.isPlain($0, [.time, .pronounPreposition]) }
      && !words.isPlain(first, [.governor, .function])
  }

  /// تسمي الكاتبة ذلك «موتا بطيئا», مما سمته «فوضى», but not ما يسميه العلماء «الحل»: whether somebody calls something named in the sentence so.
  private func calls(_ mark: MarkedText, _ cue: FoundCue) -> Bool {
    let words = context.words
    let index = mark.outer.lowerBound
    let isTerm = words.readings(of: cue.index - 1).contains {
      [NameKeys.what, NameKeys.from].contains($0.word) || $0.classes.contains(.relative)
    }
    if isTerm { return names(mark, cue) }
    guard !cue.form.slot.isParticiple, cue.form.slot != .passive,
      index - cue.index < limits.predicateReach, context.length(mark.words) > 1,
      (cue.index + 1..<index).allSatisfy({ words.sign($0) == 0 })
    else { return false }
    return !cue.hasObject && index > cue.index + 2 && words.isPlain(index - 1, .demonstrative)
  }

  /// ما سمته «مناورات الخصوم», ما يسميه الوزير N «فوضى منظمة»: whether somebody has called something so, and not what all call it.
  private func names(_ mark: MarkedText, _ cue: FoundCue) -> Bool {
    let words = context.words
    let between = cue.index + 1..<mark.outer.lowerBound
    guard cue.hasObject, cue.form.slot != .passive, context.length(mark.words) > 1,
      between.count < limits.predicateReach, between.allSatisfy({ words.sign($0) == 0 }),
      let first = words.text.scalar(at: cue.span.lower)?.value
    else { return false }
    let isPast = first != Letters.yaa && first != Letters.taa && first != Letters.noon
    return isPast
      || between.contains { context.mention(at: $0).map { $0.kind != .place } ?? false }
  }

  /// وصفه بـ«الإرهابي», يقر بـ«حدث قاس»: marked words right behind بـ, which the verb takes.
  private func isPredicate(_ mark: MarkedText, of cue: FoundCue) -> Bool {
    let index = mark.outer.lowerBound
    guard index > 0, index - cue.index < limits.predicateReach else { return false }
    let last = context.words.words[index - 1]
    let isAttached =
      last.span.upper == context.words.words[index].span.lower && last.shape.contains(.short)
    guard isAttached else { return false }
    if cue.form.frame.contains(.secondObject) || cue.isPredicate { return true }
    return cue.form.frame.contains(.preposition) && cue.form.strength != .weak
      && index - cue.index < limits.complementReach
  }

  /// أعلن «مجلس العمل» توقيع: what stands right behind the verb and is followed by its object.
  private func isSubject(_ mark: MarkedText, of cue: FoundCue) -> Bool {
    guard mark.outer.lowerBound == cue.index + 1, cue.form.frame.contains(.nounPhrase),
      context.length(mark.words) < limits.longestMarkedSubject
    else { return false }
    let next = mark.outer.upperBound
    guard next < context.count, context.words.sign(next) == 0,
      context.isSameSentence(cue.index, next), context.words.words[next].kind == .arabic
    else { return false }
    return !context.words.isPlain(next, [.function, .according, .tag, .time])
      && context.words.readings(of: next).allSatisfy { !$0.clitics.contains(.conjunction) }
  }

  /// مقاتلات «أف 35»: a short marked text behind a common noun names it.
  private func isApposed(_ mark: MarkedText, behind cue: FoundCue) -> Bool {
    let index = mark.outer.lowerBound - 1
    guard index > cue.index + 1, context.words.sign(index) == 0, context.name(at: index) == nil,
      let reading = context.words.plain(index)
    else { return false }
    return reading.classes.isDisjoint(with: [.function, .time, .complementiser])
      && !context.words.words[index].shape.contains(.short)
      && !context.words.words[index].shape.contains(.endsInAlef)
      && (cue.form.strength != .weak || !context.words.words[index].shape.contains(.inflected))
  }

  private func isGoverned(_ mark: MarkedText, of cue: FoundCue) -> Bool {
    let index = mark.outer.lowerBound - 1
    guard index > cue.index + 1, context.words.sign(index) == 0,
      let reading = context.words.plain(index), reading.classes.contains(.function)
    else { return false }
    return reading.classes.isDisjoint(with: [.complementiser, .time])
  }

  /// قبل «موقعة الجبل», خلال «…»: a preposition of time governs the mark.
  private func isGovernedInTime(_ mark: MarkedText, of cue: FoundCue) -> Bool {
    let index = mark.outer.lowerBound - 1
    return index > cue.index && context.words.isPlain(index, .time)
      && context.words.isPlain(index, .function) && isGoverned(mark, at: index)
  }

  private func isGoverned(_ mark: MarkedText, at index: Int) -> Bool {
    context.words.isPlain(index, .timePreposition)
  }

  /// Whether a clause, a colon or a marked text of some length follows in the same clause.
  func opensLater(behind mark: MarkedText) -> Bool {
    var index = mark.outer.upperBound
    while index < context.count, index - mark.outer.upperBound < limits.laterReach,
      context.isSameSentence(mark.outer.lowerBound, index)
    {
      if let next = context.mark(openingAt: index) {
        if context.length(next.words) > limits.shortestBehindOther { return true }
        index = max(next.outer.upperBound, index + 1)
        continue
      }
      let sign = context.words.sign(index)
      if sign == Signs.colon { return true }
      if SentenceSigns.isTerminator(sign) { return false }
      if sign == 0 {
        if context.clauseOpening(at: index) == .content { return true }
        if cues.cue(at: index) != nil { return false }
      }
      index += 1
    }
    return false
  }

  /// "between the two: …" is no report, and lists follow colons far behind verbs.
  private func accepts(_ cue: FoundCue, colonAt index: Int) -> Bool {
    let distance = index - cue.index
    // لافتة كتب عليها: no participle that takes a preposition, but a noun.
    if cue.form.slot.isParticiple, !cue.form.prepositions.isEmpty,
      cue.form.frame.isDisjoint(with: [.colon, .mark])
    {
      return (cue.index + 1..<index).contains {
        context.words.plain($0).map { cue.form.prepositions.contains($0.word) } ?? false
      }
    }
    if cue.hasObject { return distance <= limits.colonReachWithObject }
    if cue.form.traits.contains(.homograph) { return distance <= limits.colonReachOfHomograph }
    return cue.form.strength != .weak || cue.form.frame.contains(.colon)
  }

  /// بيّن, عبّر: the doubling sign shows the verb.
  private func hasDoubling(_ span: TextSpan) -> Bool {
    context.words.text.scalars(in: span).contains { $0.value == Letters.shadda }
  }

  /// بين, مبينا, but not بينت: whether a form is mostly another word.
  private func isHomograph(_ cue: FoundCue) -> Bool {
    guard cue.form.traits.contains(.homograph) else { return false }
    let first = context.words.text.scalar(at: cue.span.lower)?.value
    return cue.form.lemma != NameKeys.makeClear || cue.form.slot != .feminine
      || first == Letters.taa
  }

  /// أقر قانونا يقضي بأن: whether the clause at `index` is that of a verb that describes a noun in the accusative.
  private func belongsToOther(_ index: Int, than cue: FoundCue) -> Bool {
    let verb = context.words.isPlain(index - 1, .clausePreposition) ? index - 2 : index - 1
    guard verb > cue.index + 1, context.words.words[verb - 1].shape.contains(.endsInAlef),
      context.words.sign(verb - 1) == 0
    else { return false }
    return context.words.words[verb].shape.contains(.presentVerb)
  }

  /// سئل الوزير إن كان سيستقيل: whether what somebody was asked begins with "whether".
  private func isQuestion(_ cue: FoundCue, at index: Int) -> Bool {
    cue.form.lemma == NameKeys.ask && cue.form.slot == .passive
      && context.words.plain(index).map { NameKeys.ifWords.contains($0.word) } == true
  }

  /// تساءل عما إذا كان: whether "if" at `index` opens what somebody wonders.
  private func wonders(_ cue: FoundCue, at index: Int) -> Bool {
    NameKeys.wondering.contains(cue.form.lemma)
      && context.words.plain(index)?.word == NameKeys.ifWords[1]
      && context.words.plain(index - 1).map { NameKeys.ofWhat.contains($0.word) } == true
  }

  /// Homographs ("between", "across") report only where the clause follows at once; فإن begins the main clause behind an
  /// adverb.
  private func accepts(_ cue: FoundCue, clauseAt index: Int) -> Bool {
    let first = context.words.text.scalar(at: context.words.words[index].span.lower)?.value
    guard first != Letters.faa, !isQuestion(cue, at: index) else { return false }
    guard cue.form.frame.contains(.clause) || cue.form.frame.contains(.preposition) else {
      return cue.form.strength != .weak
    }
    let distance = index - cue.index
    // نقل is "transport" without somebody from whom it is reported.
    if cue.form.lemma == NameKeys.transmit, distance > limits.transmitReach,
      !(cue.index..<index).contains(where: { context.words.plain($0)?.word == NameKeys.about })
    {
      return false
    }
    if cue.form.share < limits.rareShare, cue.form.strength != .strong {
      return distance <= limits.rareReach
    }
    // وبيّن، في السياق نفسه، أن: no preposition has a comma behind it.
    if isHomograph(cue), !hasDoubling(cue.span),
      !SentenceSigns.isComma(context.words.sign(cue.index + 1)),
      !cue.isCoordinated || !SentenceSigns.isComma(context.words.sign(index - 1))
    {
      // بين مرسيليا وجرجيس: "between".
      if cue.form.slot == .masculine, context.mention(at: cue.index + 1)?.kind == .place {
        return false
      }
      return distance <= limits.homographReach
    }
    return true
  }
}
