/// A line of a list of names that cannot be used.
public struct OwnNamesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// What stands there for a kind.
  public var kind: String

  /// What is wrong and what to do.
  public var description: String {
    kind.isEmpty
      ? "line \(line): a name without a kind; write the name, a tab and PER, ORG, LOC or - (no name)"
      : "line \(line): no kind is called \(kind); write PER, ORG, LOC or - (no name)"
  }
}

extension OwnNames {
  /// The names of a file of tab-separated columns: the name, its kind (`PER`, `ORG`, `LOC`, or `-` for
  /// what is no name), and what its entity is called, which may be missing.
  ///
  /// Empty lines, and lines that begin with `#`, say nothing.
  ///
  /// - Throws: ``OwnNamesError`` for the first line that cannot be used.
  public init(tsv text: String) throws(OwnNamesError) {
    var entries: [Entry] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() {
      if Self.trimmed(line).hasPrefix("#") { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
      guard let name = columns.first, !name.isEmpty else { continue }
      let word = columns.count > 1 ? columns[1] : ""
      let kind = EntityKind(rawValue: word)
      guard word == "-" || kind?.isNamed == true else {
        throw OwnNamesError(line: number + 1, kind: word)
      }
      let canonical = columns.count > 2 && !columns[2].isEmpty ? columns[2] : nil
      entries.append(Entry(name: name, kind: kind, canonical: canonical))
    }
    self.init(entries)
  }

  private static func trimmed(_ column: Substring) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{FEFF}" || $0 == "\r" }
    let start = column.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed())
  }
}
