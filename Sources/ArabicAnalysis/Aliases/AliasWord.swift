import ArabicText
import EntityModel

/// A word outside all names that may turn out to be the short form of one: a surname, a class noun.
struct AliasWord: Hashable, Sendable {
  /// The word behind its clitics, or "de X" together.
  var span: TextSpan
  /// Its key as a name.
  var key: NameKey
  /// Whether it is a common word, so that only a sure candidate takes it.
  var isCommon: Bool
  /// Its place among the words of the paragraph.
  var index: Int
  /// What the word and the words around it show.
  var traits: AliasTraits
}

/// What decides whether a word outside all names may repeat one.
struct AliasTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt16
  /// No list knows the word, with or without clitics.
  static let unknown = AliasTraits(rawValue: 1 << 7)
  /// "The shares of" stands before it.
  static let share = AliasTraits(rawValue: 1 << 8)
  /// The word stands as it is, without clitics.
  static let plain = AliasTraits(rawValue: 1 << 0)
  /// A common word, with or without the article.
  static let common = AliasTraits(rawValue: 1 << 1)
  /// The lists have it as an organisation where the context says so.
  static let organisation = AliasTraits(rawValue: 1 << 2)
  /// Also a place, and a preposition of places stands before it.
  static let inPlace = AliasTraits(rawValue: 1 << 3)
  /// The subject of a reporting word, as far as the word before shows.
  static let subject = AliasTraits(rawValue: 1 << 4)
  /// The subject of a reporting word in the feminine.
  static let feminineSubject = AliasTraits(rawValue: 1 << 6)
  /// In quotation marks.
  static let marked = AliasTraits(rawValue: 1 << 5)

  init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A common noun that may stand for an entity: "the organisation", "a security source".
struct FoundNominal: Hashable, Sendable {
  /// The noun with the adjectives that agree with it.
  var span: TextSpan
  /// The noun alone, with the article: what introduced the entity is compared with it.
  var key: NameKey
  var isDefinite: Bool
  /// The nisba of a country behind the noun: "the French president".
  var nisba: NameKey?
  /// The last adjective that makes a name of a body with the noun: القوات المسلحة.
  var quality: NameKey?
  /// What its last adjective is of, where that is a nisba: باريس of النادي الباريسي.
  var origin: NameKey?
  var classes: WordClasses
  var agreement: Agreement
  /// Whether it opens an iḍāfa or takes a complement, so that it stands for nothing by itself.
  var hasComplement: Bool
}

/// Collects the words and nouns of a paragraph that the joining step may need.
struct AliasCollector {
  let words: ParagraphWords
  /// The names found, in text order.
  let mentions: [FoundMention]

  private static let linkClasses: WordClasses = [.link, .kunya]
  private var stem: NameStem { NameStem(words: words) }

  /// Words that may be short forms of names.
  func aliases() -> [AliasWord] {
    var found: [AliasWord] = []
    forEachWordOutsideNames { index, next in
      let word = words.words[index]
      if words.isPlain(index, Self.linkClasses), let reading = words.plain(index),
        let second = words.plain(index + 1), words.words[index + 1].kind == .arabic
      {
        let span = TextSpan(word.span.lower, words.words[index + 1].span.upper)
        if next.map({ $0.lower >= span.upper }) ?? true {
          found.append(
            AliasWord(
              span: span, key: reading.name.appending(second.name), isCommon: false, index: index,
              traits: []))
        }
      }
      for reading in words.readings(of: index) {
        guard reading.classes.isDisjoint(with: [.function, .complementiser, .notAlias]),
          !isAdjective(index, reading) || standsAlone(index, reading),
          !word.shape.contains(.short), !isTitle(reading), !isOtherWord(index, but: reading)
        else { continue }
        found.append(
          AliasWord(
            span: TextSpan(reading.start, word.span.upper), key: reading.name,
            isCommon: isCommon(reading, at: index), index: index,
            traits: traits(of: index, reading)))
      }
    }
    return found
  }

