import ArabicText
import EntityModel

// Offices with one noun: وزير الدفاع is not وزير الداخلية N.
extension SpeakerResolver {
  /// Whether a person who was not brought in with the title of `head` may be whom it means: one who spoke last or goes on
  /// to speak, and bears no other title that tells what he does.
  ///
  /// Who is named in passing is not the minister of the next sentence.
  func mayHave(_ cluster: Int, _ head: FoundNominal, _ source: TextSpan) -> Bool {
    let person = joiner.clusters[cluster]
    let isSpeaker = history.last == cluster
    let named = person.mentions.count { $0.form == .name && $0.span.lower < source.lower }
    if isSpeaker && speechGoesOn || isNamed(cluster, in: source) { return true }
    if head.classes.contains(.anyTitle) || classes(of: noun(of: head)).contains(.anyTitle) {
      return isSpeaker || history.isEmpty
        || history.suffix(parameters.titleMemory).last {
          joiner.clusters[$0].kind != .place
        } == cluster
    }
    let titles = person.classWords.subtracting(Lexicon.builtIn.honorifics)
    if titles.isEmpty, noun(of: head).hasPrefix("ال"),
      isOnlyOfGender(cluster, head.agreement, before: source)
    {
      return true
    }
    guard titles.isEmpty else { return named >= parameters.fewestNamed || hasLike(titles, head) }
    if history.isEmpty || isSpeaker && named > 1 { return true }
    // المفوض, of the one person who was named.
    return noun(of: head).hasPrefix("ال") && isOnlyPerson(cluster, before: source)
  }

  /// مركز التميمي: whether a source has the last word of somebody's name, or his name stands right behind it.
  private func isNamed(_ cluster: Int, in source: TextSpan) -> Bool {
    let name = text.string(in: joiner.clusters[cluster].canonical).split(separator: " ")
    if name.count > 1, let last = name.last,
      text.string(in: source).split(separator: " ").contains(last)
    {
      return true
    }
    return joiner.clusters[cluster].mentions.contains {
      $0.span.lower > source.upper && $0.span.lower - source.upper <= Self.spaceAndSign
    }
  }

  /// A space and # have no more bytes.
  private static let spaceAndSign = 2

  /// Whether a person is known to be a man or a woman, and nobody else mentioned before may be one.
  private func isOnlyOfGender(
    _ cluster: Int, _ agreement: Agreement, before source: TextSpan
  ) -> Bool {
    guard joiner.clusters[cluster].agreement == agreement else { return false }
    return places[..<place(of: source.lower)].suffix(parameters.mentionMemory).allSatisfy {
      let other = joiner.clusters[$0.cluster]
      return $0.cluster == cluster || other.kind != .person
        || other.agreement.map { $0 != agreement } ?? false
    }
  }

  /// الروائي, of whom الكاتب was said: whether one of a person's titles may call the same one as the noun of `head`.
  func hasLike(_ titles: Set<NameKey>, _ head: FoundNominal) -> Bool {
    let roles = Lexicon.builtIn.sameRoles
    guard let asked = roles[head.key] else { return false }
    return titles.contains { roles[$0]?.isDisjoint(with: asked) == false }
  }

  private func isOnlyPerson(_ cluster: Int, before source: TextSpan) -> Bool {
    places[..<place(of: source.lower)].suffix(parameters.mentionMemory).allSatisfy {
      $0.cluster == cluster || joiner.clusters[$0.cluster].kind != .person
    }
  }

  private func noun(of head: FoundNominal) -> Substring {
    text.string(in: head.span).prefix { $0 != " " }
  }

  /// سي الطاهر، شيخ الزاوية: brings people in by the titles that stand right behind a comma after their names.
  ///
  /// - Returns: Where these titles stand, which are no mentions of their own.
  mutating func noteApposedTitles() -> Set<TextSpan> {
    var apposed: Set<TextSpan> = []
    for title in nominals
    where title.classes.contains(.title) && !isBeforePerson(title)
      && title.classes.isDisjoint(with: [.plural, .document])
    {
      let index = place(of: title.span.lower) - 1
      guard index >= 0, joiner.clusters[places[index].cluster].kind == .person,
        joiner.clusters[places[index].cluster].agreement ?? title.agreement == title.agreement,
        isComma(between: places[index].span, title.span)
      else { continue }
      apposed.insert(title.span)
      joiner.introduce(places[index].cluster, by: title.key)
    }
    return apposed
  }

