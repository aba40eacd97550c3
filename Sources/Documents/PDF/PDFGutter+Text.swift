extension PDFGutter {
  /// In which share of the rows of a table a strip is free at least: a judgement, that of words of a text set far apart
  /// it is in less.
  private static let leastRowsOfStrip = 0.75

  /// Whether `lines`, those of a column, are a text: most have as many words as those of a text have, or have so
  /// together with what stands beside them, as words do that fill a narrow column.
  static func isText(_ lines: [PDFBoxes.Line]) -> Bool {
    if PDFTableRows.areText(lines) { return true }
    let rows = PDFTableRows.seenRows(of: Array(lines.indices), in: lines)
      .map { PDFBoxes.whole($0.map { lines[$0] }, isRightToLeft: false) }
    return rows.count < lines.count && PDFTableRows.areText(rows) && !haveStrip(rows)
  }

  /// Whether most of `rows` are free at one place that they reach over.
  ///
  /// - Complexity: O(*m*²) in the words.
  private static func haveStrip(_ rows: [PDFBoxes.Line]) -> Bool {
    let gaps = rows.map(\.gaps)
    return gaps.joined().contains { gap in
      let place = (gap.lowerBound + gap.upperBound) / 2
      let reaching = rows.count { $0.left < place && $0.right > place }
      let free = gaps.count { $0.contains { $0.contains(place) } }
      return reaching >= leastLines && Double(free) >= leastRowsOfStrip * Double(reaching)
    }
  }
}

extension PDFBoxes.Line {
  /// What is free between the words of this line, from the left.
  var gaps: [ClosedRange<Double>] {
    let words = words.sorted { $0.lowerBound < $1.lowerBound }
    return zip(words, words.dropFirst()).compactMap {
      $0.upperBound < $1.lowerBound ? $0.upperBound...$1.lowerBound : nil
    }
  }
}
