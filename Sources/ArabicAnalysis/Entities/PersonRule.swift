import ArabicText
import EntityModel

/// People: chains of given names and name parts, teknonyms, and unknown words behind titles.
struct PersonRule {
  let words: ParagraphWords

  /// How likely a word is part of a person's name.
  enum Strength: Int, Comparable {
    case none, unknown, rare, doubtful, certain
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private static let ends: WordClasses = [
    .function, .complementiser, .cue, .title, .organisationClass, .organisationHead, .placeClass,
    .relative, .time, .document, .unnamedSource, .nameTrigger, .titleTrigger, .termTrigger,
  ]

  /// How likely `reading` of the word at `index` is a name part.
  func strength(_ index: Int, _ reading: Reading) -> Strength {
    let word = words.words[index]
    guard word.kind == .arabic, !word.shape.contains(.tanwin) else { return .none }
    if reading.classes.contains(.function) || reading.classes.contains(.complementiser) {
      return .none
    }
    if reading.word == Self.ali { return isAli(index) ? .certain : .none }
    if !reading.classes.isDisjoint(with: [.demonym, .nameTrigger]) { return .none }
    if reading.kinds.isPart {
      if reading.kinds.contains(.rarePart) { return .rare }
      return reading.kinds.contains(.doubtfulPart) ? .doubtful : .certain
    }
    guard reading.classes.isDisjoint(with: Self.ends), !reading.kinds.contains(.common),
      reading.kinds.isDisjoint(with: [.place, .organisation])
        || reading.kinds.contains(.doubtfulPlace),
      word.shape.isDisjoint(with: [.short, .presentVerb, .inflected])
    else { return .none }
    if reading.hasArticle, !word.shape.contains(.nisba) { return .none }
    return hidesOtherWord(index, but: reading) ? .none : .unknown
  }

  private static let ali = NameKey(phrase: "علي")

  /// علي is a name beside other name parts; many write it for the preposition على.
  private func isAli(_ index: Int) -> Bool {
    guard words.readings(of: index).first?.word == Self.ali else { return false }
    if let last = words.plain(index - 1), last.kinds.isCertainPart, !last.kinds.contains(.common) {
      // The preposition has a noun behind it; the name ends there or goes on with a name part.
      guard let next = words.plain(index + 1) else { return true }
      if next.kinds.isCertainPart || next.classes.contains(.complementiser) { return true }
      return next.hasArticle && !next.kinds.contains(.common)
    }
    guard let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
      next.word != Self.ali
    else { return false }
    let follows = words.plain(index - 1).map { $0.classes.contains(.cue) } ?? (index == 0)
    return follows && next.kinds.isCertainPart
  }

  /// Whether another reading of the word is a known word behind clitics.
  private func hidesOtherWord(_ index: Int, but reading: Reading) -> Bool {
    words.readings(of: index).contains { other in
      other.start > reading.start
        && (!other.kinds.isDisjoint(with: [.common, .place, .organisation, .given, .surname])
          || !other.classes.isEmpty || other.hasArticle)
    }
  }

  /// Whether the word may be a particle behind clitics: فليس.
  private func hidesClosedWord(_ index: Int, but reading: Reading) -> Bool {
    words.readings(of: index).contains {
      $0.start > reading.start
        && !$0.classes.isDisjoint(with: [.function, .complementiser, .cue, .relative])
    }
  }

  /// The person's name that begins at `index`; a title before it licenses unknown words.
  func candidate(at index: Int, after title: TitleContext?) -> NameCandidate? {
    if let teknonym = teknonym(at: index) { return teknonym }
    var best: NameCandidate?
    for reading in words.nameReadings(of: index) {
      guard let found = chain(at: index, reading, after: title) else { continue }
      if best.map({ found.isBetter(than: $0) }) ?? true { best = found }
      // A certain reading as the word stands needs no look behind its clitics.
      if reading.clitics.isEmpty, reading.kinds.isCertainPart { break }
    }
    return best
  }

