/// Names of people, places and organisations in sentences of news, behind every clitic and pair of clitics.
package struct NamesInFrames: Sendable {
  /// A sentence with one name in it.
  package struct Sentence: Sendable {
    /// The words.
    package var text: String
    /// The name as it stands there: behind ل without the alef of its article.
    package var name: String
    /// PER, LOC or ORG.
    package var type: String
    /// Where it begins, in Unicode scalars.
    package var start: Int
  }

  private var type: String
  private var names: [String]
  /// Sentences with # for the name, its clitics before it.
  private var frames: [String]

  /// Every name of every kind in every frame of its kind.
  package static let sentences = [people, places, organisations].flatMap(\.sentences)

  private var sentences: [Sentence] {
    names.flatMap { name in
      frames.map { frame in
        let parts = frame.split(separator: "#", omittingEmptySubsequences: false)
        let hidesAlef = parts[0].hasSuffix("ل") && name.hasPrefix("ال")
        let written = hidesAlef ? String(name.unicodeScalars.dropFirst()) : name
        return Sentence(
          text: parts[0] + written + parts[1], name: written, type: type,
          start: parts[0].unicodeScalars.count)
      }
    }
  }

  private static let people = NamesInFrames(
    type: "PER",
    names: [
      "وائل المصري", "وسام بركات", "وفاء الحداد", "فهد الدوسري", "فيصل الشمري", "فادي كرامي",
      "بدر العتيبي", "بلال حمدان", "باسل درويش", "كريم منصور", "كمال جنبلاط", "كاظم الساعدي",
      "لؤي حسين", "لميس الحديدي", "لطفي بوشناق", "مشعل السعدون", "سامي الجميل", "عادل الزعبي",
      "عماد شاهين", "أمين سلامة", "هدى الحسيني", "محمد النعيمي", "شريف حجازي", "طارق الهاشمي",
      "نادر البيطار", "فلاديمير بوتين", "سيرغي لافروف", "جو بايدن", "لويد أوستن", "بنيامين نتنياهو",
      "كامالا هاريس", "جيريمي كوربين", "بايدن", "ميركل", "كيري", "لوكاشينكو",
    ],
    frames: [
      "وصل إلى العاصمة صباح أمس وفد من الخبراء و# لحضور الاجتماع.",
      "سلمت اللجنة الجائزة ل# في حفل كبير.", "رحبت الحكومة ب# لدى وصوله إلى المطار.",
      "غاب الوزير عن الجلسة، ف# كان في رحلة إلى الخارج.",
      "يحتاج البلد إلى رجال ك# في هذه المرحلة.", "أشاد الرئيس بالمنظمين وب# في كلمته أمس.",
      "قدم الوفد الشكر للحكومة ول# على الدعم.", "أما الكلمة الأخيرة فل# الذي شكر الحضور.",
      "وقال # إن الوضع لا يزال صعبا.",
    ])

  private static let places = NamesInFrames(
    type: "LOC",
    names: [
      "لبنان", "ليبيا", "كندا", "فرنسا", "برلين", "بغداد", "واشنطن", "الجزائر", "العراق", "موسكو",
      "باكستان", "سويسرا",
    ],
    frames: [
      "زار الوزير تركيا و# هذا الأسبوع.", "يستعد الوفد للسفر في زيارة رسمية ل# تستمر يومين.",
      "وقع انفجار ب# مساء أمس.", "تعاني دول ك# من الجفاف.", "تأثرت الأسواق بالأزمة وب# أيضا.",
      "قدم البنك مساعدات لتركيا ول# هذا العام.", "عاد الوفد من # صباح اليوم.",
    ])

  private static let organisations = NamesInFrames(
    type: "ORG",
    names: [
      "حماس", "حزب الله", "مجلس الأمن", "الأمم المتحدة", "الاتحاد الأوروبي", "البنك الدولي",
      "الكرملين", "رويترز",
    ],
    frames: [
      "اتفقت الحكومة و# على الموعد.", "يعمل في المدينة متحدث باسم الدعم المقدم ل# منذ عام.",
      "ندد البيان الصادر أمس ب# وسياستها.", "شكك الوزير بالتقرير وب# في خطابه.",
      "وجه الوزير الشكر للحكومة ول# على جهودها.", "وأكد مسؤول في # أن القرار سيعلن قريبا.",
    ])
}
