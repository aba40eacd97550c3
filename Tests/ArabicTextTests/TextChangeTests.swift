import ArabicText
import TestSupport
import Testing

/// Places carried over from one version of a text to the next.
struct TextChangeTests {
  private static let old = "أول سطر\nثاني سطر فيه كلام\nثالث سطر\nرابع سطر فيه كلام كثير\n"

  /// What stands in `new` where `word` stood in the old version.
  private func words(at word: String, of new: String, old: String = old) throws -> Substring {
    let change = TextChange(from: DecodedText(old), to: DecodedText(new))
    let place = try #require(old.firstRange(of: word)).lowerBound
    let offset = change.offset(TextOffset(old.utf8.distance(from: old.startIndex, to: place)))
    let index = new.utf8.index(new.startIndex, offsetBy: offset.utf8)
    return new[index...].prefix { $0 != "\n" }
  }

  @Test(arguments: ["أول", "ثاني", "كلام كثير"])
  func `before and after the only difference a place stays with its words`(word: String) throws {
    let new = Self.old.replacing("ثالث", with: "سطر جديد\nوآخر")
    #expect(try words(at: word, of: new).hasPrefix(word))
  }

  @Test func `between two differences the line is found again`() throws {
    let new = "مقدمة\n" + Self.old.replacing("رابع", with: "خامس")
    #expect(try words(at: "ثالث", of: new) == "ثالث سطر")
    #expect(try words(at: "فيه كلام\n", of: new) == "فيه كلام")
  }

  @Test func `of lines that are the same the nearest counts`() throws {
    let old = "أ\nسطر\nب\nسطر\nت\nسطر\nث\n"
    let new = "ا\nسطر\nب\nسطر\nت\nسطر\nج\n"
    let change = TextChange(from: DecodedText(old), to: DecodedText(new))
    for word in ["ب\nسطر", "ت\nسطر"] {
      let place = try #require(old.firstRange(of: word)).lowerBound
      let offset = TextOffset(old.utf8.distance(from: old.startIndex, to: place) + 3)
      #expect(change.offset(offset) == offset)
    }
  }

  @Test func `a line that was changed is found by the words around the place`() throws {
    let new =
      "مقدمة\n"
      + Self.old.replacing("ثاني سطر", with: "سطر آخر")
      .replacing("كثير", with: "قليل")
    #expect(try words(at: "فيه كلام\n", of: new) == "فيه كلام")
  }

  @Test func `a text that is gone leads to where it stood`() {
    let change = TextChange(from: DecodedText(Self.old), to: DecodedText("أول سطر\n"))
    #expect(change.offset(TextOffset(40)) <= TextOffset("أول سطر\n".utf8.count))
    #expect(TextChange(from: DecodedText("أ"), to: DecodedText("")).offset(TextOffset(2)) == .zero)
  }

