/// What tells how alike two texts are, without the texts: the least hashes of their runs of words.
///
/// The share of places at which two sketches are equal estimates the resemblance of the texts: of the runs of
/// five words that one of them has, how many both have. Texts that are alike meet in a band, some places
/// together, nearly always, and others hardly ever: those of the resemblance *s* with the probability
/// 1 − (1 − *s*³)²⁰, which is 0.93 for one half and 0.03 for a tenth.
///
/// Source: Broder, “On the resemblance and containment of documents”, SEQUENCES 1997; bands by Leskovec,
/// Rajaraman & Ullman, *Mining of Massive Datasets*, §3.4.
struct TextSketch: Hashable, Sendable {
  /// How many words stand in a run.
  static let run = 5
  /// How many places make a band.
  private static let height = 3
  private static let bandCount = 20
  /// From which resemblance on texts are one with changes.
  static let threshold = 0.5

  /// Of each place its lower half.
  private let minima: [UInt16]
  /// Of each band a hash.
  let bands: [Int64]

  /// The sketch of a text of the words `words`; `nil` where it has not even one run.
  ///
  /// - Complexity: O(*n*), with 60 multiplications a word.
  init?(_ words: some Sequence<some Sequence<Unicode.Scalar>>) {
    var least = [UInt32](repeating: .max, count: Self.factors.count)
    var last: [UInt64] = []
    var hasRun = false
    for word in words {
      last.append(word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.value)) &* Self.prime })
      if last.count > Self.run { last.removeFirst() }
      guard last.count == Self.run else { continue }
      hasRun = true
      let hash = last.reduce(0) { Self.mixed($0 ^ $1) }
      for (place, factor) in Self.factors.enumerated() {
        // Multiplication and shift, of a family of hashes: the upper half is of all bits.
        least[place] = min(least[place], UInt32(truncatingIfNeeded: (hash &* factor) >> 32))
      }
    }
    guard hasRun else { return nil }
    minima = least.map { UInt16(truncatingIfNeeded: $0) }
    bands = stride(from: 0, to: least.count, by: Self.height).enumerated().map { number, start in
      let hash = least[start..<start + Self.height].reduce(UInt64(number)) {
        Self.mixed($0 ^ UInt64($1))
      }
      return Int64(bitPattern: hash)
    }
  }

  /// The share of runs that two texts have in common whose sketches are these, as they were ``written``.
  static func resemblance(_ one: String, _ other: String) -> Double {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    let count = factors.count
    guard one.count == 4 * count, other.count == one.count else { return 0 }
    let equal = (0..<count).filter { place in
      one[4 * place..<4 * place + 4] == other[4 * place..<4 * place + 4]
    }
    return Double(equal.count) / Double(count)
  }

  /// Its places in four hexadecimal digits each.
  var written: String {
    minima.map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static let prime: UInt64 = 0x100_0000_01B3

  /// One odd number for each place.
  private static let factors: [UInt64] = (0..<height * bandCount).map {
    mixed(UInt64($0) &+ 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// Spreads each bit over all: the end of MurmurHash3 (Appleby, public domain).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
