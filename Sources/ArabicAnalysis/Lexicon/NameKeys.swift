import EntityModel

/// Words that rules name one by one.
enum NameKeys {
  static let or = NameKey(phrase: "أو")
  static let rather = NameKey(phrase: "بل")
  static let but = NameKey(phrase: "لكن")
  static let about = NameKey(phrase: "عن")
  static let inside = NameKey(phrase: "في")
  static let from = NameKey(phrase: "من")
  static let inTheNameOf = NameKey(phrase: "باسم")
  static let already = NameKey(phrase: "قد")
  static let asFor = NameKey(phrase: "أما")
  static let likewise = NameKey(phrase: "كما")
  static let so = NameKey(phrase: "فإن")
  /// What may stand between a verb and أن.
  static let clausePrepositions: Set<NameKey> = Set(
    ["من", "إلى", "على", "عن", "في"].map { NameKey(phrase: $0) })
  /// Prepositions with a pronoun, and adverbs: words of adjuncts that take no complement.
  static let pronounPrepositions: Set<NameKey> = Set(
    [
      "عليه", "عليها", "عليهم", "إليه", "إليها", "إليهم", "فيه", "فيها", "منه", "منها", "منهم",
      "عنه",
      "عنها", "له", "لها", "لهم", "لنا", "لي", "به", "بها", "بهم", "معه", "معها", "معهم", "لديه",
      "لديها",
      "لديهم", "أيضا", "كذلك", "اليوم", "أمس", "غدا", "آنذاك", "حينها", "هنا", "هناك", "فقط",
    ].map { NameKey(phrase: $0) })
  static let which = NameKey(phrase: "التي")
  static let transmit = "نقل"
}
