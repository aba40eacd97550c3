/// Cuts a page into blocks.
///
/// Each element that begins a line and each `<br>` ends a block: many pages of news have no paragraph
/// but lines between breaks.
struct HTMLBlockReader {
  /// An element that is open.
  private struct Open {
    var node: Int
    var end: Int
    var tag: HTMLTag
    var isSurroundings: Bool
    var isSurelySurroundings: Bool
    /// Of an item, what stands before its first words, until they have come.
    var marker: String?
  }

  private let tree: MarkupTree
  private let tags: [HTMLTag]
  /// The names `p`, `figure` and `ruby` by their numbers.
  private let (paragraph, figure, ruby): (Int32?, Int32?, Int32?)
  private let marks: ElementMarks
  private var open: [Open] = []
  /// The element or text that ended last before the node that is read, beside it where it has the same parent.
  private var lastClosed = -1
  private var blocks: [HTMLBlock] = []
  private var current = HTMLBlock()
  private var hasSpace = false
  private var linkStart: (offset: Int, node: Int)?
  /// The row whose cells stand in one block.
  private var row: Int?
  /// How many open elements set their lines as they are typed.
  private var preformatted = 0
  /// The numbers of the last items of numbered lists.
  private var numbers: [Int: Int] = [:]

  /// The blocks of `tree` in their order, without what nobody sees.
  ///
  /// - Complexity: O(*n*) in the nodes and bytes of the tree.
  ///
  /// With `withoutScripts` what is for those who run none is seen.
  static func blocks(
    of tree: MarkupTree, _ marks: ElementMarks, withoutScripts: Bool = false
  ) -> [HTMLBlock] {
    var reader = HTMLBlockReader(tree: tree, marks: marks, withoutScripts)
    reader.read()
    return reader.blocksWithLabels()
  }

  /// The most words of a label: a judgement.
  private static let mostOfLabel = 40

  /// The blocks; an element that calls itself a label and holds many words is none.
  private func blocksWithLabels() -> [HTMLBlock] {
    let words = Dictionary(
      blocks.compactMap { block in block.label.map { ($0, block.wordCount) } },
      uniquingKeysWith: +)
    return blocks.map { block in
      var block = block
      if let label = block.label, words[label] ?? 0 > Self.mostOfLabel { block.label = nil }
      return block
    }
  }

  private init(tree: MarkupTree, marks: ElementMarks, _ withoutScripts: Bool) {
    (self.tree, self.marks) = (tree, marks)
    tags = tree.names.map { withoutScripts && $0 == "noscript" ? .block : HTMLTag($0) }
    paragraph = tree.names.firstIndex(of: "p").map(Int32.init)
    figure = tree.names.firstIndex(of: "figure").map(Int32.init)
    ruby = tree.names.firstIndex(of: "ruby").map(Int32.init)
  }

  private mutating func read() {
    var node = 0
    while node < tree.nodes.count {
      closeUp(to: node)
      guard let name = tree.nodes[node].name else {
        let text = tree.text(of: node)
        add(text, node)
        // White space parts no elements.
        if text.contains(where: { $0 > 0x20 }) { lastClosed = node }
        node += 1
        continue
      }
      let tag = tag(of: node, name)
      if tag == .unseen && !isShadow(node) || marks.isHidden(node) {
        node = Int(tree.nodes[node].end)
        continue
      }
      enter(node, tag)
      node += 1
    }
    closeUp(to: tree.nodes.count)
    flush()
  }

  /// What the element `node` is for; of one that nobody knows its style tells it, or what stands beside it: of a
  /// custom element others of its name, or elements that are lines.
  private func tag(of node: Int, _ name: Int32) -> HTMLTag {
    let tag = tags[Int(name)]
    guard tag == .inline else { return tag }
    if marks.isBlock(node) || isLabelBesideOther(node) { return .block }
    guard tree.names[Int(name)].contains("-") else { return tag }
    var next = Int(tree.nodes[node].end)
    if tree.nodes.indices.contains(next), tree.nodes[next].name == nil,
      tree.text(of: next).allSatisfy({ $0 <= 0x20 })
    {
      next += 1
    }
    for other in [next, lastClosed] where tree.nodes.indices.contains(other) {
      guard tree.nodes[other].parent == tree.nodes[node].parent,
        let otherName = tree.nodes[other].name
      else { continue }
      if otherName == name || tags[Int(otherName)].isLine || marks.isBlock(other) { return .block }
    }
    return tag
  }

