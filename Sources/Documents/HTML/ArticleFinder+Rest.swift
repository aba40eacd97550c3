/// What stands behind an article, and whether it may be some of it.
extension ArticleFinder {
  /// The least words of sentences that are told of, and the least share of the words of the article: judgements.
  private static let (leastLeft, leastShare) = (60, 0.3)

  /// How many words have the sentences behind the headline that are not `chosen`, and may be of the article as far as
  /// the page tells; 0 where they are few.
  func wordsLeft(by chosen: [Int], _ headline: Int?) -> Int {
    let start = headline ?? chosen.first ?? 0
    let end = headline.flatMap(otherStory) ?? blocks.count
    let taken = Set(chosen)
    let texts = Set(chosen.map { blocks[$0].bytes })
    var words = 0
    for index in start..<max(start, end) {
      let block = blocks[index]
      if case .heading = block.kind, PageWords.builtIn.beginsComments(block.string) { break }
      guard !taken.contains(index), block.isProse, block.endsSentence, block.linkLength == 0,
        !block.isLabel, !texts.contains(block.bytes), belongs(index)
      else { continue }
      words += block.wordCount
    }
    let known = chosen.reduce(0) { $0 + blocks[$1].wordCount }
    return words >= Self.leastLeft && Double(words) >= Self.leastShare * Double(known) ? words : 0
  }

  /// The headline of the next story behind that of the headline, in an element of its own.
  func otherStory(behind headline: Int) -> Int? {
    let story = story(of: headline)
    return blocks.indices.dropFirst(headline + 1).first { index in
      guard blocks[index].kind == .heading(1) else { return false }
      if let other = self.story(of: index) { return other != story }
      return blocks[headline].kind == .heading(1)
        && tree.standInAlike(blocks[headline].node, blocks[index].node)
    }
  }
}
