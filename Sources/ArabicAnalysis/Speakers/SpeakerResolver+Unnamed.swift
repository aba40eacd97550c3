import ArabicText
import EntityModel

// Sources without a name: who they are, and which phrases mean one.
extension SpeakerResolver {
  /// المصدر نفسه: whoever spoke before, where no source was brought in.
  func sameSource(_ source: TextSpan) -> Int? {
    guard let last = history.last, joiner.clusters[last].kind != .place else { return nil }
    let words = text.string(in: source).split(separator: " ")
    guard let first = words.first, Self.source == NameKey(phrase: String(first)),
      joiner.introduced[NameKey(String(first))]?.isEmpty ?? true
    else { return nil }
    if words.count > 1 {
      return words.count == 2 && classes(of: words[1]).contains(.reflexive) ? last : nil
    }
    var next = source.upper
    while let scalar = text.scalar(at: next), ScalarProperties(scalar.value).isSpace {
      next = scalar.span.upper
    }
    let start = next
    while let scalar = text.scalar(at: next), ScalarProperties(scalar.value).isArabicLetter,
      next - start < parameters.longestReflexive
    {
      next = scalar.span.upper
    }
    let word = text.string(in: TextSpan(start, next))
    return classes(of: Substring(word)).contains(.reflexive) ? last : nil
  }

  /// The person before whose name the text has these very words: رئيس بلدية كفر سالم نبيل الحوراني.
  func bearer(ofPhrase source: TextSpan) -> Int? {
    let phrase = text.string(in: source)
    guard phrase.contains(" "), source.utf8Count < parameters.longestDocument else { return nil }
    for place in places.prefix(parameters.mentionMemory)
    where joiner.clusters[place.cluster].kind == .person {
      let lower = place.span.lower - 1 - source.utf8Count
      guard lower >= text.span.lower, text.isScalarBoundary(lower),
        text.isScalarBoundary(place.span.lower - 1)
      else { continue }
      if text.string(in: TextSpan(lower, place.span.lower - 1)) == phrase { return place.cluster }
    }
    return nil
  }

  /// One nameless entity for a phrase that no list knows, however often it is named so.
  mutating func unknown(_ source: TextSpan) -> Int? {
    guard source.utf8Count < parameters.longestUnknown else { return nil }
    let hidesAlef = hidesAlef(source)
    let key = NameKey((hidesAlef ? "ا" : "") + text.string(in: source), folding: .words)
    if let known = unknownSources[key] {
      joiner.add(source, to: known)
      return known
    }
    let made = joiner.addUnnamed(source, key: key)
    noteUnnamed(source, as: made)
    joiner.clusters[made].hidesAlef = hidesAlef
    unknownSources[key] = made
    return made
  }

  /// للعاملين: whether the article of a source phrase has lost its alef behind ل.
  private func hidesAlef(_ source: TextSpan) -> Bool {
    text.scalar(at: source.lower)?.value == LetterBuffer.lam
      && text.scalar(before: source.lower)?.value == LetterBuffer.lam
  }

  /// The unnamed source that the same words named before, or that a plural noun alone repeats: صيادون for
  /// صيادون محليون.
  private func sameUnnamed(_ source: TextSpan, _ head: FoundNominal) -> Int? {
    let phrase = text.string(in: source)
    guard !phrase.contains(" ") else { return unnamedPhrases[phrase] }
    guard head.classes.contains(.plural) else { return nil }
    return unnamedHeads[phrase]
  }

  private mutating func noteUnnamed(_ source: TextSpan, as cluster: Int) {
    let phrase = text.string(in: source)
    unnamedPhrases[phrase] = cluster
    if let head = phrase.split(separator: " ").first { unnamedHeads[String(head)] = cluster }
  }

  mutating func unnamed(_ nominal: FoundNominal, _ source: TextSpan) -> Int {
    if let known = sameUnnamed(source, nominal) {
      joiner.add(source, to: known)
      return known
    }
    var whole = nominal
    whole.span = source
    let made = joiner.addUnnamed(whole, kind: .unnamed)
    joiner.clusters[made].hidesAlef = hidesAlef(source)
    noteUnnamed(source, as: made)
    return made
  }

  private static let source = NameKey(phrase: "المصدر")
}
