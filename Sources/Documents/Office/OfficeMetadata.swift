import ArabicText

/// What an office document says of itself: Dublin Core in `core.xml` and `meta.xml`.
enum OfficeMetadata {
  /// Puts what `part` says into `structure`.
  ///
  /// - Throws: ``DocumentError``.
  static func read(
    _ part: [UInt8]?, into structure: inout DocumentStructure, name: String
  ) throws(DocumentError) {
    guard let part else { return }
    read(try OfficeXML.tree(part, name: name), into: &structure)
  }

  /// Puts what `tree` says into `structure`; of a whole document in one file its part `meta` alone is looked at.
  static func read(_ tree: MarkupTree, into structure: inout DocumentStructure) {
    let part = tree.all("meta").first.map { $0..<Int(tree.nodes[$0].end) }
    func first(_ names: String...) -> String? {
      for name in names {
        for node in tree.outermost(of: tree.all(name, in: part)) {
          if let words = HTMLMetadata.plain(tree.string(in: node)) { return words }
        }
      }
      return nil
    }
    structure.title = first("title")
    // Who began it; others may have saved it since.
    structure.authors = first("initial-creator", "creator").map { [$0] } ?? []
    structure.date = first("created", "creation-date", "modified", "date")
    structure.summary = first("description", "subject")
    structure.language = first("language")
  }
}
