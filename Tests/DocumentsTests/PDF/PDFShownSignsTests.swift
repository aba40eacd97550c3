import Testing

@testable import Documents

/// Which signs of its fonts a PDF shows, and which of them have no letters.
struct PDFShownSignsTests {
  private func shown(_ content: String) -> PDFShownSigns {
    var signs = PDFShownSigns()
    signs.add(Array(content.utf8))
    return signs
  }

  @Test func `strings in brackets and of digits are those of the font named last`() {
    let signs = shown("BT /F1 12 Tf <0102> Tj [(a\\(\\102) -4 <2>] TJ /F2 9 Tf (c) Tj ET")
    #expect(signs.codes(of: "F1", digits: 2) == [1, 2, 0x61, 0x28, 0x42, 0x20])
    #expect(signs.codes(of: "F2", digits: 2) == [0x63])
    #expect(signs.codes(of: "F3", digits: 2) == [])
  }

  @Test func `signs of two bytes are numbers of four digits`() {
    let signs = shown("/A 1 Tf [(\\001\\t)0<01020304>] TJ % (no) <05>\n(x(y)\\\nz) Tj")
    #expect(signs.codes(of: "A", digits: 4) == [0x109, 0x102, 0x304, 0x7828, 0x7929])
  }

  @Test func `neither pictures nor dictionaries are strings, and broken ones end`() {
    #expect(
      shown("/A 1 Tf BI /W 1 ID (\u{1}< EI << /B <41> >> BDC (b) Tj").codes(of: "A", digits: 2)
        == [0x41, 0x62])
    #expect(shown("/A 1 Tf (b\\").codes(of: "A", digits: 2) == [0x62, 0x5C])
    #expect(shown("/A 1 Tf <4").codes(of: "A", digits: 2) == [0x40])
    #expect(shown("/A 1 Tf BI ID (").codes(of: "A", digits: 2) == [])
  }

  /// The names of the fonts of table 9 in a file of these objects.
  private func names(_ file: String) -> Set<String>? {
    Array(file.utf8).withUnsafeBufferPointer { PDFFonts(PDFStreams(bytes: $0)).names[9] }
  }

  @Test func `fonts are found by their table and by whatever refers to them`() {
    let font = "4 0 obj\n<< /Type /Font /ToUnicode 9 0 R >>\nendobj\n"
    let page = "5 0 obj\n<< /Font << /F1 4 0 R /F2 14 0 R/F3\n4 0 R >> /Parent 2 0 R >>\nendobj\n"
    #expect(names(font + page) == ["F1", "F3"])
    #expect(names(page) == nil)
  }

  @Test func `objects that are packed together are read, too`() {
    let objects = "4 0 5 36 << /Type /Font /ToUnicode 9 0 R >>    << /F7 4 0 R >>"
    let file =
      "3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Length 60 >>\nstream\n\(objects)\nendstream\nendobj\n"
    #expect(names(file) == ["F7"])
  }

  /// What `table` is when F1 shows `content` with it.
  private func named(_ table: String, _ content: String) -> String? {
    var unnamed = PDFUnnamed()
    return unnamed.named(Array(table.utf8), shown: (["F1"], shown("/F1 1 Tf " + content)))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a sign that is shown and has no letters, or none in words, gets one`() {
    let table = "3 beginbfchar <0204> <0644> <0419> <0645> <0777> <> endbfchar endcmap"
    let given = named(table, "<0204 0419 0777 0204> Tj")
    #expect(given?.hasSuffix("1 beginbfchar\n<0777> <0750>\nendbfchar\nendcmap") == true)
    let ranges = "1 beginbfrange <0204> <0205> [<0644> <0645>] endbfrange endcmap"
    #expect(named(ranges, "<0204 0205 0206> Tj")?.contains("<0206> <0750>") == true)
    #expect(named(ranges, "<0204 0205> Tj") == nil)
  }
}
