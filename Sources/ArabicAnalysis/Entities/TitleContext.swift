import ArabicText
import EntityModel

/// A title that stands before a word: "the minister of energy, Dr".
struct TitleContext {
  /// The word that is the title.
  var index: Int
  var agreement: Agreement?
  /// The title as a later nominal mention uses it, with the article.
  var classWord: NameKey
  /// Whether a name may follow at once: the title stands alone, or has its complement.
  var allowsUnknown: Bool
  /// Whether nothing stands between.
  var isAdjacent: Bool
  /// Whether only adjectives or a listed name stand between.
  var isNear = true
  /// Whether one unknown word is not enough: behind a nisba alone.
  var needsTwoWords = false
  /// Whether it is no title but a reporting verb, whose subject follows.
  var isReport = false
}

/// Follows the titles of a paragraph from left to right.
struct TitleTracker {
  private let words: ParagraphWords
  private var open: TitleContext?
  private var distance = 0

  init(words: ParagraphWords) { self.words = words }

  /// The title that reaches `index`.
  var current: TitleContext? { open }

  /// Takes note of the word at `index`, which is part of no name.
  mutating func pass(_ index: Int) {
    let word = words.words[index]
    if let title = words.reading(index, of: .title) {
      // زوجة الأسير, نائب الرئيس: the title is the complement of the one before.
      if let office = open, office.isAdjacent, title.hasArticle, title.clitics.isEmpty,
        distance == 0, index == office.index + 1,
        words.reading(office.index, of: .office)?.hasArticle == false
      {
        distance += 1
        open?.isAdjacent = false
        open?.allowsUnknown = true
        return
      }
      let isOffice = title.classes.contains(.office)
      open = TitleContext(
        index: index, agreement: Self.agreement(of: title.classes),
        classWord: title.hasArticle ? title.name : Self.definite(of: index, title, in: words),
        allowsUnknown: !isOffice || title.hasArticle, isAdjacent: true,
        needsTwoWords: title.classes.contains(.notNominal))
      distance = 0
      return
    }
    let reading = words.plain(index)
    if let context = subjectContext(index) ?? ownerContext(index) {
      open = context
      distance = 0
      return
    }
    if open == nil, reading?.classes.contains(.demonym) == true,
      !word.shape.contains(.feminine) || index == 0
    {
      open = TitleContext(
        index: index, agreement: .masculine, classWord: Self.nothing, allowsUnknown: true,
        isAdjacent: true, needsTwoWords: true)
      distance = 0
      return
    }
    guard open != nil else { return }
    distance += 1
    open?.isAdjacent = false
    open?.isNear = word.shape.contains(.nisba) && reading?.hasArticle == true
    if open?.needsTwoWords == true, open?.isNear == false,
      open?.classWord == Self.nothing
    {
      open = nil
    }
    if distance > words.parameters.names.titleReach || endsTitle(word, reading)
      || standsApart(index, reading)
    {
      open = nil
    } else if reading?.hasArticle == true {
      open?.allowsUnknown = true
    }
  }

  /// The gender of whom a title names; عضو names women and men.
  private static func agreement(of title: WordClasses) -> Agreement? {
    if title.contains(.either) { return nil }
    return title.contains(.female) ? .feminine : .masculine
  }

  /// A reporting verb licenses its subject as a title does: "said Fishman".
  private func subjectContext(_ index: Int) -> TitleContext? {
    guard open == nil, words.sign(index) == 0,
      let cue = words.reading(index, of: .cue), !cue.clitics.contains(.preposition),
      let form = words.lexicon.cues[cue.word]?.first(where: { $0.slot != .noun }),
      form.strength == .strong, !form.slot.isParticiple
    else { return nil }
    return TitleContext(
      index: index, agreement: form.slot.isFeminine ? .feminine : .masculine,
      classWord: Self.nothing, allowsUnknown: true, isAdjacent: true,
      needsTwoWords: !opensReport(index + 2), isReport: true)
  }

  /// "the government of N", "called N": what follows is a person more often than not.
  private func ownerContext(_ index: Int) -> TitleContext? {
    guard words.sign(index) == 0,
      let reading = words.reading(index, of: [.owned, .called]),
      reading.classes.contains(.called) || open == nil && !reading.hasArticle
    else { return nil }
    return TitleContext(
      index: index, agreement: nil, classWord: Self.nothing, allowsUnknown: true,
      isAdjacent: true, needsTwoWords: reading.classes.contains(.called))
  }

  /// Whether what follows the subject shows that a report begins.
  private func opensReport(_ index: Int) -> Bool {
    let sign = words.sign(index)
    return sign == Signs.colon || SentenceSigns.isComma(sign) || QuotationSigns.isOpening(sign)
      || words.isPlain(index, .complementiser)
  }

  /// The class word of what is no title.
  static let nothing = NameKey(bits: 0)

  /// Takes note of a name that is no person: it may be the title's complement.
  mutating func passName(of count: Int) {
    distance += count
    open?.isAdjacent = false
    if open != nil { open?.allowsUnknown = true }
    if distance > words.parameters.names.titleReachOverNames { open = nil }
  }

  /// Takes note of a person's name: the title has found its bearer.
  mutating func close() { open = nil }

  private func endsTitle(_ word: Word, _ reading: Reading?) -> Bool {
    guard word.kind == .arabic, let reading else {
      return word.sign != Signs.comma && word.sign != Signs.straightMark
        && word.sign != Signs.middleDot
    }
    if reading.classes.contains(.cue), !reading.hasArticle { return true }
    guard reading.classes.contains(.function) else { return false }
    return !reading.classes.contains(.insideTitle)
  }

  /// القاضي نصف ساعة: a common noun without the article is no part of a title that has one.
  private func standsApart(_ index: Int, _ reading: Reading?) -> Bool {
    guard let reading, let title = open, title.classWord != Self.nothing,
      words.words[index].kind == .arabic,
      words.reading(title.index, of: .title)?.hasArticle == true
    else { return false }
    return !reading.hasArticle && reading.classes.isEmpty && reading.kinds.contains(.common)
      && !reading.kinds.isPart && words.readings(of: index).count == 1
  }

  /// The key of a title with the article before it.
  private static func definite(
    of index: Int, _ reading: Reading, in words: ParagraphWords
  ) -> NameKey {
    let span = TextSpan(reading.start, words.words[index].span.upper)
    return NameKey("ال" + words.text.string(in: span))
  }
}
