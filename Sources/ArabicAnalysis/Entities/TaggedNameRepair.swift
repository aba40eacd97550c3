import ArabicText
import EntityModel

/// Mends what the tagger says where the words themselves show better.
///
/// A name ends before a complementiser, a preposition, an object; two names in a row are two; what only
/// looks like a name (a month, a title alone) is none.
struct TaggedNameRepair {
  let words: ParagraphWords
  private var stem: NameStem { NameStem(words: words) }

  /// The names, mended, in order and not overlapping.
  ///
  /// - Complexity: O(*n*) in the names' words.
  ///
  /// - Returns: the names, and the words before which a name was found to end.
  func repaired(_ names: [TaggedName]) -> (names: [TaggedName], borders: Set<Int>) {
    var found: [TaggedName] = []
    var borders: Set<Int> = []
    for name in names {
      let parts = parts(of: name)
      for border in parts.map(\.words.upperBound) + parts.map(\.words.lowerBound)
      where name.words.contains(border) && border > name.words.lowerBound {
        borders.insert(border)
      }
      for part in parts where !isNoName(part) && !isLatinForm(part, behind: found.last) {
        if let last = found.last,
          isOneName(last, part) || goesOn(last, with: part) || isDoubleName(last, part)
        {
          found[found.count - 1].words = last.words.lowerBound..<part.words.upperBound
          found[found.count - 1].type = .person
          found[found.count - 1].probability = max(last.probability, part.probability)
        } else {
          found.append(part)
        }
      }
    }
    return (found, borders)
  }

  private func parts(of name: TaggedName) -> [TaggedName] {
    var name = name
    while name.words.count > 2, isAbbreviation(name.words.lowerBound) {
      name.words = name.words.lowerBound + 2..<name.words.upperBound
      name.clitics = 0
    }
    if let mark = openedMark(in: name) {
      name.words = mark + 1..<name.words.upperBound
      name.clitics = 0
    }
    if let end = (name.words.lowerBound + 1..<name.words.upperBound).first(where: {
      endsName($0, name.type) && !isLastPart($0, of: name)
    }) {
      name.words = name.words.lowerBound..<end
    }
    // مات هانكوك Matt Hancock: the same name twice.
    if words.words[name.words.lowerBound].kind == .arabic,
      let latin = name.words.dropFirst().first(where: { words.words[$0].kind == .foreign }),
      words.words[latin..<name.words.upperBound].allSatisfy({ $0.kind == .foreign })
    {
      name.words = name.words.lowerBound..<latin
    }
    if isPerson(name) { name.type = .person }
    // لجان الحي: no ل before somebody called جان.
    if name.type == .person, name.clitics > 0,
      words.isPlain(name.words.lowerBound, [.organisationClass, .organisationHead])
    {
      name.type = .organisation
      name.clitics = 0
    }
    switch name.type {
    case .person:
      if isObject(name) { name.words = name.words.dropLast() }
      if beginsWithVerb(name) {
        name.words = name.words.dropFirst()
        name.clitics = 0
      }
      if hasRole(name) {
        name.words = name.words.dropFirst()
        name.clitics = 0
      }
      if let second = secondPerson(in: name) {
        return split(name, at: second, clitics: 1).flatMap(parts)
      }
      return isSubjectWithObject(name) ? split(name, at: name.words.lowerBound + 1) : [name]
    case .organisation:
      if endsInThing(name) { name.words = name.words.dropLast() }
      guard
        let second = (name.words.lowerBound + 1..<name.words.upperBound).first(where: {
          words.opensSecondBody(at: $0)
        })
      else { return [name] }
      return split(name, at: second, clitics: 1)
    case .place, .other: return [name]
    }
  }

  /// إذاعة "المنارة": where a mark opens behind a class noun that is closed behind the name only.
  private func openedMark(in name: TaggedName) -> Int? {
    guard name.type == .organisation,
      let mark = name.words.dropFirst().dropLast().last(where: {
        QuotationSigns.isMark(words.sign($0))
      }),
      QuotationSigns.isOpening(words.sign(mark)),
      name.words.dropFirst().count(where: { QuotationSigns.isMark(words.sign($0)) }) == 1,
      words.reading(mark - 1, of: .organisationClass) != nil
    else { return nil }
    return mark
  }

