import ArabicText
import EntityModel

// The nouns inside a content that may say something themselves.
extension QuotationFinder {
  /// بلاده, حكومتها: whom the speaker stands for.
  private func isOwnBody(_ index: Int) -> Bool {
    let words = context.words
    let text = Folding.words.fold(words.text.string(in: words.words[index].span))
    return words.words[index].kind == .arabic
      && words.lexicon.pronounSuffixes.contains { suffix in
        guard text.hasSuffix(suffix), text.count > suffix.count + 2 else { return false }
        var stem = String(text.dropLast(suffix.count))
        if stem.hasSuffix("ت") { stem = stem.dropLast() + "ة" }
        return words.lexicon.classes[NameKey(stem, folding: .words)]?
          .isDisjoint(with: [.body, .stateBody, .organisationClass, .organisationHead]) == false
      }
  }

  func isHeadNoun(_ index: Int) -> Bool {
    let words = context.words
    if let mention = context.mention(at: index) { return mention.kind != .place }
    guard let reading = words.plain(index) else { return false }
    let bare = reading.hasArticle ? words.lexicon.classesWithoutArticle[reading.word] ?? [] : []
    if reading.classes.contains(.people) || isOwnBody(index) { return true }
    return !reading.classes.union(bare).isDisjoint(with: [
      .title, .unnamedSource, .document, .organisationClass,
    ]) || words.isTanwinSource(index)
  }
}

extension ParagraphWords {
  /// شهودا, صورا: a listed source with the ending of an object or of the noun behind أن.
  func isTanwinSource(_ index: Int) -> Bool {
    guard words[index].kind == .arabic, words[index].shape.contains(.endsInAlef) else {
      return false
    }
    let word = Folding.words.fold(text.string(in: words[index].span))
    let key = NameKey(String(word.dropLast()), folding: .words)
    return lexicon.classes[key]?.isDisjoint(with: [.unnamedSource, .document]) == false
  }

  /// ما, عما, بما: whether the word at `index` is "what", behind a preposition or not.
  func isWhat(_ index: Int) -> Bool {
    readings(of: index).contains {
      $0.word == NameKeys.what || NameKeys.ofWhat.contains($0.word)
    }
  }

  /// والدته, أنصارها: whether a noun ends in the pronoun of its owner.
  func isOwned(_ index: Int) -> Bool { owned(index).contains { $0.count > 2 } }

  /// والدها, محاميته: whether a noun with the pronoun of its owner names somebody near to him.
  func isKin(_ index: Int) -> Bool {
    owned(index).contains { stem in
      let noun = stem.hasSuffix("ت") ? stem.dropLast() + "ة" : String(stem)
      // والداه, ورثته
      let nouns = stem.hasSuffix("ا") ? [noun, String(stem.dropLast())] : [noun]
      return nouns.contains {
        lexicon.classes[NameKey($0, folding: .words)]?.isDisjoint(with: [.kin, .relation]) == false
      }
    }
  }

  /// جارها, سائقه: whether a noun with the pronoun of its owner is that of somebody who may speak.
  func isOwnedPerson(_ index: Int) -> Bool {
    owned(index).contains { stem in
      guard stem.count > 1 else { return false }
      let noun = stem.hasSuffix("ت") ? stem.dropLast() + "ة" : String(stem)
      let classes = lexicon.classes[NameKey(noun, folding: .words)] ?? []
      return !classes.isDisjoint(with: [.unnamedSource, .title, .human])
        && classes.isDisjoint(with: [.media, .plural, .body, .stateBody, .cue])
    }
  }

  /// What stands before the pronouns that a noun may end in.
  private func owned(_ index: Int) -> [String] {
    guard words.indices.contains(index), words[index].kind == .arabic,
      plain(index)?.hasArticle == false
    else { return [] }
    let word = Folding.words.fold(text.string(in: words[index].span))
    return lexicon.pronounSuffixes.filter { word.hasSuffix($0) }.map {
      String(word.dropLast($0.count))
    }
  }
}
