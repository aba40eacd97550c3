import ArabicText
import EntityModel

/// The words of one paragraph with all their readings, looked up in the lists.
struct ParagraphWords {
  let text: DecodedText
  let span: TextSpan
  private(set) var words: [Word] = []
  private(set) var readings: [Reading] = []
  /// Whether it tells the day and the like of an article in a list, and is none of its text.
  var isOfFacts = false
  let names: NameList
  let parameters: RuleParameters

  /// Reads the words of `span`.
  ///
  /// - Complexity: O(*n*) in the bytes of the span.
  init(
    of text: DecodedText, in span: TextSpan, names: NameList, parameters: RuleParameters = .standard
  ) {
    self.text = text
    self.span = span
    self.names = names
    self.parameters = parameters
    let tokens = DoubledMarks.joined(Tokenizer.tokens(of: text, in: span), in: text)
    words.reserveCapacity(tokens.count)
    readings.reserveCapacity(tokens.count * 2)
    var letters = LetterBuffer()
    for token in tokens where !isOfTag(token) && !closesTitle(token) {
      for piece in GluedWords.pieces(of: token, in: text) {
        read(piece, &letters)
        if isLongUnknown(words.count - 1) { cutUnknown(piece, &letters) }
      }
    }
    joinSpeltLetters()
  }

  /// #سامح_شكري, @سامح: whether a token is a sign of a tag, which parts no words: #, @ or _ before a letter.
  private func isOfTag(_ token: Token) -> Bool {
    guard token.kind == .punctuation, let sign = text.scalar(at: token.span.lower)?.value,
      [Signs.hash, Signs.at, Signs.underscore].contains(sign), token.span.utf8Count == 1,
      let next = text.scalar(at: token.span.upper), ScalarProperties(next.value).isLetter
    else { return false }
    // An address of mail has letters before the sign.
    return sign != Signs.at
      || text.scalar(before: token.span.lower).map { ScalarProperties($0.value).isLetter } != true
  }

  /// السيد/ سامح شكري: whether a token is the stroke that papers set behind a title, which parts no words.
  private func closesTitle(_ token: Token) -> Bool {
    guard token.kind == .punctuation, text.scalar(at: token.span.lower)?.value == Signs.slash,
      let last = words.last, last.kind == .arabic, last.span.utf8Count > 2,
      token.span.lower - last.span.upper <= 1, reading(words.count - 1, of: .title) != nil
    else { return false }
    let next = text.scalar(at: token.span.upper).flatMap {
      ScalarProperties($0.value).isSpace ? text.scalar(at: $0.span.upper) : $0
    }
    return next.map { ScalarProperties($0.value).isArabicLetter } == true
  }

  var count: Int { words.count }

  /// Not held: what goes over a paragraph hands its words on as values, and a copy would retain each of its tables.
  var lexicon: Lexicon { .builtIn }

  /// The readings of the word at `index` that may begin a name: behind clitics only where the word
  /// as it stands is no other word (كشفت is not ك and a town).
  func nameReadings(of index: Int) -> ArraySlice<Reading> {
    let all = readings(of: index)
    guard let plain = all.first else { return all }
    let isWord =
      plain.kinds.contains(.common)
      || !plain.classes.isDisjoint(with: [.function, .cue, .complementiser, .title, .document])
    if isWord { return all.prefix(1) }
    // وكاد is no "and as" before a name.
    guard let second = all.dropFirst().first, second.clitics == .conjunction,
      second.kinds.contains(.common) || !second.classes.isDisjoint(with: [.function, .cue]),
      second.kinds.isDisjoint(with: [.given, .surname])
    else { return all }
    return all.prefix(2)
  }

  /// The readings of the word at `index`; none beyond the ends.
  func readings(of index: Int) -> ArraySlice<Reading> {
    index >= 0 && index < words.count ? readings[words[index].readings] : []
  }

  /// The word at `index` as it stands, or `nil` for a sign.
  func plain(_ index: Int) -> Reading? {
    guard index >= 0, index < words.count else { return nil }
    let range = words[index].readings
    return range.isEmpty ? nil : readings[range.lowerBound]
  }

