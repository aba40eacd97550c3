import ArabicText

/// Makes a text of an ODT (OpenDocument 1.3, ISO/IEC 26300).
enum OpenDocument {
  /// The rules of its texts; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("odt", version: 6)

  /// Whether an archive with these names of members holds an OpenDocument.
  static func isOne(_ names: Set<String>) -> Bool {
    // Some programs leave out the list of the parts, others the mark of the kind.
    names.contains("content.xml")
      && (names.contains("META-INF/manifest.xml") || names.contains("mimetype"))
  }

  /// The text of `archive`, called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) in the bytes of its parts.
  static func read(
    _ archive: inout ZipArchive, name: String
  ) throws(DocumentError) -> ExtractedText {
    let parts = try archive.members(
      ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"], name)
    if let manifest = parts["META-INF/manifest.xml"] {
      let tree = try OfficeXML.tree(manifest, name: name)
      let isLocked = tree.all("file-entry").contains {
        tree.value("full-path", of: $0) == "content.xml"
          && tree.child("encryption-data", of: $0) != nil
      }
      if isLocked { throw .encrypted(name) }
    }
    guard let content = parts["content.xml"] else { throw .damaged(name) }
    var text = ExtractedText(DocumentStructure(format: "odt", extractor: extractor))
    try OfficeMetadata.read(parts["meta.xml"], into: &text.structure, name: name)
    var styles = OpenDocumentStyles()
    if let part = parts["styles.xml"] { styles.add(try OfficeXML.tree(part, name: name)) }
    try read(tree(of: content, name), styles, into: &text, name)
    text.takeTitle()
    return text
  }

  /// The text of a document in one file, `bytes` (3.1.2 of the standard).
  ///
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*).
  static func read(flat bytes: [UInt8], name: String) throws(DocumentError) -> ExtractedText {
    var text = ExtractedText(DocumentStructure(format: "odt", extractor: extractor))
    let tree = try tree(of: bytes, name)
    OfficeMetadata.read(tree, into: &text.structure)
    try read(tree, OpenDocumentStyles(), into: &text, name)
    text.takeTitle()
    return text
  }

  private static func tree(
    of content: [UInt8], _ name: String
  ) throws(DocumentError) -> MarkupTree {
    try OfficeXML.tree(content, name: name, keeping: ["p", "h", "s", "tab", "line-break"])
  }

  /// Adds what stands in the body of `tree` to `text`; its own styles go before `styles`, those that all texts of its kind
  /// have.
  private static func read(
    _ tree: MarkupTree, _ styles: OpenDocumentStyles, into text: inout ExtractedText,
    _ name: String
  ) throws(DocumentError) {
    text.warn(tree.warnings + tree.depthWarnings(of: ["p", "h"]))
    guard let body = tree.all("body").first.flatMap({ tree.children(of: $0).first }) else {
      throw .damaged(name)
    }
    switch tree.localName(of: body) {
    case "spreadsheet": throw .binary(name, format: .spreadsheet)
    case "presentation": throw .binary(name, format: .presentation)
    default: break
    }
    var styles = styles
    styles.add(tree)
    var reader = OpenDocumentReader(tree, styles)
    reader.read(tree.inside(body))
    var lines = reader.text
    lines.write(to: &text)
  }
}

/// What the styles of an ODT say that paragraphs are.
struct OpenDocumentStyles {
  private var parents: [String: String] = [:]
  private var levels: [String: Int] = [:]
  private var listNames: [String: String] = [:]
  /// Whether words are hidden, where a style says it.
  private var hidden: [String: Bool] = [:]
  /// The lists, of which nothing is counted yet.
  private(set) var lists = OpenDocumentLists()

  /// Adds the styles of a part.
  mutating func add(_ tree: MarkupTree) {
    for node in tree.all("style") {
      guard let name = tree.value("name", of: node) else { continue }
      parents[name] = tree.value("parent-style-name", of: node)
      levels[name] = tree.value("default-outline-level", of: node).flatMap { Int($0) }
      listNames[name] = tree.value("list-style-name", of: node)
      let letters = tree.child("text-properties", of: node)
      hidden[name] = letters.flatMap { tree.value("display", of: $0) }.map { $0 == "none" }
    }
    lists.add(tree)
  }

  /// Whether the words of the style `name` are hidden.
  func hides(_ name: String?) -> Bool {
    var next = name
    for _ in 0..<32 {
      guard let name = next else { break }
      if let isHidden = hidden[name] { return isHidden }
      next = parents[name]
    }
    return false
  }

  /// The style of the lists that paragraphs of the style `name` stand in.
  func list(of name: String?) -> String? {
    var next = name
    for _ in 0..<32 {
      guard let name = next else { break }
      if let list = listNames[name] { return list.isEmpty ? nil : list }
      next = parents[name]
    }
    return nil
  }

  /// What a paragraph of the style `name` is; `nil` for running text.
  func kind(of name: String?) -> DocumentStructure.Block.Kind? {
    var next = name
    // A circle of styles has no end.
    for _ in 0..<32 {
      guard let name = next else { return nil }
      if let level = levels[name] { return .heading(level: level.clamped(to: 1...9)) }
      switch name {
      case "Title": return .heading(level: 1)
      case "Quotations": return .quotation
      case "Caption", "Illustration", "Figure", "Table", "Drawing": return .caption
      default: next = parents[name]
      }
    }
    return nil
  }
}
