/// Tells text from other data.
enum FileFormat {
  /// How much of the beginning is looked at, in bytes.
  private static let sampleLength = 8 * 1024

  /// Whether `bytes` are no text: a known format, or too many NULs and other controls.
  ///
  /// Compressed data have 10 % of them. A few are no sign: damaged files and terminal logs have them
  /// too, and they are shown safely.
  static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if name(bytes) != nil { return true }
    let sample = bytes.prefix(sampleLength)
    var controls = 0
    for byte in sample where isUnusual(byte) { controls += 1 }
    return controls > max(16, sample.count / 20)
  }

  /// The name of the format that `bytes` begin with, with its article, for a message.
  static func name(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let magics: [([UInt8], String)] = [
      (Array("%PDF-".utf8), "a PDF document"),
      ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
      ([0x1F, 0x8B, 0x08], "gzip data"), (Array("BZh".utf8) + [0x39], "bzip2 data"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
      ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
      ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
      ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3\0".utf8), "a database"),
    ]
    return magics.first { bytes.starts(with: $0.0) }?.1
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
