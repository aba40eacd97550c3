import ArabicText

/// Makes a text of a feed: its title, then each item under a heading of its own, so that the contents list
/// the items.
enum FeedDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("feed", version: 5)

  /// The level of the heading that each item has, and nothing else.
  static let level = DocumentStructure.itemLevel

  /// The text of `feed`, which is in UTF-8.
  ///
  /// - Throws: ``MarkupParser/Failure``.
  /// - Complexity: O(*n*).
  static func read(
    _ feed: UnsafeBufferPointer<UInt8>
  ) throws(MarkupParser.Failure) -> ExtractedText {
    let tree = try XMLRepair.repaired(feed)
      .withUnsafeBufferPointer { feed throws(MarkupParser.Failure) in
        try MarkupParser.parse(feed, as: .xml)
      }
    var structure = DocumentStructure(format: "feed", extractor: extractor)
    let channel = tree.elements("channel").first { _ in true } ?? 0
    var text = ExtractedText(structure)
    // The prefix of a feed whose own elements have one, with its colon.
    let root = tree.nodes.isEmpty ? "" : tree.name(of: 0)
    let prefix = root.hasSuffix(":feed") ? String(root.dropLast("feed".count)) : "atom:"
    if !tree.nodes.isEmpty {
      for child in FeedItem.children(of: channel, in: tree) {
        let words = HTMLMetadata.plain(tree.string(in: child))
        let name = tree.name(of: child)
        switch name.hasPrefix(prefix) && channel == 0 ? String(name.dropFirst(prefix.count)) : name
        {
        case "title": structure.title = try line(words ?? "")
        case "link": structure.address = tree[child, "href"] ?? words
        case "lastBuildDate", "pubDate", "updated", "dc:date": structure.date = words
        case "description", "subtitle": structure.summary = words
        default: break
        }
      }
    }
    structure.warnings = tree.warnings + tree.depthWarnings(of: FeedItem.names)
    if tree.isIllFormed, !tree.endsEarly { structure.warnings.append(.illFormed) }
    text.structure = structure
    let items = ["item", "entry", "\(prefix)entry"].flatMap { tree.outermost($0) }
    try write(items.lazy.map { FeedItem($0, of: tree) }, into: &text)
    return text
  }

  /// Writes `items` under the title of their feed; nothing where none has a word: a title alone is nothing to read.
  static func write(
    _ items: some Sequence<FeedItem>, into text: inout ExtractedText
  ) throws(MarkupParser.Failure) {
    let empty = text
    if let title = text.structure.title.flatMap(HTMLMetadata.plain) {
      text.append(title.utf8, .heading(level: 1))
    }
    let length = text.bytes.count
    var elsewhere = 0
    for (index, item) in items.enumerated() {
      if item.isElsewhere { elsewhere += 1 }
      try write(item.named(number: index + 1), into: &text)
    }
    text.tellItemsApart()
    if elsewhere > 0 { text.warn([.textElsewhere(count: elsewhere)]) }
    if text.bytes.count == length { text = empty }
  }

  /// Writes an item under its title, which is a heading of the given level.
  static func write(
    _ item: FeedItem, level: Int = level, into text: inout ExtractedText
  ) throws(MarkupParser.Failure) {
    let words = item.titleIsMarkup ? try line(item.title) : HTMLMetadata.plain(item.title) ?? ""
    let title = Array(words.utf8)
    if !title.isEmpty {
      let links = item.address.map { [HTMLBlock.Link(range: title.indices, target: $0)] } ?? []
      text.append(title, .heading(level: level), links: links)
      if let heading = text.structure.blocks.last {
        text.structure.sources[heading.span.lower] = item.source
        text.structure.itemAuthors[heading.span.lower] = item.author
        text.structure.itemKeys[heading.span.lower] = item.key
      }
    }
    let facts = [item.date, item.author].compactMap(\.self)
    if !facts.isEmpty { text.append(facts.joined(separator: " · ").utf8, .caption) }
    for block in try blocks(item.body) { text.append(block, highest: level + 1) }
    for paragraph in item.paragraphs { text.append(paragraph.utf8) }
  }

  /// The words of a title, which may be markup, on one line.
  private static func line(_ markup: String) throws(MarkupParser.Failure) -> String {
    try blocks(markup).map(\.string).joined(separator: " ")
  }

  private static func blocks(_ markup: String) throws(MarkupParser.Failure) -> [HTMLBlock] {
    guard !markup.isEmpty else { return [] }
    // Most titles are no markup, and a parser for each of a hundred thousand takes seconds.
    guard markup.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else {
      return HTMLMetadata.plain(markup).map { [HTMLBlock(bytes: Array($0.utf8))] } ?? []
    }
    return try Array(markup.utf8).withUnsafeBufferPointer { bytes throws(MarkupParser.Failure) in
      try HTMLDocument.blocks(of: bytes).blocks
    }
  }
}
