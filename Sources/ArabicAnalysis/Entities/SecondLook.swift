import ArabicText
import EntityModel

/// Has the tagger read words again without the letters before them that may be clitics.
///
/// Behind clitics, two of them above all (ولعماد، فلأنس), the tagger often sees no name, or takes the letters into
/// it: it has seldom learnt from such words. The same sentence without the letters leaves no doubt. Asked is only
/// where the lists have what is left for a name and the word as it stands for nothing, and where the first look found
/// nothing or is not sure.
struct SecondLook {
  let words: ParagraphWords
  /// What the tagger found at first.
  let names: [TaggedName]

  private let stem: NameStem
  private var parameters: RuleParameters.Names { words.parameters.names }

  init(words: ParagraphWords, names: [TaggedName]) {
    self.words = words
    self.names = names
    stem = NameStem(words: words)
  }

  /// The names of both looks.
  ///
  /// - Complexity: linear in the words, and a run of the tagger over some twenty words for each word in doubt.
  func names(askedOf session: TaggerSession) -> [TaggedName] {
    var cuts: [Int: Reading] = [:]
    for index in words.words.indices {
      if let cut = doubtfulCut(at: index) { cuts[index] = cut }
    }
    guard !cuts.isEmpty else { return names }
    var names = names
    for (index, cut) in cuts.sorted(by: { $0.key < $1.key }) {
      guard
        var found = look(at: index, cuts, splits: false, session)
          ?? look(at: index, cuts, splits: true, session)
      else { continue }
      let isUnknown = cut.kinds.isEmpty && cut.classes.isEmpty
      // In a word that no list has, only a person whom the tagger is sure of.
      if isUnknown, found.type != .person || found.probability < parameters.sureTagged { continue }
      found.clitics = cut.clitics.letterCount
      found.type = type(of: found, cut)
      take(found, cut, into: &names)
    }
    return names
  }

  /// The name that begins behind the clitics of the word at `index`; with `splits`, the clitics are read as a word of
  /// their own: without them a sentence may lack what shows that a name stands there.
  private func look(
    at index: Int, _ cuts: [Int: Reading], splits: Bool, _ session: TaggerSession
  ) -> TaggedName? {
    let around =
      max(0, index - parameters.seenBefore)..<min(words.count, index + 1 + parameters.seenBehind)
    var tokens: [Token] = []
    for place in around {
      let word = words.words[place]
      let start = cuts[place].map { seenStart(of: $0, at: place) } ?? word.span.lower
      if splits, place == index {
        tokens.append(Token(span: TextSpan(word.span.lower, start), kind: word.kind))
      }
      tokens.append(Token(span: TextSpan(start, word.span.upper), kind: word.kind))
    }
    let shift = around.lowerBound - (splits ? 1 : 0)
    let found = session.names(in: tokens, of: words.text).first {
      $0.words.lowerBound + shift == index
    }
    guard var found, found.probability >= parameters.leastSeenAgain else { return nil }
    found.words = index..<found.words.upperBound + shift
    return found
  }

  /// Puts a name of the second look in the place of what it overlaps, unless the first look is as sure of a name that
  /// begins there: then only the beginning is mended.
  ///
  /// A kind that the lists have is followed, and overrules one that they have not.
  private func take(_ found: TaggedName, _ cut: Reading, into names: inout [TaggedName]) {
    let first = found.words.lowerBound
    let isListed = Self.kinds(of: found.type).map { !cut.kinds.isDisjoint(with: $0) } ?? false
    if let place = names.firstIndex(where: { $0.words.lowerBound == first }),
      names[place].probability >= found.probability || cut.kinds.isEmpty && cut.classes.isEmpty,
      !isListed || !isOtherKind(names[place], cut)
    {
      names[place].clitics = found.clitics
      return
    }
    var found = found
    if isListed, !cut.kinds.contains(.common) {
      found.probability = max(found.probability, parameters.leastTaggedAlone)
    }
    names.removeAll { $0.words.overlaps(found.words) }
    names.insert(found, at: names.partitioningIndex { $0.words.lowerBound > first })
  }

  /// Where the tagger is to begin to read: behind the clitics, but before ل where لل hides the alef of the article.
  private func seenStart(of cut: Reading, at index: Int) -> TextOffset {
    guard cut.unwritten != .none else { return cut.start }
    let before = TextSpan(words.words[index].span.lower, cut.start)
    return words.text.scalars(in: before).map(\.offset).last ?? cut.start
  }

