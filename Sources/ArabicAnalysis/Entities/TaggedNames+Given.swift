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

  /// لكامل بركات: a given name behind a clitic before a surname that the tagger finds alone.
  func whole(_ name: TaggedName, from index: Int) -> NameCandidate? {
    guard name.type == .person, name.words.lowerBound == index + 1 else { return nil }
    // دعاء عبد العال: "Abd" begins no name behind a given one.
    if words.isPlain(index + 1, .abd), let plain = words.plain(index),
      plain.kinds.contains(.given), plain.classes.isEmpty, words.words[index].kind == .arabic
    {
      return person(index..<name.words.upperBound, plain, confidence: name.probability)
    }
    guard
      let given = givenName(behindCliticAt: index, mayBeDoubtful: true)
        ?? givenWord(behindCliticAt: index)
    else { return nil }
    return person(index..<name.words.upperBound, given, confidence: name.probability)
  }

  /// بلمى لطيف: a given name behind a clitic and a surname, of which the tagger finds neither.
  func pair(at index: Int, before next: TaggedName?) -> NameCandidate? {
    if let next, next.words.lowerBound <= index + 1 { return nil }
    guard let surname = words.plain(index + 1), words.words[index + 1].kind == .arabic,
      surname.kinds.isPart, surname.hasArticle || !surname.kinds.contains(.rarePart)
    else { return nil }
    let isSurname =
      surname.kinds.isCertainPart && surname.kinds.contains(.surname)
      && surname.kinds.isDisjoint(with: [.common, .place, .organisation]) && surname.classes.isEmpty
    guard let given = givenName(behindCliticAt: index, mayBeDoubtful: isSurname) else { return nil }
    return person(
      index..<index + 2, given, confidence: words.parameters.names.confidence.partBehindTitle)
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
      $0.clitics.contains(.preposition) && !$0.kinds.isSuperset(of: [.rarePart, .common])
    }
  }
}
