import Platform

/// What generators of sites begin a text in Markdown with.
///
/// It is YAML between `---`, TOML between `+++` (Hugo), or an object of JSON, alone or between `;;;`. Of each only words
/// and lists of words are read.
struct MarkdownHeader {
  /// How many bytes it takes; 0 where there is none.
  private(set) var length = 0
  /// The title.
  private(set) var title: String?
  /// Who wrote the text.
  private(set) var authors: [String] = []
  /// When it was published, as it is written.
  private(set) var date: String?

  /// The most that is looked at, in bytes.
  private static let longest = 64 * 1024

  /// The lines before a header and those behind it.
  private static let ends: [String: Set<String>] = [
    "---": ["---", "..."], "+++": ["+++"], ";;;": [";;;"], "{": ["}"],
  ]

  /// Reads the header of `markdown`.
  ///
  /// - Complexity: O(1).
  init(_ markdown: UnsafeBufferPointer<UInt8>) {
    let lines = markdown.prefix(Self.longest).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    let first = lines.first.map(Self.words) ?? ""
    guard lines.count > 2, let ends = Self.ends[first],
      let end = lines.dropFirst().firstIndex(where: {
        // What ends an object inside of the header is indented.
        $0.first.map { $0 > 0x20 } ?? false && ends.contains(Self.words($0))
      })
    else { return }
    let inside = lines[1..<end]
    let isRead =
      switch first {
      case "---": readYAML(inside)
      case "+++": readTOML(inside)
      case "{": readJSON(lines[...end])
      default: readJSON(inside)
      }
    if isRead { length = min(lines[end].endIndex + 1, markdown.count) }
  }

  // MARK: YAML

  /// Reads lines of YAML; `false` where they are a text between two rules.
  private mutating func readYAML(_ lines: ArraySlice<Slice<UnsafeBufferPointer<UInt8>>>) -> Bool {
    let isPlain = lines.allSatisfy { line in
      let words = Self.words(line)
      // What goes on is indented.
      return words.isEmpty || words.hasPrefix("#") || words.contains(":") || words.hasPrefix("-")
        || line.first == 0x20
    }
    guard isPlain, lines.contains(where: { Self.words($0).contains(":") }) || lines.isEmpty else {
      return false
    }
    var key = ""
    for line in lines {
      let isIndented = line.first == 0x20
      var words = Self.words(line)[...]
      if words.isEmpty || words.hasPrefix("#") { continue }
      let isItem = words.hasPrefix("-")
      if isItem { words = words.dropFirst() }
      let colon = words.firstIndex(of: ":").flatMap { Self.endsKey($0, in: words) ? $0 : nil }
      let name = colon.map { Self.unquoted(words[..<$0]).lowercased() } ?? ""
      if isItem || isIndented {
        if ["author", "authors"].contains(key), isItem && colon == nil || name == "name" {
          let value = colon.map { words[words.index(after: $0)...] } ?? words
          take("author", Self.values(value))
        }
        continue
      }
      guard let colon else { continue }
      key = name
      let value = words[words.index(after: colon)...]
      // A mark says that the words are on the lines below.
      if !["|", ">", "|-", ">-"].contains(Self.unquoted(value)) { take(key, Self.values(value)) }
    }
    return true
  }

  /// Whether a colon ends the name of a value: nothing, a space or a mark of quotation stands behind it.
  private static func endsKey(_ colon: Substring.Index, in line: Substring) -> Bool {
    line[line.index(after: colon)...].first.map { $0.isWhitespace || "\"'".contains($0) } ?? true
  }

  // MARK: TOML

  /// Reads lines of TOML; `false` where they are a text between two lines of signs.
  private mutating func readTOML(_ lines: ArraySlice<Slice<UnsafeBufferPointer<UInt8>>>) -> Bool {
    var (table, hasPairs) = ("", false)
    /// The name of a value on several lines, and what of it was read.
    var open: (key: String, value: String)?
    for line in lines.map(Self.words) {
      if let (key, value) = open {
        open = (key, value + " " + line)
      } else if line.hasPrefix("[") {
        table = Self.unquoted(line, marks: "[]\"'").lowercased()
        continue
      } else if let sign = line.firstIndex(of: "=") {
        let name = Self.unquoted(line[..<sign]).lowercased()
        let isOfAuthor = ["author", "authors"].contains(table)
        let key = isOfAuthor ? (name == "name" ? "author" : "") : name
        open = (
          ["", "params", "author", "authors"].contains(table) ? key : "",
          Self.unquoted(line[line.index(after: sign)...], marks: "")
        )
        hasPairs = true
      } else if line.isEmpty || line.hasPrefix("#") {
        continue
      } else {
        return false
      }
      if let (key, value) = open, Self.isWhole(value) {
        take(key, Self.values(value))
        open = nil
      }
    }
    return hasPairs || lines.isEmpty
  }

  /// Whether a value of TOML ends on its line: no list and no words between three marks are open.
  private static func isWhole(_ value: String) -> Bool {
    for mark in ["\"\"\"", "'''"] where value.hasPrefix(mark) {
      return value.count >= 2 * mark.count && value.hasSuffix(mark)
    }
    return !value.hasPrefix("[") || value.hasSuffix("]")
  }

  // MARK: JSON

  private mutating func readJSON(_ lines: ArraySlice<Slice<UnsafeBufferPointer<UInt8>>>) -> Bool {
    let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    let trimmed = Self.unquoted(text, marks: "")
    guard let json = try? JSON(parsing: trimmed.hasPrefix("{") ? trimmed : "{\(trimmed)}"),
      case .object(let members) = json, !members.isEmpty
    else { return false }
    for (key, value) in [("title", json["title"]), ("date", json["date"])] {
      if let words = value?.string { take(key, [words]) }
    }
    let names = (json["author"] ?? json["authors"])?.elements ?? []
    take("author", names.compactMap { ($0["name"] ?? $0).string })
    return true
  }

  // MARK: Values

  private mutating func take(_ key: String, _ values: [String]) {
    guard let first = values.first, !first.isEmpty else { return }
    switch key {
    case "title": title = title ?? values.joined(separator: ", ")
    case "author", "authors": authors += values
    case "date": date = date ?? first
    default: break
    }
  }

  /// The words of a value, or those of a list between brackets.
  private static func values(_ text: some StringProtocol) -> [String] {
    let bare = unquoted(text, marks: "")
    guard bare.hasPrefix("["), bare.hasSuffix("]") else { return [unquoted(bare)] }
    return bare.dropFirst().dropLast().split(separator: ",").map { unquoted($0) }
      .filter { !$0.isEmpty }
  }

  private static func words(_ line: some Collection<UInt8>) -> String {
    unquoted(String(decoding: line, as: UTF8.self), marks: "")
  }

  /// `text` without the spaces and quotation marks around it.
  private static func unquoted(_ text: some StringProtocol, marks: String = "\"'") -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace || marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
