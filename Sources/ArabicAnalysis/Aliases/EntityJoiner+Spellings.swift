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
        let surname = text.string(in: clusters[number].canonical).split(separator: " ").last
      else { continue }
      let skeleton = surname.unicodeScalars.filter { !Self.longVowels.contains($0.value) }
      guard skeleton.count >= parameters.fewestSpeltAlike else { continue }
      let key = String(String.UnicodeScalarView(skeleton))
      guard let other = known[key] else {
        known[key] = number
        continue
      }
      if clusters[number].parts.count > 1, clusters[other].parts.count > 1,
        clusters[number].parts.first != clusters[other].parts.first
      {
        continue
      }
      merge(number, into: other)
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
      && (cluster.kind == .organisation || cluster.kind == .person)
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
}
