import ArabicText
import EntityModel

// Where a content begins that opens its sentence and is attributed behind it.
extension QuotationFinder {
  /// و[تحمل اللجنة …]، بحسب X; لكن [الأسعار …]، وفق Y: the content of a range that opens its sentence, without the word that
  /// joins it to the sentence before.
  func joinedContent(_ range: Range<Int>) -> ContentBounds.Content? {
    let first = behindOpener(range)
    guard first < range.upperBound, var content = bounds.content(first..<range.upperBound) else {
      return nil
    }
    if first == context.sentenceStart(of: range.lowerBound) || first > range.lowerBound,
      let start = stem(behindAnd: first), content.spans[0].lower < start,
      content.spans[0].lower == context.words.words[first].span.lower
    {
      content.spans[0].lower = start
    }
    return content
  }

  /// The word behind لكن, حيث, فقد or a lone و that opens a sentence.
  private func behindOpener(_ range: Range<Int>) -> Int {
    let words = context.words
    var index = range.lowerBound
    guard index == context.sentenceStart(of: index) else { return index }
    while index + 1 < range.upperBound, context.mark(at: index) == nil {
      let isLoneAnd =
        words.words[index].span.utf8Count == 2
        && words.text.scalar(at: words.words[index].span.lower)?.value == Letters.waw
      let opens =
        words.isPlain(index, .sentenceOpener)
        || words.readings(of: index).contains {
          $0.clitics == .conjunction && $0.classes.contains(.sentenceOpener)
        }
      guard isLoneAnd || opens else { break }
      index += 1
      if SentenceSigns.isComma(words.sign(index)) { index += 1 }
    }
    return index
  }

  /// Where the stem of a word begins of which و is no letter: و|بلغ, but not وصل.
  private func stem(behindAnd index: Int) -> TextOffset? {
    let words = context.words
    guard words.words[index].kind == .arabic, let plain = words.plain(index) else { return nil }
    if let mention = context.mention(at: index) {
      return mention.span.lower > words.words[index].span.lower ? mention.span.lower : nil
    }
    guard words.text.scalar(at: words.words[index].span.lower)?.value == Letters.waw,
      let stem = words.readings(of: index).first(where: { $0.clitics == .conjunction })
    else { return nil }
    if !stem.classes.isDisjoint(with: [.verbParticle, .pronoun]) { return stem.start }
    guard plain.classes.isEmpty, words.words[index].span.utf8Count > 6 else { return nil }
    // واصل, وافق: an alef behind و is that of a verb, unless the article follows.
    let isOwn =
      plain.kinds.contains(.common)
      && (!stem.kinds.contains(.common) && stem.classes.isEmpty
        || !stem.hasArticle && words.text.scalar(at: stem.start)?.value == Letters.alef
          && !isDerivedVerb(index, from: stem.start))
    return isOwn ? nil : stem.start
  }

  /// ارتفع, انتهى, استأنف: whether what stands behind و is a verb of the forms that begin with alef.
  private func isDerivedVerb(_ index: Int, from start: TextOffset) -> Bool {
    let words = context.words
    let verb = words.text.string(in: TextSpan(start, words.words[index].span.upper))
    let letters = Folding.words.fold(verb).unicodeScalars.map(\.value)
    return letters.count > 4
      && (letters[1] == Letters.noon || letters[2] == Letters.taa || letters[1] == Letters.taa)
  }
}
