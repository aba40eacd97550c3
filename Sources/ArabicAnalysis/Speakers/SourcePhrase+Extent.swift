import ArabicText
import EntityModel

// Where a noun phrase that names a source ends.
extension SourcePhrase {
  /// Where the noun phrase that begins at `start` ends.
  func nounPhraseEnd(from start: Int, limit: Int) -> Int {
    if let person = personEnd(from: start, limit: limit) {
      return apposition(from: person, limit: limit)
    }
    if start + 1 < limit, countsSources(start) {
      return nounPhraseEnd(from: start + 1, limit: limit)
    }
    if isOtherSource(start) { return start + 1 }
    // ودعا أحدهما المحكمة إلى: whole with its pronoun.
    if start < limit, words.isPlain(start, .each) { return start + 1 }
    var index = start
    /// Where a complement of an unnamed source ended.
    var complement: Int?
    let isUnnamed =
      words.reading(start, of: .unnamedSource).map {
        !$0.hasArticle && !$0.classes.contains(.document)
      } ?? false
    var isIndefiniteSource =
      words.reading(start, of: [.unnamedSource, .document])?.hasArticle == false
    // Behind a noun with the article only adjectives with the article and names go on.
    var isDefinite =
      words.readings(of: start).contains { $0.hasArticle }
      && context.mention(at: start) == nil && !isIndefinite(start)
    if isIndefiniteSource || isIndefinite(start), let end = restOfPhrase(from: start, limit: limit)
    {
      return end
    }
    while index < limit {
      if let mark = context.mark(openingAt: index) {
        let isApposed =
          context.length(mark.words) < limits.longestMarkedApposition
          && (context.mention(at: index - 1) != nil
            || index == start + 1 && words.plain(start)?.hasArticle == false
              && words.isPlain(start, .title) && context.mention(at: index + 1) != nil
            || words.reading(index - 1, of: [.organisationClass, .organisationHead]) != nil)
        if index == start, opensWithMark(mark, limit: limit) {
          index = mark.outer.upperBound
          continue
        }
        guard isApposed || MarkDecision(context: context).trigger(before: mark) != nil,
          index > start
        else { break }
        index = min(mark.outer.upperBound, limit)
        continue
      }
      guard words.sign(index) == 0, let reading = words.plain(index) else { break }
      if index > start {
        if opensOtherName(index, behind: start) || isBehindPlace(index, from: start)
          || isObject(personAt: index, behind: start)
        {
          break
        }
        // مصدر آخر: another one than before.
        if reading.classes.contains(.other), !reading.hasArticle, !isDefinite {
          index += 1
          continue
        }
        if isUnnamed, let end = complementEnd(at: index, of: start, limit: limit) {
          index = end
          complement = end
          continue
        }
        if context.mention(at: index) == nil {
          // مسؤول في السفارة يرافق الوفد
          if index == complement, !reading.hasArticle { break }
          if !reading.classes.isDisjoint(with: [.relative, .time]) || words.isWithheld(at: index) {
            break
          }
          if reading.name == NameKeys.inTheNameOf {
            // The complement is a phrase of its own: "in the name of one of the groups".
            index += words.isPlain(index + 1, .function) ? 2 : 1
            isDefinite = false
            isIndefiniteSource = false
            continue
          }
          if pointsToNoun(index), index == start + 1, words.plain(start)?.hasArticle == false {
            index += 2
            continue
          }
          // مؤسسة غير حكومية
          if reading.word == NameKeys.non, !isDefinite, words.plain(index + 1)?.hasArticle == false,
            words.words[index + 1].kind == .arabic
          {
            index += 2
            continue
          }
          // العديد من كبار الجمهوريين, ممثل عن قطاع النقل: the complement is a phrase of its own.
          if index == start + 1, opensComplement(index, of: start) {
            index += 2
            isDefinite = false
            isIndefiniteSource = false
            continue
          }
          if isOtherTitle(index, behind: start, limit: limit) { break }
          if isObject(index, of: start) || isOtherBody(index, behind: start) || isOwnDeed(index)
            || isDescribed(index, behind: start) || opensObject(index, behind: start)
            || isObject(thingAt: index, behind: start, limit: limit)
            || tellsOfMany(index, behind: start)
            || !isDefinite && !words.isPlain(start, .title) && tellsOfOne(index)
            || isIndefiniteSource && isDeed(index)
            || isMainVerb(index, behind: start)
          {
            break
          }
          // وزير الطاقة السابق
          if reading.hasArticle, reading.classes.contains(.insideTitle), isPerson(start) {
            index += 1
            continue
          }
          if isDefinite, !reading.hasArticle, !reading.classes.contains(.function) { break }
          if reading.classes.contains(.function) {
            guard joins(reading, at: index, isIndefinite: isIndefiniteSource) else { break }
            index += 2
            continue
          }
          if isMediumPhrase(index) { break }
          if isIndefiniteSource, !reading.hasArticle, !words.words[index].shape.contains(.nisba),
            !words.isPlain(index - 1, .unnamedSource) || reading.kinds.contains(.common) == false
              || !reading.classes.isDisjoint(with: .cue)
          {
            break
          }
        }
      }
      index += 1
    }
    if let name = nameSetOff(from: index, behind: start, limit: limit) { return name }
    return isPerson(start) ? apposition(from: index, limit: limit) : index
  }

