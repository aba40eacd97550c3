/// A part of two versions of a text that is still to be compared.
///
/// Holds pointers into both, so it lives only as long as they are lent.
struct ChangedPart {
  typealias Block = TextAlignment.Block
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let old: Bytes
  let new: Bytes
  let oldRange: Range<Int>
  let newRange: Range<Int>
  /// The passages that were kept directly before and after it.
  private let before, after: Block

  /// The least scalars that tell a passage from others, as in the anchors of annotations.
  private static let leastEvidence = 24

  /// All of both versions.
  init(of old: Bytes, _ new: Bytes) {
    self.init(
      old, new, from: Block(old: 0, new: 0, count: 0),
      to: Block(old: old.count, new: new.count, count: 0))
  }

  /// What lies between two passages that were kept.
  private init(_ old: Bytes, _ new: Bytes, from before: Block, to after: Block) {
    self.old = old
    self.new = new
    self.before = before
    self.after = after
    oldRange = before.oldEnd..<after.old
    newRange = before.newEnd..<after.new
  }

  /// The bytes of the longer version.
  var length: Int { max(oldRange.count, newRange.count) }

  /// The bytes that both versions begin with.
  var commonPrefix: Int {
    let shorter = min(oldRange.count, newRange.count)
    var count = 0
    while count < shorter, old[oldRange.lowerBound + count] == new[newRange.lowerBound + count] {
      count += 1
    }
    return count
  }

  /// The bytes that both versions end with, those of the prefix included.
  var commonSuffix: Int {
    let shorter = min(oldRange.count, newRange.count)
    var count = 0
    while count < shorter,
      old[oldRange.upperBound - count - 1] == new[newRange.upperBound - count - 1]
    {
      count += 1
    }
    return count
  }

  /// How many bytes both versions begin and end with, up to what is an edge in both.
  ///
  /// Where something was taken out between two like passages, nobody knows which of the two is left:
  /// neither counts.
  func ends(at isEdge: (Bytes, Int) -> Bool) -> (first: Int, last: Int) {
    var first = edge(first: commonPrefix, isEdge)
    if first == oldRange.count { return (first, 0) }
    let last = edge(last: commonSuffix, isEdge)
    let shared = first + last - min(oldRange.count, newRange.count)
    guard shared > 0 else { return (first, last) }
    if newRange.count < oldRange.count { first = edge(first: first - shared, isEdge) }
    return (first, edge(last: last - shared, isEdge))
  }

  private func edge(first: Int, _ isEdge: (Bytes, Int) -> Bool) -> Int {
    var first = first
    while first > 0,
      !isEdge(old, oldRange.lowerBound + first)
        || !isEdge(new, newRange.lowerBound + first)
    {
      first -= 1
    }
    return first
  }

  private func edge(last: Int, _ isEdge: (Bytes, Int) -> Bool) -> Int {
    var last = last
    while last > 0,
      !isEdge(old, oldRange.upperBound - last)
        || !isEdge(new, newRange.upperBound - last)
    {
      last -= 1
    }
    return last
  }

  /// What both versions begin and end with.
  func blocks(of ends: (first: Int, last: Int)) -> [Block] {
    let first = Block(old: oldRange.lowerBound, new: newRange.lowerBound, count: ends.first)
    let last = Block(
      old: oldRange.upperBound - ends.last, new: newRange.upperBound - ends.last, count: ends.last)
    return [first, last].filter { $0.count > 0 }
  }

  /// The part between what both versions begin and end with.
  func between(_ ends: (first: Int, last: Int)) -> ChangedPart {
    let first = Block(old: oldRange.lowerBound, new: newRange.lowerBound, count: ends.first)
    let last = Block(
      old: oldRange.upperBound - ends.last, new: newRange.upperBound - ends.last, count: ends.last)
    return ChangedPart(old, new, from: first, to: last)
  }

  /// Whether the units of `run` together are enough to tell them from others that look alike.
  func isEvident(_ run: [Block]) -> Bool {
    var scalars = 0
    for block in run {
      scalars += count(block, upTo: Self.leastEvidence - scalars)
      if scalars >= Self.leastEvidence { return true }
    }
    return false
  }

  /// Whether the `first` bytes are, with what was kept before them.
  func isEvident(first: Int) -> Bool {
    isEvident([before, Block(old: oldRange.lowerBound, new: newRange.lowerBound, count: first)])
  }

  /// Whether the `last` bytes are, with what was kept after them.
  func isEvident(last: Int) -> Bool {
    let start = (oldRange.upperBound - last, newRange.upperBound - last)
    return isEvident([after, Block(old: start.0, new: start.1, count: last)])
  }

  /// The scalars of `block`, counted up to `limit`.
  private func count(_ block: Block, upTo limit: Int) -> Int {
    var scalars = 0
    var position = block.old
    while position < block.oldEnd, scalars < limit {
      if old[position] & 0xC0 != 0x80 { scalars += 1 }
      position += 1
    }
    return scalars
  }
}

extension ChangedPart {
  /// The passages in the order of the old text, those that follow each other in both versions as one.
  func joined(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    for block in blocks.sorted(by: { $0.old < $1.old }) {
      if let last = joined.last, follows(block, last) {
        joined[joined.count - 1].count = block.oldEnd - last.old
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  /// Whether the same bytes, or none, stand between `last` and `block` in both versions.
  private func follows(_ block: Block, _ last: Block) -> Bool {
    let between = block.old - last.oldEnd
    guard between >= 0, block.new - last.newEnd == between else { return false }
    return (0..<between).allSatisfy { old[last.oldEnd + $0] == new[last.newEnd + $0] }
  }

  /// The parts between `blocks`, which are sorted by the old text, and before and after them; none
  /// where something else was moved to between two of them.
  func parts(between blocks: [Block]) -> [ChangedPart] {
    let start = Block(old: oldRange.lowerBound, new: newRange.lowerBound, count: 0)
    let end = Block(old: oldRange.upperBound, new: newRange.upperBound, count: 0)
    let all = [start] + blocks + [end]
    let order = all.indices.sorted { (all[$0].new, $0) < (all[$1].new, $1) }
    return zip(order, order.dropFirst()).compactMap { index, next in
      guard next == index + 1 else { return nil }
      let part = ChangedPart(old, new, from: all[index], to: all[next])
      return part.oldRange.isEmpty || part.newRange.isEmpty ? nil : part
    }
  }
}
