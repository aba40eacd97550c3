import ArabicText
import Platform

extension Unicode.Scalar {
  /// The scalar as a message may show it: itself between quotation marks, or its number.
  var nameForMessages: String {
    guard !isControl, ScalarProperties(value).scalarClass != .mark else {
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return self == "\"" ? "'\"'" : "\"\(self)\""
  }

  /// Whether it steers the terminal or the order of the text, or is not seen.
  fileprivate var isControl: Bool {
    let properties = ScalarProperties(value)
    return properties.scalarClass == .control || properties.isHidden
  }
}

extension String {
  /// The string as a message may show it: at most 60 scalars, none that steers the terminal.
  var safeForMessages: String {
    let scalars = unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex)
    guard let end, end < scalars.endIndex else { return pictured }
    return String(scalars[..<end]).pictured + "…"
  }

  /// The string in one line, with a picture for each scalar that would steer the terminal, and a
  /// replacement character for others that are not seen.
  var pictured: String {
    let pictured = TerminalControls.picturedOnOneLine(self)
    return String(
      String.UnicodeScalarView(pictured.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }
}
