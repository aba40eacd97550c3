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
