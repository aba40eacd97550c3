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

  /// Finds the change, given the work and ``from``: the last that was done, the first that was undone.
  var query: String {
    switch self {
    case .undo: Self.changes + " ORDER BY number DESC LIMIT 1"
    case .redo: Self.changes + " ORDER BY number ASC LIMIT 1"
    }
  }

  private static let changes =
    "SELECT number, summary, items FROM change WHERE work = ? AND state = ?"
}

extension DocumentAnnotations {
  /// Appends a change to the journal; what was undone before cannot be redone from now on.
  func record(
    _ items: [JournalItem], summary: String, in work: Int64
  ) throws(StoreError) {
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
  }

  /// Undoes or redoes one change.
  func step(_ step: JournalStep) throws(StoreError) -> AnnotationOutcome? {
    try database.transaction { () throws(StoreError) in
      guard let work = try joinedWork(), let change = try change(of: work, for: step) else {
        return nil
      }
      let isUndo = step == .undo
      let items = isUndo ? change.items.reversed().map(\.inverse) : change.items
      for item in items { try write(item, in: work, isUndo: isUndo) }
      try database.run(
        "UPDATE change SET state = ? WHERE number = ?",
        [.integer(step.to.rawValue), .integer(change.number)])
      return try outcome(of: items, summary: change.summary, in: work)
    }
  }

  private func change(
    of work: Int64, for step: JournalStep
  ) throws(StoreError) -> (number: Int64, summary: String, items: [JournalItem])? {
    let values: [SQLValue] = [.integer(work), .integer(step.from.rawValue)]
    let rows = try database.rows(step.query, values) { row in
      (number: row.integer(0), summary: row.text(1) ?? "", items: row.text(2) ?? "")
    }
    guard let row = rows.first else { return nil }
    guard let items = JournalItem.items(parsing: row.items) else {
      throw .unknownChange(path: database.path)
    }
    return (row.number, row.summary, items)
  }
}
