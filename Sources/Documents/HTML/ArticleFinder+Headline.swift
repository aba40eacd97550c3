extension ArticleFinder {
  /// The parts of the page's title between signs, of which one may be the headline and others the site.
  var titleParts: Set<String> {
    guard let title = metadata.title, title.utf8.count <= HTMLMetadata.longestTitle else {
      return []
    }
    let parts = HTMLMetadata.signs.lazy.map(title.components)
    return Set(parts.first { $0.count > 1 } ?? [])
  }

  /// Whether a heading is the name of the site, which leads to its first page.
  func namesSite(_ block: HTMLBlock) -> Bool {
    guard block.linkShare > 0.9, let target = block.links.first?.target else { return false }
    return ["/", "./", "index.html"].contains(target)
      || PageWords.builtIn.namesSite(block.string, metadata.site)
  }

  /// The last heading before the sentences of a page without a title, of which `first` is the first block.
  func headingOfUntitled(above first: Int) -> Int? {
    guard metadata.title == nil else { return nil }
    let end =
      blocks.indices.dropFirst(first).first { index in
        // A headline may be a sentence.
        if case .heading = blocks[index].kind { false } else { blocks[index].isProse }
      } ?? first
    return (max(0, end - Self.mostBetween)..<end).reversed().first { index in
      guard case .heading(1...3) = blocks[index].kind else { return false }
      return blocks[index].wordCount >= Self.wordsOfHeadline.lowerBound
        && blocks[index].linkLength == 0 && !blocks[index].isSurelySurroundings
    }
  }

  /// The heading of the second or third level that an article begins with, where the title of the page is that
  /// of the paper: a few words of which the article has hardly any.
  func ownHeadline(of chosen: [Int]) -> Int? {
    guard chosen.count > 1, let title = metadata.title, blocks[chosen[1]].isProse else {
      return nil
    }
    let first = blocks[chosen[0]]
    guard first.kind == .heading(2) || first.kind == .heading(3), first.linkLength == 0 else {
      return nil
    }
    if PageWords.builtIn.namesSite(title, metadata.site) { return chosen[0] }
    let words = Set(ArticleTopic.words(of: Array(title.utf8)))
    guard words.count <= 4 else { return nil }
    let own = ArticleTopic([title])
    let shared = chosen.reduce(0) { $0 | own.words(in: blocks[$1].bytes) }.nonzeroBitCount
    return shared * 5 < words.count * 2 ? chosen[0] : nil
  }

  /// The line with the words of the title, of a page whose headline is no heading: the last one before the sentences, as
  /// the way through the site may have it too.
  func lineOfTitle() -> Int? {
    guard let title = metadata.title, title.utf8.count <= HTMLMetadata.longestTitle else {
      return nil
    }
    let words = Array(title.utf8)
    let lines = blocks.indices.filter { index in
      let block = blocks[index]
      return block.kind == .paragraph && block.wordCount >= 3 && block.linkLength == 0
        && !block.isSurroundings && block.length <= title.count * 2
        && ArticleTopic.likeness(block.bytes, words) >= 0.85
    }
    guard let first = lines.first else { return nil }
    let sentence = blocks.indices.first {
      $0 > first && blocks[$0].isProse && blocks[$0].linkLength == 0
    }
    return lines.last { $0 < sentence ?? Int.max }
  }

  /// How many lines above the article may stand between it and its headline, how many words a headline has, and how
  /// many elements around the article may hold both: judgements.
  private static let (mostBetween, wordsOfHeadline, mostAround) = (6, 3...25, 3)

  /// The line above the block `first` that is set apart as a whole, of a page whose title is that of the site and whose
  /// headline is no heading: in one element with the article, `body`.
  func emphasizedLine(above first: Int, _ body: Int) -> Int? {
    var box = body
    for _ in 0..<Self.mostAround {
      let parent = Int(tree.nodes[box].parent)
      guard parent >= 0, !["body", "html"].contains(tree.name(of: parent)) else { break }
      box = parent
    }
    return (max(0, first - Self.mostBetween)..<first).reversed().first { index in
      let block = blocks[index]
      return block.node > box && block.kind == .paragraph && block.linkLength == 0
        && Self.wordsOfHeadline.contains(block.wordCount) && !block.isSurelySurroundings
        && LabelWords.sense(of: block.string) != .label && isEmphasized(block)
    }
  }

  /// Whether all of a line stands in an element that sets it apart: bold or large, or called a title.
  private func isEmphasized(_ block: HTMLBlock) -> Bool {
    var node = Int(tree.nodes[block.node].parent)
    while node > block.container {
      let isStrong =
        ["b", "strong", "big"].contains(tree.name(of: node)) || tree[node, "size"] != nil
        || ElementMarks.words(of: tree[node, "class"] ?? "").contains("title")
      if isStrong, HTMLMetadata.plain(tree.string(in: node)) == block.string { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Whether `chosen`, few words, are short news: a sentence on the topic of the page below its headline.
  func isShortNews(_ chosen: [Int], _ headline: Int?) -> Bool {
    guard let headline, let first = chosen.first, first > headline, blocks[headline].wordCount >= 3
    else { return false }
    let isLine =
      blocks[headline].wordCount >= 5 && blocks[first].kind == .paragraph
      && blocks[first].wordCount >= LabelWords.leastOfText && isOnly(chosen)
      && LabelWords.sense(of: blocks[first].string) == .text
    if isLine { return true }
    guard chosen.contains(where: { blocks[$0].isProse }) else { return false }
    // A whole sentence below a whole headline is news, whatever words they have.
    if blocks[headline].wordCount >= 5, blocks[first].wordCount >= 12, blocks[first].endsSentence {
      return true
    }
    return topic.share(chosen.reduce(0) { $0 | topic.words(in: blocks[$1].bytes) }) >= 0.2
  }

  /// Whether no other sentence of the page may be of an article.
  private func isOnly(_ chosen: [Int]) -> Bool {
    let taken = Set(chosen)
    return !blocks.indices.contains { index in
      !taken.contains(index) && blocks[index].isProse && blocks[index].kind == .paragraph
        && blocks[index].endsSentence && belongs(index)
    }
  }
}