  /// The verb of saying at `index`, which takes no object beside its clause: what stands right behind it is its subject.
  func sayingVerb(at index: Int) -> CueForm? {
    guard index >= 0, sign(index) == 0, let verb = reading(index, of: .cue),
      let form = lexicon.cues[verb.word]?.first, form.strength == .strong,
      form.frame.isDisjoint(with: [.object, .secondObject, .nounPhrase])
    else { return nil }
    return form
  }

  /// The first reading of the word at `index` that is of any of `classes`.
  func reading(_ index: Int, of classes: WordClasses) -> Reading? {
    guard index >= 0, index < words.count else { return nil }
    for reading in readings[words[index].readings]
    where !reading.classes.isDisjoint(with: classes) {
      return reading
    }
    return nil
  }

  /// Whether the word at `index` joins parts of a name: فان دايك, but not فإن الطريق.
  func isLink(_ index: Int) -> Bool {
    guard let reading = plain(index), reading.classes.contains(.link) else { return false }
    return !reading.classes.contains(.complementiser)
      || plain(index + 1)?.hasArticle == false
        && text.scalars(in: words[index].span).contains { $0.value == Letters.alef }
  }

  /// The sign at `index`, or 0.
  func sign(_ index: Int) -> UInt32 {
    index >= 0 && index < words.count ? words[index].sign : 0
  }

  /// Whether the word at `index` is `classes` as it stands.
  func isPlain(_ index: Int, _ classes: WordClasses) -> Bool {
    guard let reading = plain(index) else { return false }
    return !reading.classes.isDisjoint(with: classes)
  }

  /// The gender of an organisation by the noun that begins its name or stands before it, where one is
  /// known: وزارة, حزب.
  func agreement(ofOrganisation index: Int) -> Agreement? {
    let nouns: WordClasses = [.organisationClass, .organisationHead]
    for place in [index, index - 1] {
      guard let reading = reading(place, of: nouns) else { continue }
      return reading.classes.contains(.female) ? .feminine : .masculine
    }
    return index < count && words[index].shape.contains(.feminine) ? .feminine : nil
  }

  /// إن.تي.سي: where the names of letters are joined by full stops, these end no sentence, and إن opens no
  /// clause.
  private mutating func joinSpeltLetters() {
    for dot in words.indices where [Signs.fullStop, Signs.slash].contains(words[dot].sign) {
      guard dot > 0, dot + 1 < words.count, words[dot - 1].span.upper == words[dot].span.lower
      else { continue }
      // د. جون سميث, د/ جون سميث: an abbreviation.
      if words[dot - 1].kind == .arabic,
        words[dot - 1].span.utf8Count == 2 || isAbbreviationBehindAnd(dot - 1),
        words[dot + 1].kind == .arabic
      {
        words[dot].sign = Signs.middleDot
        continue
      }
      guard words[dot].sign == Signs.fullStop else { continue }
      // الـ1.9: a fraction behind a tatweel.
      if words[dot + 1].kind == .number, words[dot].span.upper == words[dot + 1].span.lower {
        words[dot].sign = Signs.middleDot
        continue
      }
      guard
        words[dot].span.upper == words[dot + 1].span.lower,
        isLetterName(dot - 1), isLetterName(dot + 1)
      else { continue }
      words[dot].sign = Signs.middleDot
      for word in [dot - 1, dot + 1] {
        for place in words[word].readings {
          readings[place].classes = .letterName
          readings[place].kinds = []
        }
      }
    }
  }

  /// Whether a word is و and the abbreviation of a title, as ود before a full stop and a name.
  private func isAbbreviationBehindAnd(_ index: Int) -> Bool {
    words[index].span.utf8Count == 4
      && Self.abbreviations.contains(text.string(in: words[index].span))
  }

  private static let abbreviations: Set<String> = ["ود", "وم", "وأ"]

  private func isLetterName(_ index: Int) -> Bool {
    words[index].kind == .arabic && plain(index)?.classes.contains(.letterName) == true
  }

