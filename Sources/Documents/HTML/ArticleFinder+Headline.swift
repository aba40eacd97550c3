extension ArticleFinder {
  /// The parts of the page's title between signs, of which one may be the headline and others the site.
  var titleParts: Set<String> {
    guard let title = metadata.title, title.utf8.count <= HTMLMetadata.longestTitle else {
      return []
    }
    let parts = [" | ", " - ", " – ", " — ", " :: ", " » "].lazy.map(title.components)
    return Set(parts.first { $0.count > 1 } ?? [])
  }

  /// Whether a heading is the name of the site, which leads to its first page.
  func namesSite(_ block: HTMLBlock) -> Bool {
    guard block.linkShare > 0.9, let target = block.links.first?.target else { return false }
    return ["/", "./", "index.html"].contains(target)
      || PageWords.builtIn.namesSite(block.string, metadata.site)
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
}
