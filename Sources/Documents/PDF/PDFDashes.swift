/// Puts back the dashes that begin lines from right to left, such as those of items.
///
/// poppler takes the sign on the right edge of a line for its last: where it is a dash, it is left out as the
/// hyphen of a cut word, and the next line is written behind the first without a gap.
enum PDFDashes {
  /// U+202B and U+202C, which begin and end a line from right to left.
  private static let (start, end): ([UInt8], [UInt8]) = ([0xE2, 0x80, 0xAB], [0xE2, 0x80, 0xAC])

  /// `output` of `pdftotext` with those lines apart.
  ///
  /// - Complexity: O(*n*).
  static func restored(in output: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(output.count)
    // Where the dash of the line is missing.
    var first = 0
    for byte in output {
      result.append(byte)
      if byte == 0x0A || byte == 0x0C {
        first = result.count
      } else if byte == start[2], result.suffix(3) == start[...] {
        let before = result.dropLast(3)
        if before.suffix(3) == end[...], before.count - 3 > first {
          result.removeLast(3)
          result.insert(0x2D, at: first)
          result.append(0x0A)
          result += start
        }
        first = result.count
      }
    }
    return result
  }
}
