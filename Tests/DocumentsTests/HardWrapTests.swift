import ArabicText
import Documents
import Testing

/// Text that was broken into lines of one width, and text that was not.
struct HardWrapTests {
  private static let paragraphs = [
    "قالت الهيئة الوطنية الليبية لمنظمات المجتمع المدني إن الجسر الجديد يربط القرى بالمدينة، وإن العمل فيه "
      + "بدأ قبل عامين بإشراف وزارة النقل وبمشاركة شركات من بلدان كثيرة.",
    "وأضافت أن المشروع الثاني يبدأ في الربيع المقبل على الضفة الأخرى من النهر حيث تقف البيوت القديمة التي "
      + "بناها الصيادون قبل مئة عام أو أكثر بقليل.",
  ]

  /// `paragraph` as `fold -s -w width` gives it, in letters.
  private static func broken(_ paragraph: String, at width: Int, by end: String) -> String {
    var lines = [""]
    for word in paragraph.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: end)
  }

  private func joined(_ string: String) -> String? {
    let text = DecodedText(string)
    return HardWrap(of: text).map { wrap in
      let joined = wrap.joined(text).text
      return joined.string(in: joined.span)
    }
  }

  @Test(arguments: [40, 60, 72, 80], ["\n", "\r\n"])
  func `lines of one paragraph are joined, offsets stay`(width: Int, end: String) {
    let blank = String(repeating: " ", count: end.utf8.count)
    let string = Self.paragraphs.map { Self.broken($0, at: width, by: end) }
      .joined(separator: end + end)
    let expected = Self.paragraphs.map { Self.broken($0, at: width, by: blank) }
      .joined(separator: end + end)
    #expect(joined(string) == expected)
    #expect(joined(string)?.utf8.count == string.utf8.count)
  }

  @Test func `a short article of newsboat, whose lines keep their last blank, is joined`() {
    let header = "Feed: أخبار\nTitle: الجسر\nDate: Sat, 28 Nov 2026\nLink: http://localhost/1\n \n"
    let body = Self.paragraphs.map { Self.broken($0, at: 79, by: " \n") }.joined(separator: "\n \n")
    let links = "\n \nLinks: \n[1]: http://localhost/x (link)\n \n"
    let text = joined(header + body + links)
    #expect(text?.utf8.count == (header + body + links).utf8.count)
    #expect(
      text?.split(separator: "\n").map(String.init) == [
        "Feed: أخبار", "Title: الجسر", "Date: Sat, 28 Nov 2026", "Link: http://localhost/1", " ",
        Self.broken(Self.paragraphs[0], at: 79, by: "  "), " ",
        Self.broken(Self.paragraphs[1], at: 79, by: "  "), " ", "Links: ",
        "[1]: http://localhost/x (link)", " ",
      ])
    // One blank at the end of a line happens.
    #expect(joined("بيت أول \nوبيت ثان قصير\nوبيت ثالث\n") == nil)
  }

  @Test func `a header, a list and quoted mail keep their lines`() {
    let header = "Feed: أخبار\nTitle: الجسر\nDate: Sat, 28 Nov 2026\n\n"
    let list = "\n\n- أولا\n- ثانيا\n> قال\n> نعم\n"
    let body = Self.broken(Self.paragraphs.joined(separator: " "), at: 60, by: "\n")
    let text = joined(header + body + list)
    #expect(text?.hasPrefix(header) == true)
    #expect(text?.hasSuffix(list) == true)
    #expect(text?.split(separator: "\n").count == 8)
  }

  @Test(arguments: [".", "؟", "».", ".\""])
  func `sentences of one length, a line each, stay as they are`(end: String) {
    let lines = (1...6).map { "قال أحمد سعيد إن اليوم \($0) طويل جدا" + end }
    #expect(joined(lines.joined(separator: "\n")) == nil)
  }

  @Test func `marks count where they were counted, and where bytes were, these are`() {
    let paragraph =
      "وأضافَ المتحدِّثُ أنّ المشروعَ الثانيَ يبدأُ في الربيع المقبل، موضحاً أنّ الضفّةَ الأخرى من النهر ستُبنى أوّلاً، "
      + "ثمّ تليها القرى البعيدة التي لم يصلها الطريق حتّى اليوم."
    let two = [paragraph, paragraph]
    for width in [40, 44, 50, 60] {
      let string = two.map { Self.broken($0, at: width, by: "\n") }.joined(separator: "\n\n")
      #expect(joined(string) == two.joined(separator: "\n\n"), "\(width) scalars")
    }
    var bytes = [""]
    for word in Self.paragraphs.joined(separator: " ").split(separator: " ") {
      let last = bytes[bytes.count - 1]
      if last.utf8.count + 1 + word.utf8.count <= 80 {
        bytes[bytes.count - 1] = last.isEmpty ? String(word) : last + " " + word
      } else {
        bytes.append(String(word))
      }
    }
    #expect(joined(bytes.joined(separator: "\n")) == Self.paragraphs.joined(separator: " "))
  }

  @Test(arguments: ["> ", ">> ", "> > "])
  func `quoted mail is joined without its signs, and to nothing else`(sign: String) {
    let lines = Self.broken(Self.paragraphs[0], at: 50, by: "\n").split(separator: "\n")
    let string =
      "كتب أحمد:\n" + lines.map { sign + $0 }.joined(separator: "\n") + "\n" + Self.paragraphs[1]
      + "\n"
    let blanks = String(repeating: " ", count: sign.utf8.count)
    let expected =
      "كتب أحمد:\n" + blanks + lines.joined(separator: " " + blanks) + "\n" + Self.paragraphs[1]
      + "\n"
    #expect(joined(string) == expected)
  }

  @Test func `quoted mail is one block of paragraphs, without its signs`() throws {
    let body = Self.paragraphs.map { Self.broken($0, at: 60, by: "\n> ") }
      .joined(separator: "\n>\n> ")
    let string = "From: someone\nSubject: خبر\n\n> \(body)\n\nنعم.\n"
    let text = DecodedText(string)
    let joined = try #require(HardWrap(of: text)).joined(text)
    #expect(joined.quotations.count == 2)
    let words = joined.quotations.map {
      joined.text.string(in: $0).split(separator: " ").joined(separator: " ")
    }
    #expect(words == Self.paragraphs)
    #expect(!joined.text.string(in: joined.text.span).contains(">"))
    #expect(joined.text.utf8Count == string.utf8.count)
  }

  @Test(arguments: [0, 2, 3], ["", "\n"])
  func `a headline of two lines is one, and two lines that are not full are two`(
    count: Int, gap: String
  ) {
    let body = (0..<3).map { Self.broken(Self.paragraphs[$0 % 2], at: 38, by: "\n") }
      .joined(separator: "\n")
    let headlines = [
      0: "وزير المياه يحذر\nتلمسان", 2: "وزير المياه يحذر من جفاف السدود في\nتلمسان",
      3: "وزير المياه يحذر من جفاف السدود في\nتلمسان والوزارة تعد ببناء محطتين كبيرتين\nقبل الصيف",
    ]
    let headline = headlines[count, default: ""]
    let wanted = count == 0 ? headline : headline.replacing("\n", with: " ")
    #expect(joined(headline + "\n" + gap + body)?.hasPrefix(wanted + "\n") == true)
    #expect(
      joined("From: someone\n\n" + headline + "\n" + gap + body)?.contains(wanted + "\n") == true)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `quoted mail that was broken at another width is joined to its end`(end: String) {
    let own = Self.paragraphs.map { Self.broken($0, at: 66, by: end) }
      .joined(separator: end + end)
    let lines = Self.broken(Self.paragraphs[0], at: 52, by: "\n").split(separator: "\n")
    let quoted = lines.map { ">> " + $0 }.joined(separator: end)
    let joined = joined([own, quoted, own].joined(separator: end + end))
    #expect(joined?.split(whereSeparator: \.isNewline).count == 5)
    let short = ["> نعم أوافق", "> ولا أزيد على هذا الكلام شيئا", "> أحمد"].joined(separator: end)
    let both = [own, short, own].joined(separator: end + end)
    #expect(self.joined(both)?.contains(short) == true)
  }

  @Test func `an item goes on below its text where there was room, too`() {
    let body = Self.broken(Self.paragraphs[0], at: 72, by: "\n")
    let item = "- بند ثان أطول قليلا من الأول وهو يمتد إلى ما بعد نهاية السطر ولذلك\n"
    let string = body + "\n\n" + item + "  يكمل في السطر التالي\n- بند ثالث\n"
    #expect(joined(string)?.hasSuffix("ولذلك   يكمل في السطر التالي\n- بند ثالث\n") == true)
  }

  @Test func `an item goes on in lines that stand further in, and ends where the next begins`() {
    let first = Self.broken(Self.paragraphs[0], at: 50, by: "\n   ")
    let second = Self.broken(Self.paragraphs[1], at: 50, by: "\n   ")
    for signs in [("1. ", "2. "), ("- ", "- "), ("أ) ", "ب) "), ("(١) ", "(٢) ")] {
      let expected = [(signs.0, first), (signs.1, second)].map {
        $0 + $1.replacing("\n   ", with: "    ")
      }
      #expect(
        joined(signs.0 + first + "\n" + signs.1 + second) == expected.joined(separator: "\n"))
    }
  }

  @Test func `a first line that stands further in begins a paragraph`() {
    let string = Self.paragraphs.map { "    " + Self.broken($0, at: 50, by: "\n") }
    #expect(
      joined(string.joined(separator: "\n"))
        == Self.paragraphs.map { "    " + $0 }.joined(separator: "\n"))
  }

  @Test(arguments: [
    // Half lines of a poem by nobody, headlines, names, items, a table.
    [
      "يا دار أهلي هل رأيت قوافلا", "مرت على الوادي القديم مساء", "حملت من الصحراء كل حكاية",
      "وأتت تغني للنجوم غناء", "ما كان في الدنيا سوى أصواتها", "والرمل ينصت للحداء حياء",
      "حتى إذا لاح الصباح تفرقت", "وغدت على وجه الزمان هباء.",
    ],
    [
      "الوزيرة: لا زيادة في أسعار الخبز هذا العام والعام المقبل",
      "انطلاق معرض الكتاب العربي بمشاركة ثمانين دارا للنشر",
      "زلزال خفيف يضرب شرق البلاد، ولا أنباء عن أي ضحايا",
      "المنتخب الوطني يتأهل إلى الدور نصف النهائي بعد فوز صعب",
      "ارتفاع أسعار النفط وسط مخاوف من تصعيد في المنطقة كلها",
      "هيئة الأرصاد الجوية تحذر من أمطار غزيرة نهاية الأسبوع",
    ],
    [
      "أحمد سعيد ناصر العلي، وزيرا للخارجية والمغتربين،",
      "ليلى يوسف إبراهيم خليل، وزيرة للصحة والسكان،",
      "خالد عمر البشير حسن، وزيرا للمالية والاقتصاد،",
      "منى زكي الدين كمال، وزيرة للتعليم والبحث،", "طارق صالح الأحمد سالم، وزيرا للدفاع الوطني.",
    ],
    [
      "1. أحمد محمد علي حسن وزيرا للخارجية والمغتربين.",
      "2. سعيد عبد الله ناصر وزيرا للداخلية، والبلديات.",
      "3. ليلى يوسف إبراهيم وزيرة للصحة، والسكان كلهم.",
      "4. خالد عمر البشير وزيرا للمالية، والاقتصاد معا.",
    ],
    [
      "القاهرة     مصر        عشرة ملايين، تقريبا.",
      "بغداد       العراق     ثمانية ملايين، تقريبا.",
      "الرياض      السعودية   سبعة ملايين، تقريبا.", "الخرطوم     السودان    ستة ملايين، تقريبا.",
    ],
  ])
  func `lines that are one text each stay as they are`(lines: [String]) {
    for end in ["\n", "\r\n"] {
      let string = lines.joined(separator: end) + end
      #expect(joined(string) ?? string == string)
      // Beside a text that was broken, too.
      let broken = Self.paragraphs.map { Self.broken($0, at: 55, by: end) }
        .joined(separator: end + end)
      let both = broken + end + end + string
      #expect((joined(both) ?? both).hasSuffix(string))
    }
  }

  @Test(arguments: [" .. ", "، ", "… ", " ... ", " * ", " - "])
  func `a poem of a verse a line stays as it is, however its halves are parted`(sign: String) {
    let halves = [
      ("يا دار أهلي هل رأيت قوافلا", "مرت على الوادي القديم مساء"),
      ("حملت من الصحراء كل حكاية", "وأتت تغني للنجوم غناء"),
      ("ما كان في الدنيا سوى أصواتها", "والرمل ينصت للحداء حياء"),
      ("حتى إذا لاح الصباح تفرقت", "وغدت على وجه الزمان هباء"),
    ]
    let poem = halves.map { $0 + sign + $1 }.joined(separator: "\n")
    #expect(joined(poem) ?? poem == poem)
  }

  @Test func `an item without a comma goes on, too`() {
    let item =
      "- بند ثان أطول قليلا من الأول وهو يمتد إلى ما بعد نهاية السطر ولذلك يكمل في السطر التالي"
    let body = Self.paragraphs.map { Self.broken($0, at: 60, by: "\n") }.joined(separator: "\n\n")
    let string = body + "\n\n" + Self.broken(item, at: 60, by: "\n  ") + "\n- بند ثالث\n"
    #expect(joined(string)?.hasSuffix("يكمل في السطر التالي\n- بند ثالث\n") == true)
    #expect(joined(string)?.split(separator: "\n").count == 4)
  }

  @Test func `what is told of joined lines has one blank for each line end, and keeps all others`()
  {
    let string = Self.broken(Self.paragraphs[0], at: 60, by: "  \r\n").replacing(
      "قالت", with: "قالت ")
    let text = DecodedText(string)
    let joined = HardWrap(of: text)?.joined(text)
    var document = Document(text: joined?.text ?? text)
    document.joints = joined?.joints ?? []
    let expected = Self.paragraphs[0].replacing("قالت", with: "قالت ")
    #expect(document.string(in: document.text.span) == expected)
    #expect(document.string(in: TextSpan(utf8: 0..<8)) == "قالت")
  }

  @Test func `joints are the blanks in the place of line ends`() throws {
    let string = "> " + Self.broken(Self.paragraphs[0], at: 50, by: " \r\n> ")
    let text = DecodedText(string)
    let joined = try #require(HardWrap(of: text)).joined(text)
    #expect(joined.joints.map(\.utf8Count) == joined.joints.map { _ in 5 })
    #expect(joined.joints.count == string.count { $0 == "\r\n" })
    for joint in joined.joints {
      #expect(joined.text.string(in: joint) == "     ")
    }
  }

  @Test func `what was not broken stays as it is`() {
    let poem = ["على قدر أهل العزم", "تأتي العزائم", "وتأتي على قدر الكرام", "المكارم"]
    #expect(joined(Self.paragraphs.joined(separator: "\n")) == nil)
    #expect(joined(poem.joined(separator: "\n")) == nil)
    #expect(joined((1...40).map { "\($0),اسم,عدد" }.joined(separator: "\n")) == nil)
    #expect(joined("سطر واحد") == nil)
    #expect(joined("") == nil)
    #expect(joined("\n\n\n") == nil)
  }
}