  /// Whether `node` and an element that it touches, without a space between them, are two things that are told of an
  /// article, of which one calls itself a label or a caption: a day, a picture's words and an author are no words of one
  /// sentence.
  private func isLabelBesideOther(_ node: Int) -> Bool {
    let parent = tree.nodes[node].parent
    guard let around = open.last, Int(parent) == around.node, around.tag == .block,
      tree.nodes[around.node].name != paragraph
    else { return false }
    let isTold = tellsOfArticle(node)
    if isTold, lastClosed >= 0, tree.nodes[lastClosed].name == nil,
      tree.nodes[lastClosed].parent == parent, Int(tree.nodes[lastClosed].end) == node,
      tree.nodes[node].end == tree.nodes[around.node].end,
      let last = tree.text(of: lastClosed).last,
      last > 0x20
    {
      // The time of a message, behind its words.
      return true
    }
    let before = lastClosed >= 0 && Int(tree.nodes[lastClosed].end) == node ? lastClosed : nil
    return [before, Int(tree.nodes[node].end)].compactMap(\.self).contains { other in
      tree.nodes.indices.contains(other) && tree.nodes[other].parent == parent
        && tree.nodes[other].name == tree.nodes[node].name && (isTold || tellsOfArticle(other))
        && Int(tree.nodes[other].end) > other + 1
    }
  }

  private func tellsOfArticle(_ node: Int) -> Bool { marks.isLabel(node) || marks.isCaption(node) }

  /// Whether a template is the part of an element that is seen in its place (declarative shadow DOM).
  private func isShadow(_ node: Int) -> Bool {
    tree.name(of: node) == "template" && tree[node, "shadowrootmode"] == "open"
  }

  private mutating func enter(_ node: Int, _ tag: HTMLTag) {
    let end = Int(tree.nodes[node].end)
    switch tag {
    case .lineBreak: if row == nil { flush() } else { hasSpace = true }
    case .cell where row != nil:
      if !current.bytes.isEmpty { current.bytes += Array(" | ".utf8) }
      hasSpace = false
    case _ where tag.endsLine:
      if row == nil { flush() } else { hasSpace = true }
      if tag == .row, row == nil, isPlainRow(node) { row = node }
    default: break
    }
    if tree.nodes[node].name == ruby, ruby != nil { current.hasRuby = true }
    if tag == .link, linkStart == nil { linkStart = (current.bytes.count, node) }
    let isSure =
      open.last?.isSurelySurroundings ?? false || tag == .surroundings || marks.isBeside(node)
    let isNamed = open.last?.isSurroundings ?? false || marks.isSurroundings(node)
    if tag == .preformatted { preformatted += 1 }
    open.append(
      Open(
        node: node, end: end, tag: tag, isSurroundings: isSure || isNamed,
        isSurelySurroundings: isSure, marker: tag == .item ? marker() : nil))
  }

  /// What stands before the next item of the innermost list.
  private mutating func marker() -> String {
    guard let list = open.last(where: { $0.tag == .list })?.node, tree.name(of: list) == "ol" else {
      return "• "
    }
    let before = numbers[list] ?? (tree[list, "start"].flatMap { Int($0) } ?? 1) &- 1
    numbers[list] = before &+ 1
    return "\(before &+ 1). "
  }

  /// Whether the cells of `row` hold words alone, so that they can stand on one line.
  private func isPlainRow(_ row: Int) -> Bool {
    var cells = 0
    for node in tree.inside(row) {
      guard let name = tree.nodes[node].name else { continue }
      switch tags[Int(name)] {
      case .cell: cells += 1
      case .inline, .link, .unseen: break
      default: return false
      }
    }
    return cells > 1
  }

