import Annotations
import ArabicText
import Screen
import Testing

@testable import Reader

/// Tags that are typed, or picked from those in use.
struct TagPickerTests {
  /// A reader whose article has the tags نقل (twice), جسور كبيرة and سياسة, asked for those of a third passage.
  private func asked(columns: Int = 84, rows: Int = 14) throws -> NotesFixture {
    let reader = try NotesFixture(columns: columns, rows: rows)
    try reader.press("]tنقل، جسور كبيرة")
    try reader.press(.enter)
    try reader.press("]tنقل، سياسة")
    try reader.press(.enter)
    try reader.press("]t")
    return reader
  }

  private func line(_ reader: NotesFixture) -> String? {
    reader.state.modes.first(TagPicker.self)?.text
  }

  private func rows(_ reader: NotesFixture) -> [String] {
    let screen = screen(of: reader.state)
    return (0..<reader.state.arrangement.status.row).map {
      Rendering.letters(screen.text(ofRow: $0))
    }
  }

  @Test func `the tags in use are listed above the line with how often they are used`() throws {
    let reader = try asked()
    let listed = rows(reader).suffix(3)
    #expect(listed.map { $0.split(separator: " ").first } == ["نقل", "جسور", "سياسة"])
    #expect(listed.map(\.last) == ["2", "1", "1"])
    #expect(reader.reader.status.hasSuffix("3 tags"))
  }

  @Test func `the list grows shorter as one types, however it is spelled`() throws {
    let reader = try asked()
    try reader.press("كبيره")
    #expect(reader.reader.status.hasSuffix("1 tag"))
    #expect(try #require(rows(reader).last).contains("جسور كبيرة"))
    try reader.press("ق")
    #expect(try #require(rows(reader).last).contains("a new tag"))
  }

  @Test func `arrows take a tag into the line, which is what is stored`() throws {
    let reader = try asked()
    try reader.press(.down, .down)
    #expect(line(reader) == "جسور كبيرة")
    // Between last and first comes what was typed.
    try reader.press(.up, .up)
    #expect(line(reader) == "")
    try reader.press(.up)
    try reader.press("، نق")
    try reader.press(.tab, .enter)
    #expect(reader.notes.last?.tags == ["سياسة", "نقل"])
  }

  @Test func `a tag that the line has is not offered again`() throws {
    let reader = try asked()
    try reader.press("نقل، ")
    #expect(reader.reader.status.hasSuffix("2 tags"))
  }

  @Test func `a click takes a tag, behind which another may follow`() throws {
    for height in [8, 14, 30] {
      let reader = try asked(rows: height)
      let last = reader.state.arrangement.status.row - 1
      reader.reader.send(.mouse(MouseEvent(.press, at: ScreenPoint(column: 5, row: last))))
      #expect(line(reader) == "سياسة، ", "\(height)")
      reader.reader.send(.mouse(MouseEvent(.press, at: ScreenPoint(column: 5, row: last))))
      try reader.press(.enter)
      #expect(reader.notes.last?.tags == ["سياسة", "جسور كبيرة"], "\(height)")
    }
  }

  @Test func `where there are no tags yet it is said what to do`() throws {
    let reader = try NotesFixture()
    try reader.press("]t")
    #expect(try #require(rows(reader).last).contains("type a tag"))
    try reader.press(.down, .tab, .up)
    try reader.press("جسر")
    try reader.press(.enter)
    #expect(reader.notes.map(\.tags) == [["جسر"]])
  }
}
