import ArabicText
import EntityModel

/// Where a text speaks of which countries: in the names of bodies, the titles of people, places.
///
/// A general name before the first whole one (القوات المسلحة … القوات المسلحة المصرية) stands for that one only
/// where nothing around it belongs to another country.
struct StatedCountries {
  /// The places in text order; one that opens a paragraph and is on no list is of no known country.
  private var stated: [(offset: TextOffset, countries: Set<Int>)] = []
  private var paragraphs: [TextOffset] = []

  init() {}

  /// The countries of the names of `joiner`.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions.
  init(_ joiner: EntityJoiner) {
    paragraphs = joiner.findings.map(\.paragraph.content.lower)
    let starts = Set(paragraphs)
    for cluster in joiner.clusters {
      let countries = Self.countries(of: cluster)
      for mention in cluster.mentions {
        let isUnknownPlace = cluster.kind == .place && starts.contains(mention.span.lower)
        guard !countries.isEmpty || isUnknownPlace else { continue }
        stated.append((mention.span.lower, countries))
      }
    }
    stated.sort { $0.offset < $1.offset }
  }

  /// The countries that the name of a body or a place says it is of, or the titles of a person.
  static func countries(of cluster: EntityCluster) -> Set<Int> {
    let known = Lexicon.builtIn.countries
    switch cluster.kind {
    case .person: return cluster.nisbas.reduce(into: []) { $0.formUnion(known[$1] ?? []) }
    case .place: return known[key(cluster.parts[...])] ?? []
    case .organisation:
      // جيش الولايات المتحدة: the name of a country ends the name of a body.
      return cluster.parts.indices.reduce(into: []) {
        $0.formUnion(known[cluster.parts[$1]] ?? [])
        $0.formUnion(known[key(cluster.parts[$1...])] ?? [])
      }
    case .document, .unnamed: return []
    }
  }

  private static func key(_ parts: ArraySlice<NameKey>) -> NameKey {
    guard let first = parts.first else { return NameKey(folded: []) }
    return parts.dropFirst().reduce(first) { $0.appending($1) }
  }

  /// Whether a general name at `span` is said of another country than that of `cluster`, which the text names
  /// only behind it: by what its paragraph says up to the end of its sentence, or else by what was said last.
  ///
  /// - Complexity: O(log *n*), and O(*m*) in what the paragraph names.
  func areOthers(
    than cluster: EntityCluster, at span: TextSpan, in text: DecodedText, longestSentence: Int
  ) -> Bool {
    let own = Self.countries(of: cluster)
    guard !own.isEmpty else { return false }
    let paragraph = paragraphs.partitioningIndex { $0 > span.lower } - 1
    let start = paragraph >= 0 ? paragraphs[paragraph] : .zero
    let end = Self.sentenceEnd(after: span.upper, in: text, within: longestSentence)
    let lower = stated.partitioningIndex { $0.offset >= start }
    let upper = stated.partitioningIndex { $0.offset >= end }
    let around = stated[lower..<max(lower, upper)]
    guard around.isEmpty else { return around.contains { $0.countries.isDisjoint(with: own) } }
    return lower > 0 && stated[lower - 1].countries.isDisjoint(with: own)
  }

  private static func sentenceEnd(
    after offset: TextOffset, in text: DecodedText, within longest: Int
  ) -> TextOffset {
    var end = offset
    while end - offset < longest, let scalar = text.scalar(at: end),
      !SentenceSigns.isTerminator(scalar.value), !SentenceSigns.isLineEnd(scalar.value)
    {
      end = scalar.span.upper
    }
    return end
  }
}
