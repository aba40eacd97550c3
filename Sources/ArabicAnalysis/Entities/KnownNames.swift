import ArabicText
import EntityModel

/// The names that paragraphs show, by which the same ones are known again behind clitics: سلم إلى وافد كيالي ثم لوافد كيالي.
struct KnownNames {
  private struct Name {
    /// The words behind the first one.
    var rest: [NameKey]
    var type: NameType
    var probability: Double
  }

  /// The names by their first words, the longer first.
  private var names: [NameKey: [Name]] = [:]
  /// How sure the tagger is of persons, by their given names that are hardly anything else.
  private var givenNames: [NameKey: Double] = [:]

  /// The names of `paragraphs` of which the tagger is sure.
  init(of paragraphs: [TaggedNames]) {
    for paragraph in paragraphs {
      let words = paragraph.words
      let names = words.parameters.names
      for name in paragraph.names {
        guard name.probability >= (name.words.count > 1 ? names.leastTaggedAlone : names.sureTagged)
        else { continue }
        let first = name.words.lowerBound
        let start = paragraph.begin(of: name)
        // One that is cut itself, or of one word that is no person, shows nothing.
        guard start == words.words[first].span.lower, let key = words.plain(first)?.name,
          name.words.count > 1 || name.type == .person && isLong(first, in: words)
        else { continue }
        let rest = name.words.dropFirst().compactMap { words.plain($0)?.name }
        guard rest.count == name.words.count - 1 else { continue }
        self.names[key, default: []].append(
          Name(rest: rest, type: name.type, probability: name.probability))
        if name.type == .person, !rest.isEmpty, Self.isOnlyGiven(first, in: words) {
          givenNames[key] = max(givenNames[key] ?? 0, name.probability)
        }
      }
    }
    for key in names.keys { names[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  private func isLong(_ index: Int, in words: ParagraphWords) -> Bool {
    words.words[index].span.utf8Count >= words.parameters.names.shortestUnknownStem
  }

  /// `paragraph` with the names behind clitics that are known.
  ///
  /// - Complexity: O(*n*) in the words.
  func completing(_ paragraph: TaggedNames) -> TaggedNames {
    guard !names.isEmpty else { return paragraph }
    var completed = paragraph
    for index in paragraph.words.words.indices {
      if let name = name(at: index, in: paragraph) ?? givenName(at: index, in: completed) {
        completed.take(name)
      }
    }
    return completed
  }

  /// The known name that begins at `index`, where the tagger does not have it so: a person of several words wherever they stand,
  /// another behind a clitic where what stands there is no word and no name by itself.
  private func name(at index: Int, in paragraph: TaggedNames) -> TaggedName? {
    let words = paragraph.words
    guard let plain = words.plain(index) else { return nil }
    let isNothing = plain.kinds.isEmpty && plain.classes.isEmpty
    for reading in words.readings(of: index) where !reading.clitics.contains(.future) {
      let found = names[reading.name]?.first {
        (isNothing && !reading.clitics.isEmpty || !$0.rest.isEmpty && $0.type == .person)
          && stands($0, behind: index, in: words)
      }
      if let found {
        let range = index..<index + 1 + found.rest.count
        let isFound = paragraph.names.contains {
          $0.words.overlaps(range)
            && ($0.words.lowerBound < index || $0.words.upperBound > range.upperBound
              || $0.words == range && paragraph.begin(of: $0) == reading.start)
        }
        // لوادلان, as the tagger has it itself.
        if isFound, reading.clitics.isEmpty, isNothing { continue }
        guard !isFound else { return nil }
        return TaggedName(
          words: range, type: found.type, clitics: reading.clitics.letterCount,
          probability: found.probability)
      }
      // Another word or name behind fewer clitics.
      if !reading.clitics.isEmpty, !reading.kinds.isEmpty || !reading.classes.isEmpty { return nil }
    }
    return nil
  }

  /// لليث, مع ليث behind ليث الزبيدي: the given name alone of a person whom the text names whole, where the tagger sees none or
  /// takes a word into it that is no part of a name: ليث هدية ثمينة.
  private func givenName(at index: Int, in paragraph: TaggedNames) -> TaggedName? {
    let words = paragraph.words
    guard !givenNames.isEmpty, words.words[index].kind == .arabic, let plain = words.plain(index)
    else { return nil }
    let isNothing = plain.kinds.isEmpty && plain.classes.isEmpty
    let found = words.readings(of: index).first {
      ($0.clitics.isEmpty || isNothing && !$0.clitics.contains(.future))
        && givenNames[$0.name] != nil
    }
    guard let found, let probability = givenNames[found.name],
      !found.clitics.isEmpty || !isHeaded(index, in: words), standsAlone(at: index, in: paragraph)
    else { return nil }
    return TaggedName(
      words: index..<index + 1, type: .person, clitics: found.clitics.letterCount,
      probability: probability)
  }

  /// شارع ليث, أبو ليث: whether a noun stands before `index` with which a given name is the name of something else.
  private func isHeaded(_ index: Int, in words: ParagraphWords) -> Bool {
    let heads: WordClasses = [.organisationClass, .organisationHead, .placeClass, .kunya, .abd]
    return words.reading(index - 1, of: heads).map { !$0.hasArticle } ?? false
  }

  /// Whether a given name at `index` belongs to no longer name: محمد ليث, ليث الخطيب.
  private func standsAlone(at index: Int, in paragraph: TaggedNames) -> Bool {
    let words = paragraph.words
    let next = index + 1
    if Signs.hyphens.contains(words.sign(next)) { return false }
    // لليث هدية: a given name behind another one is no surname, and may be a common word.
    if paragraph.stem.isPart(next), let surname = words.plain(next),
      surname.hasArticle || surname.kinds.contains(.surname) && surname.kinds.isCertainPart
        || !surname.classes.isEmpty
    {
      return false
    }
    return !paragraph.names.contains { name in
      if name.words.upperBound == index { return name.type == .person }
      return name.words.contains(index) && !isTooLong(name, from: index, in: words)
    }
  }

  /// ليث هدية ثمينة: whether the tagger, not being sure, takes a common word for the surname of a given name of which it knows
  /// another one better.
  private func isTooLong(_ name: TaggedName, from index: Int, in words: ParagraphWords) -> Bool {
    let names = words.parameters.names
    if name.probability < names.leastTaggedAlone { return true }
    guard name.words.lowerBound == index, name.words.count > 1,
      name.probability < names.sureTagged,
      let given = words.readings(of: index).first(where: { givenNames[$0.name] != nil }),
      let next = words.plain(index + 1), !next.hasArticle,
      words.readings(of: index + 1).contains(where: { $0.kinds.contains(.common) })
    else { return false }
    let known = self.names[given.name] ?? []
    let same = known.filter { $0.rest.first == next.name }
    return known.contains { $0.probability > name.probability && $0.rest.first != next.name }
      && same.count < 2 && !same.contains { $0.probability >= names.sureTagged }
  }

  /// Whether the lists hold the word at `index` for a given name and for no common word and no other name.
  private static func isOnlyGiven(_ index: Int, in words: ParagraphWords) -> Bool {
    guard let plain = words.plain(index) else { return false }
    return plain.kinds.contains(.given) && plain.classes.isEmpty && !plain.hasArticle
      && plain.kinds.isDisjoint(with: [.common, .place, .organisation])
  }

  private func stands(_ name: Name, behind index: Int, in words: ParagraphWords) -> Bool {
    name.rest.enumerated().allSatisfy { words.plain(index + 1 + $0.offset)?.name == $0.element }
  }
}
