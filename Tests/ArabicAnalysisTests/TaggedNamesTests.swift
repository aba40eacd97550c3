import ArabicText
import EntityModel
import Testing

@testable import ArabicAnalysis

/// What comes of it when tagger, lists and rules say different things of the same words.
@Suite struct TaggedNamesTests {
  /// A name that the tagger is made to find: words of the sentence, what it takes them for, how sure it is.
  struct Tag {
    var words: String
    var type: NameType
    var probability = 0.95
    var clitics = 0
  }

  /// The names of `sentence` when the tagger finds `tags` in it.
  private func names(in sentence: String, tagged tags: [Tag]) throws -> [String] {
    let text = DecodedText(sentence)
    let words = ParagraphWords(of: text, in: text.span, names: .builtIn)
    let written = words.words.map { text.string(in: $0.span) }
    let names = try tags.map { tag in
      let wanted = tag.words.split(separator: " ").map(String.init)
      let first = try #require(
        written.indices.first { written[$0...].prefix(wanted.count).elementsEqual(wanted) })
      return TaggedName(
        words: first..<first + wanted.count, type: tag.type, clitics: tag.clitics,
        probability: tag.probability)
    }
    return EntityTagger(words: words, tagged: TaggedNames(words, names)).mentions().map {
      "\($0.kind.rawValue) \(text.string(in: $0.span))"
    }
  }

  @Test func `a name that no rule finds holds if the tagger is sure of it`() throws {
    let sentence = "ثم سلم كرفوش المفتاح."
    #expect(try names(in: sentence, tagged: []) == [])
    #expect(
      try names(in: sentence, tagged: [Tag(words: "كرفوش", type: .person)]) == ["PER كرفوش"])
    #expect(
      try names(in: sentence, tagged: [Tag(words: "كرفوش", type: .person, probability: 0.6)])
        == [])
  }

  @Test(arguments: [
    ("سجل كرفوش الهادي هدفا رائعا.", "كرفوش الهادي", "كرفوش الهادي"),
    ("استقبل نادر الحداد المشارك في السباق.", "نادر الحداد", "نادر الحداد"),
    ("استقبل معاذ المهندي ضيوفه.", "معاذ", "معاذ المهندي"),
    ("أما زميله سالم فيقول إن العمل شاق.", "سالم فيقول", "سالم"),
    ("صافح الضيف مون جاي إن أمس.", "مون جاي إن", "مون جاي إن"),
    ("التقى الوفد سامر كيالي إن شاء الله.", "سامر كيالي", "سامر كيالي"),
  ])
  func `a person of whom the tagger is sure takes in surnames of the lists alone`(
    sentence: String, tagged: String, whole: String
  ) throws {
    let tag = Tag(words: tagged, type: .person, probability: 0.99)
    #expect(try names(in: sentence, tagged: [tag]) == ["PER \(whole)"])
  }

  @Test(arguments: [
    ("تجمع الناس عند تلة كرفوش الغربية.", "تلة كرفوش الغربية", NameType.place, true),
    ("تجمع الناس قرب كرفوش.", "كرفوش", .place, false),
    ("احتج عمال المستشفى الجامعي كرفوش.", "المستشفى الجامعي كرفوش", .organisation, true),
    ("احتج عمال كرفوش سيفات.", "كرفوش سيفات", .organisation, false),
  ])
  func `less is needed for a place of several words and a body with its class noun`(
    sentence: String, name: String, type: NameType, holds: Bool
  ) throws {
    let tag = Tag(words: name, type: type, probability: 0.6)
    #expect(
      try names(in: sentence, tagged: [tag]).contains("\(type.rawValue) \(name)") == holds)
  }

  @Test func `a body of the lists is longer where the tagger is sure of it`() throws {
    let tag = Tag(words: "الاتحاد السعودي لكرة السلة", type: .organisation, probability: 0.99)
    #expect(
      try names(in: "أعلن الاتحاد السعودي لكرة السلة النتائج.", tagged: [tag])
        == ["ORG الاتحاد السعودي لكرة السلة"])
  }

  @Test func `the labels of a header are no names`() throws {
    let tagger = try #require(NameTagger.builtIn)
    func names(_ text: String) -> Set<String> {
      Set(Analyzer(tagger: tagger).analyze(Document(text)).entities.map(\.canonical))
    }
    let header = "Feed: أخبار العالم\nTitle: البرهان يرفض التفاوض\nAuthor: أحمد محمد\n"
    #expect(names(header).isDisjoint(with: ["Feed", "Title", "Author"]))
    #expect(names(header).contains("أحمد محمد"))
  }

  @Test func `an organisation of the lists is whole where the tagger sees part of it`() throws {
    let tag = Tag(words: "الأمم", type: .organisation)
    #expect(try names(in: "دعت الأمم المتحدة إلى الهدوء.", tagged: [tag]) == ["ORG الأمم المتحدة"])
  }

  @Test func `of two kinds for the same words the tagger's holds`() throws {
    let sentence = "سجل باريس هدفين في الشوط الأول."
    #expect(
      try names(in: sentence, tagged: [Tag(words: "باريس", type: .organisation)]) == ["ORG باريس"])
  }

  @Test func `a place of the lists is added where the tagger finds none`() throws {
    #expect(try names(in: "عاد الوفد من دمشق أمس.", tagged: []) == ["LOC دمشق"])
  }

  @Test func `a word of the lists that opens a sentence as a verb is no place`() throws {
    #expect(try names(in: "سرت شائعات كثيرة أمس.", tagged: []) == [])
  }

  @Test func `a given name behind a clitic goes to the surname that the tagger finds`() throws {
    let tag = Tag(words: "بركات", type: .person)
    #expect(try names(in: "ورحبوا بفهد بركات أمس.", tagged: [tag]) == ["PER فهد بركات"])
  }

  @Test(arguments: [
    ("برزت أسماء كأنور الحداد أمس.", "كأنور الحداد", "أنور الحداد"),
    ("برزت أسماء كرشيد الحداد أمس.", "كرشيد الحداد", "رشيد الحداد"),
    ("برزت أسماء وكرشيد الحداد أمس.", "وكرشيد الحداد", "رشيد الحداد"),
    ("صفقوا طويلا لأنس الحداد أمس.", "لأنس الحداد", "أنس الحداد"),
    ("رحبوا هناك برائد الحداد أمس.", "برائد الحداد", "رائد الحداد"),
    ("رحبوا هناك بأمل الحداد أمس.", "بأمل الحداد", "أمل الحداد"),
  ])
  func `a given name behind a clitic outweighs a word that the lists have for it`(
    sentence: String, tagged: String, name: String
  ) throws {
    let tag = Tag(words: tagged, type: .person)
    #expect(try names(in: sentence, tagged: [tag]) == ["PER \(name)"])
  }

  @Test func `a verb that begins with ك is no given name behind clitics`() throws {
    let tag = Tag(words: "فايز الحداد", type: .person)
    #expect(try names(in: "وكاد فايز الحداد يسجل هدفا.", tagged: [tag]) == ["PER فايز الحداد"])
  }

  @Test func `a company of one word is none of the places of the tagger`() throws {
    let tag = Tag(words: "سوناطراك", type: .place)
    #expect(try names(in: "أعلنت أمس سوناطراك النتائج.", tagged: [tag]) == ["ORG سوناطراك"])
  }

  @Test func `letters that the tagger holds for clitics stay outside`() throws {
    let tag = Tag(words: "بكرفوش", type: .person, clitics: 1)
    #expect(try names(in: "ورحبوا أمس بكرفوش.", tagged: [tag]) == ["PER كرفوش"])
    let whole = Tag(words: "برفوشكو", type: .person, clitics: 0)
    #expect(try names(in: "ورحبوا أمس برفوشكو.", tagged: [whole]) == ["PER برفوشكو"])
    // No foreign name begins with bk.
    let unsounded = Tag(words: "بكرفوش", type: .person, clitics: 0)
    #expect(try names(in: "ورحبوا أمس بكرفوش.", tagged: [unsounded]) == ["PER كرفوش"])
  }

  @Test(arguments: [
    ("أعرب السفير فليك عن أسفه.", "فليك", NameType.person, "PER فليك"),
    ("قال المدرب فليك إنه راض.", "فليك", .person, "PER فليك"),
    ("باعت شركة بريتش الحقول.", "بريتش", .organisation, "ORG بريتش"),
    ("تحدث الجميع عن برانت أمس.", "برانت", .person, "PER برانت"),
  ])
  func `no clitic stands where none can, whatever the tagger holds`(
    sentence: String, tagged: String, type: NameType, name: String
  ) throws {
    let tag = Tag(words: tagged, type: type, clitics: 1)
    #expect(try names(in: sentence, tagged: [tag]) == [name])
  }
}
