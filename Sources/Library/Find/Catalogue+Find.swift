import Annotations
import ArabicText
import Documents
import Platform

extension Catalogue {
  /// Finds what is asked for in what was scanned, and analysed where that is needed; the newest first.
  ///
  /// Files are opened again for the words around what was found; of one that has gone there are none.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the documents that match, and in the length of those that are given.
  package func find(
    _ request: FindRequest, _ reading: Corpus.Reading
  ) throws(StoreError) -> Findings {
    var findings = Findings()
    let candidates = try candidates(request)
    findings.total = candidates.count
    var seen: Set<String> = []
    for candidate in candidates where findings.documents.count < request.limit {
      guard let known = try document(candidate.document) else { continue }
      guard seen.insert(known.folded).inserted else { continue }
      var document = known.document
      document.passages = try passages(
        of: candidate, at: FilePath.join(root, document.path), request, reading)
      findings.documents.append(document)
    }
    return findings
  }

  /// A document that matches, and the quotations in it that do.
  private struct Candidate {
    var document: Int64
    var time: Int64
    var quotations: [Int64] = []
  }

  private func candidates(_ request: FindRequest) throws(StoreError) -> [Candidate] {
    var conditions = ["live"]
    var values: [SQLValue] = []
    if let words = request.words {
      conditions.append("id IN (SELECT rowid FROM words WHERE words MATCH ?)")
      values.append(.text(words.match))
    }
    for named in request.named {
      conditions.append(
        "id IN (SELECT document FROM entity WHERE instr(names, ?) > 0 AND kind = ?)")
      values += [.text(" \(NameWords.wanted(named.name)) "), .text(named.kind.rawValue)]
    }
    if let since = request.since {
      conditions.append("time >= ?")
      values.append(.integer(since.milliseconds))
    }
    if let until = request.until {
      conditions.append("time < ?")
      values.append(.integer(until.milliseconds))
    }
    let wanted = request.source.map(NameWords.wanted)
    let rows = try database.rows(
      "SELECT id, time, source FROM document WHERE \(conditions.joined(separator: " AND "))", values
    ) { ($0.integer(0), $0.integer(1), wanted == nil ? nil : $0.text(2)) }
    var found = rows.filter { row in
      wanted.map { " \(NameWords.wanted(row.2 ?? "")) ".contains(" \($0) ") } ?? true
    }.map { Candidate(document: $0.0, time: $0.1) }
    if request.asksForSpeech { found = try speaking(request, among: found) }
    return found.sorted { ($0.time, $0.document) > ($1.time, $1.document) }
  }

  private func speaking(
    _ request: FindRequest, among candidates: [Candidate]
  ) throws(StoreError) -> [Candidate] {
    var rows: [(Int64, Int64)]
    if let speaker = request.speaker {
      rows = try database.rows(
        "SELECT document, rowid FROM quotation WHERE instr(names, ?) > 0",
        [.text(" \(NameWords.wanted(speaker)) ")]
      ) { ($0.integer(0), $0.integer(1)) }
    } else {
      rows = try database.rows("SELECT document, rowid FROM quotation") {
        ($0.integer(0), $0.integer(1))
      }
    }
    if let said = request.said {
      var kept: [(Int64, Int64)] = []
      for row in rows {
        let texts = try database.rows(
          "SELECT folded FROM quotation WHERE rowid = ?", [.integer(row.1)]
        ) { $0.text(0) ?? "" }
        if let text = texts.first, said.isFound(in: text) { kept.append(row) }
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

  /// A document with its copies, and the hash that they share.
  private func document(
    _ id: Int64
  ) throws(StoreError) -> (document: FoundDocument, folded: String)? {
    let rows = try database.rows(
      "SELECT title, source, time, count, folded FROM document WHERE id = ?", [.integer(id)]
    ) { row in
      (
        FoundDocument(
          path: "", title: row.text(0) ?? "", source: row.text(1),
          time: Timestamp(milliseconds: row.integer(2)), count: Int(row.integer(3)), copies: []),
        row.text(4) ?? ""
      )
    }
    guard let row = rows.first else { return nil }
    var document = row.0
    let folded = row.1
    let paths = try database.rows(
      """
      SELECT path, document.id = ? FROM document JOIN file ON file.document = document.id
      WHERE folded = ? ORDER BY document.id <> ?, path
      """, [.integer(id), .text(folded), .integer(id)]
    ) { ($0.text(0) ?? "", $0.integer(1) == 1) }
    guard let first = paths.first, first.1 else { return nil }
    document.path = first.0
    document.copies = paths.dropFirst().map(\.0)
    return (document, folded)
  }

  private func passages(
    of candidate: Candidate, at path: String, _ request: FindRequest, _ reading: Corpus.Reading
  ) throws(StoreError) -> [FoundDocument.Passage] {
    guard request.words != nil || request.needsAnalysis,
      let document = try? Self.document(at: path, reading)
    else { return [] }
    let text = document.text
    var places: [(span: TextSpan, speaker: String?)] = []
    func place(_ row: borrowing Statement, _ column: Int32) -> TextSpan? {
      let bounds = [row.integer(column), row.integer(column + 1)].map { Int($0) }
      // Of a file that is another by now, they say nothing.
      guard bounds[0] >= 0, bounds[0] <= bounds[1], bounds[1] <= text.utf8Count else { return nil }
      return TextSpan(.zero + bounds[0], .zero + bounds[1])
    }
    if request.asksForSpeech {
      for quotation in candidate.quotations {
        let rows = try database.rows(
          "SELECT speaker, first, last FROM quotation WHERE rowid = ?", [.integer(quotation)]
        ) { row in (row.text(0), place(row, 1)) }
        for (speaker, span) in rows { if let span { places.append((span, speaker)) } }
      }
    } else if let words = request.words {
      for paragraph in text.paragraphs(in: text.span) {
        places += words.places(in: text, paragraph.content).map { ($0, nil) }
      }
    } else {
      for named in request.named {
        let rows = try database.rows(
          "SELECT first, last FROM entity WHERE document = ? AND kind = ? AND instr(names, ?) > 0",
          [
            .integer(candidate.document), .text(named.kind.rawValue),
            .text(" \(NameWords.wanted(named.name)) "),
          ]
        ) { row in place(row, 0) }
        places += rows.compactMap(\.self).map { ($0, nil) }
      }
    }
    let counter = ScalarCounter(text)
    return places.sorted { $0.span < $1.span }.map { place in
      PassageContext(text, around: place.span).passage(counter, speaker: place.speaker)
    }
  }
}
