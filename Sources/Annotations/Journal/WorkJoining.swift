/// What becomes of annotations of a text whose last state turns out to be known, with annotations of its own.
///
/// As where two people's annotations are merged, what says the same of one place is one annotation; all
/// else stands beside each other.
struct WorkJoining {
  /// What annotations of the last state are from now on, by their names: those that say what is said
  /// already, and those whose name another has.
  private(set) var renamed: [AnnotationID: Annotation] = [:]
  /// What was said already, by the names of those that say it again.
  private var known: [AnnotationID: Annotation] = [:]
  /// All annotations that there are, in text order.
  private(set) var all: [PlacedAnnotation]

  /// Joins `last` with what is `known` of the text.
  ///
  /// - Complexity: O(*n*) in the annotations, times those at one place.
  init(known: [PlacedAnnotation], last: [PlacedAnnotation]) {
    var byPlace = Dictionary(grouping: known.filter { $0.placement.isCertain }, by: \.span)
    let names = Set(known.map(\.id))
    all = []
    for placed in last {
      let annotation = placed.annotation
      let twin =
        placed.placement.isCertain
        ? byPlace[placed.span]?.firstIndex { one in
          // What was changed meanwhile would be undone to what nobody has seen.
          one.annotation.modified <= annotation.created
            && one.annotation.isProposal == annotation.isProposal
            && one.annotation.scope == annotation.scope
            && AnnotationUnion.sameSaying(one.annotation, annotation)
        } : nil
      if let twin, let one = byPlace[placed.span]?.remove(at: twin) {
        self.known[annotation.id] = one.annotation
        renamed[annotation.id] = joined(annotation)
      } else if names.contains(annotation.id) {
        var copy = annotation
        copy.id = AnnotationID()
        renamed[annotation.id] = copy
      }
    }
    let twins = Set(self.known.values.map(\.id))
    let joined = last.map { PlacedAnnotation(renamed[$0.id] ?? $0.annotation, $0.placement) }
    all = PlacedAnnotation.inOrder(known.filter { !twins.contains($0.id) } + joined)
  }

  /// The change of the last state as one of the joined annotations.
  func item(_ item: JournalItem) -> JournalItem {
    guard let id = (item.after ?? item.before)?.id, renamed[id] != nil else { return item }
    return JournalItem(
      before: item.before.map(joined) ?? known[id], after: item.after.map(joined) ?? known[id])
  }

  /// `annotation` with what was known at its place, and under the name that it has from now on.
  private func joined(_ annotation: Annotation) -> Annotation {
    guard var one = known[annotation.id] else {
      var copy = annotation
      copy.id = renamed[annotation.id]?.id ?? annotation.id
      return copy
    }
    one.anchor = annotation.anchor
    one.color = annotation.color ?? one.color
    one.tags += annotation.tags.filter { !one.tags.contains($0) }
    if !annotation.note.isEmpty { one.note = annotation.note }
    one.correction = annotation.correction ?? one.correction
    one.modified = max(one.modified, annotation.modified)
    return one
  }
}
