/// The formats that are text themselves.
extension SourceFormat {
  /// The format of a text that begins with `start`, in small letters.
  init?(text start: [UInt8], name: String, field: String?) {
    if start.starts(with: "######openiti#".utf8) {
      self = .openiti
    } else if start.first == 0x7B || start.first == 0x5B,
      let format = SourceFormat(json: start, name: name, field: field)
    {
      self = format
    } else if Self.hasEnding(name, Self.lists), Self.holdsObject(start) {
      self = .jsonl
    } else if Self.isSubtitles(start) {
      self = .subtitles
    } else if Self.hasEnding(name, [".md", ".markdown", ".mdown"])
      ? Self.holdsMarks(start)
      // Who says that it is plain text wants to see what was typed.
      : !Self.hasEnding(name, [".txt", ".text"]) && MarkdownSigns(start).areMarkdown
    {
      self = .markdown
    } else {
      return nil
    }
  }

  /// The endings of the names of JSON Lines.
  private static let lists = [".jsonl", ".ndjson", ".jsonlines"]

  /// Whether a line begins as an object does: the first of a list may be none.
  private static func holdsObject(_ start: [UInt8]) -> Bool {
    start.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let signs = line.lazy.filter { $0 > 0x20 }.prefix(2)
      return signs.elementsEqual([0x7B, 0x22])
    }
  }

  /// The format of JSON: a feed by what it says of itself, articles by a name that holds text.
  private init?(json start: [UInt8], name: String, field: String?) {
    let signs = start.lazy.filter { $0 > 0x20 }.prefix(3)
    if ["[]", "{}"].contains(where: { signs.elementsEqual($0.utf8) }) {
      // Of no articles, and of no words either.
      self = .jsonl
      return
    }
    if start.firstRange(of: Array("jsonfeed.org/version".utf8)) != nil
      || start.firstRange(of: Array("jsonfeed.org\\/version".utf8)) != nil
    {
      self = .feed
      return
    }
    let names = ArticleRecord.textNames.map { "\"\($0)\"" }
    guard
      field != nil || Self.hasEnding(name, Self.lists)
        || names.contains(where: { start.firstRange(of: Array($0.utf8)) != nil })
    else { return nil }
    // A bracket may begin a text of any kind.
    let inner = start.dropFirst().first { $0 > 0x20 }
    guard inner == (start[0] == 0x7B ? 0x22 : 0x7B) else { return nil }
    self = .jsonl
  }

  /// Whether the first lines are those of WebVTT, or a number and a time as in SubRip.
  private static func isSubtitles(_ start: [UInt8]) -> Bool {
    if start.starts(with: "webvtt".utf8) { return (start.dropFirst(6).first ?? 0x0A) <= 0x20 }
    let lines = start.prefix(200).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard lines.count > 1 else { return false }
    let arrow = Array(" --> ".utf8)
    return lines[0].allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
      && lines[1].first.map { (0x30...0x39).contains($0) } ?? false
      && lines[1].firstRange(of: arrow) != nil
  }

  /// Whether a line begins as a heading, an item, a quotation, a table or a header does, or something in
  /// it is set apart by signs.
  private static func holdsMarks(_ start: [UInt8]) -> Bool {
    let signs = ["](", "**", "__", "```", "~~~", "<div", "</", "](http"]
    if signs.contains(where: { start.firstRange(of: Array($0.utf8)) != nil }) { return true }
    return start.split(separator: 0x0A).contains { line in
      let words = line.drop { $0 == 0x20 }
      let beginnings = [
        "# ", "## ", "### ", "#### ", "- ", "* ", "+ ", "> ", "|", "---", "===", "***",
      ]
      if beginnings.contains(where: { words.starts(with: $0.utf8) }) { return true }
      let rest = words.drop { (0x30...0x39).contains($0) }
      return rest.count < words.count
        && (rest.starts(with: ". ".utf8) || rest.starts(with: ") ".utf8))
    }
  }

  private static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }
}
