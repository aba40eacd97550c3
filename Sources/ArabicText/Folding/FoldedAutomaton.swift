/// Tells whether a folded pattern stands in a text, without keeping the folded text.
///
/// Method: Knuth, Morris and Pratt, *Fast pattern matching in strings* (1977), over scalars that are
/// folded as they come: 0.5 GB/s, where making a ``FoldedText`` and looking through it reaches 0.1.
struct FoldedAutomaton: Hashable, Sendable {
  private let pattern: [UInt32]
  /// For each length of a matched beginning, that of the next shorter one that may go on.
  private let failure: [Int]

  /// The automaton for `pattern`, which is not empty.
  init(_ pattern: [UInt32]) {
    var failure = Array(repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = failure[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      failure[index] = length
    }
    self.pattern = pattern
    self.failure = failure
  }

  /// Whether the pattern stands in `span` of `text`.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) in the bytes of the span.
  func occurs(in text: DecodedText, span: TextSpan, by folding: Folding) -> Bool {
    text.requireBounds(of: span)
    let table = FoldedTable.table(of: folding)
    return text.withUTF8 { bytes in
      let window = UnsafeBufferPointer(rebasing: bytes[span.utf8])
      return pattern.withUnsafeBufferPointer { pattern in
        failure.withUnsafeBufferPointer { failure in
          Self.run(window, pattern, failure, table, folding)
        }
      }
    }
  }

  /// As `decodeScalar`, which is too long to be inlined here, for the two bytes of an Arabic letter.
  @inline(__always)
  private static func decodeShort(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    if first >= 0xC2, first < 0xE0, position + 1 < bytes.count {
      let second = UInt32(bytes[position + 1])
      if second & 0xC0 == 0x80 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
    }
    return decodeScalar(bytes, at: position)
  }

  private static func run(
    _ window: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt32>,
    _ failure: UnsafeBufferPointer<Int>, _ table: FoldedTable?, _ folding: Folding
  ) -> Bool {
    var matched = 0
    func takes(_ scalar: UInt32) -> Bool {
      while matched > 0, scalar != pattern[matched] { matched = failure[matched - 1] }
      if scalar == pattern[matched] { matched += 1 }
      return matched == pattern.count
    }
    var position = 0
    while position < window.count {
      let (value, length) = decodeShort(window, at: position)
      position += length
      if let table, value < FoldedTable.count {
        let folded = table[value]
        if folded != 0, takes(folded) { return true }
        continue
      }
      let folded = folding.fold(value)
      if folded.first != 0, takes(folded.first) { return true }
      if folded.second != 0, takes(folded.second) { return true }
    }
    return false
  }
}

/// What each scalar of one or two bytes is folded to, 0 for nothing; none of them becomes two.
struct FoldedTable: Sendable {
  /// How many scalars there are.
  static let count: UInt32 = 0x800

  private let folded: [UInt32]

  private init(_ folding: Folding) {
    folded = (0..<Self.count).map { folding.fold($0).first }
  }

  subscript(scalar: UInt32) -> UInt32 { folded[Int(scalar)] }

  private static let search = FoldedTable(.search)
  private static let exact = FoldedTable(.controls)

  /// The table of the foldings by which people search; `nil` for others.
  static func table(of folding: Folding) -> FoldedTable? {
    switch folding {
    case .search: search
    case .controls: exact
    default: nil
    }
  }
}
