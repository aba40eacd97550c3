import ArabicText
import EntityModel

// How a noun phrase goes on around marked words.
extension VerbFrameFinder {
  /// إغلاق الآبار، «من دون تأخير»; ، ما سيوجب, ، لدعم: whether what stands behind a comma, or in the marks there, belongs
  /// to the noun before it.
  func goesOn(behindComma index: Int) -> Bool {
    let words = context.words
    let first = context.mark(openingAt: index)?.words.first ?? index
    return words.isPlain(first, .governor) || words.plain(first)?.word == NameKeys.what
      || context.phrase(at: first, .condition) != nil
      || words.readings(of: first).contains {
        $0.clitics == .preposition && NameKeys.all.contains($0.word)
      }
      || words.readings(of: first).contains {
        $0.clitics == .preposition && ($0.hasArticle || $0.kinds.contains(.common))
      } && words.plain(first)?.kinds.contains(.common) == false
  }

  /// أكد «العنصرية المتجذرة» في حق السود, «أكبر المشكلات» من تلك: whether the noun phrase goes on behind marked words.
  func goesOn(behind mark: MarkedText) -> Bool {
    let words = context.words
    let next = mark.outer.upperBound
    guard context.isSameSentence(mark.outer.lowerBound, next), let reading = words.plain(next),
      words.words[next].kind == .arabic
    else { return false }
    if goesOnWithPhrase(behind: mark) || isDescribed(mark) { return true }
    if reading.hasArticle { return words.words[next].shape.contains(.nisba) }
    return words.readings(of: next).contains {
      $0.clitics == .preposition
        && ($0.hasArticle || $0.kinds.contains(.common) || NameKeys.all.contains($0.word))
    }
      && (!SourcePhrase(context: context).isMediumPhrase(next) || isThing(next))
  }

  /// «موت صامت» يهدد الواحات, «منطقيا تماما» قياسا إلى الحجم, «الخطأ التاريخي» المتمثل في الحل: whether a verb of the
  /// present about a marked noun without the article follows it, an adverb with what it is measured by, or a participle.
  func isDescribed(_ mark: MarkedText) -> Bool {
    let words = context.words
    let next = mark.outer.upperBound
    guard context.isSameSentence(mark.outer.lowerBound, next), words.sign(next) == 0,
      words.words[next].kind == .arabic, let first = mark.words.first,
      let noun = words.plain(first), let reading = words.plain(next)
    else { return false }
    if reading.classes.contains(.comparison) { return true }
    if noun.hasArticle { return isParticiple(next) }
    return noun.kinds.contains(.common)
      && words.verbForm(at: next, reading)?.isPresent == true
      && (cues.cue(at: next) == nil
        || !(next + 1...next + 3).contains {
          context.clauseOpening(at: $0) != .none || context.mark(openingAt: $0) != nil
            || words.sign($0) == Signs.colon || words.isPlain($0, .clausePreposition)
        })
  }

  /// المتمثل في, المتعلقة بالأجور: whether an adjective with the article that nobody is called by has a preposition behind
  /// it.
  private func isParticiple(_ index: Int) -> Bool {
    let words = context.words
    guard let reading = words.plain(index), reading.hasArticle, context.mention(at: index) == nil,
      index + 2 < context.count, words.words[index + 1].kind == .arabic
    else { return false }
    let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
    return reading.classes.union(bare).isDisjoint(with: [
      .title, .unnamedSource, .organisationClass, .organisationHead, .document, .human, .time,
    ])
      && (words.isPlain(index + 1, .governor)
        || words.readings(of: index + 1).contains {
          $0.clitics == .preposition && $0.hasArticle
        })
  }

  /// «استعداده» للحوار, but not «…» للصحفيين, «…» للإذاعة: whether a common noun behind a preposition and the article is none
  /// to which something is said.
  private func isThing(_ index: Int) -> Bool {
    let words = context.words
    guard context.mention(at: index) == nil,
      !words.text.string(in: words.words[index].span).hasSuffix("ين")
    else { return false }
    return words.readings(of: index).contains { reading in
      let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
      return reading.clitics == .preposition && reading.hasArticle
        && reading.kinds.contains(.common)
        && reading.classes.union(bare).isDisjoint(with: [
          .unnamedSource, .organisationClass, .titleTrigger, .title, .document,
        ])
    }
  }

