import ArabicText

extension Folding {
  /// The folding of common words: ى and ة tell words apart, seats of hamza do not.
  static let words: Folding = [.marks, .controls, .persian, .presentationForms, .hamza]
}

/// What a word of the closed lists can be.
struct WordClasses: SetAlgebra, Hashable, Sendable {
  /// A bit for each of the classes 0 to 127.
  private var first: UInt128 = 0
  /// A bit for each of those from 128 on.
  private var more: UInt64 = 0

  init() {}

  /// The class `number`, from 0 to 191.
  private init(_ number: Int) {
    if number < 128 { first = 1 << number } else { more = 1 << (number - 128) }
  }

  /// A title: what follows is a name, or a complement and then a name.
  static let title = WordClasses(0)
  /// A title that takes a complement.
  static let office = WordClasses(1)
  static let female = WordClasses(2)
  static let plural = WordClasses(3)
  /// A class noun of organisations that stays outside a name that can stand alone.
  static let organisationClass = WordClasses(4)
  /// A noun that heads the name of an organisation and belongs to it.
  static let organisationHead = WordClasses(5)
  static let placeClass = WordClasses(6)
  static let placePreposition = WordClasses(7)
  static let kunya = WordClasses(8)
  static let link = WordClasses(9)
  static let abd = WordClasses(10)
  static let function = WordClasses(11)
  static let relative = WordClasses(12)
  static let time = WordClasses(13)
  static let notAlias = WordClasses(14)
  static let document = WordClasses(15)
  static let unnamedSource = WordClasses(16)
  /// Has an entry in ``Lexicon/cues``.
  static let cue = WordClasses(17)
  static let complementiser = WordClasses(18)
  static let according = WordClasses(19)
  static let tag = WordClasses(20)
  static let said = WordClasses(21)
  static let turn = WordClasses(22)
  static let breaks = WordClasses(23)
  static let titleTrigger = WordClasses(24)
  static let nameTrigger = WordClasses(25)
  static let termTrigger = WordClasses(26)
  static let predicate = WordClasses(27)
  static let impersonal = WordClasses(28)
  static let impersonalReport = WordClasses(29)
  /// An adjective of names that does not end like a nisba: المتحدة.
  static let adjective = WordClasses(31)
  /// A common noun that heads names of places: عين، تل.
  static let toponym = WordClasses(32)
  /// A noun whose name may be any noun: بلدة، قرية.
  static let settlement = WordClasses(33)
  /// A nisba of a country: never part of a person's name by itself.
  static let demonym = WordClasses(34)
  /// A class noun that is never part of a name: موقع.
  static let neverInside = WordClasses(35)
  /// A title that by itself is mostly another word: العالم.
  static let notNominal = WordClasses(36)
  /// With it a clause of أن is an adjunct: بعد أن, دون أن.
  static let subordinator = WordClasses(37)
  /// Joins a clause that may be a report of its own: حيث, لكنه.
  static let connector = WordClasses(38)
  /// A verb behind it reports nothing said: لم, لا.
  static let negation = WordClasses(39)
  /// May stand between a verb and أن: من, إلى.
  static let clausePreposition = WordClasses(40)
  /// A preposition with a pronoun, or an adverb: takes no complement.
  static let pronounPreposition = WordClasses(41)
  /// May stand inside a title: "official in", "former".
  static let insideTitle = WordClasses(42)
  /// A participle behind it describes and goes on with no report: كان, أصبح.
  static let copula = WordClasses(43)
  /// Takes up the subject of the sentence: لكنه, وهي.
  static let subjectPronoun = WordClasses(44)
  /// Begins another clause, so that the verb before it reports no clause: لكن, فيما.
  static let contrast = WordClasses(45)
  /// Only somebody who speaks says so: يجب, نرفض.
  static let demand = WordClasses(46)
  /// A body or a person that is named by whose it is: حكومة, محامي.
  static let body = WordClasses(47)
  /// Speaks for others: المتحدث, الناطق.
  static let spokesman = WordClasses(48)
  /// A preposition that no subject stands behind: في, برئاسة.
  static let governor = WordClasses(49)
  /// Stands between a subject and its verb or before both: كان, لقد.
  static let filler = WordClasses(50)
  /// Begins the clause that a verb belongs to: لكن, بينما.
  static let clauseOpener = WordClasses(51)
  /// Begins a surname that may stand without the given name: بن, دا.
  static let particle = WordClasses(52)
  /// Says how somebody is called: يدعى.
  static let called = WordClasses(53)
  /// A ministry by its field: الخارجية, الدفاع.
  static let ministry = WordClasses(54)
  /// Ends like a nisba and is no adjective of a name: الداعي, الحالي.
  static let notAdjective = WordClasses(55)
  /// A complement that makes no name of a head: لجنة التحكيم.
  static let weakComplement = WordClasses(56)
  /// Is said of places and belongs to no name: المحتلة.
  static let attribute = WordClasses(57)
  /// A class noun that belongs to the name of a place: مطار, ساحة.
  static let facility = WordClasses(58)
  /// A head that a country has one of, so that one nisba makes the name: البرلمان.
  static let national = WordClasses(59)
  /// What belongs to a person more often than to anything else: إدارة, تصريحات.
  static let owned = WordClasses(60)
  /// Heads names, but is as often a verbal noun: تنظيم الاتصالات.
  static let ambiguousHead = WordClasses(61)
  /// Heads the names of clubs, which are as often named without it: اتحاد, نادي.
  static let club = WordClasses(62)
  /// Points to the noun behind it: ذات المصدر.
  static let same = WordClasses(63)
  /// A month, which is no place.
  static let month = WordClasses(64)
  /// A relation that is also a given name: خليفة.
  static let role = WordClasses(65)
  /// Begins, behind a name, what somebody does there: خلفا.
  static let successor = WordClasses(90)
  /// A nisba of a country that is often a surname behind a given name: المصري.
  static let surnameNisba = WordClasses(91)
  /// A body of a state, named by its nisba: الحكومة اللبنانية.
  static let stateBody = WordClasses(66)
  /// A place whose name is as often another word: سرت, جدة.
  static let homographPlace = WordClasses(67)
  /// Behind it a company is named: سهم, أرباح.
  static let share = WordClasses(68)
  /// The name of a Latin letter as it is spelt: إن, تي.
  static let letterName = WordClasses(69)
  /// Points to the noun behind it: هذه المحمية.
  static let demonstrative = WordClasses(70)
  /// Begins a clause with a report of its own: وردا على.
  static let reply = WordClasses(71)
  /// With a speech noun, tells of the report: وجاء تصريحه.
  static let occasion = WordClasses(72)
  /// A noun for what was said: كلامه.
  static let speechNoun = WordClasses(73)
  /// Brings in one of several: بينهم X.
  static let among = WordClasses(74)
  /// What any organisation may be called: المنظمة.
  static let generic = WordClasses(75)
  /// A title that nobody bears who was not brought in with it: القاضي.
  static let ownTitle = WordClasses(76)
  /// What one believes, with بأن: ثقته.
  static let conviction = WordClasses(77)
  /// People in general: الناس, كثيرون.
  static let people = WordClasses(79)
  /// With a negation, nothing is said: لا يوجد ما.
  static let absence = WordClasses(78)
  /// With a negation, nobody: لا أحد.
  static let nobody = WordClasses(142)
  /// The clause of أن behind it has not happened: ينتظر, يمكن, المتوقع.
  static let awaiting = WordClasses(143)
  /// Only somebody who speaks says so of himself: كنت, لدينا.
  static let firstPerson = WordClasses(144)
  /// Stands before a verb, also behind ف: فقد, فسوف.
  static let verbParticle = WordClasses(80)
  /// Says when, before a noun: بعد, خلال.
  static let timePreposition = WordClasses(81)
  /// Behind a demonstrative an adverb and no subject: هذا الأسبوع.
  static let adverbialNoun = WordClasses(82)
  /// Belongs to the noun before it: المصدر نفسه.
  static let reflexive = WordClasses(83)
  /// Says that somebody else is meant than the same noun meant before: مصدر آخر, أحد المسؤولين.
  static let other = WordClasses(84)
  /// Behind marked speech and a comma, begins what the writer says of it: وهو, حيث.
  static let remark = WordClasses(85)
  /// Behind marked speech and a comma, goes on with what is reported: إضافة إلى.
  static let addition = WordClasses(86)
  /// What somebody does who speaks without a name: طلب عدم ذكر اسمه.
  static let withholding = WordClasses(87)
  /// The name that is withheld: اسمه, هويته.
  static let ownName = WordClasses(88)
  /// How many of those there are that "of" brings in: العديد من.
  static let quantity = WordClasses(100)
  /// Who stands for others, which "on behalf of" brings in: ممثل عن.
  static let deputy = WordClasses(101)
  /// With وأن behind it, gives a reason inside what is reported: خاصة وأن.
  static let emphasis = WordClasses(102)
  /// One or all of those who were named, whole by itself: أحدهما.
  static let each = WordClasses(103)
  /// A pronoun of the third person that is a subject: هو, هي.
  static let pronoun = WordClasses(104)
  /// Somebody near to another one: والد, محامي.
  static let kin = WordClasses(105)
  /// Somebody who is told by whose he is, and whose own name does not follow: زوجة, أنصار.
  static let relation = WordClasses(110)
  /// An impersonal frame that only brings in what follows: يذكر أن.
  static let notice = WordClasses(106)
  /// Opens a clause about something else at the same time: بينما.
  static let meanwhile = WordClasses(107)
  /// Opens a clause that says when: بعدما.
  static let afterwards = WordClasses(108)
  /// Stands before nouns only: على, عدم.
  static let beforeNoun = WordClasses(109)
  /// Begins with ال of its own and has no article: التزام.
  static let ownLam = WordClasses(111)
  /// How many people there are whose noun follows: ثلاثة مسؤولين.
  static let number = WordClasses(112)
  /// What is counted and does not speak: مرات, سنوات.
  static let measure = WordClasses(113)
  /// A noun of one person who is no source elsewhere: المريض, المتهم.
  static let human = WordClasses(114)
  /// Brings in whom somebody meets or asks: التقينا, سئل.
  static let encounter = WordClasses(115)
  /// Nouns for several or for what is printed, among those of who speaks: إعلام, مصادر.
  static let media = WordClasses(116)
  /// A title that a person of another one may have besides: المسؤول.
  static let anyTitle = WordClasses(117)
  /// A title of women and of men: عضو.
  static let either = WordClasses(118)
  /// What any company may be called: الشركة.
  static let company = WordClasses(119)
  /// Asks whom an interview is with: نسأله.
  static let interview = WordClasses(120)
  /// Joins a sentence to the one before and belongs to no content: لكن.
  static let sentenceOpener = WordClasses(121)
  /// An adjective with the article that may belong to who speaks and is no nisba: السابق.
  static let describing = WordClasses(122)
  /// An adjective without the article that closes an unnamed source: مطلع.
  static let described = WordClasses(123)
  /// A noun that ends like a nisba: القضية.
  static let thing = WordClasses(124)
  /// What came of something, behind ما: أدى.
  static let result = WordClasses(125)
  /// Opens a clause that says when something was said: لما.
  static let whenever = WordClasses(126)
  /// An adverb with what something is measured by behind it: قياسا إلى.
  static let comparison = WordClasses(127)
  /// Says when something was said, and belongs to no noun before it: عقب.
  static let occasionPreposition = WordClasses(128)
  /// Points back to marked speech, before a verb that tells whose it is: هكذا.
  static let thus = WordClasses(129)
  /// Points behind marked speech at it, before the verb of who said it: ذلك ما أكده.
  static let pointing = WordClasses(145)
  /// Makes an office of a noun: العام.
  static let ofOffice = WordClasses(147)
  /// Of respect before a title: معالي.
  static let beforeTitle = WordClasses(146)
  /// Begins with و of its own where the rest is a word as well: وردت.
  static let ownWaw = WordClasses(130)
  /// Behind "then", what somebody does who has spoken: غادر.
  static let exit = WordClasses(131)
  /// Opens a condition: إذا.
  static let condition = WordClasses(132)
  /// What somebody is asked: سؤاله.
  static let question = WordClasses(133)
  /// Ends a content with words in marks before it: بعد أن.
  static let aftermath = WordClasses(141)
  /// What happens or is said, behind في says when or where somebody spoke: مؤتمر, ختام.
  static let occurrence = WordClasses(140)
  /// Nouns that names of bodies, places and people begin with.
  static let headsOfNames: WordClasses = [
    .organisationClass, .organisationHead, .placeClass, .title,
  ]
  /// Begins a longer phrase of the tables.
  static let continues = WordClasses(30)

