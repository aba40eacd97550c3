/// One pass over the bytes of a TOML file.
///
/// This file holds the place in the bytes; ``document()`` is where reading begins.
struct TOMLReader {
  let bytes: [UInt8]
  private(set) var index = 0
  private(set) var position = TOML.Position.start

  init(_ bytes: [UInt8]) throws(TOML.Failure) {
    self.bytes = bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      while index < error.byteOffsets.lowerBound { advance() }
      throw failure(.invalidUTF8)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  // MARK: Bytes

  /// The byte at this place; nil at the end of the file.
  var peek: UInt8? { peek(0) }

  func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  func isAt(_ sign: Unicode.Scalar) -> Bool { peek == UInt8(ascii: sign) }

  var isAtNewline: Bool {
    isAt("\n") || (isAt("\r") && peek(1) == UInt8(ascii: "\n"))
  }

  /// Goes one byte further.
  mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      position.line += 1
      position.column = 1
    } else if index == bytes.count || bytes[index] & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  /// Goes behind `sign` where it stands here.
  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard isAt(sign) else { return false }
    advance()
    return true
  }

  /// Goes behind a line break where one stands here.
  mutating func takeNewline() -> Bool {
    guard isAtNewline else { return false }
    _ = skip("\r")
    advance()
    return true
  }

  // MARK: Space and comments

  mutating func skipSpace() {
    while isAt(" ") || isAt("\t") { advance() }
  }

  mutating func skipComment() throws(TOML.Failure) {
    guard isAt("#") else { return }
    while let byte = peek, !isAtNewline {
      guard !byte.isControl else { throw failure(.controlCharacter(byte)) }
      advance()
    }
  }

  /// Goes behind spaces, comments and line breaks.
  mutating func skipBlankLines() throws(TOML.Failure) {
    repeat {
      skipSpace()
      try skipComment()
    } while takeNewline()
  }

  // MARK: Text and errors

  /// What stands between the byte `start` and this place.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<index], as: UTF8.self)
  }

  func failure(
    _ problem: TOMLError.Problem, at place: TOML.Position? = nil
  ) -> TOML.Failure {
    TOML.Failure(problem: problem, position: place ?? position)
  }

  func unexpected(_ allowed: TOMLError.Allowed) -> TOML.Failure {
    let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    return failure(.unexpected(found: scalar, allowed: allowed))
  }
}

extension UInt8 {
  /// Whether TOML wants it written as an escape, and only in strings.
  var isControl: Bool { (self < 0x20 && self != UInt8(ascii: "\t")) || self == 0x7F }
}
