import Foundation
import TestSupport

/// The commands that README.md and the manual show, as they stand there.
enum DocumentedCommands {
  /// The folder of the package.
  static let package = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  /// The pages that tell of commands: those of the catalogues, and what people meet on the way in.
  static let pages =
    ["README.md"]
    + [
      ".github", ".github/ISSUE_TEMPLATE", "Sources/rawi/Rawi.docc",
      "Sources/ArabicAnalysis/ArabicAnalysis.docc",
    ].flatMap { folder in
      TemporaryFolder.listing(of: package + "/" + folder)
        .filter { $0.hasSuffix(".md") || $0.hasSuffix(".yml") }.map { folder + "/" + $0 }
    }

  /// What the file at `path` of the package says.
  static func text(of path: String) throws -> String {
    String(decoding: try TemporaryFolder.read(package + "/" + path), as: UTF8.self)
  }

  /// The calls of the program in `page`: in blocks one a line up to the gap before what it does, and in
  /// running text between backquotes.
  static func calls(in page: String) throws -> [String] {
    try pieces(of: page).compactMap { piece in
      let call =
        piece.block == nil
        ? piece.text : piece.text.components(separatedBy: "  ")[0].components(separatedBy: " #")[0]
      return call.hasPrefix("rawi ") ? call : nil
    }
  }

  /// Programs of others, and files of the package, that begin a line for a shell.
  private static let beginnings = [
    "swift ", "swiftly ", "apt ", "apt-get ", "dpkg ", "tar ", "mkdir ", "parallel ", "xterm ",
    "w3m ", "$(command", "RAWI_", ".ci/", ".build/", "rawi-benchmark ", "Sources/Benchmark/",
  ]

  /// The lines for a shell in `page` that are no call of the program alone; one that ends in a backslash goes on
  /// in the next.
  static func shellLines(in page: String) throws -> [String] {
    var lines: [String] = []
    var isOpen = false
    for piece in try pieces(of: page) {
      let isShell = ["sh", "console"].contains(piece.block)
      if isOpen {
        lines[lines.count - 1] += "\n" + piece.text
      } else if isShell || beginnings.contains(where: piece.text.hasPrefix) {
        lines.append(piece.text)
      } else {
        continue
      }
      isOpen = piece.text.hasSuffix("\\")
    }
    return lines
  }

  /// The words of a line for a shell, without its quotation marks.
  static func words(of line: String) -> [String] {
    line.split { " \n\\'\"".contains($0) }.map(String.init)
  }

  /// The texts of all files below `folders` of the package that are Swift or have no kind, with their paths.
  static func sources(in folders: [String]) throws -> [(path: String, text: String)] {
    try folders.flatMap { folder in
      try
        (FileManager.default.enumerator(atPath: package + "/" + folder)?.compactMap {
          $0 as? String
        } ?? [])
        .filter { $0.hasSuffix(".swift") || folder == ".ci" }
        .map { (folder + "/" + $0, try text(of: folder + "/" + $0)) }
    }
  }

  /// The lines of blocks, each with the kind of its block, and what stands between backquotes elsewhere.
  private static func pieces(of page: String) throws -> [(block: String?, text: String)] {
    var pieces: [(block: String?, text: String)] = []
    var block: String?
    for line in try text(of: page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        block = block == nil ? String(line.dropFirst(3)) : nil
      } else if block != nil {
        pieces.append((block, String(line)))
      } else {
        pieces += line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { (nil, String($0.element)) }
      }
    }
    return pieces
  }
}
