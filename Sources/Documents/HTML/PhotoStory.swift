/// A story that is told by pictures: what stands under them is its text.
enum PhotoStory {
  /// The least words of what stands under a picture and tells something, and how many of them make a story: judgements.
  private static let (leastWords, leastCaptions) = (6, 3)

  /// `blocks` in which the captions are paragraphs, where they are most of what the page has to say.
  ///
  /// - Complexity: O(*n*).
  static func marked(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
    var (captions, told, others) = (0, 0, 0)
    for block in blocks where !block.isSurroundings {
      if tells(block) {
        (captions, told) = (captions + 1, told + block.wordCount)
      } else if block.isProse, block.kind != .caption, block.linkLength == 0 {
        others += block.wordCount
      }
    }
    guard captions >= leastCaptions, told > others else { return blocks }
    return blocks.map { block in
      var block = block
      if mayTell(block), LabelWords.sense(of: block.string) == .text { block.kind = .paragraph }
      return block
    }
  }

  private static func tells(_ block: HTMLBlock) -> Bool {
    mayTell(block) && (block.isProse || block.endsSentence)
  }

  private static func mayTell(_ block: HTMLBlock) -> Bool {
    block.kind == .caption && !block.isSurroundings && block.wordCount >= leastWords
      && block.linkLength == 0
  }
}
