/// The short lines at the beginning and the end of an article: a dateline, a list, a subhead, a last sentence are its
/// own; names of authors, dates and buttons are not.
struct ArticleEdges {
  private let tree: MarkupTree
  private let blocks: [HTMLBlock]
  private let metadata: HTMLMetadata
  /// The elements that hold sentences of the article.
  private let bodies: Set<Int>
  /// The ways to sentences of the article, each with how many have it.
  private let ways: [ElementWay: Int]

  /// The ways to short lines that may be items of a list, each with how many have it.
  private let items: [ElementWay: Int]
  /// How many of them are a list: a judgement.
  private static let leastItems = 3

  /// The edges of what was `chosen` of a page that tells `metadata`.
  init(_ chosen: [Int], of blocks: [HTMLBlock], in tree: MarkupTree, _ metadata: HTMLMetadata) {
    (self.tree, self.blocks, self.metadata) = (tree, blocks, metadata)
    let prose = chosen.filter {
      (blocks[$0].isProse || blocks[$0].isVerse) && blocks[$0].kind != .row
    }
    bodies = Set(prose.map { blocks[$0].container })
    let short = chosen.filter { index in
      let block = blocks[index]
      return block.kind == .paragraph && block.wordCount < LabelWords.leastOfText
        && block.linkLength == 0 && !block.isLabel && LabelWords.sense(of: block.string) != .label
    }
    items = Dictionary(
      short.flatMap { ElementWay.ways(to: blocks[$0], in: tree) }.map { ($0, 1) },
      uniquingKeysWith: +)
    ways = Dictionary(
      prose.flatMap { ElementWay.ways(to: blocks[$0], in: tree) }.map { ($0, 1) },
      uniquingKeysWith: +)
  }

  /// Whether a short line is no label by its words or the names of its elements, and stands among the sentences of the
  /// article, as one of them, or is called its lead.
  func isOwn(_ index: Int) -> Bool {
    let block = blocks[index]
    if isSummary(block) { return true }
    guard block.linkLength == 0, !block.isLabel, !isLabel(block) else { return false }
    return isAmongSentences(block) || isLikeSentences(block)
      || isItem(block) || Self.isCalledLead(block, in: tree, outside: bodies)
  }

  /// Whether it is one of some short lines of one kind that stand together and that no label has.
  private func isItem(_ block: HTMLBlock) -> Bool {
    block.wordCount >= 2
      && ElementWay.ways(to: block, in: tree).contains { items[$0] ?? 0 >= Self.leastItems }
  }

  /// Whether a line below the headline says who wrote the article, and nothing else.
  func isByline(_ index: Int) -> Bool {
    let block = blocks[index]
    return block.kind != .row && !block.endsSentence
      && (Signature.name(in: block.string) != nil || namesAuthor(block))
  }

  /// Whether the page tells the line as what it is about, or as the beginning of that.
  private func isSummary(_ block: HTMLBlock) -> Bool {
    guard block.wordCount >= 4, let summary = metadata.summary else { return false }
    return summary.utf8.starts(with: block.bytes)
  }

  private func isAmongSentences(_ block: HTMLBlock) -> Bool {
    var node = block.container
    // A table, a section, an element without a name around a line.
    for _ in 0..<3 where node >= 0 {
      if bodies.contains(node) { return isText(block) }
      guard !isNamed(node) else { return false }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Whether two sentences at least stand in elements like those of the line, beside them.
  private func isLikeSentences(_ block: HTMLBlock) -> Bool {
    ElementWay.ways(to: block, in: tree).contains { ways[$0] ?? 0 >= 2 }
  }

  /// Whether an element close around a line, and not around sentences in `bodies`, calls itself the lead.
  static func isCalledLead(
    _ block: HTMLBlock, in tree: MarkupTree, outside bodies: Set<Int> = []
  ) -> Bool {
    var node = Int(tree.nodes[block.node].parent)
    for _ in 0..<4 where node >= 0 && !bodies.contains(node) {
      if tree[node, "class"].map(namesLead) ?? false { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  private static func namesLead(_ classes: String) -> Bool {
    ElementMarks.words(of: classes).contains { word in
      PageWords.builtIn[.lead].contains { $0 == word }
    }
  }

  /// Whether the words stand in an element for text, or in none of their own.
  private func isText(_ block: HTMLBlock) -> Bool {
    var node = Int(tree.nodes[block.node].parent)
    while node >= 0, node != block.container, !isNamed(node),
      !Self.texts.contains(tree.name(of: node))
    {
      node = Int(tree.nodes[node].parent)
    }
    return node >= 0 && (node == block.container || Self.texts.contains(tree.name(of: node)))
  }

  /// Whether an element has a name of its own, and more than a look.
  private func isNamed(_ node: Int) -> Bool {
    tree.attributes(of: node).contains { !Self.looks.contains($0.name) }
  }

  private static let looks: Set = ["style", "dir", "lang", "align", "size", "color", "face"]
  private static let texts: Set = [
    "p", "li", "dd", "dt", "tr", "td", "th", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5",
    "h6",
  ]

  /// Whether the words are those of a label: a time, an author, a button.
  private func isLabel(_ block: HTMLBlock) -> Bool {
    let text = block.string
    guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return true }
    if block.kind == .row || block.hasRuby { return false }
    return LabelWords.sense(of: text) == .label || namesAuthor(block)
  }

  /// Whether a line holds the name of an author, and little else.
  private func namesAuthor(_ block: HTMLBlock) -> Bool {
    let text = block.string
    return metadata.authors.contains { author in
      text.contains(author)
        && block.wordCount <= author.split(separator: " ").count + 3
    }
  }
}

/// How an element is called that holds words, with those around it, and where they stand: the elements of the
/// paragraphs of an article have the same.
struct ElementWay: Hashable {
  private let names: [String]
  /// The element that holds the outermost.
  private let place: Int

  /// The ways to a block: by the element of its words alone, and by one or two more around it.
  static func ways(to block: HTMLBlock, in tree: MarkupTree) -> [ElementWay] {
    var names: [String] = []
    var ways: [ElementWay] = []
    var node = Int(tree.nodes[block.node].parent)
    for _ in 0..<3 where node >= 0 {
      names.append("\(tree.name(of: node)) \(tree[node, "class"] ?? "")")
      node = Int(tree.nodes[node].parent)
      ways.append(ElementWay(names: names, place: node))
    }
    return ways
  }
}