  /// وزير الخارجية المصري (سامح شكري), - سامح شكري -: where the person's name ends that brackets or dashes set off behind a title,
  /// with the sign that closes.
  private func nameSetOff(from end: Int, behind start: Int, limit: Int) -> Int? {
    let closing: [UInt32: [UInt32]] = [
      Signs.openBracket: [Signs.closeBracket], Signs.hyphen: [Signs.hyphen],
      Signs.enDash: [Signs.enDash],
    ]
    guard end > start, end + 1 < limit, words.reading(start, of: .title) != nil,
      let closers = closing[words.sign(end)],
      let person = context.mention(at: end + 1), person.kind == .person
    else { return nil }
    var index = end + 1
    while index < limit, context.mention(at: index)?.span == person.span { index += 1 }
    return index < limit && closers.contains(words.sign(index)) ? index + 1 : nil
  }

  /// وبحسب المنظمة الدولية يموت كثيرون: whether a verb of the present follows a name or a noun with the article.
  private func isMainVerb(_ index: Int, behind start: Int) -> Bool {
    guard context.name(at: index - 1) != nil || words.plain(index - 1)?.hasArticle == true,
      let reading = words.plain(index), reading.kinds.contains(.common), !reading.kinds.isPart,
      reading.classes.isDisjoint(with: .headsOfNames)
    else { return false }
    return words.verbForm(at: index, reading)?.isPresent == true
  }

  /// سيناتور لـCNN: whether ل stands by itself before a Latin or marked name, to whom something is said.
  private func isLoneLam(_ index: Int) -> Bool {
    words.words[index].kind == .arabic && words.words[index].shape.contains(.short)
      && words.text.scalar(at: words.words[index].span.lower)?.value == Letters.lam
      && index + 1 < words.count
      && words.words[index + 1].span.lower == words.words[index].span.upper
  }

  /// «جيش» المنطقة: a word in marks with the noun that it belongs to.
  private func opensWithMark(_ mark: MarkedText, limit: Int) -> Bool {
    let next = mark.outer.upperBound
    return context.length(mark.words) == 1 && next < limit && words.sign(next) == 0
      && words.plain(next)?.hasArticle == true
  }

  /// Whether a quantity goes on with "of", or one who stands for others with "on behalf of".
  private func opensComplement(_ index: Int, of head: Int) -> Bool {
    guard let reading = words.plain(index), let next = words.plain(index + 1),
      words.words[index + 1].kind == .arabic, context.mark(openingAt: index + 1) == nil,
      next.classes.isDisjoint(with: [.function, .relative, .complementiser])
    else { return false }
    if reading.word == NameKeys.from { return words.isPlain(head, [.quantity, .number]) }
    return reading.word == NameKeys.about && words.isPlain(head, .deputy)
  }

