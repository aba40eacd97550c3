import ArabicText
import CAnalysisData
import EntityModel

/// The word lists of the analysis: closed classes, phrases and reporting words.
struct Lexicon: Sendable {
  /// The classes of words and phrases, and of the beginnings of phrases.
  private(set) var classes: [NameKey: WordClasses] = [:]
  /// The reporting words by form, verbs before participles and nouns.
  private(set) var cues: [NameKey: [CueForm]] = [:]
  /// The classes of the listed nouns, found by their form with the article.
  private(set) var classesWithoutArticle: [NameKey: WordClasses] = [:]

  /// Names that begin with a letter that may be a clitic and are whole, with what they name: وائل.
  private(set) var wholeNames = NameTable()

  /// Given names that `names.bin` lacks or holds for other words: a doubtful part where they may be one.
  private(set) var givenNames = NameTable()

  /// Given names that are other words far more often: رائد, أمل.
  private(set) var givenWords: Set<NameKey> = []

  /// Those of them that are things which nobody is said to have: قمر, سندس.
  private(set) var givenThings: Set<NameKey> = []
  /// Words whose object, a person, stands behind ب: التقى.
  private(set) var takesBa: Set<NameKey> = []
  /// Words whose object stands behind ل: سبق.
  private(set) var takesLam: Set<NameKey> = []

  /// Given names of women, and those of both women and men.
  private(set) var women: Set<NameKey> = []
  private(set) var womenOrMen: Set<NameKey> = []

  /// Titles that say nothing of what somebody does: السيد.
  private(set) var honorifics: Set<NameKey> = []

  /// What each sign weighs for who is meant where a verb has no subject.
  private(set) var antecedents = AntecedentWeights()

  /// For names that papers use for one place or body, the one that stands for all.
  private(set) var sameNames: [EntityKind: [NameKey: NameKey]] = [:]

  /// The nouns, with the article, that stand for a well-known body, by its name: الشركة for سامسونغ.
  private(set) var knownBodies: [NameKey: Set<NameKey>] = [:]
  /// All these nouns.
  private(set) var nounsOfBodies: Set<NameKey> = []

  /// The countries, by the rows of their list, of each nisba (المصرية), name of a country and capital.
  private(set) var countries: [NameKey: Set<Int>] = [:]

  /// The names of countries and capitals.
  private(set) var countryNames: Set<NameKey> = []
  /// What else an office is called, by its words: رئيس الدبلوماسية is a minister, الوزير, whose complement is خارجية.
  private(set) var sameOffices: [NameKey: Office] = [:]

  /// An office by the noun of its holder, with the article, and the noun behind that.
  struct Office {
    var holder: NameKey
    var complement: NameKey
  }

  /// Of nouns for bodies, the rows of those that may call one: حكومة and مجلس.
  private(set) var sameBodies: [NameKey: Set<Int>] = [:]

  /// What stands before somebody who leads, with his title: برئاسة and الرئيس.
  private(set) var leading: [NameKey: NameKey] = [:]

  /// Of titles, the rows of those that may call one person: الكاتب and الروائي.
  private(set) var sameRoles: [NameKey: Set<Int>] = [:]

  /// What may be attached to a verb, the longer first: ها, ني.
  private(set) var objectSuffixes: [[UInt32]] = []
  /// What may be attached to a noun for its owner, the longer first.
  private(set) var pronounSuffixes: [String] = []

  /// The lists that are compiled into the program, read once.
  static let builtIn = Lexicon()

  private init() {
    classes.reserveCapacity(4000)
    cues.reserveCapacity(1500)
    readTitles()
    readClassNouns()
    readNominals()
    readWordClasses()
    readCues()
    readWholeNames()
    readGivenNames()
    readAntecedents()
    readSameNames()
    readKnownBodies()
    readCountries()
  }

  private mutating func readTitles() {
    TableReader(rawi_list_titles()).forEachRow { row in
      guard row.count == 3 else { return }
      let gender: WordClasses = row[0].equals("f") ? .female : []
      let isOffice = row[1].equals("rest")
      add(words: row[2], isOffice ? [.title, .office, gender] : [.title, gender])
      if isOffice { addDefinite(row[2], [.title, gender]) }
    }
  }

