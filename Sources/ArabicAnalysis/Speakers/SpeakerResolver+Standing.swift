import ArabicText
import EntityModel

// Phrases outside reports that stand for somebody of this text: رئيس غواتيمالا, مصادر عسكرية أمريكية.
extension SpeakerResolver {
  /// Adds the phrases that stand for people and sources of the text wherever they stand, after all reports are resolved.
  ///
  /// - Complexity: O(*n*) in the nouns and names, but for sources whose nouns are one.
  mutating func addStanding() {
    var taken = joiner.clusters.flatMap { $0.mentions.filter { $0.form == .nominal }.map(\.span) }
    taken.sort()
    addOffices(besides: taken)
    addRepeatedSources(besides: taken)
  }

  /// Whether one of the nearest phrases before the end of `span` shares text with it.
  private func isTaken(_ span: TextSpan, _ taken: [TextSpan]) -> Bool {
    let end = taken.partitioningIndex { $0.lower >= span.upper }
    return taken[..<end].suffix(Self.nearest).contains { $0.upper > span.lower }
  }

  // MARK: Offices of places and bodies

  /// Who holds an office of a place or a body, as the text says it at some place.
  private struct Office: Hashable {
    var noun: NameKey
    var of: Int
  }

  /// رئيس غواتيمالا, where the text has رئيس غواتيمالا N or الرئيس الغواتيمالي N: the noun with the name that is its
  /// complement stands for N.
  private mutating func addOffices(besides taken: [TextSpan]) {
    var holders: [Office: Set<Int>] = [:]
    var open: [(phrase: TextSpan, office: Office, title: FoundNominal)] = []
    for title in nominals
    where title.classes.contains(.title) && title.classes.isDisjoint(with: [.plural, .document])
      && !title.isDefinite
    {
      let index = place(of: title.span.upper)
      guard index < places.count, isRight(places[index].span, behind: title.span),
        !nominalSpans.contains(places[index].span),
        joiner.clusters[places[index].cluster].isMentioned(in: places[index].span)
      else { continue }
      let kind = joiner.clusters[places[index].cluster].kind
      guard kind == .place || kind == .organisation else { continue }
      let office = Office(noun: title.key, of: places[index].cluster)
      let phrase = TextSpan(title.span.lower, places[index].span.upper)
      if let holder = person(behind: phrase) {
        holders[office, default: []].insert(holder)
      } else {
        open.append((phrase, office, title))
      }
    }
    for (phrase, office, title) in open {
      let bearers = holders[office] ?? titled(office)
      guard bearers.count == 1, let bearer = bearers.first, standsAlone(phrase),
        joiner.clusters[bearer].agreement ?? title.agreement == title.agreement
          || title.classes.contains(.either),
        !isTaken(phrase, taken)
      else { continue }
      joiner.clusters[bearer].add(
        Mention(
          span: phrase, form: .nominal, confidence: joiner.parameters.nominal, rule: .nominalTitle))
    }
  }

  /// Whether a name stands behind a noun with a space between.
  private func isRight(_ name: TextSpan, behind noun: TextSpan) -> Bool {
    name.lower - noun.upper == 1
      && text.scalar(at: noun.upper).map { ScalarProperties($0.value).isSpace } == true
  }

  /// The person named right behind a phrase, or behind a comma.
  private func person(behind phrase: TextSpan) -> Int? {
    let next = place(of: phrase.upper)
    guard next < places.count, places[next].span.lower - phrase.upper <= Self.commaAndSpaceBytes,
      joiner.clusters[places[next].cluster].kind == .person,
      !nominalSpans.contains(places[next].span)
    else { return nil }
    return places[next].cluster
  }

  /// The people whom the title with the nisba of a country brings in: الرئيس الغواتيمالي N.
  private func titled(_ office: Office) -> Set<Int> {
    let countries = StatedCountries.countries(of: joiner.clusters[office.of])
    guard !countries.isEmpty else { return [] }
    return Set(
      (joiner.introduced[office.noun] ?? []).filter {
        joiner.clusters[$0].kind == .person && !joiner.clusters[$0].mentions.isEmpty
          && !StatedCountries.countries(of: joiner.clusters[$0]).isDisjoint(with: countries)
      })
  }

