/// Takes from a Swift file what is no code.
enum SourceText {
  /// `source` without comments and without what in strings looks like code.
  static func code(of source: String) -> String {
    var code = ""
    var rest = Substring(source)
    while let character = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("/*") {
        rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if rest.hasPrefix("\"\"\"") {
        code += quoted(&rest, by: "\"\"\"")
      } else if character == "\"" {
        code += quoted(&rest, by: "\"")
      } else {
        code.append(character)
        rest = rest.dropFirst()
      }
    }
    return code
  }

  /// Takes a string between two `quote` from `rest`: a name as it stands, all else without what could be
  /// taken for code.
  private static func quoted(_ rest: inout Substring, by quote: String) -> String {
    rest = rest.dropFirst(quote.count)
    let start = rest
    while !rest.isEmpty, !rest.hasPrefix(quote) {
      rest = rest.dropFirst(rest.first == "\\" ? 2 : 1)
    }
    let content = start[..<rest.startIndex]
    rest = rest.dropFirst(quote.count)
    let isName = content.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    return isName ? "\"\(content)\"" : "\"…\""
  }
}