  /// سامر علي وفايز مجاهد, أم سعد وأم حسن: where "and" joins a second person, whose given name the lists have, while the
  /// word as it stands is nothing.
  ///
  /// A given name that is another word as often (فارس) needs a part of a name behind it; a word that no list has sounds as
  /// if it were behind "and" (هغلاند ودوستر).
  private func secondPerson(in name: TaggedName) -> Int? {
    name.words.dropFirst().first { index in
      guard let plain = words.plain(index), plain.classes.isEmpty, !plain.isWholeName,
        plain.kinds.isEmpty || stem.isShadow(plain, at: index),
        !Signs.hyphens.contains(words.sign(index - 1))
      else { return false }
      let isPaired = index + 1 < name.words.upperBound && stem.isPart(index + 1)
      return words.readings(of: index).contains { reading in
        guard reading.clitics == .conjunction else { return false }
        if isPaired, reading.classes.contains(.kunya) { return true }
        if stem.soundsCut(at: index, behind: reading) { return true }
        return reading.kinds.contains(.given) && (reading.kinds.isCertainPart || isPaired)
      }
    }
  }

  private func split(_ name: TaggedName, at index: Int, clitics: Int = 0) -> [TaggedName] {
    var (first, second) = (name, name)
    first.words = name.words.lowerBound..<index
    second.words = index..<name.words.upperBound
    second.clitics = clitics
    return [first, second]
  }

  /// باسل كيالي: a given name that is nothing else and a surname are a person, whatever the tagger holds.
  private func isPerson(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    if isTeknonym(name) { return true }
    guard name.type != .person, name.words.count == 2, words.words[first].kind == .arabic,
      let given = words.readings(of: first).first(where: { $0.clitics.letterCount == name.clitics }
      ),
      let surname = words.plain(first + 1), isOnlyGiven(given, before: surname),
      words.reading(first - 1, of: [.organisationClass, .organisationHead, .placeClass]) == nil
    else { return false }
    return words.names[given.name.appending(surname.name)]?.kinds
      .isDisjoint(with: [.place, .organisation]) ?? true
  }

  /// أم وليد: a given name behind أبو or أم, unless the lists have a place or a body of that name.
  private func isTeknonym(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.type != .person, name.words.count == 2, let child = words.plain(first + 1),
      let kunya = words.readings(of: first).first(where: {
        $0.clitics.letterCount == name.clitics && $0.classes.contains(.kunya)
      }), child.kinds.contains(.given), !child.hasArticle
    else { return false }
    return words.names[kunya.name.appending(child.name)]?.kinds
      .isDisjoint(with: [.place, .organisation]) ?? true
      && words.reading(first - 1, of: [.organisationClass, .organisationHead, .placeClass]) == nil
  }

  /// Whether a given name is nothing else, and a surname follows: behind a name of which another word could be
  /// made, one that the lists have.
  private func isOnlyGiven(_ given: Reading, before surname: Reading) -> Bool {
    let isSurname =
      surname.kinds.isPart && surname.kinds.isDisjoint(with: [.rarePart, .common])
    if given.isWholeName { return isSurname }
    guard given.kinds.contains(.given), given.kinds.isCertainPart, given.classes.isEmpty,
      given.kinds.isDisjoint(with: [.common, .place, .organisation, .surname])
        || given.kinds.isDisjoint(with: [.common, .place, .organisation]) && surname.hasArticle
    else { return false }
    return isSurname && surname.kinds.isDisjoint(with: [.place, .organisation])
  }

  /// Whether an abbreviated title, a letter and a full stop, stands at `index`.
  private func isAbbreviation(_ index: Int) -> Bool {
    let word = words.words[index]
    return word.kind == .arabic && word.span.utf8Count == 2
      && words.sign(index + 1) == Signs.middleDot
      && words.words[index + 1].span.lower == word.span.upper
  }

  /// مون جاي إن: whether a complementiser is the last of three words or more of a person that the tagger is sure of.
  private func isLastPart(_ index: Int, of name: TaggedName) -> Bool {
    name.type == .person && name.words.count > 2 && index == name.words.upperBound - 1
      && name.probability >= words.parameters.names.sureTagged
      && words.isPlain(index, .complementiser)
  }

