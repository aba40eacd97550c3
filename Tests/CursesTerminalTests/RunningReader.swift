import Foundation
import TestSupport
import Testing

/// The real program on a terminal played by the test, with an Arabic text open.
final class RunningReader {
  static let enter = "\u{1B}[?1049h"
  static let exit = "\u{1B}[?1049l"
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let clear = "\u{1B}[H\u{1B}[2J"

  let terminal: PseudoTerminal
  let modesBefore: TerminalModes
  private let file: URL

  /// Starts the program, by the shell where `command` is given ("$RAWI" and "$FILE" stand for the
  /// program and the text), with the usual variables but those of `without`.
  init(
    on fake: FakeTerminal, options: [String] = [], command: String? = nil, typing: String = "",
    environment: [String: String] = [:], without: Set<String> = []
  ) throws {
    file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try "قال الوزير «نعم» يوم الأحد.\n".write(to: file, atomically: true, encoding: .utf8)
    terminal = try PseudoTerminal()
    modesBefore = terminal.modes
    fake.play(on: terminal)
    terminal.send(typing)
    let program = BuiltProgram.path("rawi")
    let environment = BuiltProgram.environment.merging(fake.environment) { $1 }
      .merging(environment) { $1 }.filter { !without.contains($0.key) }
    if let command {
      let names = ["RAWI": program, "FILE": file.path]
      try terminal.run(
        "/bin/bash", ["-c", command], environment: environment.merging(names) { $1 })
    } else {
      try terminal.run(program, options + [file.path], environment: environment)
    }
  }

  deinit { try? FileManager.default.removeItem(at: file) }

  /// The bytes written so far.
  var output: [UInt8] { terminal.output }

  /// Waits for the first screen: what follows the first clearing.
  @discardableResult
  func waitForScreen(after position: Int = 0) throws -> Int {
    // The Linux console has no alternate screen and clears with ED alone.
    let cleared = try terminal.wait(for: "\u{1B}[H", after: position)
    return try terminal.wait(for: "m", after: cleared)
  }

  /// How often `text` was written.
  func count(of text: String) -> Int {
    terminal.text.components(separatedBy: text).count - 1
  }

  /// Whether the last of `first` stands before the last of `second`.
  func endsWith(_ first: String, before second: String) -> Bool {
    guard let one = output.lastPosition(of: Array(first.utf8)),
      let two = output.lastPosition(of: Array(second.utf8))
    else { return false }
    return one < two
  }

  /// Expects the terminal as it was before the program: modes, screen, cursor and switches.
  func expectRestored(_ fake: FakeTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.modes == modesBefore, sourceLocation: sourceLocation)
    if count(of: Self.enter) > 0 {
      #expect(endsWith(Self.enter, before: Self.exit), sourceLocation: sourceLocation)
    }
    if count(of: "\u{1B}[?1006h") > 0 {
      #expect(endsWith("\u{1B}[?1006h", before: "\u{1B}[?1000l"), sourceLocation: sourceLocation)
    }
    if count(of: Self.pasteOn) > 0 {
      #expect(endsWith(Self.pasteOn, before: Self.pasteOff), sourceLocation: sourceLocation)
    }
    #expect(endsWith("\u{1B}[?25l", before: "\u{1B}[?25h"), sourceLocation: sourceLocation)
    if fake.off.isEmpty {
      expectNoSwitch(sourceLocation: sourceLocation)
    } else {
      #expect(endsWith(fake.off, before: fake.undo), sourceLocation: sourceLocation)
    }
  }

  /// Expects that nothing was switched, in any terminal's way.
  func expectNoSwitch(sourceLocation: SourceLocation = #_sourceLocation) {
    for fake in FakeTerminal.switched {
      #expect(count(of: fake.off) == 0, sourceLocation: sourceLocation)
      #expect(count(of: fake.undo) == 0, sourceLocation: sourceLocation)
    }
  }
}
