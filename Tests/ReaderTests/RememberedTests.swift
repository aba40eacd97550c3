import Interface
import Screen
import Synchronization
import TextLayout
import Testing

@testable import Reader

/// What is made once, for as long as what it depends on stays the same.
struct RememberedTests {
  @Test func `a value is made once for each key in turn`() {
    let remembered = Remembered<Int, String>()
    var made: [Int] = []
    for key in [1, 1, 1, 2, 2, 1] {
      let value = remembered.value(of: key) {
        made.append(key)
        return String(key)
      }
      #expect(value == String(key))
    }
    #expect(made == [1, 2, 1])
  }

  @Test func `help follows the size and the search, though it remembers its lines`() {
    var reader = ReaderFixture(columns: 100, rows: 20)
    reader.press("?")
    let wide = screen(of: reader.state)
    reader.send(.resize(Size(columns: 40, rows: 20)))
    let narrow = screen(of: reader.state)
    reader.send(.resize(Size(columns: 100, rows: 20)))
    #expect(screen(of: reader.state) == wide && narrow != wide)
    reader.press("/undo")
    #expect(screen(of: reader.state) != wide)
    reader.press(.escape)
    #expect(screen(of: reader.state) == wide)
  }

  @Test func `a look-up shows its answer in place of the wait for it`() {
    var reader = ReaderFixture(columns: 60, rows: 20)
    reader.press("pK")
    let waiting = screen(of: reader.state)
    reader.send(.lookedUp(.found("ليلة"), of: "ليلى الحداد"))
    #expect(screen(of: reader.state) != waiting)
  }
}
