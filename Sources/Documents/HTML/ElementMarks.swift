/// What elements say of themselves by their attributes, above all by class and id.
///
/// Sites name their elements in English, for their style sheets; the words are the ones that are seen on
/// pages of news again and again.
struct ElementMarks: Sendable {
  private let tree: MarkupTree
  /// The headings of the first level.
  private let headlines: [Int]
  /// What the words of each element's class and id say.
  private var kinds: [UInt8] = []

  private static let surroundings: UInt8 = 1
  private static let caption: UInt8 = 2
  private static let hidden: UInt8 = 4
  private static let body: UInt8 = 8
  private static let beside: UInt8 = 16
  private static let block: UInt8 = 32
  private static let unspoken: UInt8 = 64
  private static let label: UInt8 = 128
  /// What holds text alone: with `aria-hidden` it is not read aloud, and seen all the same, as the captions
  /// that pandoc writes; closed menus, dialogs and signs are other elements.
  private static let text: Set = [
    "p", "figcaption", "caption", "blockquote", "li", "dd", "dt", "td", "th", "pre",
    "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// The marks of all elements of `tree`.
  ///
  /// - Complexity: O(*n*) in the nodes and attributes.
  init(of tree: MarkupTree) {
    self.tree = tree
    headlines = Array(tree.elements("h1").prefix(20))
    kinds = tree.nodes.indices.map { node in
      var kind: UInt8 = 0
      for attribute in tree.attributes(of: node) { kind |= Self.kind(of: attribute) }
      return kind
    }
    hideComments()
  }

  /// Hides the comments of a document that Google Docs has saved as a page, and what calls them: `[a]`.
  private mutating func hideComments() {
    for node in tree.elements("a") {
      guard let id = tree[node, "id"], let target = tree[node, "href"], id.hasPrefix("cmnt") else {
        continue
      }
      if target == "#cmnt\(id.dropFirst("cmnt_ref".count))", id.hasPrefix("cmnt_ref") {
        kinds[node] |= Self.hidden
      } else if target == "#cmnt_ref\(id.dropFirst("cmnt".count))" {
        // Its paragraphs stand in an element of their own.
        let paragraph = Int(tree.nodes[node].parent)
        guard kinds.indices.contains(paragraph) else { continue }
        let box = Int(tree.nodes[paragraph].parent)
        kinds[kinds.indices.contains(box) && tree.name(of: box) == "div" ? box : paragraph] |=
          Self.hidden
      }
    }
  }

  /// Whether nobody sees `node`.
  func isHidden(_ node: Int) -> Bool {
    kinds[node] & Self.hidden != 0
      || kinds[node] & Self.unspoken != 0 && !Self.text.contains(tree.name(of: node))
  }

  /// Whether its own style makes lines of it, whatever its name.
  func isBlock(_ node: Int) -> Bool { kinds[node] & Self.block != 0 }

  /// Whether it calls itself something beside the article.
  func isSurroundings(_ node: Int) -> Bool {
    guard kinds[node] & Self.surroundings != 0, kinds[node] & Self.body == 0 else { return false }
    // What holds the headline is called after something else that it holds, or does not hold.
    return !["html", "body", "main"].contains(tree.name(of: node)) && !holdsHeadline(node)
  }

  /// Whether elements around a block call themselves something beside the article, other than `body` and those around
  /// it, or their tags or roles say so.
  func isNamedSurroundings(_ block: HTMLBlock, within body: Int) -> Bool {
    if block.isSurelySurroundings { return true }
    guard block.isSurroundings else { return false }
    var node = Int(tree.nodes[block.node].parent)
    while node >= 0, !(node <= body && body < Int(tree.nodes[node].end)) {
      if isSurroundings(node) { return true }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// Whether a heading of the first level stands in `node`.
  func holdsHeadline(_ node: Int) -> Bool {
    headlines.contains { (node..<Int(tree.nodes[node].end)).contains($0) }
  }

  /// Whether it calls itself a label of the article: its author, its date, its subjects.
  ///
  /// The root has no parent, so that -1 may be asked for.
  func isLabel(_ node: Int) -> Bool {
    guard kinds.indices.contains(node) else { return false }
    return kinds[node] & Self.label != 0 && kinds[node] & Self.body == 0
      || tree.name(of: node) == "time"
  }

  /// Whether its role is beside the article, as that of a dialog.
  func isBeside(_ node: Int) -> Bool { kinds[node] & Self.beside != 0 }

  /// Whether it calls itself what stands under a picture.
  func isCaption(_ node: Int) -> Bool { kinds[node] & Self.caption != 0 }

  /// Whether it calls itself the words of an article.
  func isBody(_ node: Int) -> Bool { kinds[node] & Self.body != 0 }

  private static func kind(of attribute: MarkupTree.Attribute) -> UInt8 {
    switch attribute.name {
    case "class", "id", "data-component", "data-testid", "data-e2e":
      if attribute.name == "class", hides(attribute.value) { return hidden }
      let words = words(of: attribute.value)
      // The large letter at the beginning of a paragraph is called as what stands under a picture.
      let isCapital = words.contains("dropcap")
      return words.reduce(0) { $0 | (vocabulary[$1] ?? 0) } & (isCapital ? ~caption : ~0)
    case "hidden": return attribute.value.lowercased() == "until-found" ? 0 : hidden
    case "aria-hidden": return attribute.value == "true" ? unspoken : 0
    case "style":
      let style = attribute.value.lowercased().filter { $0 != " " }
      let isUnseen = style.contains("display:none") || style.contains("visibility:hidden")
      if isUnseen { return hidden }
      return ["block", "flex", "grid", "list-item", "table", "flow-root"].contains {
        style.contains("display:\($0)")
      } ? block : 0
    case "role":
      let isBeside = ["navigation", "complementary", "banner", "contentinfo", "search", "dialog"]
        .contains(attribute.value)
      return isBeside ? beside : 0
    case "itemprop": return attribute.value == "articleBody" ? body : 0
    default: return 0
    }
  }

  /// Whether the names of classes say that an element is not seen, on a wide screen either.
  private static func hides(_ classes: String) -> Bool {
    let names = classes.utf8.split { $0 <= 0x20 }.map(Substring.init)
    // For those who do not see the page, or who write it.
    let unseen: Set<Substring> = [
      "sr-only", "visually-hidden", "screen-reader-text", "mw-editsection", "mw-jump",
      "sf-hidden",
    ]
    if names.contains(where: unseen.contains) { return true }
    guard names.contains("hidden") || names.contains("d-none") else { return false }
    return !names.contains { name in
      ["block", "flex", "grid", "inline", "table"].contains { name.hasSuffix($0) }
    }
  }

  /// The words of a name such as `td-related_posts relatedNews`, in small letters, and each two that
  /// follow one another in a name as one: `relatedposts`.
  static func words(of names: String) -> [Substring] {
    var words: [Substring] = []
    for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      var parts: [Substring] = []
      var part = ""
      var wasSmall = false
      for byte in name {
        let isLetter = (0x41...0x5A).contains(byte & 0xDF)
        let isCapital = (0x41...0x5A).contains(byte)
        if !isLetter || isCapital && wasSmall, !part.isEmpty {
          parts.append(Substring(part))
          part = ""
        }
        if isLetter { part.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
        wasSmall = isLetter && !isCapital
      }
      if !part.isEmpty { parts.append(Substring(part)) }
      words += parts
      for index in parts.indices.dropLast() { words.append(parts[index] + parts[index + 1]) }
    }
    return words
  }

  private static let vocabulary: [Substring: UInt8] = {
    var vocabulary: [Substring: UInt8] = [:]
    for (meaning, kind) in [
      (PageWords.Meaning.surroundings, surroundings), (.caption, caption), (.body, body),
      (.labels, label),
    ] {
      for word in PageWords.builtIn[meaning] { vocabulary[Substring(word), default: 0] |= kind }
    }
    return vocabulary
  }()
}
