import ArabicText
import EntityModel

// Where the name of a person ends.
extension PersonRule {
  /// "Muhammad al-Masri", "Uthman Muhammad al-Aghbash": a nisba directly behind one given name, or a
  /// word with the article that is no common one.
  private func isArticleSurname(_ index: Int, _ reading: Reading, behindOne: Bool) -> Bool {
    guard reading.hasArticle, reading.clitics.isEmpty else { return false }
    if reading.classes.contains(.demonym) {
      return behindOne
        && (reading.kinds.isPart || reading.classes.contains(.surnameNisba) && isGiven(index - 1))
    }
    return reading.classes.isEmpty
      && reading.kinds.isDisjoint(with: [.common, .place, .organisation])
  }

  /// "the deputy Jabir al-Kurdi said", "said Muhammad Ali al-Huthi that": whatever word with the article
  /// ends the phrase behind given names, if a title or a reporting word brings it in.
  private func isLastOfPhrase(
    _ index: Int, _ reading: Reading, from first: Int, hasTitle: Bool
  ) -> Bool {
    guard reading.hasArticle, reading.clitics.isEmpty,
      index - first < words.parameters.names.mostGivenNames,
      reading.classes.isDisjoint(with: Self.ends),
      (first..<index).allSatisfy({ isGiven($0) }),
      hasTitle || words.reading(first - 1, of: .cue) != nil,
      !words.words[index].shape.contains(.inflected),
      words.lexicon.classesWithoutArticle[reading.word]?.contains(.plural) != true,
      !isObject(reading, of: first - 1), !isObject(reading, at: index, behind: first),
      !words.isOffice(at: first)
    else { return false }
    guard let next = words.plain(index + 1) else { return true }
    return !next.classes.isDisjoint(with: [.complementiser, .cue, .relative])
  }

  /// وصف أحمد منصور القرار بأنه: a common word behind a verb that takes an object beside what is said.
  private func isObject(_ reading: Reading, of verb: Int) -> Bool {
    guard reading.kinds.contains(.common), !reading.kinds.isPart,
      let cue = words.reading(verb, of: .cue)
    else { return false }
    return words.lexicon.cues[cue.word]?.contains { $0.frame.contains(.secondObject) } == true
  }

  /// A common word behind the subject of a verb, at the end of the sentence or where the verb takes an object
  /// beside what is said: أعلن الوزير سامر مجاهد الخطة, وصف النائب وائل عيسى القرار بأنه.
  private func isObject(_ reading: Reading, at index: Int, behind first: Int) -> Bool {
    guard reading.kinds.contains(.common), !reading.kinds.isPart else { return false }
    var verb = first - 1
    while verb >= 0, words.isPlain(verb, [.title, .demonym]) { verb -= 1 }
    guard verb >= 0, verb < first - 1, let word = words.plain(verb),
      words.words[verb].kind == .arabic,
      !word.hasArticle
    else { return false }
    if isObject(reading, of: verb) { return true }
    guard index + 1 >= words.count || SentenceSigns.isTerminator(words.sign(index + 1)),
      verb == 0 || SentenceSigns.isTerminator(words.sign(verb - 1))
        || SentenceSigns.isComma(words.sign(verb - 1)) || beginsWithWaw(verb)
    else { return false }
    return word.classes.isDisjoint(with: [
      .function, .time, .document, .organisationClass, .organisationHead, .placeClass,
    ]) && !words.words[verb].shape.contains(.feminine)
  }

  /// محمد المهدي الحلوي،: a nisba behind a name that ends in another word with the article, where the
  /// phrase ends with it.
  private func isSecondNisba(_ index: Int) -> Bool {
    guard let reading = words.plain(index), words.words[index].kind == .arabic, reading.hasArticle,
      reading.clitics.isEmpty, reading.classes.isEmpty,
      words.words[index].shape.contains(.nisba),
      words.words[index].shape.isDisjoint(with: [.feminine, .inflected])
    else { return false }
    let sign = words.sign(index + 1)
    return SentenceSigns.isComma(sign) || sign == Signs.openBracket || sign == Signs.colon
      || words.isPlain(index + 1, .complementiser)
  }

  /// Whether the complement of an office follows: a word that is no part of a name.
  private func opensOffice(_ index: Int) -> Bool {
    guard let next = words.plain(index), words.words[index].kind == .arabic else { return false }
    return strength(index, next) < .doubtful
      && next.classes.isDisjoint(with: [.cue, .complementiser])
  }

  private func isGiven(_ index: Int) -> Bool {
    guard let reading = words.plain(index) else { return false }
    return reading.word == NameKeys.ali || reading.kinds.contains(.given)
  }

  private func beginsWithWaw(_ index: Int) -> Bool {
    words.text.scalar(at: words.words[index].span.lower)?.value == 0x648
  }

