import Testing

@testable import Library

struct RowSetTests {
  @Test func `rows are told from those between them, and written in order`() {
    var rows = RowSet()
    let areNew = [700, 1, 64, 63, 64].map { rows.insert($0) }
    #expect(areNew == [true, true, true, true, false])
    #expect(rows.count == 4)
    #expect((0..<2000).filter(rows.contains) == [1, 63, 64, 700])
    #expect(!rows.contains(-1))
    #expect(rows.written == "[1,63,64,700]")
    #expect(RowSet().written == "[]")
  }
}
