/// What the blocks before each one come to, so that what an element holds is a difference.
struct BlockTotals: Sendable {
  private var lengths = [0]
  private var linkLengths = [0]
  private var weights: [Double] = [0]
  private let nodes: [Int]

  /// The totals of `blocks`, each of which has a weight.
  init(_ blocks: [HTMLBlock], weight: (HTMLBlock) -> Double) {
    nodes = blocks.map(\.node)
    for (index, block) in blocks.enumerated() {
      lengths.append(lengths[index] + block.length)
      linkLengths.append(linkLengths[index] + block.linkLength)
      weights.append(weights[index] + weight(block))
    }
  }

  /// The letters and signs of the blocks `range`.
  func length(_ range: Range<Int>) -> Int { lengths[range.upperBound] - lengths[range.lowerBound] }

  /// The weight of the blocks `range`.
  func weight(_ range: Range<Int>) -> Double {
    weights[range.upperBound] - weights[range.lowerBound]
  }

  /// The share of links in the blocks `range`, 0 to 1; 1 where there are none.
  func linkShare(_ range: Range<Int>) -> Double {
    let length = length(range)
    let links = linkLengths[range.upperBound] - linkLengths[range.lowerBound]
    return length == 0 ? 1 : Double(links) / Double(length)
  }

  /// The numbers of the blocks whose words stand in `node` of `tree`.
  func blocks(in node: Int, of tree: MarkupTree) -> Range<Int> {
    index(of: node)..<index(of: Int(tree.nodes[node].end))
  }

  private func index(of node: Int) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
