/// Words of others in Markdown, where they are words and nothing else: no markup, no HTML, no link.
///
/// A note may be imported, and a digest is pasted where Markdown is shown with all that it can do.
enum MarkdownText {
  /// `text` as part of a line.
  static func inline(_ text: String) -> String {
    escaped(String(text.map { $0.isNewline ? " " : $0 }))
  }

  /// The lines of `text`, none of which begins a list, a heading, a rule or a block of code.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line(String($0)) }
  }

  private static func line(_ text: String) -> String {
    let indent = text.prefix { $0 == " " || $0 == "\t" }
    let words = text.dropFirst(indent.count)
    let shown = withoutBlock(escaped(String(words)))
    // Four columns make code of a line, and the reference of a blank makes none (CommonMark 0.31, §2.5).
    let isCode = indent.count > 3 || indent.contains("\t")
    return (isCode && !words.isEmpty ? "&#32;" + indent.dropFirst() : String(indent)) + shown
  }

  /// `line` with the sign escaped by which it would begin a block: `-`, `+`, `=`, `1.`, `1)`.
  private static func withoutBlock(_ line: String) -> String {
    if let first = line.first, "-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let sign = line.dropFirst(digits.count).first, ".)".contains(sign) else {
      return line
    }
    return digits + "\\" + line.dropFirst(digits.count)
  }

  private static let signs = Set("\\`*_{}[]<>#|~&$".unicodeScalars)

  /// `text` with what Markdown would take for its own signs escaped (CommonMark 0.31, §2.4).
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if signs.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
