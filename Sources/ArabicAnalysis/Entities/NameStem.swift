import ArabicText
import EntityModel

/// Where a name begins in its first word: behind which of the letters that may be clitics.
///
/// The lists, the word before and the tagger are weighed together: وائل loses no و, لبايدن loses its ل.
struct NameStem {
  let words: ParagraphWords

  /// The weight of what is surely a name.
  var known: Double { weights.known }
  /// The weight of what is as often another word.
  var doubtful: Double { weights.doubtful }
  /// The weight of what is mostly another word.
  var rare: Double { weights.rare }

  private var weights: RuleParameters.StemWeights { words.parameters.names.stem }

  /// The reading of the word at `index` that a name of `kind` begins with.
  ///
  /// - Parameters:
  ///   - index: The first word of the name.
  ///   - kind: What it names.
  ///   - start: Where the tagger holds that it begins.
  /// - Returns: The reading, or `nil` for a word without readings.
  func reading(at index: Int, _ kind: EntityKind, tagged start: TextOffset) -> Reading? {
    var best: (reading: Reading, weight: Double)?
    let plain = words.plain(index).map { weight(of: $0, kind, at: index) } ?? 0
    for reading in words.readings(of: index) where !reading.clitics.contains(.future) {
      let own = weight(of: reading, kind, at: index)
      var weight =
        own + context(of: reading, at: index, isClear: plain == 0 && own >= weights.doubtful)
      if reading.clitics.isEmpty { weight += weights.plain }
      if reading.clitics.isSuperset(of: [.conjunction, .preposition]) {
        weight += weights.twoClitics
      }
      if reading.start == start { weight += weights.tagged }
      if weight > best?.weight ?? -.infinity { best = (reading, weight) }
    }
    return best?.reading
  }

  /// How surely the lists have the stem as the beginning of a name, whatever its kind.
  func weight(of reading: Reading, at index: Int) -> Double {
    [EntityKind.person, .place, .organisation].map { weight(of: reading, $0, at: index) }.max() ?? 0
  }

  /// As ``weight(of:_:)``, with the word behind: عماد in بعماد الخالدي is a given name, however often it is another word.
  private func weight(of reading: Reading, _ kind: EntityKind, at index: Int) -> Double {
    let alone = weight(of: reading, kind)
    if reading.clitics.isEmpty, isShadow(at: index) { return min(alone, weights.doubtful) }
    guard kind == .person, alone < weights.paired, reading.kinds.contains(.given),
      let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
      next.kinds.isPart, next.hasArticle || !next.kinds.contains(.rarePart)
    else { return alone }
    return weights.paired
  }

  /// لمحمد: whether the word as it stands is a given name of the lists only because news had it behind a clitic: what is
  /// left without it is a better one.
  func isShadow(at index: Int) -> Bool {
    let part: NameKinds = [.given, .female, .continues]
    guard let plain = words.plain(index), plain.kinds.contains(.given), !plain.isWholeName,
      plain.kinds.isSubset(of: part)
    else { return false }
    return words.readings(of: index).contains {
      !$0.clitics.isEmpty && !$0.clitics.contains(.future)
        && ($0.isWholeName || $0.kinds.contains(.given) && $0.kinds.isCertainPart)
    }
  }

  /// How surely the lists have the stem as the beginning of a name of this kind.
  func weight(of reading: Reading, _ kind: EntityKind) -> Double {
    if reading.isWholeName, kind == .person || reading.clitics.isEmpty { return weights.whole }
    let kinds = reading.kinds
    switch kind {
    case .person:
      if !reading.classes.isDisjoint(with: [.abd, .kunya, .link]) { return weights.known }
      guard kinds.isPart else {
        if kinds.contains(.person) { return weights.known }
        return kinds.isDisjoint(with: [.place, .organisation]) ? 0 : weights.doubtful
      }
      if kinds.contains(.rarePart) { return weights.rare }
      if kinds.contains(.doubtfulPart) { return weights.doubtful }
      return kinds.contains(.given) ? weights.known : weights.surname
    case .place:
      if kinds.contains(.place) {
        return kinds.contains(.doubtfulPlace) ? weights.doubtful : weights.known
      }
      return reading.classes.isDisjoint(with: .placeClass) ? 0 : weights.doubtful
    case .organisation, .document, .unnamed:
      if kinds.contains(.organisation) { return weights.known }
      if !reading.classes.isDisjoint(with: [.organisationHead, .organisationClass]) {
        return weights.surname
      }
      return kinds.isDisjoint(with: [.doubtfulOrganisation, .place]) ? 0 : weights.doubtful
    }
  }

  /// What the word before says, where the word as it stands may be a name too: no "and" stands between a
  /// verb, a title or a preposition and its name; names follow one another with "and"; "like" stands
  /// before names seldom.
  private func context(
    of reading: Reading, at index: Int, isClear: Bool
  ) -> Double {
    guard reading.start > words.words[index].span.lower else { return 0 }
    let first = words.text.scalar(at: words.words[index].span.lower)?.value
    if first == Letters.kaf { return isClear ? 0 : weights.like }
    guard reading.clitics.contains(.conjunction) else {
      return !isClear && words.isPlain(index - 1, .governor) ? weights.impossible : 0
    }
    if !isClear, words.reading(index - 1, of: [.cue, .title, .governor, .abd]) != nil {
      return weights.impossible
    }
    guard words.sign(index - 1) == 0, let last = words.plain(index - 1) else { return 0 }
    let repeated = repeatsPreposition(reading, at: index) ? weights.parallel : 0
    return repeated + (last.kinds.isCertainPart || last.word == NameKeys.ali ? weights.joined : 0)
  }

  /// بزيد وبكرفوش: whether "and" and a preposition stand before a name that follows one behind the same
  /// preposition.
  private func repeatsPreposition(_ reading: Reading, at index: Int) -> Bool {
    guard reading.clitics.isSuperset(of: [.conjunction, .preposition]),
      let letter = words.text.scalar(before: reading.start)?.value
    else { return false }
    for place in stride(from: index - 1, through: max(0, index - weights.parallelReach), by: -1) {
      guard words.words[place].kind == .arabic else { return false }
      let isSame = words.readings(of: place).contains { other in
        other.clitics == .preposition && weight(of: other, .person) >= weights.doubtful
          && words.text.scalar(before: other.start)?.value == letter
      }
      if isSame { return true }
    }
    return false
  }
}
