/// The numbers of the lists and headings of an ODT (OpenDocument 1.3, part 3, §5.3 and §16.30), which are counted.
struct OpenDocumentLists {
  /// How the items on one level of a list are numbered.
  private struct Level {
    var number = ListNumber.none
    var before = ""
    var behind = ""
    var start = 1
    /// How many levels are written, this one the last.
    var shown = 1
  }

  private struct Item {
    /// The number that it begins with, where it says one.
    var start: Int?
    /// Whether it is still to be counted.
    var isNew: Bool
    /// What stands before it where nothing was there yet to stand before.
    var kept: String?
  }

  private var styles: [String: [Int: Level]] = [:]
  private var outline: [Int: Level] = [:]
  private var counts: [ListCount] = []
  /// The lists that were open, by what others name to go on with them.
  private var known: [String: Int] = [:]
  /// The lists that are open: the numbers of their counts, and their styles.
  private var open: [(count: Int, style: String?)] = []
  /// The items that are open.
  private var items: [Item] = []
  private var headings = ListCount()

  /// Adds the styles of a part.
  mutating func add(_ tree: MarkupTree) {
    for node in tree.all("list-style") {
      guard let name = tree.value("name", of: node) else { continue }
      styles[name] = Self.levels(in: node, of: tree)
    }
    for node in tree.all("outline-style") { outline = Self.levels(in: node, of: tree) }
  }

  private static func levels(in node: Int, of tree: MarkupTree) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in tree.children(of: node) {
      guard let number = number("level", child, tree), (1...10).contains(number) else { continue }
      var level = Level()
      switch tree.localName(of: child) {
      case "list-level-style-bullet", "list-level-style-image": level.number = .bullet
      default:
        level.number = ListNumber(
          open: tree.value("num-format", of: child) ?? "",
          isRepeated: tree.value("num-letter-sync", of: child) == "true")
        level.before = ListNumber.around(tree.value("num-prefix", of: child))
        level.behind = ListNumber.around(tree.value("num-suffix", of: child))
        level.start = self.number("start-value", child, tree) ?? 1
        level.shown = self.number("display-levels", child, tree) ?? 1
      }
      levels[number - 1] = level
    }
    return levels
  }

  private static func number(_ name: String, _ node: Int, _ tree: MarkupTree) -> Int? {
    tree.value(name, of: node).flatMap { Int($0) }?.clamped(to: 0...1_000_000)
  }

  // MARK: Lists

  /// How many lists are around what is read.
  var depth: Int { open.count }

  /// Begins the list `node`.
  mutating func beginList(_ node: Int, of tree: MarkupTree) {
    let style = tree.value("style-name", of: node)
    if let around = open.last {
      open.append((around.count, style ?? around.style))
      return
    }
    let before =
      tree.value("continue-list", of: node).flatMap { known["#" + $0] }
      ?? (tree.value("continue-numbering", of: node) == "true" ? known[style ?? ""] : nil)
    let count = before ?? counts.count
    if before == nil { counts.append(ListCount()) }
    if let id = tree.value("id", of: node) { known["#" + id] = count }
    known[style ?? ""] = count
    open.append((count, style))
  }

  /// Ends the innermost list.
  mutating func endList() { _ = open.popLast() }

  /// Begins an item; `isNumbered` but for what stands over a list.
  mutating func beginItem(_ node: Int, of tree: MarkupTree, isNumbered: Bool) {
    items.append(Item(start: Self.number("start-value", node, tree), isNew: isNumbered))
  }

  /// Ends the innermost item; tells its number or bullet where no word of it came.
  mutating func endItem() -> String? { items.popLast()?.kept }

  /// Keeps `marker`, which stood before a paragraph without words, for the next one of the innermost item;
  /// `false` where there is none.
  mutating func keep(_ marker: String) -> Bool {
    guard !items.isEmpty else { return false }
    items[items.count - 1].kept = marker
    return true
  }

  /// What stands before a paragraph of the innermost list, whose style is of the list `style`; `nil` for what goes
  /// on with an item, and where nothing is written.
  mutating func next(style: String?) -> String? {
    guard let list = open.last, let item = items.last else { return nil }
    guard item.isNew else {
      items[items.count - 1].kept = nil
      return item.kept
    }
    items[items.count - 1].isNew = false
    guard let levels = (list.style ?? style).flatMap({ styles[$0] }), !levels.isEmpty else {
      return OfficeText.bullet
    }
    let level = min(open.count, ListCount.levels) - 1
    if item.start != nil { counts[list.count].forget(level) }
    counts[list.count].count(level) { upper in
      (upper == level ? item.start : nil) ?? levels[upper]?.start ?? 1
    }
    return Self.marker(level, levels, counts[list.count])
  }

  /// What stands before the heading `node` of `level`, from 1.
  mutating func heading(_ node: Int, _ level: Int, of tree: MarkupTree) -> String? {
    guard let form = outline[level - 1], form.number != .none,
      tree.value("is-list-header", of: node) != "true"
    else { return nil }
    let start = Self.number("start-value", node, tree)
    if start != nil || tree.value("restart-numbering", of: node) == "true" {
      headings.forget(level - 1)
    }
    headings.count(level - 1) { upper in
      (upper == level - 1 ? start : nil) ?? outline[upper]?.start ?? 1
    }
    return Self.marker(level - 1, outline, headings)
  }

  private static func marker(
    _ level: Int, _ levels: [Int: Level], _ count: ListCount
  ) -> String? {
    guard let form = levels[level] else { return OfficeText.bullet }
    if form.number == .bullet { return OfficeText.bullet }
    let numbers = (max(0, level - max(form.shown, 1) + 1)...level).compactMap { place in
      levels[place].map { $0.number.string(count[place] ?? $0.start) }
    }
    let number = form.number == .none ? "" : numbers.filter { !$0.isEmpty }.joined(separator: ".")
    return ListNumber.marker(form.before + number + form.behind)
  }
}
