/// Spaces as HTML has them.
enum HTMLSpace {
  /// `text` with a space for each sign that is one in running text: the controls, and the space that
  /// does not break, which pages put between any two words.
  static func collapsible(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      let next = position + 1 < text.endIndex ? text[position + 1] : 0
      switch (byte, next) {
      case (0x00...0x20, _): result.append(0x20)
      case (0xC2, 0xA0):
        result.append(0x20)
        position += 1
      // The hyphen that is not seen.
      case (0xC2, 0xAD): position += 1
      // U+FEFF.
      case (0xEF, 0xBB) where position + 2 < text.endIndex && text[position + 2] == 0xBF:
        position += 2
      default: result.append(byte)
      }
      position += 1
    }
    return result
  }
}
