extension Label {
  /// The name of a file set apart, from the left as it is written, whatever stands around it.
  ///
  /// A number, a date too, stays as it is between Arabic words, where the signs in it would turn it
  /// round (UAX #9, LRI and PDI).
  package static func fileName(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var result = "\u{2066}"
    var start = 0
    while start < scalars.count {
      let end = endOfNumber(in: scalars, from: start)
      guard end > start else {
        result.unicodeScalars.append(scalars[start])
        start += 1
        continue
      }
      result += "\u{2066}"
      result.unicodeScalars.append(contentsOf: scalars[start..<end])
      result += "\u{2069}"
      start = end
    }
    return result + "\u{2069}"
  }

  /// Where a number that begins at `start` ends, with signs between its digits; `start` where none
  /// begins.
  private static func endOfNumber(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    func isDigit(_ index: Int) -> Bool {
      index < scalars.count && scalars[index].properties.numericType == .decimal
    }
    var end = start
    while isDigit(end)
      || end > start && end < scalars.count && isDigit(end + 1)
        && "-_.:,+".unicodeScalars.contains(scalars[end])
    {
      end += 1
    }
    return end
  }
}
