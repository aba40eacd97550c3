import Dispatch
import Glibc
import Platform

/// The program that puts text on the clipboard of the desktop, for terminals that do not by themselves.
package struct ClipboardTool {
  /// The path of the program and its arguments.
  let command: [String]

  /// The first tool that is installed for the session that `environment` tells of: `wl-copy` in
  /// Wayland, `xclip` or `xsel` in X; `nil` where there is no desktop or no tool.
  package init?(environment: [String: String] = ProcessEnvironment.variables) {
    let tools: [(variable: String, command: [String])] = [
      ("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "-selection", "clipboard"]),
      ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    ]
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    for tool in tools where environment[tool.variable]?.isEmpty == false {
      let paths = folders.map { "\($0)/\(tool.command[0])" }
      guard let path = paths.first(where: { PathCalls.allows($0, X_OK) }) else { continue }
      command = [path] + tool.command.dropFirst()
      return
    }
    return nil
  }

  /// Gives `text` to the tool, which runs beside the program; a failure is passed over, as OSC 52 was
  /// sent as well.
  package func copy(_ text: String) {
    // A file without a name as standard input: whole before the tool starts, and no pipe that could
    // block.
    guard let file = try? Descriptor.unnamedFile() else { return }
    defer { close(file) }
    guard (try? FileReplacement.write(Array(text.utf8), to: file, "")) != nil,
      lseek(file, 0, SEEK_SET) == 0
    else { return }
    var program = ChildProgram(command)
    program.input = .descriptor(file)
    program.hasOwnGroup = true
    guard let child = try? program.start() else { return }
    DispatchQueue.global(qos: .utility).async { child.waitForEnd() }
  }
}
