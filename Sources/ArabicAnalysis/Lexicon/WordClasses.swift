import ArabicText

extension Folding {
  /// The folding of common words: ى and ة tell words apart, seats of hamza do not.
  static let words: Folding = [.marks, .controls, .persian, .presentationForms, .hamza]
}

/// What a word of the closed lists can be.
struct WordClasses: OptionSet, Hashable, Sendable {
  /// Wide enough for twice the classes that there are; a step costs as much as with 64 bits.
  let rawValue: UInt128

  /// A title: what follows is a name, or a complement and then a name.
  static let title = WordClasses(rawValue: 1 << 0)
  /// A title that takes a complement.
  static let office = WordClasses(rawValue: 1 << 1)
  static let female = WordClasses(rawValue: 1 << 2)
  static let plural = WordClasses(rawValue: 1 << 3)
  /// A class noun of organisations that stays outside a name that can stand alone.
  static let organisationClass = WordClasses(rawValue: 1 << 4)
  /// A noun that heads the name of an organisation and belongs to it.
  static let organisationHead = WordClasses(rawValue: 1 << 5)
  static let placeClass = WordClasses(rawValue: 1 << 6)
  static let placePreposition = WordClasses(rawValue: 1 << 7)
  static let kunya = WordClasses(rawValue: 1 << 8)
  static let link = WordClasses(rawValue: 1 << 9)
  static let abd = WordClasses(rawValue: 1 << 10)
  static let function = WordClasses(rawValue: 1 << 11)
  static let relative = WordClasses(rawValue: 1 << 12)
  static let time = WordClasses(rawValue: 1 << 13)
  static let notAlias = WordClasses(rawValue: 1 << 14)
  static let document = WordClasses(rawValue: 1 << 15)
  static let unnamedSource = WordClasses(rawValue: 1 << 16)
  /// Has an entry in ``Lexicon/cues``.
  static let cue = WordClasses(rawValue: 1 << 17)
  static let complementiser = WordClasses(rawValue: 1 << 18)
  static let according = WordClasses(rawValue: 1 << 19)
  static let tag = WordClasses(rawValue: 1 << 20)
  static let said = WordClasses(rawValue: 1 << 21)
  static let turn = WordClasses(rawValue: 1 << 22)
  static let breaks = WordClasses(rawValue: 1 << 23)
  static let titleTrigger = WordClasses(rawValue: 1 << 24)
  static let nameTrigger = WordClasses(rawValue: 1 << 25)
  static let termTrigger = WordClasses(rawValue: 1 << 26)
  static let predicate = WordClasses(rawValue: 1 << 27)
  static let impersonal = WordClasses(rawValue: 1 << 28)
  static let impersonalReport = WordClasses(rawValue: 1 << 29)
  /// An adjective of names that does not end like a nisba: المتحدة.
  static let adjective = WordClasses(rawValue: 1 << 31)
  /// A common noun that heads names of places: عين، تل.
  static let toponym = WordClasses(rawValue: 1 << 32)
  /// A noun whose name may be any noun: بلدة، قرية.
  static let settlement = WordClasses(rawValue: 1 << 33)
  /// A nisba of a country: never part of a person's name by itself.
  static let demonym = WordClasses(rawValue: 1 << 34)
  /// A class noun that is never part of a name: موقع.
  static let neverInside = WordClasses(rawValue: 1 << 35)
  /// A title that by itself is mostly another word: العالم.
  static let notNominal = WordClasses(rawValue: 1 << 36)
  /// With it a clause of أن is an adjunct: بعد أن, دون أن.
  static let subordinator = WordClasses(rawValue: 1 << 37)
  /// Joins a clause that may be a report of its own: حيث, لكنه.
  static let connector = WordClasses(rawValue: 1 << 38)
  /// A verb behind it reports nothing said: لم, لا.
  static let negation = WordClasses(rawValue: 1 << 39)
  /// May stand between a verb and أن: من, إلى.
  static let clausePreposition = WordClasses(rawValue: 1 << 40)
  /// A preposition with a pronoun, or an adverb: takes no complement.
  static let pronounPreposition = WordClasses(rawValue: 1 << 41)
  /// May stand inside a title: "official in", "former".
  static let insideTitle = WordClasses(rawValue: 1 << 42)
  /// A participle behind it describes and goes on with no report: كان, أصبح.
  static let copula = WordClasses(rawValue: 1 << 43)
  /// Takes up the subject of the sentence: لكنه, وهي.
  static let subjectPronoun = WordClasses(rawValue: 1 << 44)
  /// Begins another clause, so that the verb before it reports no clause: لكن, فيما.
  static let contrast = WordClasses(rawValue: 1 << 45)
  /// Only somebody who speaks says so: يجب, نرفض.
  static let demand = WordClasses(rawValue: 1 << 46)
  /// A body or a person that is named by whose it is: حكومة, محامي.
  static let body = WordClasses(rawValue: 1 << 47)
  /// Speaks for others: المتحدث, الناطق.
  static let spokesman = WordClasses(rawValue: 1 << 48)
  /// A preposition that no subject stands behind: في, برئاسة.
  static let governor = WordClasses(rawValue: 1 << 49)
  /// Stands between a subject and its verb or before both: كان, لقد.
  static let filler = WordClasses(rawValue: 1 << 50)
  /// Begins the clause that a verb belongs to: لكن, بينما.
  static let clauseOpener = WordClasses(rawValue: 1 << 51)
  /// Begins a surname that may stand without the given name: بن, دا.
  static let particle = WordClasses(rawValue: 1 << 52)
  /// Says how somebody is called: يدعى.
  static let called = WordClasses(rawValue: 1 << 53)
  /// A ministry by its field: الخارجية, الدفاع.
  static let ministry = WordClasses(rawValue: 1 << 54)
  /// Ends like a nisba and is no adjective of a name: الداعي, الحالي.
  static let notAdjective = WordClasses(rawValue: 1 << 55)
  /// A complement that makes no name of a head: لجنة التحكيم.
  static let weakComplement = WordClasses(rawValue: 1 << 56)
  /// Is said of places and belongs to no name: المحتلة.
  static let attribute = WordClasses(rawValue: 1 << 57)
  /// A class noun that belongs to the name of a place: مطار, ساحة.
  static let facility = WordClasses(rawValue: 1 << 58)
  /// A head that a country has one of, so that one nisba makes the name: البرلمان.
  static let national = WordClasses(rawValue: 1 << 59)
  /// What belongs to a person more often than to anything else: إدارة, تصريحات.
  static let owned = WordClasses(rawValue: 1 << 60)
  /// Heads names, but is as often a verbal noun: تنظيم الاتصالات.
  static let ambiguousHead = WordClasses(rawValue: 1 << 61)
  /// Heads the names of clubs, which are as often named without it: اتحاد, نادي.
  static let club = WordClasses(rawValue: 1 << 62)
  /// Points to the noun behind it: ذات المصدر.
  static let same = WordClasses(rawValue: 1 << 63)
  /// A month, which is no place.
  static let month = WordClasses(rawValue: 1 << 64)
  /// A relation that is also a given name: خليفة.
  static let role = WordClasses(rawValue: 1 << 65)
  /// A body of a state, named by its nisba: الحكومة اللبنانية.
  static let stateBody = WordClasses(rawValue: 1 << 66)
  /// A place whose name is as often another word: سرت, جدة.
  static let homographPlace = WordClasses(rawValue: 1 << 67)
  /// Behind it a company is named: سهم, أرباح.
  static let share = WordClasses(rawValue: 1 << 68)
  /// The name of a Latin letter as it is spelt: إن, تي.
  static let letterName = WordClasses(rawValue: 1 << 69)
  /// Points to the noun behind it: هذه المحمية.
  static let demonstrative = WordClasses(rawValue: 1 << 70)
  /// Begins a clause with a report of its own: وردا على.
  static let reply = WordClasses(rawValue: 1 << 71)
  /// With a speech noun, tells of the report: وجاء تصريحه.
  static let occasion = WordClasses(rawValue: 1 << 72)
  /// A noun for what was said: كلامه.
  static let speechNoun = WordClasses(rawValue: 1 << 73)
  /// Brings in one of several: بينهم X.
  static let among = WordClasses(rawValue: 1 << 74)
  /// What any organisation may be called: المنظمة.
  static let generic = WordClasses(rawValue: 1 << 75)
  /// A title that nobody bears who was not brought in with it: القاضي.
  static let ownTitle = WordClasses(rawValue: 1 << 76)
  /// What one believes, with بأن: ثقته.
  static let conviction = WordClasses(rawValue: 1 << 77)
  /// People in general: الناس, كثيرون.
  static let people = WordClasses(rawValue: 1 << 79)
  /// With a negation, nothing is said: لا يوجد ما.
  static let absence = WordClasses(rawValue: 1 << 78)
  /// Stands before a verb, also behind ف: فقد, فسوف.
  static let verbParticle = WordClasses(rawValue: 1 << 80)
  /// Says when, before a noun: بعد, خلال.
  static let timePreposition = WordClasses(rawValue: 1 << 81)
  /// Behind a demonstrative an adverb and no subject: هذا الأسبوع.
  static let adverbialNoun = WordClasses(rawValue: 1 << 82)
  /// Belongs to the noun before it: المصدر نفسه.
  static let reflexive = WordClasses(rawValue: 1 << 83)
  /// Says that somebody else is meant than the same noun meant before: مصدر آخر, أحد المسؤولين.
  static let other = WordClasses(rawValue: 1 << 84)
  /// Behind marked speech and a comma, begins what the writer says of it: وهو, حيث.
  static let remark = WordClasses(rawValue: 1 << 85)
  /// Behind marked speech and a comma, goes on with what is reported: إضافة إلى.
  static let addition = WordClasses(rawValue: 1 << 86)
  /// What somebody does who speaks without a name: طلب عدم ذكر اسمه.
  static let withholding = WordClasses(rawValue: 1 << 87)
  /// The name that is withheld: اسمه, هويته.
  static let ownName = WordClasses(rawValue: 1 << 88)
  /// How many of those there are that "of" brings in: العديد من.
  static let quantity = WordClasses(rawValue: 1 << 100)
  /// Who stands for others, which "on behalf of" brings in: ممثل عن.
  static let deputy = WordClasses(rawValue: 1 << 101)
  /// With وأن behind it, gives a reason inside what is reported: خاصة وأن.
  static let emphasis = WordClasses(rawValue: 1 << 102)
  /// One or all of those who were named, whole by itself: أحدهما.
  static let each = WordClasses(rawValue: 1 << 103)
  /// A pronoun of the third person that is a subject: هو, هي.
  static let pronoun = WordClasses(rawValue: 1 << 104)
  /// Somebody near to another one: والد, محامي.
  static let kin = WordClasses(rawValue: 1 << 105)
  /// Somebody who is told by whose he is, and whose own name does not follow: زوجة, أنصار.
  static let relation = WordClasses(rawValue: 1 << 110)
  /// An impersonal frame that only brings in what follows: يذكر أن.
  static let notice = WordClasses(rawValue: 1 << 106)
  /// Opens a clause about something else at the same time: بينما.
  static let meanwhile = WordClasses(rawValue: 1 << 107)
  /// Opens a clause that says when: بعدما.
  static let afterwards = WordClasses(rawValue: 1 << 108)
  /// Stands before nouns only: على, عدم.
  static let beforeNoun = WordClasses(rawValue: 1 << 109)
  /// Begins with ال of its own and has no article: التزام.
  static let ownLam = WordClasses(rawValue: 1 << 111)
  /// How many people there are whose noun follows: ثلاثة مسؤولين.
  static let number = WordClasses(rawValue: 1 << 112)
  /// What is counted and does not speak: مرات, سنوات.
  static let measure = WordClasses(rawValue: 1 << 113)
  /// A noun of one person who is no source elsewhere: المريض, المتهم.
  static let human = WordClasses(rawValue: 1 << 114)
  /// Brings in whom somebody meets or asks: التقينا, سئل.
  static let encounter = WordClasses(rawValue: 1 << 115)
  /// Nouns for several or for what is printed, among those of who speaks: إعلام, مصادر.
  static let media = WordClasses(rawValue: 1 << 116)
  /// A title that a person of another one may have besides: المسؤول.
  static let anyTitle = WordClasses(rawValue: 1 << 117)
  /// A title of women and of men: عضو.
  static let either = WordClasses(rawValue: 1 << 118)
  /// What any company may be called: الشركة.
  static let company = WordClasses(rawValue: 1 << 119)
  /// Asks whom an interview is with: نسأله.
  static let interview = WordClasses(rawValue: 1 << 120)
  /// Nouns that names of bodies, places and people begin with.
  static let headsOfNames: WordClasses = [
    .organisationClass, .organisationHead, .placeClass, .title,
  ]
  /// Begins a longer phrase of the tables.
  static let continues = WordClasses(rawValue: 1 << 30)

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
    "month": .month, "role": .role, "state-body": .stateBody, "homograph-place": .homographPlace,
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
  ]
}
