extension MarkupParser {
  /// Whether `bytes` hold a tag near their beginning, and are not other data or nothing under the name of a page.
  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard !bytes.isEmpty, CharsetDetector.detect(bytes) != .binary else { return false }
      // Of UTF-16 the letters of ASCII.
      let start = bytes.prefix(4096).filter { $0 != 0 }
      return zip(start, start.dropFirst()).contains { sign, next in
        sign == 0x3C && (0x61...0x7A).contains(next | 0x20)
      }
    }
  }
}
