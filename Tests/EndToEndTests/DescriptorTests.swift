import Annotations
import Glibc
import TestSupport
import Testing

/// The descriptors of the program: how many there are, and who gets them.
struct DescriptorTests {
  /// Closes what whoever runs the tests has left open.
  private static let closing = """
    for file in /proc/$$/fd/*; do n=${file##*/}; if [ "$n" -gt 2 ]; then eval "exec $n>&-"; fi; done
    """

  /// Runs the reader on `files` behind `prefix`, a command of the shell.
  private func reader(
    _ files: [String], _ variables: [String: String], prefix: String = "true"
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    try terminal.run(
      "/bin/bash",
      ["-c", "\(Self.closing)\n\(prefix); exec \"$0\" \"$@\"", BuiltProgram.path("rawi")] + files,
      environment: BuiltProgram.environment.merging(["TERM": "xterm-256color"]) { $1 }
        .merging(variables) { $1 })
    try terminal.wait(for: "\u{1B}[?25l")
    return terminal
  }

  /// The content of the file `path` once it is there.
  private func content(of path: String, _ terminal: PseudoTerminal) throws -> String {
    let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
    while access(path, R_OK) != 0, ContinuousClock.now < deadline {
      terminal.pump(.milliseconds(10))
    }
    return String(decoding: try TemporaryFolder.read(path), as: UTF8.self)
  }

  /// The name of the article that stands on the screen, drawn anew.
  private func shown(on terminal: PseudoTerminal) throws -> String? {
    let start = terminal.output.count
    terminal.send("\u{C}")
    try terminal.wait(for: "\u{1B}[2J", after: start)
    try terminal.wait(for: ".txt", after: start)
    return String(decoding: terminal.output[start...], as: UTF8.self)
      .firstMatch(of: /([0-9]+)\.txt/).map { String($0.1) }
  }

  /// A program that writes down which descriptors it has, and then does `more`.
  private func lister(_ folder: TemporaryFolder, _ name: String, _ more: String) throws -> String {
    let path = try folder.file(
      name,
      """
      #!/bin/sh
      ls /proc/self/fd > "$FOLDER/\(name).part"
      \(more)
      mv "$FOLDER/\(name).part" "$FOLDER/\(name).list"

      """.utf8)
    chmod(path, 0o755)
    return path
  }

  @Test func `no editor and no tool of the clipboard gets a descriptor of the program`() throws {
    let folder = try TemporaryFolder()
    let article = try folder.file("article.txt", Annotator.text.utf8)
    let editor = try lister(folder, "editor", ":")
    _ = try lister(folder, "wl-copy", "cat > /dev/null")
    let terminal = try reader(
      [article],
      [
        "PATH": folder.path + ":/usr/bin:/bin", "FOLDER": folder.path, "VISUAL": editor,
        "XDG_DATA_HOME": folder.path, "WAYLAND_DISPLAY": "wayland-0",
      ])
    // A note, so that the store is open.
    terminal.send("vwaنعم\u{13}")
    try terminal.wait(for: "saved")
    terminal.send("y")
    // The last one is that of ls, which lists the folder.
    #expect(try content(of: folder.path + "/wl-copy.list", terminal) == "0\n1\n2\n3\n")
    terminal.send("E")
    #expect(try content(of: folder.path + "/editor.list", terminal) == "0\n1\n2\n3\n")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `every descriptor of the program but the standard three is closed in a child`() throws
  {
    let folder = try TemporaryFolder()
    let article = try folder.file("article.txt", Annotator.text.utf8)
    let terminal = try reader([article], ["XDG_DATA_HOME": folder.path])
    terminal.send("vwaنعم\u{13}")
    try terminal.wait(for: "saved")
    let process = "/proc/\(terminal.processIdentifier)"
    var count = 0
    for descriptor in TemporaryFolder.listing(of: process + "/fd").compactMap({ Int($0) })
    where descriptor > 2 {
      let info = String(
        decoding: try TemporaryFolder.read("\(process)/fdinfo/\(descriptor)"), as: UTF8.self)
      let flags =
        info.split(separator: "\n").first { $0.hasPrefix("flags:") }?
        .split(separator: "\t").last.flatMap { Int32($0, radix: 8) } ?? 0
      #expect(
        flags & O_CLOEXEC != 0,
        "\(descriptor): \(TemporaryFolder.target(of: "\(process)/fd/\(descriptor)"))")
      count += 1
    }
    #expect(count > 3)
    terminal.send("q")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `many articles are read with few descriptors, and notes are kept in each`()
    throws
  {
    let folder = try TemporaryFolder()
    let files = try (0..<40).map { file in
      // Articles that are alike would be listed as one.
      let own = (0..<60).map { "\(1000 * (file + 1) + $0)" }.joined(separator: " ")
      return try folder.file("\(file).txt", (Annotator.text + own + "\n").utf8)
    }
    let folders = ["XDG_DATA_HOME": folder.path, "XDG_CACHE_HOME": folder.path + "/cache"]
    let terminal = try reader(files, folders, prefix: "ulimit -n 32")
    try terminal.wait(for: "40 new")
    // The list first, then one after another of it.
    let list = terminal.output.count
    terminal.send("g\r")
    try terminal.wait(for: "%", after: list)
    for _ in 1..<files.count {
      let last = try shown(on: terminal)
      terminal.send("\u{1B}.")
      let deadline = ContinuousClock.now + PseudoTerminal.hangGuard
      while try shown(on: terminal) == last { try #require(ContinuousClock.now < deadline) }
    }
    let start = terminal.output.count
    terminal.send("vwaآخر\u{13}")
    try terminal.wait(for: "saved", after: start)
    #expect(TemporaryFolder.listing(of: "/proc/\(terminal.processIdentifier)/fd").count < 28)
    terminal.send("qq")
    #expect(try terminal.waitForEnd() == 0)
    let kept = try files.flatMap { try AnnotatingReader.annotations(of: $0, data: folder.path) }
    #expect(kept.map(\.annotation.note) == ["آخر"])
  }
}
