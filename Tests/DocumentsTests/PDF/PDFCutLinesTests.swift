import Testing

@testable import Documents

/// Lines of two columns that the program holds for one, verses, and columns whose lines are short.
struct PDFCutLinesTests {
  /// A page made line by line, each with words of one width from the right.
  private struct Page {
    var output = ""
    var boxes = "<page width=\"600\" height=\"800\">\n"
    /// How wide a word is, and what is free behind it.
    var (word, gap) = (34.0, 6.0)

    /// Adds one line of the program at `top`: words that begin at each of `parts`.
    mutating func add(_ parts: [(right: Double, words: [String])], top: Double) {
      var places: [(left: Double, right: Double, word: String)] = []
      for part in parts {
        for number in part.words.indices {
          let right = part.right - Double(number) * (word + gap)
          places.append((right - word, right, part.words[number]))
        }
      }
      func box(_ left: Double, _ right: Double) -> String {
        "xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + 14)\">"
      }
      let (left, right) = (places.map(\.left).min() ?? 0, places.map(\.right).max() ?? 0)
      boxes += "<block \(box(left, right))\n<line \(box(left, right))\n"
      boxes += places.reversed().map { "<word \(box($0.left, $0.right))\($0.word)</word>\n" }
        .joined()
      output += parts.flatMap(\.words).joined(separator: " ") + "\n\n"
    }

    /// What is read, each number that stands in it.
    var numbers: [Int] { read.split { " \n\u{2029}\u{202B}|".contains($0) }.compactMap { Int($0) } }

    var read: String {
      let arranged = PDFColumns.arranged(
        Array((output + "\u{0C}").utf8), by: PDFBoxes(Array(boxes.utf8)))
      return String(decoding: arranged, as: UTF8.self)
    }
  }

  private func words(_ number: Int, _ count: Int) -> [String] {
    ["\(number)"] + Array(repeating: "كلمة", count: count - 1)
  }

  @Test func `a line that goes through two columns is read as one of each`() {
    var page = Page()
    for row in 0..<8 {
      let top = 50 + Double(row) * 16
      let (right, left) = ((570.0, words(row, 6)), (320.0, words(row + 8, 6)))
      if row == 3 || row == 6 {
        page.add([right, left], top: top)
      } else {
        page.add([right], top: top)
        page.add([left], top: top)
      }
    }
    #expect(page.numbers == Array(0..<16))
  }

  @Test func `columns of which most lines go through both are two`() {
    var page = Page()
    page.add([(570, words(99, 12))], top: 20)
    for row in 0..<8 {
      let top = 50 + Double(row) * 16
      let (right, left) = ((570.0, words(row, 6)), (320.0, words(row + 8, 6)))
      if row == 3 || row == 6 {
        page.add([right], top: top)
        page.add([left], top: top)
      } else {
        page.add([right, left], top: top)
      }
    }
    #expect(page.numbers == [99] + Array(0..<16))
    // The line above them is a paragraph.
    #expect(page.read.contains("\(PDFColumns.boundary)\n0 "))
    #expect(PDFColumns.mayBeNeeded([], PDFBoxes(Array(page.boxes.utf8))))
    // A sign that is a word in one output alone.
    page.output = page.output.replacing("\n4 كلمة", with: "\n\u{202B}4 « كلمة")
    #expect(page.numbers == [99] + Array(0..<16))
    #expect(page.read.contains("\n\u{202B}12 كلمة"))
  }

  @Test func `lines through columns that are near each other are parted where spaces are narrow`() {
    var page = Page()
    page.gap = 3
    for row in 0..<12 {
      let (right, left) = ((520.0, words(row, 6)), (291.0, words(row + 12, 6)))
      let top = 50 + Double(row) * 14
      if row % 3 == 2 {
        page.add([right], top: top)
        page.add([left], top: top + 5)
      } else {
        page.add([right, left], top: top)
      }
    }
    #expect(page.numbers == Array(0..<24))
  }

  @Test func `three columns whose paragraphs end with short lines are none of a table`() {
    var page = Page()
    page.word = 24
    for row in 0..<12 {
      for column in 0..<3 {
        let isLast = row % 2 == 1 && row < 11
        let top = 50 + Double(row) * 16 + Double(column) * 5
        let words = words(row + 12 * column, isLast ? 1 : 5)
        page.add([(595 - Double(column) * 200, words)], top: top)
      }
    }
    #expect(page.numbers == Array(0..<36))
  }

  @Test func `a box beside a text is read behind it though a heading follows below the box`() {
    var page = Page()
    for row in 0..<16 {
      page.add([(570, words(row, 8))], top: 50 + Double(row) * 16 + (row < 9 ? 0 : 30))
    }
    for row in 0..<6 { page.add([(200, words(row + 20, 4))], top: 53 + Double(row) * 16) }
    page.boxes += """
      <block xMin="480" yMin="198" xMax="570" yMax="222">
      <line xMin="480" yMin="198" xMax="570" yMax="222">
      <word xMin="480" yMin="198" xMax="570" yMax="222">ك</word>

      """
    page.output += "99\n\n"
    #expect(page.numbers == Array(0..<9) + [99] + Array(9..<16) + Array(20..<26))
  }

  @Test func `verses are read row by row`() {
    var page = Page()
    for row in 0..<6 {
      let top = 50 + Double(row) * 20
      page.add([(570, words(2 * row, 4))], top: top)
      page.add([(280, words(2 * row + 1, 4 - row % 2))], top: top)
    }
    #expect(page.numbers == Array(0..<12))
  }

  @Test func `only what is set apart from the text is a head or a foot`() {
    var page = Page()
    page.add([(570, words(0, 3))], top: 20)
    for row in 0..<44 { page.add([(570, words(row, 10))], top: 60 + Double(row) * 16) }
    let bands = PDFBoxes(Array(page.boxes.utf8)).bands
    #expect(bands == [PDFHeads.Bands(head: 1, foot: 0)])
  }
}
