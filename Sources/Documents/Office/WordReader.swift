import ArabicText

/// Walks a part of a DOCX (ECMA-376, part 1, §17), as it is when all its changes are accepted.
struct WordReader {
  /// What is done at the end of an element.
  private enum Ending {
    case paragraph(isJoined: Bool, isBeside: Bool)
    case row
    case cell
    case link
  }

  private let tree: MarkupTree
  private let names: [String]
  private let styles: WordStyles
  private let targets: [String: String]
  private var numbering: WordNumbering
  private var endings: [(end: Int, ending: Ending)] = []
  private var fields = WordFields()
  private var cellCount = 0
  /// The lines.
  private(set) var text = OfficeText()
  /// The notes that are called.
  private(set) var notes = WordNoteCalls()

  /// A reader of `tree`.
  ///
  /// - Parameters:
  ///   - tree: the part.
  ///   - names: its ``MarkupTree/localNames``, which all its notes share.
  ///   - styles: the styles of the document.
  ///   - targets: where its links lead, by their identifiers.
  ///   - numbering: its lists, of which nothing is counted yet.
  init(
    _ tree: MarkupTree, names: [String], _ styles: WordStyles, targets: [String: String],
    numbering: WordNumbering
  ) {
    (self.tree, self.names) = (tree, names)
    (self.styles, self.targets, self.numbering) = (styles, targets, numbering)
  }

  /// Reads what stands in `range`.
  ///
  /// - Complexity: O(*n*) in the nodes and bytes.
  mutating func read(_ range: Range<Int>) {
    var node = range.lowerBound
    while node < range.upperBound {
      close(upTo: node)
      node = enter(node) ? node + 1 : Int(tree.nodes[node].end)
    }
    close(upTo: .max)
  }

  private mutating func close(upTo node: Int) {
    while let last = endings.last, last.end <= node {
      endings.removeLast()
      switch last.ending {
      case .paragraph(let isJoined, let isBeside):
        if let number = text.endParagraph(isJoined: isJoined) { text.addNumber(number) }
        if isBeside { text.closeBeside() }
      case .row: text.closeRow()
      case .cell:
        text.closeCell()
        cellCount -= 1
      case .link: text.endLink()
      }
    }
  }

  private mutating func end(_ node: Int, _ ending: Ending) {
    endings.append((Int(tree.nodes[node].end), ending))
  }

  /// Enters a node; `false` where what is inside it is not read.
  private mutating func enter(_ node: Int) -> Bool {
    guard let number = tree.nodes[node].name else { return true }
    switch names[Int(number)] {
    case "p": beginParagraph(node)
    case "t":
      text.add(tree.string(in: node))
      return false
    case "r": return !isHidden(node)
    case "tr":
      guard !isDeleted(node, "trPr", "del") else { return false }
      text.open()
      end(node, .row)
    case "tc":
      guard !isDeleted(node, "tcPr", "cellDel") else { return false }
      text.open()
      cellCount += 1
      end(node, .cell)
    case "tab", "ptab": text.add(" ")
    case "br", "cr": if cellCount > 0 { text.add(" ") } else { text.breakLine() }
    case "noBreakHyphen": text.add("-")
    case "sym": text.add(WordSymbols.sign(tree.value("char", of: node) ?? ""))
    case "hyperlink":
      guard let target = tree.value("id", of: node).flatMap({ targets[$0] }) else { break }
      text.beginLink(target)
      end(node, .link)
    case "fldSimple":
      guard let target = WordFields.target(tree.value("instr", of: node) ?? "") else { break }
      text.beginLink(target)
      end(node, .link)
    case "fldChar":
      switch fields.mark(tree.value("fldCharType", of: node)) {
      case .linkBegins(let target): text.beginLink(target)
      case .linkEnds: text.endLink()
      case nil: break
      }
    case "instrText":
      fields.add(tree.string(in: node))
      return false
    case "footnoteReference": call(node, isEndnote: false)
    case "endnoteReference": call(node, isEndnote: true)
    // What was deleted or is elsewhere now, properties, what older programs are shown instead, the
    // readings of Chinese and Japanese words.
    case "del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "tblPr", "trPr", "tcPr",
      "sectPr", "sdtPr", "Fallback", "rt":
      return false
    default: break
    }
    return true
  }

  private mutating func beginParagraph(_ node: Int) {
    let paragraph = WordParagraph(node, of: tree, styles, &numbering)
    let isBeside = text.isInParagraph
    if isBeside { text.open() }
    text.beginParagraph(paragraph.block, marker: paragraph.marker)
    end(node, .paragraph(isJoined: paragraph.isJoined, isBeside: isBeside))
  }

  private mutating func call(_ node: Int, isEndnote: Bool) {
    guard let id = tree.value("id", of: node) else { return }
    text.add("[\(notes.number(of: .init(isEndnote: isEndnote, id: id)))]")
  }

  /// Whether a run is not shown.
  private func isHidden(_ run: Int) -> Bool {
    guard let properties = tree.child("rPr", of: run),
      let vanish = tree.child("vanish", of: properties)
    else { return false }
    return !["0", "false", "off"].contains(tree.value("val", of: vanish))
  }

  private func isDeleted(_ node: Int, _ properties: String, _ mark: String) -> Bool {
    tree.child(properties, of: node).flatMap { tree.child(mark, of: $0) } != nil
  }
}
