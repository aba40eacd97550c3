import ArabicText

/// What is selected in the text.
package enum Selection: Hashable, Sendable {
  /// A mention of an entity, by its span.
  case mention(TextSpan)
  /// A quotation, by the span of its first piece.
  case quotation(TextSpan)
  /// A hit of the search.
  case match(TextSpan)
  /// Words that the person has chosen: a range of the text in logical order.
  case passage(TextSpan)

  /// The text that is selected.
  package var span: TextSpan {
    switch self {
    case .mention(let span), .quotation(let span), .match(let span), .passage(let span): span
    }
  }
}

extension Selection: Relocatable {
  /// The same words; a name or quotation is found anew there.
  func relocated(by change: TextChange) -> Selection? {
    guard let span = span.relocated(by: change) else { return nil }
    return switch self {
    case .match: .match(span)
    case .mention: .mention(span)
    case .quotation: .quotation(span)
    case .passage: .passage(span)
    }
  }
}

/// A place that Back leads to.
package struct Jump: Hashable, Sendable {
  /// The text at the top of the screen.
  package var place: TextOffset
  /// What was selected there.
  package var selection: Optional<Selection>

  /// The place with `place` at the top of the screen and `selection` selected.
  package init(_ place: TextOffset, selection: Selection?) {
    self.place = place
    self.selection = selection
  }
}

extension Jump: Relocatable {
  /// A place to go back to is somewhere near in any case.
  func relocated(by change: TextChange) -> Jump? {
    Jump(change.offset(place), selection: selection?.relocated(by: change))
  }
}