  private mutating func closeUp(to node: Int) {
    while let last = open.last, last.end <= node {
      if last.tag == .link { endLink() }
      if last.tag == .preformatted {
        flush()
        preformatted -= 1
      }
      if last.tag.endsLine, last.tag != .lineBreak {
        if row == nil || row == last.node { flush() } else { hasSpace = true }
        if row == last.node { row = nil }
      }
      lastClosed = last.node
      open.removeLast()
    }
  }

  private mutating func endLink() {
    guard let (offset, node) = linkStart, open.last?.node == node else { return }
    linkStart = nil
    let target = tree[node, "href"] ?? ""
    if !current.settleNote(from: offset, target: target) { addLink(from: offset, node) }
  }

  /// Notes that the words from `offset` on are those of the link `node`; the space before them is not.
  private mutating func addLink(from offset: Int, _ node: Int) {
    let start = current.bytes[min(offset, current.bytes.count)...].firstIndex { $0 != 0x20 }
    guard let start, let target = tree[node, "href"] ?? lead(of: node) else { return }
    current.links.append(.init(range: start..<current.bytes.count, target: target))
  }

  /// Where a link without an address leads: nowhere, as a script does that.
  ///
  /// What has a name is a place that links lead to.
  private func lead(of node: Int) -> String? {
    tree[node, "name"] == nil && tree[node, "id"] == nil ? "" : nil
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ node: Int) {
    if current.bytes.isEmpty { current.node = node }
    guard preformatted == 0 || row != nil else { return addLines(text, node) }
    for byte in HTMLSpace.collapsible(text) {
      guard byte != 0x20 else {
        hasSpace = true
        continue
      }
      if hasSpace, let last = current.bytes.last, last != 0x20 { current.bytes.append(0x20) }
      hasSpace = false
      current.bytes.append(byte)
    }
  }

  /// Adds lines that are set as they are typed; empty ones are none.
  private mutating func addLines(_ text: ArraySlice<UInt8>, _ node: Int) {
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { flush() }
      if current.bytes.isEmpty { current.node = node }
      for byte in line where byte != 0x0D {
        if byte == 0x09 {
          current.bytes += [0x20, 0x20, 0x20, 0x20]
        } else {
          current.bytes.append(byte)
        }
      }
    }
  }

  private mutating func flush() {
    hasSpace = false
    let link = linkStart
    if let link { addLink(from: link.offset, link.node) }
    linkStart = link.map { (0, $0.node) }
    defer { current = HTMLBlock() }
    guard current.bytes.contains(where: { $0 != 0x20 }) else { return }
    describe()
    current.count()
    blocks.append(current)
  }

  /// Says what the block is, by the elements that are open.
  private mutating func describe() {
    current.isSurroundings = open.last?.isSurroundings ?? false
    current.isSurelySurroundings = open.last?.isSurelySurroundings ?? false
    current.container = open.last?.node ?? 0
    let parent = Int(tree.nodes[current.node].parent)
    current.label =
      marks.isLabel(parent)
      ? parent
      : open.suffix(4).last { marks.isLabel($0.node) && !marks.holdsHeadline($0.node) }?.node
    var isFound = false
    var levels = 0
    for element in open.reversed() {
      let isOutside = isFound
      switch element.tag {
      case .list: levels += 1
      case .block where !isFound && tree.nodes[element.node].name != paragraph,
        .cell where !isFound, .surroundings where !isFound, .preformatted where !isFound:
        (isFound, current.container) = (true, element.node)
      default: break
      }
      switch (current.kind, element.tag) {
      case (.paragraph, .heading(let level)): current.kind = .heading(level)
      case (.paragraph, .item): current.kind = .item(1)
      case (.paragraph, .preformatted): current.kind = .code
      case (.paragraph, .quotation), (.item, .quotation): current.kind = .quotation
      case (_, .caption): current.kind = .caption
      default: break
      }
      if marks.isCaption(element.node) && !isOutside
        || figure != nil && tree.nodes[element.node].name == figure
      {
        current.kind = .caption
      }
    }
    if case .item = current.kind {
      current.kind = .item(max(1, levels))
      if let item = open.lastIndex(where: { $0.tag == .item }) {
        current.marker = open[item].marker.take()
      }
    }
    if row != nil { current.kind = .row }
  }
}
