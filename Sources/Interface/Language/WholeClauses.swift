extension String {
  /// The longest beginning that fits and says something whole: it ends before a semicolon, a colon or a bracket,
  /// or behind a comma with an ellipsis; all of the text where none fits, to be cut by who shows it.
  ///
  /// - Parameter fits: whether a text has room.
  /// - Returns: that beginning.
  /// - Complexity: O(*n*) calls of `fits` in the clauses.
  package func wholeClauses(_ fits: (String) -> Bool) -> String {
    if fits(self) { return self }
    var best: String?
    var depth = 0
    var isFirst = true
    for index in indices {
      let beginning: String? =
        switch self[index] {
        case ";", "؛": depth == 0 ? String(self[..<index]) : nil
        // Behind these begins what is said of one case, which is nothing without its end.
        case ":": depth == 0 && isFirst ? String(self[..<index]) : nil
        case "(": depth == 0 && isFirst ? String(self[..<index]).trimmingLastSpace : nil
        case ",", "،": depth == 0 ? String(self[...index]) + " …" : nil
        default: nil
        }
      if depth == 0, ";؛:".contains(self[index]) { isFirst = false }
      depth += self[index] == "(" ? 1 : self[index] == ")" ? -1 : 0
      if let beginning, !beginning.isEmpty {
        guard fits(beginning) else { break }
        best = beginning
      }
    }
    return best ?? self
  }

  private var trimmingLastSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