  /// Whether the sign at `index` joins two halves of a name: جان-إيف, كيم_يونغ.
  private func joinsHalves(_ index: Int) -> Bool {
    guard Signs.hyphens.contains(words.sign(index)), index > 0,
      index + 1 < words.count, words.words[index + 1].kind == .arabic
    else { return false }
    return words.words[index - 1].span.upper == words.words[index].span.lower
      && words.words[index].span.upper == words.words[index + 1].span.lower
  }

  /// Where the name that began before `index` ends.
  func extend(from index: Int, first: Int, hasTitle: Bool, certain: Int) -> Int {
    var end = index
    var certain = certain
    var unknown = 0
    while end < words.count, end - first < words.parameters.names.longestPersonName {
      if joinsHalves(end), let half = words.plain(end + 1),
        half.classes.isDisjoint(with: [.complementiser, .title]) || words.sign(end) == Signs.hyphen
      {
        end += 2
        continue
      }
      // إيمانويل #ماكرون
      if words.sign(end) == Signs.hash, certain > 0, let tagged = words.plain(end + 1),
        strength(end + 1, tagged) > .none
      {
        end += 2
        continue
      }
      guard let reading = words.plain(end), words.words[end].kind == .arabic else { break }
      if words.isLink(end) || reading.classes.contains(.kunya)
        || reading.classes.contains(.abd)
      {
        guard let next = words.plain(end + 1), words.words[end + 1].kind == .arabic,
          strength(end + 1, next) > .none || next.hasArticle && !next.classes.contains(.demonym)
        else { break }
        end += 2
        certain += 1
        continue
      }
      // سمير بالطيب أمين عام الحزب: an office behind the name.
      if end > first + 1, reading.classes.contains(.office), opensOffice(end + 1) { return end }
      let found = strength(end, reading)
      switch found {
      case .certain: certain += 1
      case .doubtful: if certain == 0, !hasTitle, end > first + 1 { return end }
      case .rare:
        // مزنة باصرة مطلوب: what is said of somebody whose name stands before it.
        if end > first + 1, reading.kinds.contains(.common), !reading.hasArticle,
          words.plain(end - 1)?.kinds.isCertainPart == true
        {
          return end
        }
        let isSecond =
          end == first + 1 && hasTitle && (reading.hasArticle || !reading.kinds.contains(.common))
        if certain == 0 && !isSecond || end - first > words.parameters.names.mostRareParts {
          return end
        }
      case .unknown:
        // "and" with another name: Erdoğan and Kılıçdaroğlu.
        if beginsWithWaw(end) || words.reportsBehindFa(end) { return end }
        unknown += 1
        if certain == 0 && !hasTitle || unknown > words.parameters.names.mostUnknownParts {
          return end
        }
      case .none:
        guard certain > 0,
          isArticleSurname(end, reading, behindOne: end == first + 1 && !hasTitle)
            || isLastOfPhrase(end, reading, from: first, hasTitle: hasTitle)
        else { return end }
      }
      end += 1
      if reading.hasArticle, end - first > 1 {
        // A surname with the article ends a name, unless another such part follows: آل الشيخ.
        let next = words.plain(end)
        if next == nil || next?.hasArticle != true || next?.kinds.isCertainPart != true {
          return isSecondNisba(end) ? end + 1 : end
        }
      }
    }
    return end
  }

  /// "the actress Alison Mack,": behind a title and a given name, the word that ends the phrase,
  /// whatever else it may mean.
  func isLastName(_ index: Int, behind first: Int, _ title: TitleContext?) -> Bool {
    guard let title, title.classWord != TitleTracker.nothing,
      let given = words.plain(first), strength(first, given) != .rare,
      let reading = words.plain(index), words.words[index].kind == .arabic, !reading.hasArticle,
      reading.classes.isDisjoint(with: [.function, .complementiser, .title, .demonym, .relative]),
      words.words[index].shape.isDisjoint(with: [.tanwin, .feminine]),
      !words.words[index].shape.contains(.inflected) || endsInUn(index, reading),
      !words.words[index].shape.contains(.presentVerb) || reading.kinds.isEmpty
    else { return false }
    let sign = words.sign(index + 1)
    let isEnd =
      index + 1 >= words.count || SentenceSigns.isComma(sign) || sign == Signs.openBracket
      || sign == Signs.closeBracket
      || sign == Signs.colon || SentenceSigns.isTerminator(sign)
      || words.isPlain(index + 1, .complementiser)
    if isEnd { return reading.classes.isDisjoint(with: .cue) }
    // A name part that is rare by itself, or a place, before a preposition or a verb.
    guard reading.kinds.isPart || !reading.kinds.isDisjoint(with: [.place]),
      title.isAdjacent || title.isNear
    else { return false }
    return words.isPlain(index + 1, [.function, .cue, .time])
      || index + 1 < words.count && words.words[index + 1].shape.contains(.presentVerb)
  }
}
