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
    if words.isMarkedAlone(index) { return words.plain(index) }
    var best: (reading: Reading, weight: Double)?
    let whole = words.plain(index)
    let plain = whole.map { weight(of: $0, kind, at: index) } ?? 0
    for reading in words.readings(of: index) where !reading.clitics.contains(.future) {
      let own = weight(of: reading, kind, at: index)
      let hasSeam = hasSeam(before: reading, at: index)
      let isClear =
        hasSeam || own >= weights.doubtful && plain == 0 || kind == .person && own == weights.listed
      var weight = own + context(of: reading, at: index, isClear: isClear)
      if reading.clitics.isEmpty, plain > 0 || !isPaired(at: index) { weight += weights.plain }
      if reading.clitics.isSuperset(of: [.conjunction, .preposition]) {
        weight += weights.twoClitics
      }
      if hidesWord(reading, at: index) { weight += weights.like }
      if own == 0, plain == 0, soundsCut(reading, at: index) { weight += weights.sound }
      if hasSeam { weight += weights.sound }
      if isDemanded(reading, at: index) { weight += weights.demanded }
      if losesLetter(reading, at: index) { weight += weights.lostLetter }
      if reading.start == start { weight += weights.tagged }
      if weight > best?.weight ?? -.infinity { best = (reading, weight) }
    }
    return best?.reading
  }

  /// وكاد فايز: whether what stands behind fewer clitics than `reading`, the last of which is ك, is a word like any other.
  func hidesWord(_ reading: Reading, at index: Int) -> Bool {
    reading.start > words.words[index].span.lower
      && words.text.scalar(before: reading.start)?.value == Letters.kaf
      && words.readings(of: index).contains {
        $0.start < reading.start && $0.kinds.contains(.common) && !$0.kinds.isPart
      }
  }

  /// كأمل العطية, but not كاد فريد: whether a given name behind a clitic stands before a part of a name, and the word as
  /// it stands is no other word.
  private func isPaired(at index: Int) -> Bool {
    guard isPart(index + 1) else { return false }
    if let plain = words.plain(index), plain.kinds.contains(.common) || !plain.classes.isEmpty {
      return false
    }
    return words.readings(of: index).contains { !$0.clitics.isEmpty && mayBeGiven($0) }
  }

  /// رائد, أمل: whether the stem is a given name, be it one that is another word far more often.
  private func mayBeGiven(_ reading: Reading) -> Bool {
    reading.kinds.contains(.given) || words.lexicon.givenWords.contains(reading.name)
  }

  /// لرائد الخالدي: whether a given name that is another word far more often stands before a part of a name.
  func opensPair(_ reading: Reading, at index: Int) -> Bool {
    isPart(index + 1) && mayBeGiven(reading)
  }

  /// How surely the lists have the stem as the beginning of a name, whatever its kind.
  func weight(of reading: Reading, at index: Int) -> Double {
    [EntityKind.person, .place, .organisation].map { weight(of: reading, $0, at: index) }.max() ?? 0
  }

  /// As ``weight(of:_:)``, with the word behind: عماد in بعماد الخالدي is a given name, however often it is another word.
  private func weight(of reading: Reading, _ kind: EntityKind, at index: Int) -> Double {
    if isHidden(reading, at: index) || hidesHamza(reading, at: index) { return 0 }
    if kind == .person, isPlaceAlone(reading, at: index) { return 0 }
    let alone = weight(of: reading, kind)
    if kind == .person, !reading.clitics.isEmpty, opensListed(reading, at: index) {
      return weights.listed
    }
    if !reading.clitics.contains(.preposition), isShadow(reading, at: index) {
      return kind == .person && isWeak(reading) ? 0 : min(alone, weights.doubtful)
    }
    guard kind != .place, alone < weights.paired else { return alone }
    if opensName(reading, at: index) { return weights.paired }
    guard kind == .person, opensPair(reading, at: index) else { return alone }
    return weights.paired
  }

  /// Whether a part of a name that is not mostly another word stands at `index`, "Abd", "bin" or a nisba that is a
  /// surname or in no list.
  func isPart(_ index: Int) -> Bool {
    guard let next = words.plain(index), words.words[index].kind == .arabic else { return false }
    if !next.classes.isDisjoint(with: [.abd, .surnameNisba]) || isNisba(index) { return true }
    if next.classes.contains(.link), next.classes.isDisjoint(with: .complementiser) { return true }
    return next.kinds.isPart && (next.hasArticle || !next.kinds.contains(.rarePart))
  }

  /// Whether a nisba stands at `index` that is hardly anything but a surname.
  func isNisba(_ index: Int) -> Bool { isUnknownNisba(index) || isBareNisba(index) }

  /// السامرائي: whether a word with the article and the ending of a nisba is in no list.
  func isUnknownNisba(_ index: Int) -> Bool {
    guard let reading = words.plain(index), words.words[index].kind == .arabic else { return false }
    let shape = words.words[index].shape
    return reading.hasArticle && reading.kinds.isEmpty && reading.classes.isEmpty
      && shape.contains(.nisba) && shape.isDisjoint(with: [.feminine, .inflected])
  }

  /// لرجب طيب أردوغان، وبسي إن إن: whether a word like any other behind a clitic begins a longer name of the lists,
  /// before a surname, or the names of two letters stand there.
  func opensName(_ reading: Reading, at index: Int) -> Bool {
    guard !reading.clitics.isEmpty, !reading.hasArticle else { return false }
    if reading.classes.contains(.letterName) { return words.isPlain(index + 1, .letterName) }
    guard reading.kinds.contains(.continues), !reading.kinds.isPart,
      reading.classes.isDisjoint(with: [.title, .governor])
    else { return false }
    return (index + 1...index + 2).contains { place in
      guard isPart(place), let next = words.plain(place) else { return false }
      return next.kinds.contains(.surname)
        && next.kinds.isDisjoint(with: [.place, .organisation])
        && (next.hasArticle || next.kinds.isDisjoint(with: .common))
    }
  }

  /// كشي جين بينغ: whether the lists have a person of two names or three that begins behind a clitic.
  private func opensListed(_ reading: Reading, at index: Int) -> Bool {
    guard reading.kinds.contains(.continues) else { return false }
    // ولميس حمدان: no name behind fewer clitics.
    let isOther = words.readings(of: index).contains {
      $0.start < reading.start && ($0.isWholeName || $0.kinds.contains(.given))
    }
    if isOther { return false }
    var key = reading.name
    for place in index + 1...index + 2 {
      guard place < words.count, words.words[place].kind == .arabic, let next = words.plain(place)
      else { return false }
      key = key.appending(next.name)
      guard let entry = words.names[key] else { return false }
      if entry.kinds.contains(.person) { return true }
      guard entry.kinds.contains(.continues) else { return false }
    }
    return false
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
    // قالت كلير, قال فانسي: nobody is the subject of a verb of saying behind a clitic; one speaks to somebody behind ل.
    if first != Letters.lam, words.sayingVerb(at: index - 1) != nil { return weights.behindSaying }
    if isRefused(reading, by: index - 1) { return weights.behindSaying }
    if first == Letters.kaf { return isClear ? 0 : weights.like }
    // وكليم: hardly "and like" where the word with ك is a given name.
    if reading.clitics.letterCount > 1,
      let kaf = words.text.scalar(before: reading.start), kaf.value == Letters.kaf,
      words.readings(of: index).contains(where: {
        $0.start == kaf.offset && $0.kinds.contains(.given)
      })
    {
      return weights.like
    }
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

  /// السفير فليك, شركة بريتش, ضد بروسيا: whether the clitic before `reading` cannot stand behind the word at `last`: no clause
  /// opens behind a title, a noun without the article takes what it is of, a preposition no other.
  private func isRefused(_ reading: Reading, by last: Int) -> Bool {
    guard words.sign(last) == 0, let letter = words.text.scalar(before: reading.start)?.value,
      reading.clitics.letterCount == 1, let plain = words.plain(last)
    else { return false }
    if letter == Letters.faa { return plain.classes.contains(.title) }
    guard letter == Letters.baa else { return false }
    return !plain.classes.isDisjoint(with: [.organisationClass, .organisationHead])
      && !plain.hasArticle || plain.classes.contains(.governor)
  }

  /// أشاد رئيس اللجنة بنولاند: whether ب or ل begins a word that is no sure name, where the clause has a word that takes it and
  /// no other word behind that has it.
  ///
  /// Right behind a verb or a title stands its subject: رحب بولتون, أشاد الوزير بولتون.
  private func isDemanded(_ reading: Reading, at index: Int) -> Bool {
    guard reading.clitics == .preposition,
      let letter = words.text.scalar(before: reading.start)?.value,
      letter == Letters.baa || letter == Letters.lam,
      words.plain(index)?.kinds.isCertainPart == false, !words.isPlain(index - 1, .title)
    else { return false }
    let takers = letter == Letters.baa ? words.lexicon.takesBa : words.lexicon.takesLam
    for place in stride(from: index - 1, through: max(0, index - weights.demandReach), by: -1) {
      guard words.words[place].kind == .arabic, words.sign(place) == 0 else { return false }
      if words.readings(of: place).contains(where: {
        $0.clitics.isDisjoint(with: .preposition) && takers.contains($0.word)
          && (letter == Letters.lam || $0.hasArticle || place < index - 1)
      }) {
        return true
      }
      let isComplement = words.readings(of: place).contains {
        $0.clitics.contains(.preposition) && words.text.scalar(before: $0.start)?.value == letter
          && !($0.kinds.isEmpty && $0.classes.isEmpty)
      }
      if isComplement || words.isPlain(place, [.complementiser, .relative]) { return false }
    }
    return false
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