  /// أبلغ المتحدث الصحفيين: whether people in the accusative follow one person.
  private func isObject(_ index: Int, of head: Int) -> Bool {
    if isObjectOfMany(index, of: head) { return true }
    guard let reading = words.plain(index), reading.hasArticle,
      words.plain(head)?.hasArticle == true,
      !words.isPlain(head, [.plural, .quantity, .number]), context.mention(at: head) == nil,
      !words.text.string(in: words.words[head].span).hasSuffix("ين")
    else { return false }
    let noun = words.lexicon.classesWithoutArticle[reading.word] ?? reading.classes
    return words.text.string(in: words.words[index].span).hasSuffix("ين")
      && (noun.isSuperset(of: [.unnamedSource, .plural])
        || (index == head + 1 || words.isPlain(head, .title) && !isPluralAdjective(index, head))
          && isPluralOfCommon(index, reading))
  }

  /// المدير العام المساعدين: whether a word between `head` and the plural at `index` is one as well.
  private func isPluralAdjective(_ index: Int, _ head: Int) -> Bool {
    (head + 1..<index).contains {
      let word = words.text.string(in: words.words[$0].span)
      return words.isPlain($0, .plural) || ["ين", "ون", "ات"].contains { word.hasSuffix($0) }
        || words.plain($0)?.hasArticle == false
    }
  }

  /// ودعت المواطنين إلى, not ودعت ميركل: whether a plural of people with the article ends in ين, as no subject does.
  func isAccusative(_ index: Int) -> Bool {
    guard context.name(at: index) == nil, words.plain(index)?.hasArticle == true else {
      return false
    }
    let plural = Folding.words.fold(words.text.string(in: words.words[index].span))
    guard plural.hasPrefix("ال"), plural.hasSuffix("ين") else { return false }
    let people = [plural.dropFirst(2), plural.dropFirst(2).dropLast(2)].map {
      words.lexicon.classes[NameKey(phrase: String($0))] ?? []
    }
    return people[0].isSuperset(of: [.unnamedSource, .plural])
      || people[1].contains(.unnamedSource) && !people[0].contains(.title)
  }

  /// طالب وزير الدفاع الإيراني الأميركيين: whether a plural of a people follows an adjective in the singular.
  private func isObjectOfMany(_ index: Int, of head: Int) -> Bool {
    guard index > head + 1, words.plain(index)?.hasArticle == true,
      words.text.string(in: words.words[index].span).hasSuffix("يين"),
      words.plain(index - 1)?.hasArticle == true, words.isPlain(head, .title),
      !words.isPlain(head, .plural)
    else { return false }
    let last = words.text.string(in: words.words[index - 1].span)
    return last.hasSuffix("ي") && words.words[index - 1].shape.contains(.nisba)
  }

  /// اتهم قائد الجيش المبعوث: whether a title with the article, but without a name, follows a phrase that a noun
  /// with the article or a name has closed.
  private func isOtherTitle(_ index: Int, behind head: Int, limit: Int) -> Bool {
    guard index > head + 1, let reading = words.plain(index), reading.hasArticle,
      reading.classes.contains(.title), words.words[index].shape.isDisjoint(with: .nisba),
      !words.isPlain(head, .title) || !isTitle(head),
      words.plain(index - 1)?.hasArticle == true || context.mention(at: index - 1) != nil
    else { return false }
    return !(index + 1..<min(limit + 1, index + 4)).contains {
      context.mention(at: $0)?.kind == .person
    }
  }

  /// دعا الوسيطان الجيش إلى, اتهم الوزير إيران: whether the name of a body with the article follows a noun with the
  /// article, or that of any place or body a person.
  private func opensOtherName(_ index: Int, behind head: Int) -> Bool {
    guard let mention = context.mention(at: index), mention.kind != .person,
      context.mention(at: index - 1)?.span != mention.span,
      mention.span.lower == words.words[index].span.lower
    else { return false }
    return (words.plain(index)?.hasArticle == true || index == head + 1 && isPerson(head))
      && words.plain(head)?.hasArticle == true
      && words.plain(index - 1)?.hasArticle == true && context.mention(at: index - 1) == nil
  }

  /// دعت موسكو مجلس الأمن إلى: whether a word that و does not join follows the name of a place, which is whole by
  /// itself as a subject.
  private func isBehindPlace(_ index: Int, from head: Int) -> Bool {
    guard let place = context.mention(at: head), place.kind == .place,
      let last = context.mention(at: index - 1), last.kind == .place,
      context.mention(at: index)?.span != last.span
    else { return false }
    return !words.readings(of: index).contains { $0.clitics.contains(.conjunction) }
  }

