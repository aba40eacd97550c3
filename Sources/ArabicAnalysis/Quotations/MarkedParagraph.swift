import ArabicText
import EntityModel

/// A paragraph as the rules of quotations see it: its words, and which of them stand in marks, in names,
/// in which sentence.
struct MarkedParagraph {
  let words: ParagraphWords
  private(set) var mentions: [FoundMention]
  let marks: [MarkedText]
  /// For each word, the outermost marked text that it or its mark belongs to, or -1.
  private let markOfWord: [Int]
  /// For each word, the mention that it belongs to, or -1.
  private var mentionOfWord: [Int]
  /// For each word, the number of its sentence; marked text ends no sentence around it.
  let sentence: [Int]
  /// For each sentence, its first word.
  private let starts: [Int]

  init(words: ParagraphWords, mentions: [FoundMention]) {
    self.words = words
    self.mentions = mentions
    marks = QuotationMarkParser.markedTexts(of: words)
    var markOfWord = [Int](repeating: -1, count: words.count)
    for (number, mark) in marks.enumerated() where mark.parent == nil {
      for index in mark.outer where index < words.count { markOfWord[index] = number }
    }
    self.markOfWord = markOfWord
    mentionOfWord = Self.placed(mentions, in: words)
    var sentence: [Int] = []
    sentence.reserveCapacity(words.count)
    var number = 0
    for index in 0..<words.count {
      sentence.append(number)
      if markOfWord[index] < 0, Self.endsSentence(words, index) { number += 1 }
      // A closing mark behind a full stop ends the sentence as well, if a sentence follows.
      if markOfWord[index] >= 0, index + 1 < words.count, markOfWord[index + 1] < 0,
        index > 0, SentenceSigns.isTerminator(words.sign(index - 1)),
        words.words[index + 1].kind != .punctuation
      {
        number += 1
      }
    }
    self.sentence = sentence
    var starts: [Int] = []
    for (index, number) in sentence.enumerated() where number >= starts.count {
      starts.append(index)
    }
    self.starts = starts
  }

  /// For each word, the mention that it belongs to, or -1.
  private static func placed(_ mentions: [FoundMention], in words: ParagraphWords) -> [Int] {
    var mentionOfWord = [Int](repeating: -1, count: words.count)
    var next = 0
    for index in 0..<words.count {
      let span = words.words[index].span
      while next < mentions.count, mentions[next].span.upper <= span.lower { next += 1 }
      if next < mentions.count, mentions[next].span.overlaps(span) { mentionOfWord[index] = next }
    }
    return mentionOfWord
  }

  /// Drops the names at `spans`, which turned out to be none.
  mutating func drop(namesAt spans: Set<TextSpan>) {
    guard !spans.isEmpty else { return }
    mentions.removeAll { spans.contains($0.span) }
    mentionOfWord = Self.placed(mentions, in: words)
  }

  private static func endsList(_ words: ParagraphWords, _ index: Int) -> Bool {
    var last = index
    if words.sign(index) == Signs.fullStop, words.sign(index + 1) == Signs.fullStop { last += 1 }
    return words.sign(last + 1) == Signs.closeBracket
      && (words.words[last].span.utf8Count > 1 || words.sign(last - 1) == Signs.fullStop)
  }

  private static func endsSentence(_ words: ParagraphWords, _ index: Int) -> Bool {
    guard SentenceSigns.isTerminator(words.sign(index)) else { return false }
    if endsList(words, index) { return false }
    // د. and other abbreviations of one letter; a full stop between figures stays in its token.
    if words.sign(index) == Signs.fullStop, index > 0, words.words[index - 1].span.utf8Count == 2,
      words.words[index - 1].kind == .arabic
    {
      return false
    }
    return true
  }

  /// (السدود، والأنهار..): whether dots inside brackets end a list, and no sentence.
  func goesOn(behind index: Int) -> Bool { Self.endsList(words, index) }

  var count: Int { words.count }

  /// The outermost marked text at a word.
  func mark(at index: Int) -> MarkedText? {
    guard index >= 0, index < words.count, markOfWord[index] >= 0 else { return nil }
    return marks[markOfWord[index]]
  }

  /// The marked text that begins with the mark at `index`.
  func mark(openingAt index: Int) -> MarkedText? {
    guard let mark = mark(at: index), mark.outer.lowerBound == index else { return nil }
    return mark
  }

  /// The name at a word.
  func mention(at index: Int) -> FoundMention? {
    guard index >= 0, index < words.count, mentionOfWord[index] >= 0 else { return nil }
    return mentions[mentionOfWord[index]]
  }

  /// The name at a word, as long as it is no common noun that refers to a given entity.
  func name(at index: Int) -> FoundMention? {
    guard let mention = mention(at: index), mention.form != .nominal else { return nil }
    return mention
  }

  /// The first word that ends behind `offset`.
  ///
  /// - Complexity: O(log *n*).
  func word(at offset: TextOffset) -> Int {
    words.words.partitioningIndex { $0.span.upper > offset }
  }

  /// Whether two words stand in one sentence.
  func isSameSentence(_ left: Int, _ right: Int) -> Bool {
    left >= 0 && right >= 0 && left < count && right < count && sentence[left] == sentence[right]
  }

  /// The first word of the sentence of `index`.
  func sentenceStart(of index: Int) -> Int {
    starts[sentence[index]]
  }

  /// The words from `lower` to before `upper` as a span, signs at the edges left out.
  func span(_ range: Range<Int>) -> TextSpan? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isEdge(lower, leading: true) { lower += 1 }
    while lower < upper, isEdge(upper - 1, leading: false) { upper -= 1 }
    guard lower < upper else { return nil }
    return TextSpan(words.words[lower].span.lower, words.words[upper - 1].span.upper)
  }

  private func isEdge(_ index: Int, leading: Bool) -> Bool {
    let sign = words.sign(index)
    if sign == 0 { return false }
    if SentenceSigns.isComma(sign) || sign == Signs.colon || sign == Signs.hyphen
      || sign == Signs.enDash
    {
      return true
    }
    if leading { return SentenceSigns.isTerminator(sign) }
    return sign == Signs.fullStop || sign == Signs.ellipsis
  }

  /// The text between the marks as a span.
  func span(of mark: MarkedText) -> TextSpan? {
    guard !mark.words.isEmpty, mark.words.upperBound <= words.count else { return nil }
    return TextSpan(
      words.words[mark.words.lowerBound].span.lower,
      words.words[mark.words.upperBound - 1].span.upper)
  }

  /// The number of words, signs not counted, in a range.
  func length(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (words.sign($1) == 0 ? 1 : 0) }
  }

  /// The end of the longest phrase of `classes` that begins at `index`, with the start of its stem.
  func phrase(at index: Int, _ classes: WordClasses) -> (end: Int, start: TextOffset)? {
    guard index < count else { return nil }
    var best: (end: Int, start: TextOffset)?
    for reading in words.readings(of: index) where !reading.clitics.contains(.preposition) {
      var key = reading.word
      var found = reading.classes
      var end = index + 1
      while true {
        if !found.isDisjoint(with: classes), end > best?.end ?? index {
          best = (end, reading.start)
        }
        guard found.contains(.continues), let next = words.plain(end) else { break }
        key = key.appending(next.word)
        guard let classes = words.lexicon.classes[key] else { break }
        found = classes
        end += 1
      }
    }
    return best
  }
}
