import ArabicText

/// Quoted mail.
extension HardWrap {
  /// The lines of quoted mail of which some are joined, as long as nothing else stands between them.
  func quotedBlocks(_ lines: [BrokenLine], with runs: [Range<Int>]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    for run in runs where lines[run.lowerBound].depth > 0 {
      if let last = blocks.last, last.contains(run.lowerBound) { continue }
      var (lower, upper) = (run.lowerBound, run.upperBound)
      while lower > 0, lines[lower - 1].depth > 0 { lower -= 1 }
      while upper < lines.count, lines[upper].depth > 0 { upper += 1 }
      blocks.append(lower..<upper)
    }
    return blocks
  }

  /// The paragraphs of `block`, where the lines of each of `runs` are one.
  func paragraphs(of block: ArraySlice<BrokenLine>, _ runs: [Range<Int>]) -> [TextSpan] {
    let starts = Dictionary(
      runs.lazy.filter { block.indices.contains($0.lowerBound) }.map { ($0.lowerBound, $0) }
    ) { first, _ in first }
    var paragraphs: [TextSpan] = []
    var index = block.startIndex
    while index < block.endIndex {
      let last = starts[index].map { $0.upperBound - 1 } ?? index
      if block[index].hasText {
        paragraphs.append(TextSpan(utf8: block[index].start..<block[last].end))
      }
      index = last + 1
    }
    return paragraphs
  }
}
