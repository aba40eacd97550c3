import ArabicAnalysis
import ArabicText
import Interface

/// What is looked for in the text.
package enum SearchPattern: Hashable, Sendable {
  /// Letters, wherever they stand.
  case letters(FoldedPattern)
  /// A name in several spellings, wherever one of them stands; at least one.
  case spellings([FoldedPattern])
  /// A name, as whole words.
  case name(NamePattern)

  /// Letters of which some stand wherever it does.
  var letters: [FoldedPattern] {
    switch self {
    case .letters(let pattern): [pattern]
    case .spellings(let patterns): patterns
    case .name(let pattern): [pattern.core]
    }
  }

  /// What finds `name` as a search does, in the spellings of different papers and behind ل, which takes letters of the
  /// article: للمصرف for المصرف.
  ///
  /// - Parameters:
  ///   - name: What was typed.
  ///   - others: More of its spellings.
  /// - Returns: The pattern, or `nil` where the name holds no letter.
  package static func folded(_ name: String, others: [String] = []) -> SearchPattern? {
    guard let pattern = FoldedPattern(name) else { return nil }
    var patterns = [pattern]
    let spellings =
      others + HamzaSeats.others(of: name) + NameSpellings.others(of: Folding.search.fold(name))
    for other in spellings.lazy.compactMap({ FoldedPattern($0) })
    where patterns.count < NameSpellings.most && !patterns.contains(other) {
      patterns.append(other)
    }
    let behindLam = ([name] + spellings).compactMap { afterLam(Folding.search.fold($0)) }
    patterns += behindLam.prefix(NameSpellings.most).compactMap { FoldedPattern($0) }
    return patterns.count == 1 ? .letters(pattern) : .spellings(patterns)
  }

  /// A name with the article, folded, as it is written behind ل: للجنة of اللجنة; `nil` for others.
  private static func afterLam(_ name: String) -> String? {
    guard name.hasPrefix("ال"), name.count > 4 else { return nil }
    return (name.dropFirst(2).hasPrefix("ل") ? "ل" : "لل") + name.dropFirst(2)
  }

  /// All places in `span` of `text` where it stands, in order, not overlapping.
  ///
  /// - Complexity: O(*n*) in the bytes of the span, on text.
  package func matches(in text: DecodedText, span: TextSpan) -> [TextSpan] {
    switch self {
    case .letters(let pattern): pattern.matches(in: text, span: span)
    case .spellings(let patterns): Self.matches(of: patterns, in: text, span: span)
    case .name(let pattern): pattern.matches(in: text, span: span)
    }
  }
}

extension SearchPattern {
  /// Of places that overlap, as one spelling may be the beginning of another, the longest from the left.
  private static func matches(
    of patterns: [FoldedPattern], in text: DecodedText, span: TextSpan
  ) -> [TextSpan] {
    let all = patterns.flatMap { $0.matches(in: text, span: span) }
      .sorted { ($0.lower, $1.upper) < ($1.lower, $0.upper) }
    return all.reduce(into: []) { found, span in
      if found.last.map({ $0.upper <= span.lower }) ?? true { found.append(span) }
    }
  }

  /// The places in a paragraph, or none where the paragraph does not hold what `filter` looks for.
  func matches(
    in text: DecodedText, span: TextSpan, shownBy filter: SearchPattern?
  ) -> [TextSpan] {
    let hits = matches(in: text, span: span)
    guard !hits.isEmpty, let filter else { return hits }
    return filter.matches(in: text, span: span).isEmpty ? [] : hits
  }
}

/// How freely a name is looked for.
package enum Matching: String, CaseIterable, Hashable, Sendable {
  /// The words alone, as they are written; vowel signs and tatweel aside.
  case exact
  /// Also with the proclitics و ف ب ك ل and with the article: `وبالحداد`.
  case clitics
  /// As a search: anywhere, in any spelling, and without regard to hamza, ya and ta marbuta.
  case folded

  /// The next level, round the end.
  var next: Matching {
    switch self {
    case .exact: .clitics
    case .clitics: .folded
    case .folded: .exact
    }
  }

  /// The pattern that finds `name`, or `nil` where that holds no letter; `others` are spellings of it.
  func pattern(for name: String, others: [String] = []) -> SearchPattern? {
    switch self {
    case .exact: NamePattern(name, takesClitics: false).map(SearchPattern.name)
    case .clitics: NamePattern(name, takesClitics: true).map(SearchPattern.name)
    case .folded: .folded(name, others: others)
    }
  }
}
