import ArabicText
import Foundation
import TestSupport
import Testing

@testable import Documents

/// Two letters behind one sign of a PDF.
struct PDFLigaturesTests {
  private func turned(_ content: String) -> String? {
    PDFLigatures.turned(Array(content.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `the letters of a table are turned, single ones and Latin ones stay`() {
    let table = "3 beginbfchar\n<17> <06440627>\n<18> <0644>\n<19> <00660069>\nendbfchar"
    let right = "3 beginbfchar\n<17> <06270644>\n<18> <0644>\n<19> <00660069>\nendbfchar"
    #expect(turned(table) == right)
    #expect(turned("1 beginbfchar\n<18> <0644>\nendbfchar") == nil)
  }

  @Test func `a text that replaces a sign is turned, the codes of signs stay`() {
    let content = "/Span<</ActualText <FEFF06440623> >> BDC\n<06440623> Tj\nEMC"
    #expect(
      turned(content) == "/Span<</ActualText <FEFF06230644> >> BDC\n<06440623> Tj\nEMC")
    #expect(turned("BT <06440623> Tj ET") == nil)
    // As programs write it that unpack a file.
    #expect(turned("/ActualText <feff06440623>") == "/ActualText <feff06230644>")
  }

  @Test func `a file with such signs gets an update behind its end, others get none`() {
    func file(_ letters: String) -> [UInt8] {
      Array(
        """
        %PDF-1.4
        5 0 obj
        << /Length 40 >>
        stream
        1 beginbfchar <17> <\(letters)> endbfchar
        endstream
        endobj
        trailer << /Size 6 /Root 1 0 R >>
        startxref
        9
        %%EOF
        """.utf8)
    }
    func update(_ letters: String) -> String {
      let bytes = file(letters)
      return bytes.withUnsafeBufferPointer {
        String(decoding: PDFLigatures.update(of: $0).bytes, as: UTF8.self)
      }
    }
    let given = update("06440627")
    #expect(given.contains("5 0 obj"))
    #expect(given.contains("<17> <06270644>"))
    #expect(given.contains("/Size 6 /Root 1 0 R /Prev 9"))
    #expect(update("0644").isEmpty)
  }

  /// The letters of the signs of a PDF: S stands for ص, L for both of `ligature`, and so on.
  private func table(_ ligature: String) -> String {
    let letters = [
      "A": "ا", "B": "ب", "H": "ح", "L": ligature, "Q": "ق", "S": "ص", "T": "ط", " ": " ",
    ]
    func digits(_ text: String) -> String {
      text.utf16.map { String(String(UInt32($0) + 0x10000, radix: 16).suffix(4)) }.joined()
    }
    let entries = letters.sorted { $0.key < $1.key }.map { sign, letters in
      "<\(digits(sign).suffix(2))> <\(digits(letters))>\n"
    }
    return
      "begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n\(entries.count) beginbfchar\n\(entries.joined())endbfchar\nendcmap"
  }

  @Test(
    .enabled("pdftotext of poppler-utils is installed") {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    })
  func `words that are words with the letters either way round come as they are`() throws {
    let folder = try TemporaryFolder()
    // As it is seen, from the left; the second word is one with two signs.
    let page = "AQHL BLT HLAS HLS"
    let file = PDFProgramTests.pdf(
      pages: [page], title: "A title of two words", letters: table("لا"))
    let document = try DocumentLoader.load(path: try folder.file(file.utf8, "a.pdf"))
    #expect(document.text.string(in: document.text.span) == "صلاح صالاح طلاب لاحقا\n")
    #expect(document.structure?.title == "A title of two words")
    #expect(document.structure?.warnings == [])
  }

  /// A file with words that show the fault and words that are words either way, as it is seen, from the left.
  private func fileWithFault() -> String {
    PDFProgramTests.pdf(pages: ["QHLA BLT HLS"], letters: table("لا"))
  }

  private static let repaired = "صلاح طلاب الاحق\n"

  @Test(
    .enabled("pdftotext of poppler-utils is installed") {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    })
  func `the letters of a file whose table of objects is missing are turned`() throws {
    let folder = try TemporaryFolder()
    let file = fileWithFault()
    let objects = file.prefix(upTo: try #require(file.firstRange(of: "xref\n")).lowerBound)
    let trailer = try #require(file.firstRange(of: "trailer"))
    let end = file[trailer.lowerBound...].prefix { $0 != "\n" }
    let path = try folder.file((objects + end + "\n").utf8, "a.pdf")
    let document = try DocumentLoader.load(path: path)
    #expect(document.text.string(in: document.text.span) == Self.repaired)
  }

  @Test(
    .enabled("pdftotext of poppler-utils and qpdf are installed") {
      ["/usr/bin/pdftotext", "/usr/bin/qpdf"].allSatisfy(
        FileManager.default.isExecutableFile(atPath:))
    })
  func `the letters of a file that is locked against changes are turned in a copy`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(fileWithFault().utf8, "a.pdf")
    let locked = folder.path + "/locked.pdf"
    let result = try ChildProcess.run(
      "/usr/bin/qpdf", ["--encrypt", "", "owner", "256", "--print=none", "--", path, locked])
    #expect(result.status == 0)
    let document = try DocumentLoader.load(path: locked)
    #expect(document.text.string(in: document.text.span) == Self.repaired)
    #expect(document.structure?.warnings == [])
  }

  @Test func `of an object that was written twice the last one counts`() {
    func object(_ letters: String) -> String {
      "5 0 obj\n<< /Length 40 >>\nstream\n1 beginbfchar <17> <\(letters)> endbfchar\nendstream\nendobj\n"
    }
    let end = "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    func update(_ objects: [String], _ end: String = end) -> String {
      Array((objects.joined() + end).utf8).withUnsafeBufferPointer {
        String(decoding: PDFLigatures.update(of: $0).bytes, as: UTF8.self)
      }
    }
    let twice = update([object("06440627"), object("06440623")])
    #expect(twice.contains("<06230644>") && !twice.contains("<06270644>"))
    #expect(update([object("06440627"), object("0644")]).isEmpty)
    #expect(update([object("06440627")], "trailer << /Encrypt 4 0 R >>\n" + end).isEmpty)
  }

  @Test func `files that are made to hurt are left as they are`() {
    var generator = SeededGenerator(seed: 16)
    let whole = Array(PDFProgramTests.pdf(pages: ["A"], letters: table("لا")).utf8)
    for _ in 0..<300 {
      _ = generator.mutated(whole).withUnsafeBufferPointer { PDFLigatures.update(of: $0) }
    }
    // Each of these took time by the square of its length.
    let end = "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    for word in [
      "stream\n", "1 0 obj<<stream\n", "1 0 obj<<>>stream\nendstream ", "/Filter ", "<06",
    ] {
      let many = Array((String(repeating: word, count: 20_000) + end).utf8)
      #expect(many.withUnsafeBufferPointer { PDFLigatures.update(of: $0).bytes }.isEmpty)
    }
    #expect(turned("beginbfchar" + String(repeating: "<06", count: 100_000)) == nil)
  }
}
