/// The changes of the journal that one window has made: of several windows on one text, each takes its own
/// back first.
package struct OwnChanges: Hashable, Sendable {
  private var numbers: Set<Int64> = []
  /// From the first to the last of them; `nil` where there are none.
  private(set) var range: ClosedRange<Int64>?
  /// The number of the last change when the window was opened; `nil` before it is known.
  package var earlier: Int64?

  /// No changes.
  package init() {}

  /// Counts what came of a change.
  package mutating func insert(_ outcome: AnnotationOutcome) {
    guard let number = outcome.change, !outcome.isOfOthers else { return }
    numbers.insert(number)
    range = min(range?.lowerBound ?? number, number)...max(range?.upperBound ?? number, number)
  }

  func contains(_ number: Int64) -> Bool { numbers.contains(number) }

  /// Whether another window has made the change since this one was opened.
  func isOfOthers(_ number: Int64) -> Bool {
    guard let earlier else { return false }
    return number > earlier && !numbers.contains(number)
  }
}

/// A change as the journal keeps it.
struct JournalChange {
  var number: Int64
  var summary: String
  var items: [JournalItem]

  /// Whether both are about one annotation, so that the later stands on the earlier.
  func isEntangled(with other: JournalChange) -> Bool {
    !Set(items.compactMap(\.id)).isDisjoint(with: other.items.compactMap(\.id))
  }
}

extension JournalItem {
  fileprivate var id: AnnotationID? { (after ?? before)?.id }
}