  /// السيد: whether a noun with the article introduces a title.
  private func isTitle(_ index: Int) -> Bool { words.plain(index)?.hasArticle == true }

  /// اتهمت النقابة الإدارة: whether a body with the article follows a noun with the article, of which it is no
  /// adjective.
  private func isOtherBody(_ index: Int, behind head: Int) -> Bool {
    guard index == head + 1, let reading = words.plain(index), reading.hasArticle,
      words.plain(head)?.hasArticle == true, !reading.classes.contains(.generic)
    else { return false }
    let noun = words.lexicon.classesWithoutArticle[reading.word] ?? []
    return !noun.union(reading.classes).isDisjoint(with: [.organisationClass, .stateBody])
      || words.isPlain(index, .body)
      || noun.isSuperset(of: [.unnamedSource, .female])
        && !words.words[index].shape.contains(.nisba) && !isParticiple(index)
  }

  /// المسؤولة: whether م stands behind the article.
  private func isParticiple(_ index: Int) -> Bool {
    let letters = words.text.scalars(in: words.words[index].span)
      .filter { ScalarProperties($0.value).isLetter }.prefix(3)
    return letters.count == 3 && letters.last?.value == Letters.miim
  }

  /// أكد زعيما الكوريتين التزامهما: a noun with the pronoun of the subject behind a phrase that a noun with the
  /// article or a name has closed.
  private func isOwnDeed(_ index: Int) -> Bool {
    guard words.words[index].kind == .arabic, words.plain(index)?.hasArticle == false,
      words.plain(index - 1)?.hasArticle == true || context.mention(at: index - 1) != nil
    else { return false }
    let word = Folding.words.fold(words.text.string(in: words.words[index].span))
    return Self.pronouns.contains { pronoun in
      word.hasSuffix(pronoun)
        && (word.count > limits.shortestOwnDeed || isCommon(word.dropLast(pronoun.count)))
    }
      && words.readings(of: index).allSatisfy { !$0.clitics.contains(.conjunction) }
  }

  /// Whether the letters before a pronoun, عزم of عزمه, are a common word and nothing else.
  private func isCommon(_ stem: Substring) -> Bool {
    stem.count > 2 && words.names[NameKey(String(stem))]?.kinds == .common
  }

  private static let pronouns = ["هما", "هم", "ها", "ه"].map { Folding.words.fold($0) }

  /// للجنة معاينة: whether لل before a noun is the preposition and the first letter of an indefinite noun.
  private func isIndefinite(_ index: Int) -> Bool {
    let readings = words.readings(of: index)
    guard readings.contains(where: { $0.unwritten != .none }),
      readings.contains(where: {
        !$0.hasArticle && $0.clitics == .preposition
          && ($0.kinds.contains(.common) || !$0.classes.isEmpty)
      }), let next = words.plain(index + 1), words.words[index + 1].kind == .arabic
    else { return false }
    return !next.hasArticle && isNoun(index + 1, next)
  }

  /// تقرير شركة أبحاث مستقلة: where an indefinite noun and the nouns and adjectives behind it fill the
  /// clause, the end of them.
  private func restOfPhrase(from start: Int, limit: Int) -> Int? {
    var index = start + 1
    while index < limit, words.sign(index) == 0, let reading = words.plain(index),
      context.mark(at: index) == nil
    {
      if isOneOfMany(start, to: index), isObject(personAt: index, behind: start) { return index }
      if context.mention(at: index) == nil {
        // سيدة من سكان الحي
        if reading.word == NameKeys.from || reading.word == NameKeys.inside,
          context.phrase(at: index, .turn) == nil,
          let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
          isNoun(index + 1, next), !words.isPlain(index + 1, .speechNoun),
          next.hasArticle
            || reading.word == NameKeys.from && words.plain(index + 2)?.hasArticle == true,
          words.reading(index + 1, of: .document) == nil
        {
          index += 2
          continue
        }
        // موظف بقطاع السيارات في مصر
        if reading.word == NameKeys.inside, let place = context.mention(at: index + 1),
          place.kind == .place
        {
          index += 1
          while index < limit, context.mention(at: index)?.span == place.span { index += 1 }
          continue
        }
        if words.isPlain(index, [.same, .reflexive]) { break }
        if isPresent(index, behind: start) { return index }
        if isObjectOfMany(index, of: start) || isObject(personAt: index, behind: start)
          || isObject(thingAt: index, behind: start, limit: limit)
        {
          return index
        }
        if isLoneLam(index) || tellsOfMany(index, behind: start) || tellsOfOne(index)
          || isDeed(index)
          || opensObject(index, behind: start)
        {
          return index
        }
        // تقرير نشرته الصحيفة
        if index == start + 1, isVerbWithObject(index) { return index }
        guard isNoun(index, reading), !isMediumPhrase(index) else { return nil }
      } else if isRecipient(index), words.reading(start, of: .unnamedSource) != nil {
        return index
      }
      index += 1
    }
    guard index > start + 1, index <= limit else { return nil }
    if index < limit, words.isPlain(index, .reflexive) { return index }
    return index == limit || SentenceSigns.isComma(words.sign(index))
      || SentenceSigns.isTerminator(words.sign(index)) ? index : nil
  }

