import Annotations
import ArabicText
import Documents
import Foundation
import Glibc
import TestSupport
import Testing

/// The real program, killed while a person annotates.
@Suite(.serialized) struct KilledReaderTests {
  /// A terminal that is asked nothing, so that no run waits for answers.
  private static let environment = BuiltProgram.environment.merging(["TERM": "linux"]) { $1 }
  private static let words = ["الجسر", "القرى", "النهر", "العمل"]

  /// A session: three notes on the first words of a text of its own.
  private final class Session {
    let terminal: PseudoTerminal
    let file: String
    let name: String

    init(_ name: String, in folder: String) throws {
      self.name = name
      file = "\(folder)/\(name).txt"
      try (words.joined(separator: " ") + " \(name)\n").write(
        toFile: file, atomically: true, encoding: .utf8)
      terminal = try PseudoTerminal()
      try terminal.run(
        BuiltProgram.path("rawi"), [file],
        environment: environment.merging(["XDG_DATA_HOME": folder]) { $1 })
      // Before it reads, the terminal would take Ctrl-S as its own.
      try terminal.wait(for: "\u{1B}[?25l")
      for count in 1...3 {
        let selecting = "gv" + String(repeating: "w", count: count)
        terminal.send("\(selecting)a\(Self.note(name, count))\u{13}")
      }
    }

    static func note(_ name: String, _ number: Int) -> String { "\(name)-\(number)" }

    /// How many notes the screen has called saved.
    var confirmed: Int { terminal.text.components(separatedBy: "saved").count - 1 }

    func kill() throws {
      terminal.signal(SIGKILL)
      _ = try terminal.waitForEnd()
    }
  }

  private static func folder() throws -> String {
    let path = NSTemporaryDirectory() + "rawi-kill-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private static func notes(of session: Session, in store: AnnotationStore) throws -> [String] {
    let document = try DocumentLoader.load(path: session.file)
    let text = AnchoredText(document.text, contentHash: try #require(document.contentHash))
    return try store.annotations(of: text).all().map(\.annotation.note)
  }

  @Test func `two hundred kills of two writers lose no note that was called saved`() throws {
    var generator = SeededGenerator(seed: 6)
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var confirmed = 0
    var sessions: [(session: Session, confirmed: Int)] = []
    for round in 0..<100 {
      let pair = [try Session("a\(round)", in: folder), try Session("b\(round)", in: folder)]
      // From before the store is open until after the last note; later if the machine is busy.
      let end = ContinuousClock.now + .milliseconds(Int.random(in: 1...400, using: &generator))
      while ContinuousClock.now < end, pair.contains(where: { $0.confirmed < 3 }) {
        for session in pair { session.terminal.pump(.milliseconds(2)) }
      }
      for session in pair { try session.kill() }
      for session in pair {
        sessions.append((session, session.confirmed))
        confirmed += session.confirmed
      }
    }
    let store = try AnnotationStore(in: DataFolder(path: folder + "/rawi"))
    #expect(store.damagedFile == nil)
    for (session, count) in sessions {
      let kept = try Self.notes(of: session, in: store)
      for number in 0..<count {
        #expect(
          kept.contains(Session.note(session.name, number + 1)), "\(session.name) of \(count)")
      }
      // None is there twice or in part.
      #expect(Set(kept).count == kept.count)
      #expect(Set(kept).isSubset(of: (1...3).map { Session.note(session.name, $0) }))
    }
    #expect(sessions.count == 200)
    #expect(confirmed > 20)
  }

  @Test func `on a disk that is full the note is not called saved, and what was is there`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try Session("first", in: folder)
    while first.confirmed < 3 { first.terminal.pump(.milliseconds(5)) }
    first.terminal.send("q")
    #expect(try first.terminal.waitForEnd() == 0)
    // SQLite fails as on a full disk where files may grow no more.
    let size = try FileManager.default.attributesOfItem(
      atPath: folder + "/rawi/annotations.sqlite")[.size]
    let blocks = (try #require(size as? Int) + 4096) / 512
    let file = folder + "/first.txt"
    let terminal = try PseudoTerminal()
    let command = "ulimit -f \(blocks / 2); trap '' XFSZ; exec \"$RAWI\" \"$FILE\""
    try terminal.run(
      "/bin/bash", ["-c", command],
      environment: Self.environment.merging([
        "XDG_DATA_HOME": folder, "RAWI": BuiltProgram.path("rawi"), "FILE": file,
      ]) { $1 })
    try terminal.wait(for: "\u{1B}[?25l")
    terminal.send("gvwwwwa" + String(repeating: "x", count: 60_000) + "\u{13}")
    try terminal.wait(for: "not saved")
    // Reading goes on.
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
    let store = try AnnotationStore(in: DataFolder(path: folder + "/rawi"))
    #expect(store.damagedFile == nil)
    #expect(try Set(Self.notes(of: first, in: store)) == ["first-1", "first-2", "first-3"])
  }
}
