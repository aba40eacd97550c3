import ArabicText
import EntityModel

// Names that their form or what stands behind them shows: teknonyms, particles, appositions.
extension PersonRule {
  /// أبو X, أم X, with the nisba behind it.
  func teknonym(at index: Int) -> NameCandidate? {
    guard let reading = words.reading(index, of: .kunya), let next = words.plain(index + 1),
      words.words[index + 1].kind == .arabic, next.classes.isDisjoint(with: [.function, .cue])
    else { return nil }
    let following = strength(index + 1, next)
    let isAbu = reading.word == NameKeys.abu || reading.word == NameKeys.aba
    if words.names[reading.name.appending(next.name)]?.kinds.contains(.place) == true { return nil }
    if reading.word == NameKeys.umm, following < .rare, !next.hasArticle { return nil }
    guard following > .none || isAbu && next.hasArticle || isAbu && next.kinds.contains(.common)
    else { return nil }
    var end = index + 2
    if let third = words.plain(end),
      strength(end, third) > .unknown || third.classes.contains(.link)
    {
      end = extend(from: end, first: index, hasTitle: true, certain: 1)
    }
    if end == index + 2, let nisba = words.plain(end), nisba.hasArticle,
      nisba.classes.isDisjoint(with: [.function, .relative]),
      words.words[end].shape.contains(.nisba)
    {
      end += 1
    }
    var found = NameCandidate(
      words: index..<end, start: reading.start, kind: .person,
      confidence: end > index + 2
        ? words.parameters.names.confidence.longTeknonym
        : words.parameters.names.confidence.teknonym,
      rule: .personTeknonym)
    found.agreement = reading.word == NameKeys.umm ? .feminine : .masculine
    return found
  }

  /// بن علي, دا سيلفا: a surname with its particle and without the given name.
  func linked(at index: Int) -> NameCandidate? {
    guard let reading = words.reading(index, of: .particle), let plain = words.plain(index),
      !plain.classes.contains(.complementiser) || words.isLink(index),
      reading.clitics.isEmpty || plain.classes.isEmpty && !plain.kinds.contains(.common),
      let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
      words.words[index + 1].span.lower > words.words[index].span.upper,
      strength(index + 1, next) >= .doubtful || next.word == NameKeys.ali,
      words.words[index + 1].shape.isDisjoint(with: .inflected)
    else { return nil }
    // Behind another name part the particle belongs to it.
    if let last = words.plain(index - 1), strength(index - 1, last) > .none { return nil }
    var end = index + 2
    if let third = words.plain(end), strength(end, third) >= .certain {
      end = extend(from: end, first: index, hasTitle: false, certain: 1)
    }
    return NameCandidate(
      words: index..<end, start: reading.start, kind: .person,
      confidence: words.parameters.names.confidence.particle,
      rule: .personParticle)
  }

  /// "X Y, the spokesman of …", "X Y (37 years)": unknown words that an apposition shows to be a name.
  func apposed(at index: Int) -> NameCandidate? {
    var end = index
    while end < words.count, end - index < words.parameters.names.longestApposedName,
      let reading = words.plain(end),
      words.words[end].kind == .arabic,
      reading.clitics.isEmpty, isNameLike(end, reading), end > index || !reading.hasArticle
    {
      end += 1
    }
    guard end > index + 1, opensApposition(end), !isBehindNoun(index) else { return nil }
    return NameCandidate(
      words: index..<end, start: words.words[index].span.lower, kind: .person,
      confidence: words.parameters.names.confidence.apposedPerson,
      rule: .personApposed)
  }

  /// Whether a word may be part of a name that only its surroundings show.
  private func isNameLike(_ index: Int, _ reading: Reading) -> Bool {
    if strength(index, reading) > .none { return true }
    // يوشيهيدي has the form of a verb, but no list has it.
    return reading.classes.isEmpty && !reading.hasArticle && reading.kinds.isEmpty
      && words.words[index].shape.isDisjoint(with: [.short, .inflected, .tanwin, .feminine])
      && words.words[index].shape.contains(.presentVerb)
  }

  /// A comma with a title behind it, or a bracket with an age.
  private func opensApposition(_ index: Int) -> Bool {
    let sign = words.sign(index)
    guard index + 1 < words.count else { return false }
    if sign == Signs.openBracket { return words.words[index + 1].kind == .number }
    guard SentenceSigns.isComma(sign), let title = words.reading(index + 1, of: .title),
      title.clitics.isEmpty
    else { return false }
    // A title that begins a phrase of its own: "the spokesman", "president of".
    return title.hasArticle || title.classes.contains(.office)
  }

  /// Whether a noun stands right before that the words may belong to: "the village X Y".
  private func isBehindNoun(_ index: Int) -> Bool {
    guard let last = words.plain(index - 1), words.words[index - 1].kind == .arabic else {
      return false
    }
    return !last.classes.isDisjoint(with: [
      .placeClass, .organisationClass, .organisationHead, .placePreposition,
    ])
  }
}