  /// مسؤول في السفارة يرافق الوفد: whether a word that no list knows begins with ي behind a noun with the article or a name.
  private func isPresent(_ index: Int, behind start: Int) -> Bool {
    guard index > start + 1, words.plain(index)?.kinds.isPart == false,
      words.plain(index)?.classes.isDisjoint(with: .headsOfNames) == true,
      words.text.scalar(at: words.words[index].span.lower)?.value == Letters.yaa
    else { return false }
    return context.mention(at: index - 1) != nil || words.plain(index - 1)?.hasArticle == true
  }

  /// نشرته, أصدرتها: a verb in the feminine with a pronoun, which opens a clause about a noun without the article.
  private func isVerbWithObject(_ index: Int) -> Bool {
    guard words.words[index].kind == .arabic, words.plain(index)?.kinds.isEmpty == true,
      words.plain(index)?.hasArticle == false, words.plain(index + 1)?.hasArticle == true
    else { return false }
    let word = words.text.string(in: words.words[index].span)
    return word.count > limits.shortestVerbWithObject
      && (word.hasSuffix("ته") || word.hasSuffix("تها"))
  }

  private func isNoun(_ index: Int, _ reading: Reading) -> Bool {
    words.words[index].kind == .arabic
      && reading.classes.isDisjoint(with: [
        .function, .time, .relative, .complementiser, .cue, .subordinator, .placePreposition,
      ])
      && !words.words[index].shape.contains(.endsInAlef)
      && !words.words[index].shape.contains(.presentVerb)
      && words.readings(of: index).dropFirst().allSatisfy {
        $0.clitics.contains(.future)
          || $0.classes.isDisjoint(with: [.function, .cue])
            && !($0.hasArticle && !reading.hasArticle)
      }
  }

  /// Whether a preposition goes on with the phrase: an official in the ministry, a man from the town.
  func joins(_ reading: Reading, at index: Int, isIndefinite: Bool) -> Bool {
    guard reading.word == NameKeys.inside || reading.word == NameKeys.from,
      let next = words.plain(index + 1)
    else { return false }
    if context.mention(at: index + 1) != nil { return true }
    let noun = words.lexicon.classesWithoutArticle[next.word] ?? next.classes
    // ممثل في هيئة مستثمري المناطق
    guard next.hasArticle else {
      return reading.word == NameKeys.inside && isIndefinite && noun.contains(.organisationHead)
    }
    return isIndefinite && reading.word == NameKeys.from
      || !noun.isDisjoint(with: [.organisationClass, .organisationHead])
  }

