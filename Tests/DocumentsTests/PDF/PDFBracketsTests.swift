import Testing

@testable import Documents

/// Brackets that a PDF holds as they are seen, and letters that the program cuts apart.
struct PDFBracketsTests {
  private func read(_ lines: [String]) -> [String] {
    PDFPages(Array(lines.joined(separator: "\n").utf8)).lines.joined()
      .map { String(String.UnicodeScalarView($0)) }
  }

  @Test func `brackets that all stand the wrong way round are turned`() {
    let right = ["قال «لن نعود»، ثم صمت (ساعة).", "[هامش] وجاء في «التقرير»"]
    let wrong = ["قال »لن نعود«، ثم صمت )ساعة(.", "]هامش[ وجاء في »التقرير«"]
    #expect(read(wrong) == right)
    #expect(read(right) == right)
  }

  @Test func `a text in which one bracket is wrong stays as it is`() {
    let lines = ["بند )1 وبند (2) وبند (3)", "و»كلمة« في نص"]
    #expect(read(lines) == lines)
  }

  @Test func `a line that is cut inside lam and alef is whole`() {
    func joined(_ parts: [String]) -> String {
      String(decoding: PDFCutParts.joined(parts.map { Array($0.utf8)[...] }), as: UTF8.self)
    }
    #expect(joined(["في اللغة و ا", "ل في الأرقام"]) == "في اللغة ولا في الأرقام")
    #expect(
      joined(["\u{202B}أوقعها ا\u{202C}", "\u{202B}ل\u{202C}", "أقرؤها"]).filter {
        !("\u{202A}"..."\u{202E}").contains($0)
      } == "أوقعها لا أقرؤها".replacing("لا ", with: "لا  "))
    // A word that is cut at the sign of its second letter, and two words on either side of one.
    #expect(joined(["اجتماع في ع ّ\u{202C}", "مان غدا"]) == "اجتماع في عمّان غدا")
    #expect(joined(["على مسرح ّ", "رممه شبان"]) == "على مسرح ّ رممه شبان")
    #expect(joined(["كتب هذا", "له"]) == "كتب هذا له")
    #expect(joined(["أولا", "ل"]) == "أولا ل")
    #expect(joined(["ا", "لم"]) == "ا لم")
  }
}
