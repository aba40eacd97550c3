import Glibc
import Interface
import Reader
import Testing

/// Compares screens with the files in `Screens`, one file a behaviour.
///
/// `RAWI_REWRITE_SCREENS=1 swift test --filter ReaderTests` writes the files anew; look at the
/// difference before you commit it.
enum GoldenScreen {
  private static let folder =
    String(#filePath[..<(#filePath.lastIndex(of: "/") ?? #filePath.endIndex)]) + "/Screens/"

  static func expect(
    _ state: ReaderState, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = Rendering.text(of: screen(of: state))
    let path = folder + name + ".txt"
    if getenv("RAWI_REWRITE_SCREENS") != nil {
      let file = try #require(fopen(path, "w"), sourceLocation: sourceLocation)
      fputs(found, file)
      fclose(file)
      return
    }
    let wanted = try #require(read(path), "no file \(path)", sourceLocation: sourceLocation)
    #expect(found == wanted, "\(name):\n\(found)", sourceLocation: sourceLocation)
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
