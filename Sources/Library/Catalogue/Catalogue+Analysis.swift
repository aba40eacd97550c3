import Annotations
import ArabicAnalysis
import ArabicText
import Documents
import Platform

extension Catalogue {
  /// What is kept of an analysis.
  private struct Found: Sendable {
    struct Entity: Sendable {
      var kind: EntityKind
      var name: String
      var names: String
      var first: TextSpan
      var count: Int
    }

    struct Said: Sendable {
      var span: TextSpan
      var speaker: String?
      var names: String
      var folded: String
    }

    var entities: [Entity] = []
    var said: [Said] = []

    init(_ analysis: Analysis, of text: DecodedText) {
      var names: [EntityID: String] = [:]
      for entity in analysis.entities {
        guard let first = entity.mentions.first?.span else { continue }
        let spelt =
          [entity.canonical]
          + entity.mentions.filter { $0.form != .nominal }.map { text.string(in: $0.span) }
        let folded = NameWords.kept(spelt)
        names[entity.id] = folded
        entities.append(
          Entity(
            kind: entity.kind, name: entity.canonical, names: folded, first: first,
            count: entity.mentions.count))
      }
      let canonical = Dictionary(
        analysis.entities.map { ($0.id, $0.canonical) }, uniquingKeysWith: { first, _ in first })
      for quotation in analysis.quotations where quotation.kind.isSpeech {
        guard let first = quotation.content.first, let last = quotation.content.last else {
          continue
        }
        let span = TextSpan(first.lower, max(first.upper, last.upper))
        let source = quotation.source.map { text.string(in: $0) }
        let speaker = quotation.speaker.flatMap { canonical[$0] } ?? source
        said.append(
          Said(
            span: span, speaker: speaker,
            names: quotation.speaker.flatMap { names[$0] }
              ?? NameWords.kept(
                [source].compactMap(\.self)),
            folded: quotation.content.map { CataloguedText.folded(text, in: $0) }
              .joined(separator: " ")))
      }
    }
  }

  private struct Task: Sendable {
    var document: Int64
    var hash: String
    var path: String
  }

  /// How many documents are still to be analysed.
  package func pending(_ key: String) throws(StoreError) -> Int {
    try tasks(key).count
  }

  private func tasks(_ key: String) throws(StoreError) -> [Task] {
    try database.rows(
      """
      SELECT document.id, document.hash, min(file.path) FROM document
      JOIN file ON file.document = document.id
      WHERE document.analysis IS NOT ? GROUP BY document.id ORDER BY document.time DESC
      """, [.text(key)]
    ) { Task(document: $0.integer(0), hash: $0.text(1) ?? "", path: $0.text(2) ?? "") }
  }

  /// Analyses the documents that were not yet analysed so, the newest first.
  ///
  /// It may be ended at any moment, by SIGKILL, too: a document is analysed with all that was found in it, or
  /// not at all, and none is analysed twice.
  ///
  /// - Parameters:
  ///   - key: what the analysis depends on beside the texts: the model, the lists of the person.
  ///   - reading: as for ``scan(_:jobs:tell:)``.
  ///   - jobs: how many are analysed at a time.
  ///   - first: paths of files whose documents come before all others.
  ///   - count: how many documents are analysed at most.
  ///   - analyze: what analyses a document.
  ///   - tell: told after each document.
  /// - Throws: ``StoreError``.
  package func analyze(
    _ key: String, _ reading: Corpus.Reading, jobs: Int, first: Set<String> = [],
    atMost count: Int = .max, by analyze: @escaping @Sendable (Document) -> Analysis,
    tell: (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    guard try pending(key) > 0 else { return }
    try alone { () throws(StoreError) in
      let all = try tasks(key)
      let urgent = first.isEmpty ? [] : all.filter { first.contains($0.path) }
      let rest = urgent.isEmpty ? all : all.filter { !first.contains($0.path) }
      let tasks = (urgent + rest).prefix(count)
      let root = root
      let work = OrderedWork<Task, (Task, Found?)>(jobs: jobs) { take in
        for task in tasks where !take(task) { return }
      } work: { task in
        // A file that is another by now is taken in by the next scan.
        guard let document = try? Self.document(at: FilePath.join(root, task.path), reading),
          (document.contentHash ?? DocumentLoader.contentHash(of: document.text)) == task.hash
        else { return (task, nil) }
        return (task, Found(analyze(document), of: document.text))
      }
      var progress = Progress(done: 0, total: tasks.count)
      do throws(StoreError) {
        while let (task, findings) = work.next() {
          if let findings { try keep(findings, of: task.document, key) }
          progress.done += 1
          tell(progress)
        }
      } catch {
        work.stop()
        throw error
      }
    }
  }

  private func keep(
    _ findings: Found, of document: Int64, _ key: String
  ) throws(StoreError) {
    try database.transaction { () throws(StoreError) in
      let id = SQLValue.integer(document)
      try database.run("DELETE FROM entity WHERE document = ?", [id])
      try database.run("DELETE FROM quotation WHERE document = ?", [id])
      for entity in findings.entities {
        try database.run(
          "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)",
          [
            id, .text(entity.kind.rawValue), .text(entity.name), .text(entity.names),
            .integer(Int64(entity.first.lower.utf8)), .integer(Int64(entity.first.upper.utf8)),
            .integer(Int64(entity.count)),
          ])
      }
      for said in findings.said {
        try database.run(
          "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?)",
          [
            id, .integer(Int64(said.span.lower.utf8)), .integer(Int64(said.span.upper.utf8)),
            said.speaker.map(SQLValue.text) ?? .null, .text(said.names), .text(said.folded),
          ])
      }
      try database.run("UPDATE document SET analysis = ? WHERE id = ?", [.text(key), id])
    }
  }
}

/// Names as a catalogue keeps and finds them: their folded words.
enum NameWords {
  /// All of `names`, each once, to be looked through for whole words: ` محمود عباس | عباس `.
  static func kept(_ names: [String]) -> String {
    var seen: Set<String> = []
    let all = names.map(wanted).filter { !$0.isEmpty && seen.insert($0).inserted }
    return all.isEmpty ? "" : " \(all.joined(separator: " | ")) "
  }

  /// The words of `name`, with a blank between two; nothing where it has none.
  static func wanted(_ name: String) -> String {
    let text = DecodedText(name)
    return Tokenizer.tokens(of: text, in: text.span).filter { $0.kind != .punctuation }
      .map { Folding.search.fold(text.string(in: $0.span)) }.joined(separator: " ")
  }
}
