import ArabicText
import EntityModel

/// The proclitics before a stem.
struct CliticSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  /// و or ف.
  static let conjunction = CliticSet(rawValue: 1 << 0)
  /// ب, ك or ل.
  static let preposition = CliticSet(rawValue: 1 << 1)
  /// س of the future.
  static let future = CliticSet(rawValue: 1 << 2)
  /// ف of ``conjunction``: "so", also after a preposed phrase.
  static let fa = CliticSet(rawValue: 1 << 3)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// How many letters they are.
  var letterCount: Int {
    intersection([.conjunction, .preposition, .future]).rawValue.nonzeroBitCount
  }

  init(_ proclitics: [Unicode.Scalar]) {
    self = []
    for scalar in proclitics {
      switch scalar.value {
      case 0x648: insert(.conjunction)
      case 0x641: formUnion([.conjunction, .fa])
      case 0x628, 0x643, 0x644: insert(.preposition)
      default: insert(.future)
      }
    }
  }
}

/// One way to read a word: some proclitics, then a stem that is looked up in the lists.
struct Reading: Hashable, Sendable {
  /// Where the stem begins.
  var start: TextOffset
  var clitics: CliticSet
  /// Whether the stem has the article, written or hidden in لل.
  var hasArticle: Bool
  /// The stem as a name, folded fully.
  var name: NameKey
  /// The stem as a common word, ى and ة kept.
  var word: NameKey
  /// What the stem names by itself.
  var kinds: NameKinds
  /// What it is in the closed lists.
  var classes: WordClasses
  /// Whether the stem is a listed name whose first letter only looks like a clitic.
  var isWholeName = false

  /// What of the article لل does not write.
  var unwritten: UnwrittenArticle = .none
}

/// What of the article is not written behind ل.
enum UnwrittenArticle: Hashable, Sendable {
  case none
  /// Its alef: للعراق.
  case alef
  /// All of it, where the word has a lam of its own: للجنة is اللجنة.
  case whole

  /// How many letters these are.
  var count: Int {
    switch self {
    case .none: 0
    case .alef: 1
    case .whole: 2
    }
  }

  /// The letters.
  var letters: String { String("ال".prefix(count)) }
}
