import ArabicText
import CInterfaceData
import TestSupport
import Testing
import TextLayout

/// Full lines that end at both margins.
struct JustificationTests {
  private func layout(
    _ string: String, width: Int, justifies: Bool = true, lettering: Lettering = Lettering()
  ) -> [Line] {
    let text = DecodedText(string)
    let options = LayoutOptions(width: width, lettering: lettering, justifies: justifies)
    return ParagraphLayout(text, text.span, options: options).lines
  }

  /// The line from its right, kashidas and blanks as they are drawn, letters as in the text.
  private func reading(_ line: Line, of string: String) -> String {
    let text = DecodedText(string)
    return line.cells.reversed().filter { $0.columns > 0 }.map { cell in
      switch cell.kind {
      case .kashida: cell.text
      case .space: String(repeating: " ", count: cell.columns)
      default: text.string(in: cell.span)
      }
    }.joined()
  }

  private var article: [String] {
    let data = rawi_sample_article()
    let text = DecodedText(copying: UnsafeBufferPointer(start: data.bytes, count: data.count))
    return text.paragraphs(in: text.span).map { text.string(in: $0.content) }
  }

  @Test(arguments: [
    // A seen comes before all, then ta marbuta, ha and dal, then alef, tah, lam and kaf.
    ("مستقر", 1, "مسـتقر"), ("المدرسة", 1, "المدرسـة"), ("الحديقة", 1, "الحديقـة"),
    ("الكتاب", 1, "الكتـاب"), ("تقريب", 1, "تقريـب"), ("الصحيفة", 1, "الصـحيفة"),
    ("البريد", 1, "البريـد"), ("خبر", 1, "خـبر"), ("مرفوع", 1, "مرفـوع"),
    // The text's own tatweel comes first, and the later of two places of one rule.
    ("كـتابة", 1, "كــتابة"), ("رسائل", 1, "رسـائل"), ("مسؤولين", 1, "مسـؤولين"),
  ])
  func `a word is stretched where the rules say`(word: String, slack: Int, expected: String) {
    // Two lines: the first is full and has one word.
    let string = word + " " + String(repeating: "ب", count: word.unicodeScalars.count + slack)
    let first = layout(string, width: word.unicodeScalars.count + slack)[0]
    #expect(reading(first, of: string) == expected)
  }

