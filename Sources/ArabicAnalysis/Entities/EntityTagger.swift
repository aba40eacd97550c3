import ArabicText
import EntityModel

/// Finds the names of one paragraph: at each word the rules propose, the longest proposal wins.
struct EntityTagger {
  let words: ParagraphWords
  let lists: ListRule
  let people: PersonRule
  let organisations: OrganisationRule
  let places: PlaceRule
  private let tagged: TaggedNames?
  private let userNames: UserNames

  /// - Parameters:
  ///   - words: The words of the paragraph.
  ///   - tagged: What the trained tagger says; without it the rules alone decide.
  ///   - userNames: Names of the user, which go before all others.
  init(
    words: ParagraphWords, tagged: TaggedNames? = nil, userNames: UserNames = UserNames()
  ) {
    self.words = words
    self.tagged = tagged
    self.userNames = userNames
    lists = ListRule(words: words)
    people = PersonRule(words: words)
    organisations = OrganisationRule(words: words)
    places = PlaceRule(words: words)
  }

  /// The names in text order, not overlapping.
  ///
  /// - Complexity: O(*n*) in the words: every rule looks a bounded number of words ahead.
  func mentions() -> [FoundMention] {
    var found: [FoundMention] = []
    var titles = TitleTracker(words: words)
    var index = 0
    while index < words.count {
      let proposal = best(at: index, titles.current, after: found.last)
      let choice = tagged.map { $0.choice(at: index, rules: proposal) } ?? proposal
      let match = userNames.match(at: index, in: words)
      // Not by map: a method that is handed on takes a copy of all that is here with it.
      var best = choice
      if let match {
        best = match.over(choice, in: words)
      } else if let choice {
        best = cut(withHouse(choice))
      }
      guard let best else {
        titles.pass(index)
        index += match?.words.count ?? 1
        continue
      }
      found.append(mention(best, titles.current))
      if best.kind == .person { titles.close() } else { titles.passName(of: best.words.count) }
      index = max(best.resume, index + 1)
    }
    return found
  }

  /// تميم بن حمد | آل ثاني: a person's name with the house that follows it, whatever its word is.
  private func withHouse(_ choice: NameCandidate) -> NameCandidate {
    let end = choice.words.upperBound
    guard choice.kind == .person, words.plain(end)?.word == NameKeys.house, end + 1 < words.count,
      words.words[end + 1].kind == .arabic, words.plain(end + 1)?.hasArticle == false
    else { return choice }
    var whole = choice
    whole.words = choice.words.lowerBound..<end + 2
    whole.resume = max(choice.resume, end + 2)
    return whole
  }

  /// `choice` without the words of a name of the user that begins inside it and is no part of it.
  private func cut(_ choice: NameCandidate) -> NameCandidate {
    for index in choice.words.dropFirst() {
      if let cut = userNames.match(at: index, in: words)?.cutting(choice, in: words) { return cut }
    }
    return choice
  }

  private func best(
    at index: Int, _ title: TitleContext?, after last: FoundMention?
  ) -> NameCandidate? {
    switch words.words[index].kind {
    case .number, .punctuation: return nil
    case .foreign: return foreign(at: index, title, after: last)
    case .arabic: break
    }
    let proposals = [
      listed(at: index, title, after: last), people.candidate(at: index, after: title),
      organisations.headed(at: index), organisations.classified(at: index),
      organisations.ministry(at: index), organisations.secondBody(at: index, after: last),
      organisations.markedSource(at: index),
      places.classified(at: index), places.coordinated(at: index, after: last),
    ]
    var best: NameCandidate?
    for case let proposal? in proposals where best.map({ proposal.isBetter(than: $0) }) ?? true {
      best = proposal
    }
    return best
  }
}
