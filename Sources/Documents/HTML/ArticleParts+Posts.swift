/// Posts, as those of a forum: elements that are called alike, each with its words at one place in it, beside what is
/// told of whoever wrote it.
extension ArticleParts {
  /// The most words of the name of whoever wrote a post: a judgement.
  private static let mostOfName = 4

  /// How the elements are called from `node` down to `inner`, without `node`.
  func way(from node: Int, to inner: Int) -> [String] {
    var way: [String] = []
    var inner = inner
    while inner > node {
      let classes = (tree[inner, "class"] ?? "").filter { !$0.isNumber }
      way.append("\(tree.name(of: inner)) \(classes)")
      inner = Int(tree.nodes[inner].parent)
    }
    return way.reversed()
  }

  /// The blocks in `post` that `way` leads to.
  func text(of post: Int, by way: [String]) -> [Int] {
    if way.isEmpty { return Array(range(of: post)) }
    return range(of: post).filter {
      self.way(from: post, to: blocks[$0].container).starts(with: way)
    }
  }

  /// The lines that name who wrote `posts`, where some do.
  func names(of posts: [Int], by way: [String]) -> [Int] {
    let names = posts.compactMap { post in
      range(of: post).first { index in
        blocks[index].wordCount <= Self.mostOfName && isName(index, in: post)
          && !self.way(from: post, to: blocks[index].container).starts(with: way)
      }
    }
    return names.count > 1 ? names : []
  }

  /// Whether an element around a block in `post` calls itself the name of a person.
  private func isName(_ index: Int, in post: Int) -> Bool {
    var node = Int(tree.nodes[blocks[index].node].parent)
    while node > post {
      let words = ElementMarks.words(of: tree[node, "class"] ?? "")
      if words.contains(where: { PageWords.builtIn[.posters].contains(String($0)) }) { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }
}
