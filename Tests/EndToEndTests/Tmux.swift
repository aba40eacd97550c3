import Foundation

/// A program running in a tmux of its own, seen through `capture-pane`.
final class Tmux {
  static let path = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private let socket = "rawi-test-\(UUID().uuidString)"

  /// Runs `command` in a terminal of the given size; `environment` is added to a bare one.
  init(_ command: [String], columns: Int, rows: Int, environment: [String: String] = [:]) throws {
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let words = ["env"] + variables + command
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      words.map(Self.quoted).joined(separator: " "))
  }

  deinit { _ = try? tmux("kill-server") }

  /// The rows of the screen from the top, as terminal cells from the left.
  func screen() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Presses keys as tmux names them.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// The screen when `condition` holds of it, or the last one after ten seconds.
  func screen(when condition: ([String]) -> Bool) throws -> [String] {
    let deadline = Date(timeIntervalSinceNow: 10)
    var rows = try screen()
    while !condition(rows), Date() < deadline {
      Thread.sleep(forTimeInterval: 0.02)
      rows = try screen()
    }
    return rows
  }

  /// Whether the program has ended.
  func hasEnded() -> Bool { (try? tmux("has-session")) == nil }

  @discardableResult private func tmux(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path ?? "/usr/bin/tmux")
    process.arguments = ["-u", "-L", socket] + arguments
    // A file and not a pipe: the server that the first call starts would keep a pipe open.
    let output = try Program.file([], name: "output.txt")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    let url = URL(fileURLWithPath: output)
    defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}

/// The program under test and files for it.
enum Program {
  /// The `rawi` that was built with the tests.
  static var path: String {
    let bundle = Bundle.allBundles.map(\.bundlePath).first { $0.hasSuffix(".xctest") }
    let folder = URL(fileURLWithPath: bundle ?? CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("rawi").path
  }

  /// A new file with `bytes`, in a folder of its own.
  static func file(_ bytes: some Sequence<UInt8>, name: String = "article.txt") throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rawi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// What a run of the program left behind.
  struct Result {
    var status: Int32
    var output: String
    var error: String
  }

  /// Runs the program without a terminal.
  static func run(_ arguments: [String], input: Data? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (output, error, keys) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = keys
    try process.run()
    if let input { keys.fileHandleForWriting.write(input) }
    try keys.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      error: String(decoding: complaint, as: UTF8.self))
  }
}
