import EntityModel

/// How well a reporting word shows by itself that something is reported.
enum CueStrength: Sendable {
  /// Nearly always reports: قال.
  case strong
  /// Reports with a complementiser, a colon or a mark.
  case medium
  /// Needs a person, an organisation or a document as its subject besides.
  case weak
}

/// Person, gender and number that a reporting word shows.
enum CueSlot: Sendable {
  case masculine, feminine, plural, dual
  /// مشيرا, مضيفة: said of the subject of another verb.
  case participleMasculine, participleFeminine, participlePlural
  /// يُعتقد, نُقل.
  case passive
  /// قول.
  case noun

  init?(_ name: TableReader.Field) {
    switch name.text {
    case "past_3ms", "pres_3ms": self = .masculine
    case "past_3fs", "pres_3fs", "past_3fd": self = .feminine
    case "past_3mp", "pres_3mp": self = .plural
    case "past_3md", "pres_3md", "pres_3fd": self = .dual
    case "part_ms": self = .participleMasculine
    case "part_fs": self = .participleFeminine
    case "part_pl": self = .participlePlural
    case "pass_3ms": self = .passive
    case "masdar": self = .noun
    default: return nil
    }
  }

  var isParticiple: Bool {
    switch self {
    case .participleMasculine, .participleFeminine, .participlePlural: true
    default: false
    }
  }

  var isFeminine: Bool { self == .feminine || self == .participleFeminine }
}

/// What may stand between a reporting word and what it reports.
struct CueFrame: OptionSet, Sendable {
  let rawValue: UInt16
  /// A complementiser: أن, إن.
  static let clause = CueFrame(rawValue: 1 << 0)
  static let colon = CueFrame(rawValue: 1 << 1)
  /// A quotation mark without a colon.
  static let mark = CueFrame(rawValue: 1 << 2)
  /// A noun phrase: what is announced, denied, asked for.
  static let nounPhrase = CueFrame(rawValue: 1 << 3)
  /// Content as the second object: "called him a liar".
  static let secondObject = CueFrame(rawValue: 1 << 4)
  /// A preposition, then content.
  static let preposition = CueFrame(rawValue: 1 << 6)

  /// The verb takes an object beside the content: وصفه بأنه, أبلغهم أن.
  static let object = CueFrame(rawValue: 1 << 7)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ field: TableReader.Field) {
    self = []
    for part in field.words.map(\.text) {
      switch part {
      case "anna", "inna", "an": insert(.clause)
      case "OBJ", "OBJ+anna", "OBJ+P:ب": formUnion([.clause, .object])
      case "colon": insert(.colon)
      case "q": insert(.mark)
      case "np": insert(.nounPhrase)
      case "obj2": formUnion([.secondObject, .object])
      default: if part.hasPrefix("P:") { formUnion([.preposition, .clause]) }
      }
    }
  }
}

/// What is peculiar to a reporting word.
struct CueTraits: OptionSet, Sendable {
  let rawValue: UInt8
  /// Goes on with a speech: أضاف.
  static let continuation = CueTraits(rawValue: 1 << 0)
  /// Its negation reports as well: لم يستبعد أن.
  static let reportsNegated = CueTraits(rawValue: 1 << 1)
  /// What is said stands in a document: جاء في.
  static let document = CueTraits(rawValue: 1 << 2)
  /// Is mostly another word: بين "between".
  static let homograph = CueTraits(rawValue: 1 << 3)
  /// Is another verb, "amounts to", before a number or من: يبلغ.
  static let amount = CueTraits(rawValue: 1 << 4)

  /// Reports only where ب stands before its clause: شهد بأن.
  static let clauseBehindBaa = CueTraits(rawValue: 1 << 5)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ name: TableReader.Field) {
    switch name.text {
    case "clause-behind-ba": self = .clauseBehindBaa
    case "continuation": self = .continuation
    case "reports-negated": self = .reportsNegated
    case "document": self = .document
    case "homograph": self = .homograph
    case "amount": self = .amount
    default: self = []
    }
  }
}

/// One form of a reporting word.
struct CueForm: Sendable {
  var lemma: String
  var slot: CueSlot
  var strength: CueStrength
  var frame: CueFrame
  /// The share of its occurrences that report, 0 to 1.
  var share: Double
  var traits: CueTraits = []
  /// The prepositions that what is reported stands behind.
  var prepositions: [NameKey] = []
}
