/// The numbers of the lists of a DOCX (ECMA-376, part 1, §17.9), which no paragraph holds: they are counted.
struct WordNumbering {
  /// A piece of what is written before an item.
  private enum Piece {
    case text(String)
    /// The number on a level from 0.
    case number(Int)

    /// The pieces of `text`, in which `%1` is the number on the first level.
    static func all(of text: String) -> [Piece] {
      var pieces: [Piece] = []
      var rest = text[...]
      while let sign = rest.firstIndex(of: "%") {
        let behind = rest.index(after: sign)
        let level = rest[behind...].first.flatMap { Int(String($0)) } ?? 0
        if level > 0 {
          if sign > rest.startIndex { pieces.append(.text(String(rest[..<sign]))) }
          pieces.append(.number(level - 1))
          rest = rest[rest.index(after: behind)...]
        } else {
          pieces.append(.text(String(rest[...sign])))
          rest = rest[behind...]
        }
      }
      return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }
  }

  /// How the items on one level of a list are numbered.
  private struct Level {
    var number = ListNumber.digits(fewest: 1)
    /// What is written.
    var form: [Piece] = []
    var start = 1
    /// Whether the numbers of all levels are written in digits.
    var isLegal = false
    /// The level from 1 behind which it begins anew; 0 for none.
    var restart: Int?
    /// The style whose paragraphs stand on it.
    var style: String?
  }

  /// A list: what its levels are, some of them its own.
  private struct List {
    var base: String
    var levels: [Int: Level]
    /// The levels that begin anew with it.
    var restarted: [Int] = []
  }

  private var lists: [String: List] = [:]
  private var counts: [String: ListCount] = [:]
  private var begun: Set<String> = []

  /// The lists of `tree`, which is `numbering.xml`; none without it.
  init(_ tree: MarkupTree? = nil) {
    guard let tree else { return }
    var bases: [String: [Int: Level]] = [:]
    var styled: [String: String] = [:]
    var links: [String: String] = [:]
    for node in tree.all("abstractNum") {
      guard let id = tree.value("abstractNumId", of: node) else { continue }
      bases[id] = Self.levels(in: node, of: tree)
      if let style = Self.value("styleLink", in: node, of: tree) { styled[style] = id }
      links[id] = Self.value("numStyleLink", in: node, of: tree)
    }
    for node in tree.all("num") {
      guard let id = tree.value("numId", of: node),
        let named = Self.value("abstractNumId", in: node, of: tree)
      else { continue }
      // A list may be that of a style.
      let base = links[named].flatMap { styled[$0] } ?? named
      var list = List(base: base, levels: bases[base] ?? [:])
      for change in tree.children(of: node) where tree.localName(of: change) == "lvlOverride" {
        guard let level = Self.number(tree.value("ilvl", of: change)), level < 9 else { continue }
        list.levels.merge(Self.levels(in: change, of: tree)) { _, own in own }
        if let start = Self.number(Self.value("startOverride", in: change, of: tree)) {
          list.levels[level, default: Level()].start = start
          list.restarted.append(level)
        }
      }
      lists[id] = list
    }
  }

  private static func levels(in node: Int, of tree: MarkupTree) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in tree.children(of: node) where tree.localName(of: child) == "lvl" {
      guard let number = number(tree.value("ilvl", of: child)), number < 9 else { continue }
      var level = Level()
      level.number = ListNumber(word: value("numFmt", in: child, of: tree) ?? "decimal")
      level.form = Piece.all(of: ListNumber.around(value("lvlText", in: child, of: tree)))
      level.start = Self.number(value("start", in: child, of: tree)) ?? 0
      level.isLegal =
        tree.child("isLgl", of: child).map {
          !["0", "false", "off"].contains(tree.value("val", of: $0))
        } ?? false
      level.restart = Self.number(value("lvlRestart", in: child, of: tree))
      level.style = value("pStyle", in: child, of: tree)
      levels[number] = level
    }
    return levels
  }

  private static func value(_ name: String, in node: Int, of tree: MarkupTree) -> String? {
    tree.child(name, of: node).flatMap { tree.value("val", of: $0) }
  }

  private static func number(_ value: String?) -> Int? {
    value.flatMap { Int($0) }?.clamped(to: 0...1_000_000)
  }

  /// The level from 0 of `list` that paragraphs of a style stand on.
  func level(of list: String, style: String?) -> Int? {
    lists[list]?.levels.filter { $0.value.style != nil && $0.value.style == style }.keys.min()
  }

  /// Counts the next item of `list`, on `level` from 0, and tells what stands before it; `nil` where nothing does.
  ///
  /// - Complexity: O(1).
  mutating func next(_ list: String, _ level: Int) -> String? {
    guard let known = lists[list], !known.levels.isEmpty else { return OfficeText.bullet }
    let isFirst = begun.insert(list).inserted
    // Lists that stand on one count together, unless one says where it begins.
    var count = counts[known.base] ?? ListCount()
    if isFirst { for level in known.restarted { count.forget(level) } }
    count.count(
      level, from: { known.levels[$0]?.start ?? 1 },
      resetting: { level < (known.levels[$0]?.restart ?? $0) })
    counts[known.base] = count
    guard let own = known.levels[level] else { return OfficeText.bullet }
    if own.number == .bullet { return OfficeText.bullet }
    var text = ""
    var length = 0
    // No more is made than is kept.
    for piece in own.form where length < ListNumber.longest {
      let words =
        switch piece {
        case .text(let words): words
        case .number(let place):
          (own.isLegal
            ? .digits(fewest: 1) : known.levels[place]?.number ?? .digits(fewest: 1)).string(
              count[place] ?? 0)
        }
      length += words.unicodeScalars.count
      text += words
    }
    return ListNumber.marker(text)
  }
}
