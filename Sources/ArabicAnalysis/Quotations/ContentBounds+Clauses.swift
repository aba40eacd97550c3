import ArabicText
import EntityModel

// Clauses that belong to no content before them: reports of their own, and what tells of the report.
extension ContentBounds {
  /// حيث قال, لكنه حذر من أن, كما تشير: a report of its own behind a conjunction.
  func isConnectedReport(_ index: Int) -> Bool {
    let words = context.words
    guard words.readings(of: index).contains(where: { $0.classes.contains(.connector) }) else {
      return false
    }
    // إن الشركة قد اعتذرت: no conjunction.
    if words.sign(index - 1) == 0, words.plain(index)?.word == NameKeys.already { return false }
    if hasOwnSubject(index, of: index + 1) { return true }
    var next = index + 1
    while next < context.count, next - index < limits.connectorReach,
      words.isPlain(next, .connector) || SentenceSigns.isComma(words.sign(next))
    {
      next += 1
    }
    // وهو ما يرى باعة أنه: what was said, as others see it.
    if words.plain(next)?.word == NameKeys.what, next == index + 1,
      words.isPlain(next - 1, .subjectPronoun)
        || words.readings(of: index).contains(where: { $0.classes.contains(.subjectPronoun) })
    {
      // وهو ما نفاه المسؤولون: what others say of it. وهو ما أثار غضب التجار: what came of it.
      return isSaidOfIt(at: next + 1)
        || SentenceSigns.isComma(words.sign(index - 1)) && words.isPlain(next + 1, .result)
    }
    guard context.isSameSentence(index, next), let cue = cues.cue(at: next),
      cue.form.strength != .weak || judges(cue, behind: index), !cue.form.slot.isParticiple
    else { return false }
    return words.plain(index)?.word == NameKeys.likewise || hasFrame(behind: next)
  }

  /// نفاه المسؤولون, لم يؤكده النادي: whether a verb at `index` tells what others say of what was reported.
  private func isSaidOfIt(at index: Int) -> Bool {
    let isNegated = context.words.isPlain(index, .negation)
    guard let cue = cues.suffixedCue(at: isNegated ? index + 1 : index),
      !cue.form.slot.isParticiple
    else { return false }
    return cue.hasObject || hasFrame(behind: cue.index)
  }

  /// ، الأمر الذي لم يؤكده النادي; ، ما نفته الوزارة: whether what others say of it follows a comma.
  func isOthersRemark(_ index: Int) -> Bool {
    let words = context.words
    if words.isPlain(index + 1, .relative), words.plain(index)?.word == NameKeys.matter {
      return isSaidOfIt(at: index + 2) || words.isPlain(index + 2, .result)
    }
    guard words.plain(index)?.word == NameKeys.what else { return false }
    // ما أدى إلى: what came of it.
    if words.isPlain(index + 1, .result) { return true }
    return cues.suffixedCue(at: index + 1).map { $0.hasObject && $0.form.strength != .weak }
      ?? false
  }

  /// ، قبل أن يضيف: «…»; ، ليختم بالقول: whether the source goes on to say something else behind a comma.
  func goesOnToSay(_ index: Int) -> Bool {
    let words = context.words
    let isBefore =
      words.plain(index)?.word == NameKeys.before && words.isPlain(index + 1, .complementiser)
    guard let cue = cues.cue(at: isBefore ? index + 2 : index), !cue.form.slot.isParticiple,
      cue.form.strength != .weak,
      isBefore
        || words.readings(of: index).contains(where: {
          $0.clitics == .preposition && $0.start == cue.span.lower
        })
    else { return false }
    return (cue.form.traits.contains(.continuation) || cue.form.strength == .strong)
      && hasFrame(behind: cue.index)
  }

  /// ، وتستعيد البدايات: «…»: whether another verb behind "and", whatever it is, leads to marked speech behind a colon.
  func leadsToSpeech(_ index: Int) -> Bool {
    let words = context.words
    guard
      words.readings(of: index).contains(where: {
        $0.clitics == .conjunction && words.verbForm(at: index, $0) != nil
      }),
      let sign = (index + 1...index + limits.replyReach).first(where: {
        words.sign($0) != 0 || words.isPlain($0, .complementiser)
      })
    else { return false }
    return words.sign(sign) == Signs.colon && context.mark(openingAt: sign + 1) != nil
  }

