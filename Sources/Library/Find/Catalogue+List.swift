import Annotations
import Platform

extension Catalogue {
  /// A file that could not be read.
  package struct Unread: Hashable, Sendable {
    /// Its path.
    package var path: String
    /// Why, in English.
    package var reason: String
  }

  /// All documents, the newest first, each with its copies.
  ///
  /// - Complexity: O(*n* log *n*) in the files.
  package func list() throws(StoreError) -> [FoundDocument] {
    var places: [String: Int] = [:]
    var documents: [FoundDocument] = []
    let rows = try database.rows(
      """
      SELECT title, source, time, count, folded, path
      FROM document JOIN file ON file.document = document.id
      ORDER BY time DESC, document.id DESC, path
      """
    ) { row in
      (
        FoundDocument(
          path: row.text(5) ?? "", title: row.text(0) ?? "", source: row.text(1),
          time: Timestamp(milliseconds: row.integer(2)), count: Int(row.integer(3)), copies: []),
        row.text(4) ?? ""
      )
    }
    for (document, folded) in rows {
      if let place = places[folded] {
        documents[place].copies.append(document.path)
      } else {
        places[folded] = documents.count
        documents.append(document)
      }
    }
    return documents
  }

  /// The files that could not be read, by their paths.
  package func unread() throws(StoreError) -> [Unread] {
    try database.rows(
      "SELECT path, error FROM file WHERE error IS NOT NULL AND size > 0 ORDER BY path"
    ) { Unread(path: $0.text(0) ?? "", reason: $0.text(1) ?? "") }
  }
}
