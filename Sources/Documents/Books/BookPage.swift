/// A page of a book as blocks, with the headings that the contents name.
enum BookPage {
  /// The blocks of `tree`; where one of `entries` begins stands a heading.
  ///
  /// A heading that is there, or a line with the same words, is the chapter's; else its title is put in.
  static func blocks(of tree: MarkupTree, _ entries: [BookContents.Entry]) -> [HTMLBlock] {
    var blocks = HTMLBlockReader.blocks(of: tree, ElementMarks(of: tree))
    guard !entries.isEmpty else { return blocks }
    var places: [String: Int] = [:]
    for node in tree.nodes.indices {
      for attribute in tree.attributes(of: node) where ["id", "name"].contains(attribute.name) {
        if places[attribute.value] == nil { places[attribute.value] = node }
      }
    }
    var added: [Int: [HTMLBlock]] = [:]
    for entry in entries {
      let first = index(of: entry.part.flatMap { places[$0] } ?? 0, in: blocks)
      let level = HTMLBlock.Kind.heading(entry.depth + 1)
      let near = first..<min(first + 4, blocks.count)
      if let index = near.first(where: { isTitle(blocks[$0], entry.title) }) {
        blocks[index].kind = level
      } else if entry.isLink, near.first.map({ isHeading(blocks[$0]) }) ?? false {
        blocks[first].kind = level
      } else if first < blocks.count {
        var heading = HTMLBlock()
        heading.bytes = Array(entry.title.utf8)
        heading.kind = level
        added[first, default: []].append(heading)
      }
    }
    return added.isEmpty
      ? blocks : blocks.enumerated().flatMap { (added[$0.offset] ?? []) + [$0.element] }
  }

  /// The number of the first block that begins with `node` or behind it.
  private static func index(of node: Int, in blocks: [HTMLBlock]) -> Int {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func isTitle(_ block: HTMLBlock, _ title: String) -> Bool {
    block.bytes.elementsEqual(title.utf8)
  }

  private static func isHeading(_ block: HTMLBlock) -> Bool {
    if case .heading = block.kind { true } else { false }
  }
}
