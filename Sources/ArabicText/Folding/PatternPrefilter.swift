import Glibc

/// Passes over text in which a folded pattern cannot stand, at the speed of memory.
///
/// A search of a long file is spent on text without a hit. Of the letters of the pattern, the one that is
/// rarest in news is looked for by the bytes of the scalars that fold to it; then its neighbours are
/// compared, marks passed over. What is left are *candidates*: where the pattern stands is one, and of
/// the others few are left. Whoever searches asks ``FoldedPattern/matches(in:span:)`` about them.
///
/// Method: the rare-byte filter of grep and ripgrep (`memchr` crate), over the sources of a folded letter.
package struct PatternPrefilter: Sendable {
  private let scalars: [UInt32]
  private let folding: Folding
  private let table: FoldedTable?
  /// The place in the pattern of the letter that is looked for; `nil` where all text is a candidate.
  private let rarest: Int?
  /// The scalars of one and two bytes that fold to it, by their value.
  private var isShortSource = [Bool](repeating: false, count: Int(FoldedTable.count))
  /// Those of three bytes.
  private var longSources: Set<UInt32> = []
  /// For each byte, whether it ends a short source or begins a long one.
  private var isTelling = [Bool](repeating: false, count: 256)
  /// The byte that ends the short source, where there is only one.
  private var onlyShort: UInt8?
  /// The bytes that begin long sources.
  private var leads: [UInt8] = []

  /// A prefilter for `pattern`.
  ///
  /// - Complexity: O(1), about 50 µs; make one for a whole text.
  package init(_ pattern: FoldedPattern) {
    scalars = pattern.scalars
    folding = pattern.folding
    table = FoldedTable.table(of: pattern.folding)
    rarest = LetterRarity.rarest(of: pattern.scalars)
    guard let rarest else { return }
    var lastBytes: Set<UInt8> = []
    for source in FoldingSources.sources(of: pattern.scalars[rarest], by: pattern.folding) {
      let bytes = Array(String(source).utf8)
      if bytes.count < 3 {
        isShortSource[Int(source.value)] = true
        lastBytes.insert(bytes[bytes.count - 1])
        isTelling[Int(bytes[bytes.count - 1])] = true
      } else {
        longSources.insert(source.value)
        if !leads.contains(bytes[0]) { leads.append(bytes[0]) }
        isTelling[Int(bytes[0])] = true
      }
    }
    onlyShort = lastBytes.count == 1 ? lastBytes.first : nil
  }

  /// The first place of `span` near which the pattern may stand, or `nil` where it stands nowhere in it.
  ///
  /// A hit that touches the place given lies in the same paragraph; before it there is none.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) in the bytes passed over.
  package func firstCandidate(in text: DecodedText, _ span: TextSpan) -> TextOffset? {
    text.requireBounds(of: span)
    guard let rarest else { return span.isEmpty ? nil : span.lower }
    return text.withUTF8 { bytes in
      var position = span.lower.utf8
      // Blocks that grow, as most who ask again do so soon.
      var size = 1024
      while position < span.upper.utf8 {
        let end = min(span.upper.utf8, position + size)
        size = min(2 * size, 16 * 1024)
        if let found = candidate(in: bytes, position..<end, rarest) {
          return TextOffset(found)
        }
        position = end
      }
      return nil
    }
  }

  private func candidate(
    in bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ rarest: Int
  ) -> Int? {
    var position = block.lowerBound
    // Text copied from a PDF has long sources; news has none, so that one byte tells.
    let only = leads.contains { bytes.first($0, in: block) != nil } ? nil : onlyShort
    return isTelling.withUnsafeBufferPointer { isTelling in
      while position < block.upperBound {
        if let only {
          guard let found = bytes.first(only, in: position..<block.upperBound) else { return nil }
          position = found
        } else {
          while position < block.upperBound, !isTelling[Int(bytes[position])] { position += 1 }
          guard position < block.upperBound else { return nil }
        }
        if mayStand(at: position, in: bytes, rarest) { return position }
        position += 1
      }
      return nil
    }
  }

  /// Whether the pattern may stand around the telling byte at `position`.
  private func mayStand(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, _ rarest: Int
  ) -> Bool {
    let byte = UInt32(bytes[position])
    if byte >= 0xC0 { return longSources.contains(decodeScalar(bytes, at: position).value) }
    var start = position
    var value = byte
    if byte >= 0x80 {
      guard position > 0, bytes[position - 1] & 0xE0 == 0xC0 else { return false }
      start = position - 1
      value = (UInt32(bytes[start]) & 0x1F) << 6 | byte & 0x3F
    }
    guard isShortSource[Int(value)] else { return false }
    return precedes(start, in: bytes, rarest)
      && follows(position + 1, in: bytes, rarest)
  }

  /// Whether the scalars that end before `position` may fold to the first `count` of the pattern.
  private func precedes(
    _ position: Int, in bytes: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Bool {
    var (position, left) = (position, count)
    while left > 0 {
      guard position > 0 else { return false }
      let last = UInt32(bytes[position - 1])
      var value = last
      position -= 1
      if last >= 0x80 {
        // Whatever is longer is left to the search itself.
        guard position > 0, bytes[position - 1] & 0xE0 == 0xC0 else { return true }
        position -= 1
        value = (UInt32(bytes[position]) & 0x1F) << 6 | last & 0x3F
      }
      let folded = fold(value)
      if folded == 0 { continue }
      guard folded == scalars[left - 1] else { return false }
      left -= 1
    }
    return true
  }

  /// Whether the scalars from `position` on may fold to what follows the letter `index` of the pattern.
  private func follows(
    _ position: Int, in bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Bool {
    var (position, next) = (position, index + 1)
    while next < scalars.count {
      guard position < bytes.count else { return false }
      let (value, length) = decodeScalar(bytes, at: position)
      guard value < FoldedTable.count else { return true }
      position += length
      let folded = fold(value)
      if folded == 0 { continue }
      guard folded == scalars[next] else { return false }
      next += 1
    }
    return true
  }

  /// What a scalar of one or two bytes is folded to: never to two.
  private func fold(_ scalar: UInt32) -> UInt32 {
    if let table { return table[scalar] }
    return folding.fold(scalar).first
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where `byte` first stands in `range`.
  fileprivate func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard let base = baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
