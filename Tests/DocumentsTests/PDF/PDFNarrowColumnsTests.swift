import Testing

@testable import Documents

/// Narrow columns, whose words are set far apart to fill them, and columns that are read from the left.
struct PDFNarrowColumnsTests {
  /// A page made line by line.
  private struct Page {
    var output = ""
    var boxes = "<page width=\"600\" height=\"280\">\n"

    /// Adds lines of the program at `top`: each of `parts`, words of which the first stands at the right.
    mutating func add(_ parts: [[(left: Double, right: Double, word: String)]], top: Double) {
      for part in parts {
        func box(_ left: Double, _ right: Double) -> String {
          "xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + 12)\">"
        }
        let whole = box(part.map(\.left).min() ?? 0, part.map(\.right).max() ?? 0)
        boxes += "<block \(whole)\n<line \(whole)\n"
        for word in part.reversed() {
          boxes += "<word \(box(word.left, word.right))\(word.word)</word>\n"
        }
        output += part.map(\.word).joined(separator: " ") + "\n\n"
      }
    }

    /// Adds words that fill what is between `left` and `right`, equally far apart, each a line of the program where they
    /// are `apart`.
    mutating func fill(
      _ left: Double, _ right: Double, _ words: [String], top: Double, apart: Bool
    ) {
      let widths = words.map { Double($0.count) * 5 }
      let gap = (right - left - widths.reduce(0, +)) / Double(max(1, words.count - 1))
      var place = right
      let placed = zip(words, widths).map { word, width in
        defer { place -= width + gap }
        return (left: place - width, right: place, word: word)
      }
      add(apart ? placed.map { [$0] } : [placed], top: top)
    }

    var paragraphs: [String] {
      let arranged = PDFColumns.arranged(
        Array((output + "\u{0C}").utf8), by: PDFBoxes(Array(boxes.utf8)))
      return PDFPages(arranged).paragraphs.map { String(String.UnicodeScalarView($0.words)) }
    }
  }

  @Test func `cells of one word each are no line of a text`() {
    var page = Page()
    for row in 0..<8 {
      let top = 50 + Double(row * 16)
      page.add(
        [
          [(530, 570, "صنف")], [(400, 420, "\(row)")], [(280, 310, "علبة")], [(30, 60, "وزن")],
        ], top: top)
    }
    #expect(page.paragraphs == (0..<8).map { "صنف | \($0) | علبة | وزن" })
  }

  @Test(arguments: [true, false])
  func `columns are read from the left where the text ends in the right one`(isTurned: Bool) {
    var page = Page()
    let words = ["وبدأ", "العمل", "في", "المصنع", "بعد", "شهر"]
    for row in 0..<12 {
      let top = 50 + Double(row * 16)
      let isLast = row == 7
      if row < 8 {
        let end = isLast ? (isTurned ? "نهاية." : "نهايته") : "سطر"
        page.fill(320, 570, ["1\(row)"] + words + [end], top: top, apart: false)
      }
      page.fill(30, 280, ["2\(row)"] + words + ["وقال"], top: top, apart: false)
    }
    let numbers = page.paragraphs.flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    let (right, left) = ((0..<8).map { 10 + $0 }, (0..<12).map { $0 < 10 ? 20 + $0 : 200 + $0 })
    #expect(numbers == (isTurned ? left + right : right + left))
  }
}

extension PDFColumnsTests {
  @Test func `paragraphs of a column beside a box are whole though the page is wider`() throws {
    let line = "هذا سطر طويل من كلام العمود يملؤه"
    let wide = "وهذا سطر من كلام يملأ عرض الصفحة كله من أولها إلى آخرها بكلمات كثيرة"
    let page = [
      Part(
        words: ["أول " + line, line, line, "نهايته.", "ثان " + line, line, "نهايته."], left: 230,
        right: 570, top: 50),
      Part(
        words: [
          "صندوق قصير فيه كلام", "قليل من أربعة أسطر", "وهو بجانب النص كله", "وله نهاية قريبة منه",
          "وهنا آخره.",
        ], left: 30, right: 215, top: 52),
      Part(
        words: Array(repeating: wide, count: 12) + ["وهنا آخرها."], left: 30, right: 570, top: 200),
    ]
    #expect(
      try read([page]).map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "أول هذا", "ثان هذا", "صندوق قصير", "وهذا سطر",
      ])
  }
}
