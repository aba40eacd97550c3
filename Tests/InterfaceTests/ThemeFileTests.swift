import Glibc
import Interface
import Platform
import TestSupport
import Testing

/// Theme files as the file system has them.
@Suite struct ThemeFileTests {
  private let home: TemporaryFolder
  private let catalog: ThemeCatalog

  init() throws {
    home = try TemporaryFolder()
    try Folder.make(home.path + "/rawi/themes")
    catalog = ThemeCatalog(
      environment: ["XDG_CONFIG_HOME": home.path], executableFolder: nil,
      listFolder: Folder.names, readFile: ThemeCatalog.readFile)
  }

  private func message(_ name: String) -> String? {
    do throws(ThemeError) {
      _ = try catalog.theme(name)
      return nil
    } catch {
      return error.message(in: .english)
    }
  }

  @Test func `a theme that is too long is refused and not cut`() throws {
    let text = "appearance = 'dark'\n" + String(repeating: "# \n", count: 1 << 19)
    let path = try home.file("rawi/themes/long.toml", text.utf8)
    #expect(message("long") == "\(path): it cannot be read: it has more than 1,024 KiB")
  }

  @Test(.timeLimit(.minutes(20)))
  func `a pipe of a theme's name is told and not waited for`() throws {
    let path = home.path + "/rawi/themes/dark.toml"
    try #require(mkfifo(path, 0o600) == 0)
    let problem = "it is no file, but a folder, a pipe or a device"
    #expect(message("dark") == "\(path): it cannot be read: \(problem)")
  }

  @Test func `a path without a file is told`() {
    #expect(message("/nonexistent/a.toml")?.contains("does not exist") == true)
  }
}
