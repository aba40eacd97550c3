import EntityModel
import Testing

@testable import Documents

/// Words that come out in parts.
struct CutWordsTests {
  private func lines(_ texts: String...) -> [[Unicode.Scalar]] {
    texts.map { Array($0.unicodeScalars) }
  }

  @Test func `a document shows the fault by parts that are no words`() {
    func isNeeded(in lines: [[Unicode.Scalar]]) -> Bool {
      CutWords(likelihood: .builtIn, lines: lines) != nil
    }
    #expect(isNeeded(in: lines("قال الر ئيس إ ن الأ م ة", "بخير")))
    #expect(!isNeeded(in: lines("قال الرئيس إن الأمة", "أ بند", "ب بند", "ج بند")))
  }

  @Test func `parts with vowel signs say nothing of words without any`() throws {
    let vowelled = lines(String(repeating: "وَ سْ ةِ رًا ", count: 10), "لم نكن نريد")
    var cut = try #require(CutWords(likelihood: .builtIn, lines: vowelled))
    #expect(cut.joined(vowelled[1]) == vowelled[1])
  }

  @Test(arguments: [
    ("قال الر ئيس إ ن الأ م ة", "قال الرئيس إن الأمة"),
    ("وصف ما جرى و يعتقد أن أ بطالها", "وصف ما جرى ويعتقد أن أبطالها"),
    ("كل من يدين تفجير مسجد والذي ذهب ضحيته", "كل من يدين تفجير مسجد والذي ذهب ضحيته"),
    (
      "قال رئيس الوزراء في المدينة أمس إن الأمن مستقر",
      "قال رئيس الوزراء في المدينة أمس إن الأمن مستقر"
    ),
    ("عام 2024 م، قال", "عام 2024 م، قال"),
    ("القضاء على الفكر الّ ضال", "القضاء على الفكر الّضال"),
    ("يدرس ال التعريف", "يدرس ال التعريف"), ("الفكر ال والمنحرف", "الفكر ال والمنحرف"),
  ])
  func `the likeliest words of a line are taken`(given: String, right: String) throws {
    #expect(try joined(given, isFull: false) == right)
  }

  @Test func `and is a word of its own where the language has it so`() throws {
    let persian = lines(
      "سازمان بورس و اوراق بهادار ایران گفت", "در حال حاضر شرکت ها و در این سال",
      "اجرایی شد و کارهای دیگر چ ند روز")
    var cut = try #require(
      CutWords(likelihood: .builtIn, lines: persian + lines("پ س گ فت ش د")))
    #expect(cut.joined(persian[0]) == persian[0])
    #expect(CutWords(likelihood: .builtIn, lines: persian + persian) == nil)
  }

  private func joined(_ given: String, isFull: Bool) throws -> String {
    var cut = CutWords(try #require(WordLikelihood.builtIn), isFull: isFull)
    return String(String.UnicodeScalarView(cut.joined(Array(given.unicodeScalars))))
  }

  @Test(arguments: [
    ("يتض من برن امج ال دورة من أي ام", "يتضمن برنامج الدورة من أيام"),
    ("الصحة المصر ية في الأفر يقي", "الصحة المصرية في الأفريقي"),
    ("كل من يدين تفجير مسجد والذي ذهب ضحيته", "كل من يدين تفجير مسجد والذي ذهب ضحيته"),
    ("قال رئيس الوزراء إن الأمن مستقر", "قال رئيس الوزراء إن الأمن مستقر"),
  ])
  func `where words are cut everywhere any two may be parts of one`(
    given: String, right: String
  ) throws {
    #expect(try joined(given, isFull: true) == right)
  }
}
