import ArabicText

/// From logical to visual order within one line: rules L1 and L2 of UAX #9.
package enum Reordering {
  /// Resets separators and trailing white space to the paragraph's level (rule L1).
  ///
  /// - Parameters:
  ///   - levels: The resolved level of each item of the line, in logical order.
  ///   - classes: Its bidirectional class before resolution.
  ///   - base: The paragraph's level.
  /// - Complexity: O(*n*).
  package static func resetWhiteSpace(
    _ levels: inout [UInt8], classes: [BidiClass], base: UInt8
  ) {
    resetWhiteSpace(&levels, base: base) { classes[$0] }
  }

  @inline(__always)
  static func resetWhiteSpace(
    _ levels: inout [UInt8], base: UInt8, classOf: (Int) -> BidiClass
  ) {
    var isBeforeSeparator = true
    for index in levels.indices.reversed() {
      switch classOf(index) {
      case .b, .s:
        levels[index] = base
        isBeforeSeparator = true
      case .ws, .lri, .rli, .fsi, .pdi, .bn, .lre, .lro, .rle, .rlo, .pdf:
        if isBeforeSeparator { levels[index] = base }
      default:
        isBeforeSeparator = false
      }
    }
  }

  /// The logical index of each item in visual order, from the left (rule L2).
  ///
  /// - Complexity: O(*n* · *d*), *d* being the number of distinct levels.
  package static func visualOrder(levels: [UInt8]) -> [Int] {
    var result: [Int] = []
    order(&result, by: levels)
    return result
  }

  /// As ``visualOrder(levels:)``, into an array that is used again.
  static func order(_ order: inout [Int], by levels: [UInt8]) {
    order.removeAll(keepingCapacity: true)
    var highest: UInt8 = 0
    var lowestOdd = UInt8.max
    for (index, level) in levels.enumerated() {
      order.append(index)
      highest = max(highest, level)
      if level & 1 == 1 { lowestOdd = min(lowestOdd, level) }
    }
    guard lowestOdd <= highest else { return }
    for level in stride(from: highest, through: lowestOdd, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
  }
}
