/// Finds the article among the blocks of a page.
///
/// As in Readability (Arc90, 2010; Mozilla) each paragraph speaks for the elements around it, the more the
/// longer it is and the fewer links it has; no list of the language's words is asked, so that short
/// articles and every language are found alike. Beyond that, words that the page's own title and summary
/// share with a part of it speak for that part, and prose between the headline and the part that wins is the
/// lead.
struct ArticleFinder {
  /// What was found.
  struct Finding {
    /// The numbers of the blocks of the article, in order, without the headline.
    var blocks: [Int]
    /// The number of the block that is the headline of the page.
    var headline: Int?
    /// The share of the page's words outside links that the article has, 0 to 1.
    var share: Double
    /// How many words of sentences behind the headline it has not.
    var left = 0
    /// Whether the title of the page is that of the site, and the headline the only one.
    var isOwnTitle = false
  }

  /// The least words of an article that is less than a quarter of its page.
  static let leastWords = 40

  let tree: MarkupTree
  let blocks: [HTMLBlock]
  let marks: ElementMarks
  let metadata: HTMLMetadata
  let topic: ArticleTopic

  /// The article of a page, where there is one.
  ///
  /// - Complexity: O(*n*) in the nodes and bytes of the page, and in the blocks of each element that may
  ///   hold the article.
  static func find(
    _ blocks: [HTMLBlock], in tree: MarkupTree, _ marks: ElementMarks, _ metadata: HTMLMetadata
  ) -> Finding? {
    let topic = ArticleTopic([metadata.title, metadata.summary].compactMap(\.self))
    func body(_ blocks: [HTMLBlock]) -> (node: Int, kinship: Double)? {
      ArticleBody(blocks, of: tree, topic: topic, marks: marks).find()
    }
    func marked(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
      SideBoxes.marked(
        PhotoStory.marked(StoryCards.marked(blocks, in: tree)), in: tree, by: metadata.authors)
    }
    let lines = Verses.marked(blocks, in: tree)
    var blocks = marked(lines)
    var found = body(blocks)
    if found?.kinship ?? 0 < 0.6 {
      // The names of elements may have meant something else: of those around the article.
      let open = marked(lines.map { $0.unnamed() })
      if let other = body(open), found == nil || other.kinship > (found?.kinship ?? 0) + 0.3 {
        found = other
        let inner = lines.map {
          marks.isNamedSurroundings($0, within: other.node) ? $0 : $0.unnamed()
        }
        blocks = marked(inner)
      }
    }
    guard let found else { return nil }
    return ArticleFinder(
      tree: tree, blocks: blocks, marks: marks, metadata: metadata, topic: topic
    ).article(in: found.node)
  }

  private func article(in body: Int) -> Finding? {
    var headline = headline()
    let inside = body..<Int(tree.nodes[body].end)
    var chosen = blocks.indices.filter { inside.contains(blocks[$0].node) && belongs($0) }
    guard !chosen.isEmpty else { return nil }
    let more = ArticleParts(blocks, in: tree, marks).blocks(
      around: body, headline: headline, belongs)
    chosen += more.blocks
    chosen.sort()
    let first = chosen[0]
    let isTold = headline != nil
    headline = headline ?? headingOfUntitled(above: first) ?? emphasizedLine(above: first, body)
    let parts = SideParts(blocks: blocks)
    let points = headline.map { self.points(in: min($0 + 1, first)..<first) } ?? []
    let leads = headline.map { self.leads(below: $0, before: first, parts) } ?? []
    chosen = ofHeadline(lead(before: first, headline: headline) + chosen, headline)
    chosen = leadAbove(headline, parts).filter { !chosen.contains($0) } + chosen
    chosen = parts.withoutCopies(chosen)
    chosen = parts.withoutEnd(parts.withoutRelated(chosen))
    chosen = withoutTitle(chosen, headline)
    let edges = ArticleEdges(chosen, of: blocks, in: tree, metadata)
    chosen = parts.withoutLabels(chosen, edges)
    let kept = points.union(leads).union(more.names).union(
      parts.sources(behind: chosen.last, inside: inside))
    if !kept.isEmpty { chosen = (chosen.filter { !kept.contains($0) } + kept).sorted() }
    if headline == nil, areStories(chosen) { return nil }
    let words = chosen.reduce(0) { $0 + blocks[$1].wordCount }
    let all = blocks.filter { $0.linkShare < 0.5 }.reduce(0) { $0 + $1.wordCount }
    let share = all == 0 ? 0 : min(1, Double(words) / Double(all))
    guard
      words >= Self.leastWords
        || share >= 0.25 && chosen.contains(where: { blocks[$0].isProse || blocks[$0].isVerse })
        || isShortNews(chosen, headline)
    else { return nil }
    if headline == nil, let first = ownHeadline(of: chosen) {
      return Finding(
        blocks: Array(chosen.dropFirst()), headline: first, share: share, isOwnTitle: true)
    }
    return Finding(
      blocks: chosen, headline: headline, share: share, left: wordsLeft(by: chosen, headline),
      isOwnTitle: headline != nil && !isTold)
  }

  /// Whether a block inside the body is part of the article.
  func belongs(_ index: Int) -> Bool {
    let block = blocks[index]
    guard !block.isSurroundings, block.kind != .caption else { return false }
    let neighbours = BlockNeighbours(tree: tree, blocks: blocks, marks: marks)
    if neighbours.isBesidePicture(index) || neighbours.isBesideForm(index) { return false }
    return block.linkShare < 0.6 || block.isProse || neighbours.areOwn(index)
  }

