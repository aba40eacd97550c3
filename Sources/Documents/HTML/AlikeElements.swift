/// Elements that are called alike, as those of the parts of an article or of stories one behind the other are.
extension MarkupTree {
  /// Whether two elements beside one another have one name and the same classes, or most of them, but for numbers.
  func areAlike(_ one: Int, _ other: Int) -> Bool {
    guard nodes[one].name != nil, nodes[one].name == nodes[other].name else { return false }
    let (one, other) = (classes(of: one), classes(of: other))
    return one == other || 2 * one.intersection(other).count > max(one.count, other.count)
  }

  /// Whether two elements are called alike, and after more than their place in the layout of a page.
  func areNamedAlike(_ one: Int, _ other: Int) -> Bool {
    areAlike(one, other) && classes(of: one).contains { !Self.isOfLayout($0) }
  }

  /// Whether a class says how wide an element is, or that it holds others.
  private static func isOfLayout(_ name: String) -> Bool {
    [
      "col", "row", "container", "grid", "span", "large", "medium", "small", "clearfix", "wrap",
      "inner", "section", "clear",
    ]
    .contains { name.hasPrefix($0) }
  }

  /// Whether two nodes stand in elements that are called alike, have names of their own and stand beside one another.
  func standInAlike(_ one: Int, _ other: Int) -> Bool {
    var around = Int(nodes[other].parent)
    while around >= 0, !(around..<Int(nodes[around].end)).contains(one) {
      around = Int(nodes[around].parent)
    }
    guard around >= 0 else { return false }
    let (first, second) = (child(of: around, around: one), child(of: around, around: other))
    return first != second && areAlike(first, second)
      && (!classes(of: first).isEmpty || ["article", "section"].contains(name(of: first)))
  }

  /// The node beside no other in `parent` that `node` is or stands in.
  private func child(of parent: Int, around node: Int) -> Int {
    var node = node
    while node >= 0, Int(nodes[node].parent) != parent { node = Int(nodes[node].parent) }
    return max(node, 0)
  }

  private func classes(of node: Int) -> Set<String> {
    let names = (self[node, "class"] ?? "").split(separator: " ")
    return Set(names.map { $0.filter { !$0.isNumber } }).subtracting([""])
  }
}
