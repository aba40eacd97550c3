import Glibc

extension ChangedPart {
  /// Where the content of a line begins or ends.
  static func isLineEdge(_ bytes: Bytes, _ position: Int) -> Bool {
    guard position > 0, position < bytes.count else { return true }
    if bytes[position - 1] == 0x0A || bytes[position] == 0x0A { return true }
    return bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
  }

  /// Where a word, a sign or white space begins; never before a mark.
  static func isWordEdge(_ bytes: Bytes, _ position: Int) -> Bool {
    guard position > 0, position < bytes.count else { return true }
    guard bytes[position] & 0xC0 != 0x80 else { return false }
    let after = Part(decodeScalar(bytes, at: position).value)
    if after == .mark { return false }
    var start = position - 1
    while start > 0, start > position - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = decodeScalar(bytes, at: start)
    let before = Part(start + length == position ? value : 0xFFFD)
    return after != .letter || before == .space || before == .sign
  }

  /// What a scalar is to a word.
  private enum Part {
    case letter, mark, sign, space

    init(_ scalar: UInt32) {
      let properties = ScalarProperties(scalar)
      if properties.isMark || scalar == 0x200C || scalar == 0x200D {
        self = .mark
      } else if properties.isLetter || properties.isDigit || scalar == 0x640 {
        self = .letter
      } else {
        self = properties.isSpace ? .space : .sign
      }
    }
  }

  /// The lines in `range` of `bytes` that are not empty, without their breaks.
  func lines(_ bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = range.upperBound
      if let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, end - start) {
        end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      }
      let hasReturn = end > start && bytes[end - 1] == 0x0D
      let content = start..<(hasReturn ? end - 1 : end)
      if !content.isEmpty { lines.append(content) }
      start = end + 1
    }
    return lines
  }

  /// The words and signs in `range` of `bytes`, with their marks.
  func words(_ bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
    let window = Bytes(rebasing: bytes[0..<range.upperBound])
    var words: [Range<Int>] = []
    var open: Part?
    var position = range.lowerBound
    while position < window.count {
      let (value, length) = decodeScalar(window, at: position)
      let part = Part(value)
      let goesOn = part == .mark && open != nil || part == .letter && open == .letter
      if goesOn, let last = words.popLast() {
        words.append(last.lowerBound..<position + length)
      } else if part != .space {
        words.append(position..<position + length)
        open = part == .mark ? .letter : part
      } else {
        open = nil
      }
      position += length
    }
    return words
  }
}
