/// Cards that lead to other stories: siblings of a heading or line that is a link, and a sentence or two each.
enum StoryCards {
  /// How many have to stand together, the most blocks of one beside its heading, and the most words of it: judgements.
  private static let (leastCards, mostBlocks, mostWords) = (3, 3, 80)

  /// `blocks` in which those of cards are marked as no part of the article.
  ///
  /// A card with a heading of the first level, and cards within an `article` that holds sentences of its own, may be
  /// what the page is about: they stay, but for those of a box with a heading behind more than they have to say.
  ///
  /// - Complexity: O(*n* *d*) in the blocks and the levels of elements around their headings.
  static func marked(_ blocks: [HTMLBlock], in tree: MarkupTree) -> [HTMLBlock] {
    let headings = blocks.indices.filter { index in
      if case .heading = blocks[index].kind { true } else { false }
    }
    let blocks = marked(blocks, with: headings, in: tree)
    let lines = blocks.indices.filter { index in
      blocks[index].kind == .paragraph && !blocks[index].isSurroundings && isLead(blocks[index])
    }
    return marked(blocks, with: lines, in: tree)
  }

  /// `blocks` in which those of cards that begin with some of `headings` are marked.
  private static func marked(
    _ blocks: [HTMLBlock], with headings: [Int], in tree: MarkupTree
  ) -> [HTMLBlock] {
    let hasHeadline = blocks.contains { $0.kind == .heading(1) && $0.wordCount >= 3 }
    let nodes = blocks.map(\.node)
    func range(of node: Int) -> Range<Int> {
      place(of: node, in: nodes)..<place(of: Int(tree.nodes[node].end), in: nodes)
    }
    var cards: [Int: [Range<Int>]] = [:]
    for (place, index) in headings.enumerated() where isLead(blocks[index]) {
      let before = place > 0 ? blocks[headings[place - 1]].node : -1
      let next = place + 1 < headings.count ? blocks[headings[place + 1]].node : Int.max
      // The largest element that holds no other heading.
      var node = Int(tree.nodes[blocks[index].node].parent)
      var card: Int?
      while node >= 0, node > before, Int(tree.nodes[node].end) <= next {
        card = node
        node = Int(tree.nodes[node].parent)
      }
      guard let card, node >= 0, !isInStory(node, tree) || isBox(range(of: node), blocks)
      else { continue }
      let range = range(of: card)
      let words = range.reduce(0) { $0 + blocks[$1].wordCount }
      if (2...mostBlocks + 1).contains(range.count), words <= mostWords {
        // An article of its own beside that of the headline is one by itself.
        let count = tree.name(of: card) == "article" && hasHeadline ? leastCards : 1
        cards[node, default: []] += Array(repeating: range, count: count)
      }
    }
    var blocks = blocks
    for ranges in cards.values where ranges.count >= leastCards {
      for index in ranges.joined() { blocks[index].isSurroundings = true }
    }
    return blocks
  }

  /// Whether a heading is a link to another page, and not the name of what the page is about.
  private static func isLead(_ heading: HTMLBlock) -> Bool {
    guard heading.kind != .heading(1), heading.linkShare > 0.9, heading.wordCount >= 3,
      let target = heading.links.first?.target
    else { return false }
    return !target.contains("#")
  }

  /// Whether an element of an article begins with a line of its own, which is no link, and has nothing but cards with a
  /// line or two below that, behind more sentences than they have words.
  private static func isBox(_ range: Range<Int>, _ blocks: [HTMLBlock]) -> Bool {
    guard let first = range.first, case .heading = blocks[first].kind,
      blocks[first].linkLength == 0
    else { return false }
    let words = range.reduce(0) { $0 + blocks[$1].wordCount }
    let leads = range.count { blocks[$0].linkShare > 0.9 && blocks[$0].wordCount >= 3 }
    let before = blocks[..<first].suffix(mostBefore).reduce(0) { sum, block in
      sum + (block.isProse && block.linkLength == 0 && !block.isSurroundings ? block.wordCount : 0)
    }
    return leads >= leastCards && range.count <= 3 * leads + 1 && before > words
  }

  /// How many blocks before a box tell whether it stands behind an article: a judgement.
  private static let mostBefore = 40

  /// Whether `node` stands in an `article`.
  private static func isInStory(_ node: Int, _ tree: MarkupTree) -> Bool {
    var node = node
    while node >= 0 {
      if tree.name(of: node) == "article" { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// How many of `nodes`, which are in order, come before `node`.
  private static func place(of node: Int, in nodes: [Int]) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