  /// أبو X, أم X, with the nisba behind it.
  private func teknonym(at index: Int) -> NameCandidate? {
    guard let reading = words.reading(index, of: .kunya), let next = words.plain(index + 1),
      words.words[index + 1].kind == .arabic, next.classes.isDisjoint(with: [.function, .cue])
    else { return nil }
    let following = strength(index + 1, next)
    let isAbu = reading.word == Self.abu || reading.word == Self.aba
    if words.names[reading.name.appending(next.name)]?.kinds.contains(.place) == true { return nil }
    if reading.word == Self.umm, following < .rare, !next.hasArticle { return nil }
    guard following > .none || isAbu && next.hasArticle || isAbu && next.kinds.contains(.common)
    else { return nil }
    var end = index + 2
    if let third = words.plain(end),
      strength(end, third) > .unknown || third.classes.contains(.link)
    {
      end = extend(from: end, first: index, hasTitle: true, certain: 1)
    }
    if end == index + 2, let nisba = words.plain(end), nisba.hasArticle,
      words.words[end].shape.contains(.nisba)
    {
      end += 1
    }
    var found = NameCandidate(
      words: index..<end, start: reading.start, kind: .person,
      confidence: end > index + 2 ? 0.9 : 0.75, rule: "person.teknonym")
    found.agreement = reading.word == Self.umm ? .feminine : .masculine
    return found
  }

  private static let abu = NameKey(phrase: "أبو")
  private static let aba = NameKey(phrase: "أبا")
  private static let umm = NameKey(phrase: "أم")

  private func chain(
    at index: Int, _ reading: Reading, after title: TitleContext?
  ) -> NameCandidate? {
    let first = strength(index, reading)
    let isAbd = reading.classes.contains(.abd) && words.plain(index + 1)?.hasArticle == true
    var end = index + (isAbd ? 2 : 1)
    guard first > .none || isAbd else { return nil }
    let isCertain = isAbd || first == .certain
    let hasLink = isLinked(index)
    let mayStart = isCertain || title != nil || first == .doubtful || hasLink
    var needsTwo = false
    guard mayStart, !reading.hasArticle || first >= .doubtful else { return nil }
    if (first == .unknown || first == .rare) && !(hasLink && reading.clitics.isEmpty) {
      guard let title, title.allowsUnknown, reading.clitics.isEmpty, !reading.hasArticle else {
        return nil
      }
      if title.needsTwoWords || first == .rare { needsTwo = true }
    }
    if needsTwo, end == index + 1 {
      guard let next = words.plain(end), !next.hasArticle, strength(end, next) > .none else {
        return nil
      }
    }
    guard !reading.classes.contains(.link) || isCertain && !reading.kinds.contains(.surname)
    else { return nil }
    end = extend(from: end, first: index, hasTitle: title != nil, certain: isCertain ? 1 : 0)
    let length = end - index
    var confidence = 0.9
    if length == 1 {
      guard let alone = confidenceAlone(index, reading, first, title) else { return nil }
      confidence = alone
    } else if !isCertain, title == nil, !hasLink {
      let second = words.plain(index + 1).map { strength(index + 1, $0) } ?? .none
      guard second >= .doubtful else { return nil }
      confidence = 0.7
    }
    if reading.hasArticle, length > 1 { return nil }
    var found = NameCandidate(
      words: index..<end, start: reading.start, kind: .person, confidence: confidence,
      rule: title != nil ? "person.title" : length > 1 ? "person.chain" : "person.part")
    found.isTentative = length == 1 && title == nil && confidence < 0.6
    found.agreement = title?.agreement ?? gender(reading)
    return found
  }

  /// Whether a particle of names and a name part follow: "Gilles de Kerchove".
  private func isLinked(_ index: Int) -> Bool {
    guard let link = words.plain(index + 1), link.classes.contains(.link), !link.hasArticle,
      let next = words.plain(index + 2)
    else { return false }
    return strength(index + 2, next) > .rare || strength(index + 2, next) == .unknown
  }

  private func gender(_ reading: Reading) -> Agreement? {
    guard reading.kinds.contains(.given) else { return nil }
    return reading.kinds.contains(.female) ? .feminine : .masculine
  }