  /// فإن, في: words that stand in no name of a person; أن, الذي in none at all.
  private func endsName(_ index: Int, _ type: NameType) -> Bool {
    if isAbbreviation(index) { return true }
    if type == .person,
      words.reportsBehindFa(index) || isAdjunct(index) || words.isPlain(index, .successor)
    {
      return true
    }
    guard let reading = words.plain(index), words.words[index].kind == .arabic else { return false }
    if words.isLink(index) { return false }
    if Signs.hyphens.contains(words.sign(index - 1)) { return false }
    // سي أن أن: the name of a letter.
    if reading.classes.contains(.letterName), words.reading(index - 1, of: .letterName) != nil {
      return false
    }
    if !reading.classes.isDisjoint(with: [.complementiser, .relative]) { return true }
    guard type == .person, reading.word != NameKeys.upon, !closesClause(index) else { return false }
    return reading.classes.contains(.governor) && !reading.kinds.isPart
  }

  /// وانغ ون بين، إن: whether nothing stands behind a word that a preposition would govern.
  private func closesClause(_ index: Int) -> Bool {
    index + 1 >= words.count || words.isPlain(index + 1, .complementiser)
      || SentenceSigns.isComma(words.sign(index + 1))
      || SentenceSigns.isTerminator(words.sign(index + 1)) || words.sign(index + 1) == Signs.colon
  }

  /// هنأ أردوغان بالعيد: whether a preposition and a common word with the article stand at `index`, and nothing else.
  private func isAdjunct(_ index: Int) -> Bool {
    guard let plain = words.plain(index), plain.kinds.isEmpty, plain.classes.isEmpty,
      !Signs.hyphens.contains(words.sign(index - 1))
    else { return false }
    return words.readings(of: index).contains {
      $0.clitics == .preposition && $0.hasArticle && $0.kinds.contains(.common) && !$0.kinds.isPart
    }
  }

  /// وصف أحمد منصور القرار: a common word with the article behind two parts of a name.
  private func isObject(_ name: TaggedName) -> Bool {
    let last = name.words.upperBound - 1
    guard name.words.count > 2, let reading = words.plain(last), reading.hasArticle,
      words.words[last].kind == .arabic
    else { return false }
    return reading.kinds.contains(.common) && !reading.kinds.isPart
      && reading.classes.isDisjoint(with: [.demonym, .notAlias, .title])
      && !words.words[last].shape.contains(.nisba)
      && (words.reading(name.words.lowerBound - 1, of: .cue) != nil || isBehindAnd(name))
      && words.plain(last - 1)?.kinds.isPart == true
  }

  /// حضر سامر علي ونادية عواد الجلسة: whether "and" joins the name to a part of another.
  private func isBehindAnd(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.clitics > 0, let last = words.plain(first - 1) else { return false }
    return (last.kinds.isPart || last.word == NameKeys.ali)
      && words.readings(of: first).contains { $0.clitics == .conjunction && $0.kinds.isPart }
  }

  /// وعين نواف سلام: whether the verb of a clause stands before a given name and another part of the name.
  private func beginsWithVerb(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    if isBorn(name) { return true }
    guard name.words.count > 2, let given = words.plain(first + 1),
      words.plain(first + 2)?.kinds.isPart == true,
      given.kinds.contains(.given), given.kinds.isCertainPart, !given.hasArticle,
      !words.isLink(first + 1), name.clitics > 0 || opensClause(first)
    else { return false }
    return words.readings(of: first).contains {
      $0.clitics.letterCount == name.clitics && $0.clitics.isDisjoint(with: .preposition)
        && $0.kinds.contains(.common) && !$0.kinds.isPart && !$0.isWholeName && !$0.hasArticle
        && $0.classes.isDisjoint(with: [.kunya, .abd, .title])
        && !words.lexicon.givenWords.contains($0.name)
    }
  }

  /// ولد حارث في فرنسا: whether "was born" opens the sentence before a name, where or when.
  private func isBorn(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    return name.words.count > 1 && words.readings(of: first).contains { $0.word == NameKeys.born }
      && (first == 0 || SentenceSigns.isTerminator(words.sign(first - 1)))
      && words.isPlain(name.words.upperBound, [.placePreposition, .time, .timePreposition])
  }