  /// The block that is the headline: the heading most like the page's title, or the only one of the first level, in an
  /// `article` if there is one, as the title may be that of the paper or have other words for those who search.
  private func headline() -> Int? {
    let parts = titleParts
    let title = Array((metadata.title ?? "").utf8.prefix(HTMLMetadata.longestTitle))
    var best: (index: Int, likeness: Double)?
    var firsts: [Int] = []
    for (index, block) in blocks.enumerated() {
      guard case .heading(let level) = block.kind else { continue }
      if namesSite(block) { continue }
      if level == 1 { firsts.append(index) }
      let isPart = parts.contains(block.string) && block.linkLength == 0
      let likeness =
        (isPart ? 1 : ArticleTopic.likeness(block.bytes, title)) + (level == 1 ? 0.1 : 0)
      if likeness > best?.likeness ?? 0.4 { best = (index, likeness) }
    }
    if let best { return best.index }
    let own = firsts.filter { story(of: $0) != nil }
    if own.count == 1 { return own[0] }
    if let line = lineOfTitle() { return line }
    guard firsts.count == 1 else { return nil }
    let isHeadline = blocks[firsts[0]].wordCount >= 3 && !blocks[firsts[0]].isSurelySurroundings
    return metadata.title == nil || isHeadline ? firsts[0] : nil
  }

  /// The blocks between the headline and the block `first` that are the lead.
  private func lead(before first: Int, headline: Int?) -> [Int] {
    let summary = ArticleTopic([metadata.summary].compactMap(\.self))
    let start = headline.map { $0 + 1 } ?? max(0, first - 12)
    guard start < first else { return [] }
    let isNear = headline != nil && first - start <= 30
    let neighbours = BlockNeighbours(tree: tree, blocks: blocks, marks: marks)
    let opening =
      headline == nil ? neighbours.opening(in: start..<first, around: first, belongs) : []
    return (start..<first).filter { index in
      if opening.contains(index) { return true }
      let block = blocks[index]
      guard belongs(index), block.linkShare < 0.3 else { return false }
      let words = Set(ArticleTopic.words(of: block.bytes)).count
      let shared = summary.words(in: block.bytes).nonzeroBitCount
      if block.wordCount >= 5, words > 0, shared * 10 >= words * 6 { return true }
      return isNear && (block.isProse && block.signCount > 0 || isBeside(block, around: first))
    }
  }

  /// Whether a block is a line of text in an element that the block `first` stands in, too.
  private func isBeside(_ block: HTMLBlock, around first: Int) -> Bool {
    let range = block.container..<Int(tree.nodes[block.container].end)
    guard range.contains(blocks[first].node), !block.isLabel else { return false }
    let sense = LabelWords.sense(of: block.string)
    return block.wordCount >= LabelWords.leastOfText && sense == .text
      || block.wordCount >= 3 && block.endsSentence && sense != .label
  }

  /// The items of a list without links that stands in `range`, between the headline and the article: its points.
  private func points(in range: Range<Int>) -> Set<Int> {
    let items = range.filter { index in
      guard case .item = blocks[index].kind else { return false }
      return belongs(index) && blocks[index].linkLength == 0
    }
    let words = items.reduce(0) { $0 + blocks[$1].wordCount }
    let isList =
      (2...8).contains(items.count) && items.last.map { $0 - items[0] } == items.count - 1
    // A list of who wrote it, and as what, is none of points.
    let isSigned = items.contains { LabelWords.sense(of: blocks[$0].string) == .label }
    return isList && !isSigned && words >= 2 * items.count ? Set(items) : []
  }

  /// `chosen` without what stands above the headline, where an article stands below it, and without the story of
  /// another headline in an element of its own, as pages have them that go on without end.
  private func ofHeadline(_ chosen: [Int], _ headline: Int?) -> [Int] {
    guard let headline else { return chosen }
    var chosen = chosen
    let below = chosen.filter { $0 > headline }
    if below.reduce(0, { $0 + blocks[$1].wordCount }) >= Self.leastWords { chosen = below }
    return otherStory(behind: headline).map { end in chosen.filter { $0 < end } } ?? chosen
  }

  /// Whether `chosen` are the beginnings of many articles, as on a front page, of which none is the page's.
  private func areStories(_ chosen: [Int]) -> Bool {
    let stories = Dictionary(grouping: chosen) { story(of: $0) }
    let most = stories.filter { $0.key != nil }.map(\.value.count).max() ?? 0
    return stories.count >= 5 && most <= 3 && (stories[nil]?.count ?? 0) * 5 <= chosen.count
  }

  /// The `article` element that a block stands in.
  func story(of index: Int) -> Int? {
    var node = Int(tree.nodes[blocks[index].node].parent)
    while node >= 0, tree.name(of: node) != "article" { node = Int(tree.nodes[node].parent) }
    return node >= 0 ? node : nil
  }

  /// `chosen` without the headline, and without one of the first blocks that says what the title says.
  private func withoutTitle(_ chosen: [Int], _ headline: Int?) -> [Int] {
    let title = Array((metadata.title ?? "").utf8)
    return chosen.enumerated().filter { place, index in
      guard index != headline else { return false }
      return place >= 3 || ArticleTopic.likeness(blocks[index].bytes, title) < 0.85
    }.map(\.element)
  }
}
