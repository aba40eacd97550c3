import ArabicText

/// A line of a list of names that cannot be used.
public struct UserNamesError: Error, Hashable, Sendable, CustomStringConvertible {
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

extension UserNames {
  /// The names of a file of tab-separated columns: the name, its kind (`PER`, `ORG`, `LOC`, or `-` for
  /// what is no name), and what its entity is called, which may be missing.
  ///
  /// Empty lines, and lines that begin with `#`, say nothing.
  ///
  /// - Throws: ``UserNamesError`` for the first line that cannot be used.
  public init(tsv text: String) throws(UserNamesError) {
    var entries: [Entry] = []
    for line in UserListLine.all(in: text) { entries.append(try Entry(line)) }
    self.init(entries)
  }

  /// The names of such a file, without the lines that cannot be used.
  package init(usableLinesOf text: String) {
    self.init(Self.entries(ofUsableLinesOf: text).entries)
  }

  /// The entries of such a file, and what is wrong with the lines that cannot be used.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func entries(
    ofUsableLinesOf text: String
  ) -> (entries: [Entry], problems: [UserNamesError]) {
    var entries: [Entry] = []
    var problems: [UserNamesError] = []
    for line in UserListLine.all(in: text) {
      do throws(UserNamesError) { entries.append(try Entry(line)) } catch { problems.append(error) }
    }
    return (entries, problems)
  }
}

extension UserNames.Entry {
  fileprivate init(_ line: UserListLine) throws(UserNamesError) {
    let kind = EntityKind(rawValue: line[1])
    guard !line[0].isEmpty else { throw UserNamesError(line: line.number, kind: "") }
    guard line[1] == "-" || kind?.isNamed == true else {
      throw UserNamesError(line: line.number, kind: line[1])
    }
    self.init(name: line[0], kind: kind, canonical: line[2].isEmpty ? nil : line[2])
  }
}
