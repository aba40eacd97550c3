import ArabicText
import EntityModel

// A person by whom a source phrase tells who somebody else is: زوجة الوزير N.
extension SpeakerResolver {
  /// Whether the person named in a source phrase is somebody else than its head: the wife of N, those near to the minister N.
  func isOther(_ name: TextSpan, in source: TextSpan) -> Bool {
    let before = words(before: name, in: source)
    guard let head = before.first, let open = before.lastIndex(where: { !isDefinite($0) }) else {
      return false
    }
    // قائد حركة X السيد N: whom the name of a body parts from its noun.
    if classes(of: head).isDisjoint(with: .relation), isBehindBody(name, in: source) {
      return false
    }
    // زوجة N, حملة N
    guard open + 1 < before.count else {
      return !classes(of: before[open]).isDisjoint(with: [.relation, .body])
    }
    // للصحفي N
    let title = before[open + 1]
    if title.hasPrefix("لل"), isTitle("ال" + title.dropFirst(2)) { return isNameless(head) }
    if isOpened(by: before[open], head) { return isTitle(title) || isSurely(before[open]) }
    // مقربون من رئيس الوزراء N
    guard open > 0, classes(of: before[open]).contains(.office) else { return false }
    return isOpened(by: before[open - 1], head)
  }

  /// Whether a name has the name of an organisation before it in its source phrase, with only words with the article between.
  private func isBehindBody(_ name: TextSpan, in source: TextSpan) -> Bool {
    guard
      let body = mentions(in: source).last(where: {
        $0.span.upper < name.lower && joiner.clusters[$0.cluster].kind == .organisation
          && !nominalSpans.contains($0.span)
      })
    else { return false }
    return text.string(in: TextSpan(body.span.upper, name.lower)).split(separator: " ")
      .allSatisfy { isDefinite($0) }
  }

  /// مسؤولو الوزارة, لجنة تحقيق تابعة للمنظمة: whether an organisation named in a source phrase without a known noun is only whose those are
  /// who speak.
  func isOwner(_ name: TextSpan, in source: TextSpan) -> Bool {
    let before = words(before: name, in: source)
    guard let head = before.first, let last = before.last else { return false }
    if isConstruct(head) { return true }
    let isWrittenOnto = text.scalar(before: name.lower)?.value == LetterBuffer.lam
    return before.count > 1 && !isInTheName(last)
      && (isWrittenOnto || classes(of: last).contains(.governor))
  }

  /// مسؤولو, معدي, ممثلا: a plural or dual of those who speak without its last letter, as before what they belong to.
  private func isConstruct(_ word: Substring) -> Bool {
    guard !isDefinite(word), let last = word.last, "ويا".contains(last) else { return false }
    return !classes(of: (word + "ن")[...]).isDisjoint(with: [.unnamedSource, .title])
  }

  /// مستشار الرئيس N، M; المتحدث باسم N، M: the person behind a comma, where the one before it is named with the title of somebody
  /// else, or for whom M works.
  func apposed(
    to person: (span: TextSpan, cluster: Int),
    among people: ArraySlice<(span: TextSpan, cluster: Int)>, in source: TextSpan
  ) -> Int? {
    let before = words(before: person.span, in: source)
    guard let open = before.lastIndex(where: { !isDefinite($0) }),
      open + 1 < before.count
        ? isTitle(before[open + 1]) && classes(of: before[open]).isDisjoint(with: .governor)
        : worksFor(before[open])
    else { return nil }
    return people.first { other in
      guard other.cluster != person.cluster, other.span.lower > person.span.upper,
        joiner.clusters[other.cluster].kind == .person
      else { return false }
      let between = text.string(in: TextSpan(person.span.upper, other.span.lower))
      return ["،", ","].contains(between.trimmingPrefix { $0 == " " }.prefix { $0 != " " })
        && between.split(separator: " ").count == 1
    }?.cluster
  }

  /// باسم, مستشار: whether right behind a word stands the person for whom another works.
  private func worksFor(_ word: Substring) -> Bool {
    isInTheName(word)
      || !classes(of: word).isDisjoint(with: [.title, .unnamedSource, .relation])
        && classes(of: "ال" + word).contains(.title)
  }

  /// Whether a noun without the article, or a preposition behind a head without it, governs what follows.
  private func isOpened(by word: Substring, _ head: Substring) -> Bool {
    let classes = classes(of: word)
    if classes.contains(.governor) { return isNameless(head) }
    // متحدث باسم الرئيس N
    if isInTheName(word) { return !isDefinite(head) }
    return !classes.isDisjoint(with: [.relation, .body])
  }

  /// زوجة, but not محامي, behind which more often those stand for whom he speaks, and then his own name.
  private func isSurely(_ word: Substring) -> Bool { classes(of: word).contains(.relation) }

  private func isNameless(_ head: Substring) -> Bool {
    !isDefinite(head) && classes(of: head).isDisjoint(with: .office)
  }

  /// الوزير: a title, and no team (الفريق) or world (العالم).
  private func isTitle(_ word: some StringProtocol) -> Bool {
    let classes = classes(of: Substring(word))
    return classes.contains(.title) && classes.isDisjoint(with: [.plural, .notNominal])
      && !self.classes(of: Substring(word.dropFirst(2))).contains(.body)
  }

  private func isDefinite(_ word: Substring) -> Bool {
    word.hasPrefix("ال") || word.hasPrefix("لل")
  }

  /// The words of a source phrase before a name in it; none where a comma parts them from it.
  private func words(before name: TextSpan, in source: TextSpan) -> [Substring] {
    guard name.lower > source.lower else { return [] }
    let before = text.string(in: TextSpan(source.lower, name.lower))
    return before.contains { "،,".contains($0) } ? [] : before.split(separator: " ")
  }
}
