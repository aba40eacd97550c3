import ArabicText

/// Looks for the words of an anchor in a text, by the words themselves and by those around them.
///
/// Hypothesis takes the best match whatever it is worth (`match-quote.ts`), and so shows notes at
/// wrong places. Here a place is certain only where the words and enough of their context stand once,
/// both in the text that the anchor was made in (``Anchor/distinction``) and in this one; all else is
/// a proposal.
struct QuoteSearch {
  /// A place where the words stand.
  struct Candidate {
    var span: TextSpan
    /// The scalars of the anchor's context that stand there too.
    var before: Int
    var after: Int
  }

  /// Words that stand more often than this are looked for with their context only.
  private static let limit = 2000
  /// What comparing the context of a place is counted as, in bytes.
  private static let costOfPlace = 128
  /// The most scalars of context that may be needed to tell a passage from others, so that some are
  /// left to show that this is still the place.
  static let greatestDistinction = 24
  /// By how many scalars the context has to go on beyond what tells the passage from others: a change
  /// of a letter or two can make other words look alike, one of eight does not.
  static let margin = 8
  /// The least that words and context have to agree in, in scalars.
  static let leastEvidence = 24

  let anchor: Anchor
  let quote: ComparableQuote
  let form: ComparableText
  let candidates: [Candidate]
  let prefixCount: Int
  let suffixCount: Int
  private let isComplete: Bool

  var text: DecodedText { form.text }

  /// A search in the text of which `form` is the form.
  ///
  /// - Returns: `nil` where the anchor has no words to look for.
  init?(_ anchor: Anchor, in form: ComparableText) {
    guard let quote = ComparableQuote(anchor) else { return nil }
    let text = form.text
    self.anchor = anchor
    self.quote = quote
    self.form = form
    prefixCount = quote.prefix.unicodeScalars.count
    suffixCount = quote.suffix.unicodeScalars.count
    let places: [TextSpan]
    switch form.words.allPlaces(of: quote.exact.utf8, fewerThan: Self.limit) {
    case .all(let all): (places, isComplete) = (all, true)
    case .many:
      isComplete = false
      let (before, after) = (quote.prefix.utf8, quote.suffix.utf8)
      let whole = Array(before) + Array(quote.exact.utf8) + Array(after)
      places = form.words.places(of: whole, limit: 8).map {
        TextSpan($0.lower + before.count, $0.upper - after.count)
      }
    }
    form.words.work.add(places.count * Self.costOfPlace)
    candidates = places.map { span in
      Candidate(
        span: span, before: text.common(suffixOf: quote.prefix.utf8, before: span.lower),
        after: text.common(prefixOf: quote.suffix.utf8, after: span.upper))
    }
  }

  /// How much context on both sides it takes to tell the words at `span` of the form from all others of
  /// this text.
  func distinction(at span: TextSpan) -> Int? {
    let others = candidates.filter { $0.span != span }
    guard isComplete else { return others.isEmpty ? Self.greatestDistinction : nil }
    return Self.known(others.map { reach(of: $0) + 1 }.max() ?? 0)
  }

  /// How much context on one side it takes, whichever it is.
  func sideDistinction(at span: TextSpan) -> Int? {
    guard isComplete else { return nil }
    let others = candidates.filter { $0.span != span }
    return Self.known(others.map { max($0.before, $0.after) + 1 }.max() ?? 0)
  }

  private static func known(_ needed: Int) -> Int? {
    needed <= Anchor.contextLength ? needed : nil
  }

  /// How much context on both sides `candidate` has in common with the anchor; a side where the
  /// anchor's text ended cannot tell them apart.
  private func reach(of candidate: Candidate) -> Int {
    let before = candidate.before == prefixCount ? Anchor.contextLength : candidate.before
    let after = candidate.after == suffixCount ? Anchor.contextLength : candidate.after
    return min(before, after)
  }

  /// The one place where the passage certainly stands.
  var certain: TextSpan? {
    (told ?? placeOfWholeText ?? placeBesideNewLines).flatMap { form.source(of: $0) }
  }

  /// The one place whose context is that of the passage.
  private var told: TextSpan? {
    guard isComplete || candidates.count == 1, let distinction = anchor.distinction,
      (0...Self.greatestDistinction).contains(distinction)
    else { return nil }
    guard let best = candidates.max(by: { reach(of: $0) < reach(of: $1) }) else { return nil }
    // Another place with as much of the context would do as well.
    let needed = min(reach(of: best), Self.greatestDistinction)
    guard candidates.count(where: { reach(of: $0) >= needed }) == 1 else { return nil }
    let context = best.before + best.after
    let wanted = distinction + Self.margin
    let isTold = best.before >= min(wanted, prefixCount) && best.after >= min(wanted, suffixCount)
    // Words that stood once in their text need no context on both sides.
    let stoodAlone = distinction == 0 && context >= 12
    guard isTold || stoodAlone, context + scalarCount >= Self.leastEvidence else { return nil }
    return best.span
  }

  var scalarCount: Int { quote.exact.unicodeScalars.count }

  /// Where the passage stands most likely, and how likely that is; of equals the one nearest to
  /// `source`.
  func likely(near source: TextOffset) -> (TextSpan, likelihood: Double)? {
    let offset = form.offset(ofSource: source, as: .lower) ?? .zero
    let best = candidates.max { left, right in
      let (one, other) = (left.before + left.after, right.before + right.after)
      return one == other
        ? abs(left.span.lower - offset) > abs(right.span.lower - offset) : one < other
    }
    if let best {
      let context = best.before + best.after
      let share = Double(context) / Double(max(1, prefixCount + suffixCount))
      let isAlone = candidates.count == 1 && scalarCount >= 4
      if context >= 6 || isAlone || scalarCount >= 12 {
        return form.source(of: best.span, isRounded: true).map { ($0, 0.5 + 0.45 * share) }
      }
    }
    let found = between() ?? ApproximateMatch(quote.exact, in: form.words).best(near: offset)
    return found.flatMap { span, likelihood in
      form.source(of: span, isRounded: true).map { ($0, likelihood) }
    }
  }

  /// The text between what stood before the passage and what stood after it, where both are still
  /// there and about as far apart.
  private func between() -> (TextSpan, likelihood: Double)? {
    let before = String(String.UnicodeScalarView(quote.prefix.unicodeScalars.suffix(16)))
    let after = String(String.UnicodeScalarView(quote.suffix.unicodeScalars.prefix(16)))
    guard before.unicodeScalars.count >= 8, after.unicodeScalars.count >= 8 else { return nil }
    let longest = quote.exact.utf8.count * 2 + 64
    var best: TextSpan?
    for opening in form.words.places(of: before.utf8, limit: 16) {
      let reach = min(text.end, opening.upper + longest + after.utf8.count)
      guard
        let closing = text.places(
          of: after.utf8, in: TextSpan(opening.upper, reach), limit: 1
        ).first, closing.lower > opening.upper
      else { continue }
      // Two such places are none.
      guard best == nil else { return nil }
      best = TextSpan(opening.upper, closing.lower)
    }
    return best.map { ($0, 0.5) }
  }
}
