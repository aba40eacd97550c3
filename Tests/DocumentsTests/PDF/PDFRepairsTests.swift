import EntityModel
import Testing

@testable import Documents

/// Words that stand over others, and parts of words at the wrong end of a line.
struct PDFRepairsTests {
  private func line(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
  private func text(_ line: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(line))
  }

  private func overprints(_ boxes: [(left: Double, right: Double, word: String)]) -> PDFOverprints {
    let words = boxes.map {
      "<word xMin=\"\($0.left)\" yMin=\"10\" xMax=\"\($0.right)\" yMax=\"22\">\($0.word)</word>\n"
    }
    return PDFOverprints(
      Array(("<page width=\"600\" height=\"800\">\n" + words.joined() + "</page>\n").utf8))
  }

  @Test func `numbers that are printed into the letters beside them are counted`() {
    let found = overprints([(100, 130, "قحتلا"), (124, 140, "71"), (150, 180, "ةملك")])
    #expect(found.count == 1)
    #expect(found.example.contains("التحق"))
  }

  @Test func `letters that reach below those of the word before are not`() {
    #expect(overprints([(100, 130, "ةملك"), (129, 160, "ةملك"), (162, 180, "71")]).count == 0)
    #expect(overprints([(100, 130, "71"), (110, 130, "%")]).count == 0)
  }

  @Test(arguments: [
    ("خة».كلها منسو", "كلها منسوخة»."), ("رسة»وبقي في المد", "وبقي في المدرسة»"),
    ("نكتب كل يوم قالت«س", "«سنكتب كل يوم قالت"),
    // What is right stays.
    ("قال «سنكتب» ومضى", "قال «سنكتب» ومضى"), ("وقف».ثم مضى", "وقف».ثم مضى"),
  ])
  func `the end of a quotation goes back to its end of the line`(_ given: String, _ right: String) {
    #expect(text(PDFTurnedEnds.repaired(line(given), by: .builtIn)) == right)
  }

  /// The first words of the paragraphs of pages, each with the given lines set apart at the top and at the foot.
  private func starts(_ pages: [(head: String?, foot: String?)]) -> [String] {
    var (output, boxes): ([UInt8], [UInt8]) = ([], [])
    for edges in pages {
      var page = PDFWordBoxes()
      if let head = edges.head {
        page.add(head.split(separator: " ").map(String.init), 300, 570, top: 30)
      }
      for row in 0..<9 {
        page.add(
          ["متن", "كلام", "من", "النص", "يملأ", "السطر"], 30, 570, top: 100 + Double(row) * 20)
      }
      if let foot = edges.foot {
        page.add(foot.split(separator: " ").map(String.init), 290, 310, top: 760)
      }
      output += page.plain
      boxes += page.layout
    }
    return PDFPages(output, PDFBoxes(boxes).bands).paragraphs
      .compactMap {
        String(String.UnicodeScalarView($0.words)).split(separator: " ").first.map(String.init)
      }
  }

  @Test func `the number of a single page and the heads of both of two are left out`() {
    #expect(!starts([(nil, "- 7 -")]).contains("-"))
    #expect(!starts([("نشرة المياه", "1"), ("نشرة المياه", "2")]).contains { $0 != "متن" })
    // What stands on one page alone may be a letterhead.
    #expect(starts([("وزارة المياه", nil)]).first == "وزارة")
  }

  @Test(arguments: [
    ("وسُ جلت الإصابات", "وسُجلت الإصابات"), ("يُ رسل الكتاب", "يُرسل الكتاب"),
    ("كتابٌ جديد", "كتابٌ جديد"), ("وعدَ الوزير", "وعدَ الوزير"),
  ])
  func `parts of a word behind a vowel sign are one`(_ given: String, _ right: String) {
    #expect(text(PDFSignGaps.joined(line(given), by: .builtIn)) == right)
  }
}
