/// Small boxes in and behind an article that are none of it: a newsletter or an application that is praised, rules of
/// the site, what is told of the author.
struct SideBoxes {
  private let tree: MarkupTree
  private let blocks: [HTMLBlock]
  private let authors: [String]
  /// Whether each block praises what the site has, or tells rules of the site.
  private let praises: [Bool]
  private let hasRules: [Bool]
  /// Whether the page tells of several writers, one after the other: they are what it is about.
  private let tellsOfMany: Bool

  /// The most blocks and words of a box, and of what a line in one has to have to be the name of a person, and how many
  /// elements around a line may be its box: judgements.
  private static let (mostBlocks, mostWords, wordsOfName, mostAround) = (5, 70, 2...5, 6)

  /// From how many words on a line may be a sentence.
  private static let wordsOfLine = 4

  /// The most blocks of a box of other stories, and of those between a sentence and what stands behind all: judgements.
  private static let (mostOfRelated, mostBefore) = (24, 12)

  /// `blocks` of a page by `authors`, in which those of such boxes are marked as no part of the article.
  ///
  /// - Complexity: O(*n*).
  static func marked(
    _ blocks: [HTMLBlock], in tree: MarkupTree, by authors: [String]
  ) -> [HTMLBlock] {
    SideBoxes(blocks, in: tree, by: authors).marked()
  }

  private init(_ blocks: [HTMLBlock], in tree: MarkupTree, by authors: [String]) {
    (self.tree, self.blocks, self.authors) = (tree, blocks, authors)
    let isShort = blocks.map { !$0.isSurroundings && $0.wordCount <= Self.mostWords }
    praises = zip(blocks, isShort).map { $1 && PageWords.builtIn.promotes($0.bytes) }
    hasRules = zip(blocks, isShort).map { $1 && PageWords.builtIn.speaksOfSite($0.bytes) }
    let writers = zip(blocks, blocks.dropFirst()).count { name, text in
      Self.namesPerson(name) && !name.isSurroundings
        && PageWords.builtIn.tellsOfWriter(text.bytes)
    }
    tellsOfMany = writers > 1
  }

  private func marked() -> [HTMLBlock] {
    var marked = blocks
    for (index, block) in blocks.enumerated() where !block.isSurroundings {
      guard let box = related(at: index) ?? promotion(at: index) ?? biography(at: index) else {
        continue
      }
      for index in box { marked[index].isSurroundings = true }
    }
    return marked
  }

  /// The box of other stories that begins with a line which announces them: all its sentences stand behind links.
  private func related(at index: Int) -> Range<Int>? {
    let line = blocks[index]
    guard line.wordCount <= 7, PageWords.builtIn.announcesOthers(line.string) else { return nil }
    var box: Range<Int>?
    var node = Int(tree.nodes[line.node].parent)
    for _ in 0..<Self.mostAround where node >= 0 && (index == 0 || blocks[index - 1].node < node) {
      let end = Int(tree.nodes[node].end)
      let inside = blocks[index...].prefix(Self.mostOfRelated + 1).prefix { $0.node < end }
      guard inside.count <= Self.mostOfRelated else { break }
      if areCards(inside) {
        box = inside.indices
      } else if inside.contains(where: \.isProse) {
        break
      }
      node = Int(tree.nodes[node].parent)
    }
    return box
  }

  /// Whether there are links to stories, and before each sentence another one.
  private func areCards(_ blocks: ArraySlice<HTMLBlock>) -> Bool {
    var (links, sentences) = (0, 0)
    for block in blocks {
      if block.linkShare > 0.6, block.wordCount >= 3 { links += 1 }
      if block.linkShare <= 0.6, block.isProse { sentences += 1 }
      if sentences > links { return false }
    }
    return links > 0
  }

  /// The box of a line that praises what the site has, or tells its rules.
  private func promotion(at index: Int) -> Range<Int>? {
    let block = blocks[index]
    guard block.kind != .heading(1), praises[index] || tellsRules(index) else { return nil }
    // A heading says what all behind it in its box is, and is none where there is no box.
    let isHeading = if case .heading = block.kind { true } else { false }
    let box = box(around: index) { isHeading ? $0 > index : $0 == index }
    return isHeading && box.count == 1 ? nil : box
  }

