import ArabicText
import Foundation
import Testing
import TextLayout

@testable import Interface

/// Lines of the interface's own text in little room.
struct LabelTests {
  @Test(arguments: ["searching …", "a…", "…", "……", "بحث …", ""], 0..<12)
  func `a label that does not fit is cut, ellipsis or not`(text: String, columns: Int) {
    let line = Label.line(
      text, columns: columns, direction: .leftToRight, lettering: Lettering())
    #expect(line.cells.reduce(0) { $0 + $1.columns } <= max(1, columns))
  }

  /// Names of files and how they are seen from the left, letters in their own shapes.
  @Test(
    arguments: [
      ("2023-05-12.txt", "2023-05-12.txt"), ("_x.txt", "_x.txt"), ("(1).txt", "(1).txt"),
      ("-a-.", "-a-."), ("خبر.txt", "ربخ.txt"), ("خبر 1.txt", "ربخ 1.txt"),
      ("خبر-2023-05-12.txt", "ربخ-2023-05-12.txt"), ("12-خبر.txt", "12-ربخ.txt"),
      ("خبر 2023-05-12 عاجل.txt", "لجاع 2023-05-12 ربخ.txt"), ("٢٠٢٣-٠٥.txt", "٢٠٢٣-٠٥.txt"),
      ("خبر ٢٠٢٣-٠٥ عاجل.txt", "لجاع ٢٠٢٣-٠٥ ربخ.txt"),
      ("report.2.tar.gz", "report.2.tar.gz"),
    ], [Direction.leftToRight, .rightToLeft])
  func `the name of a file stands as it is`(
    name: (written: String, seen: String), direction: Direction
  ) {
    let line = Label.line(
      Label.fileName(name.written), columns: 60, direction: direction,
      lettering: Lettering(isVisual: true))
    let seen = line.cells.map(\.text).joined()
    let letters = seen.precomposedStringWithCompatibilityMapping
    #expect(letters.trimmingCharacters(in: .whitespaces) == name.seen)
  }

  @Test(arguments: [5, 40, 200])
  func `a label as long as a book is cut as its beginning is`(columns: Int) {
    func cells(words: Int) -> [Cell] {
      Label.line(
        String(repeating: "كلمة ", count: words), columns: columns, direction: .rightToLeft,
        lettering: Lettering()
      ).cells
    }
    let long = cells(words: 40_000)
    #expect(long.map(\.text) == cells(words: 500).map(\.text))
    #expect(long.reduce(0) { $0 + $1.columns } > columns - 2)
    #expect(long.contains { $0.text == "…" })
  }
}

@Suite struct WholeClauseTests {
  @Test(arguments: [
    (60, "next quotation (of one: its next); more, or less"),
    (40, "next quotation (of one: its next)"), (32, "next quotation"), (14, "next quotation"),
    (13, "next quotation (of one: its next); more, or less"),
    (43, "next quotation (of one: its next); more, …"),
  ])
  func `a text without room is told as far as it says something whole`(
    columns: Int, shown: String
  ) {
    let text = "next quotation (of one: its next); more, or less"
    #expect(text.wholeClauses { $0.count <= columns } == shown)
  }
}
