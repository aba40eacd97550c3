import CInterfaceData
import Platform

/// The themes that a person can choose from, and where they are looked for.
///
/// A name is looked for as `NAME.toml` in, in this order:
/// 1. `$XDG_CONFIG_HOME/rawi/themes`, by default `~/.config/rawi/themes`;
/// 2. `../share/rawi/themes` beside the folder of the program;
/// 3. `rawi/themes` in each folder of `$XDG_DATA_DIRS`, by default `/usr/local/share:/usr/share`;
/// 4. the themes that are built in.
///
/// What holds a `/` or ends with `.toml` is a path, and is read as it is. As the XDG Base Directory
/// Specification asks, relative folders in the variables are passed over.
///
/// A theme that inherits its own name continues the search after its own place, so that a file
/// `dark.toml` in the configuration can change the built-in theme `dark`.
package struct ThemeCatalog: Sendable {
  /// The folders that are searched, the first first.
  package let folders: [String]
  private let readFile: @Sendable (String) throws(FileError) -> [UInt8]?
  private let listFolder: @Sendable (String) -> [String]

  /// A catalog that reads files by `readFile`.
  ///
  /// - Parameters:
  ///   - environment: the variables of the environment.
  ///   - executableFolder: the folder of the program, symbolic links resolved; nil if not known.
  ///   - listFolder: the names of the files in a folder, none where it cannot be read.
  ///   - readFile: the content of the file at a path, or nil if there is none.
  package init(
    environment: [String: String], executableFolder: String?,
    listFolder: @escaping @Sendable (String) -> [String] = { _ in [] },
    readFile: @escaping @Sendable (String) throws(FileError) -> [UInt8]?
  ) {
    var roots = [UserFolder.configuration.path(environment)].compactMap(\.self)
    if let executableFolder { roots.append(FilePath.join(executableFolder, "../share")) }
    let given = environment["XDG_DATA_DIRS"] ?? ""
    let dataFolders = given.isEmpty ? "/usr/local/share:/usr/share" : given
    roots += dataFolders.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    folders = roots.map { FilePath.join($0, "rawi/themes") }
    self.readFile = readFile
    self.listFolder = listFolder
  }

  /// The content of the theme file at `path`, or `nil` where there is none; no theme is larger than a
  /// megabyte.
  package static let readFile: @Sendable (String) throws(FileError) -> [UInt8]? = {
    path throws(FileError) in
    do throws(FileError) {
      return try WholeFile.bytes(of: path, limit: 1 << 20)
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
  }

  /// The names of all themes: a person's own and those of the machine in the order of the alphabet,
  /// then those that are built in.
  ///
  /// - Complexity: O(*n* log *n*) in the files of the folders.
  package var names: [String] {
    let builtIn = Self.builtIn.map(\.name)
    let files = Set(folders.flatMap(listFolder).filter { $0.hasSuffix(".toml") && $0.count > 5 })
    return files.map { String($0.dropLast(5)) }.filter { !builtIn.contains($0) }.sorted() + builtIn
  }

  /// The file that `name` is read from; nil where it is built in or there is none.
  package func file(of name: String) -> String? {
    (try? find(name, except: [])).flatMap { $0.path.hasPrefix("built-in:") ? nil : $0.path }
  }

  /// The themes that are part of the program: their names, and their files' contents.
  package static let builtIn: [(name: String, text: String)] = [
    ("auto", text(rawi_theme_auto())),
    ("dark", text(rawi_theme_dark())),
    ("light", text(rawi_theme_light())),
    ("paper", text(rawi_theme_paper())),
    ("night", text(rawi_theme_night())),
    ("lamp", text(rawi_theme_lamp())),
    ("contrast", text(rawi_theme_contrast())),
    ("contrast-dark", text(rawi_theme_contrast_dark())),
    ("contrast-light", text(rawi_theme_contrast_light())),
    ("mono", text(rawi_theme_mono())),
    ("terminal", text(rawi_theme_terminal())),
  ]

  /// The name of the theme to use where the person chose none.
  package static let defaultName = "auto"

  /// The theme of the given name or path, in the variant for `background` where it has one.
  ///
  /// - Parameters:
  ///   - nameOrPath: a name to look for, or a path.
  ///   - background: the terminal's; where it is not known, dark is more likely.
  /// - Returns: the theme.
  /// - Throws: ``ThemeError`` if there is none, or if it or one that it inherits from is wrong.
  package func theme(
    _ nameOrPath: String, on background: Theme.Appearance = .dark
  ) throws(ThemeError) -> Theme {
    var visited: [(path: String, name: String)] = []
    let first: Found
    if nameOrPath.contains("/") || nameOrPath.hasSuffix(".toml") {
      guard let bytes = try content(of: nameOrPath) else {
        throw ThemeError(file: nameOrPath, position: nil, problem: .missing)
      }
      first = Found(path: nameOrPath, name: Self.name(ofPath: nameOrPath), bytes: bytes)
    } else if let found = try find(nameOrPath, except: []) {
      first = found
    } else {
      throw notFound(nameOrPath)
    }
    var chain: [ThemeSource] = []
    var next: Found? = first
    while let found = next {
      visited.append((found.path, found.name))
      let source = try ThemeSource(found.bytes, file: found.path).source(on: background)
      chain.append(source)
      next = try source.inherits.map { parent throws(ThemeError) in
        try self.parent(parent.name, at: parent.position, in: source.file, visited: visited)
      }
    }
    let merged = chain.dropFirst().reduce(chain[0]) { source, parent in source.over(parent) }
    return try merged.theme(named: first.name)
  }

  // MARK: Search

  private struct Found {
    var path: String
    var name: String
    var bytes: [UInt8]
  }

  private func content(of path: String) throws(ThemeError) -> [UInt8]? {
    do throws(FileError) { return try readFile(path) } catch {
      throw ThemeError(file: path, position: nil, problem: .unreadable(error.reason))
    }
  }

  private func find(
    _ name: String, except visited: Set<String>
  ) throws(ThemeError) -> Found? {
    for folder in folders {
      let path = FilePath.join(folder, name + ".toml")
      guard !visited.contains(path), let bytes = try content(of: path) else { continue }
      return Found(path: path, name: name, bytes: bytes)
    }
    let path = "built-in:\(name).toml"
    guard !visited.contains(path),
      let theme = Self.builtIn.first(where: { $0.name == name })
    else { return nil }
    return Found(path: path, name: name, bytes: Array(theme.text.utf8))
  }

  private func parent(
    _ name: String, at position: TOML.Position, in file: String,
    visited: [(path: String, name: String)]
  ) throws(ThemeError) -> Found {
    if !name.contains("/"), let found = try find(name, except: Set(visited.map(\.path))) {
      return found
    }
    var error = notFound(name)
    if let first = visited.firstIndex(where: { $0.name == name }) {
      error.problem = .inheritanceCycle(visited[first...].map(\.name) + [name])
    }
    error.file = file
    error.position = position
    throw error
  }

  private func notFound(_ name: String) -> ThemeError {
    ThemeError(
      file: nil, position: nil,
      problem: .notFound(name, searched: folders, builtIn: Self.builtIn.map(\.name)))
  }

  private static func name(ofPath path: String) -> String {
    let last = FilePath.name(of: path)
    return last.hasSuffix(".toml") ? String(last.dropLast(5)) : last
  }

  private static func text(_ data: rawi_interface_data) -> String {
    String(decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
  }
}
