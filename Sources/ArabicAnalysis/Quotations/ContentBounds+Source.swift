import ArabicText
import EntityModel

// Where the sentence turns from what is reported to what its source does besides.
extension ContentBounds {
  /// Whether a verb behind "and" has the source for its subject: "the letter says that he has men, and
  /// gives him leave".
  ///
  /// The verb agrees with the reporting word in gender and tense, and nothing in the content agrees with
  /// it: no verb of that gender, and no subject. Clauses that are joined inside the content stay inside.
  func resumesSource(_ index: Int, of start: Int, _ cue: FoundCue?) -> Bool {
    guard let cue, let own = form(of: cue), context.isSameSentence(start, index),
      let verb = coordinatedVerb(at: index), verb == own
    else { return false }
    return !(start..<index - 1).contains { agrees($0, with: verb, start: start) }
  }

  /// ، ثم توجهت إلى المتهم: whether "then" and what somebody does who has spoken follow a comma; any verb that agrees with
  /// the source, where what is reported is about several.
  func goesOnToAct(_ index: Int, of start: Int, _ cue: FoundCue?) -> Bool {
    let words = context.words
    guard let cue, words.readings(of: index).contains(where: { $0.word == NameKeys.then }),
      context.isSameSentence(start, index + 1), context.mention(at: index + 1) == nil,
      words.words[index + 1].kind == .arabic, let verb = words.plain(index + 1), !verb.hasArticle
    else { return false }
    let text = words.text.string(in: words.words[index + 1].span)
    let isFeminine = text.hasSuffix("ت") || text.hasPrefix("ت") && !verb.kinds.contains(.common)
    switch cue.form.slot {
    case .masculine: guard !text.hasSuffix("ت") else { return false }
    case .feminine: guard isFeminine || text.hasPrefix("ت") else { return false }
    default: return false
    }
    return verb.classes.contains(.exit) || cue.form.slot == .masculine && isAboutSeveral(start)
  }

  /// اللاعبين جاهزون: whether a content begins with a plural of people.
  private func isAboutSeveral(_ start: Int) -> Bool {
    let words = context.words
    guard words.plain(start)?.hasArticle == true, let noun = words.plain(start) else {
      return false
    }
    let text = words.text.string(in: words.words[start].span)
    return text.hasSuffix("ين") && SourcePhrase(context: context).isPluralOfCommon(start, noun)
  }

  private func coordinatedVerb(at index: Int) -> VerbForm? {
    guard context.mark(at: index) == nil, context.mention(at: index) == nil else { return nil }
    for reading in context.words.readings(of: index) where reading.clitics == .conjunction {
      if let verb = context.words.verbForm(at: index, reading) { return verb }
    }
    return nil
  }

  /// Gender and tense of a reporting verb in the singular.
  private func form(of cue: FoundCue) -> VerbForm? {
    guard cue.form.slot == .masculine || cue.form.slot == .feminine else { return nil }
    let isFeminine = cue.form.slot == .feminine
    let text = context.words.text
    guard let first = text.scalar(at: cue.span.lower)?.value,
      let last = text.scalar(before: cue.span.upper)?.value
    else { return nil }
    // تابعت begins with ت and is no present.
    let isPresent =
      first == Letters.yaa || first == Letters.taa && isFeminine && last != Letters.taa
    return VerbForm(isFeminine: isFeminine, isPresent: isPresent)
  }

  /// Whether the word at `index` of a content that begins at `start` may be, or may have, the subject of
  /// a verb of this gender.
  private func agrees(_ index: Int, with verb: VerbForm, start: Int) -> Bool {
    if context.mark(at: index) != nil { return true }
    if let mention = context.mention(at: index) {
      guard index == start else { return false }
      guard mention.kind == .person else { return verb.isFeminine }
      return mention.agreement.map { ($0 == .feminine) == verb.isFeminine } ?? true
    }
    guard let reading = context.words.plain(index), context.words.words[index].kind == .arabic
    else { return false }
    for reading in context.words.readings(of: index) where !reading.clitics.contains(.preposition) {
      if let other = context.words.verbForm(at: index, reading) {
        return other.isFeminine == verb.isFeminine
      }
    }
    // The first noun is the subject: المشروع, الشركة; a plural of things takes the feminine.
    guard index == start, reading.classes.isDisjoint(with: [.function, .placePreposition]) else {
      return false
    }
    let isFeminine = context.words.words[index].shape.contains(.feminine)
    return verb.isFeminine ? isFeminine || !isSingular(index) : !isFeminine
  }

  /// Whether the noun at `index` has a masculine singular verb or adjective beside it.
  private func isSingular(_ index: Int) -> Bool {
    guard let next = context.words.plain(index + 1), context.words.words[index + 1].kind == .arabic
    else { return false }
    return next.classes.isDisjoint(with: .function)
      && !context.words.words[index + 1].shape.contains(.feminine)
  }
}
