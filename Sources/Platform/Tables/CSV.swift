/// Tables with commas and quotation marks (RFC 4180).
package enum CSV {
  /// A row without the end of its line: `fields` with commas between them, quoted where they have to be.
  ///
  /// Controls are left out, unless the row `isRaw`. What a spreadsheet would take for a formula gets an
  /// apostrophe before it, as OWASP advises (CSV Injection): a field that begins with `=`, `+`, `-`, `@`,
  /// their wide forms, a tab or the end of a line.
  ///
  /// - Complexity: O(*n*).
  package static func row(_ fields: [String], isRaw: Bool = false) -> String {
    fields.map { quoted(guarded(isRaw ? $0 : TerminalControls.removed(from: $0))) }
      .joined(separator: ",")
  }

  private static let formulaStarts = Set("=+-@＝＋－＠\t\r\n".unicodeScalars)

  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
    return "'" + text
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
