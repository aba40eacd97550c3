import Annotations
import Glibc
import TestSupport
import Testing

/// The real program, ended while what was written is not stored.
@Suite(.serialized) struct UnsavedNotesTests {
  private let data: TemporaryFolder
  private let state: TemporaryFolder
  private let texts: TemporaryFolder
  private let file: String

  init() throws {
    (data, state, texts) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    file = try texts.file("a.txt", Array("وتستعد الشركة لمشروع في وادي النخيل قريبا.\n".utf8))
  }

  /// A reader that can store nothing, or one that can.
  private func open(isRefused: Bool, editor: String = "false", prefix: String? = nil) throws
    -> AnnotatingReader
  {
    let reader = try AnnotatingReader(
      file, data: isRefused ? "/dev/null" : data.path, state: state, editor: editor,
      prefix: prefix)
    try reader.awaitScreen()
    return reader
  }

  /// Writes «فكرة», which is not ended yet where it is half typed.
  private func write(in reader: AnnotatingReader, isHalfTyped: Bool) throws {
    reader.type("vwa")
    try reader.await("discard")
    reader.type("فكرة" + (isHalfTyped ? "" : "\u{13}"))
    try reader.await(isHalfTyped ? "ﺓ" : "not saved")
  }

  private var rescued: [String] {
    let folder = state.path + "/rawi/unsaved"
    guard let list = try? ChildProcess.run("/bin/ls", [folder]) else { return [] }
    return list.text.split(separator: "\n").map { "\(folder)/\($0)" }
  }

  private func notes() throws -> [String] {
    try AnnotatingReader.annotations(of: file, data: data.path).map(\.annotation.note)
  }

  /// The next start offers the note, its `a` takes it up, and the one after offers nothing.
  private func expectOffer(_ note: String = "فكرة") throws {
    let next = try open(isRefused: false)
    try next.await("not saved last time")
    next.type("a\u{13}")
    try next.await("note saved")
    try next.quit()
    #expect(try notes() == [note])
    #expect(rescued.isEmpty)
    let last = try open(isRefused: false)
    try last.await("a.txt")
    try last.quit()
    #expect(!last.terminal.text.contains("last time"))
  }

