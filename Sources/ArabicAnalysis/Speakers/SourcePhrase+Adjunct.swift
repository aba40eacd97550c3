import ArabicText
import EntityModel

// An adverb that opens the sentence of a verb: who is named in it does not speak.
extension SourcePhrase {
  /// [وردا على سؤال عن N]، قال; [وفي رسالة إلى المنظمة]، أكد: the words between a preposition that opens the sentence and the
  /// comma right before the verb at `cue`.
  func openingAdjunct(before cue: Int) -> Range<Int>? {
    let first = context.sentenceStart(of: cue)
    guard cue - 1 > first + 1, SentenceSigns.isComma(words.sign(cue - 1)), opensAdverb(first),
      !words.isPlain(first + 1, .complementiser), !words.isWhat(first + 1)
    else { return nil }
    return first..<cue - 1
  }

  /// The names in the adverb that opens the sentence of the verb at `cue` that are no subjects there.
  func namesInPassing(before cue: Int) -> [TextSpan] {
    guard let adjunct = openingAdjunct(before: cue) else { return [] }
    return context.mentions.lazy.map(\.span).filter { name in
      let index = context.word(at: name.lower)
      return adjunct.contains(index) && isGoverned(index, inAdjunct: adjunct)
    }
  }

  /// Whether what begins at `index` belongs to the preposition of such an adverb, with nothing but nouns between, and so is
  /// no subject: وفي كلمة ألقاها N has a verb there.
  func isGoverned(_ index: Int, inAdjunct adjunct: Range<Int>) -> Bool {
    guard adjunct.contains(index) else { return false }
    if let mention = context.mention(at: index), mention.span.lower > words.words[index].span.lower
    {
      return true
    }
    var place = index - 1
    while place >= adjunct.lowerBound, words.sign(place) == 0 || context.mark(at: place) != nil {
      if isVerb(place) { return false }
      if words.isPlain(place, [.governor, .timePreposition]) || opensAdverb(place) { return true }
      let isBehindClitic = words.readings(of: place).contains {
        $0.clitics.contains(.preposition) && ($0.hasArticle || !$0.classes.isEmpty)
      }
      if isBehindClitic, words.plain(place)?.classes.isEmpty != false { return true }
      place -= 1
    }
    return false
  }

  /// وفي, وخلال; وردا على: whether a preposition, or an adverb with one, stands at `index`, behind "and" or nothing.
  private func opensAdverb(_ index: Int) -> Bool {
    let isPreposition = words.readings(of: index).contains {
      $0.clitics.isSubset(of: [.conjunction, .fa])
        && !$0.classes.isDisjoint(with: [.governor, .timePreposition])
    }
    return isPreposition
      || words.words[index].shape.contains(.endsInAlef)
        && words.plain(index + 1)?.word == NameKeys.upon
  }

  /// ألقاها, كتبه, أجراها, يجري: whether a verb stands at `index`, as far as its letters and its place tell.
  private func isVerb(_ index: Int) -> Bool {
    guard words.words[index].kind == .arabic, context.mention(at: index) == nil,
      let plain = words.plain(index),
      !words.isOwned(index) || words.isPlain(index + 1, .title)
        || context.mention(at: index + 1) != nil
    else { return false }
    // ألقاها has no article.
    let first = words.text.scalar(at: words.words[index].span.lower)?.value
    guard !plain.hasArticle || first == Letters.alefAbove else { return false }
    if words.verbForm(at: index, plain) != nil || words.words[index].shape.contains(.presentVerb) {
      return true
    }
    if words.readings(of: index).contains(where: { reading in
      words.lexicon.cues[reading.word]?.contains { $0.slot != .noun && !$0.slot.isParticiple }
        ?? false
    }) {
      return true
    }
    // كلمة ألقاها: behind a noun without the article no other has a pronoun.
    let word = Folding.words.fold(words.text.string(in: words.words[index].span))
    return index > 0 && words.plain(index - 1)?.hasArticle == false
      && !words.isPlain(index - 1, [.governor, .timePreposition, .function])
      && ["ها", "ه"].contains { word.hasSuffix($0) }
  }
}
