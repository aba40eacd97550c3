/// An item of a feed or a list: RSS 0.91 to 2.0, RDF Site Summary 1.0, Atom (RFC 4287), JSON.
struct FeedItem: Hashable, Sendable {
  /// The title.
  var title = ""
  /// Whether the title may be markup.
  var titleIsMarkup = true
  /// Where the whole item is.
  var address: String?
  /// When it was published, as it is written.
  var date: String?
  /// Who wrote it.
  var author: String?
  /// Who published it, where that is not the feed.
  var source: String?
  /// What names it for ever, as the feed or the list says.
  var key: String?
  /// The words of it in HTML: the fullest that there are.
  var body = ""
  /// The words of it, a paragraph each, where they are no HTML.
  var paragraphs: [String] = []

  /// Whether its text is in another file, of which nothing else stands here.
  var isElsewhere = false

  /// The elements, without their prefixes, that an item is and what is read of one.
  static let names: Set = [
    "item", "entry", "title", "link", "author", "creator", "content", "encoded", "description",
    "summary",
  ]

  /// The item with a title, for what is listed needs a name: its date, its author, or `number` where it has words.
  func named(number: Int) -> FeedItem {
    guard HTMLMetadata.plain(title) == nil else { return self }
    var item = self
    item.titleIsMarkup = false
    if let date {
      (item.title, item.date) = (date, nil)
    } else if let author {
      (item.title, item.author) = (author, nil)
    } else if !paragraphs.isEmpty || HTMLMetadata.plain(body) != nil {
      item.title = String(number)
    }
    return item
  }

  /// What says of sounds and films what they are about, where nothing else does: the last may be of a picture.
  private static let ofMedia = [
    "itunes:summary", "googleplay:description", "itunes:subtitle", "media:description",
  ]

  /// An item of which nothing is known.
  init() {}

  /// Reads the item `node` of `tree`.
  ///
  /// - Complexity: O(*n*) in the nodes of the item.
  init(_ node: Int, of tree: MarkupTree) {
    var bodies: [String: String] = [:]
    let own = tree.name(of: node).split(separator: ":").dropLast().first
    for child in Self.children(of: node, in: tree) {
      let name = Self.usual(tree.name(of: child), in: own)
      switch name {
      case "title": title = tree.string(in: child)
      case "link":
        if address == nil || tree[child, "rel"] == "alternate" { address = Self.link(child, tree) }
      case "guid", "id": key = Self.words(tree.string(in: child))
      case "pubDate", "dc:date", "published": date = Self.words(tree.string(in: child))
      case "updated": if date == nil { date = Self.words(tree.string(in: child)) }
      case "author", "dc:creator": author = Self.name("name", child, tree)
      case "itunes:author": author = author ?? Self.words(tree.string(in: child))
      case "source": source = Self.name("title", child, tree)
      case "content:encoded", "content", "description", "summary":
        bodies[name] = Self.markup(child, tree)
        if name == "content", let other = tree[child, "src"] {
          isElsewhere = true
          address = address ?? other
        }
      case "media:group":
        for part in Self.children(of: child, in: tree)
        where tree.name(of: part) == "media:description" {
          bodies["media:description"] = Self.lines(part, tree)
        }
      case _ where Self.ofMedia.contains(name): bodies[name] = Self.lines(child, tree)
      default: break
      }
    }
    body =
      (["content:encoded", "content", "description", "summary"] + Self.ofMedia).lazy
      .compactMap { bodies[$0] }.first { !$0.isEmpty } ?? ""
    isElsewhere = isElsewhere && HTMLMetadata.plain(body) == nil
    key = key ?? tree[node, "rdf:about"] ?? address
  }

  /// The name that an element called `name` usually has: prefixes are free, and those of Atom in other feeds, as .NET
  /// writes them, are left out as that of the item itself, `own`, is.
  private static func usual(_ name: String, in own: Substring?) -> String {
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return name }
    if parts[0] == own { return String(parts[1]) }
    switch parts[1] {
    case "encoded": return parts[0] == "excerpt" ? name : "content:encoded"
    case "creator": return "dc:creator"
    case "updated", "published", "content", "summary":
      return ["a10", "atom", "atom10"].contains(parts[0]) ? String(parts[1]) : name
    default: return name
    }
  }

  /// The elements directly inside `node`.
  static func children(of node: Int, in tree: MarkupTree) -> [Int] {
    var children: [Int] = []
    var next = node + 1
    while next < tree.nodes[node].end {
      if tree.nodes[next].name != nil { children.append(next) }
      next = Int(tree.nodes[next].end)
    }
    return children
  }

  private static func link(_ node: Int, _ tree: MarkupTree) -> String? {
    tree[node, "href"] ?? words(tree.string(in: node))
  }

  /// The words of the element `inner` in `node`, or its own.
  private static func name(_ inner: String, _ node: Int, _ tree: MarkupTree) -> String? {
    let name = children(of: node, in: tree).first { child in
      let name = tree.name(of: child)
      return name == inner || name.hasSuffix(":\(inner)")
    }
    return words(tree.string(in: name ?? node))
  }

  /// The words of an element as HTML; plain text of Atom, and elements that stand there as they are, become it.
  private static func markup(_ node: Int, _ tree: MarkupTree) -> String {
    if tree.holdsElements(node) { return tree.markup(in: node) }
    let text = tree.string(in: node)
    guard tree[node, "type"] == "text" else { return isHiddenTwice(text) ? shown(text) : text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// Whether the markup in `text` was written as text once too often: it has no tag, and the ends of some are words of it.
  private static func isHiddenTwice(_ text: String) -> Bool {
    !text.contains("<")
      && ["p", "div", "span", "a", "br"].contains { tag in
        text.contains("&lt;/\(tag)&gt;") || text.contains("&lt;\(tag)&gt;")
          || text.contains("&lt;\(tag) /&gt;") || text.contains("&lt;\(tag)/&gt;")
      }
  }

  private static func shown(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// The words of an element that has lines, or markup, as HTML.
  private static func lines(_ node: Int, _ tree: MarkupTree) -> String {
    let text = tree.string(in: node)
    guard !text.contains("<") else { return text }
    return HTMLMetadata.plain(text) == nil
      ? "" : text.replacing("&", with: "&amp;").replacing("\n", with: "<br>")
  }

  private static func words(_ text: String) -> String? { HTMLMetadata.plain(text) }
}
