/// Puts the places of a text in the order of all that stands behind each of them.
///
/// Method: the places are sorted by eight bytes, then those alike by what their neighbours twice as far
/// away are known for, until none are alike (Larsson and Sadakane, *Faster suffix sorting*, 1999). So a
/// text that says the same a thousand times takes no longer for each time.
struct SuffixOrder {
  /// How many bytes are compared at first.
  private static let depth = 8
  /// The most bytes of a scalar; what is damaged is cut after as many.
  private static let longestScalar = 4

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where scalars begin.
  private let starts: [UInt32]
  /// The numbers of the starts, in the order that is known so far.
  private let order: UnsafeMutableBufferPointer<UInt32>
  /// For each start where those begin, in the order, that are alike so far.
  private let group: UnsafeMutableBufferPointer<UInt32>

  /// Where scalars begin in `bytes`, which are fewer than 4 GiB, in the order of ``rank(_:)`` of the
  /// bytes from there on.
  ///
  /// - Complexity: O(*n* log² *n*) in the bytes at worst, O(*n*) for words of a language.
  static func starts(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let starts = scalars(of: bytes)
    var order = sortedByBytes(starts, of: bytes)
    var group = [UInt32](repeating: 0, count: starts.count)
    order.withUnsafeMutableBufferPointer { order in
      group.withUnsafeMutableBufferPointer { group in
        SuffixOrder(bytes: bytes, starts: starts, order: order, group: group).sort()
      }
    }
    return order.map { starts[Int($0)] }
  }

  /// Where a byte stands in the order: those that go on with a scalar come behind those that begin one.
  ///
  /// So the order of the bytes is that of the scalars, in damaged text, too.
  static func rank(_ byte: UInt8) -> UInt8 {
    byte < 0x80 ? byte : byte < 0xC0 ? byte + 0x40 : byte - 0x40
  }

  private static func scalars(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [UInt32] = []
    var length = longestScalar
    for place in bytes.indices {
      if bytes[place] & 0xC0 != 0x80 || length == longestScalar {
        starts.append(UInt32(place))
        length = 0
      }
      length += 1
    }
    return starts
  }

  /// The rank of the byte at `place`, from 1 on; 0 behind the end.
  private static func symbol(_ place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    place < bytes.count ? Int(rank(bytes[place])) + 1 : 0
  }

  /// The numbers of `starts` by the first bytes: a radix sort of two at a time.
  private static func sortedByBytes(
    _ starts: [UInt32], of bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt32] {
    let symbols = 257
    var order = starts.indices.map { UInt32($0) }
    var sorted = order
    for pass in stride(from: depth - 2, through: 0, by: -2) {
      let digit = { (start: UInt32) in
        let place = Int(starts[Int(start)]) + pass
        return symbol(place, of: bytes) * symbols + symbol(place + 1, of: bytes)
      }
      var next = [Int](repeating: 0, count: symbols * symbols + 1)
      for start in order { next[digit(start) + 1] += 1 }
      for index in 1..<next.count { next[index] += next[index - 1] }
      for start in order {
        let digit = digit(start)
        // A mapped file may have been cut since they were counted.
        guard next[digit] < sorted.count else { continue }
        sorted[next[digit]] = start
        next[digit] += 1
      }
      swap(&order, &sorted)
    }
    return order
  }

  private func sort() {
    var heads: [Int] = []
    var unsorted: [Range<Int>] = []
    note(order.indices, as: &unsorted, by: &heads) { one, other in
      let (one, other) = (Int(starts[Int(one)]), Int(starts[Int(other)]))
      return (0..<Self.depth).allSatisfy {
        Self.symbol(one + $0, of: bytes) == Self.symbol(other + $0, of: bytes)
      }
    }
    // The first bytes hold so many scalars.
    var known = Self.depth / Self.longestScalar
    // Twice as many are never alike, unless the bytes were changed meanwhile.
    while !unsorted.isEmpty, known < 2 * starts.count {
      let key = { (start: UInt32) -> UInt32 in
        let next = Int(start) + known
        return next < group.count ? group[next] + 1 : 0
      }
      var rest: [Range<Int>] = []
      for range in unsorted {
        var part = UnsafeMutableBufferPointer(rebasing: order[range])
        part.sort { key($0) < key($1) }
        note(range, as: &rest, by: &heads) { key($0) == key($1) }
      }
      unsorted = rest
      known *= 2
    }
  }

  /// Notes in ``group`` which starts of `range` of the order are alike, and in `several` where more
  /// than one is; `heads` is memory to work in.
  private func note(
    _ range: Range<Int>, as several: inout [Range<Int>], by heads: inout [Int],
    where areAlike: (UInt32, UInt32) -> Bool
  ) {
    heads.removeAll(keepingCapacity: true)
    for index in range
    where index == range.lowerBound || !areAlike(order[index - 1], order[index]) {
      heads.append(index)
    }
    heads.append(range.upperBound)
    for (head, end) in zip(heads, heads.dropFirst()) {
      for index in head..<end { group[Int(order[index])] = UInt32(head) }
      if end - head > 1 { several.append(head..<end) }
    }
  }
}