  private mutating func readClassNouns() {
    TableReader(rawi_list_class_nouns()).forEachRow { row in
      guard row.count == 4 else { return }
      let gender: WordClasses = row[2].equals("f") ? .female : []
      var kind: WordClasses =
        row[0].equals("LOC")
        ? .placeClass : row[1].equals("head") ? .organisationHead : .organisationClass
      if row[1].equals("outside") { kind.insert(.neverInside) }
      add(words: row[3], [kind, gender])
      if kind.contains(.organisationClass) { addDefinite(row[3], [kind, gender]) }
    }
  }

  private mutating func readNominals() {
    TableReader(rawi_list_nominals()).forEachRow { row in
      guard row.count == 3 else { return }
      var kind: WordClasses = row[0].equals("DOC") ? .document : .unnamedSource
      if row[1].equals("f") { kind.insert(.female) }
      if row[1].equals("p") { kind.insert(.plural) }
      add(words: row[2], kind)
      addDefinite(row[2], kind)
      if kind.isDisjoint(with: [.document, .plural]) { addDuals(of: row[2]) }
    }
  }

  /// مصدران, ناشطتين: two of the nouns of those who speak.
  private mutating func addDuals(of nouns: TableReader.Field) {
    let kind: WordClasses = [.unnamedSource, .plural]
    for noun in nouns.words {
      let word = noun.text
      let stem = word.hasSuffix("ة") ? word.dropLast() + "ت" : word
      for dual in [stem + "ان", stem + "ين"] {
        classes[NameKey(phrase: dual), default: []].formUnion(kind)
        classesWithoutArticle[NameKey(phrase: "ال" + dual), default: []].formUnion(kind)
      }
    }
  }

  private mutating func readWordClasses() {
    var (bodies, roles) = (0, 0)
    TableReader(rawi_list_word_classes()).forEachRow { row in
      guard row.count == 2 else { return }
      if row[0].equals("object-suffix") {
        objectSuffixes = row[1].words.map { $0.text.unicodeScalars.map(\.value) }
      }
      if row[0].equals("pronoun-suffix") { pronounSuffixes = row[1].words.map(\.text) }
      if row[0].equals("given-word") { givenWords.formUnion(row[1].words.map { NameKey($0.text) }) }
      if row[0].equals("given-thing") {
        givenThings.formUnion(row[1].words.map { NameKey($0.text) })
        givenWords.formUnion(givenThings)
      }
      if row[0].equals("takes-ba") { takesBa.formUnion(row[1].words.map { NameKey(word: $0) }) }
      if row[0].equals("takes-lam") { takesLam.formUnion(row[1].words.map { NameKey(word: $0) }) }
      if row[0].equals("woman") { women.formUnion(row[1].words.map { NameKey($0.text) }) }
      if row[0].equals("honorific") { honorifics.formUnion(row[1].words.map { NameKey($0.text) }) }
      if row[0].equals("woman-or-man") {
        womenOrMen.formUnion(row[1].words.map { NameKey($0.text) })
      }
      if row[0].equals("same-body") {
        for word in row[1].words { sameBodies[NameKey(word: word), default: []].insert(bodies) }
        bodies += 1
      }
      if row[0].equals("leading"), let title = row[1].words.first {
        for word in row[1].words.dropFirst() {
          leading[NameKey(phrase: word.text)] = NameKey(title.text)
        }
      }
      if row[0].equals("same-office") { add(office: row[1].phrases.map { $0.words.map(\.text) }) }
      if row[0].equals("same-role") {
        for word in row[1].words { sameRoles[NameKey(word.text), default: []].insert(roles) }
        roles += 1
      }
      guard let kind = WordClasses.named[row[0].text] else { return }
      add(words: row[1], kind)
    }
    TableReader(rawi_list_phrases()).forEachRow { row in
      guard row.count == 2, let kind = WordClasses.named[row[0].text] else { return }
      for phrase in row[1].phrases { add(phrase: phrase, kind) }
    }
  }

