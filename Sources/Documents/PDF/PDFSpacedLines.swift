/// Lines of narrow columns whose words are set far apart to fill them, which the program cuts at the gaps.
enum PDFSpacedLines {
  private typealias Line = PDFBoxes.Line

  /// How far from the edges of its column such a line begins and ends at most, in heights of it, and how much wider than
  /// its least gap the others are: judgements.
  private static let (mostIndent, mostRatio) = (2.0, 2.0)

  /// `lines` with those of one height put together that fill a column of a text, each gap between their words as wide as
  /// the others; `places` part the columns.
  ///
  /// - Complexity: O(*n* log *n*) in the lines.
  static func joined(
    _ lines: [PDFBoxes.Line], beside places: [Double], isRightToLeft: Bool
  ) -> [PDFBoxes.Line] {
    guard !places.isEmpty else { return lines }
    let columns = Dictionary(grouping: lines.indices) { index in
      places.count { $0 < lines[index].right }
    }
    var (wholes, gone): ([Int: Line], Set<Int>) = ([:], [])
    for column in columns.values {
      let own = column.filter { index in
        !places.contains { lines[index].left < $0 && $0 < lines[index].right }
      }
      let edges = (
        own.map { lines[$0].left }.min() ?? 0, own.map { lines[$0].right }.max() ?? 0
      )
      for row in PDFTableRows.seenRows(of: own, in: lines) where row.count > 1 {
        let parts = row.map { lines[$0] }
        let whole = PDFBoxes.whole(parts, isRightToLeft: isRightToLeft)
        guard parts.allSatisfy({ $0.cut == nil }), fills(edges, whole), let first = row.min() else {
          continue
        }
        wholes[first] = whole
        gone.formUnion(row)
      }
    }
    return lines.indices.compactMap { index in
      wholes[index] ?? (gone.contains(index) ? nil : lines[index])
    }
  }

  /// Whether `line` reaches from one of the `edges` to the other, its words equally far apart.
  private static func fills(_ edges: (left: Double, right: Double), _ line: Line) -> Bool {
    let gaps = line.gaps.map { $0.upperBound - $0.lowerBound }
    guard let least = gaps.min(), let most = gaps.max() else { return false }
    return line.left - edges.left <= mostIndent * line.height
      && edges.right - line.right <= mostIndent * line.height && most <= mostRatio * least
  }
}
