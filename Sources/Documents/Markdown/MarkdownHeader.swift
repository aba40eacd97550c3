/// The lines between `---` that generators of sites begin a text in Markdown with (YAML, of which only
/// words and lists of words are read).
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

  /// Reads the header of `markdown`.
  ///
  /// - Complexity: O(1).
  init(_ markdown: UnsafeBufferPointer<UInt8>) {
    let lines = markdown.prefix(Self.longest).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 2, Self.words(lines[0]) == "---",
      let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains(Self.words($0)) })
    else { return }
    let pairs = lines[1..<end].map(Self.words).filter { !$0.isEmpty && !$0.hasPrefix("#") }
    // A line between two rules is text.
    guard pairs.allSatisfy({ $0.contains(":") || $0.hasPrefix("-") }) else { return }
    length = min(lines[end].endIndex + 1, markdown.count)
    var key = ""
    for line in pairs {
      if line.hasPrefix("-") {
        if ["author", "authors"].contains(key) { authors.append(Self.unquoted(line.dropFirst())) }
        continue
      }
      guard let colon = line.firstIndex(of: ":") else { continue }
      key = line[..<colon].lowercased()
      let value = Self.unquoted(line[line.index(after: colon)...])
      guard !value.isEmpty else { continue }
      switch key {
      case "title": title = value
      case "author", "authors": authors = [value]
      case "date": date = value
      default: break
      }
    }
  }

  private static func words(_ line: some Collection<UInt8>) -> String {
    unquoted(String(decoding: line, as: UTF8.self), marks: "")
  }

  /// `text` without the spaces and quotation marks around it.
  private static func unquoted(_ text: some StringProtocol, marks: String = "\"'[]") -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace || marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
