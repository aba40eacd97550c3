/// What an analysis depends on beside the text: how it is done, and the lists of names that it heeds.
package struct AnalysisKey: Hashable, Sendable {
  /// How it is done, as the model.
  var way: String
  /// The lines of the lists, sorted.
  var lines: [String]

  /// The most bytes of lists that a catalogue keeps, to see later what has changed in them.
  static let mostBytes = 1 << 20

  /// The key of an analysis done in a `way`, by lists of these contents.
  ///
  /// - Parameters:
  ///   - way: how it is done.
  ///   - lists: the lines of each list; without columns, and from `#` on, they say nothing.
  /// - Complexity: O(*n* log *n*) in the lines.
  package init(way: String, lists: [String] = []) {
    self.way = way
    lines = lists.enumerated().flatMap { number, list in
      list.split(whereSeparator: \.isNewline).map { $0.prefix { $0 != "#" } }
        .filter { !$0.allSatisfy(\.isWhitespace) }
        // Behind the columns that tell names, of which list it is.
        .map { "\($0)\t\t\t\(number)" }
    }.sorted()
  }

  /// What a catalogue keeps with each document that is analysed so.
  var text: String { "\(way)\t\(fingerprint)" }

  /// What tells the lists from others.
  var fingerprint: String {
    lines.isEmpty ? "" : String(Listing.hash(Array(lines.joined(separator: "\n").utf8)), radix: 36)
  }

  /// The lines as they are kept; `nil` where there are too many.
  var keptLines: String? {
    let text = lines.joined(separator: "\n")
    return text.utf8.count <= Self.mostBytes ? text : nil
  }

  /// What finds the documents that the difference between two lists may matter for: a query for each name in a line
  /// that only one of them has, all of whose words stand in such a document.
  static func queries(changing old: some Sequence<String>, to new: some Sequence<String>)
    -> [FindQuery]
  {
    let changed = Set(old).symmetricDifference(Set(new))
    var seen: Set<String> = []
    return changed.flatMap { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).prefix(3).map {
        NameWords.wanted(String($0))
      }
    }.filter { !$0.isEmpty && seen.insert($0).inserted }.sorted().compactMap { FindQuery($0) }
  }
}

extension AnalysisKey: ExpressibleByStringLiteral {
  package init(stringLiteral way: String) { self.init(way: way) }
}