  private mutating func read(_ token: Token, _ letters: inout LetterBuffer) {
    var word = Word(
      span: token.span, kind: token.kind, sign: 0, readings: readings.count..<readings.count,
      shape: [])
    switch token.kind {
    case .punctuation:
      word.sign = sign(of: token)
    case .number:
      break
    case .foreign:
      letters.fill(text, token.span)
      word.shape = letters.foreignShape
      add(letters, start: 0, clitics: [], article: false)
    case .arabic:
      letters.fill(text, token.span)
      word.shape = letters.arabicShape
      addReadings(letters)
    }
    word.readings = word.readings.lowerBound..<readings.count
    words.append(word)
  }

  /// The scalar of a sign; the colon of an address (https://) is none that opens anything.
  private func sign(of token: Token) -> UInt32 {
    guard let sign = text.scalar(at: token.span.lower)?.value else { return 0 }
    if token.span.utf8Count == 2, let mark = DoubledMarks.marks[sign] { return mark }
    let isOfAddress =
      sign == Signs.colon && text.scalar(at: token.span.upper)?.value == Signs.slash
      && text.scalar(before: token.span.lower).map { ScalarProperties($0.value).isLetter } == true
    return isOfAddress ? Signs.slash : sign
  }

  private mutating func addReadings(_ letters: LetterBuffer) {
    add(letters, start: 0, clitics: [], article: hasArticle(letters))
    // وائل is no "and", whatever else stands in a list.
    if let plain = readings.last, plain.isWholeName, !plain.kinds.contains(.common) { return }
    let isOwned =
      letters.words[0] == Self.and[0] && lexicon.isOwnedNoun(letters.words)
      && !isGivenName(letters, from: 1)
    for split in Clitics.splits(ofFolded: letters.words)
    where split.stemStart < letters.words.count && split.stemStart > 0 && !isOwned {
      let clitics = CliticSet(split.proclitics)
      // للندن: a name that begins with ل and has no article.
      if split.hasArticle, isNameWithLam(letters, from: split.stemStart) {
        add(letters, start: split.stemStart, clitics: clitics, article: false)
        continue
      }
      add(letters, start: split.stemStart, clitics: clitics, article: split.hasArticle)
      // لل may hide the alef of the article, or the word begins with ل itself: للبنان.
      if split.hasArticle, letters.words[split.stemStart] == LetterBuffer.lam {
        add(letters, start: split.stemStart, clitics: clitics, article: false)
      }
    }
  }

  /// Whether the lists have what stands behind a clitic, and begins with ل, for a name, and not with an article before it.
  private func isNameWithLam(_ letters: LetterBuffer, from start: Int) -> Bool {
    guard letters.words[start] == LetterBuffer.lam else { return false }
    let named: NameKinds = [.place, .organisation, .person, .given]
    let bare = names[NameKey(folded: letters.names(from: start, adding: .none))]?.kinds ?? []
    guard !bare.isDisjoint(with: named),
      bare.isDisjoint(with: [.common, .rarePart, .doubtfulPlace])
    else { return false }
    // للجنة: not where a noun of a body or an office may have lost its article.
    return [UnwrittenArticle.alef, .whole].allSatisfy {
      (lexicon.classes[NameKey(folded: letters.words(from: start, adding: $0))] ?? []).isEmpty
    }
  }

  /// ولينا: whether a given name stands behind the first letters.
  private func isGivenName(_ letters: LetterBuffer, from start: Int) -> Bool {
    let name = NameKey(folded: letters.names(from: start, adding: .none))
    return lexicon.givenNames[name] != nil || names[name]?.kinds.contains(.given) == true
  }

  private func hasArticle(_ letters: LetterBuffer) -> Bool {
    letters.words.count > 3 && letters.words[0] == LetterBuffer.alef
      && letters.words[1] == LetterBuffer.lam
  }

  /// Whether no list has a long word, with or without clitics.
  private func isLongUnknown(_ index: Int) -> Bool {
    let word = words[index]
    return word.kind == .arabic && Self.glued.contains(word.span.utf8Count)
      && readings[word.readings].allSatisfy { $0.kinds.isEmpty && $0.classes.isEmpty }
  }

