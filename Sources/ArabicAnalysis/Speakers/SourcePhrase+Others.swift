import ArabicText
import EntityModel

// How many speak, and who is another one than before.
extension SourcePhrase {
  /// عدة مصادر, ثلاثة مسؤولين, لعدة وسائل: whether a word at `index` says how many of those behind it speak.
  func countsSources(_ index: Int) -> Bool {
    if words.reading(index, of: .quantity)?.classes.contains(.function) == true,
      isCounted(index + 1)
    {
      return true
    }
    guard words.isPlain(index, .number), words.sign(index + 1) == 0 else { return false }
    return isCounted(index + 1) || countsUnknown(index)
  }

  /// خمسة من النواب: whether "of" and those of whom some speak follow a number.
  func countsOfSome(_ index: Int) -> Bool {
    words.isPlain(index, .number) && words.plain(index + 1)?.word == NameKeys.from
      && (isCounted(index + 2) || words.plain(index + 2)?.hasArticle == true)
  }

  private func isCounted(_ index: Int) -> Bool {
    words.isPlain(index, [.unnamedSource, .document, .title, .organisationClass])
      || isPeople(index)
  }

  /// قال عشرة أسرى: whether a noun that is neither a time nor a measure follows a number right behind a verb of saying.
  private func countsUnknown(_ index: Int) -> Bool {
    guard words.sayingVerb(at: index - 1) != nil, index + 1 < words.count,
      words.words[index + 1].kind == .arabic, let noun = words.plain(index + 1)
    else { return false }
    return !noun.hasArticle
      && noun.classes.isDisjoint(with: [.function, .time, .adverbialNoun, .month, .measure, .cue])
  }

  /// دبلوماسيين, ناشطات: whether a noun has the ending of several people, and is listed as one person.
  private func isPeople(_ index: Int) -> Bool {
    guard index < words.count, words.words[index].kind == .arabic else { return false }
    let word = Folding.words.fold(words.text.string(in: words.words[index].span))
    let stem = String(word.dropLast(2))
    let singular: [String]
    switch word.suffix(2) {
    case "ين", "ون": singular = [stem]
    case "ات": singular = [stem + "ة", stem]
    default: return false
    }
    return singular.contains {
      words.lexicon.classes[NameKey($0, folding: .words)]?
        .isDisjoint(with: [.unnamedSource, .title, .relation]) == false
    }
  }

  /// قال آخر إن, قالت أخرى: «…»: whether a word right behind a verb says that it is another one who speaks, and no noun
  /// follows of which it is the last.
  func isOtherSource(_ index: Int) -> Bool {
    guard words.isPlain(index, .other), words.plain(index)?.hasArticle == false,
      words.reading(index - 1, of: .cue) != nil || words.sayingVerb(at: index - 1) != nil
    else { return false }
    guard let next = words.plain(index + 1), words.words[index + 1].kind == .arabic else {
      return words.sign(index + 1) != 0 || index + 1 == words.count
    }
    return !next.classes.isDisjoint(with: [
      .complementiser, .clausePreposition, .function, .governor, .placePreposition, .relative,
    ])
      || words.readings(of: index + 1).contains {
        $0.clitics == .preposition && $0.classes.contains(.complementiser)
      }
  }
}
