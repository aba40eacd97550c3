/// How the bytes of a document stand for characters.
package struct Charset: Hashable, Sendable, CustomStringConvertible {
  /// The name, as `iconv` takes it.
  package var name: String
  /// How many bytes a byte order mark takes at the beginning.
  package var byteOrderMarkLength = 0

  /// The name.
  package var description: String { name }

  /// Whether its bytes can be converted.
  package var isKnown: Bool { CharsetConverter.knows(self) }

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

  /// Whether lines are stored as they are seen, their first letter last: `windows-1256-visual`.
  var isVisual: Bool { name.lowercased().hasSuffix(Self.visualSuffix) }

  /// The name without a mark of its order.
  var storedName: String {
    isVisual ? String(name.dropLast(Self.visualSuffix.count)) : name
  }

  /// The charset that bytes of UTF-8 were taken for before they were made UTF-8 once more, as in
  /// `UTF-8-as-windows-1252`; `nil` where that was not done.
  var mistakenFor: String? {
    name.uppercased().hasPrefix(Self.mistakePrefix)
      ? String(name.dropFirst(Self.mistakePrefix.count)) : nil
  }

  static let visualSuffix = "-visual"
  static let mistakePrefix = "UTF-8-AS-"

  /// This charset, with lines as they are seen.
  var visual: Charset { Charset(name + Self.visualSuffix) }

  /// UTF-8 that was taken for the charset called `name`, and made UTF-8 once more.
  static func mistaken(for name: String) -> Charset { Charset("UTF-8-as-\(name)") }

  /// The charset called `name`.
  package init(_ name: String, byteOrderMarkLength: Int = 0) {
    self.name = name
    self.byteOrderMarkLength = byteOrderMarkLength
  }

  /// UTF-8 (RFC 3629).
  package static let utf8 = Charset("UTF-8")
  /// The Arabic code page of Windows.
  package static let windows1256 = Charset("windows-1256")
  /// The Arabic part of ISO 8859, which is also ASMO 708.
  package static let iso8859Arabic = Charset("ISO-8859-6")

  /// Whether the charset is one that articles come in, of which nobody needs to be told.
  package var isUsual: Bool {
    !isVisual && mistakenFor == nil && ByteTable.own(name) == nil && !hasShapes
  }

  /// Whether it has shapes of letters instead of letters.
  var hasShapes: Bool { ["CP864", "IBM864", "864"].contains(storedName.uppercased()) }

  /// The charset that a byte order mark at the beginning of `bytes` tells (Unicode 15, §23.8).
  static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
    let marks: [([UInt8], String)] = [
      ([0xEF, 0xBB, 0xBF], "UTF-8"),
      // Before UTF-16, whose mark is the beginning of this one.
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    return marks.first { bytes.starts(with: $0.0) }.map {
      Charset($0.1, byteOrderMarkLength: $0.0.count)
    }
  }
}
