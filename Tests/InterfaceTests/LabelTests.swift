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
}