  /// «الفوضى» في حال الإغلاق, «التساهل» مع التجار, but not «الجريمة» في بيان أصدره: whether a preposition with a noun that
  /// is no occasion of the report stands behind marked words.
  func goesOnWithPhrase(behind mark: MarkedText) -> Bool {
    let words = context.words
    let next = mark.outer.upperBound
    if context.isSameSentence(mark.outer.lowerBound, next), isCause(next) { return true }
    guard context.isSameSentence(mark.outer.lowerBound, next), words.isPlain(next, .governor),
      !words.isPlain(next, [.time, .timePreposition, .according]),
      context.phrase(at: next, [.tag, .according, .breaks, .turn]) == nil
    else { return false }
    return !tellsWhere(next)
  }

  /// «خطورة الوضع» بسبب العجز: whether a noun behind ب that may open a clause as well has a noun behind it.
  private func isCause(_ index: Int) -> Bool {
    let words = context.words
    return words.isPlain(index, .subordinator)
      && words.readings(of: index).contains {
        $0.clitics == .preposition && $0.kinds.contains(.common)
      }
      && index + 1 < context.count && words.words[index + 1].kind == .arabic
      && !words.isPlain(index + 1, [.complementiser, .relative])
      && words.plain(index + 1)?.word != NameKeys.what
  }

  /// «حظر» على العمل، وإعادة مئات; ، أو إبرام اتفاق; ، في حال تم: whether the noun phrase goes on behind a comma with
  /// another noun, or with the condition of it.
  func goesOnWithNoun(behindComma index: Int) -> Bool {
    let words = context.words
    if context.phrase(at: index, [.condition, .addition]) != nil { return true }
    let isLone = words.plain(index)?.word == NameKeys.or
    let noun = isLone ? index + 1 : index
    guard noun + 1 < context.count, words.words[noun].kind == .arabic, words.sign(noun + 1) == 0,
      cues.suffixedCue(at: noun) == nil
    else { return false }
    return words.readings(of: noun).contains { reading in
      reading.clitics == (isLone ? [] : .conjunction) && !reading.hasArticle
        && reading.kinds.contains(.common)
        && reading.classes.isDisjoint(with: [.function, .complementiser, .cue, .connector, .time])
        && words.verbForm(at: noun, reading) == nil
    }
  }

  /// في بيان, عبر حسابه, في مقابلة مع: whether the preposition at `index` brings in what was written or held.
  private func tellsWhere(_ index: Int) -> Bool {
    let words = context.words
    guard index + 1 < context.count, words.words[index + 1].kind == .arabic else { return true }
    if context.mention(at: index + 1)?.kind == .organisation,
      words.plain(index)?.word != NameKeys.from
    {
      return words.plain(index)?.word == NameKeys.inside
    }
    return words.isPlain(index + 1, [.document, .speechNoun, .titleTrigger, .time, .relative])
      || words.reading(index + 1, of: .complementiser) != nil
  }

  /// اتهم الهيئة «بالمبالغة» في التفسير: where marked words begin that open with the preposition of the reporting word.
  func prepositionInside(_ mark: MarkedText, of cue: FoundCue) -> TextOffset? {
    let words = context.words
    guard let first = mark.words.first, words.words[first].kind == .arabic,
      cue.form.prepositions.contains(NameKeys.by), cue.isPredicate,
      words.text.scalar(at: words.words[first].span.lower)?.value == Letters.baa,
      words.plain(first)?.kinds.contains(.common) != true,
      words.readings(of: first).contains(where: {
        $0.clitics == .preposition && ($0.hasArticle || $0.kinds.contains(.common))
      })
    else { return nil }
    return words.words[first].span.lower
  }
}
