/// What stands beside a block in the elements around it, by which captions and forms are known that no name tells.
struct BlockNeighbours {
  let tree: MarkupTree
  let blocks: [HTMLBlock]
  let marks: ElementMarks

  /// The most nodes of an element that is a part of its own, and how many blocks before and behind one are looked at.
  private static let (mostNodes, mostBeside) = (30, 6)
  /// From how many words on what stands in an element with a field is what it asks for, and nothing around it.
  private static let wordsOfForm = 5

  /// Whether a block says whose a picture is, or is the only one in an element that holds one.
  func isBesidePicture(_ index: Int) -> Bool {
    let block = blocks[index]
    if block.bytes.starts(with: "©".utf8) { return block.wordCount <= 12 }
    guard block.wordCount <= 25, !block.endsSentence else { return false }
    let isCaption =
      isAlone(index, in: block.container) && isOfPicture(block.container)
      || block.kind == .paragraph && isBelowPicture(index)
    return isCaption && !isOneOfMany(index)
  }

  /// Whether an element holds a picture that no caption is set for, and is not called the body of the article.
  private func isOfPicture(_ node: Int) -> Bool {
    holdsPicture(node) && !marks.isBody(node)
      && !tree.elements("figcaption", in: node..<Int(tree.nodes[node].end)).contains { _ in true }
  }

  /// Whether a line stands under a picture in one paragraph, or in an element beside that of the picture.
  private func isBelowPicture(_ index: Int) -> Bool {
    guard let part = elements(around: index, mostWords: blocks[index].wordCount).last else {
      return false
    }
    return holdsPicture(part, before: blocks[index].node)
  }

  /// Whether sentences before and behind a block stand in elements like its own, as the words of a gallery do.
  private func isOneOfMany(_ index: Int) -> Bool {
    guard let way = ElementWay.ways(to: blocks[index], in: tree).last else { return false }
    let others = blocks[
      max(0, index - Self.mostBeside)..<min(blocks.count, index + Self.mostBeside)]
    return others.count {
      $0.isProse && $0.endsSentence && $0.container != blocks[index].container
        && ElementWay.ways(to: $0, in: tree).last == way
    } >= 2
  }

  /// Whether a block asks for an address or the like: it stands in a small element with a field to be filled in.
  func isBesideForm(_ index: Int) -> Bool {
    elements(around: index, mostWords: 40).contains { node in
      tree.elements("input", in: node..<Int(tree.nodes[node].end)).contains { field in
        [nil, "email", "text", "tel", "search"].contains(tree[field, "type"]?.lowercased())
          && !isTold(field, outside: blocks[index].node, inside: node)
      }
    }
  }

  /// Whether words stand with a field in an element inside `outer` in which `node` does not stand.
  private func isTold(_ field: Int, outside node: Int, inside outer: Int) -> Bool {
    var box = Int(tree.nodes[field].parent)
    while box > outer {
      if (box..<Int(tree.nodes[box].end)).contains(node) { return false }
      let words = HTMLMetadata.plain(tree.string(in: box)) ?? ""
      if words.split(separator: " ").count >= Self.wordsOfForm { return true }
      box = Int(tree.nodes[box].parent)
    }
    return false
  }

  /// Whether links at `index` are words of the article by what is before and behind them.
  func areOwn(_ index: Int) -> Bool { areProse(index) || areAnnounced(index) }

  /// Whether a sentence of little but links stands between two paragraphs of one element, and announces no others.
  private func areProse(_ index: Int) -> Bool {
    guard index > 0, index + 1 < blocks.count else { return false }
    let block = blocks[index]
    return block.kind == .paragraph && block.endsSentence && block.length - block.linkLength >= 5
      && [blocks[index - 1], blocks[index + 1]].allSatisfy {
        $0.kind == .paragraph && $0.isProse && $0.container == block.container
      } && !PageWords.builtIn.announcesOthers(block.string)
  }

  /// The most items of a list of links that is a part of an article.
  private static let mostLinks = 20

  /// Whether a link is an item of a list that the sentence before it announces by a colon, and that another sentence of
  /// the same element follows.
  private func areAnnounced(_ index: Int) -> Bool {
    guard case .item = blocks[index].kind else { return false }
    func isItem(_ index: Int) -> Bool {
      if case .item = blocks[index].kind { !blocks[index].isSurroundings } else { false }
    }
    let first = blocks[..<index].reversed().prefix(Self.mostLinks)
    guard let before = first.indices.first(where: { !isItem($0.base - 1) }).map({ $0.base - 1 }),
      let behind = blocks.indices.dropFirst(index + 1).prefix(Self.mostLinks)
        .first(where: { !isItem($0) })
    else { return false }
    let announcement = blocks[before]
    return announcement.kind == .paragraph && announcement.wordCount >= 3
      && announcement.linkLength == 0 && announcement.bytes.last == 0x3A
      && !announcement.isSurroundings && !PageWords.builtIn.announcesOthers(announcement.string)
      && blocks[behind].kind == .paragraph && blocks[behind].isProse
      && blocks[behind].container == announcement.container
  }

  /// The elements around a block that hold no more than so many words, from within.
  private func elements(around index: Int, mostWords: Int) -> [Int] {
    var elements: [Int] = []
    var node = Int(tree.nodes[blocks[index].node].parent)
    while node >= 0, Int(tree.nodes[node].end) - node < Self.mostNodes, !marks.isBody(node),
      words(in: node, from: index) <= mostWords
    {
      elements.append(node)
      node = Int(tree.nodes[node].parent)
    }
    return elements
  }

  /// How many words the blocks in `node` have, of which `index` is one.
  private func words(in node: Int, from index: Int) -> Int {
    let before = blocks[..<index].reversed().prefix { $0.node >= node }
    let behind = blocks[index...].prefix { $0.node < Int(tree.nodes[node].end) }
    return before.reduce(0) { $0 + $1.wordCount } + behind.reduce(0) { $0 + $1.wordCount }
  }

  /// Whether no other block beside it stands in `container`.
  private func isAlone(_ index: Int, in container: Int) -> Bool {
    index == 0
      || blocks[index - 1].container != container
        && (index + 1 == blocks.count || blocks[index + 1].container != container)
  }

  /// Whether a picture stands in `node`, before the node `end` where that is given, which is no sign among letters.
  private func holdsPicture(_ node: Int, before end: Int? = nil) -> Bool {
    let range = node..<(end ?? Int(tree.nodes[node].end))
    guard Int(tree.nodes[node].end) - node < Self.mostNodes else { return false }
    return ["img", "amp-img"].contains { name in
      tree.elements(name, in: range).contains { picture in
        let classes = tree[picture, "class"] ?? ""
        return !["emoji", "smiley", "icon"].contains { classes.contains($0) }
      }
    }
  }

  /// Those of `range` that belong to an article and stand in elements around the block `first`, from the first
  /// sentence there on: the beginning of a page that has no headline and goes on in elements of its own.
  func opening(
    in range: Range<Int>, around first: Int, _ belongs: (Int) -> Bool
  ) -> [Int] {
    let node = blocks[first].node
    let around = range.filter { index in
      let container = blocks[index].container
      return container < node && node < Int(tree.nodes[container].end) && belongs(index)
    }
    let sentence = around.firstIndex { index in
      blocks[index].isProse && blocks[index].endsSentence && blocks[index].linkLength == 0
    }
    return sentence.map { Array(around[$0...]) } ?? []
  }
}
