import Foundation

/// A folder that is removed with its files at the end of a test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of `name` in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and gives its path.
  func file(_ bytes: some Sequence<UInt8>, _ name: String = "text.txt") throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }
}
