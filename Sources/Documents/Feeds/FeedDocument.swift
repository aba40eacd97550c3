import ArabicText

/// Makes a text of a feed: its title, then each item under a heading of its own, so that the contents list
/// the items.
enum FeedDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("feed", version: 1)

  /// The text of `feed`, which is in UTF-8.
  ///
  /// - Throws: ``MarkupParser/Failure``.
  /// - Complexity: O(*n*).
  static func read(
    _ feed: UnsafeBufferPointer<UInt8>
  ) throws(MarkupParser.Failure) -> ExtractedText {
    let tree = try MarkupParser.parse(feed, as: .xml)
    var structure = DocumentStructure(format: "feed", extractor: extractor)
    let channel = tree.elements("channel").first { _ in true } ?? 0
    var text = ExtractedText(structure)
    if !tree.nodes.isEmpty {
      for child in FeedItem.children(of: channel, in: tree) {
        let words = HTMLMetadata.plain(tree.string(in: child))
        switch tree.name(of: child) {
        case "title": structure.title = try line(words ?? "")
        case "link": structure.address = tree[child, "href"] ?? words
        case "lastBuildDate", "pubDate", "updated", "dc:date": structure.date = words
        case "description", "subtitle": structure.summary = words
        default: break
        }
      }
    }
    if tree.isCut { structure.warnings.append(.cut) }
    text.structure = structure
    if let title = structure.title, !title.isEmpty { text.append(title.utf8, .heading(level: 1)) }
    for name in ["item", "entry"] {
      for node in tree.elements(name) { try write(FeedItem(node, of: tree), into: &text) }
    }
    return text
  }

  private static func write(
    _ item: FeedItem, into text: inout ExtractedText
  ) throws(MarkupParser.Failure) {
    let title = Array(try line(item.title).utf8)
    if !title.isEmpty {
      let links = item.address.map { [HTMLBlock.Link(range: title.indices, target: $0)] } ?? []
      text.append(title, .heading(level: 2), links: links)
    }
    let facts = [item.date, item.author].compactMap(\.self).joined(separator: " · ")
    if !facts.isEmpty { text.append(facts.utf8, .caption) }
    for block in try blocks(item.body) {
      var kind = HTMLDocument.kind(block)
      if case .heading(let level)? = kind { kind = .heading(level: max(3, level)) }
      text.append(block.bytes, kind, links: block.links)
    }
  }

  /// The words of a title, which may be markup, on one line.
  private static func line(_ markup: String) throws(MarkupParser.Failure) -> String {
    try blocks(markup).map(\.string).joined(separator: " ")
  }

  private static func blocks(_ markup: String) throws(MarkupParser.Failure) -> [HTMLBlock] {
    guard !markup.isEmpty else { return [] }
    let tree = try Array(markup.utf8).withUnsafeBufferPointer {
      bytes throws(MarkupParser.Failure) in
      try MarkupParser.parse(bytes, as: .html)
    }
    return HTMLBlockReader.blocks(of: tree, ElementMarks(of: tree))
  }
}
