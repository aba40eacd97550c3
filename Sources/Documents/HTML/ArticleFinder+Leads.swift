/// The lead where it stands apart from the article: below its headline or above it.
extension ArticleFinder {
  /// How many blocks above and below the headline may be a lead or stand between it and one, how many elements around
  /// the headline may hold it alone, and the least words of a line that is a lead though it is not beside the headline:
  /// judgements.
  private static let (mostAround, mostAlone, leastApart) = (4, 3, 6)

  /// The one or two lines below the headline that may be a lead, with it in one element: news sets it without a stop.
  ///
  /// Between them labels and captions may stand.
  func leads(below headline: Int, before first: Int, _ parts: SideParts) -> Set<Int> {
    let near = box(of: headline)
    let box = aloneBox(near, headline)
    guard box >= 0 else { return [] }
    let inside = box..<Int(tree.nodes[box].end)
    let mostBlocks = tree.name(of: box) == "body" ? 1 : Self.mostAround
    var leads: Set<Int> = []
    for index in (headline + 1..<max(headline + 1, first)).prefix(mostBlocks) {
      let block = blocks[index]
      guard leads.count < 2, inside.contains(block.node) else { break }
      guard belongs(index) else { continue }
      let isApart = near != box && block.wordCount < Self.leastApart
      if parts.mayBeLead(block), !isApart || isCalledLead(block) {
        leads.insert(index)
      } else if isCalledLead(block), !block.isLabel, LabelWords.sense(of: block.string) != .label {
        leads.insert(index)
      } else if !parts.isLabelled(block) {
        break
      }
    }
    return leads
  }

  private func isCalledLead(_ block: HTMLBlock) -> Bool {
    ArticleEdges.isCalledLead(block, in: tree)
  }

  /// The element around the headline.
  private func box(of headline: Int) -> Int {
    let box = blocks[headline].container
    let name = tree.name(of: box)
    return name.hasPrefix("h") && name.utf8.count == 2 ? Int(tree.nodes[box].parent) : box
  }

  /// The element around the headline, of those that hold it alone the one around them.
  private func aloneBox(_ box: Int, _ headline: Int) -> Int {
    var box = box
    let next = headline + 1 < blocks.count ? blocks[headline + 1].node : Int.max
    for _ in 0..<Self.mostAlone where box >= 0 && Int(tree.nodes[box].end) <= next {
      box = Int(tree.nodes[box].parent)
    }
    return box
  }

  /// The lead above the headline in one element with it: a sentence, a heading of many words or what the page says of
  /// itself.
  func leadAbove(_ headline: Int?, _ parts: SideParts) -> [Int] {
    guard let headline else { return [] }
    let title = blocks[headline]
    let box = tree.name(of: title.container) == "body" ? Int.max : title.container
    let above = (0..<headline).reversed().prefix(Self.mostAround).prefix { index in
      blocks[index].node > box || tellsSummary(blocks[index])
    }
    let lead = above.first { !parts.isLabelled(blocks[$0]) }
    return lead.map { isLeadAbove(blocks[$0]) && belongs($0) ? [$0] : [] } ?? []
  }

  private func isLeadAbove(_ block: HTMLBlock) -> Bool {
    guard block.linkLength == 0 else { return false }
    if tellsSummary(block) { return true }
    return switch block.kind {
    case .paragraph: block.isProse && block.endsSentence
    case .heading: block.wordCount >= 8
    default: false
    }
  }

  /// Whether a block has the words in which the page tells what it is about, or the beginning of them, or the reverse.
  private func tellsSummary(_ block: HTMLBlock) -> Bool {
    guard block.wordCount >= 5, let summary = metadata.summary else { return false }
    let count = min(block.bytes.count, summary.utf8.count)
    return summary.utf8.count >= 20
      && summary.utf8.prefix(count).elementsEqual(block.bytes.prefix(count))
  }
}
