import ArabicText
import EntityModel

extension MarkedParagraph {
  /// قالت مازحة, قال باقتضاب: single words right behind a verb of saying that tell how it was said and were taken for people.
  var adverbsOfSaying: Set<TextSpan> {
    var adverbs: Set<TextSpan> = []
    for mention in mentions where mention.kind == .person && mention.form == .name {
      let index = word(at: mention.span.lower)
      guard index > 0, words.words[index].span.upper == mention.span.upper,
        words.sayingVerb(at: index - 1) != nil, isAdverb(index)
      else { continue }
      adverbs.insert(mention.span)
    }
    return adverbs
  }

  /// Whether a word is no name that a list knows, and has the ending of a participle of a woman, or ب before a common word.
  private func isAdverb(_ index: Int) -> Bool {
    guard let plain = words.plain(index), !plain.hasArticle, !plain.kinds.isCertainPart else {
      return false
    }
    let letters = words.text.scalars(in: words.words[index].span).map(\.value).filter {
      ScalarProperties($0).isLetter
    }
    guard letters.count > 4 else { return false }
    // مازحة, ضاحكة: the vowel of a participle stands behind its first letter.
    if words.words[index].shape.contains(.feminine) {
      return plain.kinds.contains(.common) || letters[1] == Letters.alef
    }
    guard letters[0] == Letters.baa else { return false }
    // باقتضاب, بانفعال, باستغراب
    if letters[1] == Letters.alef, letters[letters.count - 2] == Letters.alef { return true }
    return words.readings(of: index).contains {
      $0.clitics == .preposition && $0.kinds.contains(.common) && !$0.kinds.isCertainPart
    }
  }
}
