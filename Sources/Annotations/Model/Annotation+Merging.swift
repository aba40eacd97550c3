extension Annotation {
  /// `theirs`, as it is kept now, with what was changed from `base` to `mine`.
  ///
  /// A field that only one side changed is as that side has it. Tags that either side added or removed
  /// are added or removed. Where both changed another field, `mine` counts; of the note nothing may be
  /// lost, so that such a note is for the caller to keep: see ``noteIsLost(by:from:)``.
  static func merged(base: Annotation, mine: Annotation, theirs: Annotation) -> Annotation {
    var result = theirs
    func take<Value: Equatable>(_ field: WritableKeyPath<Annotation, Value>) {
      if mine[keyPath: field] != base[keyPath: field] {
        result[keyPath: field] = mine[keyPath: field]
      }
    }
    take(\.anchor)
    take(\.color)
    take(\.correction)
    take(\.scope)
    take(\.isProposal)
    take(\.conflict)
    take(\.absentFrom)
    take(\.author)
    if !noteIsLost(by: mine, from: base, theirs: theirs) { take(\.note) }
    let removed = Set(base.tags).subtracting(mine.tags)
    let added = mine.tags.filter { !base.tags.contains($0) && !theirs.tags.contains($0) }
    result.tags = theirs.tags.filter { !removed.contains($0) } + added
    result.modified = max(mine.modified, theirs.modified)
    return result
  }

  /// Whether taking the note of `mine` would lose another that was written since `base`.
  static func noteIsLost(by mine: Annotation, from base: Annotation, theirs: Annotation) -> Bool {
    theirs.note != base.note && mine.note != base.note && mine.note != theirs.note
      && !theirs.note.isEmpty && !mine.note.isEmpty
  }
}
