import CursesTerminal
import Glibc
import Interface
import Reader

/// The themes on disk and in the program.
package struct ThemeFiles {
  private let catalog: ThemeCatalog

  /// The themes in the folders that the environment names, beside the program, and in it.
  package init() {
    let folder = Self.executable.flatMap { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
    catalog = ThemeCatalog(
      environment: ProcessEnvironment.variables, executableFolder: folder, listFolder: Self.list,
      readFile: Self.read)
  }

  /// The theme of the given name or path, or where it is `nil` the one for people who chose none, for
  /// a terminal with the given background.
  package func theme(
    _ nameOrPath: String?, on background: TerminalTraits.Background
  ) throws(ThemeError) -> Theme {
    try catalog.theme(
      nameOrPath ?? ThemeCatalog.defaultName, on: background == .light ? .light : .dark)
  }

  /// The names of all themes.
  package var names: [String] { catalog.names }

  /// The file that `name` is read from; `nil` where it is built in.
  package func file(of name: String) -> String? { catalog.file(of: name) }

  /// The path of the running program, symbolic links resolved.
  private static var executable: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in a folder.
  private static let list: @Sendable (String) -> [String] = { path in
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let size = MemoryLayout.size(ofValue: entry.pointee.d_name)
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: size) { String(cString: $0) }
        })
    }
    return names
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
