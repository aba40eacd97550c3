/// Lines too short to be sentences which are an article together, as those of a poem.
enum Verses {
  /// How many lines have to stand together: a judgement.
  private static let leastLines = 6

  /// `blocks` in which those lines are marked.
  ///
  /// - Complexity: O(*n*).
  static func marked(_ blocks: [HTMLBlock], in tree: MarkupTree) -> [HTMLBlock] {
    var counts: [Int: Int] = [:]
    for block in blocks { counts[block.container, default: 0] += 1 }
    /// The element around lines, also of those that have an element each.
    func home(_ block: HTMLBlock) -> Int {
      counts[block.container] == 1 ? Int(tree.nodes[block.container].parent) : block.container
    }
    let lines = blocks.indices.filter { isLine(blocks[$0]) }
    let homes = Dictionary(grouping: lines) { home(blocks[$0]) }
    var blocks = blocks
    for lines in homes.values where lines.count >= leastLines {
      for line in lines { blocks[line].isVerse = true }
    }
    return blocks
  }

  private static func isLine(_ block: HTMLBlock) -> Bool {
    block.kind == .paragraph && (2...11).contains(block.wordCount) && !block.isProse
      && block.linkLength == 0 && !block.isSurroundings && !block.isLabel
      && LabelWords.sense(of: block.string) != .label
      && !block.string.unicodeScalars.prefix { $0.properties.numericType == nil }.isEmpty
  }
}
