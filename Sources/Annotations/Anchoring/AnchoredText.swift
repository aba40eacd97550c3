import ArabicText

/// A text in which annotations are anchored: makes anchors of spans and finds the spans of anchors.
package struct AnchoredText: Sendable {
  /// The text.
  package let text: DecodedText
  /// The SHA-256 of its UTF-8 bytes, in lower-case hexadecimal.
  package let contentHash: String
  /// Converts its positions to scalars and back.
  package let counter: ScalarCounter
  /// Looks for words in it.
  let words: SearchedText
  private let comparable = LazyComparableText()
  private let finalLineEnds = FinalLineEnds()
  private let lazyShape = LazyShape()

  /// The text with the given hash.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: DecodedText, contentHash: String) {
    self.init(text, contentHash: contentHash, work: SearchWork())
  }

  /// As ``init(_:contentHash:)``; `work` counts what searches in it do.
  init(_ text: DecodedText, contentHash: String, work: SearchWork) {
    self.text = text
    self.contentHash = contentHash
    counter = ScalarCounter(text)
    words = SearchedText(text, work: work)
  }

  /// Counts what searches in it do.
  var work: SearchWork { words.work }

  /// The hashes under which the text is the same but for the line ends after its last words.
  ///
  /// - Complexity: O(*n*) in the length of the text, once.
  var hashesButForLineEnds: Set<String> { finalLineEnds.hashes(of: text) }

  /// What tells how much of it stands in another text, and how that differs.
  ///
  /// - Complexity: O(*n*) in the length of the text, once.
  var shape: (sample: TextSample, outline: TextOutline) { lazyShape.of(text) }

  private func isThisText(_ hash: String) -> Bool {
    hash == contentHash || hashesButForLineEnds.contains(hash)
  }

  private var form: ComparableText { comparable.form(of: text, work: work) }

  /// Whether `span` is a passage of the text: not empty, inside it, and no end between the bytes of a
  /// scalar or between a letter and its marks.
  ///
  /// - Complexity: O(1), but for a row of flags.
  package func isPassage(_ span: TextSpan) -> Bool {
    span.lower < span.upper && text.isLetterBoundary(span.lower)
      && text.isLetterBoundary(span.upper)
  }

  /// The anchor of the letters that `span` holds or cuts, whole.
  ///
  /// So none is ever made that parts a letter from its marks. It is `nil` for a span that is empty, lies
  /// outside the text or cuts a scalar.
  ///
  /// - Complexity: O(*n*) in the length of the text, to see what tells the passage from others.
  package func anchor(of span: TextSpan) -> Anchor? {
    guard !span.isEmpty, text.contains(span) else { return nil }
    let span = text.wholeLetters(span)
    var lower = span.lower
    var upper = span.upper
    for _ in 0..<Anchor.contextLength {
      if let scalar = text.scalar(before: lower) { lower = scalar.offset }
      if let scalar = text.scalar(at: upper) { upper = scalar.span.upper }
    }
    var anchor = Anchor(
      start: counter.scalarOffset(of: span.lower), end: counter.scalarOffset(of: span.upper),
      exact: text.string(in: span), prefix: text.string(in: TextSpan(lower, span.lower)),
      suffix: text.string(in: TextSpan(span.upper, upper)), contentHash: contentHash)
    let form = form
    // Words of white space alone, or of a mark alone, cannot be looked for.
    guard let lower = form.offset(ofSource: span.lower, as: .lower),
      let upper = form.offset(ofSource: span.upper, as: .upper), lower < upper,
      let search = QuoteSearch(anchor, in: form)
    else { return anchor }
    anchor.distinction = search.distinction(at: TextSpan(lower, upper))
    anchor.sideDistinction = search.sideDistinction(at: TextSpan(lower, upper))
    return anchor
  }

  /// The anchor of the scalars `start..<end`, or `nil` where they do not lie inside the text.
  ///
  /// - Complexity: as for ``anchor(of:)``.
  package func anchor(start: Int, end: Int) -> Anchor? {
    span(start: start, end: end).flatMap(anchor(of:))
  }

  /// The scalars `start..<end` as bytes, or `nil` where they are none or lie outside the text.
  package func span(start: Int, end: Int) -> TextSpan? {
    guard start < end, let lower = counter.textOffset(of: ScalarOffset(start)),
      let upper = counter.textOffset(of: ScalarOffset(end))
    else { return nil }
    return TextSpan(lower, upper)
  }

  /// The span at the position of `anchor`, or `nil` where other words stand there.
  package func span(at anchor: Anchor) -> TextSpan? {
    guard let span = span(start: anchor.start.scalars, end: anchor.end.scalars),
      text.string(in: span).utf8.elementsEqual(anchor.exact.utf8)
    else { return nil }
    return span
  }

  /// Where the passage of `anchor` stands.
  ///
  /// In the same text, whatever line ends it has after its last words, at its position. In another it is
  /// ``Placement/moved(_:)`` where its words stand once in a context that distinguished them from all
  /// others before, or beside which lines were added and nothing else was done;
  /// ``Placement/likely(_:likelihood:)`` where they stand several times or in another context, or where
  /// like words stand. White space, byte order marks and how letters and marks are put together make no
  /// difference (``ComparableText``).
  ///
  /// - Complexity: O(*n*) in the length of the text, for a changed passage times the number of its
  ///   words.
  package func placement(of anchor: Anchor) -> Placement {
    if isThisText(anchor.contentHash), let span = span(at: anchor) { return .exact(span) }
    guard let search = QuoteSearch(anchor, in: form) else { return .orphan }
    // Of a word that is another one now, if only by its ending, a person says whether it is meant.
    let certain = search.certain.map(text.wholeLetters)
    if let certain, wholeWords(certain, of: anchor) == certain { return .moved(certain) }
    let near = counter.textOffset(of: min(anchor.start, ScalarOffset(counter.count))) ?? .zero
    if let (span, likelihood) = search.likely(near: near) {
      let whole = text.wholeLetters(certain ?? span)
      return .likely(wholeWords(whole, of: anchor), likelihood: likelihood)
    }
    return .orphan
  }

  /// The one place where the words of `anchor` certainly stand by themselves and those around them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func certainPlace(of anchor: Anchor) -> TextSpan? {
    QuoteSearch(anchor, in: form)?.certain
  }

  /// The annotations with their places, in text order; what has none comes last.
  ///
  /// - Complexity: that of ``placement(of:)`` for each.
  package func place(_ annotations: [Annotation]) -> [PlacedAnnotation] {
    PlacedAnnotation.inOrder(annotations.map(place))
  }

  /// The annotation with its place.
  package func place(_ annotation: Annotation) -> PlacedAnnotation {
    if annotation.absentFrom.contains(contentHash) { return PlacedAnnotation(annotation, .orphan) }
    let placement = placement(of: annotation.anchor)
    // What holds for all mentions of a name holds at any of them.
    if !placement.isCertain, annotation.isOfAllMentions, let span = anyPlace(of: annotation.anchor)
    {
      return PlacedAnnotation(annotation, .moved(span))
    }
    return PlacedAnnotation(annotation, placement)
  }

  /// The place nearest to where `anchor` was at which its words stand by themselves, whatever stands beside them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  private func anyPlace(of anchor: Anchor) -> TextSpan? {
    let near = counter.textOffset(of: min(anchor.start, ScalarOffset(counter.count))) ?? .zero
    let places = QuoteSearch(anchor, in: form)?.candidates.lazy
      .compactMap { form.source(of: $0.span) }
      .filter { text.wholeLetters($0) == $0 && wholeWords($0, of: anchor) == $0 }
    return places?.min { abs($0.lower - near) < abs($1.lower - near) }
  }
}

