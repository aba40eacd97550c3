/// What two versions of a text have in common at both ends, by which places are carried over.
public struct TextChange: Sendable {
  private let old: DecodedText
  private let new: DecodedText
  /// The bytes that both begin with.
  private let prefix: Int
  /// The bytes that both end with, none of them in the prefix.
  private let suffix: Int

  /// Compares `old` with `new`.
  ///
  /// - Complexity: O(*n*) in the bytes that they have in common.
  public init(from old: DecodedText, to new: DecodedText) {
    self.old = old
    self.new = new
    (prefix, suffix) = old.withUTF8 { one in
      new.withUTF8 { other in
        let shorter = min(one.count, other.count)
        var prefix = 0
        while prefix < shorter, one[prefix] == other[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < shorter - prefix,
          one[one.count - suffix - 1] == other[other.count - suffix - 1]
        {
          suffix += 1
        }
        return (prefix, suffix)
      }
    }
  }

  /// Where what stood at `offset` stands in the new version.
  ///
  /// Before the first and after the last difference that is certain. Between them it is where the
  /// line of `offset` stands again, the copy that is nearest; else the words around `offset`; else
  /// as far into the changed part, or to its end.
  ///
  /// - Complexity: O(*n*) in the bytes between the differences.
  public func offset(_ offset: TextOffset) -> TextOffset {
    let position = min(max(0, offset.utf8), old.utf8Count)
    if position < prefix || position == 0 { return boundary(position) }
    if old.utf8Count - position <= suffix {
      return boundary(new.utf8Count - (old.utf8Count - position))
    }
    let line = old.paragraph(at: TextOffset(position)).content
    let near = around(position, in: line)
    let reaches = [
      (line, 1), (near, 12), (TextSpan(TextOffset(position), near.upper), 12),
      (TextSpan(near.lower, TextOffset(position)), 12),
    ]
    for (reach, least) in reaches where reach.utf8Count >= least {
      if let found = find(reach, near: position) {
        return boundary(found + position - reach.lower.utf8)
      }
    }
    return boundary(min(position, new.utf8Count - suffix))
  }

  /// The bytes of `line` near `position`.
  private func around(_ position: Int, in line: TextSpan) -> TextSpan {
    let lower = max(line.lower.utf8, position - 24)
    return TextSpan(utf8: lower..<max(lower, min(line.upper.utf8, position + 24)))
  }

  /// Where the bytes of `span` stand in the changed part of the new version, nearest to `position`.
  private func find(_ span: TextSpan, near position: Int) -> Int? {
    old.withUTF8 { old in
      new.withUTF8 { new in
        let needle = UnsafeBufferPointer(rebasing: old[span.utf8])
        let last = new.count - suffix - needle.count
        // A line may reach into what both have in common.
        var start = max(0, prefix - needle.count)
        let end = min(new.count - needle.count, last + needle.count)
        var best: Int?
        while start <= end {
          if new[start] == needle[0],
            UnsafeBufferPointer(rebasing: new[start..<start + needle.count])
              .elementsEqual(needle)
          {
            if let known = best, abs(known - position) <= abs(start - position) { break }
            best = start
          }
          start += 1
        }
        return best
      }
    }
  }

  /// The start of the scalar at `position`.
  private func boundary(_ position: Int) -> TextOffset {
    new.withUTF8 { bytes in
      var index = min(max(0, position), bytes.count)
      while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
      return TextOffset(index)
    }
  }
}
