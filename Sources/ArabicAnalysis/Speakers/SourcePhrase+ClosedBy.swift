import ArabicText
import EntityModel

// What closes a source: the object of its verb, whom it was told.
extension SourcePhrase {
  /// نفى رئيس البلدية ادعاء المعارضة: whether a noun without the article follows a phrase that one with the article or
  /// a name has closed.
  func opensObject(_ index: Int, behind head: Int) -> Bool {
    guard index > head + 1, words.words[index].kind == .arabic, let noun = words.plain(index),
      let last = words.plain(index - 1), last.hasArticle || context.mention(at: index - 1) != nil
    else { return false }
    return !noun.hasArticle && noun.kinds.contains(.common) && !noun.kinds.isPart
      && noun.classes.isDisjoint(with: Self.insidePhrase)
      && !words.words[index].shape.contains(.nisba)
  }

  /// وصف الوزير الاتفاق بأنه: whether a noun with the article stands between one right behind a verb that takes two
  /// objects and the second of these.
  func isDescribed(_ index: Int, behind head: Int) -> Bool {
    guard index == head + 1, let subject = words.plain(head), subject.hasArticle,
      let noun = words.plain(index), noun.hasArticle, noun.kinds.contains(.common),
      !noun.kinds.isPart, noun.classes.isDisjoint(with: [.demonym, .adjective, .title]),
      !words.words[index].shape.contains(.nisba), let verb = words.reading(head - 1, of: .cue),
      words.lexicon.cues[verb.word]?.contains(where: { $0.frame.contains(.secondObject) }) == true
    else { return false }
    return words.readings(of: index + 1).contains {
      $0.clitics.contains(.preposition) || $0.classes.contains(.complementiser)
    } || words.words[min(index + 1, words.count - 1)].shape.contains(.short)
  }

  /// حث البابا المؤمنين: whether a word with the article and ين is the plural of a common word of four letters or more.
  func isPluralOfCommon(_ index: Int, _ noun: Reading) -> Bool {
    let singular = words.text.string(in: words.words[index].span).dropFirst(2).dropLast(2)
    return singular.unicodeScalars.count > 3 && !noun.kinds.isPart
      && noun.classes.isDisjoint(with: [.title, .adjective, .demonym])
      && words.names[NameKey(String(singular))]?.kinds.contains(.common) == true
  }

  /// ذكرت مصادر لرويترز أن: whether ل stands before the name of a body that begins at `index`.
  func isRecipient(_ index: Int) -> Bool {
    guard let mention = context.mention(at: index), mention.kind == .organisation,
      mention.span.lower > words.words[index].span.lower
    else { return false }
    return words.text.scalar(before: mention.span.lower)?.value == Letters.lam
  }

  /// Whether the noun at `index` is that of a person.
  func isPerson(_ index: Int) -> Bool {
    words.readings(of: index).contains { reading in
      let bare = words.lexicon.classesWithoutArticle[reading.word] ?? []
      return !reading.classes.union(reading.hasArticle ? bare : [])
        .isDisjoint(with: [.title, .unnamedSource])
    }
  }

  /// What may stand without the article behind a noun with it and belong to the source.
  private static let insidePhrase: WordClasses = [
    .function, .title, .unnamedSource, .document, .organisationClass, .organisationHead,
    .insideTitle, .quantity, .each,
  ]
}
