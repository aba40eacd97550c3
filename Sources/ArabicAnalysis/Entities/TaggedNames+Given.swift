import ArabicText
import EntityModel

// Given names that the tagger misses before surnames.
extension TaggedNames {
  /// بفهد الوكيل: a given name behind a clitic that the tagger misses before a surname, or with it.
  func begins(_ proposal: NameCandidate, before next: TaggedName?) -> NameCandidate? {
    let first = proposal.words.lowerBound
    guard proposal.kind == .person, proposal.words.count > 1,
      let reading = words.readings(of: first).first(where: { $0.start == proposal.start }),
      !reading.clitics.isEmpty, reading.kinds.contains(.given), reading.classes.isEmpty,
      stem.weight(of: reading, .person) >= stem.known,
      words.plain(first).map({ $0.kinds.isEmpty && $0.classes.isEmpty }) == true
    else { return nil }
    if let next, next.words.lowerBound < proposal.words.upperBound {
      guard next.type == .person else { return nil }
      var whole = proposal
      whole.words = first..<next.words.upperBound
      whole.resume = next.words.upperBound
      return whole
    }
    guard let second = words.plain(first + 1) else { return nil }
    let isSurname =
      second.kinds.isPart && !second.kinds.contains(.rarePart)
      // بنهى البراك: a word with the article that no list has.
      || second.hasArticle && second.classes.isEmpty
        && second.kinds.isDisjoint(with: [.common, .place, .organisation])
    return isSurname ? proposal : nil
  }

  /// هزاع درويش: a given name and a surname that the lists hold for nothing else, where the tagger finds neither.
  func standing(_ proposal: NameCandidate, before next: TaggedName?) -> NameCandidate? {
    let first = proposal.words.lowerBound
    if let next, next.words.lowerBound < proposal.words.upperBound { return nil }
    guard proposal.kind == .person, proposal.words.count > 1, let given = onlyGiven(first),
      proposal.start == given.start, isOnlyPart(first + 1) || isNisba(first + 1),
      words.reading(first - 1, of: [.organisationClass, .organisationHead, .placeClass]) == nil
    else { return nil }
    return proposal
  }

  /// مي الجزائري, ينال لطفي: a given name that may be another word, before a surname that is none, of which the tagger finds
  /// neither.
  func beforeSurname(at index: Int, before next: TaggedName?) -> NameCandidate? {
    if let next, next.words.lowerBound <= index + 1 { return nil }
    guard let plain = words.plain(index), words.words[index].kind == .arabic,
      plain.kinds.contains(.given) && !plain.kinds.contains(.rarePart)
        || words.lexicon.givenThings.contains(plain.name),
      plain.classes.isEmpty, !plain.hasArticle,
      plain.kinds.isDisjoint(with: [.place, .organisation]),
      isNisba(index + 1)
        || isOnlyPart(index + 1) && words.plain(index + 1)?.kinds.contains(.surname) == true,
      words.sayingVerb(at: index - 1) != nil || !words.isPlain(index - 1, .cue),
      words.reading(index - 1, of: [.organisationClass, .organisationHead, .placeClass]) == nil
    else { return nil }
    return person(
      index..<index + 2, plain, confidence: words.parameters.names.confidence.doubtfulChain)
  }

  /// Whether a nisba stands at `index` that is a surname behind a given name.
  private func isNisba(_ index: Int) -> Bool {
    if stem.isNisba(index) { return true }
    guard let plain = words.plain(index) else { return false }
    return plain.classes.contains(.surnameNisba)
      || plain.hasArticle && plain.kinds.isCertainPart && plain.kinds.contains(.surname)
        && plain.classes.isEmpty && plain.kinds.isDisjoint(with: [.common, .place, .organisation])
        && words.words[index].shape.contains(.nisba)
  }

  /// The given name at `index` as it stands, which the lists hold for nothing else.
  private func onlyGiven(_ index: Int) -> Reading? {
    guard let plain = words.plain(index), plain.kinds.contains(.given), isOnlyPart(index) else {
      return nil
    }
    return plain
  }

