import ArabicText
import EntityModel

// Spellings of one foreign name, which differ in their long vowels: ميدفيدف, ميدفيديف, مدفيديف.
extension EntityJoiner {
  /// Makes one entity of people whose surnames have the same consonants and who do not differ in their
  /// given names.
  ///
  /// Names with the article and those that are given names as well differ by their vowels (سالم, سليم)
  /// and are left alone.
  ///
  /// - Complexity: O(*n*) in the people and the letters of their names.
  mutating func joinSpellings(in text: DecodedText) {
    var known: [String: Int] = [:]
    for number in clusters.indices where clusters[number].kind == .person {
      guard clusters[number].ownName == nil, clusters[number].isForeign,
        !clusters[number].mentions.isEmpty
      else { continue }
      let words = text.string(in: clusters[number].canonical).split(separator: " ")
      guard let surname = words.last else { continue }
      let keys = ForeignSound.keys(of: surname, fewest: parameters.fewestSpeltAlike)
      let other = keys.lazy.compactMap { known[$0] }.first
      guard let other else {
        for key in keys { known[key] = number }
        continue
      }
      let given = text.string(in: clusters[other].canonical).split(separator: " ")
      if words.count > 1, given.count > 1, !ForeignSound.areAlike(words[0], given[0]) { continue }
      merge(number, into: other)
    }
    joinAlike(in: text)
  }

  /// Makes one person of names that differ in a space (لو مير, لومير), in a letter of the surname where that
  /// stands alone (كورتز, كورتنز), or in a letter of a foreign given name (يتسحاق بريك, إسحاق بريك).
  ///
  /// - Complexity: O(*n* *m*) in the people that have foreign surnames and those called by a surname alone.
  private mutating func joinAlike(in text: DecodedText) {
    var squeezed: [String: Int] = [:]
    var whole: [(number: Int, words: [String])] = []
    var alone: [(number: Int, word: String)] = []
    for number in clusters.indices
    where clusters[number].kind == .person && clusters[number].ownName == nil
      && !clusters[number].mentions.isEmpty
    {
      let words = Folding.search.fold(text.string(in: clusters[number].canonical))
        .split(separator: " ").map(String.init)
      if words.count > 1 {
        if let other = squeezed[words.joined()] {
          merge(number, into: other)
        } else {
          squeezed[words.joined()] = number
          whole.append((number, words))
        }
      } else if let word = words.first, clusters[number].isForeign,
        word.count >= parameters.fewestAlike
      {
        alone.append((number, word))
      }
    }
    whole = Array(whole.prefix(parameters.mostAlike))
    for (number, word) in alone.prefix(parameters.mostAlike) {
      let owners = whole.filter {
        clusters[$0.number].isForeign && Self.differByOne($0.words.last ?? "", word)
      }
      if owners.count == 1, let owner = owners.first { merge(number, into: owner.number) }
    }
    for (place, later) in whole.enumerated() where later.words.count == 2 {
      let owners = whole[..<place].filter {
        $0.words.count == 2 && $0.words[1] == later.words[1]
          && !clusters[$0.number].mentions.isEmpty
          && (isForeignGiven(clusters[$0.number]) || isForeignGiven(clusters[later.number]))
          && (Self.differByOne($0.words[0], later.words[0])
            || Self.differByOne(Self.consonants($0.words[0]), Self.consonants(later.words[0])))
      }
      if owners.count == 1, let owner = owners.first { merge(later.number, into: owner.number) }
    }
  }

  /// Whether no list has the first word of a name as a given name.
  private func isForeignGiven(_ cluster: EntityCluster) -> Bool {
    guard let first = cluster.parts.first else { return false }
    return NameList.builtIn[first]?.kinds.contains(.given) != true
  }

  private static func consonants(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.filter { !longVowels.contains($0.value) }))
  }

  /// Whether one letter more, fewer or another makes one word of the other, behind the same first letter or
  /// before the same last one.
  private static func differByOne(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count > 2, long.count - short.count <= 1 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    let rest = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
    return same + rest >= long.count - 1
  }

  /// Makes one place of names of one word that differ in long vowels, and of which a list has one at most: أسمرا, أسمرة;
  /// بيلاروسيا, بلاروسيا.
  ///
  /// - Complexity: O(*n*) in the places and the letters of their names.
  mutating func joinPlaceSpellings(in text: DecodedText) {
    var known: [String: Int] = [:]
    for number in clusters.indices where clusters[number].kind == .place {
      guard clusters[number].ownName == nil, !clusters[number].mentions.isEmpty,
        let word = Self.words(of: text.string(in: clusters[number].canonical)).first,
        clusters[number].parts.count == 1, word.count >= parameters.fewestAlike
      else { continue }
      let end = word.hasSuffix("ه") ? word.dropLast() : Substring(word)
      let key = String(word.prefix(1)) + Self.consonants(String(end.dropFirst()))
      guard let other = known[key] else {
        if key.count >= parameters.fewestSpeltAlike { known[key] = number }
        continue
      }
      if clusters[number].entry == nil {
        merge(number, into: other)
      } else if clusters[other].entry == nil {
        merge(other, into: number)
        known[key] = number
      }
    }
  }

  static let longVowels: Set<UInt32> = [0x627, 0x648, 0x64A, 0x649]

  /// Moves the mentions of one cluster to another.
  mutating func merge(_ number: Int, into other: Int) {
    clusters[other].absorb(clusters[number])
    clusters[number].removeMentions()
  }

  /// Where a company of one word is named behind "the shares of", all its mentions are one organisation,
  /// also those that nothing else shows to be names.
  ///
  /// Only words that no list knows: a common word is no company wherever it stands.
  ///
  /// - Complexity: O(*n*) in the words outside names.
  mutating func joinCompanies() {
    var companies: [NameKey: Int] = [:]
    for (number, cluster) in clusters.enumerated()
    where cluster.parts.count == 1 && !cluster.mentions.isEmpty
      && (cluster.kind == .organisation || cluster.kind == .person || isPlaceOfTagger(cluster))
    {
      companies[cluster.parts[0]] = number
    }
    guard !companies.isEmpty else { return }
    var isShare: Set<Int> = []
    var found: [(word: AliasWord, cluster: Int)] = []
    for paragraph in findings {
      for word in paragraph.aliases where word.traits.contains(.unknown) {
        guard endings[word.key] == nil, let number = companies[word.key] else { continue }
        if word.traits.contains(.share) { isShare.insert(number) }
        found.append((word, number))
      }
      for mention in paragraph.mentions where mention.isBehindShare {
        if let key = mention.parts.first, let number = companies[key] { isShare.insert(number) }
      }
    }
    for (word, number) in found
    where isShare.contains(number)
      || clusters[number].kind == .organisation && clusters[number].mentions.count > 1
    {
      guard !clusters[number].isMentioned(in: word.span) else { continue }
      clusters[number].add(
        Mention(span: word.span, confidence: parameters.ending, rule: .aliasRepeat))
      aliasSpans.append(word.span)
    }
    for number in isShare { clusters[number].kind = .organisation }
  }

  /// Whether the tagger alone holds a name for a place, which no list has.
  private func isPlaceOfTagger(_ cluster: EntityCluster) -> Bool {
    cluster.kind == .place && cluster.mentions.allSatisfy { $0.rule == .tagger }
  }
}
