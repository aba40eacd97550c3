import ArabicText
import EntityModel

// Names of one entity that are longer and shorter, or spelt in two ways.
extension EntityJoiner {
  /// Makes one entity of people of whom one is called by the last words of the other's name, three or more:
  /// أمير عبد اللهيان of حسين أمير عبد اللهيان; or by two that end the other's name as one: نصر الله of حسن نصرالله.
  ///
  /// - Complexity: O(*n*) in the people.
  mutating func joinFullerNames() {
    for number in clusters.indices where clusters[number].kind == .person {
      let cluster = clusters[number]
      guard cluster.ownName == nil, !cluster.mentions.isEmpty else { continue }
      let all =
        cluster.parts.count >= parameters.longestShortForm
        ? bearers(of: cluster.parts)
        : cluster.parts.count == 2 ? cluster.squeezed.flatMap { bearers(of: [$0]) } : []
      let owners = all.filter { $0 != number && !clusters[$0].mentions.isEmpty }
      if owners.count == 1, let owner = owners.first { merge(number, into: owner) }
    }
  }

  /// Makes one entity of organisations whose names differ in what papers write or leave out: the country at
  /// the end (البنك المركزي العراقي, المقاومة الإسلامية في لبنان), "and" and long vowels inside (الفدرالي,
  /// الفيدرالي).
  ///
  /// A name without its country is joined where the text has only one that it can be, and where it stands
  /// before that one, does not speak of another country there.
  ///
  /// - Complexity: O(*n*) in the organisations and the letters of their names.
  mutating func joinOrganisations(in text: DecodedText) {
    var spelt: [String: Int] = [:]
    var shorter: [String: Set<Int>] = [:]
    var names: [(number: Int, name: String)] = []
    for number in clusters.indices where clusters[number].kind == .organisation {
      guard clusters[number].ownName == nil, !clusters[number].mentions.isEmpty,
        clusters[number].parts.count > 1
      else { continue }
      let name = text.string(in: clusters[number].canonical)
      let words = Self.words(of: name)
      let skeleton = Self.skeleton(words)
      if words.count >= parameters.fewestWordsSpeltAlike, let other = spelt[skeleton] {
        merge(number, into: other)
        continue
      }
      spelt[skeleton] = number
      names.append((number, skeleton))
      if let short = Self.asConstruct(words) {
        shorter[Self.skeleton(short), default: []].insert(number)
      }
      if let bare = Self.withoutCountry(words, of: name), bare.count > 1 {
        shorter[Self.skeleton(bare), default: []].insert(number)
      }
    }
    let countries = shorter.isEmpty ? StatedCountries() : StatedCountries(self)
    for (number, name) in names {
      guard let owners = shorter[name], owners.count == 1, let owner = owners.first,
        owner != number, !clusters[owner].mentions.isEmpty,
        !isForeign(clusters[number], before: clusters[owner], countries, text)
      else { continue }
      merge(number, into: owner)
    }
    joinArticles(in: text)
  }

  /// Whether a name without its country begins in the text before the whole one, and of another country.
  func isForeign(
    _ general: EntityCluster, before whole: EntityCluster, _ countries: StatedCountries,
    _ text: DecodedText
  ) -> Bool {
    guard let first = general.firstMention, let later = whole.firstMention,
      first.lower < later.lower
    else { return false }
    return countries.areOthers(
      than: whole, at: first, in: text, longestSentence: parameters.longestSentence)
  }

  /// إيكونومست, الإيكونومست: makes one entity of organisations of one word that are written with the article and
  /// without.
  private mutating func joinArticles(in text: DecodedText) {
    var bare: [String: Int] = [:]
    for isDefinite in [false, true] {
      for number in clusters.indices
      where clusters[number].kind == .organisation && clusters[number].parts.count == 1 {
        guard clusters[number].ownName == nil, !clusters[number].mentions.isEmpty,
          let word = Self.words(of: text.string(in: clusters[number].canonical)).first,
          word.hasPrefix("ال") == isDefinite
        else { continue }
        if !isDefinite {
          bare[word] = number
        } else if let other = bare[String(word.dropFirst(2))] {
          merge(number, into: other)
        }
      }
    }
  }

  /// The folded words; #أمهات_المختطفين are two.
  static func words(of name: String) -> [String] {
    Folding.search.fold(name).split { $0.isWhitespace || $0 == "#" || $0 == "_" }.map(String.init)
  }

  /// The words without "and" before the article and without the letters of long vowels.
  private static func skeleton(_ words: [String]) -> String {
    words.map { word in
      let bare = word.hasPrefix("وال") ? Substring(word.dropFirst()) : Substring(word)
      // The first letter is no long vowel.
      let rest = bare.unicodeScalars.dropFirst().filter { !longVowels.contains($0.value) }
      return String(bare.prefix(1)) + String(String.UnicodeScalarView(rest))
    }.joined(separator: " ")
  }

  /// معهد الإحصاء of المعهد الوطني للإحصاء: the head and what it is for, without the adjectives between.
  private static func asConstruct(_ words: [String]) -> [String]? {
    guard words.count > 2, let head = words.first, let last = words.last, last.hasPrefix("لل"),
      words.dropLast().allSatisfy({ $0.hasPrefix("ال") || $0 == head })
    else { return nil }
    let noun =
      head.hasPrefix("ال") ? head.dropFirst(2) : head.hasPrefix("ل") ? head.dropFirst() : nil
    return noun.map { [String($0), "ال" + last.dropFirst(2)] }
  }

  /// The words of `name` before a nisba of a country at the end, or before "in" and a place of one word.
  private static func withoutCountry(_ words: [String], of name: String) -> [String]? {
    guard let last = name.split(whereSeparator: \.isWhitespace).last else { return nil }
    if words.count > 3, words[words.count - 2] == "في" { return Array(words.dropLast(2)) }
    let classes = Lexicon.builtIn.classes[NameKey(phrase: String(last))] ?? []
    return classes.contains(.demonym) ? Array(words.dropLast()) : nil
  }

  /// The one organisation of the text of whose name `word` is a part: المركزي of البنك المركزي, المقاومة of
  /// المقاومة الإسلامية.
  ///
  /// - Complexity: O(1) in the clusters.
  func organisation(calledBy word: NameKey) -> Int? {
    let bearers = organisationsByPart[word] ?? []
    return bearers.count == 1 ? bearers.first : nil
  }
}