  /// Whether the lists hold the word at `index` as it stands for a part of a name and for nothing else.
  private func isOnlyPart(_ index: Int) -> Bool {
    guard let plain = words.plain(index), words.words[index].kind == .arabic else { return false }
    return plain.kinds.isCertainPart && plain.classes.isEmpty && !plain.hasArticle
      && plain.kinds.isDisjoint(with: [.common, .place, .organisation])
  }

  /// لكامل بركات: a given name behind a clitic before a surname that the tagger finds alone.
  func whole(_ name: TaggedName, from index: Int) -> NameCandidate? {
    guard name.words.lowerBound == index + 1, isSurname(name) else { return nil }
    let opens = opensSentence(index, before: name)
    if !opens, let given = onlyGiven(index) {
      return person(index..<name.words.upperBound, given, confidence: name.probability)
    }
    // دعاء عبد العال: "Abd" begins no name behind a given one.
    if words.isPlain(index + 1, .abd), let plain = words.plain(index),
      plain.kinds.contains(.given), plain.classes.isEmpty, words.words[index].kind == .arabic
    {
      return person(index..<name.words.upperBound, plain, confidence: name.probability)
    }
    guard
      let given = givenName(behindCliticAt: index, mayBeDoubtful: true)
        ?? givenWord(behindCliticAt: index) ?? subject(at: index)
        ?? speaker(at: index, surname: name) ?? givenThing(at: index, surname: name)
        ?? kunya(behindCliticAt: index),
      !opens || !given.clitics.isEmpty
    else { return nil }
    return person(index..<name.words.upperBound, given, confidence: name.probability)
  }

  /// غنى سامي إمام: whether the word at `index` is the verb of a sentence whose subject is a whole name.
  func opensSentence(_ index: Int, before name: TaggedName) -> Bool {
    (index == 0 || SentenceSigns.isTerminator(words.sign(index - 1))) && name.words.count > 1
      && words.sayingVerb(at: name.words.upperBound) == nil
  }

  /// Whether a name is a person's, or one word that the lists have for a surname and for no place or body.
  private func isSurname(_ name: TaggedName) -> Bool {
    if name.type == .person { return true }
    guard name.words.count == 1, let plain = words.plain(name.words.lowerBound) else {
      return false
    }
    return plain.kinds.isCertainPart && plain.kinds.isDisjoint(with: [.place, .organisation])
  }

  /// هلال نادر شاهين: the words of a person's name with a given name that the tagger misses before the rest of it, and
  /// with a surname by a people behind given names.
  func wholeWords(of name: TaggedName) -> Range<Int> {
    let (first, end) = (name.words.lowerBound, name.words.upperBound)
    guard name.type == .person, end < words.count, words.words[end].kind == .arabic,
      name.words.allSatisfy({ index in words.readings(of: index).contains { isGiven($0) } }),
      let plain = words.plain(end)
    else { return name.words }
    if let next = names.first(where: { $0.words.lowerBound >= end }), next.type == .person,
      next.words.lowerBound == end + 1, !plain.hasArticle, plain.classes.isEmpty,
      isGiven(plain) || words.lexicon.givenWords.contains(plain.name), stem.isPart(end + 1)
    {
      return first..<next.words.upperBound
    }
    guard !names.contains(where: { $0.words.contains(end) }) else { return name.words }
    if stem.isNisba(end) || name.words.count < 3 && words.isPlain(end, .surnameNisba) {
      return first..<end + 1
    }
    guard let given = words.readings(of: first).first(where: { $0.start == begin(of: name) }),
      given.kinds.isCertainPart, given.kinds.isDisjoint(with: .common)
    else { return name.words }
    return first..<end + surnameLength(at: end, behind: first, given)
  }

  private func isGiven(_ reading: Reading) -> Bool {
    reading.kinds.contains(.given) && reading.kinds.isDisjoint(with: [.place, .organisation])
  }