  /// How sure a name of one word is, or `nil` where it is none.
  private func confidenceAlone(
    _ index: Int, _ reading: Reading, _ strength: Strength, _ title: TitleContext?
  ) -> Double? {
    if let title {
      if reading.hasArticle, !reading.clitics.isEmpty { return nil }
      if strength >= .doubtful { return 0.85 }
      guard strength == .unknown, title.isNear else { return nil }
      return title.isAdjacent ? 0.65 : 0.5
    }
    guard strength == .certain, !reading.clitics.contains(.preposition),
      !reading.clitics.contains(.fa),
      reading.kinds.isDisjoint(with: [.place, .organisation, .common]),
      !hidesClosedWord(index, but: reading)
    else { return nil }
    if reading.hasArticle { return reading.clitics.isEmpty ? 0.4 : nil }
    return reading.kinds.contains(.surname) && !reading.kinds.contains(.given) ? 0.7 : 0.5
  }

  /// "Muhammad al-Masri", "Uthman Muhammad al-Aghbash": a nisba directly behind one given name, or a
  /// word with the article that is no common one.
  private func isArticleSurname(_ index: Int, _ reading: Reading, behindOne: Bool) -> Bool {
    guard reading.hasArticle, reading.clitics.isEmpty else { return false }
    if reading.classes.contains(.demonym) { return behindOne && reading.kinds.isPart }
    return reading.classes.isEmpty
      && reading.kinds.isDisjoint(with: [.common, .place, .organisation])
  }

  /// "the deputy Jabir al-Kurdi said", "said Muhammad Ali al-Huthi that": whatever word with the article
  /// ends the phrase behind given names, if a title or a reporting word brings it in.
  private func isLastOfPhrase(
    _ index: Int, _ reading: Reading, from first: Int, hasTitle: Bool
  ) -> Bool {
    guard reading.hasArticle, reading.clitics.isEmpty, index - first < 3,
      reading.classes.isDisjoint(with: Self.ends),
      (first..<index).allSatisfy({ isGiven($0) }),
      hasTitle || words.reading(first - 1, of: .cue) != nil,
      !words.words[index].shape.contains(.inflected),
      words.lexicon.classesWithoutArticle[reading.word]?.contains(.plural) != true
    else { return false }
    guard let next = words.plain(index + 1) else { return true }
    return !next.classes.isDisjoint(with: [.complementiser, .cue, .relative])
  }

  private func isGiven(_ index: Int) -> Bool {
    guard let reading = words.plain(index) else { return false }
    return reading.word == Self.ali || reading.kinds.contains(.given)
  }

  private func beginsWithWaw(_ index: Int) -> Bool {
    words.text.scalar(at: words.words[index].span.lower)?.value == 0x648
  }

  /// Where the name that began before `index` ends.
  private func extend(from index: Int, first: Int, hasTitle: Bool, certain: Int) -> Int {
    var end = index
    var certain = certain
    var unknown = 0
    while end < words.count, end - first < 7 {
      guard let reading = words.plain(end), words.words[end].kind == .arabic else { break }
      if reading.classes.contains(.link) || reading.classes.contains(.kunya)
        || reading.classes.contains(.abd)
      {
        guard let next = words.plain(end + 1), words.words[end + 1].kind == .arabic,
          strength(end + 1, next) > .none || next.hasArticle && !next.classes.contains(.demonym)
        else { break }
        end += 2
        certain += 1
        continue
      }
      let found = strength(end, reading)
      switch found {
      case .certain: certain += 1
      case .doubtful: if certain == 0, !hasTitle, end > first + 1 { return end }
      case .rare:
        let isSecond = end == first + 1 && hasTitle && reading.hasArticle
        if certain == 0 && !isSecond || end - first > 2 { return end }
      case .unknown:
        // "and" with another name: Erdoğan and Kılıçdaroğlu.
        if beginsWithWaw(end) { return end }
        unknown += 1
        if certain == 0 && !hasTitle || unknown > 2 { return end }
      case .none:
        guard certain > 0,
          isArticleSurname(end, reading, behindOne: end == first + 1 && !hasTitle)
            || isLastOfPhrase(end, reading, from: first, hasTitle: hasTitle)
        else { return end }
      }
      end += 1
      if reading.hasArticle, end - first > 1 {
        // A surname with the article ends a name, unless another such part follows: آل الشيخ.
        let next = words.plain(end)
        if next == nil || next?.hasArticle != true || next?.kinds.isCertainPart != true { break }
      }
    }
    return end
  }
}
