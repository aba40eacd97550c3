import ArabicText
import TestSupport
import Testing

@testable import Documents

/// Pages with columns are read column by column, and tables row by row.
struct PDFColumnsTests {
  /// A block of `words`, a line each, from `left` to `right`, and what the program says of it.
  struct Part {
    var words: [String]
    var left, right, top: Double
    var size = 14.0

    var text: String { words.map { $0 + "\n" }.joined() + "\n" }

    var boxes: String {
      func box(_ top: Double, _ bottom: Double) -> String {
        "xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(bottom)\""
      }
      let lines = words.indices.map {
        "        <line \(box(top + Double($0) * size, top + Double($0 + 1) * size))>\n"
      }
      return "      <block \(box(top, top + Double(words.count) * size))>\n" + lines.joined()
    }
  }

  func read(_ pages: [[Part]]) throws -> [String] {
    let output = pages.map { $0.map(\.text).joined() + "\u{0C}" }.joined()
    let boxes = pages.map { "  <page width=\"600\" height=\"800\">\n" + $0.map(\.boxes).joined() }
    let arranged = PDFColumns.arranged(
      Array(output.utf8), by: PDFBoxes(Array(boxes.joined().utf8)))
    return PDFPages(arranged).paragraphs.map { String(String.UnicodeScalarView($0.words)) }
  }

  /// Paragraphs of three lines of which the last ends a sentence.
  private func paragraph(_ name: String, _ left: Double, _ right: Double, top: Double) -> Part {
    let line = "هذا سطر طويل من كلام الفقرة يملأ العمود"
    return Part(
      words: ["\(name) \(line)", line, "وهنا نهايتها."], left: left, right: right, top: top)
  }

  private func starts(_ paragraphs: [String]) -> [String] {
    paragraphs.map { String($0.prefix { $0 != " " }) }
  }

