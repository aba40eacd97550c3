import ArabicText
import TestSupport
import Testing

@testable import Annotations

@Suite struct AnchoringTests {
  private static let article = """
    وزيرة النقل تفتتح جسر النهر
    افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء، وقالت إن الجسر يربط القرى.
    وأضافت الحداد أن شركة السواعد أنهت العمل قبل موعده، فيما أثنى سامر العلي على المهندسين.
    """

  private func anchored(_ text: String, hash: String = "a") -> AnchoredText {
    AnchoredText(DecodedText(text), contentHash: hash)
  }

  private func anchor(_ words: String, in text: AnchoredText) throws -> Anchor {
    let span = try #require(
      text.text.places(of: words.utf8, in: text.text.span, limit: 1).first)
    return text.passage(span)
  }

  private func words(_ placement: Placement, in text: AnchoredText) -> String? {
    placement.span.map { text.text.string(in: $0) }
  }

  @Test func `an anchor holds position, words, context and hash`() throws {
    let text = anchored(Self.article)
    let anchor = try anchor("ليلى الحداد", in: text)
    #expect(anchor.start.scalars == 47 && anchor.end.scalars == 58)
    #expect(anchor.prefix == "تح جسر النهر\nافتتحت وزيرة النقل ")
    #expect(anchor.suffix.unicodeScalars.count == 32)
    #expect(anchor.suffix.hasPrefix(" جسرا جديدا"))
    #expect(anchor.contentHash == "a" && anchor.distinction == 0)
    #expect(text.placement(of: anchor) == .exact(try #require(text.span(at: anchor))))
  }

  @Test func `how much context tells a passage from others is known`() throws {
    let text = anchored("قال الوزير نعم. قال الوزير لا. قال الوزير ربما.")
    let first = text.text.places(of: "الوزير".utf8, in: text.text.span, limit: 3)
    // " نعم" against " لا": the second letter after it differs; before, the start of the text.
    #expect(first.map { text.passage($0).distinction } == [2, 2, 2])
    let same = anchored("نعم. نعم. نعم.")
    let middle = same.text.places(of: "نعم".utf8, in: same.text.span, limit: 3)[1]
    #expect(same.passage(middle).distinction == 2)
    let line = "قالت الوزيرة إن العمل في الجسر يمضي كما كان مقررا له منذ البداية دون تأخير"
    let twice = anchored("\(line)\nفاصل\n\(line)")
    #expect(try anchor("يمضي", in: twice).distinction == nil)
  }

  @Test(arguments: [
    ("كنا نعمل ليل نهار في الجسر", "كنا نعمل ليلا ونهارا في الجسر", "ليل", "ليلا"),
    ("كنا نعمل في البلد ليل", "كنا نعمل في البلد ليلا", "ليل", "ليلا"),
    ("في كتاب المدينة القديمة خبر", "في الكتاب المدينة القديمة خبر", "كتاب", "الكتاب"),
    // Particles are written together with a word and are none of its letters.
    ("زرنا أمس القاهرة القديمة كلها", "زرنا أمس والقاهرة القديمة كلها", "القاهرة", "القاهرة"),
    // Half of a word was marked as such.
    ("زرنا أمس والقاهرة القديمة كلها", "زرنا اليوم والقاهرة القديمة جلها", "القاهرة", "القاهرة"),
  ])
  func `what stood on whole words never ends within one`(
    old: String, new: String, passage: String, now: String
  ) throws {
    let anchor = try anchor(passage, in: anchored(old))
    let edited = anchored(new, hash: "b")
    let placement = edited.placement(of: anchor)
    #expect(words(placement, in: edited) == now)
    #expect(passage == now || !placement.isCertain)
  }

  @Test func `a passage moves with its words when something is inserted before it`() throws {
    let anchor = try anchor("شركة السواعد", in: anchored(Self.article))
    let edited = anchored("خبر عاجل من المراسل\n" + Self.article, hash: "b")
    let placement = edited.placement(of: anchor)
    guard case .moved = placement else {
      Issue.record("\(placement)")
      return
    }
    #expect(words(placement, in: edited) == "شركة السواعد")
  }

  @Test func `a short passage whose surroundings were rewritten is only proposed`() throws {
    let anchor = try anchor("السواعد", in: anchored(Self.article))
    let edited = anchored("كتب صاحبنا عن السواعد كلاما آخر لا صلة له بما سبق أبدا.", hash: "b")
    let placement = edited.placement(of: anchor)
    #expect(!placement.isCertain)
    #expect(words(placement, in: edited) == "السواعد")
  }

  @Test func `a passage that was changed a little is proposed`() throws {
    let anchor = try anchor("أن شركة السواعد أنهت العمل قبل موعده", in: anchored(Self.article))
    let edited = anchored(
      Self.article.replacing("أنهت العمل", with: "انتهت من العمل")
        .replacing("وأضافت الحداد", with: "وأضافت الوزيرة"), hash: "b")
    let placement = edited.placement(of: anchor)
    guard case .likely(_, let likelihood) = placement else {
      Issue.record("\(placement)")
      return
    }
    #expect(words(placement, in: edited) == "أن شركة السواعد انتهت من العمل قبل موعده")
    #expect(likelihood < 0.6)
  }

  @Test func `what holds for all mentions of a name stays while one of them does`() throws {
    let text = anchored(Self.article)
    var annotation = Annotation(anchor: try anchor("الحداد", in: text))
    annotation.correction = .rename(subject: .init(name: "ليلى الحداد", kind: .person), name: "هند")
    annotation.scope = .article
    let edited = anchored(
      Self.article.replacing("النقل ليلى الحداد جسرا", with: "الحالية ليلى الحداد طريقا"), hash: "b"
    )
    let placed = edited.place(annotation)
    #expect(placed.placement.isCertain && words(placed.placement, in: edited) == "الحداد")
    // Nowhere but within another word, or not at all.
    for other in ["الحدادة تعمل في القرية", "نص آخر تماما عن الطقس"] {
      #expect(!anchored(other, hash: "c").place(annotation).placement.isCertain)
    }
    // A note is of the passage; so is what holds here alone.
    for change in [{ $0.note = "هنا" }, { $0.scope = .here }, { $0.color = .pink }]
      as [(inout Annotation) -> Void]
    {
      var other = annotation
      change(&other)
      #expect(edited.place(other).placement == edited.placement(of: annotation.anchor))
    }
  }

  @Test func `a passage that is gone is an orphan`() throws {
    let anchor = try anchor("ليلى الحداد", in: anchored(Self.article))
    let other = anchored("نص آخر تماما عن الطقس في الشمال والجنوب.", hash: "b")
    #expect(other.placement(of: anchor) == .orphan)
  }

  @Test func `of two equal passages the one whose twin was deleted is not taken for it`() throws {
    let line = "قالت الوزيرة إن العمل في الجسر يمضي كما كان مقررا له منذ البداية دون تأخير"
    let text = anchored("\(line)\nفاصل\n\(line)")
    let first = try anchor("العمل في الجسر", in: text)
    let edited = anchored("فاصل\n\(line)", hash: "b")
    #expect(!edited.placement(of: first).isCertain)
  }

  @Test func `words that differ in a mark are told apart`() throws {
    let text = anchored("هذه هي الكلمة التي نبحث عنها الآن: عَلِم ما قيل في هذا الباب كله")
    let anchor = try anchor("عَلِم", in: text)
    let edited = anchored(
      "هذه هي الكلمة التي نبحث عنها الآن: عَلَم ما قيل في هذا الباب كله", hash: "b")
    #expect(!edited.placement(of: anchor).isCertain)
  }

  @Test func `ill-formed text is anchored by its position`() {
    let bytes: [UInt8] = Array("قال ".utf8) + [0xD9, 0xFF, 0x20] + Array("نعم".utf8)
    let text = AnchoredText(DecodedText(copying: bytes), contentHash: "a")
    let span = TextSpan(utf8: 7..<9)
    let anchor = text.passage(span)
    #expect(anchor.exact == "\u{FFFD}\u{FFFD}")
    #expect(text.placement(of: anchor) == .exact(span))
  }

  @Test(arguments: 0..<40)
  func `after random edits nothing stands at a wrong place unless it is a proposal`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var (moved, all) = (0, 0)
    for _ in 0..<12 {
      let original = EditedText(
        sentences: Int.random(in: 2...30, using: &generator), using: &generator)
      let first = AnchoredText(original.text, contentHash: "a")
      let passages = (0..<12).compactMap { _ -> (Range<Int>, Anchor)? in
        let start = Int.random(in: 0..<original.count, using: &generator)
        let length = Int.random(in: 1...40, using: &generator)
        let range = start..<min(original.count, start + length)
        return first.anchor(start: range.lowerBound, end: range.upperBound).map { (range, $0) }
      }
      var edited = original
      for _ in 0..<Int.random(in: 1...12, using: &generator) { edited.edit(using: &generator) }
      let second = AnchoredText(edited.text, contentHash: "b")
      for (range, anchor) in passages {
        let placement = second.placement(of: anchor)
        all += 1
        guard placement.isCertain, let span = placement.span else { continue }
        moved += 1
        let lower = second.counter.scalarOffset(of: span.lower).scalars
        let upper = second.counter.scalarOffset(of: span.upper).scalars
        #expect(
          edited.holds(range, of: original, in: lower..<upper), "\(anchor.exact)")
      }
    }
    // It would be no art to propose everything.
    #expect(moved * 3 > all)
  }
}
