import ArabicText
import EntityModel

/// A word outside all names that may turn out to be the short form of one: a surname, a class noun.
struct AliasWord: Hashable, Sendable {
  /// The word behind its clitics, or "de X" together.
  var span: TextSpan
  /// Its key as a name.
  var key: NameKey
  /// Whether it is a common word, so that only a sure candidate takes it.
  var isCommon: Bool
}

/// A common noun that may stand for an entity: "the organisation", "a security source".
struct FoundNominal: Hashable, Sendable {
  /// The noun with the adjectives that agree with it.
  var span: TextSpan
  /// The noun alone, with the article: what introduced the entity is compared with it.
  var key: NameKey
  var isDefinite: Bool
  var classes: WordClasses
  var agreement: Agreement
  /// Whether it opens an iḍāfa or takes a complement, so that it stands for nothing by itself.
  var hasComplement: Bool
}

/// Collects the words and nouns of a paragraph that the joining step may need.
struct AliasCollector {
  let words: ParagraphWords
  /// The names found, in text order.
  let mentions: [FoundMention]

  private static let linkClasses: WordClasses = [.link, .kunya]

  /// Words that may be short forms of names.
  func aliases() -> [AliasWord] {
    var found: [AliasWord] = []
    forEachWordOutsideNames { index, next in
      let word = words.words[index]
      if words.isPlain(index, Self.linkClasses), let reading = words.plain(index),
        let second = words.plain(index + 1), words.words[index + 1].kind == .arabic
      {
        let span = TextSpan(word.span.lower, words.words[index + 1].span.upper)
        if next.map({ $0.lower >= span.upper }) ?? true {
          found.append(
            AliasWord(span: span, key: reading.name.appending(second.name), isCommon: false))
        }
      }
      for reading in words.readings(of: index) {
        guard reading.classes.isDisjoint(with: [.function, .complementiser, .notAlias, .demonym]),
          !word.shape.contains(.short)
        else { continue }
        found.append(
          AliasWord(
            span: TextSpan(reading.start, word.span.upper), key: reading.name,
            isCommon: reading.kinds.contains(.common) && !reading.hasArticle))
      }
    }
    return found
  }

  private static let nominalClasses: WordClasses = [
    .document, .unnamedSource, .title, .organisationClass, .organisationHead,
  ]

  /// How far a name may stand behind an office in bytes: "minister of foreign affairs of X, N".
  private static let titleReach = 60

  /// Common nouns that may stand for an entity.
  func nominals() -> [FoundNominal] {
    var found: [FoundNominal] = []
    forEachWordOutsideNames { index, next in
      if let nominal = nominal(at: index, next: next) { found.append(nominal) }
    }
    return found
  }

  private func nominal(at index: Int, next: TextSpan?) -> FoundNominal? {
    for reading in words.readings(of: index) {
      let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] : nil
      let classes = reading.classes.union(bare ?? [])
      guard !classes.isDisjoint(with: Self.nominalClasses),
        classes.isDisjoint(with: [.function, .notNominal])
      else {
        continue
      }
      let word = words.words[index]
      var end = index + 1
      while end < words.count, let adjective = words.plain(end), words.words[end].kind == .arabic,
        reading.hasArticle ? adjective.hasArticle : words.words[end].shape.contains(.nisba),
        adjective.classes.isDisjoint(with: [.function, .time, .relative, .title, .cue]),
        next.map({ words.words[end].span.upper <= $0.lower }) ?? true
      {
        end += 1
      }
      // "The minister of energy" without a name: the complement belongs to the title.
      let isOffice = classes.contains(.office) && !reading.hasArticle
      if isOffice, end == index + 1 {
        while end < words.count, end - index < 4, words.plain(end)?.hasArticle == true,
          words.isPlain(end, [.function, .time, .relative]) == false
        {
          end += 1
        }
      }
      let upper = words.words[end - 1].span.upper
      let gap = next.map { $0.lower.utf8 - upper.utf8 } ?? .max
      let isFollowedByName = gap <= (isOffice ? Self.titleReach : 2)
      return FoundNominal(
        span: TextSpan(reading.start, upper),
        key: reading.hasArticle
          ? reading.name
          : NameKey("ال" + words.text.string(in: TextSpan(reading.start, word.span.upper))),
        isDefinite: reading.hasArticle
          || classes.contains(.office) && words.plain(index + 1)?.hasArticle == true,
        classes: classes,
        agreement: classes.contains(.plural)
          ? .plural
          : classes.contains(.female) || word.shape.contains(.feminine)
            ? .feminine : .masculine,
        hasComplement: isFollowedByName)
    }
    return nil
  }

  /// Calls `body` with each word outside the names and the span of the name that follows.
  private func forEachWordOutsideNames(_ body: (Int, TextSpan?) -> Void) {
    var next = 0
    for index in 0..<words.count where words.words[index].kind == .arabic {
      let span = words.words[index].span
      while next < mentions.count, mentions[next].span.upper <= span.lower { next += 1 }
      let following = next < mentions.count ? mentions[next].span : nil
      if let following, following.overlaps(span) { continue }
      body(index, following)
    }
  }
}
