import Annotations
import ArabicAnalysis
import ArabicText
import Documents
import Platform

extension Catalogue {
  /// A document that is to be analysed.
  struct Task: Sendable {
    var document: Int64
    var hash: String
    var path: String
    var number: Int
    var revision: String?
  }

  /// The most corrected documents that are asked for by name; of more, all documents are looked at.
  private static let mostCorrected = 400

  /// How many documents are still to be analysed.
  package func pending(_ key: AnalysisKey, _ notes: LibraryNotes? = nil) throws(StoreError) -> Int {
    try tasks(key, notes).count
  }

  /// How many documents were analysed by another model or by other lists of names, and are analysed anew.
  package func outdated(_ key: AnalysisKey) throws(StoreError) -> Int {
    let counts = try database.rows(
      "SELECT count(*) FROM document WHERE live AND analysis IS NOT NULL AND analysis <> ?",
      [.text(key.text)]
    ) { Int($0.integer(0)) }
    return counts.first ?? 0
  }

  private func tasks(_ key: AnalysisKey, _ notes: LibraryNotes?) throws(StoreError) -> [Task] {
    // An index for each condition: nearly always none is met.
    var conditions = [
      "analysis IS NULL", "analysis < ?", "analysis > ?", "notes IS NOT NULL",
    ]
    var values: [SQLValue] = [.text(key.text), .text(key.text), .text(key.text)]
    let corrected = notes?.corrected ?? []
    if corrected.count > Self.mostCorrected {
      conditions = ["id"]
      values = [.text(key.text)]
    } else if !corrected.isEmpty {
      let paths = corrected.compactMap { notes?.inner($0) }
      for (names, condition) in [
        (corrected, "hash IN (%)"), (paths, "id IN (SELECT document FROM item WHERE path IN (%))"),
      ] {
        let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
        conditions.append(condition.replacing("%", with: places))
        values += names.map(SQLValue.text)
      }
    }
    let tasks = try database.rows(
      """
      SELECT document.id, document.hash, min(item.path), item.number, document.analysis IS ?, notes
      FROM document JOIN item ON item.document = document.id
      WHERE document.id IN (SELECT id FROM document WHERE \(conditions.joined(separator: " OR ")))
      GROUP BY document.id ORDER BY document.time DESC
      """, values
    ) { row -> Task? in
      let (hash, path) = (row.text(1) ?? "", row.text(2) ?? "")
      let revision = notes?.revision(ofHash: hash, at: path)
      guard row.integer(4) == 0 || row.text(5) != revision else { return nil }
      return Task(
        document: row.integer(0), hash: hash, path: path, number: Int(row.integer(3)),
        revision: revision)
    }.compactMap(\.self)
    // Those of one file behind one another: it is read once.
    var ranks: [String: Int] = [:]
    for task in tasks where ranks[task.path] == nil { ranks[task.path] = ranks.count }
    return tasks.enumerated().sorted {
      (ranks[$0.element.path] ?? 0, $0.offset) < (ranks[$1.element.path] ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Analyses the documents that were not yet analysed so, the newest first.
  ///
  /// It may be ended at any moment, by SIGKILL, too: a document is analysed with all that was found in it, or
  /// not at all, and none is analysed twice.
  ///
  /// - Parameters:
  ///   - key: what the analysis depends on beside the texts: the model, the lists of names. Where lists have
  ///     changed, only documents that hold a name of a changed line are analysed anew.
  ///   - reading: as for ``scan(_:jobs:tell:)``.
  ///   - jobs: how many are analysed at a time.
  ///   - notes: the person's corrections; a document is analysed anew where those of it have changed.
  ///   - first: paths of files whose documents come before all others.
  ///   - count: how many documents are analysed at most.
  ///   - files: the files as they were read for the documents before; `nil` to read them for these.
  ///   - analyze: what analyses a document with what the person has added to it.
  ///   - tell: told after each document.
  /// - Throws: ``StoreError``.
  package func analyze(
    _ key: AnalysisKey, _ reading: Corpus.Reading, jobs: Int, notes: LibraryNotes? = nil,
    first: Set<String> = [], atMost count: Int = .max, files: FolderDocuments? = nil,
    by analyze: @escaping @Sendable (Document, [PlacedAnnotation]) -> Analysis,
    tell: (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    guard try pending(key, notes) > 0 else { return }
    try alone { () throws(StoreError) in
      try adopt(key)
      var all = try tasks(key, notes)
      if borrowsFromOthers {
        all = try borrow(all, key, from: others())
        borrowsFromOthers = false
      }
      let urgent = first.isEmpty ? [] : all.filter { first.contains($0.path) }
      let rest = urgent.isEmpty ? all : all.filter { !first.contains($0.path) }
      let tasks = (urgent + rest).prefix(count)
      let documents = files ?? FolderDocuments(root, reading)
      let work = OrderedWork<Task, (Task, Found?)>(jobs: jobs) { take in
        for task in tasks where !take(task) { return }
      } work: { task in
        // A file that is another by now is taken in by the next scan.
        guard let item = documents.document(task.number, in: task.path) else { return (task, nil) }
        let document = item.document
        guard item.hash == task.hash else { return (task, nil) }
        let added =
          task.revision == nil
          ? [] : notes?.annotations(of: item, at: task.path, documents) ?? []
        return (task, Found(analyze(document, added), of: document.text))
      }
      var progress = Progress(done: 0, total: tasks.count)
      do throws(StoreError) {
        while let (task, findings) = work.next() {
          if let findings { try keep(findings, of: task, key) }
          progress.done += 1
          tell(progress)
        }
      } catch {
        work.stop()
        throw error
      }
    }
  }

  /// Keeps what was found in the document of `task`.
  func keep(
    _ findings: Found, of task: Task, _ key: AnalysisKey
  ) throws(StoreError) {
    try database.transaction { () throws(StoreError) in
      let id = SQLValue.integer(task.document)
      try database.run("DELETE FROM entity WHERE document = ?", [id])
      try database.run("DELETE FROM quotation WHERE document = ?", [id])
      try database.run("DELETE FROM topic WHERE document = ?", [id])
      var entities: [Int64] = []
      for entity in findings.entities {
        entities += try database.rows(
          "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING rowid",
          [
            id, .text(entity.kind.rawValue), .text(entity.name), .text(entity.names),
            .integer(Int64(entity.first.lower.utf8)), .integer(Int64(entity.first.upper.utf8)),
            .integer(Int64(entity.count)),
          ]
        ) { $0.integer(0) }
      }
      for names in Set(findings.entities.map(\.names) + findings.said.map(\.names)) {
        try know(names)
      }
      let kinds = Dictionary(
        findings.entities.map { ($0.names, $0.kind) }, uniquingKeysWith: { first, _ in first })
      for said in findings.said {
        let rows = try database.rows(
          "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING rowid",
          [
            id, .integer(Int64(said.span.lower.utf8)), .integer(Int64(said.span.upper.utf8)),
            said.speaker.map(SQLValue.text) ?? .null, .text(said.names),
            kinds[said.names].map { .text($0.rawValue) } ?? .null, .text(said.folded),
          ]
        ) { $0.integer(0) }
        guard let quotation = rows.first else { throw .damaged(path: database.path) }
        for topic in said.topics where entities.indices.contains(topic) {
          try database.run(
            "INSERT INTO topic VALUES (?, ?, ?)",
            [id, .integer(quotation), .integer(entities[topic])])
        }
      }
      try database.run(
        "UPDATE document SET analysis = ?, notes = ? WHERE id = ?",
        [.text(key.text), task.revision.map(SQLValue.text) ?? .null, id])
    }
  }

  /// Makes `names` findable by its words.
  func know(_ names: String) throws(StoreError) {
    let rows = try database.rows(
      "INSERT INTO name (names) VALUES (?) ON CONFLICT DO NOTHING RETURNING id", [.text(names)]
    ) { $0.integer(0) }
    guard let id = rows.first else { return }
    try database.run(
      "INSERT INTO named (rowid, names) VALUES (?, ?)", [.integer(id), .text(names)])
  }
}
