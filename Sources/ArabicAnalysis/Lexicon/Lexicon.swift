import CBuiltInData
import EntityModel

/// The word lists of the analysis: closed classes, phrases and reporting words.
struct Lexicon: Sendable {
  /// The classes of words and phrases, and of the beginnings of phrases.
  private(set) var classes: [NameKey: WordClasses] = [:]
  /// The reporting words by form, verbs before participles and nouns.
  private(set) var cues: [NameKey: [CueForm]] = [:]
  /// The classes of the listed nouns, found by their form with the article.
  private(set) var classesWithoutArticle: [NameKey: WordClasses] = [:]

  /// The lists that are compiled into the program, read once.
  static let builtIn = Lexicon()

  private init() {
    classes.reserveCapacity(4000)
    cues.reserveCapacity(1500)
    TableReader(rawi_list_titles()).forEachRow { row in
      guard row.count == 3 else { return }
      let gender: WordClasses = row[0] == "f" ? .female : []
      add(words: row[2], row[1] == "rest" ? [.title, .office, gender] : [.title, gender])
      if row[1] == "rest" { addDefinite(row[2], [.title, gender]) }
    }
    TableReader(rawi_list_class_nouns()).forEachRow { row in
      guard row.count == 4 else { return }
      let gender: WordClasses = row[2] == "f" ? .female : []
      var kind: WordClasses =
        row[0] == "LOC" ? .placeClass : row[1] == "head" ? .organisationHead : .organisationClass
      if row[1] == "outside" { kind.insert(.neverInside) }
      add(words: row[3], [kind, gender])
      if kind.contains(.organisationClass) { addDefinite(row[3], [kind, gender]) }
    }
    TableReader(rawi_list_word_classes()).forEachRow { row in
      guard row.count == 2, let kind = WordClasses.named[String(row[0])] else { return }
      add(words: row[1], kind)
    }
    TableReader(rawi_list_nominals()).forEachRow { row in
      guard row.count == 3 else { return }
      var kind: WordClasses = row[0] == "DOC" ? .document : .unnamedSource
      if row[1] == "f" { kind.insert(.female) }
      if row[1] == "p" { kind.insert(.plural) }
      add(words: row[2], kind)
      addDefinite(row[2], kind)
    }
    TableReader(rawi_list_phrases()).forEachRow { row in
      guard row.count == 2, let kind = WordClasses.named[String(row[0])] else { return }
      for phrase in row[1].split(separator: "|") { add(phrase: phrase, kind) }
    }
    TableReader(rawi_list_cues()).forEachRow { row in
      guard row.count == 7, let slot = CueSlot(row[2]) else { return }
      let count = Double(row[5]) ?? 0
      let reports = Double(row[6]) ?? 0
      let strength: CueStrength = row[3] == "S" ? .strong : row[3] == "M" ? .medium : .weak
      let form = CueForm(
        lemma: String(row[1]), slot: slot, strength: strength, frame: CueFrame(row[4]),
        share: count > 0 ? reports / count : 0.5)
      let key = NameKey(phrase: row[0])
      cues[key, default: []].append(form)
      classes[key, default: []].insert(.cue)
    }
  }

  private mutating func add(words: Substring, _ kind: WordClasses) {
    for word in words.split(separator: " ") {
      classes[NameKey(phrase: word), default: []].formUnion(kind)
    }
  }

  private mutating func addDefinite(_ words: Substring, _ kind: WordClasses) {
    for word in words.split(separator: " ") where !word.hasPrefix("ال") {
      classesWithoutArticle[NameKey("ال" + word, folding: .words), default: []].formUnion(kind)
    }
  }

  private mutating func add(phrase: Substring, _ kind: WordClasses) {
    let words = phrase.split(separator: " ").map(NameKey.init(phrase:))
    guard var key = words.first else { return }
    for word in words.dropFirst() {
      classes[key, default: []].insert(.continues)
      key = key.appending(word)
    }
    classes[key, default: []].formUnion(kind)
  }
}
