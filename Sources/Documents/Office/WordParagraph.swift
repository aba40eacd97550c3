import ArabicText

/// What the properties of a paragraph of a DOCX, those of its style and its list say of it.
struct WordParagraph {
  /// What it is; `nil` for running text.
  private(set) var block: DocumentStructure.Block.Kind?
  /// The number or bullet before it; `nil` for none.
  private(set) var marker: String?
  /// Whether its end was deleted, so that the next one goes on with it.
  private(set) var isJoined = false

  /// The paragraph `node` of `tree`, which is counted in `numbering`.
  init(_ node: Int, of tree: MarkupTree, _ styles: WordStyles, _ numbering: inout WordNumbering) {
    guard let own = tree.child("pPr", of: node) else { return }
    var properties = WordStyles.Properties(own, of: tree)
    let ownDepth = properties.depth
    let style = tree.child("pStyle", of: own).flatMap { tree.value("val", of: $0) }
    if let style { properties = properties.over(styles.properties(of: style)) }
    if let mark = tree.child("rPr", of: own) {
      isJoined = tree.child("del", of: mark) != nil || tree.child("moveFrom", of: mark) != nil
    }
    // What goes on with the next paragraph has the number of that one.
    if let list = properties.list, list != "0", !isJoined {
      // What a list says of a style goes before what the style says.
      properties.depth =
        ownDepth ?? numbering.level(of: list, style: style).map { $0 + 1 } ?? properties.depth
      marker = numbering.next(list, (properties.depth ?? 1) - 1)
    }
    block = properties.block
  }
}
