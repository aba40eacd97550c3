import EntityModel

/// Words that rules name one by one.
enum NameKeys {
  /// Ends a surname.
  static let oglu = NameKey(phrase: "أوغلو")
  /// Words before the name of a clan, which are something else elsewhere.
  static let clans = ["أيت", "آيت", "بني", "بنو", "ود"].map { NameKey(phrase: $0) }
  static let matter = NameKey(phrase: "الأمر")
  static let heading = NameKey(phrase: "عنوان")
  static let ask = "سأل"
  static let without = NameKey(phrase: "دون")
  static let answers = ["أجاب", "رد"]
  static let wondering = ["تساءل", "استفسر"]
  static let ofWhat = ["عما", "ما", "فيما", "مما"].map { NameKey(phrase: $0) }
  /// Quantities that a preposition is written together with: بكل.
  static let all = ["كل", "جميع"].map { NameKey(phrase: $0) }
  static let then = NameKey(phrase: "ثم")
  static let call = "سمى"
  /// The particle that opens what somebody was asked.
  static let ifWords = ["إن", "إذا"].map { NameKey(phrase: $0) }
  /// What one does by words, no part of what one says.
  static let requests: Set<String> = ["طلب"]
  static let or = NameKey(phrase: "أو")
  static let rather = NameKey(phrase: "بل")
  static let but = NameKey(phrase: "لكن")
  static let by = NameKey(phrase: "ب")
  static let what = NameKey(phrase: "ما")
  static let that = NameKey(phrase: "أن")
  static let about = NameKey(phrase: "عن")
  static let aboutThem = ["عنه", "عنها", "عنهم", "عنهما"].map { NameKey(phrase: $0) }
  static let inside = NameKey(phrase: "في")
  /// فيه, فيها.
  static let insideIt = ["فيه", "فيها"].map { NameKey(phrase: $0) }
  /// عليه, عليها: on what something is written.
  static let onIt = ["عليه", "عليها"].map { NameKey(phrase: $0) }
  static let write = "كتب"
  static let whether = NameKey(phrase: "هل")
  /// The noun of في حين.
  static let time = NameKey(phrase: "حين")
  static let from = NameKey(phrase: "من")
  static let non = NameKey(phrase: "غير")
  static let upon = NameKey(phrase: "على")
  static let before = NameKey(phrase: "قبل")
  /// باسم, بإسم: in the name of; folded otherwise than words, so that each spelling is one.
  static let inTheNameOf = NameKey("باسم")
  static let first = NameKey(phrase: "أول")
  static let didNot = NameKey(phrase: "لم")
  static let house = NameKey(phrase: "آل")
  static let born = NameKey(phrase: "ولد")
  /// The lemma of a verb of going on that is more often "to increase".
  static let increase = "زاد"
  static let already = NameKey(phrase: "قد")
  /// كان in the third person, before the subject of a verb behind قد.
  static let was = ["كان", "كانت", "كانا", "كانتا", "كانوا"].map { NameKey(phrase: $0) }
  static let asFor = NameKey(phrase: "أما")
  /// Behind marked speech, before the verb that says whose it is.
  static let asSaid = ["كما", "حسبما", "مثلما"].map { NameKey(phrase: $0) }
  static let likewise = NameKey(phrase: "كما")
  static let general = NameKey(phrase: "عام")
  static let which = NameKey(phrase: "التي")
  static let ali = NameKey(phrase: "علي")
  static let abu = NameKey(phrase: "أبو")
  static let aba = NameKey(phrase: "أبا")
  /// The cases of أبو as parts of names have them, which are folded otherwise than words.
  static let abuInNames = NameKey("أبو")
  static let abuForms: Set<NameKey> = [abuInNames, NameKey("أبي"), NameKey("أبا")]
  static let imam = NameKey(phrase: "إمام")
  static let umm = NameKey(phrase: "أم")
  static let say = "قال"
  /// بيّن, which without ّ is spelt as "between" is.
  static let makeClear = "بين"
  /// "She made clear", which is spelt as nothing else is.
  static let madeClear = NameKey(phrase: "بينت")
  static let express = "عبر"
  static let transmit = "نقل"
  static let relaying = NameKey(phrase: "نقلا")
  /// Verbs whose preposition brings in what is spoken about, not what is said.
  static let comments: Set<String> = ["علق", "رد", "عقب"]
  /// Verbs with ب that say what somebody is, not what he has done.
  static let descriptions: Set<String> = ["وصف", "نعت"]
  /// Verbs that have an object beside what they say of it: اتهم X بأنه.
  static let needsObject: Set<String> = ["اتهم", "وصف", "نعت", "حث", "ناشد", "شبه"]
  static let latter = ["الأخير", "الأخيرة"].map { NameKey(phrase: $0) }
  static let speak = "تحدث"
  static let believe = "اعتقد"
  /// Verbs whose object is the person who is asked or blamed.
  static let summons: Set<String> = ["دعا", "طالب", "حث", "ناشد", "اتهم"]
}
