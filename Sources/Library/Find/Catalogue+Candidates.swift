import Annotations
import ArabicText
import Platform

extension Catalogue {
  /// A document that matches, and the quotations and notes in it that do.
  struct Candidate {
    var document: Int64
    var time: Int64
    var alike: Int64
    /// The number of its catalogue among those that are asked.
    var catalogue = 0
    /// Where its copy is that is meant, and the number of it among those that have the same text; `nil` for all of
    /// them.
    var copy: (place: FoundDocument.Place, number: Int)?
    var quotations: [Int64] = []
    var notes: [PlacedAnnotation] = []

    /// What tells it from others in counts.
    var counted: SpeakerCounts.Document {
      SpeakerCounts.Document(catalogue: catalogue, row: document, copy: copy?.number ?? 0)
    }
  }

  /// So many documents are looked up by their rows sooner than all are gone through.
  private static let mostFewDocuments = 500

  /// The documents that `request` asks for, but for notes, the newest first; `named` are its names.
  func candidates(_ request: FindRequest, _ named: [WantedNames]) throws(StoreError) -> [Candidate]
  {
    var found: [Candidate] = []
    try visitCandidates(request, named) { found.append($0) }
    return request.asksForSpeech ? try speaking(request, among: found) : found
  }

  /// The first of them, so many that differ by more than a few words, and how many such there are in all; of what
  /// `request` asks for neither speech nor notes nor copies may be a part.
  func newest(
    _ request: FindRequest, _ named: [WantedNames]
  ) throws(StoreError) -> (first: [Candidate], total: Int) {
    var first: [Candidate] = []
    var seen = RowSet()
    try visitCandidates(request, named) { candidate in
      if seen.insert(candidate.alike), first.count < request.limit { first.append(candidate) }
    }
    return (first, seen.count)
  }

  /// Gives those that have the words, the names, the time and the source to `visit`, the newest first.
  private func visitCandidates(
    _ request: FindRequest, _ named: [WantedNames], _ visit: (Candidate) -> Void
  ) throws(StoreError) {
    var conditions: [String] = []
    var values: [SQLValue] = []
    // Of many, all documents are gone through by their times: an index has all that is asked for.
    var areMany = request.named.isEmpty
    let having = try request.words.map { words throws(StoreError) in try rows(having: words) }
    if let having, request.words?.excludesOnly == false, having.count <= Self.mostFewDocuments {
      conditions.append("IN (SELECT value FROM json_each(?))")
      values.append(.text(having.written))
      areMany = false
    }
    for (named, names) in zip(request.named, named) {
      conditions.append(
        "IN (SELECT document FROM entity WHERE \(names.condition) AND kind = ?)")
      values += names.values + [.text(named.kind.rawValue)]
    }
    // A sign before the name of a column keeps SQLite from looking for each row by it.
    let column = areMany ? "+id" : "id"
    conditions = conditions.map { "\(column) \($0)" }
    if let since = request.since {
      conditions.append("time >= ?")
      values.append(.integer(since.milliseconds))
    }
    if let until = request.until {
      conditions.append("time < ?")
      values.append(.integer(until.milliseconds))
    }
    let wanted = request.sources.map(NameWords.wanted)
    _ = try database.rows(
      """
      SELECT id, time, alike\(wanted.isEmpty ? "" : ", source") FROM document
      WHERE \((["live = 1"] + conditions).joined(separator: " AND "))
      ORDER BY time DESC, id DESC
      """, values
    ) { row in
      let id = row.integer(0)
      if let having, having.contains(id) == request.words?.excludesOnly { return }
      if !wanted.isEmpty {
        let source = " \(NameWords.wanted(row.text(3) ?? "")) "
        guard wanted.allSatisfy({ source.contains(" \($0) ") }) else { return }
      }
      visit(Candidate(document: id, time: row.integer(1), alike: row.integer(2)))
    }
  }

  /// The documents that have what `words` look for; of those that must not be there alone, what has any of these.
  private func rows(having words: FindQuery) throws(StoreError) -> RowSet {
    var found = RowSet()
    _ = try database.rows("SELECT rowid FROM words WHERE words MATCH ?", [.text(words.match)]) {
      found.insert($0.integer(0))
    }
    return found
  }

