/// Makes a tree of what the parser tells.
final class MarkupTreeBuilder {
  private var tree = MarkupTree()
  private var numbers: [String: Int32] = [:]
  private var open: [Int32] = []
  /// Of the open elements that are deeper than the tree gets, whether they are in it all the same.
  private var deep: [Bool] = []

  private let kind: MarkupParser.Kind
  private let kept: Set<String>
  /// How many levels the elements that are kept may have below the deepest.
  private static let keptLevels = 16

  init(byteCount: Int, _ kind: MarkupParser.Kind, keeping kept: Set<String>) {
    (self.kind, self.kept) = (kind, kept)
    tree.bytes.reserveCapacity(byteCount)
    tree.nodes.reserveCapacity(min(byteCount / 40, MarkupParser.mostNodes))
  }

  func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    let isDeep = !deep.isEmpty || open.count >= MarkupParser.deepest
    if isDeep {
      let name = String(cString: name)
      guard kept.contains(OfficeXML.local(name)),
        open.count < MarkupParser.deepest + Self.keptLevels
      else {
        deep.append(false)
        if kind == .html { part(name) }
        if tree.deepNames.count < 64 { tree.deepNames.insert(name) }
        return
      }
    }
    // Not even their names are kept.
    guard tree.nodes.count < MarkupParser.mostNodes else {
      tree.isCut = true
      deep.append(false)
      return
    }
    let first = Int32(tree.attributes.count)
    if var pair = attributes {
      while let name = pair[0] {
        var value = pair[1].map { String(cString: $0) } ?? ""
        // In XML libxml2 gives & in a value as a reference to it, and no other sign.
        if kind == .xml { value.replace("&#38;", with: "&") }
        tree.attributes.append(.init(name: String(cString: name), value: value))
        pair += 2
      }
    }
    let content = first..<Int32(tree.attributes.count)
    guard let node = add(.init(name: number(of: name), parent: 0, end: 0, content: content))
    else {
      deep.append(false)
      return
    }
    open.append(node)
    if isDeep { deep.append(true) }
  }

  func end(_ name: UnsafePointer<CChar>) {
    if deep.popLast() == false {
      if kind == .html { part(String(cString: name)) }
      return
    }
    if let node = open.popLast() {
      tree.nodes[Int(node)].end = Int32(tree.nodes.count)
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    let lower = Int32(tree.bytes.count)
    tree.bytes += bytes
    let upper = Int32(tree.bytes.count)
    // What the parser tells in pieces is one text.
    if let last = tree.nodes.indices.last, tree.nodes[last].name == nil,
      tree.nodes[last].parent == open.last ?? -1
    {
      tree.nodes[last].content = tree.nodes[last].content.lowerBound..<upper
    } else {
      _ = add(.init(name: nil, parent: 0, end: 0, content: lower..<upper))
    }
  }

  /// Parts the words before and in an element that is too deep for the tree, where it begins a line.
  private func part(_ name: String) {
    guard HTMLTag(name).endsLine, tree.bytes.last ?? 0x20 > 0x20 else { return }
    [UInt8(0x20)].withUnsafeBytes { text($0) }
  }

  func finished(
    isLate: Bool, mayEndEarly: Bool = false, isIllFormed: Bool = false
  ) -> MarkupTree {
    tree.isLate = isLate
    tree.isIllFormed = isIllFormed
    tree.endsEarly = mayEndEarly && !open.isEmpty
    while let node = open.popLast() { tree.nodes[Int(node)].end = Int32(tree.nodes.count) }
    return tree
  }

  private func add(_ node: MarkupTree.Node) -> Int32? {
    guard tree.nodes.count < MarkupParser.mostNodes else {
      tree.isCut = true
      return nil
    }
    var node = node
    let number = Int32(tree.nodes.count)
    node.parent = open.last ?? -1
    node.end = number + 1
    tree.nodes.append(node)
    return number
  }

  private func number(of name: UnsafePointer<CChar>) -> Int32 {
    let name = String(cString: name)
    if let known = numbers[name] { return known }
    let number = Int32(tree.names.count)
    tree.names.append(name)
    numbers[name] = number
    return number
  }
}