  /// لكنه ينتقد «بطء الإيقاع»: whether a weak verb behind لكن has marked words right behind it.
  private func judges(_ cue: FoundCue, behind index: Int) -> Bool {
    guard
      context.words.readings(of: index).contains(where: {
        $0.classes.isSuperset(of: [.connector, .contrast])
      })
    else { return false }
    return (cue.index + 1...cue.index + 2).contains { context.mark(openingAt: $0) != nil }
  }

  /// ، ولما سئل عن الإصابات قال; ، وعندما سألناه; ، ولدى سؤاله: what was asked next, and what was answered.
  func opensQuestion(_ index: Int) -> Bool {
    let words = context.words
    if words.isPlain(index + 1, .question) {
      return words.readings(of: index).contains { $0.clitics == .conjunction }
    }
    guard
      words.readings(of: index).contains(where: {
        $0.clitics.isSubset(of: [.conjunction, .fa]) && $0.classes.contains(.whenever)
      })
    else { return false }
    return (index + 1...index + 2).contains {
      cues.suffixedCue(at: $0)?.form.lemma == NameKeys.ask
    }
  }

  /// علّق على أنباء تفيد بأن A: «B»: whether a colon before marked text belongs to the verb before a noun
  /// that has the clause A.
  func isColonOfOuter(_ index: Int, start: Int, _ cue: FoundCue?) -> Bool {
    guard let cue, context.mark(openingAt: index + 1) != nil,
      context.words.reading(cue.index - 1, of: [.unnamedSource, .document]) != nil
        || context.words.isPlain(cue.index - 1, .relative)
    else { return false }
    return (context.sentenceStart(of: cue.index)..<cue.index).contains { place in
      cues.cue(at: place).map {
        !$0.form.slot.isParticiple && $0.form.frame.contains(.colon)
      } ?? false
    }
  }

  /// لكن النائبة غادة مراد تعتقد أنه: another one is named, at `subject`, who says something else.
  private func hasOwnSubject(_ index: Int, of subject: Int) -> Bool {
    let words = context.words
    guard
      subject == index
        || words.readings(of: index).contains(where: {
          $0.classes.isSuperset(of: [.connector, .contrast])
        }), isSubject(subject)
    else { return false }
    var next = subject + 1
    while next < context.count, next - index < limits.reportFrameReach,
      context.isSameSentence(index, next), words.sign(next) == 0
    {
      if let cue = cues.cue(at: next), !cue.isCoordinated {
        return !cue.form.slot.isParticiple && (cue.form.strength != .weak || cue.isPredicate)
          && hasFrame(behind: next)
      }
      if words.isPlain(next, [.function, .relative]) { return false }
      next += 1
    }
    return false
  }

  /// ، وحركة حماس تصف: "and", another one and what he says.
  func isOthersReport(_ index: Int) -> Bool {
    let words = context.words
    let first = words.text.scalar(at: words.words[index].span.lower)?.value
    guard first == 0x648, words.words[index].kind == .arabic else { return false }
    if let mention = context.mention(at: index) {
      guard mention.span.lower > words.words[index].span.lower else { return false }
    } else {
      guard
        words.readings(of: index).contains(where: {
          $0.clitics == .conjunction && ($0.hasArticle || $0.classes.contains(.organisationClass))
        })
      else { return false }
    }
    return hasOwnSubject(index, of: index)
  }

  /// أن رئيس الوزراء، أبلغ: whether a clause is no more than its subject so far, so that the verb behind the
  /// comma belongs to it.
  func isSubjectAlone(_ range: Range<Int>, _ cue: FoundCue?) -> Bool {
    let words = context.words
    let comma = range.upperBound
    guard cue != nil, range.count < limits.longestLoneSubject, isSubject(range.lowerBound),
      let verb = cues.cue(at: comma + 1), !verb.isCoordinated, !verb.form.slot.isParticiple,
      let subject = SourcePhrase(context: context).source(in: range)
    else { return false }
    return subject.upper == words.words[comma - 1].span.upper
  }

  /// Whether a name or a title stands at `index`: the subject of the verb before it.
  private func isSubject(_ index: Int) -> Bool {
    if context.mention(at: index) != nil { return true }
    return context.words.readings(of: index).contains {
      $0.clitics.isDisjoint(with: .preposition) && $0.hasArticle
        && !$0.classes.isDisjoint(with: [.title, .unnamedSource])
        || $0.classes.contains(.title) && $0.clitics.isEmpty
    } == true
  }

  /// وردا على هذا الكلام كتب: a clause with a report of its own.
  func opensReply(_ index: Int) -> Bool {
    let words = context.words
    guard
      words.readings(of: index).contains(where: {
        $0.clitics == .conjunction && $0.classes.contains(.reply)
      }), words.plain(index + 1)?.word == NameKeys.upon
    else { return false }
    return (index + 2..<min(context.count, index + limits.replyReach)).contains {
      context.isSameSentence(index, $0) && cues.cue(at: $0) != nil
    }
  }

