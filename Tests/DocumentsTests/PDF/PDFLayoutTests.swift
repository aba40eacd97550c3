import ArabicText
import TestSupport
import Testing

@testable import Documents

/// What a file is known to be by where its words stand.
struct PDFLayoutTests {
  /// What the program tells of a line with `words` from the left, each with what is between it and the next.
  private static func line(_ words: [(word: String, gap: Double)], isTurned: Bool = false) -> String
  {
    var place = 100.0
    let rows = words.map { word, gap in
      defer { place += 30 + gap }
      return "<word xMin=\"\(place)\" yMin=\"10\" xMax=\"\(place + 30)\" yMax=\"20\">\(word)</word>"
    }
    let box = isTurned ? (110.0, 400.0) : (place, 20.0)
    return "<line xMin=\"100\" yMin=\"10\" xMax=\"\(box.0)\" yMax=\"\(box.1)\">\n"
      + rows.joined(separator: "\n") + "\n</line>\n"
  }

  private static let torn = line([
    ("قيرفو", 3.5), ("ةي", 1.5), ("رصم", 3.5), ("لاقو", 3.5), ("رهنلا", 2.8), ("رس", 3.5),
  ])
  private static let page = "<page width=\"600\" height=\"800\">\n"

  private func joined(_ output: String, _ layout: String) -> String {
    let bytes = PDFTornWords(Array(layout.utf8)).joined(in: Array(output.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `parts of a word that stand close together are one`() {
    let text = "\u{202B}سر النهر وقال مصر ية وفريق\u{202C}\nية مصر\n\u{0C}مصر ية\n"
    #expect(
      joined(text, Self.page + Self.torn + "</page>\n" + Self.page + "</page>\n")
        == "\u{202B}سر النهر وقال مصرية وفريق\u{202C}\nية مصر\n\u{0C}مصر ية\n")
    // Signs stand in runs of their own there.
    #expect(
      joined("\u{202B}مصر ية\u{202A} ،\u{202C}", Self.page + Self.torn)
        == "\u{202B}مصرية\u{202A} ،\u{202C}")
    #expect(joined("\u{202B}مصر ية\u{202C}", Self.page + Self.torn) == "\u{202B}مصرية\u{202C}")
  }

  @Test func `alef with hamza ends no word`() {
    let torn = Self.line([("راجي", 1.0), ("إلا", 3.5), ("نأ", 3.5), ("لاقو", 3.5), ("رهنلا", 3)])
    #expect(joined("الإ يجار", Self.page + torn) == "الإيجار")
  }

  @Test func `a word that is torn behind a vowel sign is one where it is likelier so`() {
    let torn = Self.line([
      ("فده", 2.4), ("نّأ", 3.5), ("ةر", 2.6), ("يّسم", 3.5), ("تقلطنا", 3.5), ("راطم", 3.5),
    ])
    #expect(
      joined("انطلقت مسّي رة أّن هدف", Self.page + torn) == "انطلقت مسّيرة أّن هدف")
  }

  @Test func `a word of a short line is torn where other lines of the page have wider gaps`() {
    let short = Self.line([("ةي", 1.5), ("رصم", 3.5), ("لاق", 3)])
    #expect(joined("قال مصر ية", Self.page + Self.torn + short) == "قال مصرية")
    let narrow = Self.line([("ام", 3.4), ("رصم", 3.5), ("لاق", 3)])
    #expect(joined("قال مصر ما", Self.page + Self.torn + narrow) == "قال مصر ما")
  }

  @Test func `words behind a letter of another kind, and lines of few words, stay`() {
    let tanwin = Self.line([
      ("نيب", 0.9), ("ًاقيثو", 3.5), ("انواعت", 3.5), ("لاق", 3.5), ("ام", 3),
    ])
    #expect(joined("وثيقًا بين", Self.page + tanwin) == "وثيقًا بين")
    let short = Self.line([("ةي", 1), ("رصم", 3)])
    #expect(joined("مصر ية", Self.page + short) == "مصر ية")
  }

