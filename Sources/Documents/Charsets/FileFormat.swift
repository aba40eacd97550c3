/// Formats that are recognised, and are no text.
package enum FileFormat: String, Hashable, Sendable, CaseIterable {
  case pdf = "a PDF document"
  case oldOffice = "an old office document"
  case rtf = "an RTF document"
  case pages = "a Pages document"
  case spreadsheet = "a spreadsheet"
  case presentation = "a presentation"
  case zip = "a ZIP archive"
  case tar = "a tar archive"
  case sevenZip = "a 7z archive"
  case rar = "a RAR archive"
  case gzip = "gzip data"
  case bzip2 = "bzip2 data"
  case xz = "xz data"
  case zstd = "zstd data"
  case png = "a PNG image"
  case jpeg = "a JPEG image"
  case gif = "a GIF image"
  case program = "a program"
  case database = "a database"

  /// Whether it holds files, which can be read one by one.
  package var isArchive: Bool {
    switch self {
    case .zip, .tar, .sevenZip, .rar: true
    default: false
    }
  }

  /// How much of the beginning is looked at, in bytes.
  private static let sampleLength = 8 * 1024

  private static let signs: [(place: Int, bytes: [UInt8], format: FileFormat)] = [
    (0, Array("%PDF-".utf8), .pdf), (0, [0x50, 0x4B, 0x03, 0x04], .zip),
    (0, [0x50, 0x4B, 0x05, 0x06], .zip),
    (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    // Letters of ASCII, but the words in it are numbers.
    (0, Array("{\\rtf1".utf8), .rtf), (0, [0x1F, 0x8B, 0x08], .gzip),
    (0, Array("BZh9".utf8), .bzip2), (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
    (0, [0x28, 0xB5, 0x2F, 0xFD], .zstd), (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    (0, Array("Rar!".utf8) + [0x1A, 0x07], .rar),
    // POSIX.1-2001, and what GNU's tar writes.
    (257, Array("ustar".utf8), .tar), (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    (0, [0xFF, 0xD8, 0xFF], .jpeg), (0, Array("GIF8".utf8), .gif),
    (0, [0x7F, 0x45, 0x4C, 0x46], .program), (0, Array("SQLite format 3\0".utf8), .database),
  ]

  /// The format whose signs `bytes` have; `nil` for text and for what is not known.
  ///
  /// - Complexity: O(1).
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let found = Self.signs.first { bytes.dropFirst($0.place).starts(with: $0.bytes) }
    guard let found else { return nil }
    self = found.format
  }

  /// Whether `bytes` are no text: a known format, or too many NULs and other controls.
  ///
  /// Compressed data have 10 % of them. A few are no sign: damaged files and terminal logs have them
  /// too, and they are shown safely.
  static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if FileFormat(bytes) != nil { return true }
    let sample = bytes.prefix(sampleLength)
    var controls = 0
    for byte in sample where isUnusual(byte) { controls += 1 }
    return controls > max(16, sample.count / 20)
  }

  /// Whether `bytes` are a document of Office with a password: an old document that holds the new one, whose
  /// name in it is in UTF-16.
  ///
  /// - Complexity: O(*n*).
  static func isLockedOffice(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0] as [UInt8]) else { return false }
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    return bytes.indices.contains { index in
      bytes[index] == name[0] && bytes[index...].starts(with: name)
    }
  }

  /// Controls that no text file has for a reason.
  private static func isUnusual(_ byte: UInt8) -> Bool {
    switch byte {
    // BS, TAB, LF, VT, FF, CR and ESC have been used in plain text.
    case 0x08...0x0D, 0x1B: false
    case 0x00..<0x20, 0x7F: true
    default: false
    }
  }
}
