import EntityModel

/// A list of names of one word, with what they name.
///
/// Asked for every reading of every word: a filter of 65,536 bits answers for nearly all of them without a
/// look into the table.
struct NameTable: Sendable {
  private var kinds: [NameKey: NameKinds] = [:]
  private var filter = [UInt64](repeating: 0, count: 1024)

  /// Takes a name in.
  mutating func insert(_ name: NameKey, _ kind: NameKinds) {
    kinds[name] = kind
    filter[word(of: name)] |= bit(of: name)
  }

  /// What `name` names, or `nil` where it is none of them.
  ///
  /// - Complexity: O(1).
  subscript(name: NameKey) -> NameKinds? {
    filter[word(of: name)] & bit(of: name) == 0 ? nil : kinds[name]
  }

  private func word(of name: NameKey) -> Int { Int(truncatingIfNeeded: name.bits >> 6 & 1023) }

  private func bit(of name: NameKey) -> UInt64 { 1 << (name.bits & 63) }
}
