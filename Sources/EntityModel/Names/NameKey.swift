import ArabicText

/// The fingerprint of a folded word or of a sequence of folded words.
///
/// Words are compared by fingerprint everywhere in the analysis: a fingerprint is made once for each
/// word of the text and costs 8 bytes. A word's is FNV-1a (Fowler, Noll, Vo 1991) over its scalars, a
/// step a scalar; a sequence's is ``appending(_:)`` of one word after another. Two different words of
/// a list of *n* share one with a chance of about *n*² / 2⁶⁵.
@usableFromInline package struct NameKey: Hashable, Sendable {
  /// The fingerprint.
  @usableFromInline package let bits: UInt64

  /// The key with the given fingerprint.
  @inlinable package init(bits: UInt64) { self.bits = bits }

  /// The key of a word of folded scalars.
  @inlinable package init(folded scalars: some Sequence<UInt32>) {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in scalars { value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3 }
    bits = value
  }

  /// The key of the words of `string`, folded by `folding` and separated by spaces.
  package init(_ string: String, folding: Folding = .search) {
    let words = folding.fold(string).unicodeScalars.split(separator: " ")
    var key: NameKey?
    for word in words {
      let next = NameKey(folded: word.map(\.value))
      key = key?.appending(next) ?? next
    }
    self = key ?? NameKey(folded: [])
  }

  /// The key of this sequence with one more word.
  @inlinable package func appending(_ word: NameKey) -> NameKey {
    let mixed = (bits ^ bits >> 29) &* 0x9E37_79B9_7F4A_7C15 &+ word.bits
    return NameKey(bits: mixed ^ mixed >> 32)
  }

  /// The fingerprint itself: it is spread evenly already.
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}
