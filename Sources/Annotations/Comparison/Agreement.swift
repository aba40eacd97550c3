import ArabicText

/// How far two people agree in what they marked in one text.
package struct Agreement: Hashable, Sendable {
  /// Annotations of the first, of the second, and those that both have: the same span with the same
  /// label.
  package var first, second, shared: Int
  /// Tokens that the text has, and those to which both gave the same label, or none.
  package var tokens, sameTokens: Int
  /// Cohen's κ on tokens (Cohen, *A coefficient of agreement for nominal scales*, 1960): 1 for full
  /// agreement, 0 for that of chance; `nil` where neither marked anything, as it has no meaning then.
  package var kappa: Double?

  /// F1 on spans with their labels, 0 to 1; `nil` where neither marked anything.
  package var f1: Double? {
    first + second == 0 ? nil : 2 * Double(shared) / Double(first + second)
  }

  /// The agreement of `first` and `second`, annotations of `text`.
  ///
  /// A token that several annotations cover counts for the shortest of them.
  ///
  /// - Complexity: O(*n* + *m* log *m*) in the length of the text and the annotations, times those that
  ///   overlap.
  package init(_ first: [Annotation], _ second: [Annotation], of text: AnchoredText) {
    let one = LabelledSpans(first, text)
    let other = LabelledSpans(second, text)
    self.first = one.items.count
    self.second = other.items.count
    shared = one.items.intersection(other.items).count
    (tokens, sameTokens) = (0, 0)
    var counts: [[String]: Int] = [:]
    var (labels, others) = (TokenLabels(one.items), TokenLabels(other.items))
    for paragraph in text.text.paragraphs(in: text.text.span) {
      for token in Tokenizer.tokens(of: text.text, in: paragraph.content) {
        let pair = [labels.label(of: token.span), others.label(of: token.span)]
        tokens += 1
        if pair[0] == pair[1] { sameTokens += 1 }
        counts[pair, default: 0] += 1
      }
    }
    guard tokens > 0, !one.items.isEmpty || !other.items.isEmpty else { return }
    var (left, right): ([String: Int], [String: Int]) = ([:], [:])
    for (pair, count) in counts {
      left[pair[0], default: 0] += count
      right[pair[1], default: 0] += count
    }
    let total = Double(tokens)
    let chance = left.reduce(0) { sum, item in
      sum + Double(item.value) / total * Double(right[item.key] ?? 0) / total
    }
    let observed = Double(sameTokens) / total
    kappa = chance < 1 ? (observed - chance) / (1 - chance) : 1
  }
}

/// Spans with a label each.
private struct LabelledSpans {
  struct Item: Hashable {
    var span: TextSpan
    var label: String
  }

  let items: Set<Item>

  init(_ annotations: [Annotation], _ text: AnchoredText) {
    items = Set(
      annotations.compactMap { annotation in
        text.span(at: annotation.anchor).map { Item(span: $0, label: annotation.label) }
      })
  }
}

/// The label of each token, asked for in text order.
///
/// A value that is advanced, and not a closure over two variables: where a closure that is returned
/// changes two or more variables of the function that made it, and that function is inlined, the
/// optimiser of Swift 6.3 ends the second variable before its last use (`AllocBoxToStack`, which treats
/// one variable of a closure after the other; see swiftlang/swift#90120). No closure like it may be
/// returned anywhere.
private struct TokenLabels {
  private let sorted: [LabelledSpans.Item]
  /// The number of items that begin before the end of the last token.
  private var next = 0
  /// Those of them that end behind its start.
  private var open: [LabelledSpans.Item] = []

  init(_ items: Set<LabelledSpans.Item>) {
    sorted = items.sorted { ($0.span, $0.label) < ($1.span, $1.label) }
  }

  /// The label of `token`, which lies behind those asked for before; empty where it has none.
  mutating func label(of token: TextSpan) -> String {
    while next < sorted.count, sorted[next].span.lower < token.upper {
      open.append(sorted[next])
      next += 1
    }
    open.removeAll { $0.span.upper <= token.lower }
    return open.filter { $0.span.overlaps(token) }
      .min { ($0.span.utf8Count, $0.label) < ($1.span.utf8Count, $1.label) }?.label ?? ""
  }
}
