import ArabicText
import TestSupport
import Testing
import TextLayout

/// What must hold for any text whatever.
struct LayoutPropertyTests {
  private static let cases = 0..<400

  private func layout(_ seed: Int) -> (DecodedText, ParagraphLayout, LayoutOptions) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...120, using: &generator)
    let text = DecodedText(RandomText.paragraph(scalars: count, using: &generator))
    let options = LayoutOptions(
      width: Int.random(in: 1...40, using: &generator),
      direction: [nil, .rightToLeft, .leftToRight].randomElement(using: &generator) ?? nil,
      hang: Int.random(in: 0...6, using: &generator))
    return (text, ParagraphLayout(text, text.span, options: options), options)
  }

  @Test func `no line is wider than the width`() {
    for seed in Self.cases {
      let (_, layout, options) = layout(seed)
      for line in layout.lines {
        #expect(line.cells.reduce(0) { $0 + $1.columns } <= options.width, "seed \(seed)")
        #expect(line.cells.allSatisfy { $0.column.value >= 0 }, "seed \(seed)")
        #expect(
          line.cells.allSatisfy { $0.column.value + $0.columns <= options.width }, "seed \(seed)")
      }
    }
  }

  @Test func `cells lie side by side from left to right`() {
    for seed in Self.cases {
      for line in layout(seed).1.lines {
        for (left, right) in zip(line.cells, line.cells.dropFirst()) {
          #expect(left.column + left.columns == right.column, "seed \(seed)")
        }
      }
    }
  }

  @Test func `cells cover the paragraph less its controls, once`() {
    for seed in Self.cases {
      let (text, layout, _) = layout(seed)
      var covered = [Int](repeating: 0, count: text.utf8Count)
      for cell in layout.lines.flatMap(\.cells) {
        for byte in cell.span.utf8 { covered[byte] += 1 }
      }
      for scalar in text.scalars(in: text.span) {
        let isDrawn = covered[scalar.offset.utf8] == 1
        let properties = ScalarProperties(scalar.value)
        let mayBeLeftOut = properties.isHidden || [0xB, 0xC, 0xD, 0x85].contains(scalar.value)
        #expect(isDrawn || mayBeLeftOut && covered[scalar.offset.utf8] == 0, "seed \(seed)")
      }
    }
  }

  @Test func `lines follow one another without gap or overlap`() {
    for seed in Self.cases {
      let (text, layout, _) = layout(seed)
      #expect(layout.lines.first?.span.lower == .zero, "seed \(seed)")
      #expect(layout.lines.last?.span.upper == text.end, "seed \(seed)")
      for (line, next) in zip(layout.lines, layout.lines.dropFirst()) {
        #expect(line.span.upper == next.span.lower, "seed \(seed)")
      }
      for line in layout.lines {
        #expect(line.cells.allSatisfy { line.span.contains($0.span) }, "seed \(seed)")
      }
    }
  }

  @Test func `a position leads to its cell and back to its cluster`() {
    for seed in Self.cases {
      let (text, layout, _) = layout(seed)
      for line in layout.lines {
        for cell in line.cells where !cell.span.isEmpty {
          #expect(line.cell(at: cell.span.lower) == cell, "seed \(seed)")
          for scalar in text.scalars(in: cell.span) {
            #expect(line.cell(at: scalar.offset) == cell, "seed \(seed)")
          }
          if cell.columns > 0 { #expect(line.offset(at: cell.column) == cell.span.lower) }
        }
      }
    }
  }

  @Test func `the runs of a span hold the cells of the span`() {
    for seed in Self.cases {
      let (text, layout, _) = layout(seed)
      var generator = SeededGenerator(seed: UInt64(seed) + 10_000)
      let offsets = text.scalars(in: text.span).map(\.offset) + [text.end]
      guard let one = offsets.randomElement(using: &generator),
        let other = offsets.randomElement(using: &generator)
      else { continue }
      let span = TextSpan(min(one, other), max(one, other))
      for line in layout.lines {
        let runs = line.runs(of: span)
        for cell in line.cells where cell.columns > 0 && !cell.span.isEmpty {
          let isInRun = runs.contains { $0.contains(cell.column) }
          #expect(isInRun == cell.span.overlaps(span), "seed \(seed)")
        }
      }
    }
  }

  @Test func `no cell holds a control, a joiner or an eighth scalar`() {
    for seed in Self.cases {
      for cell in layout(seed).1.lines.flatMap(\.cells) {
        #expect(cell.text.unicodeScalars.count <= 7, "seed \(seed)")
        for scalar in cell.text.unicodeScalars {
          let properties = ScalarProperties(scalar.value)
          #expect(!properties.isHidden && properties.scalarClass != .control, "seed \(seed)")
        }
      }
    }
  }

  @Test func `ill-formed bytes are laid out as replacement signs`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let text = DecodedText(copying: RandomText.bytes(80, using: &generator))
      let layout = ParagraphLayout(text, text.span, options: LayoutOptions(width: 20))
      #expect(layout.lines.last?.span.upper == text.end)
    }
  }

  @Test func `a hundred thousand marks stay in the cell of their letter`() {
    let text = DecodedText("ب" + String(repeating: "\u{64E}", count: 100_000) + " ج")
    let layout = ParagraphLayout(text, text.span, options: LayoutOptions(width: 10))
    #expect(layout.lines.count == 1)
    #expect(layout.lines[0].cells.map(\.text.unicodeScalars.count) == [1, 1, 7])
    #expect(layout.lines[0].cells[2].span.utf8Count == 200_002)
  }
}