  private func speaking(
    _ request: FindRequest, among candidates: [Candidate]
  ) throws(StoreError) -> [Candidate] {
    var conditions: [String] = []
    var values: [SQLValue] = []
    for speaker in request.speakers {
      let names = try wanted(WholeName.name(in: speaker), nil, request.same)
      conditions.append(names.condition)
      values += names.values
    }
    let all = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    let whole = WholeNames(request.speakers, request.same)
    var rows = try database.rows("SELECT document, rowid, speaker FROM quotation\(all)", values) {
      row -> (Int64, Int64)? in
      whole.isEmpty || whole.hold(of: row.text(2) ?? "") ? (row.integer(0), row.integer(1)) : nil
    }.compactMap(\.self)
    for about in request.about {
      let named = try quotations(about, request.same)
      var kept: [(Int64, Int64)] = []
      for row in rows {
        let texts = try database.rows(
          "SELECT folded FROM quotation WHERE rowid = ?", [.integer(row.1)]
        ) { $0.text(0) ?? "" }
        if named.contains(row.1)
          || texts.first.map({ about.words?.isFound(in: $0) ?? false }) == true
        {
          kept.append(row)
        }
      }
      rows = kept
    }
    let quotations = Dictionary(grouping: rows) { $0.0 }
    return candidates.compactMap { candidate in
      guard let rows = quotations[candidate.document] else { return nil }
      var candidate = candidate
      candidate.quotations = rows.map { $0.1 }
      return candidate
    }
  }

  /// The quotations in which somebody or something of the name in `about` is meant.
  private func quotations(
    _ about: FindRequest.About, _ same: SameNames
  ) throws(StoreError) -> Set<Int64> {
    guard let name = about.name else { return [] }
    let names = try wanted(WholeName.name(in: name), nil, same)
    let whole = WholeNames([name], same)
    let rows = try database.rows(
      """
      SELECT quotation, name FROM topic JOIN entity ON entity.rowid = topic.entity
      WHERE entity IN (SELECT rowid FROM entity WHERE \(names.condition))
      """, names.values
    ) { row in
      whole.isEmpty || whole.hold(of: row.text(1) ?? "") ? row.integer(0) : nil
    }
    return Set(rows.compactMap(\.self))
  }

  /// `candidates` with each of the files of one text by itself; where `items` are given, of these alone.
  func single(
    _ candidates: [Candidate], among items: Set<String>?
  ) throws(StoreError) -> [Candidate] {
    var places: [Int64: [FoundDocument.Place]] = [:]
    _ = try database.rows(
      "SELECT document, path, number, start FROM item ORDER BY path, number"
    ) { row in
      let place = FoundDocument.Place(
        path: row.text(1) ?? "", number: Int(row.integer(2)), start: Int(row.integer(3)))
      if items?.contains(FilePath.join(root, place.name)) ?? true {
        places[row.integer(0), default: []].append(place)
      }
    }
    return candidates.flatMap { candidate in
      (places[candidate.document] ?? []).enumerated().map { number, place in
        var copy = candidate
        copy.copy = (place, number)
        return copy
      }
    }
  }

  /// Those of `candidates` in which the person has written what is asked for.
  func noted(
    _ request: FindRequest, among candidates: [Candidate], _ notes: LibraryNotes?,
    _ files: FolderDocuments
  ) throws(StoreError) -> [Candidate] {
    guard let notes else { return [] }
    var noted: [Candidate] = []
    // What has moved elsewhere is no earlier state of what has come in its place.
    _ = try unseen(by: notes, files)
    let items = try annotatedItems(notes)
    for candidate in candidates {
      guard let items = items[candidate.document] else { continue }
      var found: [AnnotationID: PlacedAnnotation] = [:]
      for item in items {
        guard let document = try known(item, files) else { continue }
        for placed in notes.annotations(of: document, at: item.path, files) {
          found[placed.id] = placed
        }
      }
      let asked = request.asked(of: found.map(\.value))
      guard !asked.isEmpty else { continue }
      var candidate = candidate
      candidate.notes = asked.sorted {
        ($0.span ?? .init(.zero, .zero), $0.annotation.created)
          < ($1.span ?? .init(.zero, .zero), $1.annotation.created)
      }
      noted.append(candidate)
    }
    return noted
  }

  /// The places of each document in which `notes` may have something, in order.
  private func annotatedItems(_ notes: LibraryNotes) throws(StoreError) -> [Int64: [Known]] {
    var items: [Int64: [Known]] = [:]
    _ = try database.rows(
      """
      SELECT document.id, hash, path, number FROM document JOIN item ON item.document = document.id
      ORDER BY path, number
      """
    ) { row in
      let item = Known(
        hash: row.text(1) ?? "", path: row.text(2) ?? "", number: Int(row.integer(3)))
      guard notes.mayHave(item.hash, at: item.path) else { return }
      items[row.integer(0), default: []].append(item)
    }
    return items
  }
}
