import Annotations

extension Catalogue {
  /// What the person has written in documents that were edited, by the hashes of what they are now; and lets the store
  /// know where documents lie by now in which they have written.
  ///
  /// Files are opened where a text with notes was not seen yet, or does not lie any more.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the documents, and in the files that are opened.
  package func unseen(
    by notes: LibraryNotes, _ files: FolderDocuments
  ) throws(StoreError) -> [String: DocumentReading] {
    let items = try database.rows(
      "SELECT path, number, hash FROM item JOIN document ON document.id = document ORDER BY path, number"
    ) { Known(hash: $0.text(2) ?? "", path: $0.text(0) ?? "", number: Int($0.integer(1))) }
    var found: [String: DocumentReading] = [:]
    var edited: [Known] = []
    func annotations(of item: Known) throws(StoreError) -> [PlacedAnnotation] {
      guard let document = try known(item, files) else { return [] }
      return notes.annotations(of: document, at: item.path, files)
    }
    var start = items.startIndex
    while start < items.endIndex {
      let path = items[start].path
      let end = items[start...].firstIndex { $0.path != path } ?? items.endIndex
      let inFile = items[start..<end]
      start = end
      guard notes.isToBeSeen(Set(inFile.map(\.hash)), at: path) else { continue }
      // First of all texts that are known it is kept where they lie.
      for item in inFile where notes.areKnown(of: item.hash) {
        _ = try annotations(of: item)
      }
      edited += inFile.filter { !notes.areKnown(of: $0.hash) }
    }
    for item in edited {
      let reading = DocumentReading(notes: try annotations(of: item))
      if reading.notes > 0 { found[item.hash] = reading }
    }
    return found
  }

  /// A document that was scanned.
  struct Known {
    var hash: String
    var path: String
    var number: Int
  }

  /// The document that `item` is; `nil` of what is another text by now: it is asked for its notes when it has been taken
  /// in, as the next scan does whatever size and time say, and it is known where the old text lies.
  func known(_ item: Known, _ files: FolderDocuments) throws(StoreError) -> FolderDocument? {
    guard let document = files.document(item.number, in: item.path) else { return nil }
    if document.hash == item.hash { return document }
    // Where it cannot be written, there is no scan either.
    try? database.transaction { () throws(StoreError) in
      try database.run("UPDATE file SET size = -1 WHERE path = ?", [.text(item.path)])
      try database.run("DELETE FROM meta WHERE name = 'listing'")
    }
    return nil
  }
}
