extension PDFBoxes {
  /// How many lines reach the edges of their pages at least, for what is outside to be looked for, and how near they
  /// come to them, in heights of a line: judgements, that pages have margins and letters at the edge are left out whole.
  private static let (leastLines, mostMargin) = (3, 0.5)
  /// The sides that a page has at most, in points (ISO 32000-1, annex C.2): what is told beyond is no place of a letter.
  private static let longest = 14_400.0

  /// What has to be looked at for lines that may go beyond the left and right edges of their pages, from the left, and how
  /// high and wide it is; `nil` where none do so.
  ///
  /// Qt, and with it wkhtmltopdf, prints lines that are wider than the page, and poppler leaves out what stands outside.
  var beyondEdges: (left: Int, width: Int, height: Int)? {
    let lines = zip(pages, widths).reduce(0) { count, page in
      count
        + page.0.count { line in
          let margin = Self.mostMargin * line.height
          return line.left < margin || page.1 > 0 && line.right > page.1 - margin
        }
    }
    guard lines >= Self.leastLines, let width = widths.max(), let height = heights.max(),
      (0...Self.longest).contains(width), (0...Self.longest).contains(height)
    else { return nil }
    return (-Int(width), 3 * Int(width), Int(height.rounded(.up)))
  }
}
