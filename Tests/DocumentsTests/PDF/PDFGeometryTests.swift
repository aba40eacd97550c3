import Testing

@testable import Documents

/// Columns are told by what is free between words, whatever the fonts are like.
struct PDFGeometryTests {
  private static let words = ["وبدأ", "العمل", "في", "المصنع", "بعد", "شهر", "سطر"]
  private static let few = ["وبدأ", "العمل", "فيه"]

  /// Adds lines with numbers from `first` on.
  private func fill(
    _ page: inout PDFWordBoxes, _ left: Double, _ right: Double, _ first: Int, _ count: Int,
    top: Double, step: Double = 20, sign: (Int) -> Bool = { _ in false }
  ) {
    for row in 0..<count {
      page.add(
        ["\(first + row)"] + Self.words, left, right, top: top + Double(row) * step, sign: sign(row)
      )
    }
  }

  /// The numbers from each of `starts` on, so many of it.
  private func numbers(_ starts: (first: Int, count: Int)...) -> [Int] {
    starts.flatMap { Array($0.first..<($0.first + $0.count)) }
  }

  @Test func `signs of a higher font on some lines do not hide the columns`() {
    var page = PDFWordBoxes()
    for row in 0..<12 {
      let top = 50 + Double(row) * 22
      page.add(["\(100 + row)"] + Self.words, 320, 570, top: top, sign: row % 3 == 1)
      page.add(["\(200 + row)"] + Self.words, 30, 280, top: top + 2, sign: row % 4 == 2)
    }
    #expect(page.numbers == numbers((100, 12), (200, 12)))
    #expect(page.unsurePages == [])
  }

  @Test func `lines that stand far apart are those of a text and not rows`() {
    var page = PDFWordBoxes()
    for row in 0..<10 {
      let top = 50 + Double(row) * 34
      page.add(["\(100 + row)"] + Self.words, 320, 570, top: top)
      page.add(["\(200 + row)"] + Self.words, 30, 280, top: top)
    }
    #expect(page.numbers == numbers((100, 10), (200, 10)))
  }

  @Test(arguments: [true, false])
  func `a narrow box beside a story is read by itself`(isOnRight: Bool) {
    var page = PDFWordBoxes()
    page.add(["عنوان", "يعلو", "القصة", "والصندوق", "كليهما"], 30, 570, top: 30, size: 24)
    let (story, box) = isOnRight ? ((30.0, 400.0), (450.0, 570.0)) : ((200.0, 570.0), (30.0, 150.0))
    fill(&page, story.0, story.1, 100, 9, top: 80)
    for row in 0..<4 {
      page.add(["\(200 + row)"] + Self.few, box.0, box.1, top: 83 + Double(row) * 26, size: 9)
    }
    fill(&page, 30, 570, 300, 8, top: 300)
    #expect(
      page.numbers
        == (isOnRight
          ? numbers((200, 4), (100, 9), (300, 8)) : numbers((100, 9), (200, 4), (300, 8))))
  }

  @Test func `a box as wide as both columns is read below them`() {
    var page = PDFWordBoxes()
    fill(&page, 320, 570, 100, 8, top: 50)
    fill(&page, 30, 280, 200, 8, top: 50)
    for row in 0..<3 {
      page.add(["\(300 + row)"] + Self.few, 440, 560, top: 240 + Double(row) * 20)
    }
    #expect(page.numbers == numbers((100, 8), (200, 8), (300, 3)))
  }

  @Test func `columns that end at one height but for some lines are read from the right`() {
    var page = PDFWordBoxes()
    fill(&page, 320, 570, 100, 6, top: 50)
    page.add(Self.words + ["نهاية."], 320, 570, top: 170)
    fill(&page, 30, 280, 200, 10, top: 50)
    #expect(page.numbers == numbers((100, 6), (200, 10)))
  }

  @Test func `an order that leaves columns within sentences is told`() {
    var page = PDFWordBoxes()
    // Too few lines for columns, and paragraphs of them side by side.
    for row in 0..<4 {
      page.add(["\(100 + row)"] + Self.words, 320, 570, top: 50 + Double(row) * 14)
      page.add(["\(200 + row)"] + Self.words, 30, 280, top: 54 + Double(row) * 14)
    }
    #expect(page.numbers != numbers((100, 4), (200, 4)))
    #expect(page.unsurePages == [1])
  }
}
