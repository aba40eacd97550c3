import ArabicText
import EntityModel

/// Entities that are known beforehand, looked up by where they are mentioned.
struct GivenEntities {
  let entities: [Entity]
  /// All mentions by where they begin, the wider first.
  let places: [(span: TextSpan, entity: Int, form: Mention.Form)]
  /// Those of ``places`` that no wider mention covers.
  private let outermost: [(span: TextSpan, entity: Int, form: Mention.Form)]

  init(_ entities: [Entity]) {
    self.entities = entities
    var places: [(span: TextSpan, entity: Int, form: Mention.Form)] = []
    for (number, entity) in entities.enumerated() {
      for mention in entity.mentions where mention.span.lower < mention.span.upper {
        places.append((mention.span, number, mention.form))
      }
    }
    places.sort { ($0.span.lower, $1.span.upper) < ($1.span.lower, $0.span.upper) }
    self.places = places
    var outermost: [(span: TextSpan, entity: Int, form: Mention.Form)] = []
    var covered = TextOffset.zero
    for place in places where place.span.lower >= covered {
      outermost.append(place)
      covered = place.span.upper
    }
    self.outermost = outermost
  }

  /// The mentions that begin in a paragraph, in text order, none inside another; what `proposed`
  /// mentions of the same words show of gender and class is kept.
  ///
  /// - Complexity: O(log *m* + *k* + *p*) with *m* mentions, *k* of them in the paragraph and *p*
  ///   proposed ones.
  func mentions(in words: ParagraphWords, proposed: [FoundMention]) -> [FoundMention] {
    var index = first(from: words.span.lower)
    var next = 0
    var word = 0
    var found: [FoundMention] = []
    while index < outermost.count, outermost[index].span.lower < words.span.upper {
      let place = outermost[index]
      index += 1
      while next < proposed.count, proposed[next].span.upper <= place.span.lower { next += 1 }
      while word < words.count, words.words[word].span.upper <= place.span.lower { word += 1 }
      let entity = entities[place.entity]
      var mention = FoundMention(
        span: place.span, kind: entity.kind, form: place.form, confidence: 1, rule: .given,
        parts: [], agreement: nil, classWord: nil)
      if place.form == .nominal {
        mention.agreement = agreement(ofNoun: word, in: words)
      } else if next < proposed.count, proposed[next].span.overlaps(place.span),
        proposed[next].kind == entity.kind
      {
        mention.agreement = proposed[next].agreement
        mention.classWord = proposed[next].classWord
      }
      if entity.kind == .organisation, place.form == .name, mention.agreement == nil {
        mention.agreement = words.agreement(ofOrganisation: word)
      }
      found.append(mention)
    }
    return found
  }

  /// What the form of a common noun shows.
  private func agreement(ofNoun index: Int, in words: ParagraphWords) -> Agreement? {
    guard index < words.count else { return nil }
    for reading in words.readings(of: index) {
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
      let classes = reading.classes.union(bare)
      if classes.contains(.plural) { return .plural }
      if classes.contains(.female) { return .feminine }
    }
    return words.words[index].shape.contains(.feminine) ? .feminine : .masculine
  }

  private func first(from offset: TextOffset) -> Int {
    outermost.firstIndex(from: offset, by: \.span)
  }
}
