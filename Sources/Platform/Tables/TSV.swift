/// Tables with tabs, one row a line (IANA text/tab-separated-values, which has no quoting).
package enum TSV {
  /// A row without the end of its line.
  ///
  /// In a column, a backslash is `\\`, a newline `\n`, a carriage return `\r`, a tab `\t`, and what else
  /// would steer a terminal `\u` with four hexadecimal digits, so that each row is a line and nothing is
  /// lost.
  ///
  /// - Complexity: O(*n*).
  package static func row(_ columns: [String]) -> String {
    columns.map(column).joined(separator: "\t")
  }

  private static func column(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case _ where TerminalControls.steers(scalar) || TerminalControls.reorders(scalar):
        let digits = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
