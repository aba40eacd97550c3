import ArabicText
import EntityModel

// Surnames that no list has, behind given names that are nothing else.
extension TaggedNames {
  /// لزفر الهاجري, وليد بلفقيه: a given name that the lists hold for nothing else and what stands behind it, where the tagger
  /// finds less of it or nothing.
  func sureName(at index: Int, before next: TaggedName?) -> NameCandidate? {
    guard let given = sureGiven(at: index), !opensPlace(at: index),
      words.reading(index - 1, of: [.organisationClass, .organisationHead, .placeClass]) == nil
    else { return nil }
    // غنى سامي إمام
    if given.clitics.isEmpty, let next, next.words.lowerBound == index + 1,
      opensSentence(index, before: next)
    {
      return nil
    }
    var end = index + 1
    while end < index + words.parameters.names.mostGivenNames, isPlainGiven(end) { end += 1 }
    let known = end
    end += surnameLength(at: end, behind: index, given)
    // سامر خليل: of two given names the second is a surname as well.
    guard end > known || end > index + 1 && words.plain(end - 1)?.kinds.contains(.surname) == true
    else { return nil }
    if let next, next.words.lowerBound < end, next.words.upperBound > index {
      // مدرسة "سالم بشير": a body or a place of just these words, or of some of them where the tagger is sure.
      let names = words.parameters.names
      let isWhole = next.words == index..<end && next.probability >= names.leastTaggedAlone
      let isElsewhere = next.words.lowerBound > index || next.words.upperBound > end
      if next.type != .person, isWhole || isElsewhere && next.probability >= names.sureTagged {
        return nil
      }
      end = max(end, next.words.upperBound)
    }
    var found = NameCandidate(
      words: index..<end, start: given.start, kind: .person,
      confidence: words.parameters.names.confidence.chain, rule: .personChain)
    found.agreement = given.kinds.contains(.female) ? .feminine : .masculine
    return found
  }

  /// The given name at `index`, as it stands or behind clitics where the word as it stands is nothing.
  private func sureGiven(at index: Int) -> Reading? {
    guard let plain = words.plain(index), words.words[index].kind == .arabic,
      !words.words[index].shape.contains(.tanwin)
    else { return nil }
    if isSureGiven(plain) { return plain }
    guard plain.kinds.isEmpty, plain.classes.isEmpty, !plain.hasArticle else { return nil }
    return words.readings(of: index).dropFirst().first {
      !$0.kinds.isEmpty || !$0.classes.isEmpty
    }.flatMap { isSureGiven($0) && !$0.clitics.contains(.future) ? $0 : nil }
  }

  /// هونغ كونغ: whether the lists have a place or a body of the word at `index` and the next one.
  private func opensPlace(at index: Int) -> Bool {
    guard let next = words.plain(index + 1) else { return false }
    return words.readings(of: index).contains { reading in
      words.names[reading.name.appending(next.name)]?.kinds
        .isDisjoint(with: [.place, .organisation]) == false
    }
  }

  private func isSureGiven(_ reading: Reading) -> Bool {
    reading.kinds.contains(.given) && reading.kinds.isCertainPart && reading.classes.isEmpty
      && !reading.hasArticle
      && reading.kinds.isDisjoint(with: [.common, .place, .doubtfulPlace, .organisation])
  }

  private func isPlainGiven(_ index: Int) -> Bool {
    guard let plain = words.plain(index), words.words[index].kind == .arabic else { return false }
    return isSureGiven(plain)
  }

  /// How many words from `index` on are the surname of somebody whose `given` name stands at `first`, 0 where none is.
  func surnameLength(at index: Int, behind first: Int, _ given: Reading) -> Int {
    guard let plain = words.plain(index), words.words[index].kind == .arabic else { return 0 }
    let linking: WordClasses = [.link, .kunya, .abd]
    if NameKeys.clans.contains(plain.word)
      || !plain.classes.isDisjoint(with: linking) && plain.classes.isDisjoint(with: .complementiser)
    {
      guard let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
        next.kinds.isPart || next.hasArticle || isUnknown(index + 1)
      else { return 0 }
      return 2
    }
    guard isSurname(plain, at: index, behind: first, given) else { return 0 }
    // إمام أوغلو
    return words.plain(index + 1)?.word == NameKeys.oglu ? 2 : 1
  }

  private func isSurname(
    _ reading: Reading, at index: Int, behind first: Int, _ given: Reading
  ) -> Bool {
    if stem.isNisba(index) || reading.classes.contains(.surnameNisba) { return true }
    guard reading.classes.isEmpty || reading.classes == .demonym,
      reading.kinds.isDisjoint(with: [.place, .organisation, .doubtfulOrganisation])
    else { return false }
    if reading.hasArticle {
      // ناجي جلول السيرة الذاتية, كاميرون نوري المشارك: two names are whole without it.
      guard reading.kinds.isPart || index == first + 1 else { return false }
      guard reading.kinds.contains(.common) || !reading.classes.isEmpty else { return true }
      // إلى كمال القضاة: no object stands there.
      return given.clitics.contains(.preposition)
        || words.isPlain(first - 1, [.placePreposition, .governor])
        || words.sayingVerb(at: first - 1) != nil || words.sayingVerb(at: index + 1) != nil
    }
    // رولا رضوان سعادة: behind two given names a word that is a surname as often as another.
    if reading.kinds.isPart, !reading.kinds.contains(.rarePart) {
      return reading.kinds.isDisjoint(with: .common) || index > first + 1
    }
    return isUnknown(index)
  }

  /// بلفقيه: whether no list has a word, with clitics or without, and it does not end as other words do.
  private func isUnknown(_ index: Int) -> Bool {
    let word = words.words[index]
    guard word.span.utf8Count >= words.parameters.names.shortestUnknownStem,
      word.shape.isDisjoint(with: [.inflected, .tanwin, .presentVerb, .endsInAlef]),
      let last = words.text.scalar(before: word.span.upper)?.value, last != Letters.taa
    else { return false }
    return words.readings(of: index).allSatisfy { $0.kinds.isEmpty && $0.classes.isEmpty }
  }
}
