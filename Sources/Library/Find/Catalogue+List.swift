import Annotations
import Documents
import Platform

extension Catalogue {
  /// A file that could not be read, or not all lines of it.
  package struct Unread: Hashable, Sendable {
    /// Its path.
    package var path: String
    /// Why, in English.
    package var reason: String
  }

  /// All documents, the newest first, each with its copies.
  ///
  /// - Parameter joinsCopies: whether copies are one row; without, each has its own.
  /// - Returns: the documents.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the documents.
  package func list(joiningCopies joinsCopies: Bool = true) throws(StoreError) -> [FoundDocument] {
    var places: [Int64: Int] = [:]
    var documents: [FoundDocument] = []
    let rows = try database.rows(
      """
      SELECT \(Self.columns), alike
      FROM document JOIN item ON item.document = document.id
      ORDER BY time DESC, document.id DESC, path, number
      """
    ) { row in (document: Self.document(row), alike: row.integer(Self.columnCount)) }
    for (document, alike) in rows {
      if joinsCopies, let place = places[alike] {
        documents[place].copies.append(document.place)
      } else {
        places[alike] = documents.count
        documents.append(document)
      }
    }
    return documents
  }

  /// What ``document(_:)`` reads.
  static let columns = "title, source, time, count, hash, path, number, start, date IS NOT NULL"
  /// How many these are.
  static let columnCount: Int32 = 9

  /// The document of a row of ``columns``.
  static func document(_ row: borrowing Statement) -> FoundDocument {
    FoundDocument(
      place: FoundDocument.Place(
        path: row.text(5) ?? "", number: Int(row.integer(6)), start: Int(row.integer(7))),
      title: row.text(0) ?? "", source: row.text(1),
      time: Timestamp(milliseconds: row.integer(2)), isDated: row.integer(8) != 0,
      count: Int(row.integer(3)),
      contentHash: row.text(4) ?? "")
  }

  /// The files that could not be read, or not all lines of them, by their paths.
  package func unread() throws(StoreError) -> [Unread] {
    try database.rows(
      "SELECT path, error FROM file WHERE error IS NOT NULL ORDER BY path"
    ) { Unread(path: $0.text(0) ?? "", reason: $0.text(1) ?? "") }
  }

  /// Why the file at `path`, from the folder, cannot be read, or some of its lines, to be told in any language;
  /// nothing where all of it can.
  ///
  /// - Complexity: O(*n*) in the file.
  package func failures(in path: String, _ reading: Corpus.Reading) -> [CorpusFailure] {
    do throws(DocumentError) {
      guard try FolderDocuments(root, reading).whole(path).badItems > 0 else { return [] }
    } catch {
      return [.file(error)]
    }
    var failures: [CorpusFailure] = []
    Corpus([FilePath.join(root, path)], reading).forEach { article in
      if case .failure(let failure) = article.content { failures.append(failure) }
      return true
    }
    return failures
  }
}
