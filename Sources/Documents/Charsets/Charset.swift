/// How the bytes of a document stand for characters.
package struct Charset: Hashable, Sendable, CustomStringConvertible {
  /// The name, as `iconv` takes it.
  package var name: String
  /// How many bytes a byte order mark takes at the beginning.
  package var markLength = 0

  /// The name.
  package var description: String { name }

  /// Whether the bytes need no conversion.
  var isUTF8: Bool { ["UTF-8", "UTF8"].contains(name.uppercased()) }

  /// The bytes of one code unit: what is left out where they cannot be converted.
  var unitLength: Int {
    let upper = name.uppercased()
    if upper.hasPrefix("UTF-16") || upper.hasPrefix("UTF16") || upper.hasPrefix("UCS-2") {
      return 2
    }
    return upper.hasPrefix("UTF-32") || upper.hasPrefix("UTF32") || upper.hasPrefix("UCS-4") ? 4 : 1
  }

  /// The charset called `name`.
  package init(_ name: String, markLength: Int = 0) {
    self.name = name
    self.markLength = markLength
  }

  /// UTF-8 (RFC 3629).
  package static let utf8 = Charset("UTF-8")
  /// The Arabic code page of Windows.
  package static let windows1256 = Charset("windows-1256")
  /// The Arabic part of ISO 8859, which is also ASMO 708.
  package static let iso8859Arabic = Charset("ISO-8859-6")

  /// The charset that a byte order mark at the beginning of `bytes` tells (Unicode 15, §23.8).
  static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let marks: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8"),
      // Before UTF-16, whose mark is the beginning of this one.
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    return marks.first { bytes.starts(with: $0.0) }.map { Charset($0.1, markLength: $0.0.count) }
  }
}
