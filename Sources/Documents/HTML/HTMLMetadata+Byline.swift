import Platform

extension HTMLMetadata {
  /// How elements are called that hold the name of an author, and the words that stand before it there.
  private static let (bylines, prefixes): (Set<Substring>, [String]) = (
    ["byline", "author", "writer", "writeby", "writtenby"],
    ["بقلم", "كتب", "كتبت", "إعداد", "by", "By"]
  )
  /// How elements are called that hold when the article was published.
  private static let dates: Set<Substring> = [
    "date", "datetime", "published", "pubdate", "publishdate", "postdate", "entrydate",
    "newsdate",
  ]
  /// The most words of a name and of a date, and the most nodes of the element that holds either: judgements.
  private static let (mostWords, mostOfDate, mostNodes) = (6, 10, 30)

  /// Reads the author and the date from the lines around the headline, where the head does not tell them.
  ///
  /// Those of comments and other stories do not count.
  ///
  /// - Complexity: O(*n*).
  mutating func readLabels(of tree: MarkupTree, _ marks: ElementMarks) {
    let headline = tree.elements("h1").first { _ in true } ?? 0
    let start = Self.start(around: headline, in: tree)
    if date == nil { date = Self.date(in: tree, from: start, marks) }
    guard authors.isEmpty else { return }
    for node in tree.nodes.indices.dropFirst(start) where Self.isByline(node, tree) {
      guard Int(tree.nodes[node].end) - node <= Self.mostNodes, Self.isOwn(node, tree, marks),
        let line = Self.plain(tree.string(in: node))
      else { continue }
      let name = Signature.name(in: line) ?? Self.bareName(line)
      guard (1...Self.mostWords).contains(name.split(separator: " ").count),
        !name.contains("://"), !namesSite(name)
      else { continue }
      authors = [name]
      return
    }
  }

  /// Reads the author from the first line below the headline, or in the whole page, that says who wrote it.
  ///
  /// - Complexity: O(*n*).
  mutating func readSignature(of blocks: [HTMLBlock]) {
    guard authors.isEmpty else { return }
    let headline = blocks.firstIndex { $0.kind == .heading(1) } ?? 0
    for block in blocks[min(headline, blocks.count)...] {
      if case .heading = block.kind, PageWords.builtIn.beginsComments(block.string) { return }
      if case .heading = block.kind, !block.string.contains(":") { continue }
      // What names itself the foot of an article may hold it, and comments are signed in one word.
      guard !block.isSurelySurroundings,
        let name = Signature.name(in: block.string, inFull: block.isSurroundings),
        !namesSite(name)
      else { continue }
      authors = [name]
      return
    }
  }

  /// The element around a headline, in which lines above it are its own, too; the headline where that is the whole page.
  private static func start(around headline: Int, in tree: MarkupTree) -> Int {
    guard headline > 0 else { return 0 }
    let parent = Int(tree.nodes[headline].parent)
    return parent < 0 || ["html", "body", "main"].contains(tree.name(of: parent))
      ? headline : parent
  }

  /// The first date behind `start` of an element for times, or of one that calls itself a date.
  private static func date(
    in tree: MarkupTree, from start: Int, _ marks: ElementMarks
  ) -> String? {
    let range = start..<max(start, Int(tree.nodes.first?.end ?? 0))
    let times = tree.elements("time", in: range).prefix(mostNodes).lazy
      .filter { isOwn($0, tree, marks) }.compactMap { tree[$0, "datetime"].flatMap(plain) }
    if let date = times.first(where: { _ in true }) { return date }
    let dates = range.lazy.filter { isDate($0, tree) && isOwn($0, tree, marks) }
      .compactMap { date(of: $0, tree) }
    // Where the day is told by two calendars, that which is known everywhere.
    return dates.prefix(mostNodes).first { !isOfOtherCalendar($0) } ?? dates.first { _ in true }
  }

  /// Whether a date is none of our calendar: a day of 1445.
  private static func isOfOtherCalendar(_ date: String) -> Bool {
    guard let day = Timestamp(told: date), let start = Timestamp(iso: "1700-01-01T00:00:00Z") else {
      return false
    }
    return day < start
  }

  private static func isDate(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard Int(tree.nodes[node].end) - node <= mostNodes else { return false }
    return tree.attributes(of: node).contains { attribute in
      switch attribute.name {
      case "class", "id":
        words(of: attribute.value, tellDateOf: node, tree)
      case "itemprop": attribute.value == "datePublished"
      default: false
      }
    }
  }

  /// Whether classes call an element a date, or a time, which may be that of the day alone.
  private static func words(
    of classes: String, tellDateOf node: Int, _ tree: MarkupTree
  ) -> Bool {
    let words = ElementMarks.words(of: classes)
    return words.contains(where: dates.contains)
      || words.contains("time") && plain(tree.string(in: node)).flatMap(day) != nil
  }

  /// The date that an element holds, without what announces it; `nil` where its words are none.
  private static func date(of node: Int, _ tree: MarkupTree) -> String? {
    let given = tree[node, "content"] ?? tree[node, "datetime"]
    guard let line = plain(given ?? tree.string(in: node)), line.contains(where: \.isNumber),
      line.split(separator: " ").count <= mostOfDate,
      given != nil || LabelWords.sense(of: line) == .label
    else { return nil }
    guard let colon = line.firstIndex(of: ":"), !line[..<colon].contains(where: \.isNumber) else {
      return line
    }
    return plain(String(line[line.index(after: colon)...]))
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
      case "class", "id":
        ElementMarks.words(of: attribute.value).contains(where: bylines.contains)
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
