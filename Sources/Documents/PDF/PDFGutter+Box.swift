extension PDFGutter {
  /// The least lines of a box, and how wide it is, in heights of a line; the share of the width of all that the text
  /// beside it has at least, and that of its lines that fill it: judgements.
  private static let (leastLinesOfBox, leastWidthOfBox) = (3, 3.0)
  private static let (leastWidthOfText, leastFull) = (0.4, 0.3)

  /// Whether `lines` are a narrow box beside the text of `others`, and no cells of its rows: they stand at other heights,
  /// or as near to one another as lines do, beside a text that fills its lines.
  static func isBox(
    _ lines: [PDFBoxes.Line], beside others: [PDFBoxes.Line], of width: Double
  ) -> Bool {
    guard lines.count >= leastLinesOfBox, others.count > lines.count,
      let height = lines.map(\.height).min(), self.width(of: lines) >= leastWidthOfBox * height,
      self.width(of: others) >= leastWidthOfText * width,
      isColumn(others, of: width), PDFTableRows.areText(others), areFull(others)
    else { return false }
    let level = lines.count { line in others.contains { $0.isBeside(line) } }
    return level * 4 <= lines.count * 3 || areNear(lines, beside: others)
  }

  /// Whether so many of `lines` as those of a text do reach from one edge of their column to the other, nearly.
  static func areFull(_ lines: [PDFBoxes.Line]) -> Bool {
    let (left, right) = (lines.map(\.left).min() ?? 0, lines.map(\.right).max() ?? 0)
    let full = lines.count { $0.left - left < 2 * $0.height && right - $0.right < 2 * $0.height }
    return Double(full) >= leastFull * Double(lines.count)
  }

  /// Whether `lines` follow each other as near as those of the text of `others`.
  private static func areNear(_ lines: [PDFBoxes.Line], beside others: [PDFBoxes.Line]) -> Bool {
    func steps(_ lines: [PDFBoxes.Line]) -> [Double] {
      let middles = lines.map(\.middle).sorted()
      return zip(middles, middles.dropFirst()).map { $1 - $0 }.filter { $0 > 2 }.sorted()
    }
    let (own, usual) = (steps(lines), steps(others))
    guard let most = own.last, !usual.isEmpty else { return false }
    return most < 1.2 * usual[usual.count / 4]
  }
}
