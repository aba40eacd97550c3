import Glibc

/// Converts text to the bytes of a charset.
enum CharsetEncoder {
  /// `text` in `charset`; `nil` where the charset has no place for a letter of it, or nobody can write it.
  ///
  /// - Complexity: O(*n*).
  static func bytes(of text: String, in charset: Charset) -> [UInt8]? {
    if charset.isUTF8 { return Array(text.utf8) }
    // Lines as they are seen, shapes and letters that were broken once are read, never written.
    guard !charset.isVisual, !charset.hasShapes, charset.mistakenFor == nil else { return nil }
    if let table = ByteTable.own(charset.storedName) { return bytes(of: text, by: table.bytes) }
    return converted(text, to: charset)
  }

  private static func bytes(of text: String, by table: [UInt16: UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), byte < 0x80 {
        result.append(byte)
      } else if let scalar = UInt16(exactly: scalar.value), let byte = table[scalar] {
        result.append(byte)
      } else {
        return nil
      }
    }
    return result
  }

  private static func converted(_ text: String, to charset: Charset) -> [UInt8]? {
    let descriptor = iconv_open(charset.storedName, "UTF-8")
    guard descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var input = text.utf8.map(CChar.init(bitPattern:))
    let length = input.count
    let isWhole = { (room: UnsafeMutableBufferPointer<UInt8>, written: inout Int) in
      input.withUnsafeMutableBufferPointer { input in
        var source = input.baseAddress
        var left = length
        var free = room.count
        return room.withMemoryRebound(to: CChar.self) { room in
          var target = room.baseAddress
          // A letter that is replaced by another counts as one that has no place.
          let replaced = iconv(descriptor, &source, &left, &target, &free)
          written = room.count - free
          return replaced == 0 && left == 0
        }
      }
    }
    var fits = false
    // No charset takes more than four bytes for a scalar.
    let bytes = [UInt8](unsafeUninitializedCapacity: 4 * length + 16) { room, written in
      fits = isWhole(room, &written)
    }
    return fits ? bytes : nil
  }
}
