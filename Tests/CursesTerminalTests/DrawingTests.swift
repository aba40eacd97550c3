import Screen
import Testing
@testable import CursesTerminal

/// Rows as they are sent to terminals that order text by themselves.
@Suite struct DrawingTests {
  private let name = Style(foreground: .rgb(0xFF0000))
  private let bold = Style(attributes: .bold)

  private func cells(_ text: String, _ style: Style = .plain) -> [Screen.Cell] {
    text.map { Screen.Cell(String($0), style: style) }
  }

  private func sent(_ cells: [Screen.Cell], _ drawing: Drawing) -> [Screen.Cell] {
    drawing.cells(for: cells[...])
  }

  private func text(_ cells: [Screen.Cell]) -> String { cells.map(\.text).joined() }

  /// A row as kitty shows it: in each run of one face between spaces that holds right-to-left cells,
  /// the text is turned round.
  private func shownByKitty(_ row: [Screen.Cell]) -> [Screen.Cell] {
    var row = row
    var start = 0
    while start < row.count {
      let face = row[start].style.attributes.intersection([.bold, .italic])
      let end =
        row[start...].firstIndex {
          $0.text == " " || $0.style.attributes.intersection([.bold, .italic]) != face
        } ?? row.count
      if row[start..<end].contains(where: WordRow.isRightToLeft) {
        for (index, text) in zip(start..<end, row[start..<end].map(\.text).reversed()) {
          row[index].text = text
        }
      }
      start = max(end, start + 1)
    }
    return row
  }

  @Test(arguments: ["بتث جحخ", "(بتث)", "بتث، جحخ.", "a بتثb 12", "\"ب\"ت-ث", "٣٠٪ بت", "שלום abc"])
  func `kitty shows words in order`(row: String) {
    #expect(text(shownByKitty(sent(cells(row), .words))) == row)
  }

  @Test func `colours stay where they are while a word is turned`() {
    let row = cells("بت", name) + cells("ث") + cells(" a")
    let result = sent(row, .words)
    #expect(result.map(\.style.foreground) == row.map(\.style.foreground))
    #expect(result.map(\.text) == ["ث", "ت", "ب", " ", "a"])
  }

  @Test func `what touches a word takes another face than the word`() {
    #expect(sent(cells("(بت"), .words)[0].style.attributes == .bold)
    #expect(sent(cells("(بت", bold), .words)[0].style.attributes == [])
    let between = sent(cells("بت") + cells("-") + cells("ثج", bold), .words)[2]
    #expect(between.style.attributes.contains(.italic))
  }

  @Test func `a word of which a part is bold is bold`() {
    let result = sent(cells("بت", bold) + cells("ث"), .words)
    #expect(result.allSatisfy { $0.style.attributes == .bold })
    #expect(text(shownByKitty(result)) == "بتث")
  }

  @Test func `an inverse row keeps each style with its cell`() {
    let row = cells("بت", name) + cells(" ") + cells("ثج")
    let result = sent(row, .inverse())
    #expect(text(result) == "جث تب")
    #expect(result.map(\.style.foreground) == row.reversed().map(\.style.foreground))
  }

  @Test func `an inverse row leaves Latin in place and turns brackets inside Arabic`() {
    #expect(text(sent(cells("ab (بت)ث"), .inverse())) == "ab (ث(تب")
  }

  @Test func `brackets are sent as they look where the terminal does not mirror them`() {
    #expect(text(sent(cells("بت(ث)ج"), .inverse(mirrors: false))) == "ج)ث(تب")
  }

  @Test func `the two sides of a border are two texts`() {
    #expect(text(sent(cells("بت │ ثج"), .terminal)) == "بت\u{2800}│\u{2800}ثج")
    #expect(text(sent(cells("بت │ ثج"), .inverse())) == "تب\u{2800}│\u{2800}جث")
  }

  @Test func `a wide cell is moved with the one it covers`() {
    let wide = [Screen.Cell("🙂", columns: 2), Screen.Cell("", columns: 0)]
    let result = sent(cells("ب") + wide + cells("ت"), .inverse())
    #expect(result.map(\.text) == ["ت", "🙂", "", "ب"])
    #expect(result.map(\.columns) == [1, 2, 0, 1])
  }

  private static let all: [Drawing] = [
    .visual, .words, .inverse(), .inverse(mirrors: false), .terminal, .logical,
  ]

  @Test(arguments: all)
  func `a row keeps its columns`(drawing: Drawing) {
    let rows = [
      cells(""), cells("   "), cells("ب"), [Screen.Cell("🙂", columns: 2)],
      [Screen.Cell("", columns: 0)] + cells("بت 12"), cells("2019-كتاب 2019"),
    ]
    for row in rows { #expect(sent(row, drawing).count == row.count) }
  }
}
