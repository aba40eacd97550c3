import ArabicText
import TestSupport
import Testing
import TextLayout

/// Choices about how letters are drawn.
struct LetteringTests {
  private func cells(_ string: String, _ lettering: Lettering) -> [TextLayout.Cell] {
    let text = DecodedText(string)
    let options = LayoutOptions(width: 20, lettering: lettering)
    return ParagraphLayout(text, text.span, options: options).lines[0].cells
  }

  @Test func `hidden tashkeel is not drawn and belongs to the cell of its letter`() {
    let cells = cells("كُتِبَ", Lettering(showsTashkeel: false))
    #expect(cells.map(\.text) == ["\u{FE90}", "\u{FE98}", "\u{FEDB}"])
    #expect(cells.map { $0.span.utf8Count } == [4, 4, 4])
  }

  @Test func `hamza and madda are letters, and marks of other scripts stay`() {
    let cells = cells("ا\u{653}ى\u{654}e\u{301}", Lettering(showsTashkeel: false))
    #expect(
      cells.map(\.text).joined().unicodeScalars.filter { $0.value < 0x700 }.map(\.value)
        == [0x65, 0x301, 0x654, 0x653])
  }

  @Test func `a shadda between lam and alef does not part them, hidden or not`() {
    for shows in [true, false] {
      #expect(cells("لّا", Lettering(showsTashkeel: shows)).count == 1)
    }
  }

  @Test func `without ligatures lam and alef are two cells that join`() {
    #expect(cells("لا", Lettering(ligates: false)).map(\.text) == ["\u{FE8E}", "\u{FEDF}"])
  }

  @Test func `hiding changes neither the lines nor the source of any cell`() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = DecodedText(RandomText.paragraph(scalars: 80, using: &generator))
      let layouts = [true, false].map { shows in
        ParagraphLayout(
          text, text.span,
          options: LayoutOptions(width: 20, lettering: Lettering(showsTashkeel: shows)))
      }
      let (shown, hidden) = (layouts[0].lines, layouts[1].lines)
      #expect(shown.map(\.span) == hidden.map(\.span), "seed \(seed)")
      #expect(
        shown.map { $0.cells.map(\.span) } == hidden.map { $0.cells.map(\.span) }, "seed \(seed)")
    }
  }
}
