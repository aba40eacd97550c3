import ArabicText

/// What is looked for in the text.
package enum SearchPattern: Hashable, Sendable {
  /// Letters, wherever they stand.
  case letters(FoldedPattern)
  /// A name, as whole words.
  case name(NamePattern)

  /// Letters that stand wherever it does.
  var letters: FoldedPattern {
    switch self {
    case .letters(let pattern): pattern
    case .name(let pattern): pattern.core
    }
  }

  /// All places in `span` of `text` where it stands, in order, not overlapping.
  ///
  /// - Complexity: O(*n*) in the bytes of the span, on text.
  package func matches(in text: DecodedText, span: TextSpan) -> [TextSpan] {
    switch self {
    case .letters(let pattern): pattern.matches(in: text, span: span)
    case .name(let pattern): pattern.matches(in: text, span: span)
    }
  }
}

extension SearchPattern {
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
  /// As a search: anywhere, and without regard to hamza, ya and ta marbuta.
  case folded

  /// The next level, round the end.
  var next: Matching {
    switch self {
    case .exact: .clitics
    case .clitics: .folded
    case .folded: .exact
    }
  }

  /// The pattern that finds `name`, or `nil` where that holds no letter.
  func pattern(for name: String) -> SearchPattern? {
    switch self {
    case .exact: NamePattern(name, takesClitics: false).map(SearchPattern.name)
    case .clitics: NamePattern(name, takesClitics: true).map(SearchPattern.name)
    case .folded: FoldedPattern(name).map(SearchPattern.letters)
    }
  }
}
