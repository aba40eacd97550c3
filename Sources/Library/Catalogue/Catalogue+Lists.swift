import Annotations

extension Catalogue {
  /// The most names by which documents are looked for; where more have changed, all are analysed anew.
  private static let mostChanges = 500

  /// Makes the analyses that a change of the lists of names cannot matter for those by `key`.
  ///
  /// That are the documents that no name whose line has come, gone or changed stands in, with all of its words. Only
  /// where they were analysed in the same way, by lists that are kept.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the documents, where lists have changed.
  package func adopt(_ key: AnalysisKey) throws(StoreError) {
    let others = try database.rows(
      """
      SELECT DISTINCT analysis FROM document
      WHERE analysis >= ? AND analysis < ? AND analysis <> ?
      """, [.text(key.way + "\t"), .text(key.way + "\u{A}"), .text(key.text)]
    ) { $0.text(0) ?? "" }
    for other in others {
      let name = "lists \(Substring(other.utf8.dropFirst(key.way.utf8.count + 1)))"
      let kept = try database.rows("SELECT value FROM meta WHERE name = ?", [.text(name)]) {
        $0.text(0) ?? ""
      }
      guard let lines = kept.first else { continue }
      let queries = AnalysisKey.queries(
        changing: lines.split(separator: "\n").map(String.init), to: key.lines)
      guard queries.count <= Self.mostChanges else { continue }
      try database.transaction { () throws(StoreError) in
        var affected: Set<Int64> = []
        for query in queries {
          affected.formUnion(
            try database.rows("SELECT rowid FROM words WHERE words MATCH ?", [.text(query.match)]) {
              $0.integer(0)
            })
        }
        let documents = try database.rows(
          "SELECT id FROM document WHERE analysis = ?", [.text(other)]
        ) { $0.integer(0) }
        for document in documents where !affected.contains(document) {
          try database.run(
            "UPDATE document SET analysis = ? WHERE id = ?",
            [.text(key.text), .integer(document)])
        }
      }
    }
    try keep(key)
  }

  /// Keeps the lists of `key`, and no more those that no analysis has heeded.
  private func keep(_ key: AnalysisKey) throws(StoreError) {
    guard let lines = key.keptLines else { return }
    let name = "lists \(key.fingerprint)"
    let known = try database.rows("SELECT 1 FROM meta WHERE name = ?", [.text(name)]) { _ in true }
    guard known.isEmpty else { return }
    try database.transaction { () throws(StoreError) in
      let used = try database.rows("SELECT DISTINCT analysis FROM document") { $0.text(0) ?? "" }
      let kept = try database.rows("SELECT name FROM meta WHERE name GLOB 'lists *'") {
        $0.text(0) ?? ""
      }
      for name in kept where !used.contains(where: { $0.hasSuffix("\t" + name.dropFirst(6)) }) {
        try database.run("DELETE FROM meta WHERE name = ?", [.text(name)])
      }
      try database.run("INSERT INTO meta VALUES (?, ?)", [.text(name), .text(lines)])
    }
  }
}
