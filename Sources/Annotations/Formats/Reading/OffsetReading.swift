import ArabicText

/// What offsets of a file count.
package enum OffsetUnit: String, Hashable, Sendable, CaseIterable {
  /// Unicode scalars, as in Python.
  case scalars
  /// UTF-16 code units, as in JavaScript and Java.
  case utf16
  /// Bytes of UTF-8.
  case utf8

  /// How many of them a scalar takes.
  fileprivate func width(of scalar: UInt32) -> Int {
    switch self {
    case .scalars: 1
    case .utf16: scalar > 0xFFFF ? 2 : 1
    case .utf8: scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
  }
}

/// How the offsets of a file are to be read: their unit, and what the text was like in which they were
/// counted.
package struct OffsetReading: Hashable, Sendable {
  /// How line breaks were counted.
  package enum LineEnds: Hashable, Sendable, CaseIterable {
    /// As the text has them.
    case asWritten
    /// CR LF as one.
    case single
    /// Each LF as CR LF.
    case double
  }

  /// What is counted.
  package var unit: OffsetUnit
  /// How line breaks are counted.
  package var lineEnds = LineEnds.asWritten
  /// Whether a byte order mark before the text is counted.
  package var countsMark = false
}

/// Finds the places of a text that offsets of one reading mean.
///
/// Holds the count at every 1,024th byte.
///
/// - Complexity: making it is O(*n*) in the bytes of the text; a conversion is O(log *n*).
struct OffsetIndex {
  private let text: DecodedText
  private let reading: OffsetReading
  private var checkpoints: [(byte: Int, count: Int)] = []
  /// The offset of the end of the text.
  private(set) var count = 0

  init(_ text: DecodedText, _ reading: OffsetReading) {
    self.text = text
    self.reading = reading
    if reading.countsMark { count = reading.unit.width(of: 0xFEFF) }
    checkpoints.append((0, count))
    var next = 1024
    var walk = Walk(text, reading, from: .zero)
    while let (offset, width) = walk.next() {
      if offset.utf8 >= next {
        checkpoints.append((offset.utf8, count))
        next = offset.utf8 + 1024
      }
      count += width
    }
  }

  /// The place of the offset, or `nil` outside the text and inside a scalar.
  ///
  /// Of the two places before and behind a CR that is not counted, it is the one before.
  func place(of offset: Int) -> TextOffset? {
    guard offset >= 0, offset <= count else { return nil }
    let index = checkpoints.partitioningIndex { $0.count >= offset }
    // The offset before which the first checkpoint stands may be that of a byte order mark.
    guard index > 0 || checkpoints[0].count == offset else { return nil }
    let start = checkpoints[max(0, index - 1)]
    var counted = start.count
    if counted == offset { return TextOffset(start.byte) }
    var walk = Walk(text, reading, from: TextOffset(start.byte))
    while let (place, width) = walk.next() {
      if counted == offset { return place }
      if counted > offset { return nil }
      counted += width
    }
    return counted == offset ? text.end : nil
  }

  /// The span between two offsets, or `nil` where there is none or it is empty.
  func span(_ start: Int, _ end: Int) -> TextSpan? {
    guard start < end, let lower = place(of: start), let upper = place(of: end), lower < upper
    else { return nil }
    return TextSpan(lower, upper)
  }
}

/// Goes through the scalars of a text with their widths.
private struct Walk {
  private var scalars: PlacedScalars
  private var following: PlacedScalar?
  private var isAfterReturn: Bool
  private let reading: OffsetReading

  init(_ text: DecodedText, _ reading: OffsetReading, from start: TextOffset) {
    scalars = text.scalars(in: TextSpan(start, text.end))
    following = scalars.next()
    isAfterReturn = text.scalar(before: start)?.value == 0x0D
    self.reading = reading
  }

  mutating func next() -> (TextOffset, width: Int)? {
    guard let scalar = following else { return nil }
    following = scalars.next()
    defer { isAfterReturn = scalar.value == 0x0D }
    var width = reading.unit.width(of: scalar.value)
    switch reading.lineEnds {
    case .asWritten: break
    case .single: if scalar.value == 0x0D, following?.value == 0x0A { width = 0 }
    case .double: if scalar.value == 0x0A, !isAfterReturn { width = 2 }
    }
    return (scalar.offset, width)
  }
}