  private mutating func readCues() {
    var traits: [String: CueTraits] = [:]
    TableReader(rawi_list_cue_traits()).forEachRow { row in
      guard row.count == 2 else { return }
      for lemma in row[1].words { traits[lemma.text, default: []].insert(CueTraits(row[0])) }
    }
    TableReader(rawi_list_cues()).forEachRow { row in
      guard row.count == 7, let slot = CueSlot(row[2]) else { return }
      let count = Double(row[5].text) ?? 0
      let reports = Double(row[6].text) ?? 0
      let strength: CueStrength =
        row[3].equals("S") ? .strong : row[3].equals("M") ? .medium : .weak
      let form = CueForm(
        lemma: row[1].text, slot: slot, strength: strength, frame: CueFrame(row[4]),
        share: count > 0 ? reports / count : 0.5, traits: traits[row[1].text] ?? [],
        prepositions: row[4].words.map(\.text).filter { $0.hasPrefix("P:") }.map {
          NameKey(phrase: String($0.dropFirst(2)))
        })
      let key = NameKey(word: row[0])
      cues[key, default: []].append(form)
      classes[key, default: []].insert(.cue)
    }
  }

  private mutating func readWholeNames() {
    TableReader(rawi_list_whole_names()).forEachRow { row in
      guard row.count == 2 else { return }
      let kinds: NameKinds =
        row[0].equals("s") ? .surname : row[0].equals("f") ? [.given, .female] : .given
      for name in row[1].words { wholeNames.insert(NameKey(name.text), kinds) }
    }
  }

  private mutating func readGivenNames() {
    TableReader(rawi_list_given_names()).forEachRow { row in
      guard row.count == 3 else { return }
      var kinds: NameKinds = row[0].equals("sure") ? .given : [.given, .doubtfulPart]
      if row[1].equals("f") { kinds.insert(.female) }
      for name in row[2].words { givenNames.insert(NameKey(name.text), kinds) }
    }
  }

  private mutating func readSameNames() {
    TableReader(rawi_list_same_names()).forEachRow { row in
      guard row.count == 2 else { return }
      let kind: EntityKind =
        row[0].equals("LOC") ? .place : row[0].equals("PER") ? .person : .organisation
      let keys = row[1].phrases.map { NameKey($0.words.map(\.text).joined(separator: " ")) }
      for key in keys { sameNames[kind, default: [:]][key] = keys[0] }
    }
  }

  private mutating func readKnownBodies() {
    TableReader(rawi_list_known_bodies()).forEachRow { row in
      guard row.count == 2 else { return }
      let nouns = row[0].words.map { NameKey($0.text) }
      nounsOfBodies.formUnion(nouns)
      for name in row[1].phrases {
        let key = NameKey(name.words.map(\.text).joined(separator: " "))
        knownBodies[key, default: []].formUnion(nouns)
      }
    }
  }

  private mutating func readCountries() {
    var country = 0
    TableReader(rawi_list_countries()).forEachRow { row in
      guard row.count == 2 else { return }
      let nisbas = row[0].words.map(\.text)
      let names = row[1].phrases.map { $0.words.map(\.text).joined(separator: " ") }
      let both = nisbas + nisbas.map { $0 + "ة" }
      countryNames.formUnion(names.map { NameKey($0) })
      for name in both + names { countries[NameKey(name), default: []].insert(country) }
      for nisba in both { classes[NameKey(phrase: nisba), default: []].insert(.demonym) }
      country += 1
    }
  }

  private mutating func readAntecedents() {
    TableReader(rawi_list_antecedents()).forEachRow { row in
      guard row.count == 2, let weight = Double(row[1].text) else { return }
      antecedents.set(weight, of: row[0].text)
    }
  }

  private mutating func add(office names: [[String]]) {
    guard let first = names.first, first.count == 2 else { return }
    let office = Office(
      holder: NameKey("ال" + first[0]), complement: NameKey(phrase: String(first[1].dropFirst(2))))
    for name in names.dropFirst() { sameOffices[NameKey(name.joined(separator: " "))] = office }
  }

  private mutating func add(words: TableReader.Field, _ kind: WordClasses) {
    for word in words.words { classes[NameKey(word: word), default: []].formUnion(kind) }
  }

  private mutating func addDefinite(_ words: TableReader.Field, _ kind: WordClasses) {
    for word in words.words where !word.hasArticle {
      let key = NameKey(word: word, addingArticle: true)
      classesWithoutArticle[key, default: []].formUnion(kind)
    }
  }

  private mutating func add(phrase: TableReader.Field, _ kind: WordClasses) {
    let words = phrase.words.map { NameKey(word: $0) }
    guard var key = words.first else { return }
    for word in words.dropFirst() {
      classes[key, default: []].insert(.continues)
      key = key.appending(word)
    }
    classes[key, default: []].formUnion(kind)
  }
}
