/// What stands behind an article, and whether it may be some of it.
extension ArticleFinder {
  /// The least words of sentences that are told of, the least share of the words of the article, and from how many
  /// words on a line that was left out of a short article may be of it: judgements.
  private static let (leastLeft, leastShare, wordsOfLine) = (60, 0.3, 6)

  /// How many words have the sentences behind the headline that are not `chosen`, and may be of the article as far as
  /// the page tells; 0 where they are few beside a whole article.
  func wordsLeft(by chosen: [Int], _ headline: Int?) -> Int {
    let start = headline.map { $0 + 1 } ?? chosen.first ?? 0
    let end = headline.flatMap(otherStory) ?? blocks.count
    let taken = Set(chosen)
    let texts = Set(chosen.map { blocks[$0].bytes })
    let known = chosen.reduce(0) { $0 + blocks[$1].wordCount }
    let near = known < Self.leastLeft ? element(around: chosen, headline) : 0..<0
    var (words, nearWords) = (0, 0)
    for index in start..<max(start, end) {
      let block = blocks[index]
      if case .heading = block.kind, PageWords.builtIn.beginsComments(block.string) { break }
      guard !taken.contains(index), block.linkLength == 0, !block.isLabel,
        !texts.contains(block.bytes)
      else { continue }
      if near.contains(block.node), mayBeOwn(index, isOnly: chosen.count == 1) {
        nearWords += block.wordCount
      }
      if block.isProse, block.endsSentence, belongs(index) { words += block.wordCount }
    }
    let isMuch = words >= Self.leastLeft && Double(words) >= Self.leastShare * Double(known)
    return isMuch ? words : nearWords
  }

  /// Whether a line that was left out beside few words may be of the article; under a picture only where there `isOnly`
  /// one sentence that was found.
  private func mayBeOwn(_ index: Int, isOnly: Bool) -> Bool {
    let block = blocks[index]
    guard block.kind == .paragraph, block.wordCount >= Self.wordsOfLine, !block.isSurroundings
    else { return false }
    guard LabelWords.sense(of: block.string) == .text else { return false }
    return isOnly || belongs(index)
  }

  /// The nodes of the smallest element that holds the headline, what was `chosen` and more.
  private func element(around chosen: [Int], _ headline: Int?) -> Range<Int> {
    let own = (chosen + [headline ?? chosen[0]]).map { blocks[$0].node }
    guard let first = own.min(), let last = own.max() else { return 0..<0 }
    var node = Int(tree.nodes[first].parent)
    while node >= 0 {
      let range = node..<Int(tree.nodes[node].end)
      let count = blocks.count { range.contains($0.node) }
      if range.contains(last), count > own.count || tree.name(of: node) == "body" { return range }
      node = Int(tree.nodes[node].parent)
    }
    return 0..<0
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