  /// The names that the tables use.
  static let named: [String: WordClasses] = [
    "place-preposition": .placePreposition, "kunya": .kunya, "link": .link, "abd": .abd,
    "function": .function, "relative": .relative, "time": .time, "not-alias": .notAlias,
    "impersonal": .impersonal, "impersonal-report": .impersonalReport,
    "complementiser": .complementiser, "according": .according, "tag": .tag, "said": .said,
    "adjective": .adjective, "toponym": .toponym, "settlement": .settlement,
    "demonym": .demonym, "not-nominal": .notNominal, "switch": .turn, "break": .breaks,
    "title-trigger": .titleTrigger,
    "name-trigger": .nameTrigger, "term-trigger": .termTrigger, "predicate": .predicate,
    "subordinator": .subordinator, "connector": .connector, "negation": .negation,
    "owned": .owned, "club": .club, "same": .same, "ambiguous-head": .ambiguousHead,
    "clause-preposition": .clausePreposition,
    "pronoun-preposition": .pronounPreposition,
    "inside-title": .insideTitle,
    "copula": .copula,
    "subject-pronoun": .subjectPronoun,
    "contrast": .contrast,
    "demand": .demand,
    "body": .body,
    "spokesman": .spokesman,
    "governor": .governor,
    "filler": .filler,
    "clause-opener": .clauseOpener,
    "particle": .particle,
    "called": .called,
    "ministry": .ministry,
    "not-adjective": .notAdjective,
    "weak-complement": .weakComplement,
    "attribute": .attribute,
    "facility": .facility,
    "national": .national,
    "month": .month, "role": .role,
    "successor": .successor, "surname-nisba": .surnameNisba,
    "state-body": .stateBody, "homograph-place": .homographPlace,
    "demonstrative": .demonstrative, "reply": .reply, "occasion": .occasion,
    "speech-noun": .speechNoun, "among": .among, "generic": .generic, "own-title": .ownTitle,
    "conviction": .conviction, "absence": .absence, "people": .people,
    "share": .share, "letter-name": .letterName, "verb-particle": .verbParticle,
    "time-preposition": .timePreposition, "adverbial-noun": .adverbialNoun,
    "reflexive": .reflexive, "other": .other, "remark": .remark, "addition": .addition,
    "withholding": .withholding, "own-name": .ownName,
    "quantity": .quantity, "deputy": .deputy, "emphasis": .emphasis,
    "each": .each, "pronoun": .pronoun, "kin": .kin, "relation": .relation, "notice": .notice,
    "meanwhile": .meanwhile, "afterwards": .afterwards, "before-noun": .beforeNoun,
    "own-lam": .ownLam, "number": .number, "measure": .measure,
    "human": .human, "encounter": .encounter, "media": .media, "any-title": .anyTitle,
    "either": .either, "company": .company, "interview": .interview,
    "sentence-opener": .sentenceOpener, "describing": .describing,
    "described": .described, "thing": .thing, "result": .result,
    "whenever": .whenever, "comparison": .comparison, "occasion-preposition": .occasionPreposition,
    "thus": .thus, "pointing": .pointing, "before-title": .beforeTitle, "of-office": .ofOffice,
    "own-waw": .ownWaw, "exit": .exit,
    "condition": .condition, "question": .question, "occurrence": .occurrence,
    "aftermath": .aftermath, "nobody": .nobody, "awaiting": .awaiting, "first-person": .firstPerson,
  ]
}

