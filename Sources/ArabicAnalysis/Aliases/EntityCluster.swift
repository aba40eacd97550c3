import ArabicText
import EntityModel

/// The mentions that were joined to one entity so far.
struct EntityCluster {
  var kind: EntityKind
  /// The words of the fullest name.
  var parts: [NameKey]
  /// The mentions with where they come from; in text order only after ``EntityJoiner`` is done.
  private(set) var mentions: [Mention] = []
  var canonical: TextSpan
  /// What of the article is not written before the canonical form.
  var unwritten = UnwrittenArticle.none
  var agreement: Agreement?
  /// What a list of one's own calls it.
  var ownName: String?
  /// The entry of the lists, where one has an English name.
  var entry: NameEntry?
  /// The words of its names without the class noun before them.
  private(set) var bareNames: Set<[NameKey]> = []
  /// The last two words of its names, written as one.
  private(set) var squeezed: Set<NameKey> = []
  /// Whether the last word of its name is a surname or unknown and has no article: of a foreign name, whose
  /// vowels are spelt now so, now so.
  var isForeign = false
  /// The nisbas of the titles that introduced it.
  private(set) var nisbas: Set<NameKey> = []
  /// The class nouns and titles that introduced it.
  var classWords: Set<NameKey> = []

  /// The spans of the mentions in text order, to look among them.
  private var spans: [TextSpan] = []
  /// Where those begin that are no surname alone, in text order.
  private var named: [TextOffset] = []

  init(kind: EntityKind, parts: [NameKey], canonical: TextSpan, agreement: Agreement?) {
    self.kind = kind
    self.parts = parts
    self.canonical = canonical
    self.agreement = agreement
  }

  /// The first mention.
  var firstMention: TextSpan? { spans.first }

  /// Where the latest mention begins that begins before `offset`.
  ///
  /// - Complexity: O(log *n*).
  func lastMention(before offset: TextOffset) -> TextOffset? {
    let index = place(of: offset)
    return index > 0 ? spans[index - 1].lower : nil
  }

  /// How many mentions begin before `offset` that are no surname alone.
  ///
  /// - Complexity: O(log *n*).
  func namedCount(before offset: TextOffset) -> Int {
    if let last = named.last, last < offset { return named.count }
    return named.partitioningIndex { $0 >= offset }
  }

  /// Whether a mention begins within `reach` bytes of `span`.
  ///
  /// - Complexity: O(log *n*).
  func isNamed(within reach: Int, of span: TextSpan) -> Bool {
    let index = place(of: span.lower)
    if index > 0, span.lower - spans[index - 1].lower <= reach { return true }
    return index < spans.count && spans[index].lower - span.lower <= reach
  }

  /// Whether a mention shares text with `span`.
  ///
  /// - Complexity: O(log *n*).
  func isMentioned(in span: TextSpan) -> Bool {
    let index = place(of: span.upper)
    return index > 0 && spans[index - 1].upper > span.lower
  }

  /// How many mentions begin before `offset`.
  private func place(of offset: TextOffset) -> Int {
    if let last = spans.last, last.lower < offset { return spans.count }
    return spans.firstIndex(from: offset) { $0 }
  }

  /// Takes a mention in.
  mutating func add(_ mention: Mention) {
    mentions.append(mention)
    spans.insert(mention.span, at: place(of: mention.span.lower))
    guard mention.rule != .aliasEnding else { return }
    named.insert(mention.span.lower, at: namedCount(before: mention.span.lower))
  }

  /// Takes all that another cluster knows.
  ///
  /// - Complexity: O(*n* *m*) in the mentions of both.
  mutating func absorb(_ other: EntityCluster) {
    for mention in other.mentions { add(mention) }
    if other.parts.count > parts.count {
      (parts, canonical, unwritten) = (other.parts, other.canonical, other.unwritten)
    }
    agreement = agreement ?? other.agreement
    ownName = ownName ?? other.ownName
    entry = entry ?? other.entry
    bareNames.formUnion(other.bareNames)
    nisbas.formUnion(other.nisbas)
    classWords.formUnion(other.classWords)
  }

  /// Forgets one mention, which turned out to be of another.
  mutating func removeMention(at span: TextSpan) {
    mentions.removeAll { $0.span == span }
    spans.removeAll { $0 == span }
    named.removeAll { $0 == span.lower }
  }

  /// Forgets the mentions, which went to another cluster.
  mutating func removeMentions() {
    mentions = []
    spans = []
    named = []
    classWords = []
  }

  /// Takes a mention in.
  mutating func add(_ found: FoundMention) {
    add(
      Mention(
        span: found.span, form: found.form, confidence: found.confidence, rule: found.rule))
    if found.parts.count > parts.count, found.form == .name {
      parts = found.parts
      canonical = found.span
      unwritten = found.unwritten
    }
    if found.isForeign { isForeign = true }
    agreement = agreement ?? found.agreement
    entry = entry ?? found.entry
    ownName = ownName ?? found.canonical
    if let word = found.classWord { classWords.insert(word) }
    if let nisba = found.nisba { nisbas.insert(nisba) }
    if let key = found.squeezed { squeezed.insert(key) }
    if !found.bareParts.isEmpty { bareNames.insert(found.bareParts) }
  }
}
