import ArabicText
import EntityModel
import Foundation
import TestSupport
import Testing

@testable import Documents

/// The signs of a PDF that its tables of letters have nothing for.
struct PDFUnnamedTests {
  /// A table of letters for these signs, each of which has `letter`.
  private func table(_ codes: [Int], _ letter: String = "0628") -> [UInt8] {
    let entries = codes.map { "<\(String($0 + 0x100, radix: 16).suffix(2))> <\(letter)>\n" }
    return Array("\(codes.count) beginbfchar\n\(entries.joined())endbfchar\nendcmap".utf8)
  }

  private func named(_ table: [UInt8]) -> String? {
    var unnamed = PDFUnnamed()
    return unnamed.named(table).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `signs between others that have letters get one, and so the next behind the last`() {
    let given = named(table([1, 2, 4, 5, 6]))
    #expect(
      given?.hasSuffix(
        "3 beginbfchar\n<03> <0750>\n<07> <0751>\n<08> <0752>\nendbfchar\nendcmap") == true)
    let ranges = "1 beginbfrange <0001> <0003> [<FE91> <FEE0> <FEAA>] endbfrange endcmap"
    #expect(named(Array(ranges.utf8))?.contains("<0004> <0750>") == true)
  }

  @Test func `tables of few signs, of other letters, and broken ones stay as they are`() {
    #expect(named(table([1, 9, 30])) == nil)
    #expect(named(table([1, 2, 4], "0062")) == nil)
    #expect(named(Array("1 beginbfrange <01> <FFFFFFFFFF> <0628> endbfrange".utf8)) == nil)
    #expect(named(Array("beginbfchar <<<[[ <0628 endcmap".utf8)) == nil)
    var unnamed = PDFUnnamed()
    _ = unnamed.named(table([1, 2, 4], "0756"))
    #expect(unnamed.areMarksTaken)
  }

  /// `line` with what its signs are, where A, B and C stand for those of numbers 1, 2 and 0x38.
  private func read(_ line: String) -> String {
    var unnamed = PDFUnnamed()
    _ = unnamed.named(table([0] + Array(3...0x37) + [0x39, 0x3A, 0x3B]))
    let marks = ["A": "\u{750}", "B": "\u{751}", "C": "\u{752}"]
    let line = marks.reduce(line) { $0.replacing($1.key, with: $1.value) }
    let read = unnamed.read([[Array(line.unicodeScalars)]], by: .builtIn).pages[0][0]
    return String(String.UnicodeScalarView(read))
  }

  @Test func `where shapes have letters, a sign without is no single letter`() {
    let shapes = ["FE91", "FEE0", "FEAA", "FE8E", "FEE4", "FED8"]
    let entries = shapes.enumerated().map { "<000\($0.offset + 1)> <\($0.element)>\n" }
    var unnamed = PDFUnnamed()
    _ = unnamed.named(Array("beginbfchar\n\(entries.joined())endbfchar\nendcmap".utf8))
    func read(_ line: String) -> String {
      let line = line.replacing("A", with: "\u{750}").replacing("B", with: "\u{751}")
      let read = unnamed.read([[Array(line.unicodeScalars)]], by: .builtIn).pages[0][0]
      return String(String.UnicodeScalarView(read))
    }
    #expect(read("المال واAرادة وسعر اAيداع واAقراض") == "المال والإرادة وسعر الإيداع والإقراض")
    // Behind alef there is a letter, and no vowel sign.
    #expect(read("عادت اAوركسترا").contains("ال"))
    #expect(read("أول من عBد وسبBق ومدBرس") == "أول من عد وسبق ومدرس")
  }

  @Test func `strokes that lengthen words are taken out`() {
    #expect(read("أمAام البوابAAة الرئيسAية إن السAوق") == "أمام البوابة الرئيسية إن السوق")
  }

  @Test func `two signs that are no stroke are lam and alef, also where they are put apart`() {
    let line = "محABت وثABثين وخABل المواصA Bت"
    #expect(read(line) == "محلات وثلاثين وخلال المواصلات")
  }

  @Test
  func
    `strokes between letters that are set apart are taken out, also behind those that join none`()
  {
    #expect(read("بAيAاAنA صAحAفAيA عAنA اAلAمAؤAتAمAرA") == "بيان صحفي عن المؤتمر")
    #expect(read("الاحتABل") == "الاحتلال")
  }

  @Test func `a shape of one letter is that letter, but where its neighbour has it, too`() {
    let line = "اAوزير واAمدرسة واAطريق واAسوق واAبيت وAلكن اAلكتاب"
    #expect(read(line) == "الوزير والمدرسة والطريق والسوق والبيت ولكن الكتاب")
  }

  @Test func `strokes behind letters that join none, and before spaces, leave the spaces`() {
    let line = "روسياA وعددA من السAفن وسAقوط صAاروخ فAوق المAطارA يومA الأحAد"
    #expect(read(line) == "روسيا وعدد من السفن وسقوط صاروخ فوق المطار يوم الأحد")
  }

  @Test func `a sign between numbers is what its number is`() {
    #expect(read("1C5 2C6 7C") == "185 286 78")
  }

  @Test(
    .enabled("pdftotext of poppler-utils is installed") {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    })
  func `words that are lengthened to fill a line are whole`() throws {
    let letters = ["A": "0627", "D": "062F", "L": "0644", "M": "0645", "Q": "0642", "T": "0629"]
    // All but K have letters.
    let entries = (1...0x5A).filter { $0 != 0x4B }.map { code in
      let sign = String(Unicode.Scalar(UInt8(code)))
      return
        "<\(String(code + 0x100, radix: 16).suffix(2))> <\(code == 0x20 ? "0020" : letters[sign] ?? "064A")>\n"
    }
    let table =
      "begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n\(entries.count) beginbfchar\n\(entries.joined())endbfchar\nendcmap"
    let file = PDFProgramTests.pdf(
      pages: ["TKMYDKKQLA TKMYDKQLA TKMYDQLA"], letters: table)
    let folder = try TemporaryFolder()
    let document = try DocumentLoader.load(path: try folder.file(file.utf8, "a.pdf"))
    #expect(document.text.string(in: document.text.span) == "القديمة القديمة القديمة\n")
  }
}