  /// المدير الطبي للمستشفى، الدكتور N; محامي المتهم N; أفاد N وزير النقل: brings whom a source phrase names in by the title that opens it and by
  /// the one right behind his name.
  ///
  /// Behind a verb that takes an object such a title may be that: اتهم N وزير النقل.
  mutating func noteTitles(of person: Int, in source: TextSpan, _ quote: FoundQuotation) {
    guard joiner.clusters[person].kind == .person,
      let name = mentions(in: source).first(where: {
        $0.cluster == person && !nominalSpans.contains($0.span)
      })?.span
    else { return }
    let end = takesObject(quote) ? source.upper : max(source.upper, name.upper + Self.commaAndSpace)
    let first = nominals.firstIndex(from: source.lower, by: \.span)
    for title in nominals[first...].prefix(while: { $0.span.lower < end })
    where
      (title.classes.contains(.title)
      || title.span.lower == source.lower && title.classes.contains(.unnamedSource))
      && title.classes.isDisjoint(with: [.plural, .document, .anyTitle])
      && joiner.clusters[person].agreement ?? title.agreement == title.agreement
    {
      let isBehind =
        title.span.lower > name.upper && title.span.lower - name.upper <= Self.commaAndSpace
      guard isBehind || title.span.lower == source.lower else { continue }
      joiner.introduce(person, by: title.key)
    }
  }

  private func takesObject(_ quote: FoundQuotation) -> Bool {
    guard let cue = quote.cue else { return false }
    let forms = Lexicon.builtIn.cues[NameKey(phrase: text.string(in: cue.span))] ?? []
    return forms.contains { !$0.frame.isDisjoint(with: [.object, .secondObject]) }
  }

  /// A comma and a space have no more bytes.
  private static let commaAndSpace = 3

  /// المحكمة، برئاسة المستشار N; الحزب الذي يتزعمه N: brings people in by the titles of those who lead what is named before them.
  mutating func noteLeaders() {
    let leading = Lexicon.builtIn.leading
    for place in places
    where joiner.clusters[place.cluster].kind == .organisation
      && joiner.clusters[place.cluster].classWords.isEmpty
    {
      // ننتقل إلى X
      guard let start = start(ofWordBefore: place.span.lower),
        let verb = word(before: start), let noun = leading[NameKey(phrase: verb)]
      else { continue }
      joiner.introduce(place.cluster, by: noun)
    }
    for place in places where joiner.clusters[place.cluster].kind == .person {
      var offset = place.span.lower
      // المستشار, النائب السابق
      for _ in 0..<Self.longestTitle {
        guard let word = word(before: offset), word.utf8.count < parameters.longestIntroduction * 2
        else { break }
        if let title = leading[NameKey(phrase: word)] {
          joiner.introduce(place.cluster, by: title)
          leaders[place.cluster, default: []].insert(title)
          break
        }
        guard word.hasPrefix("ال"), let start = start(ofWordBefore: offset) else { break }
        offset = start
      }
    }
  }

  /// Whether a person leads something by what stands before his name, and so bears a title.
  private func isLeader(_ cluster: Int, _ title: NameKey) -> Bool {
    leaders[cluster]?.contains(title) ?? false
  }

  private static let longestTitle = 3

  /// Where the word begins that ends right before `offset`, or with a space between.
  private func start(ofWordBefore offset: TextOffset) -> TextOffset? {
    var start = offset
    var hasLetter = false
    while let scalar = text.scalar(before: start) {
      let isSpace = ScalarProperties(scalar.value).isSpace
      if isSpace, hasLetter { break }
      if !isSpace { hasLetter = true }
      start = scalar.offset
    }
    return hasLetter ? start : nil
  }

  /// Whether the name of a person follows a title that belongs to it.
  private func isBeforePerson(_ title: FoundNominal) -> Bool {
    guard title.hasComplement else { return false }
    let next = place(of: title.span.upper)
    return next < places.count && joiner.clusters[places[next].cluster].kind == .person
  }

  /// Whether a comma and a space are all that stands between two spans.
  func isComma(between left: TextSpan, _ right: TextSpan) -> Bool {
    guard left.upper < right.lower, right.lower - left.upper <= 3 else { return false }
    let between = text.scalars(in: TextSpan(left.upper, right.lower)).map(\.value)
    return between.count == 2 && SentenceSigns.isComma(between[0])
      && ScalarProperties(between[1]).isSpace
  }

  /// Whether a person is named with the title of `head` for what `source` has it for, as far as the text says.
  func fits(_ cluster: Int, _ head: FoundNominal, _ source: TextSpan) -> Bool {
    joiner.fits(cluster, head) && !holdsOther(cluster, head, source)
      && !(joiner.clusters[cluster].kind == .unnamed && isOtherUnnamed(cluster, than: source))
      && !(head.classes.contains(.office) && isTitledOtherwise(cluster, than: head))
  }

