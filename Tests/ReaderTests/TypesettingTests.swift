import ArabicText
import Interface
import Reader
import Screen
import Testing

/// How lines are set: justified, spaced, with margins.
struct TypesettingTests {
  private func reader(
    _ typesetting: Typesetting = Typesetting(), columns: Int = 60, rows: Int = 14
  ) -> ReaderFixture {
    ReaderFixture(columns: columns, rows: rows, typesetting: typesetting)
  }

  private func rows(_ reader: ReaderFixture) -> [String] {
    let screen = screen(of: reader.state)
    return (0..<screen.size.rows - 1).map { screen.text(ofRow: $0) }
  }

  @Test func `J justifies full lines, but not the headline and last lines`() throws {
    var reader = reader()
    let ragged = rows(reader)
    reader.press("J")
    #expect(reader.status.contains("lines are justified"))
    try GoldenScreen.expect(reader.state, matches: "justified")
    #expect(rows(reader) != ragged)
    #expect(rows(reader)[0] == ragged[0])
    reader.press("J")
    #expect(rows(reader) == ragged)
  }

  @Test func `what is found, copied and selected is free of kashidas`() {
    var plain = reader()
    var justified = reader(Typesetting(justifies: true))
    for keys in ["/السواعد", "]]]", ")"] {
      plain.press(keys)
      justified.press(keys)
      if keys.hasPrefix("/") {
        plain.press(.enter)
        justified.press(.enter)
      }
      #expect(plain.selectedText != nil)
      #expect(plain.selectedText == justified.selectedText)
      plain.press("y")
      justified.press("y")
      #expect(plain.effects == justified.effects)
    }
  }

  @Test func `lines are spaced and every line stays reachable`() {
    let spaced = reader(Typesetting(lineSpacing: 2), rows: 40)
    let plain = reader(rows: 40)
    let lines = rows(spaced).filter { !$0.allSatisfy { $0 == " " } }
    #expect(lines == rows(plain).filter { !$0.allSatisfy { $0 == " " } })
    for row in 1..<rows(spaced).count where !rows(spaced)[row].allSatisfy({ $0 == " " }) {
      #expect(rows(spaced)[row - 1].allSatisfy { $0 == " " })
    }
    // Down line by line to the end, and back to the start.
    var walker = reader(Typesetting(lineSpacing: 3), rows: 6)
    let start = walker.state.article.top
    walker.press("G")
    let end = walker.state.article.top
    walker.press("g")
    var steps = 0
    while walker.state.article.top != end, steps < 100 {
      walker.press("j")
      steps += 1
    }
    #expect(walker.state.article.top == end)
    for _ in 0..<steps { walker.press("k") }
    #expect(walker.state.article.top == start)
  }

  @Test func `a line of white space parts paragraphs as an empty one does`() {
    func shown(between line: String) -> [String] {
      var reader = ReaderFixture(
        "عاد القطار.\n\(line)\nوصل الركاب.\nغادروا.", columns: 60, rows: 8, isMarked: false)
      let all = rows(reader)
      // Both are counted as no paragraph, and passed when one is chosen.
      reader.press("3G")
      reader.press("vp")
      return all + [reader.selectedText ?? ""]
    }
    #expect(shown(between: "")[2].contains { $0 != " " })
    for blank in [" ", "\t", "\u{A0} \u{3000}"] {
      #expect(shown(between: blank) == shown(between: ""))
    }
  }

  @Test func `a margin stays free at both sides, as far as there is room`() {
    for margin in [0, 1, 6, 100] {
      let reader = reader(Typesetting(justifies: true, margin: margin), columns: 60)
      let wanted = min(margin, 20)
      for row in rows(reader) {
        #expect(row.prefix(wanted).allSatisfy { $0 == " " })
        #expect(row.suffix(wanted).allSatisfy { $0 == " " })
      }
      #expect(rows(reader).contains { $0.dropFirst(wanted).first != " " })
    }
  }
}