  /// لصالح, ولبنان, فليس: whether what stands behind fewer clitics than `reading` has, or none, is a word or a name
  /// by itself.
  private func isOtherWord(_ index: Int, but reading: Reading) -> Bool {
    guard reading.start > words.words[index].span.lower else { return false }
    if reading.clitics.contains(.future) || words.words[index].shape.contains(.tanwin) {
      return true
    }
    // كضيف: "like" stands before names seldom.
    if words.text.scalar(before: reading.start)?.value == Letters.kaf, !reading.kinds.isEmpty,
      !reading.kinds.isCertainPart
    {
      return true
    }
    return words.readings(of: index).contains { other in
      other.start < reading.start && !other.clitics.contains(.future)
        && (!other.classes.isEmpty || other.isWholeName
          || !other.kinds.isDisjoint(with: [.common, .place, .organisation])
          || other.kinds.isCertainPart && !stem.isShadow(other, at: index))
    }
  }

  /// Whether a reading is a common word, with the article too unless it may be part of a name or ends like a nisba: القدرة
  /// is no short form of أحمد القدرة wherever it stands, المالكي is one.
  private func isCommon(_ reading: Reading, at index: Int) -> Bool {
    guard reading.kinds.contains(.common) else { return false }
    guard reading.hasArticle else { return true }
    return !reading.kinds.isPart && !words.words[index].shape.contains(.nisba)
  }

  /// قالت اللجنة الفنية: whether an adjective belongs to a common word with the article.
  private func isDescribed(_ index: Int, _ reading: Reading) -> Bool {
    reading.kinds.contains(.common) && reading.hasArticle
      && words.plain(index + 1)?.hasArticle == true
  }

  /// الرئيس, الأمين: whether a word with the article is what many people are.
  private func isTitle(_ reading: Reading) -> Bool {
    guard reading.hasArticle else { return false }
    return reading.classes.contains(.title)
      || words.lexicon.classesWithoutArticle[reading.word]?.contains(.title) == true
  }

  /// الطاجيكي, العسكري: whether a reading is a nisba of a country, or another one that is no part of a name.
  private func isAdjective(_ index: Int, _ reading: Reading) -> Bool {
    reading.classes.contains(.demonym)
      || reading.kinds.contains(.common) && reading.hasArticle && !reading.kinds.isPart
        && words.words[index].shape.contains(.nisba)
  }

  /// لدى الطاجيكي, but not الرئيس الطاجيكي: whether a nisba has no noun before it.
  private func standsAlone(_ index: Int, _ reading: Reading) -> Bool {
    if reading.clitics.contains(.preposition) { return true }
    guard let last = words.plain(index - 1) else { return true }
    return !last.hasArticle && last.classes.isDisjoint(with: [.title, .demonym])
      && words.words[index - 1].shape.isDisjoint(with: [.inflected, .nisba])
  }

  private func traits(of index: Int, _ reading: Reading) -> AliasTraits {
    var traits: AliasTraits = []
    if reading.start == words.words[index].span.lower { traits.insert(.plain) }
    if reading.kinds.contains(.common) { traits.insert(.common) }
    if words.readings(of: index).allSatisfy({ $0.kinds.isEmpty && $0.classes.isEmpty }),
      reading.start == words.words[index].span.lower
    {
      traits.insert(.unknown)
      if words.reading(index - 1, of: .share) != nil { traits.insert(.share) }
    }
    if reading.kinds.contains(.doubtfulOrganisation) { traits.insert(.organisation) }
    if !reading.kinds.isDisjoint(with: [.place, .doubtfulPlace, .common]),
      reading.clitics.contains(.preposition)
        || words.isPlain(index - 1, .placePreposition)
        || words.reading(index - 1, of: .placeClass) != nil
    {
      traits.insert(.inPlace)
    }
    if reading.clitics.isEmpty, !isDescribed(index, reading),
      let cue = words.reading(index - 1, of: .cue), !cue.clitics.contains(.preposition)
    {
      traits.insert(.subject)
      if words.lexicon.cues[cue.word]?.first?.slot == .feminine { traits.insert(.feminineSubject) }
    }
    if QuotationSigns.isMark(words.sign(index - 1)), QuotationSigns.isMark(words.sign(index + 1)) {
      traits.insert(.marked)
    }
    return traits
  }

