import ArabicText

/// A text with LF for every line break and without a byte order mark, and the way back.
struct LineEndMap {
  /// The bytes that are left.
  private(set) var bytes: [UInt8] = []
  /// The places of the bytes that were taken out, in order.
  private var removed: [Int] = []

  init(_ text: DecodedText) {
    text.withUTF8 { source in
      bytes.reserveCapacity(source.count)
      var place = 0
      if source.starts(with: [0xEF, 0xBB, 0xBF]) {
        removed = [0, 1, 2]
        place = 3
      }
      while place < source.count {
        let byte = source[place]
        if byte == 0x0D, place + 1 < source.count, source[place + 1] == 0x0A {
          removed.append(place)
        } else {
          bytes.append(byte == 0x0D ? 0x0A : byte)
        }
        place += 1
      }
    }
  }

  /// The place here of a place of the text.
  func place(of offset: TextOffset) -> Int {
    offset.utf8 - removed.partitioningIndex { $0 >= offset.utf8 }
  }

  /// The place in the text of a place here; the one before a CR that was taken out.
  func offset(of place: Int) -> TextOffset {
    var low = 0
    var high = removed.count
    // The bytes taken out before it: the i-th stands at removed[i] − i here.
    while low < high {
      let middle = (low + high) / 2
      if removed[middle] - middle < place { low = middle + 1 } else { high = middle }
    }
    return TextOffset(place + low)
  }

  /// The bytes without white space at both ends.
  var trimmed: Range<Int> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return 0..<0 }
    return first..<last + 1
  }
}
