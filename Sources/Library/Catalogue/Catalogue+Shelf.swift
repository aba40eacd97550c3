import Annotations
import ArabicText
import Platform

/// A document of a catalogue as a list of all of them shows it.
package struct ShelvedDocument: Hashable, Sendable {
  /// The number of its catalogue among those that were asked.
  package var catalogue = 0
  /// The path of its file, from the folder.
  package var path: String
  /// Its number in that, counted from 1; 0 where the file is the document.
  package var number = 0
  /// The hash of its text.
  package var hash: String
  /// Its title, or its first line.
  package var title: String
  /// Who published it.
  package var source: String?
  /// When it was published, or else when its file was changed.
  package var time: Timestamp
  /// How many words it has.
  package var count: Int
  /// The other documents that are the same, or nearly so.
  package var copies: [ShelvedDocument] = []
  /// Who is named most in it, the most first; nothing where it was not analysed.
  package var names: [String] = []
  /// Who and what is named in it, places too; nothing where it was not analysed.
  package var allNames: [String] = []
}

extension Catalogue {
  /// How many names are told of a document.
  private static let mostNames = 4

  /// All documents, the newest first.
  ///
  /// - Parameters:
  ///   - withNames: whether who is named is told, which takes several times as long.
  ///   - count: how many of the newest are given at most.
  /// - Returns: a row for each document, copies in one.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the files, and O(*n*) in the names where these are told.
  package func shelf(
    withNames: Bool, atMost count: Int = .max
  ) throws(StoreError) -> [ShelvedDocument] {
    try JoinedCatalogues([self]).shelf(withNames: withNames, atMost: count)
  }

  /// The same, each copy by itself, with what copies share.
  func shelved(
    withNames: Bool, atMost count: Int
  ) throws(StoreError) -> [(document: ShelvedDocument, alike: Int64)] {
    let rows = try database.rows(
      """
      SELECT path, hash, title, source, time, count, alike, document.id, number
      FROM document JOIN item ON item.document = document.id
      WHERE document.id IN (
        SELECT id FROM document WHERE live ORDER BY time DESC, id DESC LIMIT ?)
      ORDER BY time DESC, document.id DESC, path, number
      """, [.integer(Int64(count))]
    ) { row in
      (
        ShelvedDocument(
          path: row.text(0) ?? "", number: Int(row.integer(8)), hash: row.text(1) ?? "",
          title: row.text(2) ?? "",
          source: row.text(3), time: Timestamp(milliseconds: row.integer(4)),
          count: Int(row.integer(5))),
        alike: row.integer(6), id: row.integer(7)
      )
    }
    let names = withNames ? try names() : [:]
    return rows.map { row in
      var document = row.0
      if let names = names[row.id] { (document.names, document.allNames) = names }
      return (document, row.alike)
    }
  }

  /// The people and organisations that are named most in each document, and all names in it.
  private func names() throws(StoreError) -> [Int64: (most: [String], all: [String])] {
    let place = EntityKind.place.rawValue
    var named: [Int64: [(name: String, count: Int64, isPlace: Bool)]] = [:]
    _ = try database.rows(
      "SELECT document, name, count, kind = ? FROM entity WHERE kind IN (?, ?, ?)",
      [
        .text(place), .text(EntityKind.person.rawValue), .text(EntityKind.organisation.rawValue),
        .text(place),
      ]
    ) { row in
      named[row.integer(0), default: []].append(
        (row.text(1) ?? "", row.integer(2), row.integer(3) != 0))
    }
    return named.mapValues { names in
      let most = names.filter { !$0.isPlace }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      return (most.prefix(Self.mostNames).map(\.name), names.map(\.name))
    }
  }
}