  /// رئيس الدبلوماسية الأميركية: who was named last as the minister whose office is also called so.
  func holder(called head: FoundNominal, _ source: TextSpan) -> Int? {
    let name = text.string(in: source).split(separator: " ").prefix(2).joined(separator: " ")
    guard let office = Lexicon.builtIn.sameOffices[NameKey(name)] else { return nil }
    return (joiner.introduced[office.holder] ?? []).last { cluster in
      isOfCountry(cluster, head.nisba)
        && joiner.clusters[cluster].mentions.contains {
          $0.form == .name && $0.span.lower < source.lower
            && self.office(of: $0.span, noun: office.holder).first == office.complement
        }
    }
  }

  /// Whether an entity has no nisba of another country than `nisba`, which may be that of a woman or a thing.
  private func isOfCountry(_ cluster: Int, _ nisba: NameKey?) -> Bool {
    let countries = Lexicon.builtIn.countries
    let known = joiner.clusters[cluster].nisbas
    guard let asked = nisba.flatMap({ countries[$0] }), !known.isEmpty else { return true }
    return known.contains { countries[$0]?.isDisjoint(with: asked) == false }
  }

  /// مدرب الأهلي … مدرب النصر N: whether the nameless holder of an office is not who is named with `source`.
  func isOtherOffice(_ unnamed: Int, than source: TextSpan) -> Bool {
    guard let first = firstSources[unnamed] else { return false }
    return isDifferent(complement(in: first), complement(in: source))
  }

  /// الرئيس N is not who وزير الدفاع is: whether each name of a person behind the noun of an office stands behind another one.
  private func isTitledOtherwise(_ cluster: Int, than head: FoundNominal) -> Bool {
    let entity = joiner.clusters[cluster]
    guard entity.kind == .person, !isLeader(cluster, head.key) else { return false }
    var isOther = false
    for mention in entity.mentions where mention.form == .name {
      guard let title = title(of: mention.span) else { continue }
      if title.key == head.key { return false }
      isOther = true
    }
    return isOther
  }

  /// The noun of an office with the article that stands right before a name, or with its country: الرئيس, الرئيس الفرنسي.
  private func title(of name: TextSpan) -> FoundNominal? {
    let index = nominals.firstIndex(from: name.lower, by: \.span) - 1
    guard index >= 0, nominals[index].hasComplement, nominals[index].classes.contains(.title),
      name.lower - nominals[index].span.upper <= 1
    else { return nil }
    let noun = text.string(in: nominals[index].span).prefix { $0 != " " }
    return classes(of: noun.dropFirst(2)).contains(.office) ? nominals[index] : nil
  }

  /// Whether each name of a person that stands behind the noun of an office has it with another complement than `source`.
  func holdsOther(_ cluster: Int, _ head: FoundNominal, _ source: TextSpan) -> Bool {
    guard head.span.lower == source.lower, joiner.clusters[cluster].kind == .person else {
      return false
    }
    if holdsOther(cluster, title: head) { return true }
    let asked = complement(in: head.span == source ? whole(head) : source)
    guard !asked.isEmpty else { return false }
    var isOther = false
    for mention in joiner.clusters[cluster].mentions where mention.form == .name {
      let held = office(of: mention.span, noun: head.key)
      guard !held.isEmpty else { continue }
      if !isDifferent(asked, held) { return false }
      isOther = true
    }
    return isOther
  }

  /// رئيس الاتحاد الدولي N is not رئيس الاتحاد العربي: whether each name of a person behind a title stands there with the name of another
  /// body than `title` does.
  private func holdsOther(_ cluster: Int, title: FoundNominal) -> Bool {
    guard let asked = body(of: title) else { return false }
    var isOther = false
    for mention in joiner.clusters[cluster].mentions where mention.form == .name {
      guard let held = body(before: mention.span, of: title.key) else { continue }
      if !areOthers(asked, held) { return false }
      isOther = true
    }
    return isOther
  }

  /// The organisation that stands behind a title shortly before a name.
  private func body(before name: TextSpan, of noun: NameKey) -> Int? {
    let index = nominals.firstIndex(from: name.lower, by: \.span)
    return nominals[..<index].suffix(parameters.officeReach * 2).lazy.reversed()
      .first { $0.key == noun }
      .flatMap { title in
        bodyPlace(of: title).flatMap { place in
          name.lower - place.span.upper < parameters.longestOffice ? place.cluster : nil
        }
      }
  }

