import Annotations
import ArabicText
import Interface

/// What the person has added to the document.
package struct NotesState: Sendable {
  /// The annotations as the store has confirmed them, in text order, those without a place last.
  package internal(set) var items: [PlacedAnnotation] { didSet { index() } }
  /// How each of them that has a place looks: small, as every line that is drawn asks for them.
  private var looks: SpanIndex<Look>
  /// Those that the pane lists, by their index.
  private(set) var listed: [Int]
  /// Tells what is listed from what was before.
  private(set) var identity: Identity
  /// Whether the store has answered what there is.
  package var isLoaded: Bool
  /// Whether the store has told that it can tell nothing.
  var isUnavailable: Bool
  /// How many changes the store has not confirmed yet.
  package var unconfirmed: Int { didSet { if unconfirmed == 0 { takesBack = false } } }
  /// Whether something is taken back by one of these.
  var takesBack: Bool
  /// What the rows of the pane have to hold; empty for all.
  var filter: String { didSet { if filter != oldValue { indexListed() } } }
  /// Notes that the store has not confirmed yet, the oldest first.
  ///
  /// A slice, from whose front each goes at once however many there are.
  var unconfirmedNotes: ArraySlice<UnsavedNote>
  /// Notes that could not be stored, to be taken up again, the last first.
  var drafts: [UnsavedNote] { didSet { if drafts != oldValue { draftsIdentity = Identity() } } }
  /// Tells the drafts from what they were before.
  private(set) var draftsIdentity: Identity
  /// Why the store has refused something last.
  var refusal: Optional<Phrase>

  /// How an annotation looks, and which it is.
  private struct Look: Hashable {
    var look: NoteLook
    var item: Int
  }

  /// Nothing yet.
  init() {
    items = []
    looks = SpanIndex()
    listed = []
    identity = Identity()
    isLoaded = false
    isUnavailable = false
    unconfirmed = 0
    takesBack = false
    filter = ""
    unconfirmedNotes = []
    drafts = []
    draftsIdentity = Identity()
    refusal = nil
  }

  /// What there was before the text has changed, by `change`, until the store tells where it stands.
  init(relocating old: NotesState, by change: TextChange) {
    items = PlacedAnnotation.inOrder(old.items.map { $0.relocated(by: change) })
    looks = SpanIndex()
    listed = []
    identity = Identity()
    isLoaded = old.isLoaded
    isUnavailable = old.isUnavailable
    unconfirmed = old.unconfirmed
    takesBack = old.takesBack
    filter = old.filter
    unconfirmedNotes = old.unconfirmedNotes.map { $0.relocated(by: change) }[...]
    drafts = old.drafts.map { $0.relocated(by: change) }
    draftsIdentity = Identity()
    refusal = old.refusal
    index()
  }

  /// The annotation named `id`.
  func item(_ id: AnnotationID) -> PlacedAnnotation? { items.first { $0.id == id } }

  /// The annotation at exactly `span` that says something about the passage itself.
  func annotation(at span: TextSpan) -> Annotation? {
    items.first { $0.span == span && $0.placement.isCertain && $0.annotation.correction == nil }?
      .annotation
  }

  /// The annotations that overlap `span`, in text order.
  ///
  /// - Complexity: that of ``SpanIndex/overlapping(_:)``.
  func items(in span: TextSpan) -> [PlacedAnnotation] {
    looks.overlapping(span).map { items[$0.value.item] }
  }

  /// How the annotations that overlap `span` look, in text order.
  ///
  /// - Complexity: that of ``SpanIndex/overlapping(_:)``.
  func looks(in span: TextSpan) -> [NoteLook] { looks.overlapping(span).map(\.value.look) }

  private mutating func index() {
    looks = SpanIndex(
      items.enumerated().compactMap { index, item in
        NoteLook(item).map { SpanIndex.Entry(span: $0.span, value: Look(look: $0, item: index)) }
      })
    indexListed()
  }

  private mutating func indexListed() {
    identity = Identity()
    guard !filter.isEmpty, let pattern = FoldedPattern(filter) else {
      listed = Array(items.indices)
      return
    }
    listed = items.indices.filter { items[$0].annotation.matches(pattern) }
  }

  /// All tags in use and how often, the most frequent first.
  var tags: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for item in items { for tag in item.annotation.tags { counts[tag, default: 0] += 1 } }
    return counts.map { (name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// Whether the person's lists learn by the changes that are not confirmed yet, and forget nothing: then
  /// the corrections themselves say of this text what the lists will.
  var onlyTeaches: Bool {
    !takesBack && unconfirmedNotes.contains { $0.correction?.1 == .everywhere }
  }

  /// Counts a change as answered.
  mutating func confirmOne() { unconfirmed = max(0, unconfirmed - 1) }

  /// Takes over what the store has confirmed, in this order.
  ///
  /// - Complexity: O(*n* log *n*) in all annotations, however many outcomes there are; of a few outcomes,
  ///   as of keys one by one, no annotation is copied but theirs.
  mutating func apply(_ outcomes: [AnnotationOutcome]) {
    var latest: [AnnotationID: PlacedAnnotation?] = [:]
    for outcome in outcomes {
      for id in outcome.removed { latest.updateValue(nil, forKey: id) }
      for item in outcome.changed { latest[item.id] = .some(item) }
    }
    guard !latest.isEmpty else { return }
    guard latest.count > Self.few else { return apply(latest) }
    let others = items.filter { latest[$0.id] == nil }
    items = PlacedAnnotation.inOrder(others + latest.values.compactMap(\.self))
  }

  /// How many annotations are put into the others one by one.
  private static let few = 4

  private mutating func apply(_ latest: [AnnotationID: PlacedAnnotation?]) {
    var items: [PlacedAnnotation] = []
    swap(&items, &self.items)
    for (id, item) in latest {
      // What was made last is undone first, and stands last of those of its place.
      if let index = items.lastIndex(where: { $0.id == id }) { items.remove(at: index) }
      if let item { PlacedAnnotation.insert(item, into: &items) }
    }
    swap(&items, &self.items)
  }
}

extension PlacedAnnotation {
  /// The annotation in a text that has changed: where its words stand now, or without a place.
  func relocated(by change: TextChange) -> PlacedAnnotation {
    guard let moved = span.flatMap({ change.span($0) }) else {
      return PlacedAnnotation(annotation, .orphan)
    }
    if case .likely(_, let likelihood) = placement {
      return PlacedAnnotation(annotation, .likely(moved, likelihood: likelihood))
    }
    return PlacedAnnotation(annotation, .moved(moved))
  }
}

extension Annotation {
  /// Whether the note, the passage, a tag, the correction or the name of the colour holds what is
  /// looked for.
  func matches(_ pattern: FoldedPattern) -> Bool {
    var parts = [note, anchor.exact] + tags
    let phrases = [color.map { Phrase($0.name) }, correctionPhrase].compactMap(\.self)
    for language in [Language.english, .arabic] { parts += phrases.map { $0.string(in: language) } }
    return parts.contains { part in
      let text = DecodedText(part)
      return !pattern.matches(in: text, span: text.span).isEmpty
    }
  }
}
