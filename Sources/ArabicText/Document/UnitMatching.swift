/// Finds the units, lines or words, that two versions of a text have in common, wherever they stand.
///
/// Units that stand once in each version are the same; from them on, neighbours that are alike are the
/// same, too. Of what two old units could have become, neither has.
///
/// Method: Heckel, *A technique for isolating differences between files* (1978).
///
/// - Complexity: O(*n*) in the bytes of both versions.
struct UnitMatching {
  typealias Block = TextAlignment.Block

  private struct Unit {
    var range: Range<Int>
    var hash: UInt64
  }

  private let part: ChangedPart
  private let old: [Unit]
  private let new: [Unit]

  /// Compares the units into which `units` divides both versions of `part`.
  init(_ part: ChangedPart, units: (ChangedPart.Bytes, Range<Int>) -> [Range<Int>]) {
    self.part = part
    old = units(part.old, part.oldRange).map { Unit(range: $0, hash: Self.hash(part.old, $0)) }
    new = units(part.new, part.newRange).map { Unit(range: $0, hash: Self.hash(part.new, $0)) }
  }

  /// The units that were kept, those in one array that follow each other in both versions.
  var runs: [[Block]] {
    var runs: [[Block]] = []
    var expected: Int?
    for (index, partner) in partners.enumerated() {
      if let partner {
        let (range, found) = (old[index].range, new[partner].range)
        let block = Block(old: range.lowerBound, new: found.lowerBound, count: range.count)
        if partner == expected { runs[runs.count - 1].append(block) } else { runs.append([block]) }
      }
      expected = partner.map { $0 + 1 }
    }
    return runs
  }

  /// For each old unit, the new one that it became.
  private var partners: [Int?] {
    var forward = uniquePartners
    var backward = forward
    for index in old.indices.dropLast() where forward[index + 1] == nil {
      if let next = forward[index].map({ $0 + 1 }), next < new.count, isSame(index + 1, next) {
        forward[index + 1] = next
      }
    }
    for index in old.indices.dropFirst().reversed() where backward[index - 1] == nil {
      if let next = backward[index].map({ $0 - 1 }), next >= 0, isSame(index - 1, next) {
        backward[index - 1] = next
      }
    }
    var claims = Array(repeating: 0, count: new.count)
    let partners = zip(forward, backward).map { $0 ?? $1 }
    for case let partner? in partners { claims[partner] += 1 }
    return partners.map { $0.flatMap { claims[$0] == 1 ? $0 : nil } }
  }

  /// The partners of the units that stand once in each version.
  private var uniquePartners: [Int?] {
    let places = Self.uniquePlaces(new)
    var partners = [Int?](repeating: nil, count: old.count)
    for (hash, index) in Self.uniquePlaces(old) {
      guard let index, let place = places[hash], let place, isSame(index, place) else { continue }
      partners[index] = place
    }
    return partners
  }

  /// For each hash the unit that has it, `nil` where several have.
  private static func uniquePlaces(_ units: [Unit]) -> [UInt64: Int?] {
    var places = [UInt64: Int?](minimumCapacity: units.count)
    for (index, unit) in units.enumerated() {
      places[unit.hash] = .some(places[unit.hash] == nil ? index : nil)
    }
    return places
  }

  private func isSame(_ index: Int, _ place: Int) -> Bool {
    let (one, other) = (old[index], new[place])
    guard one.hash == other.hash, one.range.count == other.range.count else { return false }
    return part.old[one.range].elementsEqual(part.new[other.range])
  }

  /// FNV-1a of the bytes.
  private static func hash(_ bytes: ChangedPart.Bytes, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in range { hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3 }
    return hash
  }
}
