import ArabicText
import EntityModel

// Subjects that more words tell of: the reporter of a paper, a tweet on a site, a name with its title between commas.
extension SourcePhrase {
  /// مراسل الوكالة, رئيس حزب X: the noun of a person right before the name of an organisation that begins at `index`.
  func head(before index: Int, from first: Int) -> Int? {
    var place = index - 1
    while place > first, words.isPlain(place, .organisationClass) { place -= 1 }
    guard place >= first, words.sign(place) == 0, context.name(at: place) == nil,
      let noun = words.reading(place, of: [.title, .unnamedSource]), !noun.hasArticle,
      !noun.clitics.contains(.preposition), !noun.classes.contains(.spokesman),
      !isGoverned(place, from: first)
    else { return nil }
    return place
  }

  /// سامر علي، رئيس الاتحاد، يقول: whom a title between commas, which begins at `head`, tells of.
  func named(before head: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    guard head - 2 >= first, SentenceSigns.isComma(words.sign(head - 1)),
      let mention = context.mention(at: head - 2), mention.kind == .person, agrees(mention, slot)
    else { return nil }
    var start = head - 2
    while start > first, context.mention(at: start - 1)?.span == mention.span { start -= 1 }
    return isGoverned(start, from: first) ? nil : mention.span
  }

  /// الحكومة تستدعي السفير: whether the word at `index` has the article and a verb of the present behind it.
  func opensSentence(_ index: Int) -> Bool {
    guard words.plain(index)?.hasArticle == true, let verb = words.plain(index + 1) else {
      return false
    }
    return words.verbForm(at: index + 1, verb)?.isPresent == true
  }

  /// سامر علي، وهو شقيق الوزير، قال: the comma before a clause about the subject that ends at `end`.
  func parenthesis(before end: Int, from first: Int) -> Int? {
    var comma = end - 1
    while comma > first, end - comma < limits.antecedentReach {
      if SentenceSigns.isComma(words.sign(comma)) {
        let isPronoun = words.readings(of: comma + 1).contains {
          $0.clitics == .conjunction && $0.classes.contains(.pronoun)
        }
        return isPronoun || words.isPlain(comma + 1, .relative) ? comma : nil
      }
      comma -= 1
    }
    return nil
  }

  /// تغريدة على الموقع تقول, عنوان للصحيفة جاء فيه: a document that what stands before the verb tells of.
  func describedDocument(before end: Int, from first: Int, _ slot: CueSlot?) -> TextSpan? {
    guard slot == .masculine || slot == .feminine,
      words.plain(end + 1).map({ NameKeys.insideIt.contains($0.word) }) != true
    else { return nil }
    var index = end - 2
    while index >= first, end - index < limits.adjacentReach, words.sign(index) == 0,
      !words.isPlain(index, [.relative, .cue, .connector])
    {
      if let noun = words.reading(index, of: .document), !noun.hasArticle,
        !noun.clitics.contains(.preposition), context.name(at: index) == nil,
        agrees(noun.classes, slot)
      {
        let isDescribed =
          words.isPlain(index + 1, .governor)
          || words.readings(of: index + 1).contains {
            $0.clitics == .preposition && $0.hasArticle
          }
        return isDescribed ? TextSpan(noun.start, words.words[end - 1].span.upper) : nil
      }
      index -= 1
    }
    return nil
  }
}
