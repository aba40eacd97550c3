/// The elements behind that of the article in which it goes on: a body behind a lead that is longer, the parts that
/// advertisements, pictures or nothing at all stand between.
struct ArticleParts {
  let tree: MarkupTree
  let blocks: [HTMLBlock]
  private let marks: ElementMarks
  private let nodes: [Int]

  /// How many elements around the article are looked into, from how many words on an article has a body, the share of
  /// it that a part has which is called otherwise, and how many links or words of what is none part it from what
  /// follows: judgements.
  private static let (mostAround, wordsOfBody, leastShare) = (8, 60, 0.15)
  private static let (leastLinks, mostForeign) = (3, 25)

  /// Looks at `blocks` of `tree`.
  init(_ blocks: [HTMLBlock], in tree: MarkupTree, _ marks: ElementMarks) {
    (self.tree, self.blocks, self.marks) = (tree, blocks, marks)
    nodes = blocks.map(\.node)
  }

  /// What was found.
  struct Found {
    /// The blocks with which the article goes on.
    var blocks: [Int] = []
    /// Of posts, the lines that name who wrote each of them.
    var names: [Int] = []
  }

  /// What an element beside that of the article is.
  private enum Sense {
    /// Sentences, which may be some of it.
    case sentences
    /// Something small, as an advertisement; something large that parts what is before it from what follows.
    case nothing, foreign
    /// All behind it is none of the article.
    case end
  }

  /// The blocks beside the element `body` with which the article goes on, whose headline is the block `headline`.
  ///
  /// In the element that holds both, sentences are its own where nothing parts them from it. Behind that they have to
  /// stand in an element like its own, or to be many beside it. Elements like its own before it are some of it, too, as
  /// those of other posts are.
  ///
  /// - Complexity: O(*n*) in the nodes of the elements around the article.
  func blocks(around body: Int, headline: Int?, _ belongs: (Int) -> Bool) -> Found {
    var found = Found()
    var words = words(range(of: body).filter(belongs))
    var node = body
    for _ in 0..<Self.mostAround {
      let parent = Int(tree.nodes[node].parent)
      guard parent >= 0, !["html", "body"].contains(tree.name(of: node)) else { break }
      let isStory = headline.map { isBeside(node, $0) } ?? false
      // What stands behind a whole story in one element is another.
      if !isStory, ["article", "main"].contains(tree.name(of: node)), words >= Self.wordsOfBody {
        break
      }
      let level = Level(
        node: node, parent: parent, way: way(from: node, to: body), isStory: isStory)
      let more = blocks(beside: level, headline, words, belongs)
      found.blocks += more.blocks
      if more.posts.count > 1 { found.names += names(of: more.posts, by: level.way) }
      if more.isEnd { break }
      words += self.words(more.blocks)
      node = parent
    }
    return found
  }

  /// An element around the article, or the article, and how to get from it to the article.
  private struct Level {
    var node: Int
    var parent: Int
    var way: [String]
    /// Whether the headline stands outside of it.
    var isStory: Bool
  }

  /// What stands in one element.
  private struct Beside {
    var blocks: [Int] = []
    var words = 0
    var posts: [Int] = []
    var isEnd = false
    /// Whether something parts what follows from the article.
    var isParted = false
    /// Subheads and short lines, which are its own where sentences follow.
    var short: [Int] = []

    mutating func add(_ more: [Int], _ words: Int) {
      blocks += short + more
      self.words += words
      short = []
    }
  }

  /// The blocks of the article beside `level`, `words` of which are known.
  private func blocks(
    beside level: Level, _ headline: Int?, _ words: Int, _ belongs: (Int) -> Bool
  ) -> Beside {
    var beside = Beside()
    if !level.way.isEmpty { beside.posts = [level.node] }
    for child in children(of: level.parent, from: level.parent + 1)
    where child < level.node && tree.areNamedAlike(child, level.node) {
      let text = text(of: child, by: level.way).filter { $0 > headline ?? 0 && belongs($0) }
      guard text.contains(where: { isSentence(blocks[$0]) }) else { continue }
      beside.blocks += text
      if !level.way.isEmpty { beside.posts.append(child) }
    }
    for child in children(of: level.parent, from: Int(tree.nodes[level.node].end)) {
      add(child, to: &beside, level, headline, words, belongs)
      if beside.isEnd { break }
    }
    return beside
  }

