import Glibc

/// Converts bytes to UTF-8 by `iconv`.
enum CharsetConverter {
  /// Whether `iconv` knows `charset`.
  static func knows(_ charset: Charset) -> Bool {
    guard let descriptor = open(charset) else { return false }
    iconv_close(descriptor)
    return true
  }

  /// `bytes`, which are in `charset`, as UTF-8; what cannot be converted becomes U+FFFD, one for each
  /// code unit.
  ///
  /// - Throws: ``DocumentError/unknownEncoding(_:)``.
  /// - Complexity: O(*n*).
  static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from charset: Charset
  ) throws(DocumentError) -> ByteBuffer {
    guard let descriptor = open(charset) else { throw .unknownEncoding(charset.name) }
    defer { iconv_close(descriptor) }
    // Arabic takes one byte before and two after.
    var result = ByteBuffer(capacity: bytes.count + bytes.count / 2 + 64)
    var source = UnsafeMutablePointer(
      mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
    var left = bytes.count
    while left > 0 {
      var failure: Int32 = 0
      try result.append(room: 64) { room in
        var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
        var free = room.count
        if iconv(descriptor, &source, &left, &target, &free) == -1 {
          failure = errno
        }
        return room.count - free
      }
      guard failure == EILSEQ || failure == EINVAL else { continue }
      replacement.withUnsafeBufferPointer { result.append($0) }
      let skipped = min(left, charset.unitLength)
      source = source?.advanced(by: skipped)
      left -= skipped
    }
    return result
  }

  /// U+FFFD in UTF-8.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func open(_ charset: Charset) -> iconv_t? {
    // A slash would begin options of iconv ("//IGNORE").
    guard !charset.name.isEmpty, !charset.name.contains("/") else { return nil }
    let descriptor = iconv_open("UTF-8", charset.name)
    return descriptor == iconv_t(bitPattern: -1) ? nil : descriptor
  }
}