  /// «…»، وهو ما يعني: what the writer says of marked speech right behind it.
  func isRemark(_ index: Int) -> Bool {
    guard index > 1, SentenceSigns.isComma(context.words.sign(index - 1)),
      let mark = context.mark(at: index - 2), mark.outer.upperBound == index - 1,
      decision.isSpeech(mark, isInContent: true)
    else { return false }
    return context.phrase(at: index, .remark) != nil
  }

  /// بعد إعلانه أن A، B: the main clause follows the comma behind a report that opens the sentence as an
  /// adverb, or goes on behind one in a relative clause: الخطة التي قال إنها A، B.
  func stands(_ cue: FoundCue?, inClauseBefore comma: Int) -> Bool {
    guard let cue else { return false }
    if context.words.isPlain(cue.index - 1, .relative) {
      return !context.words.isPlain(comma + 1, .relative)
        && context.phrase(at: comma + 1, .addition) == nil
    }
    guard cue.form.slot == .noun else { return false }
    let first = context.sentenceStart(of: cue.index)
    return cue.index - first < limits.adverbialReport && cue.index > first
      && context.words.reading(first, of: .timePreposition) != nil
  }

  /// وجاء تصريحه بعد, وتزامن كلامه مع: when the report was made is no part of it.
  func tellsOccasion(_ index: Int) -> Bool {
    let words = context.words
    guard
      words.readings(of: index).contains(where: {
        $0.clitics == .conjunction && $0.classes.contains(.occasion)
      })
    else { return false }
    return (index + 1..<index + limits.occasionReach).contains { words.isPlain($0, .speechNoun) }
  }

  /// إنه رفض، وأكد اليمن موقفه: another reporting verb with a subject of its own behind it.
  func hasOtherSubject(_ index: Int, _ slot: CueSlot?) -> Bool {
    guard slot != nil, let cue = cues.cue(at: index), cue.isCoordinated, !cue.hasObject,
      cue.form.strength != .weak || writesClause(cue), !cue.form.slot.isParticiple,
      cue.form.slot != .passive,
      cue.form.lemma != NameKeys.transmit || hasFrame(behind: index)
    else { return false }
    if let mention = context.mention(at: index + 1) {
      return mention.span.lower == context.words.words[index + 1].span.lower
    }
    let words = context.words
    guard let noun = words.plain(index + 1), noun.hasArticle, words.words[index + 1].kind == .arabic
    else { return false }
    let bare = words.lexicon.classesWithoutArticle[noun.word] ?? []
    return !noun.classes.union(bare).isDisjoint(with: [.title, .unnamedSource])
  }

  /// وكتب سامر على صفحته أن: whether a verb that seldom reports has a person behind it and then a clause.
  private func writesClause(_ cue: FoundCue) -> Bool {
    cue.form.frame.contains(.clause) && context.mention(at: cue.index + 1)?.kind == .person
      && hasFrame(behind: cue.index)
  }

  /// "…, who said that A, of that B": a preposition with أن goes on with an outer verb.
  func resumesFrame(_ index: Int) -> Bool {
    // ذكّر X، التي رأى أنها A، بأن B
    if context.words.readings(of: index).contains(where: {
      $0.clitics.isEmpty && $0.classes.contains(.complementiser)
        && context.words.text.scalar(at: context.words.words[index].span.lower)?.value
          == Letters.baa
    }) {
      return true
    }
    guard let reading = context.words.plain(index), context.isSameSentence(index, index + 1) else {
      return false
    }
    return reading.classes.contains(.clausePreposition)
      && context.clauseOpening(at: index + 1) == .content
      && (context.sentenceStart(of: index)..<index).contains {
        cues.cue(at: $0)?.form.prepositions.contains(reading.word) == true
      }
  }

  /// ودعا إلى: the subject of the report does something else by words.
  func isNextAct(_ index: Int, _ slot: CueSlot?) -> Bool {
    guard let slot, let cue = cues.cue(at: index), cue.isCoordinated, cue.form.slot == slot else {
      return false
    }
    // وطلب من المحكمة إخلاء سبيله
    if NameKeys.requests.contains(cue.form.lemma) {
      return context.words.isPlain(index + 1, .clausePreposition)
    }
    guard cue.form.strength != .weak || cue.isPredicate else { return false }
    // Behind a closing mark and a comma: «…»، وانتقد.
    if index > 1, context.mark(at: index - 2) != nil { return true }
    return cue.form.frame.contains(.preposition)
      && context.words.isPlain(index + 1, .function)
  }

