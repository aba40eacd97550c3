/// The marks of Markdown in the beginning of a text, by which it is known where no name tells it.
///
/// A mark alone says nothing: a rule of asterisks, a line of talk behind a dash, a remark in a program or a tag
/// before a word stand in texts of all kinds. So that a heading counts between empty lines only, an item beside
/// another, and two kinds of marks at least are asked for, one of which is a heading or both of which nobody
/// types by chance.
struct MarkdownSigns {
  /// The kinds of marks.
  private enum Sign: CaseIterable {
    case heading, header, link, emphasis, fence, table, footnote
    case item, quotation

    /// Whether it stands in texts of other kinds, too.
    var isCommon: Bool { self == .item || self == .quotation }
  }

  private var signs: Set<Sign> = []

  /// Whether they are those of a text in Markdown.
  var areMarkdown: Bool {
    let strong = signs.filter { !$0.isCommon }
    if strong.contains(.header) { return true }
    return strong.contains(.heading) ? signs.count > 1 : strong.count > 1
  }

  /// Reads `start`, of which the last line may be cut.
  ///
  /// - Complexity: O(*n*).
  init(_ start: [UInt8]) {
    let lines = start.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    start.withUnsafeBufferPointer {
      let header = MarkdownHeader($0)
      if header.title != nil { signs.insert(.header) }
    }
    var isCode = false
    for (index, line) in lines.enumerated() {
      if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
        if isCode { signs.insert(.fence) }
        isCode.toggle()
        continue
      }
      if isCode { continue }
      func isEmpty(_ index: Int) -> Bool {
        !lines.indices.contains(index) || lines[index].allSatisfy { $0 <= 0x20 }
      }
      if Self.isHeading(line), isEmpty(index - 1), isEmpty(index + 1) { signs.insert(.heading) }
      if Self.isItem(line), index > 0, lines[..<index].suffix(2).contains(where: Self.isItem) {
        signs.insert(.item)
      }
      if line.starts(with: "> ".utf8) { signs.insert(.quotation) }
      if Self.isTableRule(line), index > 0, lines[index - 1].contains(0x7C) { signs.insert(.table) }
      if line.starts(with: "[^".utf8), line.firstRange(of: Array("]: ".utf8)) != nil {
        signs.insert(.footnote)
      }
      readInside(line)
    }
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == 0x23 }
    return (1...6).contains(line.count - rest.count) && rest.first == 0x20
      && rest.contains { $0 > 0x20 && $0 != 0x23 }
  }

  private static func isItem(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.drop { $0 == 0x20 }
    if ["- ", "* ", "+ "].contains(where: { words.starts(with: $0.utf8) }) { return true }
    let rest = words.drop { (0x30...0x39).contains($0) }
    return rest.count < words.count && rest.starts(with: ". ".utf8)
  }

  /// Whether a line parts the head of a table from its rows.
  private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(0x7C) && line.count(where: { $0 == 0x2D }) > 1
      && line.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains($0) }
  }

  /// Reads what is set apart inside a line: `[words](target)` and `**words**`.
  private mutating func readInside(_ line: ArraySlice<UInt8>) {
    if let middle = line.firstRange(of: Array("](".utf8)),
      line[..<middle.lowerBound].contains(0x5B),
      let end = line[middle.upperBound...].firstIndex(of: 0x29)
    {
      let target = line[middle.upperBound..<end]
      let beginnings = ["http://", "https://", "#", "/", "./", "../", "mailto:", "<"]
      if beginnings.contains(where: { target.starts(with: $0.utf8) })
        || target.contains(0x2E) && !target.contains(0x20)
      {
        signs.insert(.link)
      }
    }
    let two = Array("**".utf8)
    if let first = line.firstRange(of: two), let after = line[first.upperBound...].first,
      after > 0x20, after != 0x2A,
      let last = line[first.upperBound...].firstRange(of: two),
      line[last.lowerBound - 1] > 0x20
    {
      signs.insert(.emphasis)
    }
  }
}