  /// Adds what stands in `child`, behind the article in one element with it, to `beside`.
  private func add(
    _ child: Int, to beside: inout Beside, _ level: Level, _ headline: Int?, _ words: Int,
    _ belongs: (Int) -> Bool
  ) {
    let sense = sense(of: child, headline, belongs)
    let isAlike = tree.areNamedAlike(child, level.node)
    if isAlike, sense != .end, !level.way.isEmpty {
      let text = text(of: child, by: level.way).filter(belongs)
      if !text.isEmpty {
        beside.add(text, self.words(text))
        beside.posts.append(child)
        return
      }
    }
    switch sense {
    case .end: beside.isEnd = true
    case .foreign: beside.isParted = true
    case .nothing:
      let own = range(of: child).filter { belongs($0) && isLine(blocks[$0]) }
      if isAlike {
        beside.add(own, self.words(own))
      } else if isPlain(child) {
        beside.short += own
      }
    case .sentences:
      let own = range(of: child).filter(belongs)
      let (count, known) = (self.words(own), words + beside.words)
      let isMuch = Double(count) >= Self.leastShare * Double(known)
      let isNear = !beside.isParted && (level.isStory || known < Self.wordsOfBody || isMuch)
      if isAlike || isNear { beside.add(own, count) } else { beside.isParted = true }
    }
  }

  /// Whether a short line may be of an article: it is no label and leads nowhere.
  private func isLine(_ block: HTMLBlock) -> Bool {
    block.linkLength == 0 && !block.isLabel && LabelWords.sense(of: block.string) != .label
  }

  /// Whether a node is a heading, a paragraph or a text without a name of its own.
  private func isPlain(_ node: Int) -> Bool {
    let name = tree.name(of: node)
    return name.isEmpty || name == "p" && tree[node, "class"] == nil
      || ["h2", "h3", "h4", "h5", "h6"].contains(name)
  }

  /// Whether the headline stands outside `node`, or `node` is its frame alone.
  private func isBeside(_ node: Int, _ headline: Int) -> Bool {
    let isInside = (node..<Int(tree.nodes[node].end)).contains(blocks[headline].node)
    return !isInside || ["header", "hgroup"].contains(tree.name(of: node))
  }

  private func words(_ indices: some Sequence<Int>) -> Int {
    indices.reduce(0) { $0 + blocks[$1].wordCount }
  }

  private func sense(
    of child: Int, _ headline: Int?, _ belongs: (Int) -> Bool
  ) -> Sense {
    let range = range(of: child)
    guard let first = range.first else { return .nothing }
    let isBody = callsItselfBody(child)
    for index in range where !blocks[index].isSurroundings {
      guard case .heading(let level) = blocks[index].kind else { continue }
      if PageWords.builtIn.beginsComments(blocks[index].string) { return .end }
      guard let headline, index > headline, blocks[index].wordCount >= 3 else { continue }
      if level == 1 { return .end }
      if case .heading(level...) = blocks[headline].kind { return .foreign }
    }
    let sentences = range.filter { belongs($0) && isSentence(blocks[$0]) }
    // What stands in the body is its own or none of the article, and parts nothing.
    if isBody { return sentences.isEmpty ? .nothing : .sentences }
    if blocks[first].wordCount <= 7, PageWords.builtIn.announcesOthers(blocks[first].string) {
      return range.count > Self.leastLinks ? .foreign : .nothing
    }
    let links = range.filter { blocks[$0].linkShare >= 0.6 && blocks[$0].wordCount >= 3 }
    let foreign = range.filter { blocks[$0].isSurroundings }
    if links.count >= Self.leastLinks, links.count * 2 > sentences.count { return .foreign }
    let opensWithText =
      range.first { !blocks[$0].isSurroundings && blocks[$0].kind != .caption }
      .map(sentences.contains) ?? false
    if !opensWithText, words(foreign) >= Self.mostForeign, words(foreign) > words(sentences) {
      return .foreign
    }
    let own = range.filter(belongs)
    guard !sentences.isEmpty, words(sentences) * 2 >= words(own) else { return .nothing }
    // A card leads elsewhere, and says why.
    let isCard = links.first.map { $0 < sentences[0] && links.count * 3 >= sentences.count }
    return isCard ?? false ? .foreign : .sentences
  }

  /// Whether an element calls itself the words of an article, or one does that holds all its words.
  private func callsItselfBody(_ node: Int) -> Bool {
    let blocks = range(of: node)
    var node = node
    while node < tree.nodes.count, tree.nodes[node].name != nil, range(of: node) == blocks {
      if marks.isBody(node) { return true }
      node += 1
    }
    return false
  }

  /// Whether a block is a sentence, or so many words as one, of which no sign says that they are none.
  private func isSentence(_ block: HTMLBlock) -> Bool {
    if block.linkShare > 0.3 || block.isLabel { return false }
    if case .heading = block.kind { return false }
    return block.isProse || block.endsSentence && block.wordCount >= 3
      || block.wordCount >= LabelWords.leastOfText && LabelWords.sense(of: block.string) == .text
  }

  /// The nodes inside `parent` that stand in no other of them, from one on.
  private func children(of parent: Int, from first: Int) -> some Sequence<Int> {
    let end = Int(tree.nodes[parent].end)
    return sequence(state: first) { next in
      guard next < end else { return nil }
      defer { next = Int(tree.nodes[next].end) }
      return next
    }
  }

  /// The numbers of the blocks whose words stand in `node`.
  func range(of node: Int) -> Range<Int> {
    place(of: node)..<place(of: Int(tree.nodes[node].end))
  }

  private func place(of node: Int) -> Int {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
