import Glibc
import TestSupport
import Testing

/// The real program under what no one should do to it.
///
/// One test after the other: they wait for programs, and would keep all threads of the tests waiting.
@Suite(.serialized) struct HardUseTests {
  private let folder: TestSupport.TemporaryFolder
  private let program = BuiltProgram.path("rawi")

  init() throws { folder = try TestSupport.TemporaryFolder() }

  private func environment(data: String? = nil) -> [String: String] {
    let folder = data ?? folder.path
    return BuiltProgram.environment.merging([
      "TERM": "xterm-256color", "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder,
      "XDG_CONFIG_HOME": folder, "RAWI": program,
    ]) { $1 }
  }

  /// The end of the status line at the end of a text: the last sign of a row is written apart.
  private static let end = "100\u{1B}[?7l%"

  private func terminal(columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    terminal.answers = [("\u{1B}[c", "\u{1B}[?62;c")]
    return terminal
  }

  /// A reader whose first screen is drawn.
  private func reader(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, data: String? = nil
  ) throws -> PseudoTerminal {
    let terminal = try terminal(columns: columns, rows: rows)
    try terminal.run(program, arguments, environment: environment(data: data))
    try terminal.wait(for: arguments.contains("ar") ? "٪" : "%")
    return terminal
  }

  /// A reader under which no file may grow, as on a full disk.
  private func readerWithoutRoom(_ file: String) throws -> PseudoTerminal {
    let terminal = try terminal()
    try terminal.run(
      "/bin/sh", ["-c", "ulimit -f 0; exec \"$RAWI\" '\(file)'"], environment: environment())
    try terminal.wait(for: "%")
    return terminal
  }

  private func article(_ paragraphs: Int = 60) throws -> String {
    let text = (0..<paragraphs).map { "الفقرة رقم \($0) من نص طويل يكفي أسطرا عدة على الشاشة.\n\n" }
    return try folder.file("article.txt", Array(text.joined().utf8))
  }

  /// Types `keys` and waits until the screen was drawn whole after them.
  private func type(_ keys: String, to terminal: PseudoTerminal) throws {
    terminal.send(keys)
    // What was drawn before is not taken for the answer to Ctrl-L.
    try settle(terminal)
    let start = terminal.output.count
    terminal.send("\u{C}")
    try terminal.wait(for: "\u{1B}[2J", after: start)
    try settle(terminal)
  }

