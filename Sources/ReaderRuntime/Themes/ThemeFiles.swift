import Interface
import Platform

/// The themes on disk and in the program.
package struct ThemeFiles {
  private let catalog: ThemeCatalog

  /// The themes in the folders that the environment names, beside the program, and in it.
  package init() {
    self.init(
      ThemeCatalog(
        environment: ProcessEnvironment.variables, executableFolder: RunningProgram.folder,
        listFolder: Folder.names, readFile: ThemeCatalog.readFile))
  }

  /// The themes of `catalog`.
  package init(_ catalog: ThemeCatalog) { self.catalog = catalog }

  /// The theme of the given name or path, or where it is `nil` the one for people who chose none, for
  /// a terminal with the given background.
  package func theme(
    _ nameOrPath: String?, on background: Theme.Appearance
  ) throws(ThemeError) -> Theme {
    try catalog.theme(
      nameOrPath ?? ThemeCatalog.defaultName, on: background == .light ? .light : .dark)
  }

  /// The names of all themes.
  package var names: [String] { catalog.names }

  /// The file that `name` is read from; `nil` where it is built in.
  package func file(of name: String) -> String? { catalog.file(of: name) }
}
