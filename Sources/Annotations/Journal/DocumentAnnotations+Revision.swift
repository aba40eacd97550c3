extension DocumentAnnotations {
  /// Takes texts from the work of the one at hand that are other articles, as is known now.
  ///
  /// They were taken for later states while nobody had seen yet where the earlier text lies, or what it was like. What
  /// was made on one stays with it.
  ///
  /// - Returns: whether there were any.
  func reviseStates() throws(StoreError) -> Bool {
    guard let work = try knownWork() else { return false }
    var wrong: Set<String> = []
    for (place, states) in try seenStates(of: work) where states.count > 1 {
      var last = states[0].state
      for seen in states.dropFirst() {
        // What was seen elsewhere before came here as it is.
        guard seen.isFirst else {
          last = seen.state
          continue
        }
        let following = try last.following(
          by: seen.state.shape, at: place, isThere: seen.isThere && seen.state.isInFile(of: place),
          isSameFile: last.file != nil && last.file == seen.state.file, in: database)
        if following == .later { last = seen.state } else { wrong.insert(seen.state.hash) }
      }
    }
    for hash in wrong { try takeOut(hash, of: work) }
    return !wrong.isEmpty
  }

  /// A state that was seen at a place.
  private struct SeenState {
    var state: EarlierState
    /// Whether it is what lies there now.
    var isThere: Bool
    /// Whether it was seen there before any other place.
    var isFirst: Bool
  }

  /// The states of `work`, by the places where they were seen, in this order.
  private func seenStates(of work: Int64) throws(StoreError) -> [String: [SeenState]] {
    let states = try database.rows(
      """
      SELECT copy.path, content_hash, copy.seen, sample, outline, file,
        copy.seen = (SELECT max(seen) FROM copy AS last WHERE last.path = copy.path),
        coalesce(first, copy.seen) = (
          SELECT min(coalesce(first, seen)) FROM copy AS other
          WHERE other.content_hash = copy.content_hash)
      FROM document JOIN copy USING (content_hash) WHERE work = ?
      ORDER BY coalesce(first, copy.seen)
      """, [.integer(work)]
    ) { row in
      let state = EarlierState(
        work: work, hash: row.text(1) ?? "", seen: row.integer(2), file: row.optionalInteger(5),
        shape: TextShape(
          sample: row.text(3).map(TextSample.init(parsing:)),
          outline: row.text(4).map(TextOutline.init(parsing:))))
      return (
        place: row.text(0) ?? "",
        seen: SeenState(state: state, isThere: row.integer(6) != 0, isFirst: row.integer(7) != 0)
      )
    }
    return Dictionary(grouping: states, by: \.place).mapValues { $0.map(\.seen) }
  }

  /// Lets the text `hash` be no state of `work`: it has what was made on it and nothing else.
  private func takeOut(_ hash: String, of work: Int64) throws(StoreError) {
    let made = try changes(of: work, on: hash)
    guard !made.ids.isEmpty else {
      for table in ["document", "copy"] {
        try database.run("DELETE FROM \(table) WHERE content_hash = ?", [.text(hash)])
      }
      return try removeAnchors(in: hash, of: work)
    }
    let own = try newWork()
    try database.run(
      "UPDATE document SET work = ? WHERE content_hash = ?", [.integer(own), .text(hash)])
    for annotation in try rows.annotations(of: work, in: hash)
    where made.ids.contains(annotation.id) {
      try rows.put(annotation, in: own)
      if made.new.contains(annotation.id) { try rows.remove(annotation.id, from: work) }
    }
    try removeAnchors(in: hash, of: work)
    for number in made.numbers {
      try database.run(
        "UPDATE change SET work = ? WHERE number = ?", [.integer(own), .integer(number)])
    }
  }

  private func removeAnchors(in hash: String, of work: Int64) throws(StoreError) {
    try database.run(
      "DELETE FROM anchor WHERE work = ? AND content_hash = ?", [.integer(work), .text(hash)])
  }

  /// What was done on a text: with which annotations, which of these are of it alone, and by which changes of nothing
  /// else.
  private struct Made {
    var ids: Set<AnnotationID> = []
    var new: Set<AnnotationID> = []
    var numbers: [Int64] = []
  }

  private func changes(of work: Int64, on hash: String) throws(StoreError) -> Made {
    let sql = "SELECT number, items FROM change WHERE work = ? AND instr(items, ?) ORDER BY number"
    let changes = try database.rows(sql, [.integer(work), .text(hash)]) { row in
      (number: row.integer(0), items: JournalItem.items(parsing: row.text(1) ?? "") ?? [])
    }
    var made = Made()
    for (number, items) in changes {
      let here = items.compactMap { item -> AnnotationID? in
        guard let after = item.after, after.anchor.contentHash == hash else { return nil }
        if item.before == nil { made.new.insert(after.id) }
        return after.id
      }
      made.ids.formUnion(here)
      if here.count == items.count, made.new.isSuperset(of: here) { made.numbers.append(number) }
    }
    return made
  }
}
