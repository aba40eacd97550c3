import TestSupport
import Testing

/// `rawi show`: the page on standard output.
struct ShowTests {
  private static let article = """
    وزيرة النقل تفتتح جسر النهر
    قالت وزيرة النقل ليلى الحداد إن «الجسر يربط القرى»، مضيفة أن العمل (WP2) انتهى قبل موعده بـ 12 يوما كاملة.
    """

  private let folder: TemporaryFolder
  private let file: String
  private let program = BuiltProgram.path("rawi")

  init() throws {
    folder = try TemporaryFolder()
    file = try folder.file("article.txt", Self.article.utf8)
  }

  private func show(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> [Substring] {
    let all = BuiltProgram.environment.merging(environment) { _, new in new }
    let result = try ChildProcess.run(program, ["show", file] + arguments, environment: all)
    #expect(result.status == 0)
    #expect(result.message == "")
    return result.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `a file gets plain lines in the order of the text, none too long`() throws {
    let lines = try show("--width", "40")
    #expect(!lines.joined().contains("\u{1B}"))
    #expect(lines[0] == "وزيرة النقل تفتتح جسر النهر")
    #expect(lines[1] == "")
    #expect(
      lines[2...].filter { !$0.isEmpty }.joined(separator: " ")
        == Self.article.split(separator: "\n")[1])
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.count > 5)
  }

  @Test func `the width is that of COLUMNS where nothing else is asked for`() throws {
    let narrow = try show(environment: ["COLUMNS": "32"])
    let wide = try show()
    #expect(narrow.allSatisfy { $0.count <= 32 })
    #expect(narrow.count > wide.count)
    #expect(try show("--width", "60", environment: ["COLUMNS": "32"]).contains { $0.count > 32 })
  }

  @Test func `visual order reads from the right edge`() throws {
    let lines = try show("--bidi", "visual", "--width", "50")
    let paragraphs = lines.split(separator: "").map {
      $0.map { VisualText.logical(String($0)) }.joined(separator: " ")
    }
    #expect(paragraphs == Self.article.split(separator: "\n").map(String.init))
    #expect(lines[0].count == 51)
    #expect(lines[0].hasPrefix("   "))
  }

  @Test func `colours are sent when they are asked for, and every line ends plain`() throws {
    let always = try show(
      "--color", "always", environment: ["TERM": "xterm-256color", "COLUMNS": "60"])
    let person = "38;5;179m"
    #expect(always.contains { $0.contains(person) })
    for line in always where line.contains("\u{1B}") {
      #expect(line.split(separator: "\u{1B}").last?.hasPrefix("[m") == true)
    }
    let plain = try show("--color", "never", environment: ["TERM": "xterm-256color"])
    #expect(!plain.joined().contains("\u{1B}"))
    let direct = try show(
      "--color", "always", environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    #expect(direct.contains { $0.contains("\u{1B}[38;2;") })
  }

  @Test func `on a terminal the page is coloured, NO_COLOR leaves attributes`() throws {
    for (environment, sequence, other) in [
      (["TERM": "xterm-256color"], "\u{1B}[38;5;", "\u{1B}[1;4m"),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], "\u{1B}[1;4m", "\u{1B}[38;5;"),
    ] {
      let terminal = try PseudoTerminal(columns: 60, rows: 20)
      terminal.answers = [("\u{1B}[c", "\u{1B}[?62;c")]
      try terminal.run(
        program, ["show", file], environment: BuiltProgram.environment.merging(environment) { $1 })
      #expect(try terminal.waitForEnd() == 0)
      #expect(terminal.text.contains(sequence))
      if !sequence.contains("38") { #expect(!terminal.text.contains(other)) }
    }
  }

  @Test func `a terminal that reorders gets lines that it turns right, and is not switched`() throws
  {
    let terminal = try PseudoTerminal(columns: 60, rows: 20)
    terminal.answers = [("\u{1B}[8$p", "\u{1B}[8;1$y"), ("\u{1B}[c", "\u{1B}[?65;1;9c")]
    try terminal.run(
      program, ["show", file],
      environment: BuiltProgram.environment.merging(
        ["TERM": "xterm-256color", "VTE_VERSION": "7006"]) { $1 })
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.text.contains("\u{1B}[8l"))
    // Inverted: the first letter of the headline, shaped, stands before the second.
    #expect(terminal.text.contains("\u{FEED}\u{FEAF}\u{FEF3}\u{FEAE}\u{FE93}"))
  }

  @Test func `no control byte of the text is printed`() throws {
    let hostile = try folder.file("hostile.txt", "نص\u{1B}[31m \u{9B}2J\u{7} \u{202E}خبر\n".utf8)
    let result = try ChildProcess.run(program, ["show", hostile])
    #expect(result.status == 0)
    let scalars = result.text.unicodeScalars.filter { $0 != "\n" }
    #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(!result.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `a device that is full is told`() throws {
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", "\"$0\" show \"$1\" > /dev/full", program, file])
    #expect(result.status == 74)
    #expect(result.message.contains("standard output cannot be written"))
  }
}
