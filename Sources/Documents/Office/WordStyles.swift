import ArabicText

/// What the styles of a DOCX say that paragraphs are.
///
/// Word translates the identifiers of its styles, but not the names of those that it brings along; a style
/// of one's own says its level itself, or stands on one that does.
struct WordStyles {
  /// What a style, or a paragraph itself, says.
  struct Properties: Hashable {
    /// The level of a heading from 1; 0 says that it is none.
    var level: Int?
    /// The number of the list that it is in; "0" says that it is in none.
    var list: String?
    /// How deep it is in the list, from 1.
    var depth: Int?
    var kind: DocumentStructure.Block.Kind?

    /// What a paragraph is that has these.
    var block: DocumentStructure.Block.Kind? {
      if let level, level > 0 { return .heading(level: level) }
      if kind == nil, let list, list != "0" { return .item(depth: depth ?? 1) }
      return kind
    }

    /// These, and of `other` what these say nothing of.
    func over(_ other: Properties) -> Properties {
      Properties(
        level: level ?? other.level, list: list ?? other.list, depth: depth ?? other.depth,
        kind: kind ?? other.kind)
    }

    /// Nothing said.
    init(
      level: Int? = nil, list: String? = nil, depth: Int? = nil,
      kind: DocumentStructure.Block.Kind? = nil
    ) {
      (self.level, self.list, self.depth, self.kind) = (level, list, depth, kind)
    }

    /// What the properties `node` of a paragraph or a style say.
    init(_ node: Int, of tree: MarkupTree) {
      for child in tree.children(of: node) {
        switch tree.localName(of: child) {
        case "outlineLvl":
          // From 0; 9 is running text.
          let number = tree.value("val", of: child).flatMap { Int($0) } ?? 9
          level = (0..<9).contains(number) ? number + 1 : 0
        case "numPr":
          list = tree.child("numId", of: child).flatMap { tree.value("val", of: $0) }
          depth = tree.child("ilvl", of: child).flatMap { tree.value("val", of: $0) }
            .flatMap { Int($0) }.map { $0.clamped(to: 0...8) + 1 }
        default: break
        }
      }
    }

    /// The level that stands behind `عنوان` in the name of a style of one's own: a number, or main or below it.
    private static func level(_ word: Substring) -> Int {
      if let number = word.first?.wholeNumberValue { return number.clamped(to: 1...9) }
      return word.hasPrefix("فرعي") || word.hasPrefix("الفرعي") ? 2 : 1
    }

    /// What the name of a style says.
    init(named name: String) {
      let name = name.lowercased()
      let words = name.split(separator: " ")
      if words.count == 2, words[0] == "heading", let number = Int(words[1]) {
        level = number.clamped(to: 1...9)
      }
      if let first = words.first, first == "عنوان" || first == "العنوان" {
        level = words.dropFirst().first.map(Self.level) ?? 1
      }
      switch name {
      case "title": level = 1
      case "quote", "intense quote", "block text", "block quotation", "اقتباس": kind = .quotation
      case "caption", "تسمية توضيحية": kind = .caption
      default: break
      }
    }
  }

  private var own: [String: Properties] = [:]
  private var parents: [String: String] = [:]

  /// The styles of `tree`, which is `styles.xml`; none without it.
  init(_ tree: MarkupTree?) {
    guard let tree else { return }
    for node in tree.all("style") {
      guard let id = tree.value("styleId", of: node) else { continue }
      var properties = Properties()
      for child in tree.children(of: node) {
        switch tree.localName(of: child) {
        case "name":
          properties = Properties(named: tree.value("val", of: child) ?? "").over(properties)
        case "basedOn": parents[id] = tree.value("val", of: child)
        case "pPr": properties = properties.over(Properties(child, of: tree))
        default: break
        }
      }
      own[id] = properties
    }
  }

  /// What the style `id` says, and those that it stands on.
  func properties(of id: String) -> Properties {
    var properties = own[id] ?? Properties()
    var next = parents[id]
    // A circle of styles has no end.
    for _ in 0..<32 {
      guard let id = next else { break }
      properties = properties.over(own[id] ?? Properties())
      next = parents[id]
    }
    return properties
  }
}

extension Int {
  /// The nearest number in `range`.
  func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
