import Platform

/// The formats that are text themselves.
extension SourceFormat {
  /// The format of a text that begins with `start`, in small letters.
  ///
  /// - Parameters:
  ///   - start: the beginning.
  ///   - bytes: more of it, as it is.
  ///   - name: the name of the file.
  ///   - field: the member that is asked for.
  init?(
    text start: [UInt8], of bytes: UnsafeBufferPointer<UInt8>, name: String, field: String?
  ) {
    if start.starts(with: "######openiti#".utf8) {
      self = .openiti
    } else if Self.hasEnding(name, Self.marked), Self.beginsWithObject(start) {
      self = .markdown
    } else if start.first == 0x7B || start.first == 0x5B || Self.hasEnding(name, [".json"]),
      let format = SourceFormat(json: start, of: bytes, name: name, field: field)
    {
      self = format
    } else if Self.hasEnding(name, Self.lists), Self.holdsObject(start) {
      self = .jsonl
    } else if Self.isSubtitles(start) {
      self = .subtitles
    } else if Self.hasEnding(name, Self.marked)
      ? Self.holdsMarks(start)
      // Who says that it is plain text wants to see what was typed.
      : !Self.hasEnding(name, [".txt", ".text"]) && MarkdownSigns(start).areMarkdown
    {
      self = .markdown
    } else {
      return nil
    }
  }

  /// The endings of the names of Markdown.
  private static let marked = [".md", ".markdown", ".mdown"]

  /// Whether text stands behind an object that `start` begins with, as behind the header of a page.
  private static func beginsWithObject(_ start: [UInt8]) -> Bool {
    guard start.first == 0x7B else { return false }
    let length = start.withUnsafeBufferPointer { MarkdownHeader($0).length }
    return length > 0 && start[length...].contains { $0 > 0x20 }
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
  private init?(
    json start: [UInt8], of bytes: UnsafeBufferPointer<UInt8>, name: String, field: String?
  ) {
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
    // A bracket may begin a text of any kind.
    guard
      Self.beginsObject(start) || Self.hasEnding(name, [".json"])
        || Self.holdsMember(bytes.prefix(Self.sampleOfElements))
    else { return nil }
    guard
      field != nil || Self.hasEnding(name, Self.lists) || Self.namesText(start[...])
        || Self.namesText(bytes.prefix(Self.longestHead).filter { $0 != 0 }[...])
    else { return nil }
    self = .jsonl
  }

  /// How much may stand before the text of the first article, in bytes: pages as they were fetched, summaries.
  private static let longestHead = 1 << 20

  /// How much of what begins with a bracket is read for its first elements, in bytes.
  private static let sampleOfElements = 1 << 16

  /// Whether one of the first elements of JSON is an object with a member, whatever stands before it.
  private static func holdsMember(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: bytes.filter { $0 != 0 }.drop { $0 >= 0x80 }, as: UTF8.self)
    return JSONElements(text).prefix(ListedArticles.judgedLines).contains { element in
      if case .object(let members)? = element.value { !members.isEmpty } else { false }
    }
  }

  /// Whether a member is named as those are that hold the text.
  private static func namesText(_ start: ArraySlice<UInt8>) -> Bool {
    ArticleRecord.textNames.contains { start.firstRange(of: Array("\"\($0)\"".utf8)) != nil }
  }

  /// Whether an object of JSON with a member is the first in `start`, or in the array there, where other values may
  /// stand before it.
  private static func beginsObject(_ start: [UInt8]) -> Bool {
    guard let brace = start.firstIndex(of: UInt8(ascii: "{")),
      let inner = start[(brace + 1)...].first(where: { $0 > 0x20 }), inner == UInt8(ascii: "\"")
    else { return false }
    if start[0] == UInt8(ascii: "{") { return brace == 0 }
    let before = String(decoding: start[..<brace], as: UTF8.self)
    return (try? JSON(parsing: before + "0]")) != nil
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
    if start.withUnsafeBufferPointer({ MarkdownHeader($0).length > 0 }) { return true }
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