  /// The reading of the word at `index` behind clitics that is worth a second look.
  private func doubtfulCut(at index: Int) -> Reading? {
    let word = words.words[index]
    guard word.kind == .arabic, word.readings.count > 1, let plain = words.plain(index),
      plain.classes.isEmpty, !words.isInflection(at: index)
    else { return nil }
    var best: (reading: Reading, weight: Double)?
    for reading in words.readings(of: index).dropFirst() where mayBegin(reading, at: index) {
      guard isNothing(plain) || stem.isShadow(at: index) || isPaired(reading, plain, at: index)
      else { continue }
      let weight = stem.weight(of: reading, at: index)
      guard weight > 0 else { continue }
      // وكاد: a word behind fewer clitics.
      if isLike(behind: reading), isWord(before: reading, at: index) { break }
      if let last = best, last.weight > weight || last.weight == weight && !isMined(last.reading) {
        continue
      }
      best = (reading, weight)
    }
    let found = best.map { $0.weight >= leastWeight(of: $0.reading) ? $0.reading : nil }
    guard let cut = found ?? (best == nil ? unknownCut(at: index) : nil) else { return nil }
    return isSure(of: cut, at: index) ? nil : cut
  }

  /// فكوشنر: the longest cut in a word that no list has, where its letters speak for one and it does not end as other
  /// words do.
  private func unknownCut(at index: Int) -> Reading? {
    let word = words.words[index]
    guard word.shape.isDisjoint(with: [.inflected, .tanwin, .feminine, .endsInAlef]),
      let last = words.text.scalar(before: word.span.upper)?.value, last != Letters.taa,
      !words.isPlain(index - 1, .governor)
    else { return nil }
    return words.readings(of: index).first {
      stem.soundsCut($0, at: index)
        && word.span.upper - $0.start > parameters.shortestUnknownStem
    }
  }

  /// Whether the last letter before `reading` is ك.
  private func isLike(behind reading: Reading) -> Bool {
    words.text.scalar(before: reading.start)?.value == Letters.kaf
  }

  /// Whether what stands behind fewer clitics than `reading` has is a common word and no part of a name.
  private func isWord(before reading: Reading, at index: Int) -> Bool {
    words.readings(of: index).dropFirst().prefix { $0.start < reading.start }.contains {
      !$0.kinds.isPart && $0.kinds.contains(.common) && !stem.opensName($0, at: index)
    }
  }

  /// ولهيلاري, but not وباريس: whether a reading may be a name of the lists only because news had it behind a clitic;
  /// that is seldom ك (وكايل).
  private func isMined(_ reading: Reading) -> Bool {
    let parts: NameKinds = [
      .given, .surname, .female, .continues, .doubtfulPart, .rarePart,
    ]
    return !reading.isWholeName && reading.kinds.isPart && reading.kinds.isSubset(of: parts)
      && words.text.scalar(at: reading.start)?.value != Letters.kaf
  }

  /// بعمر البشير: a word like any other that is a given name behind a clitic, before a sure surname.
  private func isPaired(_ reading: Reading, _ plain: Reading, at index: Int) -> Bool {
    guard plain.kinds.isSubset(of: [.common, .continues]), !plain.hasArticle,
      stem.opensPair(reading, at: index), let next = words.plain(index + 1),
      words.words[index + 1].kind == .arabic
    else { return false }
    return next.kinds.isCertainPart && next.kinds.isDisjoint(with: .common)
  }

  private func leastWeight(of reading: Reading) -> Double {
    reading.clitics.letterCount > 1 ? stem.rare : stem.doubtful
  }

  /// Whether the word as it stands is no word and no name that a list has.
  private func isNothing(_ plain: Reading) -> Bool {
    plain.classes.isEmpty && !plain.isWholeName && !plain.kinds.isPart
      && plain.kinds.isDisjoint(with: [.common, .person, .place, .organisation])
  }

  /// Whether the lists have a name, or behind two clitics a noun that heads names, behind the clitics, and the tagger
  /// would read another word than at first: للعراق alone is read as it stands.
  private func mayBegin(_ reading: Reading, at index: Int) -> Bool {
    let names: NameKinds = [.given, .surname, .person, .place, .organisation]
    let isKnown =
      reading.isWholeName || !reading.kinds.isDisjoint(with: names)
      || stem.opensName(reading, at: index) || stem.opensPair(reading, at: index)
      || reading.clitics.letterCount > 1
        && (reading.classes.contains(.organisationHead)
          || reading.kinds.contains(.doubtfulOrganisation))
    return isKnown && !reading.clitics.contains(.future)
      && seenStart(of: reading, at: index) > words.words[index].span.lower
  }

  /// Whether the first look found a name that begins behind just these clitics, or one that goes on here.
  private func isSure(of reading: Reading, at index: Int) -> Bool {
    let place = names.partitioningIndex { $0.words.upperBound > index }
    guard place < names.count, names[place].words.contains(index) else { return false }
    guard names[place].words.lowerBound == index else { return true }
    if isOtherKind(names[place], reading) { return false }
    return names[place].clitics == reading.clitics.letterCount
      && names[place].probability >= parameters.leastTaggedAlone
  }
}
