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
      let joined = wrap.joined(text)
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
