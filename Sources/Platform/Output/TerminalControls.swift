/// The characters of a text that would steer the terminal which shows it, and what becomes of them.
///
/// These are the controls of ISO 6429 (C0 but for newline and tab, DEL, C1), which terminals obey, and
/// the embeddings, overrides and isolates of UAX #9, by which a name in a message changes the order of
/// the words around it. Joiners and directional marks (U+200C–U+200F, U+061C) are none of them: letters
/// need them, and they move nothing far. In one line of a message the marks are, too, as they move the
/// signs behind a value.
package enum TerminalControls {
  /// Whether a terminal obeys the scalar.
  package static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    default: false
    }
  }

  /// Whether the scalar changes the order of the text around it, or ends a line unseen.
  package static func reorders(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `text` with a picture in place of each control.
  ///
  /// That is one of U+2400–U+2421 where there is one, else the number, as `<U+009B>`. Newlines and tabs
  /// stay; a carriage return before a newline is left out.
  ///
  /// - Complexity: O(*n*).
  package static func pictured(_ text: String) -> String {
    replaced(in: text) { scalar, next in
      if scalar == "\r", next == "\n" { return "" }
      return picture(of: scalar)
    }
  }

  /// As ``pictured(_:)``, newlines, tabs and directional marks pictured, too: what stands in one line, as
  /// a value in a message, cannot pretend to be another message, nor move what stands beside it.
  ///
  /// - Complexity: O(*n*).
  package static func picturedOnOneLine(_ text: String) -> String {
    let pictured = pictured(text)
    guard pictured.unicodeScalars.contains(where: isForTextOnly) else { return pictured }
    var result = String.UnicodeScalarView()
    for scalar in pictured.unicodeScalars {
      if isForTextOnly(scalar) {
        result.append(contentsOf: picture(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether the scalar is for running text, and has no place in a value: newline, tab, LRM, RLM, ALM.
  private static func isForTextOnly(_ scalar: Unicode.Scalar) -> Bool {
    [0x09, 0x0A, 0x200E, 0x200F, 0x061C].contains(scalar.value)
  }

  /// `text`, which is JSON, with an escape for each control in it, and for directional marks.
  ///
  /// It is the same value. Newlines between its parts stay; a control that no string of JSON holds becomes
  /// a picture.
  ///
  /// - Complexity: O(*n*).
  package static func escapedInJSON(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x7F, steers(scalar) || reorders(scalar) || isForTextOnly(scalar) else {
        result.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.count)
      result.append(contentsOf: ("\\u" + zeros + digits).unicodeScalars)
    }
    return pictured(String(result))
  }

  /// `text` as a name that a person gives: without what would steer a terminal or the order of text
  /// around it, directional marks among these, and with one blank between words.
  ///
  /// - Complexity: O(*n*).
  package static func cleanName(_ text: String) -> String {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { word in
      String(
        String.UnicodeScalarView(
          word.filter { !steers($0) && !reorders($0) && !isForTextOnly($0) && $0 != "\u{FEFF}" }))
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `text` without its controls.
  ///
  /// - Complexity: O(*n*).
  package static func removed(from text: String) -> String {
    replaced(in: text) { scalar, _ in scalar.value < 0x2028 || scalar.value > 0x2029 ? "" : nil }
  }

  /// `text`, whose looks are control sequences of our own, with a picture in place of each control that
  /// is not part of one (SGR of ECMA-48, 8.3.117: `ESC [`, numbers and semicolons, `m`).
  ///
  /// - Complexity: O(*n*).
  package static func picturedBetweenLooks(_ text: String) -> String {
    guard holdsSuspects(text) else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: "\u{1B}") {
      result += pictured(String(rest[..<start]))
      let end = endOfLook(in: rest[start...]) ?? rest.index(after: start)
      let isLook = rest.distance(from: start, to: end) > 1
      result += isLook ? String(rest[start..<end]) : pictured("\u{1B}")
      rest = rest[end...]
    }
    return result + pictured(String(rest))
  }

  /// The end of the look that `text`, which begins with ESC, begins with.
  private static func endOfLook(
    in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    let parameters = text.dropFirst()
    guard parameters.first == "[" else { return nil }
    let final = parameters.dropFirst().drop { ("0"..."9").contains($0) || $0 == ";" }
    return final.first == "m" ? final.index(after: final.startIndex) : nil
  }

  /// What stands for a control.
  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
    case 0x7F: return "\u{2421}"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }

  /// `text` with what `substitute` gives for each control and the scalar behind it; `nil` keeps it.
  private static func replaced(
    in text: String, _ substitute: (Unicode.Scalar, Unicode.Scalar?) -> String?
  ) -> String {
    guard holdsSuspects(text) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      guard steers(scalar) || reorders(scalar) else {
        result.append(scalar)
        continue
      }
      let next = scalars.index(after: index)
      if let substitute = substitute(scalar, next < scalars.endIndex ? scalars[next] : nil) {
        result.append(contentsOf: substitute.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether there may be a control in `text`, as its bytes tell in one pass: most text has none.
  private static func holdsSuspects(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F { return true }
      if last == 0xC2, byte < 0xA0 { return true }
      if last == 0xE2, byte == 0x80 || byte == 0x81 { return true }
      last = byte
    }
    return false
  }
}
