/// Which names were joined with which, so that a separation takes back no more than it says.
///
/// A forest: two names that were of one already are not linked again, so that there is one way between two.
struct NameLinks: Hashable, Sendable {
  private struct Link: Hashable, Sendable {
    var name: String
    /// Which of all that was said has made it.
    var time: Int
  }

  private var links: [String: [Link]] = [:]

  /// Links the first of `names` with all others, as what was said at `time`.
  mutating func join(_ names: [String], at time: Int) {
    for name in names.dropFirst() where path(from: names[0], to: name) == nil {
      link(names[0], name, at: time)
    }
  }

  /// Takes `name` away; those whom it has joined stay of one.
  mutating func leave(_ name: String) {
    let others = links.removeValue(forKey: name) ?? []
    for other in others { links[other.name]?.removeAll { $0.name == name } }
    for (one, other) in zip(others, others.dropFirst()) {
      link(one.name, other.name, at: max(one.time, other.time))
    }
  }

  /// Parts `name` from each of `others`: of the links between them the last that was made goes; of several made at
  /// once that of a name of one word, which is the one that is in doubt, or else that of the other name.
  mutating func part(_ name: String, from others: [String]) {
    var ways = Dictionary(
      grouping: others.compactMap { path(from: name, to: $0) }.filter { !$0.isEmpty },
      by: { $0[0].name })
    // One link may part it from several.
    for first in ways.keys.sorted() {
      guard var way = ways.removeValue(forKey: first) else { continue }
      let common = way.removeFirst()
      let length = way.reduce(common.count) { length, other in
        min(length, zip(common, other).prefix { $0.name == $1.name }.count)
      }
      cut([Link(name: name, time: 0)] + common[..<length])
    }
  }

  /// All that are of one with `name`, itself among them.
  func all(with name: String) -> Set<String> {
    var found: Set = [name]
    var open = [name]
    while let next = open.popLast() {
      for link in links[next] ?? [] where found.insert(link.name).inserted {
        open.append(link.name)
      }
    }
    return found
  }

  private mutating func link(_ one: String, _ other: String, at time: Int) {
    links[one, default: []].append(Link(name: other, time: time))
    links[other, default: []].append(Link(name: one, time: time))
  }

  /// Cuts the way over these names, each with the link that leads to it.
  private mutating func cut(_ way: [Link]) {
    let last = way.dropFirst().map(\.time).max() ?? 0
    let links = (1..<way.count).filter { way[$0].time == last }
    let isOneWord = { (name: String) in !name.contains(" ") }
    let place = links.first { isOneWord(way[$0 - 1].name) } ?? links.last
    guard let place else { return }
    let (one, other) = (way[place - 1].name, way[place].name)
    self.links[one]?.removeAll { $0.name == other }
    self.links[other]?.removeAll { $0.name == one }
  }

  /// The links on the way from `start` to `end`; `nil` where there is none.
  private func path(from start: String, to end: String) -> [Link]? {
    var before: [String: (name: String, link: Link)] = [:]
    var open = [start]
    while let next = open.popLast(), next != end {
      for link in links[next] ?? [] where link.name != start && before[link.name] == nil {
        before[link.name] = (next, link)
        open.append(link.name)
      }
    }
    var path: [Link] = []
    var name = end
    while name != start {
      guard let step = before[name] else { return nil }
      path.append(step.link)
      name = step.name
    }
    return path.reversed()
  }
}
