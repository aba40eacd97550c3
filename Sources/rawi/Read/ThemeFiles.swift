import CursesTerminal
import Glibc
import Reader

/// The themes on disk and in the program.
struct ThemeFiles {
  private let catalog: ThemeCatalog

  init() {
    let folder = Self.executable.flatMap { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
    catalog = ThemeCatalog(
      environment: ProcessEnvironment.variables, executableFolder: folder, readFile: Self.read)
  }

  /// The theme of the given name or path.
  func theme(_ nameOrPath: String) throws -> Theme {
    try catalog.theme(nameOrPath)
  }

  /// The theme for a terminal with the given background where the person chose none.
  func theme(suiting background: TerminalTraits.Background) throws -> Theme {
    try catalog.theme(ThemeCatalog.defaultName(for: background == .light ? .light : .dark))
  }

  /// The path of the running program, symbolic links resolved.
  private static var executable: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The bytes of a file, or `nil`; a theme larger than a megabyte is no theme.
  private static let read: @Sendable (String) -> [UInt8]? = { path in
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    guard count > 0 || feof(file) != 0, ferror(file) == 0 else { return nil }
    return Array(bytes[..<count])
  }
}