extension WordClasses {
  /// Whether all of `classes` are among them.
  func contains(_ classes: WordClasses) -> Bool { intersection(classes) == classes }

  func union(_ other: WordClasses) -> WordClasses {
    var union = self
    union.formUnion(other)
    return union
  }

  func intersection(_ other: WordClasses) -> WordClasses {
    var common = self
    common.formIntersection(other)
    return common
  }

  func symmetricDifference(_ other: WordClasses) -> WordClasses {
    var difference = self
    difference.formSymmetricDifference(other)
    return difference
  }

  mutating func formUnion(_ other: WordClasses) {
    first |= other.first
    more |= other.more
  }

  mutating func formIntersection(_ other: WordClasses) {
    first &= other.first
    more &= other.more
  }

  mutating func formSymmetricDifference(_ other: WordClasses) {
    first ^= other.first
    more ^= other.more
  }

  @discardableResult
  mutating func insert(
    _ classes: WordClasses
  ) -> (inserted: Bool, memberAfterInsert: WordClasses) {
    let isNew = !contains(classes)
    formUnion(classes)
    return (isNew, classes)
  }

  @discardableResult
  mutating func remove(_ classes: WordClasses) -> WordClasses? {
    let common = intersection(classes)
    formSymmetricDifference(common)
    return common.isEmpty ? nil : common
  }

  @discardableResult
  mutating func update(with classes: WordClasses) -> WordClasses? {
    let common = intersection(classes)
    formUnion(classes)
    return common.isEmpty ? nil : common
  }
}
