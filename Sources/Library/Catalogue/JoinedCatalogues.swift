import Annotations

/// Several catalogues that are asked as one: copies count once over all of them.
///
/// It is good for one question: what was taken in since it was made may be missing.
package struct JoinedCatalogues {
  /// The catalogues; in answers each is named by its number here.
  package let catalogues: [Catalogue]
  private let copies: SharedCopies

  /// The documents of `catalogues` together.
  ///
  /// - Parameters:
  ///   - catalogues: of folders none of which lies in another: ``FolderFiles/apart(_:)``.
  ///   - count: where only so many of the newest documents of each are asked for; then copies that differ by some
  ///     words are told in one catalogue alone.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n* log *n*) in the documents; of one catalogue, O(1).
  package init(_ catalogues: [Catalogue], newest count: Int? = nil) throws(StoreError) {
    self.catalogues = catalogues
    copies = try SharedCopies(of: catalogues, newest: count)
  }

  /// What `candidate` shares with its copies.
  func group(of candidate: Catalogue.Candidate) -> SharedCopies.Group {
    copies[candidate.alike, in: candidate.catalogue]
  }

  /// All documents, the newest first; the parts are those of ``Catalogue/shelf(withNames:atMost:)``.
  package func shelf(
    withNames: Bool, atMost count: Int = .max
  ) throws(StoreError) -> [ShelvedDocument] {
    var rows: [(document: ShelvedDocument, group: SharedCopies.Group)] = []
    for (number, catalogue) in catalogues.enumerated() {
      for var row in try catalogue.shelved(withNames: withNames, atMost: count) {
        row.document.catalogue = number
        rows.append((row.document, copies[row.alike, in: number]))
      }
    }
    if catalogues.count > 1 {
      rows = rows.enumerated().sorted { left, right in
        (right.element.document.time, left.offset) < (left.element.document.time, right.offset)
      }.map(\.element)
    }
    var places: [SharedCopies.Group: Int] = [:]
    var documents: [ShelvedDocument] = []
    for row in rows {
      if let place = places[row.group] {
        documents[place].copies.append(row.document)
      } else {
        places[row.group] = documents.count
        documents.append(row.document)
      }
    }
    return documents
  }

  /// The document of `candidate` with its copies, or the one copy that is meant; `nil` where no file has it.
  func document(_ candidate: Catalogue.Candidate) throws(StoreError) -> FoundDocument? {
    guard var document = try catalogues[candidate.catalogue].document(candidate) else {
      return nil
    }
    let own = SharedCopies.Group(catalogue: candidate.catalogue, alike: candidate.alike)
    document.place.catalogue = own.catalogue
    for place in document.copies.indices { document.copies[place].catalogue = own.catalogue }
    guard candidate.copy == nil else { return document }
    for group in copies.all(of: copies[own.alike, in: own.catalogue]) where group != own {
      for var place in try catalogues[group.catalogue].places(alike: group.alike) {
        place.catalogue = group.catalogue
        document.copies.append(place)
      }
    }
    return document
  }
}