extension PlacedAnnotation {
  /// `items` in the order of ``isBefore(_:_:)``.
  ///
  /// - Complexity: O(*n* log *n*), in which numbers move and not annotations.
  package static func inOrder(_ items: [PlacedAnnotation]) -> [PlacedAnnotation] {
    let keys = items.enumerated().map { index, item in
      SortKey(lower: item.span?.lower.utf8 ?? .max, upper: item.span?.upper.utf8 ?? 0, index: index)
    }
    let sorted = keys.sorted { one, other in
      if one.lower != other.lower { return one.lower < other.lower }
      if one.upper != other.upper { return one.upper > other.upper }
      return isBefore(items[one.index], items[other.index])
    }
    return sorted.map { items[$0.index] }
  }

  /// Puts `item` into `items`, which are in order, behind those of its place that are as old.
  ///
  /// - Complexity: O(log *n*) comparisons.
  package static func insert(_ item: PlacedAnnotation, into items: inout [PlacedAnnotation]) {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(item, items[middle]) { high = middle } else { low = middle + 1 }
    }
    items.insert(item, at: low)
  }

  private struct SortKey {
    var lower, upper, index: Int
  }

  /// Orders by place, longer passages first where they begin together, orphans last by their old
  /// place; those of one place by when they were made.
  package static func isBefore(_ left: PlacedAnnotation, _ right: PlacedAnnotation) -> Bool {
    switch (left.span, right.span) {
    case (let one?, let other?):
      if one != other {
        return one.lower == other.lower ? one.upper > other.upper : one.lower < other.lower
      }
      return (left.annotation.created, left.id) < (right.annotation.created, right.id)
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil):
      return (left.annotation.anchor.start, left.id) < (right.annotation.anchor.start, right.id)
    }
  }
}
