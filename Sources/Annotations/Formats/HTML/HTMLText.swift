/// Words of others in HTML, where they are words and nothing else.
package enum HTMLText {
  /// `text` as character data and as the value of an attribute in quotation marks.
  ///
  /// Controls other than tabs and the ends of lines, and noncharacters, have no place in a page (HTML,
  /// 13.2.3.5) and become U+FFFD; controls that turn the direction of what follows go, as from all that is
  /// printed.
  ///
  /// - Complexity: O(*n*).
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      case _ where isForbidden(scalar.value): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `text` set apart, so that its direction and its controls for direction change nothing around it.
  package static func isolated(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }

  private static func isForbidden(_ value: UInt32) -> Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0xFDD0...0xFDEF).contains(value)
      || value & 0xFFFE == 0xFFFE
  }
}