  private func body(of title: FoundNominal) -> Int? { bodyPlace(of: title)?.cluster }

  /// The organisation that a text names right behind a title.
  private func bodyPlace(of title: FoundNominal) -> (span: TextSpan, cluster: Int)? {
    let index = place(of: title.span.upper)
    guard index < places.count, places[index].span.lower - title.span.upper <= Self.spaceAndSign,
      !nominalSpans.contains(places[index].span),
      joiner.clusters[places[index].cluster].kind == .organisation
    else { return nil }
    return places[index]
  }

  /// Whether two organisations have names with one noun that differ in a word before the shorter one ends.
  private func areOthers(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (joiner.clusters[left].parts, joiner.clusters[right].parts)
    return left != right && first.first == second.first
      && zip(first, second).contains { $0 != $1 }
  }

  /// مدرب | الأهلي, المتحدث | باسم الجيش: the noun of an office with the words that are its complement, be they a name.
  func whole(_ head: FoundNominal) -> TextSpan {
    guard !text.string(in: head.span).contains(" ") else { return head.span }
    var end = head.span.upper
    for count in 0..<2 {
      guard let next = text.scalar(at: end), ScalarProperties(next.value).isSpace else { break }
      var upper = next.span.upper
      while let scalar = text.scalar(at: upper), !ScalarProperties(scalar.value).isSpace,
        ScalarProperties(scalar.value).isArabicLetter
      {
        upper = scalar.span.upper
      }
      let word = text.string(in: TextSpan(next.span.upper, upper))
      // Behind a noun with the article only a preposition brings a complement in.
      let opens = isInTheName(word[...])
      guard count == 1 || opens || head.classes.contains(.office) && word.hasPrefix("ال") else {
        break
      }
      end = upper
      if !opens { break }
    }
    return TextSpan(head.span.lower, end)
  }

  /// The last nominal mention by a noun shortly before a name.
  private func title(before name: TextSpan, noun: NameKey) -> FoundNominal? {
    let index = nominals.firstIndex(from: name.lower, by: \.span)
    let title = nominals[..<index].suffix(parameters.officeReach).last {
      $0.key == noun && $0.span.lower < name.lower
    }
    return title.flatMap { name.lower - $0.span.lower < parameters.longestOffice ? $0 : nil }
  }

  /// The complement of the noun of an office right before a name: [داخلية] in وزير الداخلية N.
  private func office(of name: TextSpan, noun: NameKey) -> [NameKey] {
    guard let title = title(before: name, noun: noun) else { return [] }
    let phrase = TextSpan(title.span.lower, name.lower)
    let hasSign = text.scalars(in: phrase).contains { scalar in
      SentenceSigns.isTerminator(scalar.value) || SentenceSigns.isComma(scalar.value)
        || scalar.value == Signs.colon
    }
    return hasSign ? [] : complement(in: phrase)
  }

  /// مصدر أمني … مصدر حكومي, وزير الدفاع … وزير المالية: whether a nameless source is told apart from the one that `source` means, by its complement or by
  /// the field or the country that its adjective tells.
  func isOtherUnnamed(_ unnamed: Int, than source: TextSpan) -> Bool {
    guard let first = firstSources[unnamed] else { return false }
    // خبراء أمميون are خبراء الآلية as well.
    if joiner.clusters[unnamed].agreement != .plural, isOtherOffice(unnamed, than: source) {
      return true
    }
    let (left, right) = (fields(in: first), fields(in: source))
    // مصادر محلية are مصادر في البلدية.
    if joiner.clusters[unnamed].agreement == .masculine, !isDefinite(first), !isDefinite(source),
      tells(only: complement(in: first), left, not: complement(in: source), right)
    {
      return true
    }
    return [0, 1].contains { kind in
      !left[kind].isEmpty && !right[kind].isEmpty && left[kind].isDisjoint(with: right[kind])
    }
  }

  /// مصدر في القصر and مصدر طبي: whether of two phrases one has a complement alone and the other an adjective alone.
  private func tells(
    only left: [NameKey], _ leftFields: [Set<NameKey>], not right: [NameKey],
    _ rightFields: [Set<NameKey>]
  ) -> Bool {
    let isLeftField = leftFields.contains { !$0.isEmpty }
    let isRightField = rightFields.contains { !$0.isEmpty }
    return !left.isEmpty && !isLeftField && right.isEmpty && isRightField
      || left.isEmpty && isLeftField && !right.isEmpty && !isRightField
  }

