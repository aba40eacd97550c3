import Annotations
import ArabicAnalysis
import ArabicText
import Platform

extension Catalogue {
  /// How many analyses are taken over by one change.
  private static let borrowedAtOnce = 256

  /// The other catalogues that are kept beside this one, but for those that cannot be read.
  ///
  /// They may know the same texts: folders are moved, renamed, and opened together with others.
  func others() -> [Database] {
    guard let path else { return [] }
    let folder = FilePath.folder(of: path)
    return Folder.names(in: folder).sorted().compactMap { name in
      let other = FilePath.join(folder, name)
      guard name.hasSuffix(".sqlite"), other != path,
        let database = try? Database(path: other),
        (try? Self.version(of: database)) == version
      else { return nil }
      return database
    }
  }

  /// Takes over what `others` know by `key` of the texts of `tasks`.
  ///
  /// - Returns: those of which none knows anything.
  /// - Throws: ``StoreError``, of this catalogue.
  func borrow(
    _ tasks: [Task], _ key: AnalysisKey, from others: [Database]
  ) throws(StoreError) -> [Task] {
    var left = tasks
    for other in others where !left.isEmpty {
      let known = try? other.rows(
        "SELECT DISTINCT hash FROM document WHERE analysis = ? AND notes IS NULL", [.text(key.text)]
      ) { $0.text(0) ?? "" }
      let hashes = Set(known ?? [])
      // The person's corrections are not in the text.
      let wanted = left.filter { $0.revision == nil && hashes.contains($0.hash) }
      var taken: Set<Int64> = []
      for start in stride(from: 0, to: wanted.count, by: Self.borrowedAtOnce) {
        let part = wanted[start..<min(wanted.count, start + Self.borrowedAtOnce)]
        try database.transaction { () throws(StoreError) in
          for task in part {
            guard let found = try? Found(of: task.hash, key, in: other) else { continue }
            try keep(found, of: task, key)
            taken.insert(task.document)
          }
        }
      }
      left.removeAll { taken.contains($0.document) }
    }
    return left
  }
}

extension Catalogue.Found {
  /// What `catalogue` knows by `key` of the text with the hash `hash`; `nil` where it knows nothing.
  fileprivate init?(
    of hash: String, _ key: AnalysisKey, in catalogue: Database
  ) throws(StoreError) {
    let documents = try catalogue.rows(
      "SELECT id FROM document WHERE hash = ? AND analysis = ? AND notes IS NULL LIMIT 1",
      [.text(hash), .text(key.text)]
    ) { $0.integer(0) }
    guard let document = documents.first else { return nil }
    func span(_ row: borrowing Statement, _ column: Int32) -> TextSpan {
      let bounds = [row.integer(column), row.integer(column + 1)].map { max(0, Int($0)) }
      return TextSpan(utf8: bounds[0]..<max(bounds[0], bounds[1]))
    }
    var places: [Int64: Int] = [:]
    entities = try catalogue.rows(
      """
      SELECT rowid, kind, name, names, count, first, last FROM entity WHERE document = ?
      ORDER BY rowid
      """, [.integer(document)]
    ) { row in
      places[row.integer(0)] = places.count
      return Entity(
        kind: row.text(1).flatMap(EntityKind.init) ?? .unnamed, name: row.text(2) ?? "",
        names: row.text(3) ?? "", first: span(row, 5), count: Int(row.integer(4)))
    }
    var topics: [Int64: [Int]] = [:]
    _ = try catalogue.rows(
      "SELECT quotation, entity FROM topic WHERE document = ? ORDER BY rowid", [.integer(document)]
    ) { row in
      if let place = places[row.integer(1)] { topics[row.integer(0), default: []].append(place) }
    }
    said = try catalogue.rows(
      """
      SELECT rowid, speaker, names, folded, first, last FROM quotation WHERE document = ?
      ORDER BY rowid
      """, [.integer(document)]
    ) { row in
      Said(
        span: span(row, 4), speaker: row.text(1), names: row.text(2) ?? "",
        folded: row.text(3) ?? "", topics: topics[row.integer(0)] ?? [])
    }
  }
}
