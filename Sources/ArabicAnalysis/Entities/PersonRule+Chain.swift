import ArabicText
import EntityModel

// Given names, surnames and unknown words in a row.
extension PersonRule {
  func chain(
    at index: Int, _ reading: Reading, after title: TitleContext?
  ) -> NameCandidate? {
    let first = strength(index, reading)
    let isAbd = reading.classes.contains(.abd) && words.plain(index + 1)?.hasArticle == true
    var end = index + (isAbd ? 2 : 1)
    guard first > .none || isAbd else { return nil }
    // "said Kakar", not "said as Akar": no preposition stands between a verb or a title and its name.
    if let title, title.isAdjacent, !reading.clitics.isDisjoint(with: [.preposition, .fa]) {
      return reading.isWholeName || reading.kinds.isCertainPart
        ? chain(at: index, reading, after: nil) : nil
    }
    let isCertain = isAbd || first == .certain
    let hasLink = isLinked(index)
    let mayStart = isCertain || title != nil || first == .doubtful || hasLink
    guard mayStart, !reading.hasArticle || first >= .doubtful || isSubject(index, reading, title)
    else { return nil }
    guard let needsSecond = needsSecond(index, reading, first, title, hasLink: hasLink) else {
      return nil
    }
    if needsSecond, end == index + 1 {
      guard let next = words.plain(end), !next.hasArticle, strength(end, next) > .none else {
        return nil
      }
    }
    guard !reading.classes.contains(.link) || isCertain && !reading.kinds.contains(.surname)
    else { return nil }
    end = extend(from: end, first: index, hasTitle: title != nil, certain: isCertain ? 1 : 0)
    if end == index + 1, isLastName(end, behind: index, title) { end += 1 }
    let length = end - index
    let sure = words.parameters.names.confidence
    var confidence = sure.chain
    if length == 1 {
      guard let alone = confidenceAlone(index, reading, first, title) else { return nil }
      confidence = alone
    } else if !isCertain, title == nil, !hasLink {
      let second = words.plain(index + 1).map { strength(index + 1, $0) } ?? .none
      guard second >= .doubtful else { return nil }
      confidence = sure.doubtfulChain
    }
    if reading.hasArticle, length > 1 { return nil }
    var found = NameCandidate(
      words: index..<end, start: reading.start, kind: .person, confidence: confidence,
      rule: title != nil ? .personTitle : length > 1 ? .personChain : .personPart)
    found.isTentative = length == 1 && title == nil && confidence < words.parameters.names.sureAlone
    found.agreement = title?.agreement ?? gender(reading)
    return found
  }

  /// Whether a weak first word needs a second one to be a name; `nil` where it cannot begin a name.
  private func needsSecond(
    _ index: Int, _ reading: Reading, _ first: Strength, _ title: TitleContext?, hasLink: Bool
  ) -> Bool? {
    guard first == .unknown || first == .rare, !(hasLink && reading.clitics.isEmpty) else {
      return false
    }
    if isSubject(index, reading, title) { return false }
    guard let title, title.allowsUnknown, reading.clitics.isEmpty, !reading.hasArticle else {
      return nil
    }
    return title.needsTwoWords || first == .rare
  }

  /// "said al-Maliki that": one unknown or rare name behind a verb in the masculine, where what follows
  /// shows that the subject is complete.
  private func isSubject(_ index: Int, _ reading: Reading, _ title: TitleContext?) -> Bool {
    guard let title, title.isReport, title.isAdjacent, title.agreement == .masculine,
      reading.clitics.isEmpty, reading.classes.isEmpty
    else { return false }
    let shape = words.words[index].shape
    if reading.hasArticle { guard shape.contains(.nisba) else { return false } }
    if reading.kinds.contains(.common), !reading.kinds.isPart || !opensReport(index + 1) {
      guard reading.kinds.isPart, reading.hasArticle else { return false }
    }
    guard shape.isDisjoint(with: [.feminine, .inflected]) else { return false }
    return opensReport(index + 1) || words.isPlain(index + 1, [.function, .time])
  }

  /// Whether a colon, a comma, a mark or a complementiser stands at `index`.
  private func opensReport(_ index: Int) -> Bool {
    let sign = words.sign(index)
    return sign == Signs.colon || SentenceSigns.isComma(sign) || QuotationSigns.isOpening(sign)
      || words.isPlain(index, .complementiser)
  }

  /// Whether a particle of names and a name part follow: "Gilles de Kerchove".
  private func isLinked(_ index: Int) -> Bool {
    guard words.isLink(index + 1), let link = words.plain(index + 1), !link.hasArticle,
      let next = words.plain(index + 2)
    else { return false }
    return strength(index + 2, next) > .rare || strength(index + 2, next) == .unknown
  }

  /// How sure a name of one word is, or `nil` where it is none.
  private func confidenceAlone(
    _ index: Int, _ reading: Reading, _ strength: Strength, _ title: TitleContext?
  ) -> Double? {
    let confidence = words.parameters.names.confidence
    if let title {
      if isSubject(index, reading, title) { return confidence.subjectAlone }
      if title.isReport || title.needsTwoWords, !title.isAdjacent { return nil }
      if reading.hasArticle, !reading.clitics.isEmpty { return nil }
      if strength >= .doubtful { return confidence.partBehindTitle }
      guard strength == .unknown, title.isNear else { return nil }
      return title.isAdjacent ? confidence.unknownBehindTitle : confidence.unknownNearTitle
    }
    guard strength == .certain, !reading.clitics.contains(.preposition),
      !reading.clitics.contains(.fa),
      reading.kinds.isDisjoint(with: [.place, .organisation, .common]),
      !hidesClosedWord(index, but: reading)
    else { return nil }
    if reading.hasArticle { return reading.clitics.isEmpty ? confidence.articleAlone : nil }
    return reading.kinds.contains(.surname) && !reading.kinds.contains(.given)
      ? confidence.surnameAlone : confidence.givenAlone
  }
}
