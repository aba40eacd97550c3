import ArabicText
import EntityModel

/// What somebody is said to be, without marks: اعتبرته النقابات تهديدا صريحا, وصفته بالمزعزع للاستقرار.
struct SecondObject {
  let context: MarkedParagraph

  private var words: ParagraphWords { context.words }
  private var limits: RuleParameters.Quotations { words.parameters.quotations }

  /// Where what `cue` calls its object begins: the word, and where its stem does behind ب.
  ///
  /// The object stands in the pronoun of the verb, or between a verb that takes ب and that preposition.
  ///
  /// - Complexity: O(1): a few words behind the verb.
  func start(of cue: FoundCue) -> (word: Int, start: TextOffset)? {
    guard cue.form.frame.contains(.secondObject), cue.form.strength != .weak,
      cue.form.slot != .passive, !isTerm(before: cue.index)
    else { return nil }
    return cue.hasObject ? behindSubject(of: cue) : behindObject(of: cue)
  }

  /// ما وصفه بـ, من وصفهم بـ, التي وصفها بـ: whether a word of the writer's is called so in passing.
  private func isTerm(before index: Int) -> Bool {
    words.readings(of: index - 1).contains {
      [NameKeys.what, NameKeys.from].contains($0.word) || $0.classes.contains(.relative)
    }
  }

  /// اعتبرته النقابات [تهديدا صريحا], يصفه الخبراء ب[المشروع الثوري].
  private func behindSubject(of cue: FoundCue) -> (word: Int, start: TextOffset)? {
    let end = end(from: cue.index + 1)
    var index = cue.index + 1
    if let found = predicate(at: index, isFirst: true) { return found }
    guard let source = SourcePhrase(context: context).source(in: index..<end) else { return nil }
    index = context.word(at: source.lower)
    // Without ب the predicate stands right behind the subject, which may have taken it in.
    let last = min(end, context.word(at: source.upper - 1) + 1)
    return (index + 1..<max(index + 1, last + 1)).lazy
      .compactMap { predicate(at: $0, isFirst: false) }.first
      ?? (last..<max(last, end)).lazy.compactMap(behindPreposition).first
  }

  /// واصفا ما جرى ب[الاعتداء الكبير].
  private func behindObject(of cue: FoundCue) -> (word: Int, start: TextOffset)? {
    guard cue.form.prepositions.contains(NameKeys.by),
      NameKeys.descriptions.contains(cue.form.lemma)
    else { return nil }
    return (cue.index + 2..<max(cue.index + 2, end(from: cue.index + 1))).lazy
      .compactMap(behindPreposition).first
  }

  /// The word behind the clause that begins at `index`: a sign, a mark or a complementiser ends it.
  private func end(from index: Int) -> Int {
    var end = index
    while end < context.count, end - index < limits.predicateReach, words.sign(end) == 0,
      words.words[end].kind == .arabic, context.clauseOpening(at: end) == .none,
      !words.isPlain(end, [.cue, .relative, .connector])
    {
      end += 1
    }
    return end
  }

  private func predicate(at index: Int, isFirst: Bool) -> (word: Int, start: TextOffset)? {
    if let found = behindPreposition(index) { return found }
    guard index < context.count, words.words[index].kind == .arabic,
      context.mention(at: index) == nil, !words.isPlain(index - 1, .function),
      let noun = words.plain(index), !noun.hasArticle,
      noun.classes.isDisjoint(with: [.function, .time, .cue, .relative, .title, .unnamedSource]),
      words.words[index].shape.contains(.endsInAlef),
      noun.kinds.isDisjoint(with: [.given, .surname]),
      words.words[index].span.utf8Count > limits.shortestWithObject,
      let next = words.plain(index + 1), words.words[index + 1].kind == .arabic,
      next.classes.isDisjoint(with: .function) || next.classes.contains(.governor)
    else { return nil }
    return (index, words.words[index].span.lower)
  }

  /// بالمزعزع للاستقرار: a noun with the article behind ب, and more words behind it.
  private func behindPreposition(_ index: Int) -> (word: Int, start: TextOffset)? {
    guard index + 1 < context.count, words.words[index].kind == .arabic,
      context.mention(at: index) == nil, words.sign(index + 1) == 0,
      words.words[index + 1].kind == .arabic, context.mark(at: index) == nil,
      words.text.scalar(at: words.words[index].span.lower)?.value == Letters.baa
    else { return nil }
    return words.readings(of: index).first { $0.clitics == .preposition && $0.hasArticle }
      .map { (index, $0.start) }
  }
}
