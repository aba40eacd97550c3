import ArabicText

/// Values at spans of a text, found by the text that they overlap.
struct SpanIndex<Value> {
  /// A value and where it stands.
  struct Entry {
    var span: TextSpan
    var value: Value
  }

  /// All entries in text order; those of one span as they were given.
  let entries: [Entry]
  /// How far the entries up to each one reach.
  private let reaches: [TextOffset]

  /// The index of `entries`.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ entries: [Entry] = []) {
    let sorted = entries.sorted { $0.span < $1.span }
    var reach = TextOffset.zero
    self.entries = sorted
    reaches = sorted.map { entry in
      reach = max(reach, entry.span.upper)
      return reach
    }
  }

  /// The entries that overlap `span`, in text order.
  ///
  /// - Complexity: O(log *n*), and a step for each entry back to where none reaches `span`.
  func overlapping(_ span: TextSpan) -> [Entry] {
    var index = entries.firstIndex(from: span.upper, by: \.span) - 1
    var found: [Entry] = []
    while index >= 0, reaches[index] > span.lower {
      if entries[index].span.overlaps(span) { found.append(entries[index]) }
      index -= 1
    }
    return found.reversed()
  }
}

extension SpanIndex: Sendable where Value: Sendable {}
extension SpanIndex.Entry: Sendable where Value: Sendable {}