  /// بلمى لطيف: a given name behind a clitic and a surname, of which the tagger finds neither.
  func pair(at index: Int, before next: TaggedName?) -> NameCandidate? {
    if let next, next.words.lowerBound <= index + 1 { return nil }
    guard stem.isPart(index + 1), let surname = words.plain(index + 1),
      !surname.classes.contains(.link)
    else { return nil }
    let isSurname =
      isNisba(index + 1)
      || surname.kinds.isCertainPart && surname.kinds.contains(.surname)
        && surname.kinds.isDisjoint(with: [.common, .place, .organisation])
        && surname.classes.isEmpty
    guard
      let given = givenName(behindCliticAt: index, mayBeDoubtful: isSurname)
        ?? (isSurname ? givenWord(behindCliticAt: index) : nil)
    else { return nil }
    return person(
      index..<index + 2, given, confidence: words.parameters.names.confidence.partBehindTitle)
  }

  /// فبوريل: a name that the lists hold for nothing else, behind a clitic, where no list has the word as it stands.
  func alone(at index: Int, before next: TaggedName?) -> NameCandidate? {
    if let next, next.words.lowerBound <= index { return nil }
    guard let plain = words.plain(index), words.words[index].kind == .arabic,
      plain.kinds.isEmpty, plain.classes.isEmpty,
      words.words[index].shape.isDisjoint(with: [.tanwin, .inflected]), !endsInPronoun(index)
    else { return nil }
    let other: NameKinds = [.common, .place, .organisation]
    let all = words.readings(of: index).dropFirst().filter { !$0.clitics.contains(.future) }
    guard let found = all.first(where: { !$0.kinds.isEmpty || !$0.classes.isEmpty }),
      found.kinds.isCertainPart, found.kinds.isDisjoint(with: other), found.classes.isEmpty,
      !found.hasArticle, !stem.hidesWord(found, at: index),
      // ولحسن الحظ
      all.allSatisfy({ $0.start <= found.start || $0.kinds.isEmpty && $0.classes.isEmpty }),
      words.words[index].span.upper - found.start >= words.parameters.names.shortestUnknownStem
    else { return nil }
    var end = index + 1
    while let part = words.plain(end), words.words[end].kind == .arabic,
      part.kinds.isCertainPart, part.kinds.isDisjoint(with: other), part.classes.isEmpty,
      next.map({ end < $0.words.lowerBound }) ?? true
    {
      end += 1
    }
    return person(
      index..<end, found, confidence: words.parameters.names.confidence.partBehindTitle)
  }

  /// لساني: whether a common word with "my" stands at `index`.
  private func endsInPronoun(_ index: Int) -> Bool {
    let span = words.words[index].span
    guard let last = words.text.scalar(before: span.upper), last.value == Letters.yaa else {
      return false
    }
    let owned = NameKey(words.text.string(in: TextSpan(span.lower, last.offset)))
    return words.names[owned]?.kinds.contains(.common) == true
  }

  /// وأم كريم: أبو or أم behind a clitic, where the word as it stands is no part of a name.
  private func kunya(behindCliticAt index: Int) -> Reading? {
    guard let plain = words.plain(index), plain.kinds.isSubset(of: .common), plain.classes.isEmpty,
      words.plain(index + 1)?.kinds.contains(.given) == true
    else { return nil }
    return words.readings(of: index).first { $0.classes.contains(.kunya) && !$0.clitics.isEmpty }
  }

  /// قال واثق البرازي: a given name that is another word as often, right behind a verb of saying and before a surname.
  private func subject(at index: Int) -> Reading? {
    guard words.sayingVerb(at: index - 1) != nil, let plain = words.plain(index),
      words.words[index].kind == .arabic, plain.classes.isEmpty, !plain.hasArticle,
      plain.isWholeName || words.lexicon.givenWords.contains(plain.name), stem.isPart(index + 1)
    else { return nil }
    return plain
  }

