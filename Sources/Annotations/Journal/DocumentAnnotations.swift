import ArabicText

/// The annotations of one document in the store, and the journal of what was done to them.
///
/// Each change is one transaction that writes the annotations and, beside them, what they were before
/// and are now; so it can be undone after any number of restarts. It is on disk, synced, when the call
/// returns. Used by one thread at a time, as the store.
package struct DocumentAnnotations {
  /// The text at hand.
  package let text: AnchoredText
  let database: Database
  let path: String?
  /// Where it lies, for a person, where it has no path.
  let place: String?
  /// What names it whatever its words, where it has no path.
  let key: String?
  /// The hash of the text that was shown before this one, which is a later state of it.
  let earlier: String?
  let rows: AnnotationRows

  init(
    _ database: Database, _ text: AnchoredText, path: String?, place: String?,
    key: String?, after earlier: String?
  ) {
    self.database = database
    self.text = text
    self.path = path
    self.place = place
    self.key = key
    self.earlier = earlier
    rows = AnnotationRows(database)
  }

  /// All annotations of the document with their places, in text order, what has none last.
  ///
  /// Where the text was edited, certain places are kept for the next time, and where it lies that is kept, too, so that
  /// a file that was renamed or copied finds them when it is edited there. Where it is known, and the
  /// text that lay at its path last is an earlier state of it, it has the annotations of both from now on. Where it may
  /// be one, or the next article of its pattern, these stand only likely where they stand.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the annotations where the text is known; else a search of the text
  ///   for each.
  package func all() throws(StoreError) -> [PlacedAnnotation] {
    let placed = try joinedAnnotations()
    // Should this fail, as on a full disk, it is done the next time.
    if (try? noteSighting()) == true { return try all() }
    let moved = placed.filter(\.hasMoved)
    if !moved.isEmpty { try? keepPlaces(of: moved) }
    let doubtful = try doubtful(beside: placed)
    var own: [PlacedAnnotation] = []
    for one in placed where try !isRefused(one.annotation) { own.append(one) }
    return doubtful.isEmpty ? own : PlacedAnnotation.inOrder(own + doubtful)
  }

  private func keepPlaces(of moved: [PlacedAnnotation]) throws(StoreError) {
    try database.transaction { () throws(StoreError) in
      let work = try makeWork()
      for placed in moved where try rows.annotation(placed.id, of: work, in: "") != nil {
        try keepPlace(of: placed, in: work)
      }
    }
  }

  /// Keeps the place of what certainly stands here and was anchored in another text: the next time it is
  /// where it was, and nothing has moved.
  private func keepPlace(of placed: PlacedAnnotation, in work: Int64) throws(StoreError) {
    guard case .moved(let span) = placed.placement, let anchor = text.anchor(of: span) else {
      return
    }
    try rows.put(anchor, of: placed.id, in: work)
  }

  /// Does `edits` as one change, which can be undone as one.
  ///
  /// - Parameters:
  ///   - edits: what to do; an annotation that is there already is not added again, and one that is
  ///     left blank is removed.
  ///   - summary: what is done, in a few words, for a person who undoes it.
  /// - Returns: what came of it.
  /// - Throws: ``StoreError``, among these ``StoreError/notInText`` for an anchor that is no passage of
  ///   its text; nothing was done then.
  package func perform(
    _ edits: [AnnotationEdit], summary: String
  ) throws(StoreError) -> AnnotationOutcome {
    for edit in edits { try check(edit) }
    return try database.transaction { () throws(StoreError) in
      let work = try makeWork()
      var items: [JournalItem] = []
      var keptBeside = false
      for edit in edits {
        let result = try self.items(for: edit, in: work)
        items += result
        keptBeside = keptBeside || result.count > 1
        for item in result { try write(item, in: work) }
      }
      let change = items.isEmpty ? nil : try record(items, summary: summary, in: work)
      var outcome = try outcome(of: items, summary: summary, in: work)
      outcome.change = change
      outcome.keptBeside = keptBeside
      return outcome
    }
  }

  /// Takes back the last change that was not taken back.
  ///
  /// - Parameter own: what counts before the changes of others, unless these stand on it.
  /// - Returns: what came of it, or `nil` where there is nothing to undo.
  /// - Throws: ``StoreError``; nothing was done then.
  package func undo(own: OwnChanges = OwnChanges()) throws(StoreError) -> AnnotationOutcome? {
    try step(.undo, own: own)
  }

  /// Does again what was undone last.
  ///
  /// - Parameter own: what counts before the changes of others, unless it stands on these.
  /// - Returns: what came of it, or `nil` where there is nothing to redo.
  /// - Throws: ``StoreError``; nothing was done then.
  package func redo(own: OwnChanges = OwnChanges()) throws(StoreError) -> AnnotationOutcome? {
    try step(.redo, own: own)
  }

  /// A number that changes when another program, or another connection, has changed the store.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(1).
  package func version() throws(StoreError) -> Int64 { try database.dataVersion }

  /// Refuses a new anchor that is no passage of its text.
  ///
  /// Of another text than the one at hand it is known only that a passage has an end behind its start.
  private func check(_ edit: AnnotationEdit) throws(StoreError) {
    let anchor: Anchor
    switch edit {
    case .add(let annotation):
      guard AnnotationID(checking: annotation.id.rawValue) != nil else {
        throw .unknownAnnotation(path: database.path)
      }
      anchor = annotation.anchor
    case .change(let known, let annotation) where annotation.anchor != known.anchor:
      anchor = annotation.anchor
    case .change, .remove: return
    }
    let isPassage =
      anchor.contentHash == text.contentHash
      ? text.span(at: anchor).map { text.isPassage($0) } ?? false
      : anchor.start >= ScalarOffset(0) && anchor.start < anchor.end
    guard isPassage else { throw .notInText }
  }

  /// What `edit` makes of the annotations as they are kept now.
  private func items(
    for edit: AnnotationEdit, in work: Int64
  ) throws(StoreError) -> [JournalItem] {
    switch edit {
    case .add(let annotation):
      let isThere = try rows.annotation(annotation.id, of: work, in: text.contentHash) != nil
      return isThere || annotation.isBlank ? [] : [JournalItem(before: nil, after: annotation)]
    case .remove(let id):
      if let theirs = try rows.annotation(id, of: work, in: text.contentHash) {
        return [JournalItem(before: theirs, after: nil)]
      }
      return try refused(id).map { [JournalItem(before: nil, after: $0)] } ?? []
    case .change(let base, let mine):
      guard let theirs = try rows.annotation(base.id, of: work, in: text.contentHash) else {
        // Somebody removed it while it was being changed: the change counts.
        return mine.isBlank ? [] : [JournalItem(before: nil, after: mine)]
      }
      let merged = Annotation.merged(base: base, mine: mine, theirs: theirs)
      var items = merged == theirs ? [] : [JournalItem(before: theirs, after: merged)]
      if merged.isBlank { items = [JournalItem(before: theirs, after: nil)] }
      if Annotation.noteIsLost(by: mine, from: base, theirs: theirs) {
        let beside = Annotation(
          anchor: merged.anchor, note: mine.note, author: mine.author, created: mine.modified)
        if items.isEmpty { items = [JournalItem(before: theirs, after: merged)] }
        items.append(JournalItem(before: nil, after: beside))
      }
      return items
    }
  }

  /// Makes the annotation what `item` says it is now.
  ///
  /// An anchor in another text stays, as that text may be read again; only where one that was given is
  /// taken back, as `isUndo` says, it goes.
  func write(
    _ item: JournalItem, in work: Int64, isUndo: Bool = false
  ) throws(StoreError) {
    guard let after = item.after else {
      if let before = item.before { try rows.remove(before.id, from: work) }
      return
    }
    if isUndo, let before = item.before, before.anchor.contentHash != after.anchor.contentHash {
      try rows.removeAnchor(of: before.id, in: before.anchor.contentHash, from: work)
    }
    try rows.put(after, in: work)
  }

  func outcome(
    of items: [JournalItem], summary: String, in work: Int64
  ) throws(StoreError) -> AnnotationOutcome {
    var outcome = AnnotationOutcome(summary: summary, items: items)
    for item in items {
      guard let id = (item.after ?? item.before)?.id else { continue }
      if let kept = try rows.annotation(id, of: work, in: text.contentHash), try !isRefused(kept) {
        let placed = text.place(kept)
        try keepPlace(of: placed, in: work)
        outcome.changed.append(placed)
      } else {
        outcome.removed.append(id)
      }
    }
    return outcome
  }
}
