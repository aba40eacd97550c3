import Annotations

/// Which documents of several catalogues are copies of one another.
///
/// Copies that a catalogue knows are one here, too; they are one with those of an earlier catalogue that have the
/// same words, or else with those that they resemble most. Two of the first catalogue that are none stay two.
struct SharedCopies {
  /// Documents of a catalogue that are copies of one another: its number, and their `alike`.
  struct Group: Hashable, Comparable {
    var catalogue: Int
    var alike: Int64

    static func < (one: Group, other: Group) -> Bool {
      (one.catalogue, one.alike) < (other.catalogue, other.alike)
    }
  }

  /// A document by the number of its catalogue and its row there.
  private struct Row: Hashable {
    var catalogue: Int
    var id: Int64
  }

  /// The most documents that one is compared with.
  private static let mostCompared = 64

  private var originals: [Group: Group] = [:]
  private var copies: [Group: [Group]] = [:]

  /// The copies in `catalogues`.
  ///
  /// - Parameters:
  ///   - catalogues: in which they are looked for; of one alone nothing has to be asked.
  ///   - count: where only so many of the newest documents of each are looked at; then the same words alone tell
  ///     copies, which takes a moment.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the documents.
  init(of catalogues: [Catalogue], newest count: Int? = nil) throws(StoreError) {
    guard catalogues.count > 1 else { return }
    var known: [String: Group] = [:]
    for (number, catalogue) in catalogues.enumerated() {
      let rows = try catalogue.foldedHashes(atMost: count ?? .max)
      for row in rows {
        if let group = known[row.folded] {
          join(Group(catalogue: number, alike: row.alike), to: group)
        }
      }
      for row in rows where known[row.folded] == nil {
        known[row.folded] = self[row.alike, in: number]
      }
    }
    if count == nil { try joinAlike(catalogues) }
  }

  /// What the documents with this number in `alike` share with their copies in all catalogues.
  subscript(alike: Int64, in catalogue: Int) -> Group {
    let group = Group(catalogue: catalogue, alike: alike)
    return originals[group] ?? group
  }

  /// All that are one with `group`, itself among them.
  func all(of group: Group) -> [Group] { [group] + (copies[group] ?? []) }

  private mutating func join(_ group: Group, to original: Group) {
    guard originals[group] == nil, group != original else { return }
    originals[group] = original
    copies[original, default: []].append(group)
  }

  /// Joins what has not the same words, but nearly so.
  private mutating func joinAlike(_ catalogues: [Catalogue]) throws(StoreError) {
    var groups: [Row: Group] = [:]
    var bands: [(hash: Int64, row: Row)] = []
    for (number, catalogue) in catalogues.enumerated() {
      for (id, alike) in try catalogue.liveDocuments() {
        groups[Row(catalogue: number, id: id)] = Group(catalogue: number, alike: alike)
      }
      bands += try catalogue.bands().map { ($0.hash, Row(catalogue: number, id: $0.document)) }
    }
    bands.sort { ($0.hash, $0.row.catalogue, $0.row.id) < ($1.hash, $1.row.catalogue, $1.row.id) }
    var sketches: [Row: String] = [:]
    func sketch(_ row: Row) throws(StoreError) -> String {
      if let known = sketches[row] { return known }
      let sketch = try catalogues[row.catalogue].sketch(of: row.id) ?? ""
      sketches[row] = sketch
      return sketch
    }
    let pairs = pairs(bands, groups)
    for row in pairs.keys.sorted(by: { ($0.catalogue, $0.id) < ($1.catalogue, $1.id) }) {
      guard let group = groups[row], originals[group] == nil else { continue }
      var best: (resemblance: Double, group: Group)?
      for other in pairs[row] ?? [] {
        guard let place = groups[other] else { continue }
        let resemblance = TextSketch.resemblance(try sketch(row), try sketch(other))
        let found = (resemblance, self[place.alike, in: place.catalogue])
        if resemblance >= TextSketch.threshold,
          best.map({ (found.0, $0.group) > ($0.resemblance, found.1) }) ?? true
        {
          best = found
        }
      }
      if let best { join(group, to: best.group) }
    }
  }

  /// The documents of earlier catalogues that those may be copies of that are not joined yet.
  private func pairs(
    _ bands: [(hash: Int64, row: Row)], _ groups: [Row: Group]
  ) -> [Row: Set<Row>] {
    var pairs: [Row: Set<Row>] = [:]
    var first = bands.startIndex
    for place in bands.indices {
      if bands[place].hash != bands[first].hash { first = place }
      let row = bands[place].row
      guard bands[first].row.catalogue < row.catalogue, let group = groups[row],
        originals[group] == nil
      else { continue }
      for other in bands[first..<place].prefix(Self.mostCompared)
      where other.row.catalogue < row.catalogue && groups[other.row] != nil {
        guard pairs[row]?.count ?? 0 < Self.mostCompared else { break }
        pairs[row, default: []].insert(other.row)
      }
    }
    return pairs
  }
}

extension Catalogue {
  /// The hashes of the folded words of the newest documents.
  fileprivate func foldedHashes(
    atMost count: Int
  ) throws(StoreError) -> [(folded: String, alike: Int64)] {
    try database.rows(
      "SELECT folded, alike FROM document WHERE live ORDER BY time DESC, id DESC LIMIT ?",
      [.integer(Int64(count))]
    ) { ($0.text(0) ?? "", $0.integer(1)) }
  }

  fileprivate func liveDocuments() throws(StoreError) -> [(id: Int64, alike: Int64)] {
    try database.rows("SELECT id, alike FROM document WHERE live") {
      ($0.integer(0), $0.integer(1))
    }
  }

  fileprivate func bands() throws(StoreError) -> [(hash: Int64, document: Int64)] {
    try database.rows("SELECT hash, document FROM band") { ($0.integer(0), $0.integer(1)) }
  }

  fileprivate func sketch(of document: Int64) throws(StoreError) -> String? {
    try database.rows(
      "SELECT sketch FROM sketch WHERE document = ?", [.integer(document)]
    ) { $0.text(0) }.first ?? nil
  }
}
