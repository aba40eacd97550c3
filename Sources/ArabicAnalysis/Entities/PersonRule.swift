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

  static let ends: WordClasses = [
    .function, .complementiser, .cue, .title, .organisationClass, .organisationHead, .placeClass,
    .relative, .time, .document, .successor, .unnamedSource, .nameTrigger, .titleTrigger,
    .termTrigger,
  ]

  /// The person's name that begins at `index`; a title before it licenses unknown words.
  func candidate(at index: Int, after title: TitleContext?) -> NameCandidate? {
    if let teknonym = teknonym(at: index) { return teknonym }
    if let linked = linked(at: index) { return linked }
    var best: NameCandidate?
    for reading in words.nameReadings(of: index) {
      guard let found = chain(at: index, reading, after: title) else { continue }
      if best.map({ found.isBetter(than: $0) }) ?? true { best = found }
      // A certain reading as the word stands needs no look behind its clitics.
      if reading.clitics.isEmpty, reading.kinds.isCertainPart { break }
    }
    if let apposed = apposed(at: index), best.map({ apposed.isBetter(than: $0) }) ?? true {
      return apposed
    }
    return best
  }

  /// Whose name a given name is; `nil` where both bear it.
  func gender(_ reading: Reading) -> Agreement? {
    guard reading.kinds.contains(.given), !words.lexicon.womenOrMen.contains(reading.name) else {
      return nil
    }
    return reading.kinds.contains(.female) ? .feminine : .masculine
  }

  // MARK: Strength

  /// How likely `reading` of the word at `index` is a name part.
  func strength(_ index: Int, _ reading: Reading) -> Strength {
    let word = words.words[index]
    guard word.kind == .arabic, !word.shape.contains(.tanwin) else { return .none }
    if reading.classes.contains(.function) || reading.classes.contains(.complementiser) {
      return .none
    }
    if reading.word == NameKeys.ali { return isAli(index) ? .certain : .none }
    if !reading.classes.isDisjoint(with: [.demonym, .nameTrigger]) { return .none }
    if reading.kinds.isPart {
      if reading.kinds.contains(.rarePart) { return .rare }
      return reading.kinds.contains(.doubtfulPart) ? .doubtful : .certain
    }
    guard reading.classes.isDisjoint(with: Self.ends), !reading.kinds.contains(.common),
      reading.kinds.isDisjoint(with: [.place, .organisation])
        || reading.kinds.contains(.doubtfulPlace),
      word.shape.isDisjoint(with: [.short, .presentVerb]),
      !word.shape.contains(.inflected) || endsInUn(index, reading)
    else { return .none }
    if reading.hasArticle, !word.shape.contains(.nisba) { return .none }
    if hidesOtherWord(index, but: reading) || isPastVerb(index, reading) { return .none }
    return .unknown
  }

  /// علي is a name beside other name parts and behind titles; many write it for the preposition على.
  private func isAli(_ index: Int) -> Bool {
    guard words.readings(of: index).first?.word == NameKeys.ali else { return false }
    if let last = words.plain(index - 1), last.kinds.isCertainPart, !last.kinds.contains(.common) {
      // The preposition has a noun behind it; the name ends there or goes on with a name part.
      guard let next = words.plain(index + 1) else { return true }
      if next.kinds.isCertainPart || next.classes.contains(.complementiser) { return true }
      return next.hasArticle && !next.kinds.contains(.common)
    }
    guard let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
      next.word != NameKeys.ali
    else { return false }
    let last = words.plain(index - 1)
    let follows = last.map { $0.classes.contains(.cue) } ?? (index == 0)
    if follows { return next.kinds.isPart && !next.hasArticle || next.kinds.isCertainPart }
    guard let last, !last.classes.isDisjoint(with: [.title, .demonym]), next.classes.isEmpty,
      !next.kinds.contains(.common), next.kinds.isDisjoint(with: [.place, .organisation])
    else { return false }
    return next.kinds.isPart || words.words[index + 1].shape.isDisjoint(with: [.short, .inflected])
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
  func hidesClosedWord(_ index: Int, but reading: Reading) -> Bool {
    words.readings(of: index).contains {
      $0.start > reading.start
        && !$0.classes.isDisjoint(with: [.function, .complementiser, .cue, .relative])
    }
  }

  /// تيلرسون: ends in -un as plurals do, but what stands before is no word.
  func endsInUn(_ index: Int, _ reading: Reading) -> Bool {
    let upper = words.words[index].span.upper
    let ending = "ون"
    let stemEnd = upper - ending.utf8.count
    guard !reading.hasArticle, upper - reading.start > words.parameters.names.shortestInUn,
      // The last scalar may be one of three bytes: a joiner, or what no text was behind a damaged byte.
      words.text.isScalarBoundary(stemEnd),
      words.text.string(in: TextSpan(stemEnd, upper)) == ending
    else { return false }
    let stem = NameKey(words.text.string(in: TextSpan(reading.start, stemEnd)))
    return words.names[stem]?.kinds.contains(.common) != true
  }

  /// Whether an unknown word is a common one with the ending of a verb in the past, third person
  /// feminine: سجلت.
  private func isPastVerb(_ index: Int, _ reading: Reading) -> Bool {
    let upper = words.words[index].span.upper
    guard !reading.hasArticle, let last = words.text.scalar(before: upper),
      last.value == Letters.taa,
      last.offset - reading.start > words.parameters.names.shortestVerbStem
    else { return false }
    let stem = NameKey(words.text.string(in: TextSpan(reading.start, last.offset)))
    return words.names[stem]?.kinds.contains(.common) == true
  }
}
