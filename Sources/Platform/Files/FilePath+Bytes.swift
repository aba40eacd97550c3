import Glibc

/// Paths that are no UTF-8.
///
/// The system takes any bytes as a name: archives of other systems have names in their charsets. In a
/// string each byte that is part of no UTF-8 sequence stands as a private-use scalar, U+10FE80 to
/// U+10FEFF by its value; whatever opens a file by a string gives the bytes back to the system.
extension FilePath {
  private static let escapes: ClosedRange<UInt32> = 0x10FE80...0x10FEFF
  private static let base = escapes.lowerBound - 0x80

  /// The string for the path of these bytes.
  package static func string(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !hasEscapes(text) { return text }
    var view = String.UnicodeScalarView()
    var (parser, rest) = (Unicode.UTF8.ForwardParser(), Array(bytes).makeIterator())
    var position = bytes.startIndex
    while true {
      let length: Int
      switch parser.parseScalar(from: &rest) {
      case .emptyInput: return String(view)
      case .valid(let encoded):
        length = encoded.count
        let scalar = Unicode.UTF8.decode(encoded)
        // A scalar that stands for a byte is written as its bytes.
        if !escapes.contains(scalar.value) {
          view.append(scalar)
          position = bytes.index(position, offsetBy: length)
          continue
        }
      case .error(let count): length = count
      }
      let end = bytes.index(position, offsetBy: length)
      for byte in bytes[position..<end] {
        view.append(Unicode.Scalar(base + UInt32(byte)) ?? "\u{FFFD}")
      }
      position = end
    }
  }

  /// The bytes of `path` as the system takes them.
  package static func bytes(of path: String) -> [UInt8] {
    path.unicodeScalars.flatMap { scalar in
      escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value - base)] : Array(String(scalar).utf8)
    }
  }

  /// Calls `body` with the bytes of `path` as the system takes them: a C string.
  package static func withBytes<Result>(
    of path: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    guard hasEscapes(path) else { return path.withCString(body) }
    return (bytes(of: path) + [0]).withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map(body) ?? path.withCString(body)
    }
  }

  /// Whether bytes that are no UTF-8 stand in `path`.
  package static func hasEscapes(_ path: String) -> Bool {
    path.unicodeScalars.contains { escapes.contains($0.value) }
  }

  /// `path` as it can be shown: U+FFFD for each byte that is no UTF-8, and of a ``StreamKey`` its name.
  package static func shown(_ path: String) -> String {
    if let name = StreamKey.name(of: path) { return name }
    guard hasEscapes(path) else { return path }
    let scalars = path.unicodeScalars.map { escapes.contains($0.value) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// `path` as it stands in a line beside other words: ``shown(_:)``, with a picture for each control and
  /// each end of a line, so that no name pretends to be a line of its own.
  package static func shownInLine(_ path: String) -> String {
    TerminalControls.picturedOnOneLine(shown(path))
  }
}
