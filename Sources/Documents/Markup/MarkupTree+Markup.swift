/// Writes a part of a tree as HTML again.
extension MarkupTree {
  /// Whether an element stands in `node`.
  func holdsElements(_ node: Int) -> Bool { inside(node).contains { nodes[$0].name != nil } }

  /// What stands inside `node` as HTML: its elements without prefixes, of their attributes where links lead.
  ///
  /// - Complexity: O(*n*) in the nodes and bytes.
  func markup(in node: Int) -> String {
    var result: [UInt8] = []
    var open: [Int] = []
    func close(before node: Int) {
      while let last = open.last, nodes[last].end <= node {
        result += "</\(localName(of: last))>".utf8
        open.removeLast()
      }
    }
    for inner in inside(node) {
      close(before: inner)
      guard nodes[inner].name != nil else {
        result += Self.escaped(text(of: inner))
        continue
      }
      let target = self[inner, "href"].map { Self.escaped(Array($0.utf8)[...]) }
      result += "<\(localName(of: inner))".utf8
      if let target { result += " href=\"".utf8 + target + "\"".utf8 }
      result += ">".utf8
      open.append(inner)
    }
    close(before: Int(nodes[node].end))
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x26: Array("&amp;".utf8)
      case 0x3C: Array("&lt;".utf8)
      case 0x22: Array("&quot;".utf8)
      default: [byte]
      }
    }
  }
}
