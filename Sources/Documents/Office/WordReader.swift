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

  /// A field: words that a program computes, with what it computes them by.
  private struct Field {
    var instruction = ""
    var isResult = false
    var isLink = false
  }

  /// A note that is called, by its part and its number there.
  struct Call: Hashable {
    var isEndnote: Bool
    var id: String
  }

  private let tree: MarkupTree
  private let names: [String]
  private let styles: WordStyles
  private let targets: [String: String]
  private var numbering: WordNumbering
  private var endings: [(end: Int, ending: Ending)] = []
  private var fields: [Field] = []
  private var cellCount = 0
  /// The lines.
  private(set) var text = OfficeText()
  /// The notes in the order in which they are called.
  private(set) var calls: [Call] = []
  private var numbers: [Call: Int] = [:]

  /// A reader of `tree`.
  ///
  /// - Parameters:
  ///   - tree: the part.
  ///   - styles: the styles of the document.
  ///   - targets: where its links lead, by their identifiers.
  ///   - numbering: its lists, of which nothing is counted yet.
  init(
    _ tree: MarkupTree, _ styles: WordStyles, targets: [String: String],
    numbering: WordNumbering
  ) {
    (self.tree, self.styles, self.targets) = (tree, styles, targets)
    self.numbering = numbering
    names = tree.localNames
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
        text.endParagraph(isJoined: isJoined)
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
      guard let target = Self.target(tree.value("instr", of: node) ?? "") else { break }
      text.beginLink(target)
      end(node, .link)
    case "fldChar": field(tree.value("fldCharType", of: node))
    case "instrText":
      if !fields.isEmpty { fields[fields.count - 1].instruction += tree.string(in: node) }
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
    var properties = WordStyles.Properties()
    var isJoined = false
    var styleID: String?
    var ownDepth: Int?
    if let own = tree.child("pPr", of: node) {
      properties = WordStyles.Properties(own, of: tree)
      ownDepth = properties.depth
      if let style = tree.child("pStyle", of: own), let id = tree.value("val", of: style) {
        properties = properties.over(styles.properties(of: id))
        styleID = id
      }
      if let mark = tree.child("rPr", of: own) {
        isJoined = tree.child("del", of: mark) != nil || tree.child("moveFrom", of: mark) != nil
      }
    }
    let isBeside = text.isInParagraph
    if isBeside { text.open() }
    var marker: String?
    // What goes on with the next paragraph has the number of that one.
    if let list = properties.list, list != "0", !isJoined {
      // What a list says of a style goes before what the style says.
      properties.depth =
        ownDepth ?? numbering.level(of: list, style: styleID).map { $0 + 1 } ?? properties.depth
      marker = numbering.next(list, (properties.depth ?? 1) - 1)
    }
    text.beginParagraph(properties.block, marker: marker)
    end(node, .paragraph(isJoined: isJoined, isBeside: isBeside))
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

  private mutating func call(_ node: Int, isEndnote: Bool) {
    guard let id = tree.value("id", of: node) else { return }
    let call = Call(isEndnote: isEndnote, id: id)
    let number = numbers[call] ?? calls.count + 1
    if numbers.updateValue(number, forKey: call) == nil { calls.append(call) }
    text.add("[\(number)]")
  }

  // MARK: Fields

  private mutating func field(_ type: String?) {
    switch type {
    case "begin": fields.append(Field())
    case "separate":
      guard var field = fields.popLast() else { return }
      field.isResult = true
      if let target = Self.target(field.instruction) {
        field.isLink = true
        text.beginLink(target)
      }
      fields.append(field)
    case "end": if fields.popLast()?.isLink ?? false { text.endLink() }
    default: break
    }
  }

  /// Where a field leads that is a link to another document: `HYPERLINK "https://…"`.
  private static func target(_ instruction: String) -> String? {
    let words = instruction.split(separator: " ")
    guard words.first == "HYPERLINK", words.count > 1, !words[1].hasPrefix("\\") else { return nil }
    return String(words[1].filter { $0 != "\"" })
  }
}
