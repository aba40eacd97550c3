import ArabicText
import Documents
import Foundation
import TestSupport
import Testing

/// Each charset is told by its bytes and decoded.
@Suite struct CharsetTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ bytes: [UInt8], encoding: String? = nil) throws -> Document {
    try DocumentLoader.load(path: folder.file(bytes), encoding: encoding)
  }

  private func text(_ document: Document) -> String {
    document.text.string(in: document.text.span)
  }

  @Test(arguments: [
    ("UTF-8", [UInt8](), "UTF-8"), ("UTF-8", [0xEF, 0xBB, 0xBF], "UTF-8"),
    ("UTF-16LE", [], "UTF-16LE"), ("UTF-16LE", [0xFF, 0xFE], "UTF-16LE"),
    ("UTF-16BE", [], "UTF-16BE"), ("UTF-16BE", [0xFE, 0xFF], "UTF-16BE"),
    ("UTF-32LE", [0xFF, 0xFE, 0, 0], "UTF-32LE"), ("UTF-32BE", [0, 0, 0xFE, 0xFF], "UTF-32BE"),
    ("WINDOWS-1256", [], "windows-1256"),
  ])
  func `news are decoded`(charset: String, mark: [UInt8], name: String) throws {
    let document = try load(mark + Samples.encoded(Samples.news, charset))
    #expect(document.charset == name)
    #expect(text(document) == Samples.news)
  }

  @Test func `ISO-8859-6 is told from windows-1256`() throws {
    // It has no shadda in the code page's place, but all letters and the signs of Arabic.
    let document = try load(Samples.encoded(Samples.news, "ISO-8859-6"))
    #expect(document.charset == "ISO-8859-6")
    #expect(text(document) == Samples.news)
  }

  static let lines = [
    "قال رئيس الوزراء إن الحكومة ستعلن قرارها غدا", "قال الوزير إن الحرب انتهت",
    "أكد المتحدث باسم الجيش", "خبر عاجل", "الأمم المتحدة", "يوم الأحد", "نعم",
    "قالت وزارة الصحة إن عدد الإصابات بلغ مئة",
  ]

  @Test(arguments: ["WINDOWS-1256", "ISO-8859-6"], lines)
  func `one line is enough to tell an 8-bit charset`(charset: String, line: String) throws {
    let document = try load(Samples.encoded(line, charset))
    #expect(text(document) == line)
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func `a short or Latin text in UTF-16 is told, too`(charset: String) throws {
    for text in ["سلام", "plain\r\n", "خبر 24 — «نعم»"] {
      #expect(try self.text(load(Samples.encoded(text, charset))) == text)
    }
  }

  @Test(arguments: ["سلام", "مرحبا يا عالم", "a", "plain ASCII text\n", "é", "\u{FFFD}\u{FFFD}"])
  func `a short text in UTF-8 stays UTF-8`(text: String) throws {
    let document = try load(Array(text.utf8))
    #expect(document.charset == "UTF-8")
    #expect(self.text(document) == text)
  }

  @Test func `what a charset lacks becomes U+FFFD`() throws {
    let bytes =
      Samples.encoded("خبر ", "ISO-8859-6") + [0xFF] + Samples.encoded(" نص", "ISO-8859-6")
    #expect(try text(load(bytes, encoding: "ISO-8859-6")) == "خبر \u{FFFD} نص")
    let wide =
      Samples.encoded("خبر", "UTF-16LE") + [0x00, 0xD8] + Samples.encoded(" نص", "UTF-16LE")
    #expect(try text(load(wide, encoding: "UTF-16LE")) == "خبر\u{FFFD} نص")
    #expect(try text(load(wide.dropLast(), encoding: "UTF-16LE")) == "خبر\u{FFFD} ن\u{FFFD}")
  }

  @Test(arguments: ["utf8", "UTF-8", "windows-1256", "CP1256", "iso-8859-6", "UTF-16", "utf-16be"])
  func `the user's word is taken for the charset`(name: String) throws {
    let document = try load(Samples.encoded("خبر عاجل", name).filter { _ in true }, encoding: name)
    #expect(text(document) == "خبر عاجل")
  }

  @Test func `line breaks stay as they are`() throws {
    for charset in ["UTF-8", "UTF-16LE", "WINDOWS-1256"] {
      let document = try load(Samples.encoded("سطر أول\r\nسطر ثان\nثالث\r", charset))
      #expect(text(document) == "سطر أول\r\nسطر ثان\nثالث\r")
    }
  }

  @Test(arguments: 1...3) func `UTF-8 that is cut at its end is UTF-8`(missing: Int) throws {
    let bytes = Array("خبر 😀".utf8)
    let document = try load(bytes.dropLast(missing))
    #expect(document.charset == "UTF-8")
    #expect(text(document) == "خبر \u{FFFD}")
  }

  @Test func `damaged UTF-8 is UTF-8`() throws {
    var bytes = Array(Samples.news.utf8)
    bytes[50] = 0xFF
    bytes.insert(0x80, at: 120)
    let document = try load(bytes)
    #expect(document.charset == "UTF-8")
    #expect(document.text.utf8Count == bytes.count)
  }

  @Test func `a few NULs and escape sequences are text`() throws {
    let text = "خبر\0عاجل \u{1B}[31mأحمر\u{1B}]0;title\u{7} تم\n"
    let document = try load(Array(text.utf8))
    #expect(self.text(document) == text)
  }

  @Test func `a long text whose beginning is ASCII is judged by its middle`() throws {
    let header = [UInt8](repeating: 0x2D, count: 100_000) + [0x0A]
    let news = Samples.repeated(Samples.encoded(Samples.news, "WINDOWS-1256"), 2000)
    let document = try load(header + news)
    #expect(document.charset == "windows-1256")
  }

  @Test func `no bytes make it fail in another way than by its errors`() throws {
    var state: UInt64 = 7
    for _ in 0..<300 {
      let bytes = (0..<Int(state % 200) + 1).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      do { _ = try load(bytes) } catch let error as DocumentError { #expect(error.exitCode == 65) }
    }
  }
}
