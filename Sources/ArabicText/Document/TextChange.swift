import Glibc

/// What became of a text: carries places and passages of one version over to the next.
///
/// Both versions are aligned once (``TextAlignment``); what is asked then is looked up. A passage is
/// carried over only where its own bytes stand again, in a context that leaves no doubt; a place
/// always leads somewhere, at worst to where the changed part ends.
package struct TextChange: Sendable {
  /// The text before and after.
  package let old, new: DecodedText
  private let alignment: TextAlignment

  /// Compares `old` with `new`.
  ///
  /// - Complexity: O(*n*) in the length of both.
  package init(from old: DecodedText, to new: DecodedText) {
    self.old = old
    self.new = new
    alignment = TextAlignment(from: old, to: new)
  }

  /// Where the words at `span` stand in the new version, or `nil` where they are gone or changed, or
  /// where nothing tells which of several copies they became.
  ///
  /// The span that is given holds the same bytes as before, lies inside the new text and ends
  /// between scalars. A word that has become longer or has got a mark counts as changed. An empty
  /// span is a place: it is given where what stood on one side of it is still there.
  ///
  /// - Returns: `nil`, too, for a span that lies outside the old text or cuts a scalar of it.
  /// - Complexity: O(log *n*) in the number of passages that were kept.
  package func span(_ span: TextSpan) -> TextSpan? {
    guard old.contains(span) else { return nil }
    guard let lower = alignment.offset(of: span.lower.utf8, through: span.upper.utf8) else {
      return nil
    }
    let found = TextSpan(utf8: lower..<lower + span.utf8Count)
    return new.contains(found) ? found : nil
  }

  /// Whether all of the old version stands at the start of the new one.
  package var onlyAppends: Bool { alignment.prefix == old.utf8Count }

  /// Whether the bytes at `span` of the new version stand nowhere else in it.
  ///
  /// - Complexity: O(*n*) in the length of the new version.
  package func isOnlyCopy(_ span: TextSpan) -> Bool {
    guard !span.isEmpty, new.contains(span) else { return true }
    return new.withUTF8 { new in
      let needle = UnsafeBufferPointer(rebasing: new[span.utf8])
      var start = 0
      while let place = Self.first(needle, in: new, from: start) {
        if place != span.lower.utf8 { return false }
        start = place + 1
      }
      return true
    }
  }

  private static func first(
    _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = text.baseAddress, let pattern = needle.baseAddress else { return nil }
    var start = start
    while start + needle.count <= text.count {
      let reach = text.count - needle.count - start + 1
      guard let found = memchr(base + start, Int32(needle[0]), reach) else { return nil }
      start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      if memcmp(base + start, pattern, needle.count) == 0 { return start }
      start += 1
    }
    return nil
  }

  /// Where what stood at `offset` stands in the new version: always inside it and between scalars.
  ///
  /// In a passage that was kept that is certain. Elsewhere it is where the line of `offset` stands
  /// again, the copy that is nearest; else the words around `offset`; else as far into the changed
  /// part, or to its end.
  ///
  /// - Complexity: O(log *n*) in a passage that was kept, else O(*n*) in the bytes between the first
  ///   difference and the last.
  package func offset(_ offset: TextOffset) -> TextOffset {
    let position = min(max(0, offset.utf8), old.utf8Count)
    if let kept = alignment.offset(of: position, through: position) { return boundary(kept) }
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
    return boundary(min(position, new.utf8Count - alignment.suffix))
  }

  /// The bytes of `line` near `position`, which may be that of its line break.
  private func around(_ position: Int, in line: TextSpan) -> TextSpan {
    let lower = max(line.lower.utf8, position - 24)
    return TextSpan(utf8: lower..<max(lower, position, min(line.upper.utf8, position + 24)))
  }

  /// Where the bytes of `span` stand in the changed part of the new version, nearest to `position`.
  private func find(_ span: TextSpan, near position: Int) -> Int? {
    old.withUTF8 { old in
      new.withUTF8 { new in
        let needle = UnsafeBufferPointer(rebasing: old[span.utf8])
        let last = new.count - alignment.suffix - needle.count
        // A line may reach into what both have in common.
        var start = max(0, alignment.prefix - needle.count)
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
    new.scalarBoundary(atOrBefore: TextOffset(min(max(0, position), new.utf8Count)))
  }
}