  private static let nominalClasses: WordClasses = [
    .document, .unnamedSource, .title, .organisationClass, .organisationHead,
  ]

  /// Common nouns that may stand for an entity.
  func nominals() -> [FoundNominal] {
    var found: [FoundNominal] = []
    forEachWordOutsideNames { index, next in
      if let nominal = nominal(at: index, next: next) { found.append(nominal) }
    }
    return found
  }

  /// رفض الوزير الرد: whether a word with the article is what somebody does, and no quality of who stands
  /// before it.
  private func isVerbalNoun(_ index: Int) -> Bool {
    let noun = words.text.string(in: words.words[index].span).dropFirst(2)
    return words.lexicon.cues[NameKey(String(noun))]?.contains { $0.slot == .noun } ?? false
  }

  /// الأمين العام, but not البلد الأمين: whether a title that is mostly another word has the adjective of an office behind it.
  private func isOfficeWithRank(_ index: Int, _ classes: WordClasses) -> Bool {
    classes.contains(.title) && words.sign(index + 1) == 0
      && words.plain(index + 1).map { $0.hasArticle && $0.classes.contains(.ofOffice) } ?? false
  }

  /// طالبت الجمعية السلطات: whether a word with the article is the noun of another body, and no quality.
  private func isOtherBody(_ index: Int, _ noun: Reading) -> Bool {
    let bare = words.lexicon.classesWithoutArticle[noun.word] ?? []
    let classes = noun.classes.union(bare)
    if !classes.isDisjoint(with: [.stateBody, .organisationClass, .organisationHead]) {
      return !words.words[index].shape.contains(.nisba)
    }
    return classes.contains(.unnamedSource)
      && words.text.string(in: words.words[index].span).hasSuffix("ات")
  }

  /// تقدم الفريق الخطوة المقبلة: whether a word may by its gender be an adjective of a noun for a body.
  private func agrees(_ adjective: Int, _ noun: Int, _ classes: WordClasses) -> Bool {
    !words.words[adjective].shape.contains(.feminine)
      || words.words[noun].shape.contains(.feminine)
      || !classes.isDisjoint(with: [.female, .plural])
      || words.plain(noun).map { !words.lexicon.nounsOfBodies.contains($0.name) } ?? true
  }

  /// المستشفى, of مستشفى ابن زهر: the classes of a noun that heads names of bodies, where the article stands before it.
  private func headClasses(_ index: Int, _ reading: Reading) -> WordClasses {
    guard reading.hasArticle, reading.clitics.isEmpty, reading.classes.isEmpty else { return [] }
    let noun = words.text.string(in: words.words[index].span).dropFirst(2)
    let classes = words.lexicon.classes[NameKey(phrase: String(noun))] ?? []
    return classes.contains(.organisationHead) && !classes.contains(.ambiguousHead) ? classes : []
  }

