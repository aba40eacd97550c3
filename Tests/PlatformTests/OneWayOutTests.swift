import Foundation
import Testing

/// Standard output and standard error are written in one place.
@Suite struct OneWayOutTests {
  /// The files that write to descriptors, and what to: all else goes through the first.
  private static let writers: Set = [
    "Platform/Output/DescriptorWriting.swift",  // standard output, standard error
    "Platform/Files/FileReplacement.swift",  // files
    "CursesTerminal/Session/TerminalDevice.swift",  // the terminal of the reader, cells only
    "CursesTerminal/Events/WakePipe.swift",  // a pipe of our own
    "Documents/Converters/ChildProgram+Input.swift",  // a file in memory for a program
    "ReaderRuntime/Files/ClipboardTool.swift",  // a file for a tool of the desktop
    "rawi/Show/PrintTarget.swift",  // nothing: it asks /dev/tty for its size
  ]

  private static let ways = [
    #"(?:^|[^\w.])(print|debugPrint|dump|puts|fputs|fputc|putchar|putc|fwrite|perror)\("#,
    #"(?:^|[^\w.])v?[fd]?printf\("#, #"\bSwift\.(print|debugPrint|dump)\("#,
    #"\bGlibc\.(f?write|writev|pwrite|f?puts|[fd]?printf)\("#,
    #"(?:^|[^\w.])(write|writev|pwrite)\((STD|[0-9]|\w*[dD]escriptor)"#,
    #"\bFileHandle\b"#, #"\bNSLog\b"#, #"\bto: &std(out|err)"#, #"/dev/(std(out|err)|tty)"#,
  ].joined(separator: "|")

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources").standardized

  @Test func `nothing is printed past the one way out`() throws {
    let way = try Regex(Self.ways)
    let files = try #require(
      FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
    var seen = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let name = String(file.path.dropFirst(Self.sources.path.count + 1))
      // A program of those who work on Rawi, no part of what ships.
      guard !name.hasPrefix("Benchmark/"), !Self.writers.contains(name) else { continue }
      seen += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line[...]
        // A function of that name is ours, and so is what a type calls itself.
        guard !code.contains("func "), code.firstMatch(of: way) != nil else { continue }
        Issue.record("\(name): \(code.trimmingCharacters(in: .whitespaces))")
      }
    }
    #expect(seen > 300)
  }
}
