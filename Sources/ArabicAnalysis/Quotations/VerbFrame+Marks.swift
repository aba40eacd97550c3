import ArabicText
import EntityModel

// How a noun phrase goes on around marked words.
extension VerbFrameFinder {
  /// إغلاق الآبار، «من دون تأخير»; ، ما سيوجب, ، لدعم: whether what stands behind a comma, or in the marks there, belongs
  /// to the noun before it.
  func goesOn(behindComma index: Int) -> Bool {
    let words = context.words
    let first = context.mark(openingAt: index)?.words.first ?? index
    return words.isPlain(first, .governor) || words.plain(first)?.word == NameKeys.what
      || words.readings(of: first).contains {
        $0.clitics == .preposition && ($0.hasArticle || $0.kinds.contains(.common))
      } && words.plain(first)?.kinds.contains(.common) == false
  }

  /// أكد «العنصرية المتجذرة» في حق السود, «أكبر المشكلات» من تلك: whether the noun phrase goes on behind marked words.
  func goesOn(behind mark: MarkedText) -> Bool {
    let words = context.words
    let next = mark.outer.upperBound
    guard context.isSameSentence(mark.outer.lowerBound, next), let reading = words.plain(next),
      words.words[next].kind == .arabic
    else { return false }
    if [NameKeys.from, NameKeys.about].contains(reading.word) { return true }
    if reading.hasArticle { return words.words[next].shape.contains(.nisba) }
    return words.readings(of: next).contains { $0.clitics == .preposition && $0.hasArticle }
      && !SourcePhrase(context: context).isMediumPhrase(next)
  }

  /// اتهم الهيئة «بالمبالغة» في التفسير: where marked words begin that open with the preposition of the reporting word.
  func prepositionInside(_ mark: MarkedText, of cue: FoundCue) -> TextOffset? {
    let words = context.words
    guard let first = mark.words.first, words.words[first].kind == .arabic,
      cue.form.prepositions.contains(NameKeys.by), cue.isPredicate,
      words.text.scalar(at: words.words[first].span.lower)?.value == Letters.baa,
      words.plain(first)?.kinds.contains(.common) != true,
      words.readings(of: first).contains(where: {
        $0.clitics == .preposition && ($0.hasArticle || $0.kinds.contains(.common))
      })
    else { return nil }
    return words.words[first].span.lower
  }
}
