import ArabicText
import EntityModel

/// A verb in the third person singular, as far as its letters and the lists of words show.
struct VerbForm: Hashable, Sendable {
  var isFeminine: Bool
  var isPresent: Bool
}

extension ParagraphWords {
  /// The verb that `reading` of the word at `index` is, or `nil` where nothing shows one.
  ///
  /// تعطيه is one because يعطي is a word of the news, and تضمنت because تضمن is; a noun such as تركيا has
  /// no such twin. Verbs of the past without an ending look like nouns and are not found.
  func verbForm(at index: Int, _ reading: Reading) -> VerbForm? {
    guard words[index].kind == .arabic, !reading.hasArticle,
      reading.classes.isDisjoint(with: [.function, .time, .complementiser, .title])
    else { return nil }
    let word = text.string(in: TextSpan(reading.start, words[index].span.upper))
    let folded = Folding.search.fold(word).unicodeScalars.map(\.value)
    guard folded.count > 3, let first = folded.first, let last = folded.last else { return nil }
    if last == Letters.taa, first != Letters.taa, isCommon(folded.dropLast()) {
      return VerbForm(isFeminine: true, isPresent: false)
    }
    guard first == Letters.yaa || first == Letters.taa else { return nil }
    let twin = first == Letters.yaa ? Letters.taa : Letters.yaa
    for stem in stems(of: Array(folded.dropFirst())) where isCommon([twin] + stem) {
      return VerbForm(isFeminine: first == Letters.taa, isPresent: true)
    }
    return nil
  }

  /// سنلعب, ستعود, because يلعب and يعود are words of the news, but not سنوات.
  func isFutureVerb(at index: Int) -> Bool {
    guard words[index].kind == .arabic else { return false }
    let letters = text.scalars(in: words[index].span).map(\.value)
    guard letters.count > 3, letters[0] == Letters.seen,
      [Letters.noon, Letters.yaa, Letters.taa, Letters.alefAbove].contains(letters[1])
    else { return false }
    return isCommon([Letters.yaa] + letters.dropFirst(2))
  }

  /// The letters with and without an object pronoun.
  private func stems(of letters: [UInt32]) -> [[UInt32]] {
    var stems = [letters]
    for pronoun in lexicon.pronounSuffixes {
      let ending = pronoun.unicodeScalars.map(\.value)
      if letters.count > ending.count + 1, letters.suffix(ending.count).elementsEqual(ending) {
        stems.append(letters.dropLast(ending.count))
      }
    }
    return stems
  }

  private func isCommon(_ letters: some Sequence<UInt32>) -> Bool {
    names[NameKey(folded: letters)]?.kinds.contains(.common) == true
  }
}