  /// خليفة ميركل: "the successor of" before a surname, unless the lists have somebody of that name.
  private func hasRole(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.words.count == 2, words.isPlain(first, .role), let role = words.plain(first),
      let surname = words.plain(first + 1), !surname.hasArticle
    else { return false }
    return surname.kinds.contains(.surname) && surname.kinds.isDisjoint(with: [.given, .common])
      && words.names[role.name.appending(surname.name)] == nil
  }

  /// أبعد سكالوني ديبالا: two surnames behind the verb that opens a clause are its subject and its object.
  private func isSubjectWithObject(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.words.count == 2, first > 0, words.words[first].kind == .arabic,
      words.words[first + 1].kind == .arabic,
      let left = words.plain(first), let right = words.plain(first + 1),
      isOnlySurname(left), isOnlySurname(right) || right.kinds.isCertainPart && !right.hasArticle,
      words.names[left.name.appending(right.name)] == nil
    else { return false }
    return opensClause(first - 1)
  }

  private func isOnlySurname(_ reading: Reading) -> Bool {
    let isSurname =
      reading.kinds.contains(.surname) && reading.kinds.isCertainPart
      || reading.isWholeName
    return isSurname && !reading.hasArticle
      && reading.kinds.isDisjoint(with: reading.isWholeName ? [] : .given)
  }

  /// Whether a verb that is no verb of saying opens a clause at `index`.
  private func opensClause(_ index: Int) -> Bool {
    let isFirst = index == 0 || SentenceSigns.isTerminator(words.sign(index - 1))
    return words.readings(of: index).contains { reading in
      reading.clitics == (isFirst ? reading.clitics : .conjunction)
        && reading.kinds.contains(.common)
        && !reading.hasArticle && reading.classes.subtracting([.cue, .ownLam, .encounter]).isEmpty
    } && words.reading(index, of: .title) == nil && !saysStrongly(index)
      && words.words[index].shape.isDisjoint(with: [.feminine, .nisba])
  }

  private func saysStrongly(_ index: Int) -> Bool {
    guard let cue = words.reading(index, of: .cue) else { return false }
    return words.lexicon.cues[cue.word]?.contains { $0.strength == .strong } == true
  }

  /// فوليد وهبي: whether what the tagger takes for two people is one, whose surname begins with و; and غسان بشناق, whose
  /// given name and surname are nothing else, whatever it takes them for.
  private func isOneName(_ last: TaggedName, _ next: TaggedName) -> Bool {
    if last.words.upperBound == next.words.lowerBound, next.words.count == 1,
      last.type != .person || next.type != .person
    {
      var whole = last
      whole.words = last.words.lowerBound..<next.words.upperBound
      whole.type = .other
      if isPerson(whole) { return true }
    }
    guard last.type == .person, last.words.count == 1,
      last.words.upperBound == next.words.lowerBound, next.words.count == 1,
      let surname = words.plain(next.words.lowerBound), surname.kinds.isCertainPart,
      next.type == .person || surname.kinds.isDisjoint(with: [.place, .organisation])
    else { return false }
    return words.readings(of: next.words.lowerBound).dropFirst().allSatisfy { !$0.kinds.isPart }
      && words.readings(of: last.words.lowerBound).contains { isGiven($0) }
  }

  /// طلعت وارف حبيب, عاكف قتيبة البغدادي: whether given names stand before the rest of the name.
  private func goesOn(_ last: TaggedName, with next: TaggedName) -> Bool {
    let (first, second) = (last.words.lowerBound, next.words.lowerBound)
    guard last.type == .person, next.type == .person, last.words.upperBound == second,
      let rest = words.plain(second), words.words[second].kind == .arabic,
      next.clitics == 0 || rest.kinds.isCertainPart || rest.isWholeName, !opensClause(first - 1),
      last.words.allSatisfy({ index in words.readings(of: index).contains { isGiven($0) } })
    else { return false }
    guard next.words.count > 1 else {
      return rest.hasArticle && stem.isPart(second)
        || rest.kinds.isCertainPart && !rest.kinds.contains(.common)
          && words.readings(of: second).dropFirst().allSatisfy { !$0.kinds.isPart }
    }
    return rest.isWholeName
      || isGiven(rest) && words.readings(of: second).dropFirst().allSatisfy { !$0.kinds.isPart }
  }

