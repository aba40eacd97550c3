import Glibc
import Screen
import TestSupport
import Testing

@testable import CursesTerminal

/// What terminals report of the mouse, and where that was.
struct MouseReportTests {
  private func steps(_ text: String, cut: Bool = false) -> [KeyDecoder.Step] {
    var decoder = KeyDecoder()
    var steps: [KeyDecoder.Step] = []
    for piece in cut ? text.utf8.map({ [$0] }) : [Array(text.utf8)] {
      decoder.feed(piece)
      while true {
        let step = decoder.next()
        guard step != .incomplete, step != .empty else { break }
        steps.append(step)
      }
    }
    return steps
  }

  @Test(arguments: [
    ("<0;10;5M", MouseEvent.Action.press), ("<0;10;5m", .release), ("<32;10;5M", .drag),
    ("<64;10;5M", .wheelUp), ("<65;10;5M", .wheelDown), ("<4;10;5M", .press),
    ("<16;10;5M", .press), ("<48;10;5M", .drag), ("<81;10;5M", .wheelDown),
  ])
  func `reports are events between keys`(report: String, action: MouseEvent.Action) {
    let event = MouseEvent(action, at: ScreenPoint(column: 9, row: 4))
    for cut in [false, true] {
      #expect(
        steps("a\u{1B}[\(report)b", cut: cut)
          == [.key(.character("a")), .mouse(event), .key(.character("b"))])
    }
  }

  @Test(arguments: [
    "<1;1;1M", "<2;1;1M", "<35;1;1M", "<66;1;1M", "<0;0;1M", "<0;1;0M", "<0;1M", "<0;1;1;1M",
    "<;;M", "<99999999999999999999;1;1M",
  ])
  func `other buttons and broken reports are nothing`(report: String) {
    #expect(steps("a\u{1B}[\(report)b") == [.key(.character("a")), .key(.character("b"))])
  }

  @Test func `what an ordering terminal was sent is led back to where it stands`() {
    var generator = SeededGenerator(seed: 7)
    let letters = ["ا", "ل", "ب", "a", "b", "1", "2", " ", " ", "(", ")", "٣", "│", "."]
    for _ in 0..<300 {
      let row = (0..<30).map { _ in
        Screen.Cell(letters.randomElement(using: &generator) ?? " ")
      }
      for drawing in [Drawing.inverse(), .inverse(mirrors: false), .visual, .words, .terminal] {
        let columns = drawing.columns(of: row[...])
        #expect(columns.sorted() == Array(0..<row.count))
        guard case .inverse = drawing else { continue }
        let sent = drawing.cells(for: row[...])
        // Latin letters are sent as they are, wherever they go.
        for (column, cell) in zip(columns, sent) where row[column].text == "a" {
          #expect(cell.text == "a")
        }
      }
    }
  }

  @Test func `both columns of a wide letter lead back to it`() {
    let wide = [
      Screen.Cell("ا"), Screen.Cell("ل"), Screen.Cell("字", columns: 2),
      Screen.Cell("", columns: 0), Screen.Cell("ب"),
    ]
    let columns = Drawing.inverse().columns(of: wide[...])
    #expect(columns.sorted() == [0, 1, 2, 3, 4])
    #expect(columns.firstIndex(of: 3) == columns.firstIndex(of: 2).map { $0 + 1 })
  }
}

/// The mouse on a terminal that a test plays.
@Suite(.serialized) struct MouseSessionTests {
  private static let on = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let off = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  @Test(arguments: FakeTerminal.reporting)
  func `the mouse is reported and given back`(fake: FakeTerminal) throws {
    let reader = try RunningReader(on: fake)
    try reader.waitForScreen()
    #expect(reader.count(of: Self.on) > 0)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.endsWith(Self.on, before: Self.off))
    if reader.count(of: RunningReader.exit) > 0 {
      #expect(reader.endsWith(Self.off, before: RunningReader.exit))
    }
    reader.expectRestored(fake)
  }

  @Test func `who wants no mouse gets none`() throws {
    let reader = try RunningReader(on: .vte, options: ["--no-mouse"])
    try reader.waitForScreen()
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.count(of: "\u{1B}[?100") == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
  func `a signal or a crash gives the mouse back`(signal: Int32) throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(signal)
    try reader.terminal.waitForEnd()
    #expect(reader.endsWith(Self.on, before: Self.off))
  }

  @Test func `a stopped program gives the mouse back and takes it again`() throws {
    let reader = try RunningReader(on: .vte)
    try reader.waitForScreen()
    reader.terminal.signal(SIGTSTP)
    try reader.terminal.waitForStop()
    #expect(reader.endsWith(Self.on, before: Self.off))
    let stopped = reader.output.count
    reader.terminal.signal(SIGCONT)
    try reader.terminal.wait(for: Self.on, after: stopped)
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
    #expect(reader.endsWith(Self.on, before: Self.off))
  }

  @Test func `a passage is drawn up with the mouse and copied in the order of the text`() throws {
    let xterm = try #require(FakeTerminal.left.first { $0.name == "xterm" })
    let reader = try RunningReader(on: xterm, options: ["--bidi", "visual"])
    try reader.waitForScreen()
    // Across the whole first row, from its right end to its left.
    reader.terminal.send("\u{1B}[<0;80;1M\u{1B}[<32;40;1M\u{1B}[<32;1;1M\u{1B}[<0;1;1my")
    let text = Base64.encode(Array("قال الوزير «نعم» يوم الأحد.".utf8))
    try reader.terminal.wait(for: "\u{1B}]52;c;\(text)")
    reader.terminal.send("q")
    #expect(try reader.terminal.waitForEnd() == 0)
  }
}
