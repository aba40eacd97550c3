import ArabicText
import TestSupport
import TextLayout
import Testing

@testable import Reader

/// Of a long note only what is near its cursor is laid out.
struct NoteLayoutTests {
  private func layout(_ note: String, _ place: TextOffset, room: Int) -> NoteLayout {
    NoteLayout(note, cursor: place, columns: 30, room: room, lettering: Lettering())
  }

  @Test(arguments: 0..<30)
  func `what is laid out stands as in the whole note`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<12).map { _ in
      RandomText.paragraph(scalars: Int.random(in: 0...120, using: &random), using: &random)
        .replacing("\r", with: "")
    }
    let note = lines.joined(separator: "\n") + (seed.isMultiple(of: 3) ? "\n" : "")
    let text = DecodedText(note)
    for _ in 0..<10 {
      let place = text.scalarBoundary(
        atOrBefore: TextOffset(Int.random(in: 0...text.utf8Count, using: &random)))
      let room = Int.random(in: 1...8, using: &random)
      let whole = layout(note, place, room: .max / 2)
      let part = layout(note, place, room: room)
      let above = whole.cursor.row - part.cursor.row
      #expect(part.lines == Array(whole.lines[above..<above + part.lines.count]))
      #expect(part.cursor.column == whole.cursor.column)
      #expect(part.direction == whole.direction)
      #expect(part.cursor.row >= min(room, whole.cursor.row))
      let below = whole.lines.count - whole.cursor.row - 1
      #expect(part.lines.count - part.cursor.row - 1 >= min(room, below))
    }
  }

  @Test(arguments: ["", "\n", "س", "س\n", "سطر\n\n"])
  func `a cursor at the end of a note has a line`(note: String) {
    let layout = layout(note, TextOffset(note.utf8.count), room: 3)
    #expect(layout.cursor.row == layout.lines.count - 1)
    #expect(
      layout.lines.count == note.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test(arguments: ["سطر قصير\n", "كلمة ", "ك"])
  func `of 200 kB no more is laid out than is shown, by paragraphs`(unit: String) {
    let note = String(repeating: unit, count: 200_000 / unit.utf8.count)
    let text = DecodedText(note)
    for place in [TextOffset.zero, text.scalarBoundary(atOrBefore: TextOffset(100_001)), text.end] {
      let lines = layout(note, place, room: 10).lines
      let laid = (lines.last?.span.upper ?? .zero) - (lines.first?.span.lower ?? .zero)
      #expect(laid <= 3 * Paragraph.longestPiece)
      #expect(lines.count >= 11)
    }
  }
}
