import ArabicText

/// What tells without a text how much of it stands in another one: the least hashes of its pairs of words.
///
/// Of two samples the hashes up to the end of the shorter reach are all that there are in either text, so that what
/// they share is what the texts share, for short texts exactly.
///
/// Source: Bar-Yossef, Jayram, Kumar, Sivakumar & Trevisan, “Counting Distinct Elements in a Data Stream”,
/// RANDOM 2002; Broder, “On the resemblance and containment of documents”, SEQUENCES 1997.
struct TextSample: Hashable, Sendable {
  /// The most hashes: of the pairs of an article nearly all.
  private static let mostHashes = 512
  /// Of fewer pairs a changed word or two would decide.
  private static let fewestPairs = 8

  /// In ascending order.
  private let hashes: [UInt32]

  /// The sample of `text`, folded as for a search.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: DecodedText) {
    var least: [UInt32] = []
    var reach = UInt32.max
    func shorten() {
      least = Array(Set(least)).sorted()
      guard least.count >= Self.mostHashes else { return }
      least = Array(least.prefix(Self.mostHashes))
      reach = least[least.endIndex - 1]
    }
    var last: UInt64?
    text.forEachFoldedWord { word, _, _ in
      if let last {
        let hash = UInt32(truncatingIfNeeded: Self.mixed(last &* 31 ^ word) >> 32)
        if hash <= reach { least.append(hash) }
        if least.count >= 8 * Self.mostHashes { shorten() }
      }
      last = word
    }
    shorten()
    hashes = least
  }

  /// The share of the pairs of the shorter text that the other has, too; `nil` where there are too few to tell.
  func share(with other: TextSample) -> Double? {
    let reach = min(self.reach, other.reach)
    let (mine, theirs) = (hashes.filter { $0 <= reach }, other.hashes.filter { $0 <= reach })
    let count = min(mine.count, theirs.count)
    guard count >= Self.fewestPairs else { return nil }
    return Double(Set(mine).intersection(theirs).count) / Double(count)
  }

  private var reach: UInt32 { hashes.count < Self.mostHashes ? .max : hashes[hashes.endIndex - 1] }

  /// The sample that was ``written`` so.
  init(parsing written: String) {
    hashes = written.split(separator: " ").compactMap { UInt32($0, radix: 36) }.sorted()
  }

  /// Its hashes, with a blank between two.
  var written: String { hashes.map { String($0, radix: 36) }.joined(separator: " ") }

  /// Spreads each bit over all: the end of MurmurHash3 (Appleby, public domain).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