  private func nominal(at index: Int, next: TextSpan?) -> FoundNominal? {
    let joining = words.parameters.joining
    for reading in words.readings(of: index) {
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] : nil
      let classes = reading.classes.union(bare ?? headClasses(index, reading))
      guard !classes.isDisjoint(with: Self.nominalClasses), !classes.contains(.function),
        !classes.contains(.notNominal) || words.lexicon.nounsOfBodies.contains(reading.name)
          || isOfficeWithRank(index, classes)
          || classes.contains(.document) && !reading.hasArticle
      else {
        continue
      }
      let word = words.words[index]
      var end = index + 1
      while end < words.count, let adjective = words.plain(end), words.words[end].kind == .arabic,
        reading.hasArticle
          ? adjective.hasArticle && !isVerbalNoun(end) && agrees(end, index, classes)
          : words.words[end].shape.contains(.nisba),
        adjective.classes.isDisjoint(with: [.function, .time, .relative, .title, .cue]),
        !reading.hasArticle || !isOtherBody(end, adjective),
        next.map({ words.words[end].span.upper <= $0.lower }) ?? true
      {
        end += 1
      }
      // "The minister of energy" without a name: the complement belongs to the title.
      let isOffice = classes.contains(.office) && !reading.hasArticle
      if isOffice, end == index + 1 {
        while end < words.count, end - index < joining.longestOffice,
          words.plain(end)?.hasArticle == true,
          words.isPlain(end, [.function, .time, .relative]) == false,
          next.map({ words.words[end].span.upper <= $0.lower }) ?? true
        {
          end += 1
        }
      }
      let upper = words.words[end - 1].span.upper
      let gap = next.map { $0.lower.utf8 - upper.utf8 } ?? .max
      // الرئيس الأميركي، دونالد ترامب
      let isApposed =
        classes.contains(.title) && SentenceSigns.isComma(words.sign(end))
        && end + 1 < words.count && next?.lower == words.words[end + 1].span.lower
        && mention(at: next)?.kind == .person
      let isFollowedByName =
        gap <= (isOffice ? joining.officeReach : joining.titleReach) || isApposed
      return FoundNominal(
        span: TextSpan(reading.start, upper),
        key: reading.hasArticle
          ? reading.name
          : NameKey("ال" + words.text.string(in: TextSpan(reading.start, word.span.upper))),
        isDefinite: reading.hasArticle
          || classes.contains(.office) && words.plain(index + 1)?.hasArticle == true,
        nisba: (index + 1..<end).lazy.compactMap { words.plain($0) }
          .last { $0.classes.contains(.demonym) }?.name,
        quality: quality(of: classes, in: index + 1..<end),
        origin: origin(in: index + 1..<end),
        classes: classes,
        agreement: classes.contains(.plural)
          ? .plural
          : classes.contains(.female) && !classes.contains(.either)
            || word.shape.contains(.feminine)
            ? .feminine : .masculine,
        hasComplement: isFollowedByName)
    }
    return nil
  }

  /// The last of the adjectives at `range` that makes the name of a body with a noun of `classes`.
  ///
  /// A nisba of a country says where a movement or an agency is at home (الحركة الفلسطينية), but whose forces
  /// are meant (القوات الروسية).
  private func quality(of classes: WordClasses, in range: Range<Int>) -> NameKey? {
    guard classes.contains(.organisationHead) else { return nil }
    let isAtHome = classes.contains(.organisationClass) && !classes.contains(.neverInside)
    return range.last { index in
      guard let reading = words.plain(index), !reading.classes.contains(.notAdjective) else {
        return false
      }
      if reading.classes.contains(.demonym) { return !isAtHome }
      return reading.classes.contains(.adjective) || words.words[index].shape.contains(.nisba)
    }.flatMap { words.plain($0)?.name }
  }

  /// The word of which the last nisba of `range` is one.
  private func origin(in range: Range<Int>) -> NameKey? {
    guard let index = range.last, words.words[index].shape.contains(.nisba) else { return nil }
    let word = words.text.string(in: words.words[index].span).dropFirst(2)
    let stem = word.hasSuffix("ية") ? word.dropLast(2) : word.hasSuffix("ي") ? word.dropLast() : ""
    return stem.isEmpty ? nil : NameKey(phrase: String(stem))
  }

  private func mention(at span: TextSpan?) -> FoundMention? {
    guard let span else { return nil }
    let index = mentions.partitioningIndex { $0.span.lower >= span.lower }
    return index < mentions.count ? mentions[index] : nil
  }

  /// Calls `body` with each word outside the names and the span of the name that follows.
  private func forEachWordOutsideNames(_ body: (Int, TextSpan?) -> Void) {
    var next = 0
    for index in 0..<words.count where words.words[index].kind == .arabic {
      let span = words.words[index].span
      while next < mentions.count, mentions[next].span.upper <= span.lower { next += 1 }
      let following = next < mentions.count ? mentions[next].span : nil
      if let following, following.overlaps(span) { continue }
      body(index, following)
    }
  }
}
