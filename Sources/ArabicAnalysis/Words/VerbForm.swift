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

  /// نعارض, ونرفضه: a verb of "we", because يعارض is a word of the news; of four letters (نقل) too many are nouns.
  func isWeVerb(at index: Int) -> Bool {
    guard words[index].kind == .arabic else { return false }
    return readings(of: index).contains { reading in
      guard reading.clitics.isSubset(of: [.conjunction, .fa]), !reading.hasArticle,
        reading.clitics.isEmpty || words[index].span.lower < reading.start
      else { return false }
      guard text.scalar(at: reading.start)?.value == Letters.noon else { return false }
      let span = TextSpan(reading.start, words[index].span.upper)
      let letters = Folding.search.fold(text.string(in: span)).unicodeScalars.map(\.value)
      guard letters.count > 4,
        !reading.kinds.contains(.common) || !reading.clitics.isEmpty
      else { return false }
      return stems(of: Array(letters.dropFirst())).contains { isCommon([Letters.yaa] + $0) }
    }
  }

  /// فازوا, ولايتان, لاعبين: whether the word at `index` is a common word with the ending of a verb or a noun in the dual or
  /// the plural, and so is read as it stands.
  func isInflection(at index: Int) -> Bool {
    guard words[index].kind == .arabic,
      let last = text.scalar(before: words[index].span.upper)?.value,
      last == Letters.alef || last == Letters.noon
    else { return false }
    let letters = Folding.search.fold(text.string(in: words[index].span)).unicodeScalars.map(
      \.value)
    guard letters.count > 4 else { return false }
    let stem = Array(letters.dropLast(2))
    switch (letters[letters.count - 2], letters[letters.count - 1]) {
    case (Letters.waw, Letters.alef): return isCommon(stem)
    case (Letters.alef, Letters.noon), (Letters.yaa, Letters.noon):
      return stem.last == Letters.taa && isCommon(stem.dropLast() + [Letters.haa])
    default: return false
    }
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
