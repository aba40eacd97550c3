/// Tables with commas and quotation marks (RFC 4180).
package enum CSV {
  /// A row without the end of its line: `fields` with commas between them, quoted where they have to be.
  ///
  /// Controls are left out, unless the row `isRaw`. What a spreadsheet would take for a formula gets an
  /// apostrophe before it, as OWASP advises (CSV Injection): a field that begins with `=`, `+`, `-`, `@`,
  /// their wide and small forms, a tab or the end of a line. What a spreadsheet may strip, since it is not
  /// seen, is no beginning: blanks, marks, joiners, controls of the order.
  ///
  /// - Complexity: O(*n*).
  package static func row(_ fields: [String], isRaw: Bool = false) -> String {
    fields.map { quoted(guarded(isRaw ? $0 : TerminalControls.removed(from: $0))) }
      .joined(separator: ",")
  }

  private static let formulaStarts = Set("=+-@＝＋－＠﹦﹢﹣﹫".unicodeScalars)
  private static let lineStarts = Set("\t\r\n".unicodeScalars)

  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let seen = text.unicodeScalars.first { !mayBeStripped($0) }
    guard lineStarts.contains(first) || seen.map(formulaStarts.contains) ?? false else {
      return text
    }
    return "'" + text
  }

  /// Whether a spreadsheet may pass over the scalar before it looks for a formula.
  private static func mayBeStripped(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }

  // By scalar: CR LF is one character, and so is a quotation mark with a combining mark on it.
  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