  /// Whether a clause, a colon or a marked text follows soon.
  func hasFrame(behind index: Int) -> Bool {
    var ahead = index + 1
    while ahead < context.count, ahead - index < limits.reportFrameReach,
      context.isSameSentence(index, ahead)
    {
      if context.words.sign(ahead) == Signs.colon || context.mark(openingAt: ahead) != nil {
        return true
      }
      switch context.clauseOpening(at: ahead) {
      case .content: return true
      case .impersonal: return false
      case .adjunct, .none: break
      }
      if context.words.isPlain(ahead, .said) { return true }
      ahead += 1
    }
    return false
  }

  /// Whether a reporting word stands at `index` that begins a report of its own.
  func isReport(_ index: Int, needsFrame: Bool) -> Bool {
    guard let cue = cues.cue(at: index) else { return false }
    if cue.form.slot.isParticiple {
      return !needsFrame || cue.form.strength == .strong || goesOnAtOnce(cue)
    }
    // في حين يقول البعض إن …، تقول X إن: a strong verb behind a comma has its own subject and clause.
    if !needsFrame, !cue.isCoordinated, cue.form.strength == .strong, !cue.hasObject {
      return isSubject(index + 1) && hasFrame(behind: index)
    }
    if !needsFrame, answers(cue) { return true }
    guard cue.isCoordinated else { return false }
    guard cue.form.strength != .weak else { return opensSpeech(cue) }
    return hasFrame(behind: index)
      || cue.hasObject && SecondObject(context: context).start(of: cue) != nil
  }

  /// ، فرد النائب N قائلا إن, ، ليرد عليه الخبير بأن: whether a verb that seldom reports has somebody behind it who says
  /// something.
  private func answers(_ cue: FoundCue) -> Bool {
    let words = context.words
    let isPurpose = words.text.scalar(before: cue.span.lower)?.value == Letters.lam
    guard cue.form.strength == .weak, cue.isCoordinated || isPurpose else { return false }
    let isTold = words.isPlain(cue.index + 1, .pronounPreposition)
    let subject = cue.index + (isTold ? 2 : 1)
    guard isSubject(subject) || isBody(subject) else { return false }
    for index in subject + 1..<subject + limits.reportFrameReach {
      guard context.isSameSentence(cue.index, index), words.sign(index) == 0 else { return false }
      if let participle = cues.cue(at: index), participle.form.slot.isParticiple {
        return participle.form.strength == .strong && hasFrame(behind: index)
      }
      if context.clauseOpening(at: index) == .content {
        return cue.form.frame.contains(.preposition)
          && words.text.scalar(at: words.words[index].span.lower)?.value == Letters.baa
      }
    }
    return false
  }

  /// النقابة: whether the noun of a body with the article stands at `index`.
  private func isBody(_ index: Int) -> Bool {
    guard let noun = context.words.plain(index), noun.hasArticle else { return false }
    let bare = context.words.lexicon.classesWithoutArticle[noun.word] ?? []
    return !noun.classes.union(bare).isDisjoint(with: [
      .organisationClass, .organisationHead, .stateBody,
    ])
  }

  /// طلب منها كذا، فردت عليه: «…»: whether a colon with marked speech stands shortly behind a verb, be it one that seldom
  /// reports.
  private func opensSpeech(_ cue: FoundCue) -> Bool {
    guard !cue.form.frame.isDisjoint(with: [.colon, .mark]), !cue.form.slot.isParticiple,
      let colon = (cue.index + 1...cue.index + limits.replyReach).first(where: {
        context.words.sign($0) != 0
      })
    else { return false }
    return context.words.sign(colon) == Signs.colon && context.mark(openingAt: colon + 1) != nil
  }

  /// … تغيرت معتبرا أنها, … منوها بدور الحكومة: whether a participle has what it reports right behind it, so that it
  /// ends a content without a comma.
  private func goesOnAtOnce(_ cue: FoundCue) -> Bool {
    let words = context.words
    let next = cue.index + 1
    guard cue.form.strength == .medium, !cue.isCoordinated,
      words.words[cue.index].shape.contains(.endsInAlef)
    else { return false }
    if context.clauseOpening(at: next) == .content { return true }
    guard let reading = words.plain(next) else { return false }
    return cue.form.prepositions.contains(reading.word)
      && reading.classes.contains(.clausePreposition)
  }
}