  /// Whether no noun of an office stands before a phrase and no adjective behind it: نائب رئيس N, رئيس N السابق.
  private func standsAlone(_ phrase: TextSpan) -> Bool {
    if let before = word(before: phrase.lower),
      !classes(of: before[...]).isDisjoint(with: [.title, .office, .body])
    {
      return false
    }
    var end = phrase.upper
    while let scalar = text.scalar(at: end), end - phrase.upper < Self.articleBytes,
      ScalarProperties(scalar.value).isSpace || ScalarProperties(scalar.value).isArabicLetter
    {
      end = scalar.span.upper
    }
    return !text.string(in: TextSpan(phrase.upper, end)).hasPrefix(" ال")
  }

  // MARK: Sources that stand again

  /// وسائل إعلام إسرائيلية before its first report, and where nothing is reported: the words of a source without a name, two or more,
  /// mean the same one wherever they stand.
  private mutating func addRepeatedSources(besides taken: [TextSpan]) {
    var sources: [NameKey: [(words: [NameKey], cluster: Int)]] = [:]
    for (phrase, cluster) in unnamedPhrases.sorted(by: { $0.key < $1.key })
    where joiner.clusters[cluster].kind == .unnamed && !joiner.clusters[cluster].mentions.isEmpty {
      let words = phrase.split(separator: " ").map { NameKey(phrase: Self.subject($0)) }
      guard words.count > 1, words.count <= Self.longestRepeated else { continue }
      sources[words[0], default: []].append((words, cluster))
    }
    guard !sources.isEmpty else { return }
    for nominal in nominals where nominal.classes.contains(.unnamedSource) {
      let noun = text.string(in: nominal.span).prefix { $0 != " " }
      guard
        let known = sources[NameKey(phrase: Self.subject(noun))]?.first(where: {
          phrase($0.words, at: nominal.span.lower) != nil
        }),
        let span = phrase(known.words, at: nominal.span.lower), !isNamed(behind: span),
        mentions(in: span).isEmpty, !isTaken(span, taken)
      else { continue }
      joiner.clusters[known.cluster].add(
        Mention(
          span: span, form: .nominal, confidence: joiner.parameters.nominal, rule: .nominalUnnamed))
    }
  }

  /// مسؤولين as مسؤولون: a plural as the subject of a verb.
  private static func subject(_ word: Substring) -> String {
    word.count > 4 && word.hasSuffix("ين") ? word.dropLast(2) + "ون" : String(word)
  }

  /// Where the words of a source stand from `lower` on.
  private func phrase(_ words: [NameKey], at lower: TextOffset) -> TextSpan? {
    var end = lower
    for (number, word) in words.enumerated() {
      if number > 0 {
        guard let space = text.scalar(at: end), ScalarProperties(space.value).isSpace,
          !SentenceSigns.isLineEnd(space.value)
        else { return nil }
        end = space.span.upper
      }
      let start = end
      while let scalar = text.scalar(at: end), isInWord(scalar.value) {
        end = scalar.span.upper
      }
      let written = text.string(in: TextSpan(start, end))
      guard NameKey(phrase: Self.subject(written[...])) == word else { return nil }
    }
    return TextSpan(lower, end)
  }

  /// عضو المكتب السياسي لـ«حركة» N: whether what follows a phrase is written onto it, or names somebody.
  private func isNamed(behind phrase: TextSpan) -> Bool {
    let next = place(of: phrase.upper)
    return next < places.count && places[next].span.lower - phrase.upper <= Self.nameReach
  }

  private func isInWord(_ scalar: UInt32) -> Bool {
    ScalarProperties(scalar).isLetter || ScalarProperties(scalar).isMark
  }

  private static let commaAndSpaceBytes = 3
  private static let articleBytes = 5
  private static let nameReach = 3
  private static let longestRepeated = 6
  private static let nearest = 8
}