  /// Whether a line behind all sentences, in an element called otherwise than theirs, tells rules of the site.
  private func tellsRules(_ index: Int) -> Bool {
    guard hasRules[index], !isFollowed(index + 1),
      let last = (0..<index).suffix(Self.mostBefore).last(where: isSentenceOfArticle)
    else { return false }
    let (one, other) = (element(of: blocks[index]), element(of: blocks[last]))
    return tree.name(of: one) != tree.name(of: other) || tree[one, "class"] != tree[other, "class"]
  }

  private func element(of block: HTMLBlock) -> Int { Int(tree.nodes[block.node].parent) }

  /// Whether sentences of an article stand soon behind a box that ends before the block `end`.
  private func isFollowed(_ end: Int) -> Bool {
    (end..<min(end + 3, blocks.count)).contains(where: isSentenceOfArticle)
  }

  /// The box of a name and of what is told of whoever bears it: behind sentences, of which it is none.
  private func biography(at index: Int) -> Range<Int>? {
    guard index > 2, index + 1 < blocks.count, Self.namesPerson(blocks[index]) else { return nil }
    let text = blocks[index + 1]
    guard text.kind == .paragraph, text.isProse, text.linkShare < 0.5,
      isAuthor(blocks[index].string)
        || PageWords.builtIn.tellsOfWriter(text.bytes) && !tellsOfMany
    else { return nil }
    let box = box(around: index) { $0 >= index }
    guard box.contains(index + 1),
      blocks[..<index].suffix(Self.mostBefore).contains(where: { $0.isProse && $0.endsSentence }),
      !isFollowed(box.upperBound)
    else { return nil }
    return box
  }

  private func isSentenceOfArticle(_ index: Int) -> Bool {
    let block = blocks[index]
    return block.kind == .paragraph && block.isProse && block.linkLength == 0
      && !block.isSurroundings && !praises[index] && !hasRules[index]
  }

  /// Whether a line may be of an article, also of one whose sentences are short.
  private func isOwnLine(_ index: Int) -> Bool {
    let block = blocks[index]
    return block.kind == .paragraph && block.linkLength == 0 && !praises[index] && !hasRules[index]
      && (block.wordCount >= Self.wordsOfLine || block.endsSentence && block.wordCount >= 3)
  }

  private func isAuthor(_ line: String) -> Bool {
    authors.contains { line.contains($0) } || Signature.name(in: line) != nil
  }

  private static func namesPerson(_ block: HTMLBlock) -> Bool {
    wordsOfName.contains(block.wordCount) && block.signCount == 0
      && !block.string.contains(where: \.isNumber)
  }

  /// The blocks of the largest element around a line that is small, and is neither the article nor holds its headline;
  /// of sentences those alone that `mayHold` it.
  private func box(around index: Int, _ mayHold: (Int) -> Bool) -> Range<Int> {
    var box = index..<index + 1
    var node = Int(tree.nodes[blocks[index].node].parent)
    for _ in 0..<Self.mostAround where node >= 0 {
      let name = tree.name(of: node)
      guard !["article", "main", "body", "html", "header"].contains(name) else { break }
      let range = blocks(in: node, around: box)
      let words = range.reduce(0) { $0 + blocks[$1].wordCount }
      guard range.count <= Self.mostBlocks, words <= Self.mostWords,
        !range.contains(where: {
          blocks[$0].kind == .heading(1) || isOwnLine($0) && !mayHold($0)
        })
      else { break }
      box = range
      node = Int(tree.nodes[node].parent)
    }
    return box
  }

  /// The blocks in `node`, of which `box` are some.
  private func blocks(in node: Int, around box: Range<Int>) -> Range<Int> {
    let end = Int(tree.nodes[node].end)
    var range = box
    while range.lowerBound > 0, range.count <= Self.mostBlocks,
      blocks[range.lowerBound - 1].node >= node
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < blocks.count, range.count <= Self.mostBlocks,
      blocks[range.upperBound].node < end
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }
}
