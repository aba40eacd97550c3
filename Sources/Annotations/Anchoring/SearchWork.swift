import Synchronization

/// How much has been read and compared to find words, in bytes, about.
///
/// It lets an import end in a time that is linear in what it was given, whatever that is.
final class SearchWork: Sendable {
  private let bytes = Atomic<Int>(0)

  /// What was done.
  var done: Int { bytes.load(ordering: .relaxed) }

  /// Counts what was done.
  func add(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }

  /// Counts bytes whose scalars were looked at one by one, which takes as long as to read eight times as
  /// many.
  func add(decoded count: Int) { add(8 * count) }

  /// A bound on what is done from now on: for a text and a file of `bytes` in all with `items`.
  ///
  /// For each byte it allows as much as a hundred words of a text that has no index take, for each item
  /// the comparing of 2,000 places.
  func limit(bytes: Int, items: Int) -> Limit {
    limit(most: 1 << 28 + bytes * Limit.perByte + items << 18)
  }

  /// A bound of `most` bytes from now on.
  func limit(most: Int) -> Limit { Limit(work: self, most: done + most) }

  /// A bound on what is done.
  struct Limit: Sendable {
    fileprivate static let perByte = 512
    fileprivate let work: SearchWork
    fileprivate var most: Int

    /// Whether no more is to be done.
    var isReached: Bool { work.done >= most }

    /// Allows what another `bytes` are worth.
    mutating func raise(by bytes: Int) { most += bytes * Self.perByte }
  }
}
