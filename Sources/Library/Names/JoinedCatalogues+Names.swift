import Annotations
import ArabicText
import Platform

extension JoinedCatalogues {
  /// The names in the documents, and who speaks in them, with how often, the most first.
  ///
  /// - Parameter count: how many names at most.
  /// - Returns: the names.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the names of all documents.
  package func allNames(
    atMost count: Int
  ) throws(StoreError) -> [(name: SpeakerTable.Name, count: Int)] {
    var counts: [SpeakerTable.Name: Int] = [:]
    for catalogue in catalogues {
      for (name, count) in try catalogue.allNames() { counts[name, default: 0] += count }
    }
    return counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }.prefix(count)
      .map { (name: $0.key, count: $0.value) }
  }
}

extension Catalogue {
  /// A speaker whose kind is known stands among the names.
  fileprivate func allNames() throws(StoreError) -> [(SpeakerTable.Name, Int)] {
    try database.rows(
      """
      SELECT name, kind, count(*) FROM entity JOIN document ON document.id = entity.document
      WHERE live GROUP BY name, kind
      UNION ALL
      SELECT speaker, kind, count(*) FROM quotation JOIN document ON document.id = quotation.document
      WHERE live AND speaker IS NOT NULL AND kind IS NULL GROUP BY speaker, kind
      """
    ) { row in
      let kind = row.text(1).flatMap(EntityKind.init)
      return (
        SpeakerTable.Name(row.text(0) ?? "", kind.flatMap { $0.isNamed ? $0 : nil }),
        Int(row.integer(2))
      )
    }
  }
}
