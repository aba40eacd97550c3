import Annotations
import ArabicText
import Platform

/// What is in the articles that somebody asks for: who is named, who says what, and of whom.
package struct LibraryReport: Sendable {
  /// Somebody or something that is named.
  package struct Named: Hashable, Sendable {
    /// The name.
    package var name: SpeakerTable.Name
    /// In how many documents it stands.
    package var documents = 0
    /// How often it stands there.
    package var mentions = 0
    /// In how many documents of each period.
    package var periods: [Int]
  }

  /// A library, and how it is called.
  package struct Part {
    /// What is known of it.
    package var catalogue: Catalogue
    /// The folder as it was named.
    package var folder: String
    /// What the person has written in it.
    package var notes: LibraryNotes?

    /// The library of `catalogue`, which was named `folder`.
    package init(_ catalogue: Catalogue, folder: String, notes: LibraryNotes?) {
      (self.catalogue, self.folder, self.notes) = (catalogue, folder, notes)
    }
  }

  /// The documents, the newest first; copies are one.
  package private(set) var documents: [FoundDocument] = []
  /// How many there are, of which those are the newest.
  package private(set) var total = 0
  /// When they were published.
  package private(set) var periods = ReportPeriods(of: [])
  /// Who and what is named in them, the most first.
  package private(set) var named: [Named] = []
  /// What is said in them: those of the documents in which there is something, with the quotations.
  package private(set) var said: [FoundDocument] = []
  /// Who speaks of whom.
  package private(set) var speakers = SpeakerTable()
  /// Those of the documents in which the person has written something, with the passages.
  package private(set) var noted: [FoundDocument] = []

  /// The report on what `request` asks for in analysed libraries.
  ///
  /// - Parameters:
  ///   - parts: the libraries.
  ///   - request: what is asked for; its limit is that of the documents.
  ///   - reading: how their files are read.
  ///   - count: how many names are told of each speaker at most.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the names and quotations, and in the length of the documents.
  package init(
    of parts: [Part], _ request: FindRequest, _ reading: Corpus.Reading, topicsAtMost count: Int
  ) throws(StoreError) {
    func notes(_ catalogue: Catalogue) -> LibraryNotes? {
      parts.first { $0.catalogue === catalogue }?.notes
    }
    let folders = parts.map(\.folder)
    let libraries = try JoinedCatalogues(parts.map(\.catalogue))
    let found = try libraries.reported(request, reading, notes: notes)
    total = found.total
    documents = Self.placed(found.documents, in: folders)
    said = Self.placed(found.said, in: folders)
    noted = Self.placed(found.noted, in: folders)
    periods = ReportPeriods(of: found.names.joined().map(\.time))
    named = Self.counted(found.names, periods, request.same)
    speakers = try libraries.speakers(
      request, topicsAtMost: count, reading: reading, notes: notes)
  }

  private static func counted(
    _ parts: [[JoinedCatalogues.Reported.Mention]], _ periods: ReportPeriods, _ same: SameNames
  ) -> [Named] {
    var keys = NameKeys(same)
    var tallies: [NameKey: (spelling: NameTally, named: Named)] = [:]
    let none = [Int](repeating: 0, count: periods.count)
    for names in parts {
      var seen: [NameKey: Set<SpeakerCounts.Document>] = [:]
      for mention in names {
        guard let key = keys[mention.name] else { continue }
        var (spelling, named) =
          tallies[key] ?? (NameTally(), Named(name: mention.name, periods: none))
        spelling.add(mention.name.name)
        named.mentions += mention.count
        // Both spellings of a name may stand in one document.
        if seen[key, default: []].insert(mention.document).inserted {
          named.documents += 1
          named.periods[periods.index(of: mention.time)] += 1
        }
        tallies[key] = (spelling, named)
      }
    }
    return tallies.values.map { spelling, named in
      var named = named
      named.name.name = spelling.spelling
      return named
    }.sorted {
      ($1.documents, $1.mentions, $0.name.name) < ($0.documents, $0.mentions, $1.name.name)
    }
  }

  private static func placed(
    _ documents: [FoundDocument], in folders: [String]
  ) -> [FoundDocument] {
    documents.map { document in
      var document = document
      document.place.path = FilePath.join(
        folders[document.place.catalogue], document.place.path)
      return document
    }
  }
}
