import ArabicText
import TestSupport
import Testing
import TextLayout

/// Layout of any bytes in any mode at any width.
struct LayoutFuzzTests {
  private func text(_ generator: inout SeededGenerator) -> DecodedText {
    let count = Int.random(in: 0...160, using: &generator)
    return switch Int.random(in: 0..<4, using: &generator) {
    case 0: DecodedText(copying: RandomText.bytes(count, using: &generator))
    case 1: DecodedText(copying: generator.bytes(count))
    case 2:
      DecodedText(
        copying: generator.mutated(
          Array(RandomText.paragraph(scalars: count, using: &generator).utf8)))
    default: DecodedText(RandomText.paragraph(scalars: count, using: &generator))
    }
  }

  private func options(_ generator: inout SeededGenerator) -> LayoutOptions {
    let directions: [Direction?] = [nil, .rightToLeft, .leftToRight]
    return LayoutOptions(
      width: Int.random(in: 1...60, using: &generator),
      direction: directions.randomElement(using: &generator) ?? nil,
      fallback: Bool.random(using: &generator) ? .rightToLeft : .leftToRight,
      lettering: Lettering(
        isVisual: Bool.random(using: &generator), showsTashkeel: Bool.random(using: &generator),
        ligates: Bool.random(using: &generator)),
      tabStop: Int.random(in: 1...9, using: &generator),
      justifies: Bool.random(using: &generator))
  }

  @Test func `whatever the text, lines fit and nothing in them steers a terminal`() {
    for seed in Fuzz.seeds(1500) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = text(&generator)
      let options = options(&generator)
      let layout = ParagraphLayout(text, text.span, options: options)
      #expect(layout.lines.first?.span.lower == .zero && layout.lines.last?.span.upper == text.end)
      for line in layout.lines {
        var column = line.cells.first?.column.value ?? 0
        #expect(column >= 0, "seed \(seed)")
        for cell in line.cells {
          #expect(cell.column.value == column, "seed \(seed)")
          column += cell.columns
          #expect(text.span.contains(cell.span), "seed \(seed)")
          for scalar in cell.text.unicodeScalars
          where steers(scalar) && !(isAyahSign(scalar) && !options.lettering.isVisual) {
            Issue.record("seed \(seed): U+\(String(scalar.value, radix: 16))")
          }
        }
        #expect(column <= options.width, "seed \(seed)")
        for place in -1...options.width + 1 {
          let offset = line.offset(at: Column(place))
          #expect(.zero <= offset && offset <= text.end, "seed \(seed)")
        }
      }
    }
  }

  /// Signs with a shape, of which terminals disagree; in logical order the last gate replaces them.
  private func isAyahSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{6DD}" || scalar == "\u{8E2}"
  }

  private func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  @Test func `a hundred thousand marks on one letter are one cell`() {
    let text = DecodedText("ب" + String(repeating: "\u{64E}", count: 100_000) + " ت")
    for justifies in [false, true] {
      let layout = ParagraphLayout(
        text, text.span, options: LayoutOptions(width: 10, justifies: justifies))
      #expect(layout.lines.count == 1)
      #expect(layout.lines[0].cells.count == 3)
      #expect(layout.lines[0].cells.last?.text.unicodeScalars.count == 7)
    }
  }

  @Test func `a paragraph of ten megabytes is laid out piece by piece`() {
    let word = Array("كلمة ".utf8)
    let text = DecodedText(copying: Array(repeating: word, count: 10_000_000 / word.count).joined())
    var pieces = 0
    for paragraph in text.paragraphs(in: text.span) {
      #expect(paragraph.content.utf8Count <= Paragraph.longestPiece)
      pieces += 1
    }
    #expect(pieces > 300)
    let last = text.paragraph(at: text.end)
    let layout = ParagraphLayout(text, last, options: LayoutOptions(width: 80, justifies: true))
    #expect(layout.lines.last?.span.upper == text.end)
  }
}