  @Test func `the right column is read before the left one, and what goes across where it stands`()
    throws
  {
    let headline = Part(
      words: ["عنوان يعلو العمودين كليهما"], left: 30, right: 570, top: 20, size: 30)
    let across = Part(words: ["فاصل بين القسمين في وسط الصفحة."], left: 30, right: 570, top: 400)
    var page = [headline]
    for (index, names) in [["أول", "رابع"], ["ثان", "خامس"], ["ثالث", "سادس"]].enumerated() {
      let top = 100 + Double(index) * 80
      page.append(paragraph(names[0], 310, 570, top: top))
      page.append(paragraph(names[1], 30, 290, top: top + 3))
    }
    page.append(across)
    for (index, names) in [["سابع", "تاسع"], ["ثامن", "عاشر"]].enumerated() {
      let top = 450 + Double(index) * 80
      page.append(paragraph(names[0], 310, 570, top: top))
      page.append(paragraph(names[1], 30, 290, top: top + 3))
    }
    #expect(
      starts(try read([page])) == [
        "عنوان", "أول", "ثان", "ثالث", "رابع", "خامس", "سادس", "فاصل", "سابع", "ثامن", "تاسع",
        "عاشر",
      ])
  }

  @Test func `three columns are read from the right`() throws {
    var page: [Part] = []
    for row in 0..<3 {
      for (column, left) in [410.0, 220, 30].enumerated() {
        let top = 50 + Double(row * 60 + column)
        page.append(paragraph("\(column).\(row)", left, left + 170, top: top))
      }
    }
    #expect(
      starts(try read([page])) == ["0.0", "0.1", "0.2", "1.0", "1.1", "1.2", "2.0", "2.1", "2.2"])
  }

  /// A part of the right column where `index` is even, else of the left one beside it.
  func cell(_ index: Int, _ words: [String]) -> Part {
    let isRight = index % 2 == 0
    let top = 50 + Double(index / 2) * 60
    return Part(
      words: words, left: isRight ? 310 : 30, right: isRight ? 570 : 290, top: top)
  }

  @Test func `of Latin letters the left column comes first`() throws {
    let line = "a line of many words that fills the column"
    let page = (0..<6).map { cell($0, ["\($0) \(line)", line, "the end."]) }
    #expect(starts(try read([page])) == ["1", "3", "5", "0", "2", "4"])
  }

  @Test func `columns of which each line is a block of its own are read one by one`() throws {
    let long = "سطر من كلام العمود الذي يملؤه كله"
    let page = (0..<16).map { index -> Part in
      var part = cell(index, ["\(index) \(long)"])
      // The lines of both columns stand on the same base, and a last line of a paragraph is short.
      part.top = 50 + Double(index / 2) * 16
      if index % 6 == 4 { part.left += 120 }
      return part
    }
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(
      numbers == Array(stride(from: 0, to: 16, by: 2)) + Array(stride(from: 1, to: 16, by: 2)))
  }

  /// Six lines in each of two columns.
  var columns: [Part] {
    (0..<12).map { index in
      var part = cell(index, ["\(index) سطر من كلام العمود الذي يملؤه كله"])
      part.top = 50 + Double(index / 2) * 16
      return part
    }
  }

  @Test func `a heading at the foot of a column is read before the next column`() throws {
    var page = columns
    page.append(Part(words: ["99 عنوان"], left: 480, right: 570, top: 160, size: 22))
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(numbers == [0, 2, 4, 6, 8, 10, 99, 1, 3, 5, 7, 9, 11])
  }

  @Test func `a note below both columns is read behind them`() throws {
    var page = columns
    page.append(Part(words: ["99 حاشية"], left: 400, right: 570, top: 700, size: 9))
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(numbers == [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11, 99])
  }

  @Test func `a running head over the left column is none of its text`() throws {
    let pages = (0..<3).map { number -> [Part] in
      var page = columns
      for index in page.indices {
        page[index].words = page[index].words.map { "\(number)" + $0 }
        page[index].top += 60
      }
      let head = Part(words: ["نشرة المصرف"], left: 30, right: 110, top: 40)
      let foot = Part(words: ["- \(number + 7) -"], left: 30, right: 60, top: 740)
      return [head] + page + [foot]
    }
    let text = try read(pages).joined(separator: " ")
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    let order = [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]
    #expect(numbers == (0..<3).flatMap { page in order.map { Int("\(page)\($0)") ?? -1 } })
    #expect(!text.contains("نشرة"))
  }

  @Test func `of two texts side by side each is read with its own headline`() throws {
    let line = "سطر من كلام العمود"
    func column(_ name: Int, _ left: Double, _ count: Int) -> Part {
      Part(
        words: (0..<count).map { "\(name)\($0) \(line)" }, left: left, right: left + 125, top: 100)
    }
    let page = [
      Part(words: ["1 عنوان الأول"], left: 310, right: 570, top: 50, size: 24),
      column(2, 445, 14), column(3, 310, 14),
      Part(words: ["4 عنوان الثاني"], left: 30, right: 285, top: 50, size: 24),
      column(5, 165, 6), column(6, 30, 6),
    ]
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    let columns = [(2, 14), (3, 14), (5, 6), (6, 6)].map { name, count in
      (0..<count).map { Int("\(name)\($0)") ?? 0 }
    }
    #expect(numbers == [1] + columns[0] + columns[1] + [4] + columns[2] + columns[3])
  }

  @Test func `letters of another size begin a paragraph`() throws {
    let long = "عنوان طويل يملأ السطر كله من أوله إلى آخره بلا نقطة"
    let page = [
      Part(words: [long], left: 30, right: 570, top: 20, size: 28),
      Part(words: [long, long, "ثم ينتهي."], left: 30, right: 570, top: 60),
      Part(words: ["فقرة بعدها."], left: 30, right: 570, top: 140),
    ]
    #expect(try read([page]).count == 3)
  }

  @Test func `whatever the boxes are, each line is kept`() throws {
    for seed in Fuzz.seeds(200) {
      var generator = SeededGenerator(seed: UInt64(seed))
      var page: [Part] = []
      for index in 0..<Int.random(in: 0...12, using: &generator) {
        let left = Double.random(in: 0...500, using: &generator)
        let width = Double.random(in: 0...300, using: &generator)
        let count = Int.random(in: 0...3, using: &generator)
        let words: [String] = (0...count).map { "\(index)w\($0)" }
        let top = Double.random(in: 0...700, using: &generator)
        page.append(Part(words: words, left: left, right: left + width, top: top))
      }
      let output = Array((page.map(\.text).joined() + "\u{0C}").utf8)
      var boxes = Array(("<page >\n" + page.map(\.boxes).joined()).utf8)
      if seed % 2 == 0 { boxes = generator.mutated(boxes) }
      let arranged = PDFColumns.arranged(output, by: PDFBoxes(boxes))
      // Those of a row of a table are one.
      func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split { " |\n\u{0C}\u{2029}\u{2063}".contains($0) }
          .map(String.init).sorted()
      }
      #expect(lines(arranged) == lines(output), "seed \(seed)")
    }
  }
}
