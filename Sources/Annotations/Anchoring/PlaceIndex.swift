import ArabicText

/// The places of a text in the order of what stands there, to find where words stand without reading
/// the text again.
///
/// Method: a suffix array (Manber and Myers, *Suffix arrays*, 1990), made by ``SuffixOrder``.
struct PlaceIndex: Sendable {
  /// In how many places for each one that is wanted words may stand, to be put in the order of the
  /// text; those that stand more often are found sooner by reading on.
  private static let excess = 8

  private let text: DecodedText
  /// Where scalars begin, in the order of the bytes from there on.
  private let starts: [UInt32]

  /// The index of `text`, which is shorter than 4 GiB.
  ///
  /// - Complexity: that of ``SuffixOrder/starts(of:)``; four bytes a scalar are kept.
  init(_ text: DecodedText) {
    self.text = text
    starts = text.withUTF8 { SuffixOrder.starts(of: $0) }
  }

  /// Where the bytes of `words` stand in `span`, as ``ArabicText/DecodedText/places(of:in:limit:)``
  /// finds them.
  ///
  /// - Returns: `nil` where it is quicker to read the text: for words that stand in very many places or
  ///   begin inside a scalar.
  /// - Complexity: O(*m* log *n*) for *m* bytes.
  func places(of words: [UInt8], in span: TextSpan, limit: Int) -> [TextSpan]? {
    guard let range = range(of: words), range.count / Self.excess <= limit else { return nil }
    return Array(spans(of: words, in: range).filter(span.contains).prefix(limit))
  }

  /// All places where the bytes of `words` stand.
  ///
  /// - Returns: no array where there are `limit` or more; `nil` for words that begin inside a scalar.
  /// - Complexity: O(*m* log *n*) for *m* bytes.
  func allPlaces(of words: [UInt8], fewerThan limit: Int) -> PlacesOfWords? {
    guard let range = range(of: words) else { return nil }
    return range.count < limit ? .all(spans(of: words, in: range)) : .many
  }

  private func spans(of words: [UInt8], in range: Range<Int>) -> [TextSpan] {
    starts[range].sorted().map { TextSpan(utf8: Int($0)..<Int($0) + words.count) }
  }

  /// The starts at which the bytes of `words` stand; `nil` where they begin inside a scalar.
  private func range(of words: [UInt8]) -> Range<Int>? {
    guard let first = words.first, first & 0xC0 != 0x80 else { return nil }
    return text.withUTF8 { bytes in
      words.withUnsafeBufferPointer { words in
        let lower = partition(starts.indices) { Self.order(Int($0), words, bytes) >= 0 }
        return lower..<partition(lower..<starts.count) { Self.order(Int($0), words, bytes) > 0 }
      }
    }
  }

  /// 0 where `words` stand at `start`, less than 0 where what stands there comes before them, else
  /// more.
  private static func order(
    _ start: Int, _ words: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let count = min(words.count, bytes.count - start)
    var index = 0
    while index < count, words[index] == bytes[start + index] { index += 1 }
    guard index < words.count else { return 0 }
    guard index < count else { return -1 }
    return Int(SuffixOrder.rank(bytes[start + index])) - Int(SuffixOrder.rank(words[index]))
  }

  /// The first of `range` from whose start on `isBehind` holds.
  private func partition(_ range: Range<Int>, _ isBehind: (UInt32) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(starts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
