import Platform

/// The documents that a run which was ended has done already: they are passed over once for each time that
/// they are there.
package struct DoneDocuments: Hashable, Sendable {
  private var counts: [JSON: Int] = [:]

  /// How many there are.
  package var count: Int { counts.values.reduce(0, +) }

  /// None.
  package init() {}

  /// Counts the document that `id` names.
  package mutating func add(_ id: JSON) { counts[id, default: 0] += 1 }

  /// Whether the document that `id` names is done; it counts once less from now on.
  package mutating func take(_ id: JSON) -> Bool {
    guard let count = counts[id] else { return false }
    counts[id] = count == 1 ? nil : count - 1
    return true
  }
}
