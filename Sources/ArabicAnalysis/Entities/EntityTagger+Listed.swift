import ArabicText
import EntityModel

// Entries of the lists, where their context allows them.
extension EntityTagger {
  /// An entry of the lists, where its context allows it.
  func listed(
    at index: Int, _ title: TitleContext?, after last: FoundMention?
  ) -> NameCandidate? {
    guard var match = lists.longest(at: index), !standsBehindClass(match) else { return nil }
    let kinds = match.kinds
    // القدس المحتلة: said of the place, no part of its name.
    if match.words.count > 1, words.isPlain(match.words.upperBound - 1, .attribute) {
      match.words = match.words.dropLast()
    }
    let isLong = match.words.count > 1
    let confidence = words.parameters.names.confidence
    func candidate(_ kind: EntityKind, _ confidence: Double, _ rule: RuleID) -> NameCandidate {
      NameCandidate(
        words: match.words, start: match.reading.start, kind: kind, confidence: confidence,
        rule: rule)
    }
    if kinds.contains(.person) {
      guard !kinds.contains(.place) else {
        return place(candidate(.place, confidence.listedPlace, .listPlace), title)
      }
      var found = candidate(.person, confidence.listedLong, .listPerson)
      // The chain of name parts may go on where the entry ends.
      if let chain = people.candidate(at: index, after: nil),
        chain.words.upperBound > match.words.upperBound,
        (match.words.upperBound..<chain.words.upperBound).allSatisfy({ index in
          guard let part = words.plain(index) else { return true }
          return part.hasArticle || !part.kinds.contains(.rarePart)
        })
      {
        found = chain
      }
      found.agreement = match.reading.kinds.contains(.female) ? .feminine : .masculine
      return found
    }
    if kinds.contains(.organisation) {
      return candidate(.organisation, confidence.listedLong, .listOrganisation)
    }
    if kinds.contains(.place) {
      if !kinds.contains(.doubtfulPlace) || isLong && !kinds.contains(.common) {
        return place(
          candidate(
            .place, isLong ? confidence.listedLong : confidence.listedPlace, .listPlace), title)
      }
      guard match.reading.classes.isDisjoint(with: [.cue, .function, .title]) else { return nil }
      let isNeighbour = last.map { $0.kind == .place && follows(index, $0) } ?? false
      let isShort =
        words.words[index].shape.contains(.short)
        || words.words[index].span.utf8Count < words.parameters.names.shortPlace
      if places.isExpected(at: index, reading: match.reading) || isNeighbour && !isShort {
        return candidate(.place, confidence.expectedPlace, .listPlaceContext)
      }
    }
    return nil
  }

  /// "General Dayton": directly behind a title that takes no complement, the name of a place is that of
  /// a person.
  private func place(_ found: NameCandidate, _ title: TitleContext?) -> NameCandidate {
    guard let title, title.isAdjacent, title.classWord != TitleTracker.nothing,
      found.words.count == 1, words.reading(title.index, of: .title)?.hasArticle == true,
      words.words[found.words.lowerBound].span.lower == found.start
    else { return found }
    var person = found
    person.kind = .person
    person.confidence = words.parameters.names.confidence.placeAsPerson
    person.rule = .personTitlePlace
    person.agreement = title.agreement
    return person
  }

  /// Whether an entry begins with a class noun that stays outside: "the town of X", "the agency X".
  ///
  /// It does where the rest is an entry of the same kind.
  private func standsBehindClass(_ match: ListRule.Match) -> Bool {
    guard match.words.count > 1, !match.reading.hasArticle,
      !match.reading.classes.isDisjoint(with: [.placeClass, .organisationClass]),
      match.reading.classes.isDisjoint(with: .facility),
      let rest = lists.longest(at: match.words.lowerBound + 1),
      rest.words.upperBound == match.words.upperBound,
      rest.reading.start == words.words[rest.words.lowerBound].span.lower
    else { return false }
    let places: NameKinds = [.place, .doubtfulPlace]
    let organisations: NameKinds = [.organisation, .doubtfulOrganisation]
    return !match.kinds.isDisjoint(with: places) && !rest.kinds.isDisjoint(with: places)
      || !match.kinds.isDisjoint(with: organisations)
        && !rest.kinds.isDisjoint(with: organisations)
  }

  /// Whether only "and" or a comma stands between a mention and the word at `index`.
  private func follows(_ index: Int, _ mention: FoundMention) -> Bool {
    guard index > 0 else { return false }
    if words.words[index - 1].span.upper == mention.span.upper {
      return words.words[index].span.lower < (words.readings(of: index).last?.start ?? .zero)
    }
    return words.sign(index - 1) == Signs.comma && index > 1
      && words.words[index - 2].span.upper == mention.span.upper
  }
}
