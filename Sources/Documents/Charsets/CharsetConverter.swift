import ArabicText
import Glibc

/// Converts bytes to UTF-8: by `iconv`, or by a table of our own where it has none.
enum CharsetConverter {
  /// Whether `charset` can be converted.
  static func knows(_ charset: Charset) -> Bool {
    if let outer = charset.mistakenFor { return RepeatedUTF8(outer) != nil }
    if ByteTable.own(charset.storedName) != nil { return true }
    guard let descriptor = open(charset.storedName) else { return false }
    iconv_close(descriptor)
    return true
  }

  /// `bytes`, which are in `charset`, as UTF-8 in the order of reading.
  ///
  /// - Throws: ``DocumentError/unknownEncoding(_:)``.
  /// - Complexity: O(*n*).
  static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from charset: Charset
  ) throws(DocumentError) -> ByteBuffer {
    if let outer = charset.mistakenFor {
      guard let repeated = RepeatedUTF8(outer) else { throw .unknownEncoding(charset.name) }
      return repeated.once(bytes)
    }
    var text: ByteBuffer
    if let table = ByteTable.own(charset.storedName) {
      text = table.convert(bytes)
    } else {
      text = try convert(bytes, by: charset)
    }
    if charset.isVisual { text = VisualOrder.logical(text.bytes) }
    if charset.hasShapes { text = letters(in: text.bytes) }
    return text
  }

  /// What a single byte stands for in `charset`; `nil` where nobody knows that.
  static func scalar(of byte: UInt8, in charset: Charset) -> UInt32? {
    withUnsafePointer(to: byte) { pointer in
      do {
        let text = try convert(UnsafeBufferPointer(start: pointer, count: 1), by: charset)
        return decodeScalar(text.bytes, at: 0).value
      } catch {
        return nil
      }
    }
  }

  /// `text` with letters in the place of their shapes.
  private static func letters(in text: UnsafeBufferPointer<UInt8>) -> ByteBuffer {
    var view = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let letters = PresentationForms.letters(of: scalar.value) else {
        view.append(scalar)
        continue
      }
      for letter in [letters.first, letters.second] where letter != 0 {
        Unicode.Scalar(letter).map { view.append($0) }
      }
    }
    return ByteBuffer(copying: String(view).utf8)
  }

  /// `bytes`, which are in `charset`, as UTF-8; what cannot be converted becomes U+FFFD, one for each
  /// code unit.
  ///
  /// - Throws: ``DocumentError/unknownEncoding(_:)``.
  /// - Complexity: O(*n*).
  private static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, by charset: Charset
  ) throws(DocumentError) -> ByteBuffer {
    guard let descriptor = open(charset.storedName) else { throw .unknownEncoding(charset.name) }
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

  private static func open(_ name: String) -> iconv_t? {
    // A slash would begin options of iconv ("//IGNORE").
    guard !name.isEmpty, !name.contains("/") else { return nil }
    let descriptor = iconv_open("UTF-8", name)
    return descriptor == iconv_t(bitPattern: -1) ? nil : descriptor
  }
}
