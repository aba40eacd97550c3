/// The folded scalars of a span with the way back to the original text.
package struct FoldedText: Sendable {
  /// The folded scalars in logical order.
  package private(set) var scalars: [UInt32] = []
  /// For each folded scalar, the span of the scalar it came from; one more entry marks the end.
  private var starts: [TextOffset] = []
  private let end: TextOffset

  /// Folds `span` of `text`.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) in the bytes of the span.
  package init(_ text: DecodedText, in span: TextSpan, by folding: Folding) {
    end = span.upper
    scalars.reserveCapacity(span.utf8Count / 2)
    starts.reserveCapacity(span.utf8Count / 2)
    for item in text.scalars(in: span) {
      let folded = folding.fold(item.value)
      guard folded.first != 0 else { continue }
      scalars.append(folded.first)
      starts.append(item.offset)
      guard folded.second != 0 else { continue }
      scalars.append(folded.second)
      starts.append(item.offset)
    }
  }

  /// The original span of the folded scalars `range`: from the first one's source to where the
  /// source of the scalar after the last begins, so that marks stay with their letter.
  ///
  /// - Precondition: `range` is not empty and lies inside.
  package func span(of range: Range<Int>) -> TextSpan {
    let upper = range.upperBound < starts.count ? starts[range.upperBound] : end
    let lower = starts[range.lowerBound]
    // Both halves of a lam-alef come from one scalar.
    return TextSpan(lower, max(upper, lower))
  }
}

/// A folded pattern that is looked for in text.
package struct FoldedPattern: Hashable, Sendable {
  /// The folded scalars to find.
  package let scalars: [UInt32]
  /// The folding used on both sides.
  package let folding: Folding
  private let automaton: FoldedAutomaton

  /// The pattern `string`, or `nil` where nothing of it is left after folding.
  package init?(_ string: String, folding: Folding = .search) {
    let scalars = folding.fold(string).unicodeScalars.map(\.value)
    guard !scalars.isEmpty else { return nil }
    self.scalars = scalars
    self.folding = folding
    automaton = FoldedAutomaton(scalars)
  }

  /// All places in `span` of `text` where the pattern stands, in order, not overlapping.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) where there is none; else O(*n* · *m*) at worst, O(*n*) on text.
  package func matches(in text: DecodedText, span: TextSpan) -> [TextSpan] {
    // Most paragraphs of a long text have no hit, which is found out at five times the speed.
    guard automaton.occurs(in: text, span: span, by: folding) else { return [] }
    let folded = FoldedText(text, in: span, by: folding)
    return places(in: folded.scalars).map { folded.span(of: $0..<$0 + scalars.count) }
  }

  /// Where the pattern begins in folded text, not overlapping.
  private func places(in text: [UInt32]) -> [Int] {
    var places: [Int] = []
    // Pointers because this loop sees every scalar of a searched file.
    text.withUnsafeBufferPointer { text in
      scalars.withUnsafeBufferPointer { pattern in
        var position = 0
        while position + pattern.count <= text.count {
          var matched = 0
          while matched < pattern.count, text[position + matched] == pattern[matched] {
            matched += 1
          }
          if matched == pattern.count { places.append(position) }
          position += matched == pattern.count ? matched : 1
        }
      }
    }
    return places
  }
}
