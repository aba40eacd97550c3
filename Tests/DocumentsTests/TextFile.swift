import TestSupport

extension TemporaryFolder {
  /// The path of `name` in the folder.
  func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func file(_ bytes: some Sequence<UInt8>, _ name: String = "text.txt") throws -> String {
    try file(name, bytes)
  }
}
