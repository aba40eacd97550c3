import ArabicText
import EntityModel

/// A list of names of one's own, which goes before the built-in lists, the rules and the tagger.
///
/// ```swift
/// let own = try OwnNames(tsv: "قسد\tORG\tقوات سوريا الديمقراطية\nالشرق\t-\n")
/// let analysis = Analyzer(own: own).analyze(document)
/// ```
///
/// A name counts as it is written but for marks and tatweel, also behind clitics (و، ف، ب، ل، ك), and not inside
/// a longer name that the text shows. Names with the same canonical name are one entity.
public struct OwnNames: Sendable {
  /// One way of writing a name.
  public struct Entry: Hashable, Sendable {
    /// The name as texts write it, without clitics.
    public var name: String
    /// What it names; `nil` for what is no name, whatever the analysis takes it for.
    public var kind: EntityKind?
    /// What its entity is called.
    public var canonical: String

    /// The name `name` of the entity called `canonical`, by default the same.
    public init(name: String, kind: EntityKind?, canonical: String? = nil) {
      self.name = name
      self.kind = kind
      self.canonical = canonical ?? name
    }
  }

  /// The names, one for each way of writing.
  public let entries: [Entry]
  /// For each sequence of words that begins an entry, the entries that it is whole.
  private let places: [NameKey: [Int]]
  /// The entries' letters without marks and tatweel.
  private let letters: [String]

  /// A list of `entries`; of two with the same name the last counts.
  ///
  /// - Complexity: O(*n*) in their words.
  public init(_ entries: [Entry] = []) {
    var latest: [String: Int] = [:]
    for (number, entry) in entries.enumerated() { latest[entry.name] = number }
    self.entries = entries.enumerated().filter { latest[$1.name] == $0 }.map(\.element)
    letters = self.entries.map { Self.letters(of: $0.name) }
    var places: [NameKey: [Int]] = [:]
    for (number, entry) in self.entries.enumerated() {
      let text = DecodedText(entry.name)
      let words = ParagraphWords(of: text, in: text.span, names: .builtIn, lexicon: .builtIn)
      var key: NameKey?
      for index in words.words.indices {
        let next = Self.key(of: index, in: words)
        let whole = key?.appending(next) ?? next
        places[whole, default: []] += index == words.count - 1 ? [number] : []
        key = whole
      }
    }
    self.places = places
  }

  /// Whether there are no names.
  public var isEmpty: Bool { entries.isEmpty }

  /// A name of the list found in a text.
  struct Match {
    var words: Range<Int>
    /// Where it begins, behind the clitics of the first word.
    var start: TextOffset
    var entry: Entry

    /// The name to take where the analysis found `choice` at the same word: a longer one holds.
    func over(_ choice: NameCandidate?) -> NameCandidate? {
      if let choice, choice.words.upperBound > words.upperBound { return choice }
      guard let kind = entry.kind else { return nil }
      var found = NameCandidate(words: words, start: start, kind: kind, confidence: 1, rule: .own)
      if let choice, choice.kind == kind {
        found.agreement = choice.agreement
        found.classWord = choice.classWord
      }
      found.canonical = entry.canonical
      return found
    }
  }

  /// The longest name of the list that begins at the word `index`.
  ///
  /// - Complexity: O(*m*) in the words of the longest name that begins as the text does.
  func match(at index: Int, in words: ParagraphWords) -> Match? {
    guard !isEmpty else { return nil }
    var best: Match?
    let span = words.words[index].span
    let beginnings = words.readings(of: index).map { (key: $0.name, start: $0.start) }
    let whole = (key: Self.key(of: index, in: words), start: span.lower)
    for beginning in beginnings.isEmpty ? [whole] : beginnings {
      var key = beginning.key
      var end = index + 1
      while let numbers = places[key] {
        let range = TextSpan(beginning.start, words.words[end - 1].span.upper)
        if end - index > best?.words.count ?? 0, !numbers.isEmpty {
          let found = Self.letters(of: words.text.string(in: range))
          if let number = numbers.first(where: { letters[$0] == found }) {
            best = Match(words: index..<end, start: beginning.start, entry: entries[number])
          }
        }
        guard end < words.count else { break }
        key = key.appending(Self.key(of: end, in: words))
        end += 1
      }
    }
    return best
  }

  private static func letters(of name: String) -> String { Folding.light.fold(name) }

  /// The key of a word as it stands; signs and numbers have one, too.
  private static func key(of index: Int, in words: ParagraphWords) -> NameKey {
    if let plain = words.plain(index) { return plain.name }
    return NameKey(folded: words.text.scalars(in: words.words[index].span).map(\.value))
  }
}
