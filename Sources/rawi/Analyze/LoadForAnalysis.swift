import ArabicText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read.
struct FileError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "\(path): \(reason)" }
}

/// Reads a UTF-8 file whole.
///
/// - Throws: ``FileError`` where it cannot be opened or read.
func loadForAnalysis(_ path: String) throws -> Document {
  guard let file = fopen(path, "rb") else {
    throw FileError(path: path, reason: String(cString: strerror(errno)))
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  if ferror(file) != 0 {
    throw FileError(path: path, reason: String(cString: strerror(errno)))
  }
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return Document(text: DecodedText(copying: bytes), name: name, path: path)
}
