extension PDFGutter {
  /// The least gap between the halves of verses, as a share of the width of most: a judgement, that columns of a text
  /// are nearer to each other.
  private static let leastGapOfVerses = 0.4

  /// Whether the lines of two columns are the halves of verses: nearly each has one beside it, and a wide gap parts
  /// them.
  static func areHemistichs(_ left: [PDFBoxes.Line], _ right: [PDFBoxes.Line]) -> Bool {
    let halves = left.filter { half in right.contains { $0.isBeside(half) } }
    let others = right.filter { half in left.contains { $0.isBeside(half) } }
    // Lines of paragraphs side by side stand at one height but by chance.
    guard (halves.count + others.count) * 10 >= (left.count + right.count) * 7,
      let end = halves.map(\.right).max(), let start = others.map(\.left).min(),
      let top = halves.map(\.top).min(), let bottom = halves.map(\.bottom).max()
    else { return false }
    let widths = (halves + others).map(\.width).sorted()
    let between = (left + right).filter { top <= $0.middle && $0.middle <= bottom }
    return start - end >= leastGapOfVerses * widths[widths.count / 2]
      && (halves.count + others.count) * 10 >= between.count * 9
      && PDFTableRows.areText(halves + others)
  }
}
