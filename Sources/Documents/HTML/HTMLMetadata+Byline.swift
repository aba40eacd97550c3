extension HTMLMetadata {
  /// How elements are called that hold the name of an author, and the words that stand before it.
  private static let (bylines, prefixes): (Set<Substring>, [String]) = (
    ["byline", "author", "writer"], ["بقلم", "كتب", "كتبت", "إعداد", "by", "By"]
  )
  /// The most words of a name, and the most nodes of the element that holds it: judgements.
  private static let (mostWords, mostNodes) = (6, 30)

  /// Reads the author and the date from the lines below the headline, where the head does not tell them.
  ///
  /// Those of comments and other stories do not count.
  ///
  /// - Complexity: O(*n*).
  mutating func readLabels(of tree: MarkupTree, _ marks: ElementMarks) {
    let headline = tree.elements("h1").first { _ in true } ?? 0
    let end = Int(tree.nodes.first?.end ?? 0)
    if date == nil {
      let times = tree.elements("time", in: headline..<max(headline, end)).prefix(Self.mostNodes)
      date = times.lazy.filter { Self.isOwn($0, tree, marks) }
        .compactMap { tree[$0, "datetime"].flatMap(Self.plain) }.first { _ in true }
    }
    guard authors.isEmpty else { return }
    for node in tree.nodes.indices.dropFirst(headline) where Self.isByline(node, tree) {
      guard Int(tree.nodes[node].end) - node <= Self.mostNodes, Self.isOwn(node, tree, marks),
        let name = Self.plain(tree.string(in: node)).map(Self.bareName),
        (1...Self.mostWords).contains(name.split(separator: " ").count), !name.contains("://"),
        !namesSite(name)
      else { continue }
      authors = [name]
      return
    }
  }

  /// Whether no element around `node` calls itself something beside the article.
  private static func isOwn(_ node: Int, _ tree: MarkupTree, _ marks: ElementMarks) -> Bool {
    var node = node
    for _ in 0..<32 where node >= 0 {
      if marks.isSurroundings(node)
        || ["aside", "nav", "footer", "li"].contains(tree.name(of: node))
      {
        return false
      }
      node = Int(tree.nodes[node].parent)
    }
    return true
  }

  /// Whether an element calls itself that of an author.
  private static func isByline(_ node: Int, _ tree: MarkupTree) -> Bool {
    tree.attributes(of: node).contains { attribute in
      switch attribute.name {
      case "class": ElementMarks.words(of: attribute.value).contains(where: bylines.contains)
      case "rel", "itemprop": attribute.value == "author"
      default: false
      }
    }
  }

  /// `text` without the words that announce a name.
  private static func bareName(_ text: String) -> String {
    var words = text.split(separator: " ")
    if words.count > 1, let first = words.first,
      prefixes.contains(String(first.filter { $0 != ":" }))
    {
      words.removeFirst()
      if words.first == ":" { words.removeFirst() }
    }
    return words.joined(separator: " ")
  }
}
