import ArabicText

extension Unicode.Scalar {
  /// The scalar as a message may show it: itself between quotation marks, or its number.
  var nameForMessages: String {
    guard isSafeForMessages else {
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return self == "\"" ? "'\"'" : "\"\(self)\""
  }

  fileprivate var isSafeForMessages: Bool {
    let properties = ScalarProperties(value)
    return properties.scalarClass != .control && !properties.isHidden
      && properties.scalarClass != .mark
  }
}

extension String {
  /// The string as a message may show it: at most 60 scalars, none that steers the terminal.
  var safeForMessages: String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in unicodeScalars.enumerated() {
      guard index < 60 else {
        result.append("…")
        break
      }
      let properties = ScalarProperties(scalar.value)
      let isSafe = properties.scalarClass != .control && !properties.isHidden
      result.append(isSafe ? scalar : "\u{FFFD}")
    }
    return String(result)
  }
}