  /// Waits until the screen, drawn anew, shows `words` unbroken.
  private func wait(for words: String, on terminal: PseudoTerminal) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    var start = terminal.output.count
    repeat {
      try #require(
        ContinuousClock.now < deadline, "no \(words): \(terminal.text.suffix(400).debugDescription)"
      )
      try settle(terminal)
      start = terminal.output.count
      try type("", to: terminal)
    } while terminal.output.position(of: Array(words.utf8), from: start) == nil
  }

  /// Waits until the program waits for keys and nothing more comes.
  private func settle(_ terminal: PseudoTerminal) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while terminal.pump(.milliseconds(150)) || !terminal.isWaiting {
      try #require(ContinuousClock.now < deadline)
    }
  }

  /// Quits and expects the terminal as it was.
  private func quit(_ terminal: PseudoTerminal) throws {
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("\u{1B}[?1049l"))
    #expect(terminal.modes.isCooked)
  }

  // MARK: The screen

  @Test func `a person may leave while the tagger reads`() throws {
    let file = try article(20_000)
    let environment = environment().filter { $0.key != "RAWI_MODEL" }
    for round in 0..<4 {
      let terminal = try terminal()
      try terminal.run(program, [file], environment: environment)
      try terminal.wait(for: "%")
      // Measured in what it has computed, which is the same on a machine that is busy.
      try wait(until: terminal, hasComputed: 40 + 10 * round)
      terminal.send("q")
      #expect(try terminal.waitForEnd() == 0)
    }
  }

  /// Waits until the program has computed for `hundredths` of a second.
  private func wait(until terminal: PseudoTerminal, hasComputed hundredths: Int) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while ContinuousClock.now < deadline {
      let status = try TemporaryFolder.read("/proc/\(terminal.processIdentifier)/stat")
      // Behind the name in brackets stand the state and, at 11 and 12, the ticks (proc(5)).
      let fields = String(decoding: status.drop { $0 != UInt8(ascii: ")") }, as: UTF8.self)
        .split(separator: " ").dropFirst()
      let ticks = fields.dropFirst(11).prefix(2).compactMap { Int($0) }.reduce(0, +)
      if ticks * 100 / sysconf(Int32(_SC_CLK_TCK)) >= hundredths { return }
      terminal.pump(.milliseconds(10))
    }
    throw PseudoTerminalError.unexpected("it does not compute", terminal.text)
  }

  @Test func `a storm of sizes and keys ends in a whole screen`() throws {
    let terminal = try reader([try article()])
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      terminal.resize(
        columns: Int.random(in: 1...200, using: &generator),
        rows: Int.random(in: 1...60, using: &generator))
      terminal.send(
        ["j", " ", "e", "J", "G", "g", "b", "]"].randomElement(using: &generator) ?? "j")
      terminal.pump(.zero)
    }
    terminal.resize(columns: 80, rows: 24)
    try settle(terminal)
    let start = terminal.output.count
    terminal.send("G\u{C}")
    // The end of the text, and the status line in the last of 24 rows.
    let cleared = try terminal.wait(for: "\u{1B}[2J", after: start)
    try terminal.wait(for: Self.end, after: cleared)
    #expect(terminal.output.position(of: Array("\u{1B}[24".utf8), from: cleared) != nil)
    try quit(terminal)
  }

  /// A text of every control and format character, with sequences that would be seen if they worked.
  private static let hostile: [UInt8] = {
    var text = ""
    for value in UInt32(0)...0xE007F {
      // None stands between the planes in use.
      guard value != 0x0A, value < 0x1E000 || value > 0xE0000 else { continue }
      guard let scalar = Unicode.Scalar(value), scalar.isUnseen else { continue }
      text.unicodeScalars.append(contentsOf: "قبل".unicodeScalars)
      text.unicodeScalars.append(scalar)
      text += "[97;45mخلف abc "
    }
    // Raw C1 bytes are ill-formed UTF-8; they must not come through either.
    return Array("عنوان\u{1B}]0;TAKEN\u{7}\n\n".utf8) + Array(text.utf8) + [0x9B, 0x32, 0x4A, 0x0A]
  }()

  @Test(
    arguments: zip(
      ["visual", "words", "inverse", "terminal", "logical"],
      [["--justify"], [], ["--lang", "ar"], [], ["--tashkeel", "hide"]]))
  func `no control or format character of a text or its name reaches the terminal`(
    mode: String, options: [String]
  ) throws {
    let file = try folder.file("a\u{1B}]0;NAMED\u{7}\u{202E}\u{9B}2Jb.txt", Self.hostile)
    let terminal = try reader(options + ["--bidi", mode, file], columns: 110, rows: 50)
    // Through the text, the pane, a search for such characters, the help and the palette.
    try type(String(repeating: " ", count: 6) + "ee]G", to: terminal)
    try type("/\u{202E}abc\u{200F}\r", to: terminal)
    try type("?", to: terminal)
    try type("q:\u{202E}\u{9B}\u{7}x", to: terminal)
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForEnd() == 128 + SIGTERM)
    let sent = Set(terminal.text.unicodeScalars.filter(\.isUnseen))
    // Those of curses: its sequences, and CR, LF and BS to move; SI and CAN are in some of them.
    #expect(sent.isSubset(of: ["\u{1B}", "\r", "\n", "\u{8}", "\u{F}", "\u{18}"]), "\(sent)")
    for trace in ["TAKEN\u{7}", "\u{1B}]0;", "\u{1B}[97;45m", "\u{9B}"] {
      #expect(!terminal.text.contains(trace))
    }
  }

  @Test(arguments: [
    // 100,000 marks on one letter, in the middle of a text.
    "قبل\n\nب" + String(repeating: "\u{64E}", count: 100_000) + " بعد\n\nنهاية\n",
    // A paragraph of 10 MB.
    String(repeating: "كلمة في فقرة لا تنتهي ", count: 250_000) + "نهاية",
    // The same without a space to break a line at.
    String(repeating: "م", count: 2_500_000) + "\nنهاية",
    // A megabyte of what is drawn as a stand-in, on one line.
    String(repeating: "قبل ", count: 200_000) + "\n"
      + String(repeating: "\u{1}", count: 1_000_000) + "\nنهاية",
    // A thousand levels of embedding.
    String(repeating: "\u{202B}ا\u{2067}", count: 20_000) + "\nنهاية",
  ])
  func `text that is hard to lay out is read as any other`(text: String) throws {
    let file = try folder.file("hard.txt", Array(text.utf8))
    let terminal = try reader([file])
    try type("  jjkG", to: terminal)
    #expect(terminal.text.contains(Self.end))
    try type("g", to: terminal)
    terminal.send("/نهايه\r")
    try wait(for: "1 of 1", on: terminal)
    try quit(terminal)
  }

  // MARK: What is kept

  @Test func `a stream without an end is shown at once, and the keys work`() throws {
    let terminal = try terminal()
    try terminal.run(
      "/bin/sh", ["-c", "yes 'قال محمد إن الحرب مستمرة في لبنان منذ عام.' | \"$RAWI\""],
      environment: environment())
    try terminal.wait(for: "%")
    terminal.send("jjq")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `a disk without room costs the memory of places and nothing else`() throws {
    let terminal = try readerWithoutRoom(try article())
    terminal.send(" ma")
    try quit(terminal)
  }

  @Test func `a disk that fills while reading costs the place and nothing else`() throws {
    let file = try article()
    try quit(try reader([file]))
    let full = try readerWithoutRoom(file)
    full.send("Gmb")
    try quit(full)
    // With room again the store is whole.
    let again = try reader([file])
    try quit(again)
    expectWholeStore(again)
  }

  @Test func `a folder that cannot be made costs the memory of places and is told`() throws {
    let terminal = try reader([try article()], columns: 120, data: "/proc/nowhere")
    try terminal.wait(for: "remembered")
    terminal.send("G:set width=40\r")
    try quit(terminal)
  }

  @Test func `two readers of one file keep the marks of both`() throws {
    let file = try article()
    let readers = [try reader([file]), try reader([file])]
    try type("  ma", to: readers[0])
    try type("Gmb", to: readers[1])
    for reader in readers { try quit(reader) }
    let third = try reader([file])
    try type("g'b", to: third)
    #expect(third.text.contains(Self.end))
    try type("g", to: third)
    let start = third.output.count
    try type("'a", to: third)
    #expect(!String(decoding: third.output[start...], as: UTF8.self).contains(" 0%"))
    try quit(third)
    expectWholeStore(third)
  }

  @Test func `a reader that is killed leaves what it kept to the next one`() throws {
    let file = try article()
    for (number, keys) in ["  ma", "G", "gjjj"].enumerated() {
      let terminal = try reader([file])
      terminal.send(keys)
      // Sooner or later in its work.
      for _ in 0..<number * 3 { terminal.pump(.milliseconds(5)) }
      terminal.signal(SIGKILL)
      #expect(try terminal.waitForEnd() == 128 + SIGKILL)
    }
    let terminal = try reader([file])
    try quit(terminal)
    expectWholeStore(terminal)
  }

  private func expectWholeStore(_ terminal: PseudoTerminal) {
    for trace in ["damaged", "nothing will be remembered"] {
      #expect(!terminal.text.contains(trace))
    }
  }
}

extension Unicode.Scalar {
  /// Whether it steers a terminal or the order of text, or parts lines.
  fileprivate var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
