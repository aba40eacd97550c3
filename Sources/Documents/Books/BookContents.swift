/// The contents of a book as it lists them: the navigation document of EPUB 3 or the NCX of EPUB 2.
struct BookContents {
  /// A chapter, or a part of one.
  struct Entry: Hashable {
    var title: String
    /// The member that it is in.
    var page: String
    /// The identifier of the element that it begins with; `nil` for the beginning of the page.
    var part: String?
    /// How deep it stands, from 1.
    var depth: Int
    /// Whether it leads there itself: the title of a part that leads nowhere stands where the first entry in it does.
    var isLink = true
  }

  /// The titles that lead nowhere, each in the one before, whose first entry is not yet there.
  private var open: [(title: String, depth: Int)] = []

  /// The entries in order.
  private(set) var entries: [Entry] = []
  /// The most bytes that all titles may have.
  private static let longest = 4 << 20
  private var length = 0

  /// The contents in `tree`, the member `path`.
  ///
  /// - Complexity: O(*n*).
  init(_ tree: MarkupTree, path: String) {
    if tree.all("navMap").isEmpty { readPage(tree, path) } else { readMap(tree, path) }
  }

  private mutating func readMap(_ tree: MarkupTree, _ path: String) {
    let points = tree.all("navPoint")
    for (node, depth) in zip(points, Self.depths(of: points, in: tree)) {
      guard length <= Self.longest, let label = tree.child("navLabel", of: node) else { continue }
      let reference = tree.child("content", of: node).flatMap { tree[$0, "src"] }
      add(tree.string(in: label), reference, depth, path)
    }
  }

  private mutating func readPage(_ tree: MarkupTree, _ path: String) {
    // Others list pages of paper and landmarks.
    let all = tree.all("nav")
    let main = all.first { tree.value("type", of: $0)?.contains("toc") ?? false } ?? all.first
    guard let main else { return }
    let items = tree.all("li", in: tree.inside(main))
    for (node, depth) in zip(items, Self.depths(of: items, in: tree)) {
      // The links of items inside it are theirs.
      let parts = tree.children(of: node).filter { !["ol", "ul"].contains(tree.localName(of: $0)) }
      let link = parts.first { tree.localName(of: $0) == "a" }
      guard length <= Self.longest, let label = link ?? parts.first else { continue }
      add(tree.string(in: label), link.flatMap { tree[$0, "href"] }, depth, path)
    }
  }

  private mutating func add(_ title: String, _ reference: String?, _ depth: Int, _ path: String) {
    // A title inside another is read with it, too: those of all levels are more than the page.
    length += title.utf8.count
    guard length <= Self.longest, let title = HTMLMetadata.plain(title) else { return }
    while let last = open.last, last.depth >= depth { open.removeLast() }
    guard let reference else { return open.append((title, depth)) }
    let (page, part) = ZipArchive.resolve(reference, in: path)
    entries += open.map {
      Entry(title: $0.title, page: page, part: part, depth: $0.depth, isLink: false)
    }
    open = []
    entries.append(Entry(title: title, page: page, part: part, depth: depth))
  }

  /// How many of `nodes`, which are in order, are around each, and itself.
  private static func depths(of nodes: [Int], in tree: MarkupTree) -> [Int] {
    var open: [Int] = []
    return nodes.map { node in
      while let last = open.last, Int(tree.nodes[last].end) <= node { open.removeLast() }
      open.append(node)
      return open.count
    }
  }
}
