import ArabicAnalysis

/// Which names are of one in all articles, and which are not, as the person says.
///
/// It is made of what was said one after another: a later entry goes before an earlier one. Names are told apart
/// by their folded words, so that the spelling does not matter.
package struct SameNames: Hashable, Sendable {
  /// What was said at one time.
  package struct Entry: Hashable, Sendable {
    /// What is said of the names.
    package enum Kind: String, Hashable, Sendable {
      /// They are of one.
      case same
      /// The first is of nobody whom one of the others names; alone, of nobody who has another name.
      case other
    }

    /// What is said.
    package var kind: Kind
    /// The names, one at least, as they were written; of ``Kind/same`` two at least.
    package var names: [String]

    /// What `kind` says of `names`.
    ///
    /// - Returns: `nil` where one of them has no letter or digit, or there are too few or too many.
    package init?(_ kind: Kind, _ names: [String]) {
      guard names.count >= (kind == .same ? 2 : 1), names.count <= SameNames.mostNames,
        names.allSatisfy({ !NameWords.wanted($0).isEmpty })
      else { return nil }
      (self.kind, self.names) = (kind, names.map(Self.column))
    }

    /// The words of `name` in one column, which `#` would begin a comment in.
    private static func column(_ name: String) -> String {
      let words = name.unicodeScalars.split {
        $0.properties.isWhitespace || $0.properties.generalCategory == .control
      }
      return String(words.map { String($0) }.joined(separator: " ").drop { $0 == "#" || $0 == " " })
    }
  }

  /// How many of `names` are told apart here.
  package static func different(_ names: [String]) -> Int { Set(names.map(NameWords.wanted)).count }

  /// The most names that one entity has, or that are told apart from it.
  package static let mostNames = 100

  /// The names of one, the first that was said first.
  package private(set) var groups: [[String]] = []
  private var places: [String: Int] = [:]
  private var apart: [String: Set<String>] = [:]
  private var links = NameLinks()

  /// Nothing.
  package init() {}

  /// What `entries` come to, in their order.
  ///
  /// - Complexity: O(*n*) in the names.
  package init(_ entries: [Entry]) {
    for (time, entry) in entries.enumerated() { take(entry, at: time) }
    // What was said is known now.
    links = NameLinks()
    groups.removeAll(where: \.isEmpty)
    for (place, group) in groups.enumerated() {
      for name in group { places[NameWords.wanted(name)] = place }
    }
    for (name, place) in places {
      for other in NameSpellings.others(of: name)
      where places[other] == nil && apart[name]?.contains(other) != true {
        places[other] = place
      }
    }
  }

  /// Whether nothing was said.
  package var isEmpty: Bool { groups.isEmpty && apart.isEmpty }

  /// All names of who is called `name`, the one to be shown first; `name` alone where nothing was said.
  package func names(of name: String) -> [String] {
    // Nearly always nothing was said, and the names of a library are many.
    if places.isEmpty { return [name] }
    return places[NameWords.wanted(name)].map { groups[$0] } ?? [name]
  }

  /// What who is called `name` is shown as.
  package func shown(_ name: String) -> String { names(of: name).first ?? name }

  /// The folded names that are told apart from `name`.
  func told(apartFrom name: String) -> Set<String> {
    apart.isEmpty ? [] : apart[NameWords.wanted(name)] ?? []
  }

  private mutating func take(_ entry: Entry, at time: Int) {
    let keys = entry.names.map(NameWords.wanted)
    switch entry.kind {
    case .same: join(entry.names, keys, at: time)
    case .other:
      if keys.count == 1 { leave(keys[0]) } else { part(keys[0], from: Array(keys.dropFirst())) }
      for key in keys.dropFirst() where key != keys[0] {
        apart[keys[0], default: []].insert(key)
        apart[key, default: []].insert(keys[0])
      }
    }
  }

  private mutating func join(_ names: [String], _ keys: [String], at time: Int) {
    for key in keys where isTakenOver(key, by: keys) { leave(key) }
    links.join(keys, at: time)
    var joined: [String] = []
    var seen: Set<String> = []
    for (name, key) in zip(names, keys) {
      let group = places[key].map { groups[$0] } ?? [name]
      if let place = places[key] { groups[place] = [] }
      for name in group where seen.insert(NameWords.wanted(name)).inserted { joined.append(name) }
    }
    joined = Array(joined.prefix(Self.mostNames))
    groups.append(joined)
    for name in joined {
      let key = NameWords.wanted(name)
      places[key] = groups.count - 1
      if let others = apart[key] { apart[key] = others.subtracting(seen) }
    }
    apart = apart.filter { !$0.value.isEmpty }
  }

  /// Whether `key` is one word of a longer name that it was joined with, and is joined with another one now: of two
  /// who bear the name عباس only one can be meant by it, the one who was said last.
  private func isTakenOver(_ key: String, by keys: [String]) -> Bool {
    guard let place = places[key], !key.contains(" ") else { return false }
    let known = groups[place].map(NameWords.wanted)
    let isHeld = { (name: String) in name != key && name.split(separator: " ").contains(key[...]) }
    return known.contains(where: isHeld)
      && keys.contains { isHeld($0) && !known.contains($0) }
  }

  /// Who is told apart from somebody else stays with those who are of one with him.
  private mutating func part(_ key: String, from others: [String]) {
    guard let place = places[key] else { return }
    links.part(key, from: others.filter { places[$0] == place })
    spread(place)
  }

  private mutating func leave(_ key: String) {
    links.leave(key)
    if let place = places[key] { spread(place) }
  }

  /// Makes groups of those in the group at `place` who are of one still; who has one name alone is no group.
  private mutating func spread(_ place: Int) {
    var left = groups[place]
    groups[place] = []
    while let first = left.first {
      let all = links.all(with: NameWords.wanted(first))
      let group = left.filter { all.contains(NameWords.wanted($0)) }
      left.removeAll { all.contains(NameWords.wanted($0)) }
      for name in group {
        places[NameWords.wanted(name)] = group.count > 1 ? groups.count : nil
      }
      if group.count > 1 { groups.append(group) }
    }
  }
}
