/// Tables with commas and quotation marks (RFC 4180).
package enum CSV {
  /// A row without the end of its line: `fields` with commas between them, quoted where they have to be.
  package static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",")
  }

  // By scalar: CR LF is one character, and so is a quotation mark with a combining mark on it.
  private static func field(_ text: String) -> String {
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
