import ArabicText
import EntityModel

// Names that leave out words of a longer one of the text: محكمة العدل of محكمة العدل العليا.
extension EntityJoiner {
  /// Makes one entity of a name of several words and the only longer name of the text that it is a part of.
  ///
  /// An organisation or a place may be called by the first words of its name, an organisation also without the adjectives
  /// behind its noun; a person by a given name of two words, or without the names between the first and the last. What the
  /// lists have as a name of its own (مجلس الأمن beside مجلس الأمن القومي) stays alone.
  ///
  /// - Complexity: O(*n*) in the names and their words.
  mutating func joinParts(in text: DecodedText) {
    var wholes: [PartialName: Set<Int>] = [:]
    var names: [Int: [String]] = [:]
    for number in clusters.indices
    where clusters[number].ownName == nil && !clusters[number].mentions.isEmpty {
      let kind = clusters[number].kind
      guard kind == .organisation || kind == .place || kind == .person else { continue }
      let words = Self.words(of: text.string(in: clusters[number].canonical))
      guard words.count <= parameters.longestOfParts else { continue }
      names[number] = words
      for part in Self.parts(of: words, kind) where part != words {
        wholes[PartialName(kind: kind, words: part), default: []].insert(number)
      }
    }
    guard !wholes.isEmpty else { return }
    let countries = StatedCountries(self)
    for (number, words) in names.sorted(by: { $0.key < $1.key }) {
      guard
        let owners = wholes[PartialName(kind: clusters[number].kind, words: words)],
        owners.count == 1, let owner = owners.first, owner != number,
        isOpen(number, words, to: names[owner] ?? []),
        !clusters[owner].mentions.isEmpty, !clusters[number].mentions.isEmpty,
        !isForeign(clusters[number], before: clusters[owner], countries, text)
      else { continue }
      merge(number, into: owner)
    }
  }

  private struct PartialName: Hashable {
    var kind: EntityKind
    var words: [String]
  }

  /// Whether a name may be a part of another: no list has it, and no nisba of a country closes it (الجيش السوري is not
  /// الجيش السوري الحر) but where it closes the other, too.
  private func isOpen(_ number: Int, _ words: [String], to whole: [String]) -> Bool {
    guard let last = words.last else { return false }
    // الأقصى of المسجد الأقصى
    if clusters[number].kind == .place, words.count == 1 { return true }
    // الاتحاد الدولي of الاتحاد الدولي لكرة القدم, which the text names with what it is for, is no other one of the lists.
    if whole.starts(with: words), words.count > 1, whole[words.count].hasPrefix("ل"),
      whole[words.count].count > 3
    {
      return true
    }
    guard clusters[number].entry == nil else { return false }
    return clusters[number].kind == .person || whole.last == last
      || Lexicon.builtIn.classes[NameKey(phrase: last)]?.contains(.demonym) != true
  }

  private static func parts(of words: [String], _ kind: EntityKind) -> [[String]] {
    switch kind {
    case .person: return partsOfPerson(words)
    case .place: return isFacility(words) ? beginnings(of: words) + adjective(in: words) : []
    case .organisation:
      let short = withoutAdjectives(words)
      return beginnings(of: words) + (short.map { [$0] + beginnings(of: $0) } ?? [])
        + betweenEnds(words) + endings(of: words) + adjective(in: words) + properEnding(of: words)
    case .document, .unnamed: return []
    }
  }

  /// The first words, two or more.
  private static func beginnings(of words: [String]) -> [[String]] {
    words.count > 2 ? (2..<words.count).map { Array(words[..<$0]) } : []
  }

  /// سيتي of مانشستر سيتي, سان جرمان of باريس سان جرمان, المركزي الأوروبي of البنك المركزي الأوروبي: the last words, where the first is a name too or all are one
  /// noun with its adjectives.
  private static func endings(of words: [String]) -> [[String]] {
    guard words.count > 1,
      words.count > 2 && words.allSatisfy({ $0.hasPrefix("ال") })
        || !words[1].hasPrefix("ال")
          && Lexicon.builtIn.classes[NameKey(phrase: words[0])]?.isEmpty ?? true
    else { return [] }
    return [Array(words.dropFirst())]
  }

  /// القسام of كتائب الشهيد عز الدين القسام: the last word of the name of a group, where it is no common one.
  private static func properEnding(of words: [String]) -> [[String]] {
    guard words.count > 3, let last = words.last, last.hasPrefix("ال"),
      Lexicon.builtIn.classes[NameKey(phrase: words[0])]?.contains(.organisationClass) == true,
      NameList.builtIn[NameKey(last)]?.kinds.contains(.common) != true
    else { return [] }
    return [[last]]
  }

  /// الإفريقي of النادي الإفريقي, المركزي of البنك المركزي العراقي: the adjective behind a noun of bodies or places with the article.
  private static func adjective(in words: [String]) -> [[String]] {
    guard (2...3).contains(words.count), words.allSatisfy({ $0.hasPrefix("ال") }),
      Lexicon.builtIn.classes[NameKey(phrase: words[0])]?.isEmpty == false
    else { return [] }
    return [[words[1]]]
  }

  /// مطار, سد: whether the first word is a noun that the names of places begin with.
  private static func isFacility(_ words: [String]) -> Bool {
    Lexicon.builtIn.classes[NameKey(phrase: words[0])]?
      .isDisjoint(with: [.facility, .placeClass]) == false
  }

  /// عبد المحسن of عبد المحسن فؤاد, سعيد البستاني of سعيد أنطون البستاني.
  private static func partsOfPerson(_ words: [String]) -> [[String]] {
    guard words.count > 2, let last = words.last else { return [] }
    if words[0] == servant { return [Array(words[..<2])] }
    return NameKeys.abuForms.contains(NameKey(words[0])) || closing.contains(last)
      || particles.contains(words[words.count - 2])
      ? [] : [[words[0], last]]
  }

  private static let servant = Folding.search.fold("عبد")
  /// الله, الدين: close a given name.
  private static let closing = Set(["الله", "الدين", "الإسلام"].map { Folding.search.fold($0) })
  /// Belong to the last name, as in بن علي and آل ثاني.
  private static let particles = Set(
    ["بن", "ابن", "ولد", "بنت", "عبد", "أبو", "آل", "دي", "دا", "دو", "فان", "فون"].map {
      Folding.search.fold($0)
    })

  /// نقابة عمال النسيج of النقابة المغربية لعمال النسيج, مستشفى ابن زهر of المستشفى الجامعي ابن زهر: the noun with the rest behind the
  /// adjectives that have the article as it has.
  private static func withoutAdjectives(_ words: [String]) -> [String]? {
    let article = "ال"
    guard words[0].hasPrefix(article),
      let next = words.indices.dropFirst().first(where: { !words[$0].hasPrefix(article) }),
      next > 1 || words[next].hasPrefix("ل")
    else { return nil }
    let word = words[next]
    let rest =
      word.hasPrefix("لل")
      ? article + word.dropFirst(2)
      : word.hasPrefix("ل") ? String(word.dropFirst()) : word
    return [String(words[0].dropFirst(2)), rest] + words[(next + 1)...]
  }

  /// المحكمة العليا of المحكمة الاتحادية العليا, all with the article.
  private static func betweenEnds(_ words: [String]) -> [[String]] {
    guard words.count == 3, words.allSatisfy({ $0.hasPrefix("ال") }) else { return [] }
    return [[words[0], words[2]]]
  }
}
