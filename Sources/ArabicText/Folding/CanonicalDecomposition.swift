import CUnicodeTables

/// Canonical equivalence of scalars (UAX #15): one letter with its marks, written in several ways.
package enum CanonicalDecomposition {
  /// Calls `body` with the scalars that `scalar` is canonically equivalent to, wholly taken apart, in
  /// order; with itself where it is not taken apart.
  ///
  /// Hangul syllables, which no Arabic text writes in pieces, stay whole.
  ///
  /// - Complexity: O(1) for the letters of Arabic, else O(log *n*) in the 2,061 entries.
  package static func forEach(of scalar: UInt32, _ body: (UInt32) -> Void) {
    guard let (first, second) = step(scalar) else { return body(scalar) }
    forEach(of: first, body)
    if second != 0 { forEach(of: second, body) }
  }

  /// Whether `scalar` can be taken apart.
  package static func decomposes(_ scalar: UInt32) -> Bool { step(scalar) != nil }

  /// The place of a mark among others on one letter; 0 for what is no such mark.
  ///
  /// Marks of different classes may change places and mean the same.
  package static func combiningClass(of scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private static func step(_ scalar: UInt32) -> (first: UInt32, second: UInt32)? {
    switch scalar {
    // Most of what an article is made of.
    case ..<0xC0, 0x0600..<0x0622, 0x0627..<0x06C0, 0x06D4..<0x0900: return nil
    default: break
    }
    let entries = 0..<Int(rawi_unicode_canonical_entries)
    let index = entries.partitioningIndex { entry($0 * 3) >= scalar }
    guard index < entries.upperBound, entry(index * 3) == scalar else { return nil }
    return (entry(index * 3 + 1), entry(index * 3 + 2))
  }

  private static func entry(_ index: Int) -> UInt32 { rawi_unicode_canonical_at(UInt32(index)) }
}