  /// The end of a person's name before which only titles and their complements stand.
  func personEnd(from start: Int, limit: Int) -> Int? {
    var index = start
    var hasComma = false
    while index < limit, index - start < limits.longestTitle {
      // أمين عام جمعية "سنابل" ومنسق مبادرة "جسور" المهندس N
      if index > start, let mark = context.mark(openingAt: index),
        context.length(mark.words) <= limits.longestMarkedApposition
          || context.mention(at: mark.outer.upperBound)?.kind == .person
          || context.mention(at: mark.outer.upperBound + 1)?.kind == .person
            && words.isPlain(mark.outer.upperBound, .title)
      {
        index = max(mark.outer.upperBound, index + 1)
        continue
      }
      if let mention = context.mention(at: index) {
        var end = index
        while end < limit, context.mention(at: end)?.span == mention.span { end += 1 }
        if mention.kind == .person { return isObject(personAt: index, behind: start) ? nil : end }
        index = end
        continue
      }
      if SentenceSigns.isComma(words.sign(index)) {
        // One comma may stand before the name: "the coordinator, Gilles de Kerchove".
        guard !hasComma, index + 1 < limit,
          context.mention(at: index + 1)?.kind == .person
            || words.reading(index + 1, of: .title) != nil || isNationOfName(index + 1)
        else { return nil }
        hasComma = true
        index += 1
        continue
      }
      if words.sign(index) == Signs.middleDot {
        index += 1
        continue
      }
      guard words.sign(index) == 0, let reading = words.plain(index) else { return nil }
      // الفريق أول سامح شكري: a rank.
      if index == start + 1, reading.word == NameKeys.first, words.isPlain(start, .title) {
        index += 1
        continue
      }
      if index > start {
        if !reading.classes.isDisjoint(with: [.relative, .time])
          || isObject(personAt: index, behind: start)
        {
          return nil
        }
        // To a newspaper, not "of the party".
        if isMediumPhrase(index), !belongsToTitle(index),
          words.readings(of: index).contains(where: {
            !$0.hasArticle && $0.classes.contains(.organisationClass)
          })
        {
          return nil
        }
        // أمين عام
        let isGeneral =
          reading.word == NameKeys.general && words.isPlain(index - 1, .office)
        if reading.classes.contains(.function), reading.word != NameKeys.inside, !isGeneral,
          reading.name != NameKeys.inTheNameOf, !reading.classes.contains(.insideTitle)
        {
          return nil
        }
      }
      index += 1
    }
    return nil
  }

  /// رئيس المكتب السياسي لحركة حماس إسماعيل هنية: whether a person's name stands right behind that of the
  /// organisation, so that the title goes on.
  private func belongsToTitle(_ index: Int) -> Bool {
    guard let organisation = context.mention(at: index + 1), organisation.kind == .organisation
    else { return false }
    var end = index + 1
    while context.mention(at: end)?.span == organisation.span { end += 1 }
    return context.mention(at: end)?.kind == .person
  }

  /// المدير الفني للفريق، البرتغالي N: whether a nisba with the article stands right before the name of a person.
  private func isNationOfName(_ index: Int) -> Bool {
    context.mention(at: index) == nil && words.sign(index) == 0
      && words.plain(index)?.hasArticle == true
      && words.words[index].shape.contains(.nisba)
      && context.mention(at: index + 1)?.kind == .person
  }

  /// Takes an apposition behind a comma: a title with its complement, a quoted nickname.
  func apposition(from end: Int, limit: Int) -> Int {
    guard end + 1 < limit, SentenceSigns.isComma(words.sign(end)) else { return end }
    let next = end + 1
    guard
      words.reading(next, of: [.title, .nameTrigger]) != nil
        || context.mention(at: next)?.kind == .person || isNationOfName(next)
    else { return end }
    var index = next
    while index < limit {
      if let mark = context.mark(openingAt: index) {
        index = min(mark.outer.upperBound, limit)
        continue
      }
      guard words.sign(index) == 0, let reading = words.plain(index) else { break }
      if context.mention(at: index) == nil {
        if !reading.classes.isDisjoint(with: [.relative, .time]) { break }
        if reading.classes.contains(.function), reading.name != NameKeys.inTheNameOf,
          reading.word != NameKeys.inside
            || context.mention(at: index + 1) == nil
              && words.reading(index + 1, of: .organisationClass) == nil
        {
          break
        }
        if isMediumPhrase(index) { break }
      }
      index += 1
    }
    return index
  }
}

extension ParagraphWords {
  /// رفض ذكر اسمه, طلب عدم الكشف عن هويته: whether the word at `index` belongs to what a source does who speaks
  /// without a name.
  func isWithheld(at index: Int) -> Bool {
    if isPlain(index + 1, .ownName), sign(index + 1) == 0 { return true }
    guard isPlain(index, .withholding), index + 2 < count else { return false }
    return (index + 2..<min(count, index + 5)).contains { isPlain($0, .ownName) }
      && (index + 1..<min(count, index + 3)).allSatisfy { sign($0) == 0 }
  }
}
