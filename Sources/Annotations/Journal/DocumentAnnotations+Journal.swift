import Platform

/// Whether a change of the journal counts.
enum ChangeState: Int64 {
  case done = 0
  case undone = 1
  /// Undone, and another change was made since, so that it cannot be done again.
  case overtaken = 2
}

/// A step back or forth in the journal.
enum JournalStep {
  case undo, redo

  /// The state of the changes that it is about.
  var from: ChangeState { self == .undo ? .done : .undone }
  /// The state that the change has afterwards.
  var to: ChangeState { self == .undo ? .undone : .done }

  /// The order in which it takes them: the last that was done, the first that was undone.
  var order: String { self == .undo ? "ORDER BY number DESC" : "ORDER BY number ASC" }

  /// What holds of the numbers of a change, given, and of those that it takes before.
  var upTo: String { self == .undo ? "number >= ?" : "number <= ?" }
}

extension DocumentAnnotations {
  /// Appends a change to the journal; what was undone before cannot be redone from now on.
  ///
  /// - Returns: its number.
  func record(
    _ items: [JournalItem], summary: String, in work: Int64
  ) throws(StoreError) -> Int64? {
    try database.run(
      "UPDATE change SET state = ? WHERE work = ? AND state = ?",
      [
        .integer(ChangeState.overtaken.rawValue), .integer(work),
        .integer(ChangeState.undone.rawValue),
      ])
    try database.run(
      "INSERT INTO change (work, summary, items, made) VALUES (?, ?, ?, ?)",
      [
        .integer(work), .text(summary), .text(JSON.array(items.map(\.json)).line),
        .integer(Timestamp.next().milliseconds),
      ])
    return try lastChange()
  }

  /// The number of the last change in the store.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(1).
  package func lastChange() throws(StoreError) -> Int64 {
    try database.rows("SELECT coalesce(max(number), 0) FROM change") { $0.integer(0) }.first ?? 0
  }

  /// Undoes or redoes one change.
  func step(
    _ step: JournalStep, own: OwnChanges
  ) throws(StoreError) -> AnnotationOutcome? {
    try database.transaction { () throws(StoreError) in
      guard let work = try joinedWork(), let change = try change(of: work, for: step, own: own)
      else {
        return nil
      }
      let isUndo = step == .undo
      let items = isUndo ? change.items.reversed().map(\.inverse) : change.items
      for item in items { try write(item, in: work, isUndo: isUndo) }
      try database.run(
        "UPDATE change SET state = ? WHERE number = ?",
        [.integer(step.to.rawValue), .integer(change.number)])
      var outcome = try outcome(of: items, summary: change.summary, in: work)
      outcome.change = change.number
      outcome.isOfOthers = own.isOfOthers(change.number)
      return outcome
    }
  }

  /// The change that a step is about: the next that is one's own and about no annotation that another change
  /// stands between; else the next of all.
  ///
  /// - Complexity: O(log *n*) in the changes of the work, but for those that another window has made among
  ///   one's own.
  private func change(
    of work: Int64, for step: JournalStep, own: OwnChanges
  ) throws(StoreError) -> JournalChange? {
    guard let next = try changes(of: work, for: step, "\(step.order) LIMIT 1").first else {
      return nil
    }
    guard let range = own.range, !own.contains(next.number) else { return next }
    let numbers = try database.rows(
      """
      SELECT number FROM change
      WHERE work = ? AND state = ? AND number BETWEEN ? AND ? \(step.order)
      """,
      [
        .integer(work), .integer(step.from.rawValue), .integer(range.lowerBound),
        .integer(range.upperBound),
      ]
    ) { $0.integer(0) }
    guard let number = numbers.first(where: own.contains) else { return next }
    let between = try changes(
      of: work, for: step, "AND \(step.upTo) \(step.order)", [.integer(number)])
    guard let last = between.last else { return next }
    return between.dropLast().contains { $0.isEntangled(with: last) } ? next : last
  }

  /// The changes of a work that a step may be about, as `rest` of the query says.
  private func changes(
    of work: Int64, for step: JournalStep, _ rest: String, _ values: [SQLValue] = []
  ) throws(StoreError) -> [JournalChange] {
    let rows = try database.rows(
      "SELECT number, summary, items FROM change WHERE work = ? AND state = ? " + rest,
      [.integer(work), .integer(step.from.rawValue)] + values
    ) { row in
      (number: row.integer(0), summary: row.text(1) ?? "", items: row.text(2) ?? "")
    }
    return try rows.map { (row) throws(StoreError) in
      guard let items = JournalItem.items(parsing: row.items) else {
        throw .unknownChange(path: database.path)
      }
      return JournalChange(number: row.number, summary: row.summary, items: items)
    }
  }
}
