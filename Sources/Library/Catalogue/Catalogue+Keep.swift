import Annotations
import Documents
import Platform

extension Catalogue {
  /// The most documents that a new one is compared with.
  private static let mostCompared = 64
  /// How many documents of a file that has many are kept by one change.
  private static let part = 256

  /// Keeps `batch`, which is empty then.
  func keep(_ batch: inout [Answer]) throws(StoreError) {
    let answers = batch
    try database.transaction { () throws(StoreError) in
      for answer in answers { try keep(answer) }
    }
    batch = []
  }

  private func keep(_ answer: Answer) throws(StoreError) {
    let file = answer.file
    try database.run("DELETE FROM item WHERE path = ?", [.text(file.path)])
    for item in answer.texts { try keep(item, of: file) }
    try know(file, failure: answer.failure)
  }

  /// Keeps the documents of a file that has many, a part at a time, and tells how many each time.
  ///
  /// Until the last one is kept the file is one that has changed.
  ///
  /// - Returns: whether all of them are.
  func keep(
    _ items: FolderItems, of answer: Answer, jobs: Int, _ isCancelled: @Sendable () -> Bool,
    _ tell: (Int) -> Void
  ) throws(StoreError) -> Bool {
    var file = answer.file
    try database.transaction { () throws(StoreError) in
      try database.run("DELETE FROM item WHERE path = ?", [.text(file.path)])
      file.size = -1
      try know(file, failure: nil)
    }
    let work = OrderedWork<Range<Int>, [Item]>(jobs: jobs) { take in
      for start in stride(from: 0, to: items.count, by: Self.part)
      where !take(start..<min(start + Self.part, items.count)) { return }
    } work: { part in
      part.map { Item(items[$0]) }
    }
    do throws(StoreError) {
      while let part = work.next() {
        try database.transaction { () throws(StoreError) in
          for item in part { try keep(item, of: answer.file) }
        }
        tell(part.count)
        if isCancelled() {
          work.stop()
          return false
        }
      }
    } catch {
      work.stop()
      throw error
    }
    try know(answer.file, failure: answer.failure)
    return true
  }

  private func keep(_ item: Item, of file: FolderScan.File) throws(StoreError) {
    try database.run(
      "INSERT INTO item VALUES (?, ?, ?, ?)",
      [
        .text(file.path), .integer(Int64(item.number)), .integer(Int64(item.start)),
        .integer(try keep(item.text, of: file)),
      ])
  }

  private func know(_ file: FolderScan.File, failure: String?) throws(StoreError) {
    try database.run(
      "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)",
      [
        .text(file.path), .integer(file.size), .integer(file.changed),
        failure.map(SQLValue.text) ?? .null,
      ])
  }

  /// The row of `text`, which is made where it is new.
  private func keep(
    _ text: CataloguedText, of file: FolderScan.File
  ) throws(StoreError) -> Int64 {
    let source = text.source.map(SQLValue.text) ?? .null
    let published = (text.date?.milliseconds).map(SQLValue.integer) ?? .null
    let known = try database.rows(
      "SELECT id FROM document WHERE hash = ? AND source IS ? AND date IS ?",
      [.text(text.hash), source, published]
    ) { $0.integer(0) }
    if let id = known.first {
      try date(id, by: file)
      return id
    }
    let original = try original(of: text)
    let rows = try database.rows(
      """
      INSERT INTO document (hash, folded, alike, title, source, date, time, live, count)
      VALUES (?, ?, ifnull(?, (SELECT ifnull(max(id), 0) + 1 FROM document)), ?, ?, ?, ?, 1, ?)
      RETURNING id
      """,
      [
        .text(text.hash), .text(text.folded), original.map(SQLValue.integer) ?? .null,
        .text(text.title), source, published,
        .integer(text.date?.milliseconds ?? file.changed / 1_000_000),
        .integer(Int64(text.count)),
      ]
    ) { $0.integer(0) }
    guard let id = rows.first else { throw .damaged(path: database.path) }
    try database.run(
      "INSERT INTO words (rowid, text) VALUES (?, ?)", [.integer(id), .text(text.words)])
    guard let sketch = text.sketch else { return id }
    try database.run("INSERT INTO sketch VALUES (?, ?)", [.integer(id), .text(sketch.written)])
    for band in sketch.bands {
      try database.run("INSERT OR IGNORE INTO band VALUES (?, ?)", [.integer(band), .integer(id)])
    }
    return id
  }

  /// Dates a known document that tells no date by the oldest file that has it: files are touched, and copied.
  private func date(_ document: Int64, by file: FolderScan.File) throws(StoreError) {
    let changed = SQLValue.integer(file.changed / 1_000_000)
    try database.run(
      """
      UPDATE document SET time = min(?, ifnull(
        (SELECT min(file.changed) / 1000000 FROM item JOIN file ON file.path = item.path
         WHERE item.document = document.id), ?))
      WHERE id = ? AND date IS NULL
      """, [changed, changed, .integer(document)])
  }

  /// What the copies share that `text` is one of; `nil` where it is none.
  ///
  /// That are the same words, else the most alike of the documents that have a band in common with it.
  private func original(of text: CataloguedText) throws(StoreError) -> Int64? {
    let same = try database.rows(
      "SELECT alike FROM document WHERE folded = ? LIMIT 1", [.text(text.folded)]
    ) { $0.integer(0) }
    if let same = same.first { return same }
    guard let sketch = text.sketch else { return nil }
    let written = sketch.written
    let places = Array(repeating: "?", count: sketch.bands.count).joined(separator: ", ")
    let near = try database.rows(
      """
      SELECT alike, sketch FROM document JOIN sketch ON sketch.document = document.id
      WHERE document.id IN (SELECT document FROM band WHERE hash IN (\(places)) LIMIT \(Self.mostCompared))
      """, sketch.bands.map(SQLValue.integer)
    ) { (alike: $0.integer(0), resemblance: TextSketch.resemblance(written, $0.text(1) ?? "")) }
    let best = near.max { ($0.resemblance, -$0.alike) < ($1.resemblance, -$1.alike) }
    return best.flatMap { $0.resemblance >= TextSketch.threshold ? $0.alike : nil }
  }
}
