/// Rows of a table, by their numbers, which are small.
struct RowSet {
  private var words: [UInt64] = []
  /// How many there are.
  private(set) var count = 0

  /// Whether `row` is among them.
  ///
  /// - Complexity: O(1).
  func contains(_ row: Int64) -> Bool {
    let place = Int(row >> 6)
    return place >= 0 && place < words.count && words[place] & Self.bit(row) != 0
  }

  /// Takes `row` in.
  ///
  /// - Returns: whether it was not among them.
  @discardableResult
  mutating func insert(_ row: Int64) -> Bool {
    let place = Int(row >> 6)
    guard place >= 0, !contains(row) else { return false }
    if place >= words.count {
      words += [UInt64](repeating: 0, count: max(place + 1 - words.count, words.count))
    }
    words[place] |= Self.bit(row)
    count += 1
    return true
  }

  /// All of them as an array of JSON, in order.
  var written: String {
    let rows = words.indices.flatMap { place in
      (Int64(place) << 6..<Int64(place + 1) << 6).filter(contains)
    }
    return "[" + rows.map(String.init).joined(separator: ",") + "]"
  }

  private static func bit(_ row: Int64) -> UInt64 { 1 << UInt64(row & 63) }
}
