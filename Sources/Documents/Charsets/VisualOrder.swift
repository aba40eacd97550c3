import ArabicText

/// Lines that are stored as they are seen, from the left, brought into the order of reading.
enum VisualOrder {
  /// `text` with each line turned round, but for numbers and words in Latin letters, which are seen
  /// from the left in Arabic, too.
  ///
  /// - Complexity: O(*n*).
  static func logical(_ text: UnsafeBufferPointer<UInt8>) -> ByteBuffer {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let hasReturn = line.last == 0x0D
      let scalars = Array(
        String(decoding: line.dropLast(hasReturn ? 1 : 0), as: UTF8.self).unicodeScalars)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: turned(scalars))
      result += Array(String(view).utf8)
      if hasReturn { result.append(0x0D) }
      result.append(0x0A)
    }
    if !result.isEmpty { result.removeLast() }
    return ByteBuffer(copying: result)
  }

  private static func turned(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var end = line.count
    while end > 0 {
      guard isFromLeft(line[end - 1]) else {
        result.append(mirrored(line[end - 1]))
        end -= 1
        continue
      }
      // Back to where the run begins: signs and single spaces between such letters belong to it.
      var start = end - 1
      while start > 0 {
        if isFromLeft(line[start - 1]) {
          start -= 1
        } else if start > 1, isFromLeft(line[start - 2]), joins(line, at: start - 1) {
          start -= 2
        } else {
          break
        }
      }
      result += line[start..<end]
      end = start
    }
    return result
  }

  /// Whether the sign at `index`, between two letters or digits, stands in one run with them.
  private static func joins(_ line: [Unicode.Scalar], at index: Int) -> Bool {
    switch line[index] {
    case ".", ",", ":", "/", "-", "%", "+", "'", "@", "_", "&": true
    // Numbers apart from each other follow one another from the right.
    case " ": !isDigit(line[index - 1]) || !isDigit(line[index + 1])
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  private static func isFromLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x660...0x669, 0x6F0...0x6F9: true
    default: false
    }
  }

  private static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
      "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»",
      "»": "«",
    ]
    return pairs[scalar] ?? scalar
  }
}