  private func isGiven(_ reading: Reading) -> Bool {
    reading.kinds.contains(.given) || words.lexicon.givenWords.contains(reading.name)
  }

  /// نازنين زاغري-راتكليف: whether a hyphen joins a surname to a whole name.
  private func isDoubleName(_ last: TaggedName, _ next: TaggedName) -> Bool {
    let hyphen = last.words.upperBound
    guard last.type == .person, next.type == .person, last.words.count > 1, next.words.count == 1,
      next.words.lowerBound == hyphen + 1, Signs.hyphens.contains(words.sign(hyphen))
    else { return false }
    return words.words[hyphen - 1].span.upper == words.words[hyphen].span.lower
      && words.words[hyphen].span.upper == words.words[hyphen + 1].span.lower
  }

  /// رمضان, البابا: a month of the Hijri year is no place, a title alone no person.
  private func isNoName(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    switch name.type {
    case .place:
      if words.reading(first, of: .month) != nil { return true }
      if isVerbalNoun(name) { return true }
      return name.words.count == 1 && words.reading(first, of: .homographPlace) != nil
        && !words.expectsPlace(at: first)
        && words.plain(first + 1)?.hasArticle == true
    case .person:
      if isMonth(name) || name.words.count < 3 && words.isOffice(at: first) { return true }
      if isAdverb(name) || isInflected(name) { return true }
      guard name.words.count == 1, let title = words.reading(first, of: .title) else {
        return false
      }
      return title.hasArticle && !title.kinds.isCertainPart
    case .organisation: return isClassNoun(before: name) || isNounAlone(name)
    case .other: return false
    }
  }

  /// لنيل الجائزة: whether a common word that no list has for a place stands behind a preposition.
  private func isVerbalNoun(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.words.count == 1, name.clitics > 0,
      let plain = words.plain(first), plain.kinds.isEmpty,
      let noun = words.readings(of: first).first(where: {
        $0.clitics.letterCount == name.clitics && $0.clitics.contains(.preposition)
      })
    else { return false }
    return noun.kinds.contains(.common) && !noun.hasArticle
      && noun.kinds.isDisjoint(with: [.place, .doubtfulPlace, .organisation])
  }

  /// فلاناً, لليمين: whether a word with tanwin, or a common one with the article behind ل, is no part of a name.
  private func isAdverb(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.words.count == 1, let plain = words.plain(first), plain.kinds.isEmpty else {
      return false
    }
    if words.words[first].shape.contains(.tanwin) { return true }
    // لأيام: when or how long.
    if words.readings(of: first).contains(where: {
      !$0.clitics.isEmpty && !$0.classes.isDisjoint(with: [.time, .measure]) && !$0.kinds.isPart
    }) {
      return true
    }
    let hidden = words.readings(of: first).filter { $0.unwritten != .none }
    return hidden.contains { $0.kinds.contains(.common) && !$0.kinds.isPart }
      && words.readings(of: first).allSatisfy { !$0.kinds.isCertainPart || $0.isWholeName }
  }

  /// ولايتان جمهوريتان: whether a verb or a noun in the dual or the plural, which no list has for a name, begins the name.
  private func isInflected(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    return words.isInflection(at: first)
      && words.readings(of: first).allSatisfy { !$0.kinds.isPart && !$0.isWholeName }
  }

  /// جمادى الأولى: whether the words behind the name of a month are common ones.
  private func isMonth(_ name: TaggedName) -> Bool {
    words.reading(name.words.lowerBound, of: .month) != nil
      && name.words.count > 1
      && name.words.dropFirst().allSatisfy { index in
        guard let reading = words.plain(index) else { return false }
        return reading.kinds.contains(.common) && !reading.kinds.isPart
      }
  }