  @Test func `every place of every change is a boundary between scalars`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let lines = (0..<8).map { _ in
        String(["أب ت", "سطر", "x é", ""].randomElement(using: &random)!)
      }
      var changed = lines
      for _ in 0..<3 {
        changed[Int.random(in: 0..<8, using: &random)] = ["جديد", "ب", ""].randomElement(
          using: &random)!
      }
      let (old, new) = (lines.joined(separator: "\n"), changed.joined(separator: "\n"))
      let change = TextChange(from: DecodedText(old), to: DecodedText(new))
      let bytes = Array(new.utf8)
      for offset in 0...old.utf8.count {
        let place = change.offset(TextOffset(offset)).utf8
        #expect((0...bytes.count).contains(place))
        if place < bytes.count { #expect(bytes[place] & 0xC0 != 0x80) }
      }
    }
  }

  /// Where the first `words` of `old` stand in `new`, if they are known to stand anywhere.
  private func passage(_ words: String, from old: String, to new: String) throws -> Substring? {
    let change = TextChange(from: DecodedText(old), to: DecodedText(new))
    let place = try #require(old.firstRange(of: words))
    let lower = old.utf8.distance(from: old.startIndex, to: place.lowerBound)
    return change.span(TextSpan(utf8: lower..<lower + words.utf8.count)).map { span in
      let start = new.utf8.index(new.startIndex, offsetBy: span.lower.utf8)
      return new[start..<new.utf8.index(start, offsetBy: span.utf8Count)]
    }
  }

  @Test(arguments: [
    // The change, the passage, whether it is still there.
    ("قال زيد إن الخبر صحيح\n", "مقدمة\nقال زيد إن الخبر صحيح\n", "الخبر", true),
    ("قال زيد إن الخبر صحيح", "قال عمرو إن الخبر صحيح", "إن الخبر", true),
    ("قال زيد إن الخبر صحيح", "قال عمرو إن الخبر صحيح", "زيد", false),
    ("قال زيد إن الخبر صحيح", "قال زيد أمس إن الخبر صحيح", "زيد", true),
    ("قال زيد إن الخبر صحيح", "قال زيد أمس إن الخبر صحيح", "زيد إن", false),
    ("قال زيد إن الخبر صحيح", "قال زيد، إن الخبر صحيح", "زيد", true),
    ("سمعت كتاب زيد", "سمعت كتابا زيد", "كتاب", false),
    ("سمعت كتاب زيد", "سمعت كتابٌ زيد", "كتاب", false),
    ("سمعت كتاب زيد", "سمعت وكتاب زيد", "كتاب", false),
    ("قال زيد إن الخبر صحيح", "", "الخبر", false),
    ("قال زيد إن الخبر صحيح", "نص آخر تماما لا علاقة له", "الخبر", false),
    ("قال زيد إن الخبر صحيح", "قال مصدر في الحكومة اليوم شيئا آخر عن الخبر نفسه", "الخبر", false),
    ("أول\r\nقال زيد إن الخبر صحيح كله\r\n", "أول\nقال زيد إن الخبر صحيح كله\n", "زيد إن", true),
  ])
  func `a passage is carried over where its words are still there`(
    old: String, new: String, words: String, isThere: Bool
  ) throws {
    #expect(try passage(words, from: old, to: new) == (isThere ? Substring(words) : nil))
  }

  @Test func `a paragraph that was moved keeps its passages`() throws {
    let moved = "قال زيد إن الخبر صحيح ولا شك فيه\n"
    let rest = "فقرة أولى\nفقرة ثانية\nفقرة ثالثة\n"
    let change = TextChange(
      from: DecodedText("أ\n" + moved + rest + "ب\n"), to: DecodedText("ت\n" + rest + moved + "ث\n")
    )
    let span = TextSpan(utf8: 3 + 7..<3 + 13)
    #expect(
      change.span(span) == TextSpan(span.lower + rest.utf8.count, span.upper + rest.utf8.count))
  }

  @Test func `of two like lines, one of which is gone, nobody knows which is left`() {
    let change = TextChange(
      from: DecodedText("قال:\nأ\nقال:\nب\n"), to: DecodedText("قال:\nب\n"))
    #expect(change.span(TextSpan(utf8: 0..<6)) == nil)
    #expect(change.span(TextSpan(utf8: 11..<17)) == nil)
    #expect(change.span(TextSpan(utf8: 19..<21)) == TextSpan(utf8: 8..<10))
  }

  @Test func `what is no passage of the old text is none of the new`() {
    let change = TextChange(from: DecodedText("سلام"), to: DecodedText("سلام سلام"))
    #expect(change.span(TextSpan(utf8: 0..<9)) == nil)
    #expect(change.span(TextSpan(utf8: 1..<4)) == nil)
    #expect(change.span(TextSpan(utf8: 0..<8)) == TextSpan(utf8: 0..<8))
    #expect(change.span(TextSpan(utf8: 8..<8)) == TextSpan(utf8: 8..<8))
  }
}
