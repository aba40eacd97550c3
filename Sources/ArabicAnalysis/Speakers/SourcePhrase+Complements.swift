import ArabicText
import EntityModel

// Where somebody without a name works or comes from, as a part of the phrase that he is called by.
extension SourcePhrase {
  /// مصدر [في جهاز الدفاع المدني], مسؤول [لدى الشركة], [من داخل الوزارة], موظفة [بالمصرف], مقرب [من العائلة]: where the
  /// complement ends that a preposition at `index` opens behind an unnamed source without the article at `head`.
  ///
  /// What happens or is said tells when he spoke and no more: متحدث في ختام الزيارة.
  ///
  /// - Complexity: O(1): a few words.
  func complementEnd(at index: Int, of head: Int, limit: Int) -> Int? {
    guard words.sign(index) == 0, context.phrase(at: index, .turn) == nil,
      var noun = complement(openedAt: index, behind: index - 1, limit: limit)
    else { return nil }
    // من كل الأطياف
    if noun > index, let all = words.plain(noun)?.word, Self.all.contains(all) { noun += 1 }
    guard noun < limit, !isOccurrence(noun), context.mark(at: noun) == context.mark(at: head)
    else { return nil }
    return closedPhraseEnd(from: noun, limit: limit)
  }

  /// The first word of what a preposition at `index` governs, with or without a noun of place between them.
  private func complement(openedAt index: Int, behind last: Int, limit: Int) -> Int? {
    guard index + 1 < limit, let reading = words.plain(index), context.mention(at: index) == nil
    else { return nil }
    let isAdjective =
      words.plain(last)?.hasArticle == false
      && (words.words[last].shape.contains(.nisba) || words.isPlain(last, .described))
    if Self.prepositions.contains(reading.word)
      || reading.word == NameKeys.upon && isAdjective && !words.isPlain(last, .unnamedSource)
    {
      return words.sign(index + 1) == 0
        && Self.inward.contains(where: {
          words.plain(index + 1)?.word == $0
        }) ? index + 2 : index + 1
    }
    // موظف بالوزارة: with the article, since بغضب tells how.
    let joined = words.readings(of: index).first {
      $0.clitics == .preposition && $0.hasArticle
        && words.text.scalar(at: words.words[index].span.lower)?.value == Letters.baa
    }
    guard let joined, reading.kinds.isDisjoint(with: .common) || reading.classes.isEmpty else {
      return nil
    }
    let bare = words.lexicon.classesWithoutArticle[joined.word] ?? []
    return joined.classes.union(bare).isDisjoint(with: [
      .organisationClass, .organisationHead, .placeClass, .stateBody, .body, .facility,
    ]) ? nil : index
  }

  private static let prepositions = ["في", "من", "لدى", "داخل", "ضمن"].map { NameKey(phrase: $0) }
  private static let all = ["كل", "جميع", "كافة", "شتى"].map { NameKey(phrase: $0) }
  private static let inward = ["داخل", "خارج", "بين", "قبل"].map { NameKey(phrase: $0) }

  /// في مؤتمر, في الاجتماع, منذ أيام: whether the word at `index` says when somebody spoke.
  private func isOccurrence(_ index: Int) -> Bool {
    guard index < words.count, words.sign(index) == 0, let noun = words.plain(index) else {
      return true
    }
    if context.mention(at: index) != nil { return false }
    let said: WordClasses = [
      .occurrence, .speechNoun, .time, .month, .measure, .function, .adverbialNoun, .document,
      .relative, .pronounPreposition,
    ]
    guard noun.classes.isDisjoint(with: said), words.words[index].kind != .number else {
      return true
    }
    guard noun.hasArticle else { return words.isOwned(index) }
    let bare = words.text.string(in: words.words[index].span).dropFirst(2)
    return words.lexicon.classes[NameKey(phrase: String(bare))]?.isDisjoint(with: said) == false
  }

  /// The end of a name in marks that begins at `index`, right behind the noun of a body.
  private func nameInMarks(at index: Int, behind start: Int) -> Int? {
    guard index > start, let mark = context.mark(openingAt: index),
      context.length(mark.words) < limits.longestMarkedApposition,
      words.reading(index - 1, of: [.organisationClass, .organisationHead, .titleTrigger]) != nil
    else { return nil }
    return mark.outer.upperBound
  }

  /// جهاز الدفاع المدني, سوق X, الوزارة: where a phrase ends that a name or a noun with the article closes, the adjectives
  /// of that with it.
  private func closedPhraseEnd(from start: Int, limit: Int) -> Int? {
    var end = start
    var isClosed = false
    while end < limit, end - start < limits.longestTitle {
      // في حزب «الأفق»
      if !isClosed, let mark = nameInMarks(at: end, behind: start) {
        isClosed = true
        end = mark
        continue
      }
      guard words.sign(end) == 0,
        words.words[end].kind == .arabic || context.mention(at: end) != nil
      else { break }
      if let mention = context.mention(at: end) {
        // مقربون من الوزير N
        let hasTitle = mention.kind == .person && words.isPlain(end - 1, .title)
        guard !isClosed || hasTitle || context.mention(at: end - 1)?.span == mention.span else {
          break
        }
        isClosed = true
      } else {
        guard let reading = words.plain(end) else { break }
        if isClosed {
          guard reading.hasArticle,
            words.words[end].shape.contains(.nisba)
              || !reading.classes.isDisjoint(with: [
                .adjective, .demonym, .describing, .insideTitle,
              ]),
            reading.classes.isDisjoint(with: [.function, .relative, .time, .unnamedSource])
          else { break }
        } else {
          guard
            end == start
              || reading.classes.isDisjoint(with: [
                .function, .relative, .time, .complementiser, .cue,
              ])
          else { return nil }
          isClosed =
            reading.hasArticle
            || end == start
              && words.readings(of: end).contains {
                $0.hasArticle && $0.clitics == .preposition
              }
        }
      }
      end += 1
    }
    return isClosed ? end : nil
  }
}