  /// إذاعة "الفنار": whether what the tagger takes for a name is the class noun before one in marks.
  private func isClassNoun(before name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard words.reading(first, of: .organisationClass) != nil,
      QuotationSigns.isOpening(words.sign(first + 1)),
      name.words.count == 1 || name.words.upperBound == first + 2
    else { return false }
    return (first + 3..<first + 8).contains { QuotationSigns.isMark(words.sign($0)) }
  }

  /// لحزب | الاتحاد الوطني الحر: whether a noun of bodies without the article is all of a name, before a name of its own.
  private func isNounAlone(_ name: TaggedName) -> Bool {
    let first = name.words.lowerBound
    guard name.words.count == 1, words.sign(first + 1) == 0, words.words[first].kind == .arabic,
      let noun = words.readings(of: first).first(where: {
        $0.clitics.letterCount == name.clitics
      })
    else { return false }
    return !noun.hasArticle && noun.unwritten == .none && noun.kinds.isDisjoint(with: .organisation)
      && !noun.classes.isDisjoint(with: .organisationClass)
      && words.plain(first + 1)?.hasArticle == true
  }

  /// أنطونيو غوتيريش (António Guterres): a name in brackets that spells the one before it.
  private func isLatinForm(_ name: TaggedName, behind last: TaggedName?) -> Bool {
    guard let last, name.words.lowerBound == last.words.upperBound + 1,
      words.sign(last.words.upperBound) == Signs.openBracket,
      words.words[name.words].allSatisfy({ $0.kind == .foreign }),
      words.words[last.words].allSatisfy({ $0.kind == .arabic })
    else { return false }
    func texts(_ range: Range<Int>) -> [String] {
      words.words[range].map { words.text.string(in: $0.span) }
    }
    return ConsonantTable.builtIn.spellAlike(texts(last.words), texts(name.words))
  }
}

extension ParagraphWords {
  /// وادي «بليمون»: whether marks enclose the one word at `index`, before which a clitic would stand outside of them.
  func isMarkedAlone(_ index: Int) -> Bool {
    QuotationSigns.isMark(sign(index - 1)) && QuotationSigns.isMark(sign(index + 1))
  }

  /// أما زميله سالم فيقول: whether ف stands before a reporting word that is no part of a name.
  func reportsBehindFa(_ index: Int) -> Bool {
    guard let plain = plain(index), !plain.kinds.isPart, !plain.isWholeName else { return false }
    return readings(of: index).contains {
      $0.clitics.contains(.fa) && $0.classes.contains(.cue) && !$0.kinds.isPart
    }
  }

  /// أمين عام, أمين سر: whether an office stands at `index` with its complement, and no name that is one by itself.
  func isOffice(at index: Int) -> Bool {
    guard isPlain(index, .office), let next = plain(index + 1), words[index + 1].kind == .arabic
    else {
      return false
    }
    // أمين سر: the lists have the word only as the beginning of longer names.
    return !next.kinds.isPart
      && (next.kinds.contains(.common) || next.kinds.contains(.continues) && !next.hasArticle)
  }

  /// Whether "and" joins another body with its nisba at `index`, or bodies in the plural: حزب الله | والحكومة اللبنانية.
  func opensSecondBody(at index: Int) -> Bool {
    // غرفة دبي | والشركات
    let isMany = readings(of: index).contains { reading in
      reading.clitics == .conjunction && reading.hasArticle
        && lexicon.classesWithoutArticle[reading.word]?.contains(.unnamedSource) == true
        && text.string(in: words[index].span).hasSuffix("ات")
    }
    if isMany { return true }
    guard let nisba = plain(index + 1), nisba.classes.contains(.demonym) else { return false }
    return readings(of: index).contains {
      $0.clitics == .conjunction && $0.hasArticle
        && !$0.classes.isDisjoint(with: [.organisationHead, .stateBody])
    }
  }

  /// Whether what stands before `index` asks for a place: a preposition, attached or not, a class noun.
  func expectsPlace(at index: Int) -> Bool {
    if isPlain(index - 1, .placePreposition) || reading(index - 1, of: .placeClass) != nil {
      return true
    }
    guard let plain = plain(index) else { return false }
    return plain.kinds.isDisjoint(with: [.place, .doubtfulPlace])
      && readings(of: index).contains {
        $0.clitics.contains(.preposition) && $0.kinds.contains(.place)
      }
  }
}
