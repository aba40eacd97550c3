import ArabicText

/// Which paragraphs of the article are shown.
package struct FilterState: Hashable, Sendable {
  /// What they hold.
  package var pattern: SearchPattern
  /// What was typed.
  package var text: String
  /// The paragraphs in text order, at least one; `nil` while they are being looked for, and all are shown.
  package var paragraphs: Optional<[Paragraph]>
  /// Whether the paragraphs are being looked for; those that were shown before stay meanwhile.
  package var isRunning: Bool

  /// The same filter in a text that has changed, whose paragraphs are yet to be found.
  var anew: FilterState {
    FilterState(pattern: pattern, text: text, paragraphs: nil, isRunning: true)
  }
}

extension ReaderState {
  /// The paragraphs that are shown, or `nil` where that is all of them.
  private var shown: [Paragraph]? { article.filter?.paragraphs }

  /// The index among `paragraphs` of the first that ends behind `offset`.
  private func index(at offset: TextOffset, in paragraphs: [Paragraph]) -> Int {
    paragraphs.partitioningIndex { $0.next > offset }
  }

  /// The paragraph that is shown after `paragraph`, if any.
  func paragraph(after paragraph: Paragraph) -> Paragraph? {
    guard let shown else { return text.paragraph(after: paragraph) }
    let index = index(at: paragraph.next, in: shown)
    return shown.indices.contains(index) ? shown[index] : nil
  }

  /// The paragraph that is shown before `paragraph`, if any.
  func paragraph(before paragraph: Paragraph) -> Paragraph? {
    guard let shown else { return text.paragraph(before: paragraph) }
    let index = index(at: paragraph.start, in: shown) - 1
    return shown.indices.contains(index) ? shown[index] : nil
  }

  /// The paragraph that shows `offset`, or the next that is shown, or the last.
  func paragraph(at offset: TextOffset) -> Paragraph {
    let own = text.paragraph(at: offset)
    guard let shown, let last = shown.last else { return own }
    let index = index(at: own.start, in: shown)
    return shown.indices.contains(index) ? shown[index] : last
  }

  /// Whether the paragraph in which `span` begins is shown.
  func isShown(_ span: TextSpan) -> Bool {
    guard let shown else { return true }
    let index = index(at: span.lower, in: shown)
    return shown.indices.contains(index) && shown[index].start <= span.lower
  }
}
