extension PDFBoxes {
  /// The share of the height of a page that its head may stand in, and its foot, and how much wider than between most
  /// lines, in heights of a line, what parts them from the text is at least: judgements.
  private static let (bandShare, leastGap) = (0.12, 0.15)

  /// The most lines of a page by which the usual gap is told.
  private static let mostLines = 800

  /// How many lines stand in the band at the top of each page, and in that at its foot, that are set apart from the
  /// text.
  ///
  /// - Complexity: O(*n* log *n*) in the lines.
  var bands: [PDFHeads.Bands] { zip(pages, heights).map(Self.bands) }

  /// The bands of a page with `lines`, which is so high.
  static func bands(of lines: [Line], height: Double) -> PDFHeads.Bands {
    guard height > 0 else { return .init(head: lines.count, foot: lines.count) }
    let usual = usualGap(of: lines)
    let turned = lines.map { line in
      var line = line
      (line.top, line.bottom) = (height - line.bottom, height - line.top)
      return line
    }
    return .init(
      head: band(of: lines, height * bandShare, usual),
      foot: band(of: turned, height * bandShare, usual))
  }

  /// How many of `lines` stand above `end` and above a gap wider than the usual one.
  private static func band(of lines: [Line], _ end: Double, _ usual: Double) -> Int {
    let lines = lines.sorted { $0.top < $1.top }
    var (count, bottom) = (0, -Double.infinity)
    for (number, line) in lines.enumerated() {
      if number > 0, line.top - bottom > usual + leastGap * line.height { count = number }
      guard line.middle < end else { return count }
      bottom = max(bottom, line.bottom)
    }
    return lines.count
  }

  /// What is free between a line of a paragraph and that below it: paragraphs may be set apart, too.
  private static func usualGap(of lines: [Line]) -> Double {
    let lines = lines.prefix(mostLines)
    let gaps = lines.compactMap { line in
      lines.filter { $0.middle > line.bottom && $0.left < line.right && $0.right > line.left }
        .map { $0.top - line.bottom }.min()
    }
    return gaps.isEmpty ? 0 : max(0, gaps.sorted()[gaps.count / 4])
  }
}
