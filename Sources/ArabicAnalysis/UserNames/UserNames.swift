import ArabicText
import EntityModel

/// Names that a user knows, which go before the built-in lists, the rules and the tagger.
///
/// ```swift
/// let names = try UserNames(tsv: "قسد\tORG\tقوات سوريا الديمقراطية\nالشرق\t-\n")
/// let analysis = Analyzer(userNames: names).analyze(document)
/// ```
///
/// A name counts as it is written but for marks and tatweel, also behind clitics (و، ف، ب، ل، ك), and not inside
/// a longer name that the text shows. Names with the same canonical name are one entity.
public struct UserNames: Sendable {
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
  ///
  /// What an entity is called may be a name of the list, too, as when it was renamed twice: the entry of
  /// that name says what it is and is called.
  public let entries: [Entry]
  /// Whether a name that the analysis finds by itself, and takes for something else than the list says,
  /// is left as it is found.
  ///
  /// So its short forms join it, and whoever edits the result can make the whole entity what the list
  /// says.
  package var leavesFoundNames = false
  /// For each sequence of words that begins an entry, the entries that it is whole.
  private let places: [NameKey: [Int]]
  /// The entries by their letters without marks and tatweel.
  private let numbers: [NameKey: Int]

  /// A list of `entries`; of two with the same name the last counts.
  ///
  /// - Complexity: O(*n*) in their words.
  public init(_ entries: [Entry] = []) {
    (self.entries, numbers) = Self.resolved(entries)
    var places: [NameKey: [Int]] = [:]
    for (number, entry) in self.entries.enumerated() {
      let text = DecodedText(entry.name)
      let words = ParagraphWords(of: text, in: text.span, names: .builtIn)
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

  /// The entry of a name that is written like `name`, marks and tatweel aside; `nil` where there is none.
  ///
  /// - Complexity: O(1) in the entries.
  package func entry(of name: String) -> Entry? {
    isEmpty ? nil : numbers[Self.spelling(of: name)].map { entries[$0] }
  }

  /// The last of `entries` for each name, with what the entries of their canonical names say, and where
  /// each stands by its letters.
  private static func resolved(
    _ entries: [Entry]
  ) -> (entries: [Entry], numbers: [NameKey: Int]) {
    let names = entries.map { Self.spelling(of: $0.name) }
    let latest = Dictionary(zip(names, entries.indices)) { $1 }
    var resolved: [Entry] = []
    var numbers: [NameKey: Int] = [:]
    resolved.reserveCapacity(latest.count)
    numbers.reserveCapacity(latest.count)
    for name in names where numbers[name] == nil {
      guard var entry = latest[name].map({ entries[$0] }) else { continue }
      numbers[name] = resolved.count
      // Two names that are called by one another end it.
      var passed: Set<NameKey> = []
      while entry.kind != nil, case let next = Self.spelling(of: entry.canonical), next != name,
        let known = latest[next].map({ entries[$0] }), passed.insert(next).inserted
      {
        (entry.kind, entry.canonical) = (known.kind, known.canonical)
      }
      resolved.append(entry)
    }
    return (resolved, numbers)
  }

  /// Whether there are no names.
  package var isEmpty: Bool { entries.isEmpty }

  /// The longest name of the list that begins at the word `index`.
  ///
  /// - Complexity: O(*m*) in the words of the longest name that begins as the text does.
  func match(at index: Int, in words: ParagraphWords) -> UserNameMatch? {
    guard !isEmpty else { return nil }
    var best: UserNameMatch?
    for beginning in beginnings(at: index, in: words) {
      var key = beginning.key
      var end = index + 1
      while let numbers = places[key] {
        let isLonger = end - index > best?.words.count ?? 0
        if isLonger, let entry = entry(of: index..<end, from: beginning, numbers, in: words) {
          best = UserNameMatch(
            words: index..<end, start: beginning.start, entry: entry,
            leavesFound: leavesFoundNames)
        }
        guard end < words.count else { break }
        key = key.appending(Self.key(of: end, in: words))
        end += 1
      }
    }
    return best
  }

  /// A way to read the word that a name begins with.
  private struct Beginning {
    var key: NameKey
    var start: TextOffset
    /// Whether the word is itself part of a name and something else only behind a clitic: بسام.
    var isDoubtful = false
    /// What of the article is not written: the alef of للعراق.
    var unwritten = UnwrittenArticle.none
  }

  private func beginnings(at index: Int, in words: ParagraphWords) -> [Beginning] {
    let readings = words.readings(of: index)
    guard let plain = readings.first else {
      return [Beginning(key: Self.key(of: index, in: words), start: words.words[index].span.lower)]
    }
    return readings.map {
      Beginning(
        key: $0.name, start: $0.start,
        isDoubtful: $0.start != plain.start && plain.kinds.isCertainPart,
        unwritten: $0.unwritten)
    }
  }

  /// The entry, one of `numbers`, that the words `range` are when they begin as `beginning` says.
  private func entry(
    of range: Range<Int>, from beginning: Beginning, _ numbers: [Int], in words: ParagraphWords
  ) -> Entry? {
    guard !numbers.isEmpty, range.count > 1 || !beginning.isDoubtful else { return nil }
    let span = TextSpan(beginning.start, words.words[range.upperBound - 1].span.upper)
    let found = Self.spelling(
      of: beginning.unwritten.letters + words.text.string(in: span))
    return self.numbers[found].flatMap { numbers.contains($0) ? entries[$0] : nil }
  }

  /// What all ways of writing a name have in common: its letters without marks and tatweel, with one
  /// blank between words.
  ///
  /// - Complexity: O(*n*) in its length.
  private static func spelling(of name: String) -> NameKey {
    var letters: [UInt32] = []
    letters.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      if ScalarProperties(scalar.value).isSpace {
        if let last = letters.last, last != 0x20 { letters.append(0x20) }
        continue
      }
      let folded = Folding.light.fold(scalar.value)
      for value in [folded.first, folded.second] where value != 0 { letters.append(value) }
    }
    if letters.last == 0x20 { letters.removeLast() }
    return NameKey(folded: letters)
  }

  /// The key of a word as it stands; signs and numbers have one, too.
  private static func key(of index: Int, in words: ParagraphWords) -> NameKey {
    if let plain = words.plain(index) { return plain.name }
    return NameKey(folded: words.text.scalars(in: words.words[index].span).map(\.value))
  }
}
