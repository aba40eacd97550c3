import Annotations

extension Catalogue {
  /// Answers `question`; where a catalogue turns out to be damaged or cannot be kept any more, on one that is made
  /// anew, in memory where need be.
  ///
  /// Whatever asks a catalogue does it in here, however little it asks: damage shows where it is met.
  ///
  /// - Parameters:
  ///   - catalogues: those that are asked.
  ///   - question: asked again after each of them that is made anew, whose files it has to take in: ``scan(_:jobs:walk:isCancelled:tell:)``.
  /// - Returns: the answer.
  /// - Throws: what `question` throws, where no catalogue is the reason or nothing else can be done.
  package static func mending<Answer, Problem: Error>(
    _ catalogues: [Catalogue], _ question: () throws(Problem) -> Answer
  ) throws(Problem) -> Answer {
    while true {
      do throws(Problem) {
        return try question()
      } catch {
        guard let problem = error as? StoreError,
          catalogues.contains(where: { $0.mend(problem) })
        else { throw error }
      }
    }
  }

  /// Makes the catalogue anew where `problem` is one of its file.
  ///
  /// - Returns: whether it is to be asked again.
  private func mend(_ problem: StoreError) -> Bool {
    guard let path, problem.path == path else { return false }
    if problem.isOfStatement, isWhole { return false }
    // A file that is damaged as soon as it is made is of no use.
    let isKept = problem.isOfContent && !notices.contains(.damaged(path))
    return (try? begin(again: isKept ? .damaged(path) : .unkept(path), isKept: isKept)) != nil
  }

  /// Whether all tables are as they were made, and can be asked.
  ///
  /// - Complexity: O(*n*) in the file.
  private var isWhole: Bool {
    let columns = """
      SELECT m.name || '.' || c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
      """
    do {
      let made = try Database(inMemory: ())
      try made.runScript(CatalogueSchema.script)
      let known = Set(try database.rows(columns) { $0.text(0) ?? "" })
      guard known.isSuperset(of: try made.rows(columns) { $0.text(0) ?? "" }) else { return false }
      for table in ["words", "named"] {
        try database.run("SELECT rowid FROM \(table) WHERE \(table) MATCH 'a' LIMIT 1")
      }
      return try database.rows("PRAGMA integrity_check(1)") { $0.text(0) } == ["ok"]
    } catch {
      return false
    }
  }
}