  /// على قمر نصار: a given name that is a thing which nobody is said to have, or a doubtful one, before an Arab surname or
  /// several parts of a name.
  private func givenThing(at index: Int, surname: TaggedName) -> Reading? {
    guard surname.words.count > 1 || isArabSurname(index + 1), words.words[index].kind == .arabic,
      let plain = words.plain(index)
    else { return nil }
    let isNothing = plain.kinds.isEmpty && plain.classes.isEmpty
    return words.readings(of: index).first { reading in
      guard !reading.hasArticle, reading.classes.isEmpty, !reading.clitics.contains(.future),
        reading.clitics.isEmpty || isNothing
          || plain.kinds == .common && reading.clitics == .conjunction
      else { return false }
      if stem.hidesWord(reading, at: index) { return false }
      return words.lexicon.givenThings.contains(reading.name)
        || reading.kinds.contains(.given) && !reading.kinds.contains(.rarePart)
          && reading.kinds.isDisjoint(with: [.place, .organisation])
    }
  }

  /// وفجر الزبيدي قالت: a given name that is another word as often, where a verb of saying stands behind its surname.
  private func speaker(at index: Int, surname: TaggedName) -> Reading? {
    guard words.sayingVerb(at: surname.words.upperBound) != nil, stem.isPart(index + 1),
      words.words[index].kind == .arabic
    else { return nil }
    return words.readings(of: index).first {
      ($0.clitics.isEmpty || $0.clitics.isSubset(of: [.conjunction, .fa])) && !$0.hasArticle
        && $0.classes.isEmpty
        && ($0.kinds.contains(.given) || words.lexicon.givenWords.contains($0.name))
        && !stem.hidesWord($0, at: index)
    }
  }

  /// لأسماء القربي: a given name that is another word far more often, behind a preposition, where no list has the word
  /// with it.
  private func givenWord(behindCliticAt index: Int) -> Reading? {
    guard stem.isPart(index + 1), let plain = words.plain(index), plain.kinds.isEmpty,
      plain.classes.isEmpty
    else { return nil }
    return words.readings(of: index).first {
      $0.clitics.contains(.preposition) && words.lexicon.givenWords.contains($0.name)
        && !stem.hidesWord($0, at: index)
    }
  }

  private func person(
    _ range: Range<Int>, _ given: Reading, confidence: Double
  ) -> NameCandidate {
    var found = NameCandidate(
      words: range, start: given.start, kind: .person, confidence: confidence, rule: .personChain)
    found.agreement = given.kinds.contains(.female) ? .feminine : .masculine
    return found
  }

  /// The given name behind a clitic, where the word as it stands is no other word and no name.
  ///
  /// Before a sure surname a given name that may be another word is one too: بزيدان عودة.
  private func givenName(behindCliticAt index: Int, mayBeDoubtful: Bool = false) -> Reading? {
    guard let plain = words.plain(index), plain.classes.isEmpty,
      plain.kinds.isDisjoint(with: [.common, .given, .surname, .person, .organisation])
    else { return nil }
    let all = words.readings(of: index).filter {
      !$0.clitics.isEmpty && !$0.clitics.contains(.future) && $0.kinds.contains(.given)
        && $0.classes.isEmpty && !stem.hidesWord($0, at: index)
    }
    if let known = all.first(where: { stem.weight(of: $0, .person) >= stem.known }) { return known }
    guard mayBeDoubtful, plain.kinds.isEmpty else { return nil }
    return all.first {
      !$0.kinds.isSuperset(of: [.rarePart, .common])
        // برفعت المطيري, برفعت آل سعيد, but not لنضال مانديلا.
        || $0.clitics.contains(.preposition) && isArabSurname(index + 1)
    }
  }

  /// Whether a surname with the article, "Al" or a given name that is nothing else stands at `index`.
  private func isArabSurname(_ index: Int) -> Bool {
    guard stem.isPart(index), let plain = words.plain(index) else { return false }
    return plain.hasArticle && plain.kinds.isDisjoint(with: .common)
      || !plain.classes.isDisjoint(with: [.abd, .link, .surnameNisba])
      || plain.kinds.isCertainPart && plain.kinds.contains(.given)
  }
}
