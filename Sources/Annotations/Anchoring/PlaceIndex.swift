import ArabicText

/// The places of a text in the order of the bytes that stand there, to find where words stand without
/// reading the text again.
///
/// Method: a suffix array (Manber and Myers, *Suffix arrays*, 1990) in which the first eight bytes
/// count, four Arabic letters; those of longer words are compared one by one. A radix sort of two bytes
/// at a time makes it, and leaves places of the same eight bytes in the order of the text.
struct PlaceIndex: Sendable {
  /// How many bytes count.
  private static let depth = 8
  /// In how many places for each one that is wanted short words may stand, to be put in the order of
  /// the text; those that stand more often are found sooner by reading on.
  private static let excess = 8

  private let text: DecodedText
  /// Where scalars begin, in the order of the bytes from there on.
  private let starts: [UInt32]

  /// The index of `text`, which is shorter than 4 GiB.
  ///
  /// - Complexity: O(*n*) in the length of the text; four bytes a scalar are kept.
  init(_ text: DecodedText) {
    self.text = text
    starts = text.withUTF8 { bytes in
      var starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }.map { UInt32($0) }
      var sorted = starts
      for pass in stride(from: Self.depth - 2, through: 0, by: -2) {
        let digit = { (start: UInt32) in
          let place = Int(start) + pass
          guard place + 1 < bytes.count else {
            return place < bytes.count ? Int(bytes[place]) << 8 : 0
          }
          return Int(bytes[place]) << 8 | Int(bytes[place + 1])
        }
        var next = [Int](repeating: 0, count: 1 << 16 + 1)
        for start in starts { next[digit(start) + 1] += 1 }
        for index in 1..<next.count { next[index] += next[index - 1] }
        for start in starts {
          let digit = digit(start)
          // A mapped file may have been cut since they were counted.
          guard next[digit] < sorted.count else { continue }
          sorted[next[digit]] = start
          next[digit] += 1
        }
        swap(&starts, &sorted)
      }
      return starts
    }
  }

  /// Where the bytes of `words` stand in `span`, as ``ArabicText/DecodedText/places(of:in:limit:)``
  /// finds them.
  ///
  /// - Returns: `nil` where it is quicker to read the text: for words that stand in very many places or
  ///   begin inside a scalar.
  /// - Complexity: O(*m* log *n* + *k*) for *m* bytes, the rarest eight of which stand in *k* places.
  func places(of words: [UInt8], in span: TextSpan, limit: Int) -> [TextSpan]? {
    guard let first = words.first, first & 0xC0 != 0x80 else { return nil }
    return text.withUTF8 { bytes in
      guard words.count < Self.depth else {
        let (offset, range) = rarest(of: words, in: bytes)
        let begin = partition(range) { Int(starts[$0]) - offset >= span.lower.utf8 }
        return Array(
          starts[begin..<range.upperBound].lazy.map { Int($0) - offset }
            .prefix { $0 + words.count <= span.upper.utf8 }
            .filter { Self.stand(words, at: $0, in: bytes) }
            .prefix(limit)
            .map { TextSpan(utf8: $0..<$0 + words.count) })
      }
      let range = range(of: words[...], in: bytes)
      guard range.count / Self.excess <= limit else { return nil }
      let found = starts[range].map { Int($0) }.filter { start in
        start >= span.lower.utf8 && start + words.count <= span.upper.utf8
          && Self.stand(words, at: start, in: bytes)
      }
      return found.sorted().prefix(limit).map { TextSpan(utf8: $0..<$0 + words.count) }
    }
  }

  /// Those eight bytes of `words` that stand in the fewest places: how far into the words they begin,
  /// and which starts are theirs.
  private func rarest(
    of words: [UInt8], in bytes: UnsafeBufferPointer<UInt8>
  ) -> (offset: Int, range: Range<Int>) {
    var best = (offset: 0, range: range(of: words[..<Self.depth], in: bytes))
    for offset in 1..<max(1, min(words.count - Self.depth + 1, 96))
    where best.range.count > Self.depth && words[offset] & 0xC0 != 0x80 {
      let range = range(of: words[offset..<offset + Self.depth], in: bytes)
      if range.count < best.range.count { best = (offset, range) }
    }
    return best
  }

  /// The starts at which the bytes of `words`, at most eight, stand; at the end of the text zeros do,
  /// too.
  private func range(
    of words: ArraySlice<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    let low = Self.key(words)
    let rest = 8 * (Self.depth - words.count)
    let high = low | ((1 << UInt64(rest)) - 1)
    let key = { (index: Int) in
      let start = Int(starts[index])
      return Self.key(bytes[start..<min(start + Self.depth, bytes.count)])
    }
    let lower = partition(starts.indices) { key($0) >= low }
    return lower..<partition(lower..<starts.count) { key($0) > high }
  }

  private static func key(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (depth - bytes.count))
  }

  /// The first of `range` from which on `isBehind` holds.
  private func partition(_ range: Range<Int>, _ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func stand(
    _ words: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    start >= 0 && start + words.count <= bytes.count
      && bytes[start..<start + words.count].elementsEqual(words)
  }
}