  /// مراسلالميادين, الأزهرفي: takes a word that no list has apart where it is two that lists have, the second with
  /// the article or a particle.
  private mutating func cutUnknown(_ token: Token, _ letters: inout LetterBuffer) {
    let (wordCount, readingCount) = (words.count - 1, words[words.count - 1].readings.lowerBound)
    let whole = (word: words[wordCount], readings: Array(readings[readingCount...]))
    for cut in GluedWords.doubtfulCuts(of: token, in: text) {
      words.removeSubrange(wordCount...)
      readings.removeSubrange(readingCount...)
      read(Token(span: TextSpan(token.span.lower, cut.offset), kind: .arabic), &letters)
      guard isKnown(wordCount, isFirst: true) else { continue }
      let rest = Token(span: TextSpan(cut.offset, token.span.upper), kind: .arabic)
      read(rest, &letters)
      if cut.isParticle { return }
      if isKnown(wordCount + 1, isFirst: false) { return }
      for end in GluedWords.doubtfulCuts(of: rest, in: text) where end.isParticle {
        words.removeSubrange((wordCount + 1)...)
        readings.removeSubrange(words[wordCount].readings.upperBound...)
        read(Token(span: TextSpan(cut.offset, end.offset), kind: .arabic), &letters)
        guard isKnown(wordCount + 1, isFirst: false) else { continue }
        read(Token(span: TextSpan(end.offset, token.span.upper), kind: .arabic), &letters)
        return
      }
    }
    if cutAtReport(token, at: wordCount, readingCount, &letters) { return }
    words.removeSubrange(wordCount...)
    readings.removeSubrange(readingCount...)
    words.append(whole.word)
    readings += whole.readings
  }

  /// وقالمتحدث, فيماأكدت: takes an unknown word apart where it is a conjunction and a reporting word, or one of
  /// these and a noun of those who speak.
  private mutating func cutAtReport(
    _ token: Token, at wordCount: Int, _ readingCount: Int, _ letters: inout LetterBuffer
  ) -> Bool {
    for cut in cutsBehindReport(token, &letters) {
      words.removeSubrange(wordCount...)
      readings.removeSubrange(readingCount...)
      read(Token(span: TextSpan(token.span.lower, cut), kind: .arabic), &letters)
      let opens = isPlain(wordCount, [.connector, .clauseOpener])
      guard opens || isReportingVerb(wordCount) else { continue }
      read(Token(span: TextSpan(cut, token.span.upper), kind: .arabic), &letters)
      if opens, isReportingVerb(wordCount + 1) { return true }
      if isPlain(wordCount + 1, [.title, .unnamedSource, .document, .organisationClass]) {
        return true
      }
    }
    return false
  }

  /// Where a conjunction or a reporting word ends that begins a word, with "and" or without.
  ///
  /// - Complexity: O(1): only the first letters are looked up.
  private func cutsBehindReport(_ token: Token, _ letters: inout LetterBuffer) -> [TextOffset] {
    letters.fill(text, token.span)
    let folded = letters.words
    guard folded.count > 4 else { return [] }
    let opening: WordClasses = [.cue, .connector, .clauseOpener]
    func opens(_ stem: ArraySlice<UInt32>) -> Bool {
      lexicon.classes[NameKey(folded: stem)]?.isDisjoint(with: opening) == false
    }
    return (2...min(Self.longestReport, folded.count - 3)).reversed().filter { end in
      opens(folded[..<end]) || Self.and.contains(folded[0]) && opens(folded[1..<end])
    }.map { letters.offsets[$0] }
  }

  /// و and ف.
  private static let and: [UInt32] = [0x648, 0x641]
  /// No reporting word has more letters, "and" included: واستنكرت.
  private static let longestReport = 8

  private func isReportingVerb(_ index: Int) -> Bool {
    readings[words[index].readings].contains { reading in
      reading.clitics.isDisjoint(with: .preposition) && reading.classes.contains(.cue)
        && lexicon.cues[reading.word]?.contains {
          !$0.slot.isParticiple && $0.slot != .noun && $0.strength != .weak
        } == true
    }
  }