  @Test func `q asks; a note is kept as a file, and the next start offers it`() async throws {
    try await ProgramThread.run {
      let reader = try open(isRefused: true)
      try write(in: reader, isHalfTyped: false)
      reader.type("q")
      try reader.await("1 note is not saved")
      try reader.end(with: "k")
      let path = try #require(rescued.first)
      #expect(reader.terminal.text.contains(path))
      #expect(try TemporaryFolder.mode(of: path) & 0o777 == 0o600)
      let text = String(decoding: try TemporaryFolder.read(path), as: UTF8.self)
      for words in [file, "وتستعد", "فكرة"] { #expect(text.contains(words)) }
      try expectOffer()
    }
  }

  @Test(
    arguments: [
      (SIGHUP, false), (SIGTERM, true), (SIGTERM, false), (SIGINT, true), (SIGQUIT, false),
      (SIGUSR1, true), (nil, true), (nil, false),
    ] as [(Int32?, Bool)])
  func `by a signal or without a terminal it is kept as a file`(
    signal: Int32?, isHalfTyped: Bool
  ) async throws {
    try await ProgramThread.run {
      let reader = try open(isRefused: true)
      try write(in: reader, isHalfTyped: isHalfTyped)
      if let signal { reader.terminal.signal(signal) } else { reader.terminal.hangUp() }
      #expect(try reader.terminal.waitForEnd() == 128 + (signal ?? SIGHUP))
      #expect(rescued.count == 1)
      try expectOffer()
    }
  }

  @Test func `where no file may be written the note is told when the terminal is given back`()
    async throws
  {
    try await ProgramThread.run {
      let reader = try open(isRefused: true, prefix: "ulimit -f 0; trap '' XFSZ")
      try write(in: reader, isHalfTyped: false)
      reader.terminal.signal(SIGTERM)
      #expect(try reader.terminal.waitForEnd() == 143)
      let output = reader.terminal.output
      let left = try #require(output.lastPosition(of: Array("\u{1B}[?25h".utf8)))
      #expect(output.position(of: Array("فكرة".utf8), from: left) != nil)
      #expect(rescued.isEmpty)
    }
  }

  @Test(.enabled(if: Volume.isAvailable, "a small disk can be mounted by root only"))
  func `on a full disk a note is kept where there is room`() async throws {
    try await ProgramThread.run {
      let volume = try Volume(on: data, bytes: 1024 * 1024)
      defer { volume.unmount() }
      volume.fill("filler")
      let reader = try open(isRefused: false)
      try write(in: reader, isHalfTyped: false)
      reader.type("q")
      try reader.await("no room left")
      try reader.end(with: "k")
      unlink(data.path + "/filler")
      try expectOffer()
    }
  }

  // MARK: Editors

  /// An editor that writes `note`, tells that by a file, and goes on as `then` says.
  private func editor(_ note: String, ignoring signals: String = "0", then: String) throws -> String
  {
    let script = """
      #!/bin/sh
      trap '' \(signals)
      for file; do :; done
      printf '%s\\n' '\(note)' > "$file"
      echo $$ > \(texts.path)/began
      \(then)
      """
    let path = try texts.file("editor", script.utf8)
    chmod(path, 0o700)
    return path
  }

  /// The number of the editor's process, once it has saved.
  private func editing(_ reader: AnnotatingReader) throws -> pid_t {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while ContinuousClock.now < deadline {
      if let bytes = try? TemporaryFolder.read(texts.path + "/began"), bytes.last == 0x0A,
        let number = pid_t(String(decoding: bytes.dropLast(), as: UTF8.self))
      {
        return number
      }
      reader.terminal.pump(.milliseconds(10))
    }
    throw PseudoTerminalError.unexpected("no editor", reader.terminal.text)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `what an editor has saved when the reader is ended is stored`(signal: Int32) async throws {
    try await ProgramThread.run {
      let reader = try open(
        isRefused: false, editor: try editor("من المحرر", then: "while :; do sleep 1; done"))
      try write(in: reader, isHalfTyped: true)
      reader.type("\u{5}")
      let process = try editing(reader)
      reader.terminal.signal(signal)
      #expect(try reader.terminal.waitForEnd() == 128 + signal)
      #expect(kill(process, 0) != 0)
      #expect(try notes() == ["من المحرر"])
      #expect(rescued.isEmpty)
      #expect(!state.names.contains { $0.hasPrefix("rawi-note") })
    }
  }

  @Test func `an editor that does not heed that goes on, and what it saves is offered`()
    async throws
  {
    try await ProgramThread.run {
      let go = texts.path + "/go"
      let reader = try open(
        isRefused: false,
        editor: try editor(
          "من المحرر", ignoring: "TERM HUP",
          then: """
            while [ ! -e \(go) ]; do sleep 0.02; done
            printf 'بعد ذلك' > "$file"
            while :; do sleep 1; done
            """))
      try write(in: reader, isHalfTyped: true)
      reader.type("\u{5}")
      let process = try editing(reader)
      reader.terminal.signal(SIGTERM)
      #expect(try reader.terminal.waitForEnd() == 143)
      #expect(try notes() == ["من المحرر"])
      // While the editor has it, it is nobody else's.
      let meanwhile = try open(isRefused: false)
      try meanwhile.await("a.txt")
      try meanwhile.quit()
      #expect(!meanwhile.terminal.text.contains("last time"))
      _ = try texts.file("go", [])
      let note = try #require(state.names.first { $0.hasPrefix("rawi-note") })
      while try TemporaryFolder.read("\(state.path)/\(note)") != Array("بعد ذلك".utf8) {
        usleep(5000)
      }
      kill(process, SIGKILL)
      while kill(process, 0) == 0 { usleep(5000) }
      try expectOffer("بعد ذلك")
    }
  }

  @Test func `after a kill the next start offers what the editor has saved`() async throws {
    try await ProgramThread.run {
      let reader = try open(
        isRefused: false, editor: try editor("من المحرر", then: "while :; do sleep 1; done"))
      try write(in: reader, isHalfTyped: true)
      reader.type("\u{5}")
      let process = try editing(reader)
      reader.terminal.signal(SIGKILL)
      _ = try reader.terminal.waitForEnd()
      kill(process, SIGKILL)
      while kill(process, 0) == 0 { usleep(5000) }
      try expectOffer("من المحرر")
      #expect(!state.names.contains { $0.hasPrefix("rawi-note") })
    }
  }

  @Test func `what an editor has saved before it failed is taken up`() async throws {
    try await ProgramThread.run {
      let reader = try open(isRefused: false, editor: try editor("من المحرر", then: "exit 3"))
      try write(in: reader, isHalfTyped: true)
      reader.type("\u{5}")
      try reader.await("saved last")
      reader.type("\u{13}")
      try reader.await("note saved")
      try reader.quit()
      #expect(try notes() == ["من المحرر"])
    }
  }
}
