/// The element of a page that the article stands in.
struct ArticleBody {
  private let tree: MarkupTree
  private let blocks: [HTMLBlock]
  private let topic: ArticleTopic
  private let topicWords: [UInt64]
  private let marks: ElementMarks
  private let totals: BlockTotals

  /// What is looked at: `blocks` of `tree` on `topic`.
  init(_ blocks: [HTMLBlock], of tree: MarkupTree, topic: ArticleTopic, marks: ElementMarks) {
    (self.tree, self.blocks, self.topic, self.marks) = (tree, blocks, topic, marks)
    topicWords = blocks.map {
      $0.isSurroundings || $0.linkShare >= 0.5 ? 0 : topic.words(in: $0.bytes)
    }
    totals = BlockTotals(blocks, weight: Self.weight)
  }

  /// How much a block speaks for what it stands in.
  private static func weight(_ block: HTMLBlock) -> Double {
    guard !block.isSurroundings, block.kind != .caption, block.linkShare < 0.5 else { return 0 }
    if case .heading = block.kind { return 0 }
    // No sentences, and nothing against those of the article, where it has some.
    if block.isVerse { return Double(block.length) * 0.5 }
    guard block.length >= 25 else { return 0 }
    let own = Double(block.length - block.linkLength) * (block.isProse ? 1 : 0.2)
    return own + Double(min(block.signCount, 20)) * 5
  }

  /// The element, and how much of the topic it holds, 0 to 1; `nil` where no block is prose.
  ///
  /// As in Readability each block gives its weight to the element that it stands in, and less to those
  /// around that one.
  func find() -> (node: Int, kinship: Double)? {
    find(by: Self.weight) ?? find(by: Self.weightOfLead)
  }

  /// How much a heading speaks for what it stands in where no sentence does: one that ends as a sentence is a lead.
  private static func weightOfLead(_ block: HTMLBlock) -> Double {
    guard case .heading(2...) = block.kind, block.isProse, block.endsSentence,
      !block.isSurroundings, block.linkLength == 0
    else { return 0 }
    return Double(block.length)
  }

  private func find(by weight: (HTMLBlock) -> Double) -> (node: Int, kinship: Double)? {
    var own: [Int: Double] = [:]
    for block in blocks {
      let weight = weight(block)
      guard weight > 0 else { continue }
      var node = block.container
      for share in [1, 0.6, 0.3] where node >= 0 {
        own[node, default: 0] += weight * share
        node = Int(tree.nodes[node].parent)
      }
    }
    var best: (node: Int, score: Double)?
    for (node, weight) in own.sorted(by: { $0.key < $1.key }) {
      let range = totals.blocks(in: node, of: tree)
      let score =
        weight * (1 - totals.linkShare(range)) * (1 + 2 * kinship(range))
        * (marks.isBody(node) ? 1.5 : 1)
      if score > best?.score ?? 0 { best = (node, score) }
    }
    return best.map { best in
      let node = widened(best.node)
      return (node, kinship(totals.blocks(in: node, of: tree)))
    }
  }

  /// How many blocks `node` holds.
  func blockCount(in node: Int) -> Int { totals.blocks(in: node, of: tree).count }

  private func kinship(_ range: Range<Int>) -> Double {
    topic.share(topicWords[range].reduce(0, |))
  }

  /// `node`, or an element around it that holds more of the article and little else.
  private func widened(_ node: Int) -> Int {
    var best = node
    var parent = Int(tree.nodes[node].parent)
    while parent >= 0, tree.name(of: parent) != "html" {
      let (inner, outer) = (totals.blocks(in: best, of: tree), totals.blocks(in: parent, of: tree))
      let had = totals.weight(inner)
      let gained = totals.weight(outer) - had
      let grown = totals.length(outer) - totals.length(inner)
      if gained > 0.15 * had, gained > 0.7 * Double(grown) { best = parent }
      parent = Int(tree.nodes[parent].parent)
    }
    return best
  }
}
