import ArabicText

/// Walks the body of an ODT.
///
/// What was deleted stands in a place of its own there, which is not read, or, where changes are not shown, between marks.
struct OpenDocumentReader {
  /// What is done at the end of an element.
  private enum Ending {
    case paragraph(isBeside: Bool)
    case row
    case cell
    case link
    case list
    case item
  }

  private let tree: MarkupTree
  private let names: [String]
  private let styles: OpenDocumentStyles
  private var endings: [(end: Int, ending: Ending)] = []
  private var lists: OpenDocumentLists
  private var cellCount = 0
  private var notes: [Range<Int>] = []
  /// The changes that are deletions, and those of them between whose marks the walk is.
  private let deletions: Set<String>
  private var openDeletions: Set<String> = []
  /// The lines.
  private(set) var text = OfficeText()

  /// A reader of `tree`.
  init(_ tree: MarkupTree, _ styles: OpenDocumentStyles) {
    let deletions = tree.all("changed-region").filter { tree.child("deletion", of: $0) != nil }
    self.init(
      tree, names: tree.localNames, styles,
      deletions: Set(deletions.compactMap { tree.value("id", of: $0) }))
  }

  /// A reader of notes, which share the names of the tree.
  private init(
    _ tree: MarkupTree, names: [String], _ styles: OpenDocumentStyles, deletions: Set<String>
  ) {
    (self.tree, self.names, self.styles, self.deletions) = (tree, names, styles, deletions)
    lists = styles.lists
  }

  /// Reads what stands in `range`, and the notes that are called there behind it.
  ///
  /// - Complexity: O(*n*) in the nodes and bytes.
  mutating func read(_ range: Range<Int>) {
    walk(range)
    for (index, note) in notes.enumerated() {
      var reader = OpenDocumentReader(tree, names: names, styles, deletions: deletions)
      reader.walk(note)
      text.appendNote(index + 1, reader.text)
    }
  }

  private mutating func walk(_ range: Range<Int>) {
    var node = range.lowerBound
    while node < range.upperBound {
      close(upTo: node)
      if tree.nodes[node].name == nil {
        if openDeletions.isEmpty { text.add(tree.text(of: node)) }
        node += 1
      } else {
        node = enter(node) ? node + 1 : Int(tree.nodes[node].end)
      }
    }
    close(upTo: .max)
  }

  private mutating func close(upTo node: Int) {
    while let last = endings.last, last.end <= node {
      endings.removeLast()
      switch last.ending {
      case .paragraph(let isBeside):
        // An item may begin with a paragraph without words; its number stands before the next.
        if let number = text.endParagraph(), !lists.keep(number) { text.addNumber(number) }
        if isBeside { text.closeBeside() }
      case .row: text.closeRow()
      case .cell:
        text.closeCell()
        cellCount -= 1
      case .link: text.endLink()
      case .list: lists.endList()
      case .item: if let number = lists.endItem() { text.addNumber(number) }
      }
    }
  }

  private mutating func end(_ node: Int, _ ending: Ending) {
    endings.append((Int(tree.nodes[node].end), ending))
  }

  /// Enters an element; `false` where what is inside it is not read.
  private mutating func enter(_ node: Int) -> Bool {
    guard let number = tree.nodes[node].name else { return true }
    if ["span", "p", "h"].contains(names[Int(number)]),
      styles.hides(tree.value("style-name", of: node))
    {
      return false
    }
    if !openDeletions.isEmpty, ["s", "tab", "line-break", "note"].contains(names[Int(number)]) {
      return false
    }
    switch names[Int(number)] {
    case "change-start":
      if let change = tree.value("change-id", of: node), deletions.contains(change) {
        openDeletions.insert(change)
      }
    case "change-end": tree.value("change-id", of: node).map { _ = openDeletions.remove($0) }
    case "h":
      let level = (tree.value("outline-level", of: node).flatMap { Int($0) } ?? 1)
        .clamped(to: 1...9)
      let own = listNumber(node)
      beginParagraph(
        node, .heading(level: level),
        lists.depth > 0 ? own : lists.heading(node, level, of: tree))
    case "p":
      let kind = styles.kind(of: tree.value("style-name", of: node))
      beginParagraph(
        node, kind ?? (lists.depth > 0 ? .item(depth: lists.depth) : nil), listNumber(node))
    case "list":
      lists.beginList(node, of: tree)
      end(node, .list)
    case "list-item", "list-header":
      lists.beginItem(node, of: tree, isNumbered: names[Int(number)] == "list-item")
      end(node, .item)
    case "table-row":
      text.open()
      end(node, .row)
    case "table-cell":
      text.open()
      cellCount += 1
      end(node, .cell)
    case "s", "tab": text.add(" ")
    case "line-break": if cellCount > 0 { text.add(" ") } else { text.breakLine() }
    case "a":
      guard let target = tree.value("href", of: node), !target.hasPrefix("#") else { break }
      text.beginLink(target)
      end(node, .link)
    case "note":
      if let body = tree.child("note-body", of: node) {
        notes.append(tree.inside(body))
        text.add("[\(notes.count)]")
      }
      return false
    case "section": return tree.value("display", of: node) != "none"
    // The number that a program may have written beside the words; it is counted here.
    case "number": return false
    // What was deleted, remarks, what has no words, the readings of words, what is hidden.
    case "tracked-changes", "annotation", "annotation-end", "forms", "ruby-text", "title", "desc",
      "hidden-text", "hidden-paragraph", "object", "object-ole", "binary-data", "sequence-decls",
      "variable-decls", "event-listeners", "covered-table-cell":
      // A field that shows the title of the document is text.
      return names[Int(number)] == "title" && tree.name(of: node).hasPrefix("text:")
    default: break
    }
    return true
  }

  /// What stands before the paragraph `node` in its list.
  private mutating func listNumber(_ node: Int) -> String? {
    lists.next(style: styles.list(of: tree.value("style-name", of: node)))
  }

  private mutating func beginParagraph(
    _ node: Int, _ kind: DocumentStructure.Block.Kind?, _ marker: String?
  ) {
    let isBeside = text.isInParagraph
    if isBeside { text.open() }
    text.beginParagraph(kind, marker: marker)
    end(node, .paragraph(isBeside: isBeside))
  }
}
