/// The short lines at the beginning and the end of an article: a dateline, a list, a subhead, a last sentence are its
/// own; names of authors, dates and buttons are not.
struct ArticleEdges {
  private let tree: MarkupTree
  private let blocks: [HTMLBlock]
  private let authors: Set<String>
  /// The elements that hold sentences of the article.
  private let bodies: Set<Int>

  /// The edges of what was `chosen` of a page by `authors`.
  init(_ chosen: [Int], of blocks: [HTMLBlock], in tree: MarkupTree, authors: [String]) {
    (self.tree, self.blocks, self.authors) = (tree, blocks, Set(authors))
    let prose = chosen.filter {
      (blocks[$0].isProse || blocks[$0].isVerse) && blocks[$0].kind != .row
    }
    bodies = Set(prose.map { blocks[$0].container })
  }

  /// Whether a short line stands among the sentences of the article and is no label by its words or the names of its
  /// elements.
  func isOwn(_ index: Int) -> Bool {
    let block = blocks[index]
    guard block.linkLength == 0, !block.isLabel, !isLabel(block) else { return false }
    var node = block.container
    // A table, a section, an element without a name around a line.
    for _ in 0..<3 where node >= 0 {
      if bodies.contains(node) { return isText(block) }
      guard tree.attributes(of: node).isEmpty else { return false }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Whether the words stand in an element for text, or in none of their own.
  private func isText(_ block: HTMLBlock) -> Bool {
    var node = Int(tree.nodes[block.node].parent)
    while node >= 0, node != block.container, tree.attributes(of: node).isEmpty,
      !Self.texts.contains(tree.name(of: node))
    {
      node = Int(tree.nodes[node].parent)
    }
    return node >= 0 && (node == block.container || Self.texts.contains(tree.name(of: node)))
  }

  private static let texts: Set = [
    "p", "li", "dd", "dt", "tr", "td", "th", "blockquote", "pre", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Whether the words are those of a label: a time, an author, a button.
  private func isLabel(_ block: HTMLBlock) -> Bool {
    let text = block.string
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return true }
    if block.kind == .paragraph, tellsDate(block) { return true }
    return authors.contains { text.contains($0) } || PageWords.builtIn.beginsLabel(text)
  }

  /// Whether a line holds a date or an hour and little else.
  private func tellsDate(_ block: HTMLBlock) -> Bool {
    let scalars = Array(block.string.unicodeScalars)
    let digits = scalars.indices.filter { scalars[$0].properties.numericType != nil }
    guard !digits.isEmpty else { return false }
    if PageWords.builtIn.namesTime(block.string) { return true }
    let letters = scalars.count { $0.properties.isAlphabetic }
    return digits.count >= 3 && digits.count * 3 >= letters
  }
}
