import ArabicText

/// Makes a text of a DOCX (Office Open XML, ECMA-376).
enum WordDocument {
  /// The rules of office documents; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("docx", version: 3)

  /// The elements that words stand in, and those that say whether they are shown.
  private static let words: Set = [
    "p", "pPr", "pStyle", "r", "rPr", "vanish", "t", "tab", "br", "cr", "del", "moveFrom",
    "fldChar",
    "instrText",
  ]

  /// Whether an archive with these names of members holds a document of Office.
  static func isOne(_ names: Set<String>) -> Bool { names.contains("[Content_Types].xml") }

  /// The text of `archive`, called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) in the bytes of its parts.
  static func read(
    _ archive: inout ZipArchive, name: String
  ) throws(DocumentError) -> ExtractedText {
    let package = try Relations(of: "", in: &archive, name)
    let main = package.part("officeDocument") ?? "word/document.xml"
    guard !main.hasPrefix("xl/") else { throw .binary(name, format: .spreadsheet) }
    guard !main.hasPrefix("ppt/") else { throw .binary(name, format: .presentation) }
    let relations = try Relations(of: main, in: &archive, name)
    let core = package.part("core-properties") ?? "docProps/core.xml"
    let styles = relations.part("styles") ?? "word/styles.xml"
    let numbers = relations.part("numbering") ?? "word/numbering.xml"
    let parts = try archive.members([main, core, styles, numbers], name)
    guard let body = parts[main] else {
      throw .binary(name, format: .zip)
    }
    var text = ExtractedText(DocumentStructure(format: "docx", extractor: extractor))
    try OfficeMetadata.read(parts[core], into: &text.structure, name: name)
    let tree = try OfficeXML.tree(body, name: name, keeping: words)
    text.warn(tree.warnings + tree.depthWarnings(of: ["p", "t"]))
    let known = WordStyles(
      try parts[styles].map { part throws(DocumentError) in
        try OfficeXML.tree(part, name: name)
      })
    let numbering = WordNumbering(
      try parts[numbers].map { part throws(DocumentError) in
        try OfficeXML.tree(part, name: name)
      })
    var reader = WordReader(
      tree, names: tree.localNames, known, targets: relations.links, numbering: numbering)
    reader.read(tree.nodes.indices)
    var lines = reader.text
    try appendNotes(reader.notes.calls, to: &lines, known, numbering, relations, &archive, name)
    lines.write(to: &text)
    text.takeTitle()
    return text
  }

  private static func appendNotes(
    _ calls: [WordNoteCalls.Call], to lines: inout OfficeText, _ styles: WordStyles,
    _ numbering: WordNumbering, _ relations: Relations, _ archive: inout ZipArchive, _ name: String
  ) throws(DocumentError) {
    guard !calls.isEmpty else { return }
    let called = Set(calls)
    var notes: [WordNoteCalls.Call: OfficeText] = [:]
    for isEndnote in [false, true] where calls.contains(where: { $0.isEndnote == isEndnote }) {
      let kind = isEndnote ? "endnote" : "footnote"
      let part = relations.part(kind + "s") ?? "word/\(kind)s.xml"
      guard let content = try archive.members([part], name)[part] else { continue }
      let links = try Relations(of: part, in: &archive, name).links
      let tree = try OfficeXML.tree(content, name: name)
      let names = tree.localNames
      for node in tree.all(kind) {
        guard let id = tree.value("id", of: node) else { continue }
        let call = WordNoteCalls.Call(isEndnote: isEndnote, id: id)
        guard called.contains(call), notes[call] == nil else { continue }
        var reader = WordReader(
          tree, names: names, styles, targets: links, numbering: numbering)
        reader.read(tree.inside(node))
        notes[call] = reader.text
      }
    }
    for (index, call) in calls.enumerated() {
      if let note = notes[call] { lines.appendNote(index + 1, note) }
    }
  }
}

/// Where a part of an office document leads (ECMA-376, part 2): to other parts, and to addresses.
struct Relations {
  /// The addresses by the identifiers of their relations.
  private(set) var links: [String: String] = [:]
  private var parts: [(type: String, name: String)] = []

  /// The relations of the part `part`, or of the whole package for "".
  ///
  /// - Throws: ``DocumentError``.
  init(of part: String, in archive: inout ZipArchive, _ name: String) throws(DocumentError) {
    var folders = part.split(separator: "/").map(String.init)
    let file = folders.popLast() ?? ""
    let member = (folders + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let content = try archive.members([member], name)[member] else { return }
    let tree = try OfficeXML.tree(content, name: name)
    for node in tree.all("Relationship") {
      guard let target = tree.value("Target", of: node) else { continue }
      if tree.value("TargetMode", of: node) == "External" {
        if let id = tree.value("Id", of: node) { links[id] = target }
      } else {
        let type = tree.value("Type", of: node)?.split(separator: "/").last.map(String.init)
        parts.append((type ?? "", ZipArchive.resolve(target, in: part).name))
      }
    }
  }

  /// The name of the first part of a type.
  func part(_ type: String) -> String? { parts.first { $0.type == type }?.name }
}

extension ZipArchive {
  /// The members that have one of these names, of the archive called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  mutating func members(
    _ wanted: Set<String>, _ name: String
  ) throws(DocumentError) -> [String: [UInt8]] {
    do throws(ArchiveReader.Failure) {
      return try members(wanted)
    } catch {
      throw DocumentError(error, name)
    }
  }
}
