import Annotations
import ArabicText
import Platform

/// What a library knows of a name: where it stands, what is said under it, and who is named beside it.
package struct NameRecord: Hashable, Sendable {
  /// A month.
  package struct Month: Hashable, Comparable, Sendable {
    /// Its number, counted from January of the year 0.
    package var number: Int

    /// The month `number`.
    package init(number: Int) { self.number = number }

    /// The month of `time`, in UTC.
    init(of time: Timestamp) {
      let parts = time.iso.prefix(7).split(separator: "-").compactMap { Int($0) }
      number = parts.count == 2 ? 12 * parts[0] + parts[1] - 1 : 0
    }

    /// The year.
    package var year: Int { number / 12 }
    /// The month in its year, from 1.
    package var month: Int { number % 12 + 1 }

    package static func < (one: Month, other: Month) -> Bool { one.number < other.number }
  }

  /// A name that stands in the same documents.
  package struct Companion: Hashable, Sendable {
    /// The name.
    package var name: SpeakerTable.Name
    /// In how many of them.
    package var documents: Int
  }

  /// How many documents have the name, by the month in which they were published; copies are one.
  package var months: [Month: Int] = [:]
  /// The newest of them.
  package var newest = Findings()
  /// The newest documents in which somebody of the name is quoted, with the quotations.
  package var said = Findings()
  /// Who and what is named in the same documents, the most first.
  package var companions: [Companion] = []
  /// The longer names that hold it and are found by it, in one spelling each.
  package var longerNames: [String] = []

  /// A name of which nothing is known.
  package init() {}

  /// In how many documents the name stands.
  package var documents: Int { months.values.reduce(0, +) }
}

extension JoinedCatalogues {
  /// What is known of `name`, wherever it is a name, or words of one, of the same kind.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - reading: as for ``find(_:_:notes:isCancelled:)``.
  ///   - same: which names are of one, and which are not, as the person says.
  ///   - count: how many documents are told, and how many with quotations.
  ///   - isCancelled: whether nobody waits for it any more; the rest is then left out.
  /// - Returns: what is known.
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the names of the documents that have it.
  package func record(
    of name: SpeakerTable.Name, _ reading: Corpus.Reading, same: SameNames = SameNames(),
    atMost count: Int, isCancelled: () -> Bool = { false }
  ) throws(StoreError) -> NameRecord {
    var record = NameRecord()
    var request = FindRequest()
    (request.same, request.limit) = (same, count)
    request.named = name.kind.map { [FindRequest.Named($0, name.name)] } ?? []
    guard !request.named.isEmpty, FindRequest.isName(name.name) else { return record }
    let candidates = try originals(request)
    for candidate in candidates {
      let month = NameRecord.Month(of: Timestamp(milliseconds: candidate.time))
      record.months[month, default: 0] += 1
    }
    record.newest = try find(request, reading, isCancelled: isCancelled)
    var speech = FindRequest()
    (speech.speakers, speech.same, speech.limit) = ([name.name], same, count)
    record.said = try find(speech, reading, isCancelled: isCancelled)
    var keys = NameKeys(same)
    var tallies: [NameKey: NameTally] = [:]
    var longer: [NameKey: String] = [:]
    for (number, catalogue) in catalogues.enumerated() where !isCancelled() {
      let documents = candidates.filter { $0.catalogue == number }.map(\.document)
      try catalogue.count(namesBeside: name, same, in: documents, &keys, &tallies)
      for other in try catalogue.longerNames(than: name, same) {
        if let key = keys[other], longer[key] == nil { longer[key] = other.name }
      }
    }
    record.longerNames = longer.values.sorted()
    record.companions = tallies.map { key, tally in
      NameRecord.Companion(
        name: SpeakerTable.Name(tally.spelling, key.kind), documents: tally.count)
    }.sorted { ($1.documents, $0.name) < ($0.documents, $1.name) }
    return record
  }
}

extension Catalogue {
  /// The names of more words by which those are called who are found as `name`.
  fileprivate func longerNames(
    than name: SpeakerTable.Name, _ same: SameNames
  ) throws(StoreError) -> [SpeakerTable.Name] {
    let own = try wanted(name.name, name.kind, same)
    let count = NameWords.wanted(name.name).split(separator: " ").count
    let names = try database.rows(
      "SELECT DISTINCT name FROM entity WHERE \(own.condition) AND kind = ?",
      own.values + [.text(name.kind?.rawValue ?? "")]
    ) { same.shown($0.text(0) ?? "") }
    return names.filter { NameWords.wanted($0).split(separator: " ").count > count }
      .map { SpeakerTable.Name($0, name.kind) }
  }

  /// Counts who and what is named in each of `documents` beside `name`.
  fileprivate func count(
    namesBeside name: SpeakerTable.Name, _ same: SameNames, in documents: [Int64],
    _ keys: inout NameKeys, _ tallies: inout [NameKey: NameTally]
  ) throws(StoreError) {
    let own = try wanted(name.name, name.kind, same)
    for document in documents {
      let names = try database.rows(
        "SELECT name, kind, names FROM entity WHERE document = ?", [.integer(document)]
      ) { row -> SpeakerTable.Name? in
        let kind = row.text(1).flatMap(EntityKind.init)
        if kind == name.kind, own.areFound(in: row.text(2) ?? "") { return nil }
        return SpeakerTable.Name(same.shown(row.text(0) ?? ""), kind)
      }
      var seen: Set<NameKey> = []
      for name in names.compactMap(\.self) where name.kind?.isNamed == true {
        guard let key = keys[name], seen.insert(key).inserted else { continue }
        tallies[key, default: NameTally()].add(name.name)
      }
    }
  }
}