  /// Whether the lists have a word, the first one as no part of a name: عبد of عبدالكريم is one.
  private func isKnown(_ index: Int, isFirst: Bool) -> Bool {
    readings[words[index].readings].contains { reading in
      guard !reading.clitics.contains(.future),
        reading.clitics.isDisjoint(with: .preposition) || !isFirst
      else { return false }
      if isFirst, !reading.kinds.isDisjoint(with: [.given, .surname]) { return false }
      let bare = reading.hasArticle ? lexicon.classesWithoutArticle[reading.word] ?? [] : []
      return !reading.kinds.isEmpty || !reading.classes.union(bare).isEmpty
    }
  }

  /// A word that is looked at for a missing space is as long, in bytes; a longer one would be read too often.
  private static let glued = 10...80

  private func isHamza(_ letter: UInt32) -> Bool { (0x622...0x625).contains(letter) }

  private mutating func add(
    _ letters: LetterBuffer, start: Int, clitics: CliticSet, article: Bool
  ) {
    // ألبرت begins with no article, though it does when folded.
    let article = article && !isHamza(text.scalar(at: letters.offsets[start])?.value ?? 0)
    let unwritten = article ? unwritten(letters, from: start) : .none
    let name = NameKey(folded: letters.names(from: start, adding: unwritten))
    let word = NameKey(folded: letters.words(from: start, adding: unwritten))
    var kinds = names[name]?.kinds ?? []
    if let given = lexicon.givenNames[name] { kinds.take(given) }
    if kinds.contains(.given), lexicon.women.contains(name) { kinds.insert(.female) }
    var isWhole = false
    if let whole = lexicon.wholeNames[name] {
      isWhole = true
      if !kinds.isPart {
        kinds.formUnion(kinds.contains(.common) ? whole.union(.doubtfulPart) : whole)
      }
    }
    var classes = lexicon.classes[word] ?? []
    // إمام is folded as أمام, "in front of".
    if word == NameKeys.imam, text.scalar(at: letters.offsets[start])?.value == Letters.alefBelow {
      classes.formIntersection([.title, .office, .continues])
    }
    readings.append(
      Reading(
        start: letters.offsets[start], clitics: clitics,
        hasArticle: article && !classes.contains(.ownLam), name: name, word: word, kinds: kinds,
        classes: classes, isWholeName: isWhole, unwritten: unwritten))
  }

  /// What of the article لل does not write in a stem that begins with lam: its alef, or all of it where the lists
  /// have the word with a lam of its own and not without (اللجنة, الليكود, اللاذقية).
  private func unwritten(_ letters: LetterBuffer, from start: Int) -> UnwrittenArticle {
    guard letters.words[start] == LetterBuffer.lam else { return .none }
    func isNoun(_ unwritten: UnwrittenArticle) -> Bool {
      let word = NameKey(folded: letters.words(from: start, adding: unwritten))
      return lexicon.classes[word]?.isDisjoint(with: .headsOfNames) == false
        || lexicon.classesWithoutArticle[word]?.isDisjoint(with: .headsOfNames) == false
    }
    func isName(_ unwritten: UnwrittenArticle) -> Bool {
      let name = NameKey(folded: letters.names(from: start, adding: unwritten))
      return names[name]?.kinds.isDisjoint(with: [.place, .organisation]) == false
    }
    if isNoun(.alef) { return .alef }
    return isNoun(.whole) || isName(.whole) && !isName(.alef) ? .whole : .alef
  }
}

extension NameKinds {
  /// Takes in what the list of given names says: a sure one is no other word, a fair one more often a name than `names.bin`
  /// has it.
  fileprivate mutating func take(_ given: NameKinds) {
    if given.contains(.doubtfulPart) {
      guard !isCertainPart else { return }
      remove(.rarePart)
    } else {
      if contains(.doubtfulPlace) { subtract([.place, .doubtfulPlace]) }
      subtract([.rarePart, .doubtfulPart, .common])
    }
    formUnion(given)
  }
}