  @Test func `a word is torn before a vowel sign, in three parts, too`() {
    let torn = Self.line([
      ("ايلاغ", 3.5), ("هّن", 0.6), ("م", 0.4), ("ر", 3.5), ("حرسم", 3.5), ("ىلع", 3.5), ("فرع", 3),
    ])
    #expect(
      joined("عرف على مسرح رم \u{651}نه غاليا", Self.page + torn)
        == "عرف على مسرح رم \u{651}نه غاليا")
    let signs = Self.line([
      ("ايلاغ", 3.5), ("هن\u{651}", 0.6), ("م", 0.4), ("ر", 3.5), ("حرسم", 3.5), ("ىلع", 3.5),
    ])
    #expect(
      joined("على مسرح رم \u{651}نه غاليا", Self.page + signs)
        == "على مسرح رم\u{651}نه غاليا")
  }

  @Test func `a sign that stands by itself is no word whose gaps are those of the line`() {
    let wide = Self.line([("\u{651}", 12), ("ام", 2.6), ("وهو", 3)])
    #expect(joined("وهو ما", Self.page + wide + Self.torn) == "وهو ما")
  }

  @Test func `a word of a headline is torn as those of lower lines are`() {
    let lines = Self.page + Self.torn + Self.line([("ةي", 1.5), ("رصم", 3.5), ("لاق", 3)])
    let high = lines.replacing(
      #"yMax="20">ةي"#, with: #"yMax="24">ةي"#)
    #expect(joined("قال مصر ية", high) == "قال مصرية")
  }

  @Test func `pages without words and pages with turned lines are known`() {
    let words = [("ةلمح", 3.0), ("ةيموق", 3), ("ميعطتلل", 3)]
    let layout =
      Self.page + "</page>\n" + Self.page + Self.line(words) + "</page>\n" + Self.page
      + Self.line(words, isTurned: true) + Self.line(words, isTurned: true) + "</page>\n"
      + Self.page
      + Self.line([("a", 1), ("b", 1), ("c", 1)], isTurned: true) + "</page>\n"
    let notes = PDFNotes(Array(layout.utf8))
    #expect(notes.emptyPages == [1])
    #expect(notes.turnedPages == [3])
  }

  @Test(arguments: [
    ("حملة للتطعيم &amp; غيره", "حملة للتطعيم & غيره"), ("q4.src.html", nil),
    ("تقرير نهائي.docx", nil),
    ("Microsoft Word - report 3", nil), ("https://x.example/a b", nil), ("نص", nil), ("", nil),
    ("PowerPoint Presentation", nil), ("قال: كفى. ثم سكت", "قال: كفى. ثم سكت"),
  ])
  func `a title is none where it names a file or a program`(title: String, right: String?) {
    #expect(PDFNotes(Array("<head>\n<title>\(title)</title>\n".utf8)).title == right)
  }

  @Test func `a headline of several lines is one, and a heading`() throws {
    let output = "20/11/2026\n\nحملة قومية\n\nللتطعيم\n\nكلام الفقرة الأولى هنا.\n\u{0C}"
    let text = try PDFDocument.text(
      of: Array(output.utf8), "a.pdf", title: "حملة قومية للتطعيم"
    ).document(name: "a")
    let heading = try #require(text.structure?.blocks.first)
    #expect(heading.kind == .heading(level: 1))
    #expect(text.text.string(in: heading.span) == "حملة قومية للتطعيم")
    #expect(text.structure?.blocks.count == 1)
  }

  @Test func `whatever the program tells of a layout does no harm`() {
    let layout = Array((Self.page + "<title>x y</title>\n" + Self.torn + Self.torn).utf8)
    let output = Array("\u{202B}سر النهر وقال مصر ية وفريق\u{202C}\n".utf8)
    for seed in Fuzz.seeds(200) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let mutated = generator.mutated(layout)
      let letters = PDFTornWords(mutated).joined(in: output).filter { $0 != 0x20 }
      #expect(letters == output.filter { $0 != 0x20 }, "seed \(seed)")
      #expect(PDFNotes(mutated).emptyPages.count < 10, "seed \(seed)")
    }
  }
}
