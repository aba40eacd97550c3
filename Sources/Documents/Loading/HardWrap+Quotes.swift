import ArabicText

/// Quoted mail.
extension HardWrap {
  /// The lines of quoted mail, as long as nothing else stands between them; nothing where none of them are joined.
  func quotedBlocks(_ lines: [BrokenLine], with runs: [Range<Int>]) -> [Range<Int>] {
    guard runs.contains(where: { lines[$0.lowerBound].depth > 0 }) else { return [] }
    var blocks: [Range<Int>] = []
    var start: Int?
    for index in 0...lines.count {
      let isQuoted = index < lines.count && lines[index].depth > 0
      if isQuoted { start = start ?? index }
      if !isQuoted, let first = start.take() { blocks.append(first..<index) }
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
