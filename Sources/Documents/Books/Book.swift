import ArabicText

/// Makes a text of an EPUB: its title, then its pages in the order of reading, each chapter of its contents
/// under a heading.
enum Book {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("epub", version: 5)

  private static let container = "META-INF/container.xml"

  /// Whether an archive with these names of members holds a book.
  static func isOne(_ names: Set<String>) -> Bool { names.contains(container) }

  /// The text of `archive`, called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) in the bytes of its pages.
  static func read(
    _ archive: inout ZipArchive, name: String
  ) throws(DocumentError) -> ExtractedText {
    let (package, locked) = try package(of: &archive, name)
    var text = ExtractedText(DocumentStructure(format: "epub", extractor: extractor))
    package.describe(&text.structure)
    if let title = text.structure.title { text.append(title.utf8, .heading(level: 1)) }
    let members = try archive.members(Set(package.pages + package.contents), name)
    var entries: [BookContents.Entry] = []
    for path in package.contents where entries.isEmpty {
      guard !locked.contains(path), let member = members[path] else { continue }
      entries = BookContents(try OfficeXML.tree(member, name: name), path: path).entries
    }
    let chapters = Dictionary(grouping: entries, by: \.page)
    // A page of contents that is one of the book says what ``DocumentStructure/headings`` says.
    let pages = package.pages.filter { entries.isEmpty || !package.contents.contains($0) }
    var lost: [String] = []
    for path in pages {
      guard !locked.contains(path), let page = members[path], MarkupParser.isMarkup(page) else {
        lost.append(path)
        continue
      }
      let tree = try OfficeXML.page(page, name: name)
      text.warn(tree.warnings)
      for block in BookPage.blocks(of: tree, chapters[path] ?? []) {
        // The title is the only heading of its level.
        var kind = HTMLDocument.kind(block)
        if case .heading(let level)? = kind { kind = .heading(level: max(2, level)) }
        text.append(
          block.bytes, kind, links: block.links.filter { $0.target.contains("://") },
          marker: block.marker)
      }
    }
    guard lost.count < pages.count else {
      if !locked.isDisjoint(with: lost) { throw .locked(name) }
      throw package.outside.isDisjoint(with: lost) ? .damaged(name) : .leadsOutside(name)
    }
    let closed = lost.filter(locked.contains)
    if let first = closed.first { text.warn([.lockedPages(count: closed.count, first: first)]) }
    let missing = lost.filter { !locked.contains($0) }
    if let first = missing.first { text.warn([.lostPages(count: missing.count, first: first)]) }
    return text
  }

  /// The package of a book, and the members that are locked: by who sold it, as nobody else can.
  private static func package(
    of archive: inout ZipArchive, _ name: String
  ) throws(DocumentError) -> (BookPackage, locked: Set<String>) {
    let locks = "META-INF/encryption.xml"
    let members = try archive.members([container, locks], name)
    let tree = try OfficeXML.tree(members[container] ?? [], name: name)
    guard let path = tree.all("rootfile").lazy.compactMap({ tree[$0, "full-path"] }).first
    else { throw .damaged(name) }
    guard let content = try archive.members([path], name)[path] else {
      throw ZipArchive.leadsOutside(path, in: "") ? .leadsOutside(name) : .damaged(name)
    }
    let package = BookPackage(try OfficeXML.tree(content, name: name), path: path)
    guard let locks = members[locks] else { return (package, []) }
    let list = try OfficeXML.tree(locks, name: name)
    let locked = list.all("CipherReference").compactMap { list.value("URI", of: $0) }
      .map { ZipArchive.resolve($0, in: "").name }
    return (package, Set(locked))
  }
}
