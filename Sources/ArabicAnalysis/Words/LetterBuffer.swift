import ArabicText

/// The folded letters of one word, used again for every word so that nothing is allocated.
struct LetterBuffer {
  static let alef: UInt32 = 0x627
  static let lam: UInt32 = 0x644

  /// The letters folded by ``Folding/words``.
  private(set) var words: [UInt32] = []
  /// The same letters folded by ``Folding/search``, one for one.
  private(set) var names: [UInt32] = []
  /// Where each letter begins.
  private(set) var offsets: [TextOffset] = []
  /// Whether a fathatan stands in the word.
  private(set) var hasTanwin = false

  mutating func fill(_ text: DecodedText, _ span: TextSpan) {
    words.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    hasTanwin = false
    for item in text.scalars(in: span) {
      if item.value == 0x64B { hasTanwin = true }
      let folded = Folding.words.fold(item.value)
      for value in [folded.first, folded.second] where value != 0 {
        let name = Folding.search.fold(value).first
        words.append(value)
        names.append(name == 0 ? value : name)
        offsets.append(item.offset)
      }
    }
    if words.isEmpty {
      // A word of marks or tatweel alone.
      words = [0x640]
      names = [0x640]
      offsets = [span.lower]
    }
  }

  /// The letters from `start`, folded as a name, with those of the article that لل does not write.
  func names(from start: Int, adding unwritten: UnwrittenArticle) -> some Sequence<UInt32> {
    Letters(letters: names, position: start - unwritten.count, start: start)
  }

  /// The letters from `start`, folded as a word.
  func words(from start: Int, adding unwritten: UnwrittenArticle) -> some Sequence<UInt32> {
    Letters(letters: words, position: start - unwritten.count, start: start)
  }

  private struct Letters: Sequence, IteratorProtocol {
    let letters: [UInt32]
    /// Before `start` where letters of the article are added.
    var position: Int
    let start: Int
    private var isFirst = true

    init(letters: [UInt32], position: Int, start: Int) {
      (self.letters, self.position, self.start) = (letters, position, start)
    }

    mutating func next() -> UInt32? {
      defer { (position, isFirst) = (position + 1, false) }
      if position < start { return isFirst ? LetterBuffer.alef : LetterBuffer.lam }
      return position < letters.count ? letters[position] : nil
    }
  }

  /// The shape of an Arabic word.
  var arabicShape: WordShape {
    var shape: WordShape = []
    guard let last = words.last else { return shape }
    if words.count <= 2 { shape.insert(.short) }
    if hasTanwin { shape.insert(.tanwin) }
    // است-: a verb of the tenth form.
    if words.count > 4, words[0] == Self.alef, words[1] == 0x633, words[2] == 0x62A {
      shape.insert(.inflected)
    }
    if last == 0x629 { shape.insert(.feminine) }
    if last == 0x627 { shape.insert(.endsInAlef) }
    let beforeLast = words.count > 1 ? words[words.count - 2] : 0
    if last == 0x64A || last == 0x629 && beforeLast == 0x64A
      || last == 0x646 && (beforeLast == 0x64A || beforeLast == 0x648) && words.count > 5
    {
      shape.insert(.nisba)
    }
    if words.count > 3, words[0] == 0x64A { shape.insert(.presentVerb) }
    let isPronoun = beforeLast == 0x647 && (last == 0x627 || last == 0x645)
    let isPlural = beforeLast == 0x648 && (last == 0x646 || last == 0x627)
    if words.count > 4, isPronoun || isPlural { shape.insert(.inflected) }
    // A pronoun (not ة), a participle in -an, "and" or "so" with a verb: no names.
    if last == 0x647, words.count > 3 { shape.insert(.inflected) }
    if last == 0x627, words[0] == 0x645, words.count > 4 { shape.insert(.inflected) }
    let hasArticle = words.count > 2 && words[1] == Self.alef && words[2] == Self.lam
    if words.count > 4, words[0] == 0x648, !hasArticle,
      [0x627, 0x62A, 0x64A, 0x633].contains(words[1])
    {
      shape.insert(.inflected)
    }
    return shape
  }

  /// The shape of a word of another script.
  var foreignShape: WordShape {
    var shape: WordShape = []
    guard let first = words.first else { return shape }
    let isCapital = { (letter: UInt32) in letter >= 0x41 && letter <= 0x5A }
    if isCapital(first) { shape.insert(.capitalised) }
    if (2...8).contains(words.count),
      words.allSatisfy({ isCapital($0) || $0 == 0x2E || $0 == 0x2D })
    {
      shape.insert(.acronym)
    }
    return shape
  }
}
