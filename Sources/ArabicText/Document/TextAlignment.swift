/// The passages that two versions of a text have in common.
///
/// Whole lines are compared first, then the words between the lines that were kept. Of both, what
/// the versions begin and end with counts, then what ``UnitMatching`` finds between. A passage of a few
/// words that stands alone between changes is left out: it may be another that looks alike.
struct TextAlignment: Sendable {
  /// Bytes that stand in both versions.
  struct Block: Sendable {
    var old: Int
    var new: Int
    var count: Int

    var oldEnd: Int { old + count }
    var newEnd: Int { new + count }
  }

  /// The passages that were kept, in the order of the old text.
  let blocks: [Block]
  /// The bytes that both versions begin with.
  let prefix: Int
  /// The bytes that both end with, none of them in the prefix.
  let suffix: Int

  /// The longest changed part whose lines are compared, in bytes; of a longer one only the ends are.
  private static let longestForLines = 32 << 20
  /// The longest changed part whose words are compared, in bytes.
  private static let longestForWords = 1 << 20

  /// Compares `old` with `new`.
  ///
  /// - Complexity: O(*n*) in the length of both, O(*n* log *n*) in the number of passages.
  init(from old: DecodedText, to new: DecodedText) {
    (blocks, prefix, suffix) = old.withUTF8 { old in
      new.withUTF8 { new in
        let whole = ChangedPart(of: old, new)
        let prefix = whole.commonPrefix
        let suffix = min(whole.commonSuffix, min(old.count, new.count) - prefix)
        let lines = whole.joined(Self.lines(of: whole))
        let words = whole.parts(between: lines).flatMap(Self.words(of:))
        return (whole.joined(lines + words), prefix, suffix)
      }
    }
  }

  /// Where the byte `lower` stands in the new version, if it and all up to `upper` were kept together.
  ///
  /// - Complexity: O(log *n*).
  func offset(of lower: Int, through upper: Int) -> Int? {
    let next = blocks.partitioningIndex { $0.old > lower }
    // Where two passages meet, what is asked about lies in the later or, if it is empty, in either.
    for block in blocks[max(0, next - 2)..<next].reversed() where lower <= block.oldEnd {
      if upper <= block.oldEnd { return block.new + lower - block.old }
    }
    return nil
  }

  /// The lines of `part` that were kept.
  private static func lines(of part: ChangedPart) -> [Block] {
    let ends = part.ends(at: ChangedPart.isLineEdge)
    let rest = part.between(ends)
    guard rest.length <= longestForLines else { return part.blocks(of: ends) }
    let runs = UnitMatching(rest, units: rest.lines).runs
    return part.blocks(of: ends) + runs.filter(part.isEvident).joined()
  }

  /// The words of `part` that were kept.
  private static func words(of part: ChangedPart) -> [Block] {
    var ends = part.ends(at: ChangedPart.isWordEdge)
    let rest = part.between(ends)
    // Where most is as it was, or something was only put in, no more evidence is needed.
    let kept = ends.first + ends.last
    if kept < part.oldRange.count, 2 * kept < part.length {
      if !part.isEvident(first: ends.first) { ends.first = 0 }
      if !part.isEvident(last: ends.last) { ends.last = 0 }
    }
    guard rest.length <= longestForWords else { return part.blocks(of: ends) }
    let runs = UnitMatching(rest, units: rest.words).runs
    return part.blocks(of: ends) + runs.filter(part.isEvident).joined()
  }
}
