import ArabicText

/// What two people's annotations of one text come to together.
package struct AnnotationUnion: Sendable {
  /// All of both: what they agree in once, with the tags of both; what contradicts as proposals that
  /// share a ``Annotation/conflict``.
  package var annotations: [Annotation] = []
  /// The number of conflicts.
  package var conflicts = 0

  /// The union of `first` and `second`.
  ///
  /// Two annotations contradict where they overlap and say different kinds of names, or the same kind
  /// of different spans. Notes, highlights and tags never do: they stand beside each other.
  ///
  /// - Complexity: O(*n* log *n*) in the annotations, times those that overlap.
  package init(_ first: [Annotation], _ second: [Annotation]) {
    var joined = first
    var byPlace: [ClosedRange<Int>: [Int]] = [:]
    for (index, annotation) in first.enumerated() {
      byPlace[Self.place(annotation), default: []].append(index)
    }
    var added: [Annotation] = []
    for annotation in second {
      let twin = byPlace[Self.place(annotation), default: []].first { index in
        Self.sameSaying(joined[index], annotation)
      }
      if let twin {
        joined[twin].tags += annotation.tags.filter { !joined[twin].tags.contains($0) }
        if joined[twin].note.isEmpty { joined[twin].note = annotation.note }
      } else {
        added.append(annotation)
      }
    }
    annotations = Self.withFreshNames(joined + added)
    markConflicts(firstCount: joined.count)
  }

  /// Whether both say the same thing: tags may differ, and one may have no note.
  static func sameSaying(_ one: Annotation, _ other: Annotation) -> Bool {
    one.correction == other.correction && one.color == other.color
      && (one.note == other.note || one.note.isEmpty || other.note.isEmpty)
  }

  private static func place(_ annotation: Annotation) -> ClosedRange<Int> {
    let start = annotation.anchor.start.scalars
    return start...max(start, annotation.anchor.end.scalars)
  }

  /// Where both gave the same name to different things, the later one gets a new name.
  private static func withFreshNames(_ annotations: [Annotation]) -> [Annotation] {
    var names: Set<AnnotationID> = []
    return annotations.map { annotation in
      guard !names.insert(annotation.id).inserted else { return annotation }
      var copy = annotation
      copy = Annotation(
        anchor: copy.anchor, color: copy.color, note: copy.note, tags: copy.tags,
        correction: copy.correction, scope: copy.scope, author: copy.author, created: copy.created,
        modified: copy.modified)
      names.insert(copy.id)
      return copy
    }
  }

  private mutating func markConflicts(firstCount: Int) {
    let others = annotations.indices.dropFirst(firstCount).sorted {
      annotations[$0].anchor.start < annotations[$1].anchor.start
    }
    let firsts = annotations.indices.prefix(firstCount).sorted {
      annotations[$0].anchor.start < annotations[$1].anchor.start
    }
    var begin = 0
    for other in others where annotations[other].correction != nil {
      let range = annotations[other].anchor
      // Annotations that end long before are passed by for good; the longest decides how far back.
      while begin < firsts.count,
        annotations[firsts[begin]].anchor.end.scalars + longest < range.start.scalars
      { begin += 1 }
      for index in firsts[begin...] {
        let one = annotations[index]
        if one.anchor.start >= range.end { break }
        guard one.correction != nil, one.anchor.end > range.start,
          one.correction != annotations[other].correction
            || one.anchor.start != range.start || one.anchor.end != range.end
        else { continue }
        let name =
          one.conflict ?? annotations[other].conflict
          ?? "conflict-\(annotations[other].id.rawValue)"
        if one.conflict == nil && annotations[other].conflict == nil { conflicts += 1 }
        for place in [index, other] {
          annotations[place].conflict = name
          annotations[place].isProposal = true
        }
      }
    }
  }

  private var longest: Int {
    annotations.map { $0.anchor.end.scalars - $0.anchor.start.scalars }.max() ?? 0
  }
}
