extension Label {
  /// The name of a file set apart, from the left as it is written, whatever stands around it.
  ///
  /// A number, a date too, stays as it is between Arabic words, where the signs in it would turn it
  /// round; so do Arabic digits at the sides of such a sign (UAX #9, LRI and PDI).
  package static func fileName(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var (result, start) = (opening, 0)
    while start < scalars.count {
      let end = endOfNumber(in: scalars, from: start)
      guard end > start else {
        result.unicodeScalars.append(scalars[start])
        start += 1
        continue
      }
      result += opening
      for scalar in scalars[start..<end] {
        result += isDigit(scalar) ? opening + String(scalar) + closing : String(scalar)
      }
      result += closing
      start = end
    }
    return result + closing
  }

  private static let opening = "\u{2066}"
  private static let closing = "\u{2069}"

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  /// Where a number that begins at `start` ends, with signs between its digits; `start` where none
  /// begins.
  private static func endOfNumber(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    func hasDigit(at index: Int) -> Bool { index < scalars.count && isDigit(scalars[index]) }
    var end = start
    while hasDigit(at: end)
      || end > start && hasDigit(at: end + 1)
        && "-_.:,+".unicodeScalars.contains(scalars[end])
    {
      end += 1
    }
    return end
  }
}