  @Test(arguments: ["من", "في", "دار", "وزارة", "لا", "سلام", "news", "شئ"])
  func `what has no good place is not stretched`(word: String) {
    let string = word + " " + String(repeating: "ب", count: 12)
    let lines = layout(string, width: 12)
    if word != "سلام" { #expect(!lines[0].cells.contains { $0.kind == .kashida }) }
  }

  @Test(arguments: [
    "الذي", "لدينا", "والدار", "بالمدرسة", "للمدير", "كالحديد", "«الحديد»", "الرئيس", "لمن",
  ])
  func `no kashida stands in the article or in what is written to a word`(word: String) {
    let string = word + " " + String(repeating: "ب", count: 14)
    let text = reading(layout(string, width: word.unicodeScalars.count + 2)[0], of: string)
    let letters = text.drop { "«ا".contains($0) }
    let prefix = letters.prefix { "وبكلا".contains($0) }
    #expect(letters.dropFirst(prefix.count).first != "ـ", "\(text)")
  }

  @Test func `the best places of a line are taken, not the first`() {
    let string = "قلم كبير مستقر غريب جميل " + String(repeating: "ب", count: 25)
    #expect(reading(layout(string, width: 25)[0], of: string) == "قلم كبير مسـتقر غريب جميل")
  }

  @Test func `no space is double beside a kashida that can be longer`() {
    let string = "قلم كبير مستقر غريب جميل " + String(repeating: "ب", count: 26)
    #expect(reading(layout(string, width: 26)[0], of: string) == "قلم كبير مســتقر غريب جميل")
  }

  @Test func `a kashida never parts lam from alef`() {
    for ligates in [true, false] {
      for word in ["السلام", "بلاغ", "الأسلاك", "صلاحيات"] {
        let string = "\(word) \(word) " + String(repeating: "ب", count: 30)
        for line in layout(string, width: 17, lettering: Lettering(ligates: ligates)) {
          let text = reading(line, of: string)
          for broken in ["لـا", "لـأ"] { #expect(!text.contains(broken), "\(text)") }
        }
      }
    }
  }

  @Test(arguments: [20, 33, 48, 64, 80])
  func `full lines fill the width, the last one stays`(width: Int) {
    var stretched = 0
    for paragraph in article {
      let ragged = layout(paragraph, width: width, justifies: false)
      let lines = layout(paragraph, width: width)
      #expect(lines.count == ragged.count)
      #expect(lines.last == ragged.last)
      for (line, before) in zip(lines, ragged).dropLast() {
        let columns = line.cells.reduce(0) { $0 + $1.columns }
        let slack = width - before.cells.reduce(0) { $0 + $1.columns }
        let gaps = reading(before, of: paragraph).split(separator: " ").count - 1
        #expect(columns == width || slack > gaps * 2, "\(reading(line, of: paragraph))")
        if columns == width { stretched += 1 }
      }
    }
    #expect(stretched > 10)
  }

  @Test(arguments: [24, 40, 61, 90])
  func `kashidas are few: two a line at most, none in neighbouring words`(width: Int) {
    for paragraph in article {
      for line in layout(paragraph, width: width).dropLast() {
        let words = reading(line, of: paragraph).split(separator: " ")
        // The article has no tatweel of its own.
        let stretched = words.map { $0.contains("ـ") }
        for (one, next) in zip(stretched, stretched.dropFirst()) { #expect(!(one && next)) }
        #expect(stretched.count(where: { $0 }) <= (words.count < 8 ? 1 : 2))
        for word in words {
          let runs = word.split(separator: "ـ", omittingEmptySubsequences: true)
          #expect(runs.count <= 2, "\(word)")
        }
      }
    }
  }

  @Test func `without the kashidas and blanks the line is the ragged one`() {
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 0...200, using: &generator)
      let string = RandomText.paragraph(scalars: count, using: &generator)
      let width = Int.random(in: 1...40, using: &generator)
      let lettering = Lettering(
        isVisual: Bool.random(using: &generator), ligates: Bool.random(using: &generator))
      let ragged = layout(string, width: width, justifies: false, lettering: lettering)
      let lines = layout(string, width: width, lettering: lettering)
      #expect(lines.map(\.span) == ragged.map(\.span), "seed \(seed)")
      for (line, plain) in zip(lines, ragged) {
        let kept = line.cells.filter { $0.kind != .kashida }
        #expect(kept.map(\.span) == plain.cells.map(\.span), "seed \(seed)")
        #expect(kept.map(\.glyph) == plain.cells.map(\.glyph), "seed \(seed)")
        let grown = zip(kept, plain.cells).filter { $0.columns != $1.columns }
        #expect(grown.allSatisfy { $0.0.kind == .space }, "seed \(seed)")
        #expect(line.cells.reduce(0) { $0 + $1.columns } <= width, "seed \(seed)")
        for (left, right) in zip(line.cells, line.cells.dropFirst()) {
          #expect(left.column + left.columns == right.column, "seed \(seed)")
        }
      }
    }
  }

  @Test func `a kashida is the place between two letters`() throws {
    let string = "المدرسة " + String(repeating: "ب", count: 9)
    let line = layout(string, width: 8)[0]
    let kashida = try #require(line.cells.first { $0.kind == .kashida })
    let seen = TextOffset("المدرس".utf8.count)
    #expect(kashida.span == TextSpan(seen, seen))
    #expect(line.offset(at: kashida.column) == seen)
    // It is marked with what stands on both sides, not with one of them.
    #expect(kashida.shows(TextSpan(.zero, seen + 2)))
    #expect(!kashida.shows(TextSpan(.zero, seen)))
    #expect(!kashida.shows(TextSpan(seen, seen + 2)))
  }

  @Test func `rows with kashidas pass a terminal that reorders`() {
    for paragraph in article {
      for line in layout(paragraph, width: 50) {
        let row = line.cells.filter { $0.columns > 0 }.flatMap { cell in
          cell.kind == .space ? Array(repeating: " ", count: cell.columns) : [cell.text]
        }
        #expect(InverseBidi(row: row).isExact)
      }
    }
  }

  @Test func `a line with a tab and a line that would be torn stay ragged`() {
    for string in [
      "عنوان\tآخر " + String(repeating: "ب", count: 20), "أ ب " + String(repeating: "ت", count: 30),
    ] {
      #expect(layout(string, width: 30)[0] == layout(string, width: 30, justifies: false)[0])
    }
  }
}