  private func isDefinite(_ phrase: TextSpan) -> Bool {
    text.string(in: phrase).hasPrefix("ال")
  }

  /// Whether the complement or an adjective of a nameless source is that of `source`.
  func isLikeUnnamed(_ unnamed: Int, _ source: TextSpan) -> Bool {
    guard let first = firstSources[unnamed] else { return false }
    let (left, right) = (complement(in: first), complement(in: source))
    return left.first.map { $0 == right.first } ?? false
      || zip(fields(in: first), fields(in: source)).contains { !$0.isDisjoint(with: $1) }
  }

  /// The adjectives of a phrase that end as a nisba, without the article: of fields (أمني) and of countries (روسي).
  private func fields(in phrase: TextSpan) -> [Set<NameKey>] {
    var found: [Set<NameKey>] = [[], []]
    for word in text.string(in: phrase).split(separator: " ").dropFirst() {
      let known = classes(of: word)
      if !known.isDisjoint(with: [.governor, .function, .relative]) { break }
      let bare = word.hasPrefix("ال") ? word.dropFirst(2) : word
      guard let ending = nisbaEnding(of: bare) else { continue }
      let stem = bare.dropLast(ending.count)
      let isCountry = ["ي", "ية"].contains {
        !(classes(of: stem + $0).union(classes(of: "ال" + stem + $0))).isDisjoint(with: .demonym)
      }
      found[isCountry ? 1 : 0].insert(NameKey(phrase: String(stem)))
    }
    return found
  }

  private func isNisba(_ word: Substring) -> Bool { nisbaEnding(of: word) != nil }

  /// The ending of a word that may be a nisba: أمني, أميركية, أمميون.
  private func nisbaEnding(of word: Substring) -> String? {
    ["يون", "يين", "ية", "ي"].first { word.hasSuffix($0) && word.count > $0.count + 1 }
  }

  /// The nouns behind the first one of a phrase, without the article, prepositions, and adjectives, which say of which country
  /// it is.
  private func complement(in phrase: TextSpan) -> [NameKey] {
    var words = text.string(in: phrase).split(separator: " ")[...]
    guard let head = words.popFirst() else { return [] }
    // المبعوث الروسي إلى السودان is the one to Africa, too: of a noun with the article only in whose name it speaks tells who it is.
    if head.hasPrefix("ال") { words = words.drop { !isInTheName($0) } }
    var nouns: [NameKey] = []
    for word in words {
      var word = word
      if word.hasPrefix("لل") {
        word = "ال" + word.dropFirst(2)
      } else if word.hasPrefix("ل"), !classes(of: word.dropFirst()).isEmpty {
        word = word.dropFirst()
      }
      let isDefinite = word.hasPrefix("ال")
      // مدرب الأهلي has no adjective, مدرب المنتخب الوطني has.
      if isDefinite, word.hasSuffix("ي"), !nouns.isEmpty { continue }
      if !isDefinite, isNisba(word) { continue }
      let known = classes(of: word)
      // وزير الخارجية: what has the article right behind a noun without it is no adjective.
      if isDefinite, nouns.isEmpty, !head.hasPrefix("ال"), word == words.first {
        nouns.append(NameKey(phrase: String(word.dropFirst(2))))
        continue
      }
      guard known.isDisjoint(with: [.demonym, .adjective, .governor, .function, .insideTitle]),
        !isInTheName(word), word != "عام"
      else { continue }
      nouns.append(NameKey(phrase: String(isDefinite ? word.dropFirst(2) : word)))
    }
    return nouns
  }

  /// Whether two complements share no noun but those that open both, and go on with names, or with nouns that do not call one body:
  /// بلدية | بيروت and بلدية | طرابلس.
  private func isDifferent(_ left: [NameKey], _ right: [NameKey]) -> Bool {
    let shared = zip(left, right).prefix { $0 == $1 }.count
    let (left, right) = (left.dropFirst(shared), right.dropFirst(shared))
    guard let first = left.first, let second = right.first, Set(left).isDisjoint(with: right) else {
      return false
    }
    let lexicon = Lexicon.builtIn
    func isBody(_ noun: NameKey) -> Bool {
      lexicon.sameBodies[noun] != nil
        || lexicon.classes[noun]?
          .isDisjoint(with: [.organisationClass, .organisationHead, .placeClass, .stateBody])
          == false
    }
    guard isBody(first) == isBody(second) else { return false }
    return (lexicon.sameBodies[first] ?? []).isDisjoint(with: lexicon.sameBodies[second] ?? [])
  }
}
