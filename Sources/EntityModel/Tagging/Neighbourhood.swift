import ArabicText

/// Paragraphs of a text that the tagger reads together: those that begin in the same kilobyte.
///
/// A name that stands alone in one paragraph often stands in full in the one before. Where neighbourhoods
/// end hangs on the text alone, whatever is asked for first, so that what is found in a paragraph does so, too.
package struct Neighbourhood: Hashable, Sendable {
  /// Bytes of a neighbourhood: some ninety words, one or two windows of what the tagger looks at together.
  static let length = 1024

  private let number: Int

  /// That of `paragraph`.
  package init(of paragraph: Paragraph) { number = paragraph.start.utf8 / Self.length }

  /// Its paragraphs that are not empty, in order; the last may end behind it.
  ///
  /// None where the text ends before it.
  ///
  /// - Complexity: linear in the bytes of the paragraphs.
  package func paragraphs(of text: DecodedText) -> [Paragraph] {
    let lower = TextOffset(number * Self.length)
    guard lower <= text.end else { return [] }
    let upper = min(TextOffset((number + 1) * Self.length), text.end)
    return text.paragraphs(in: TextSpan(lower, upper)).filter {
      !$0.content.isEmpty && Neighbourhood(of: $0) == self
    }
  }

  /// Which of `paragraphs` stand behind one another in one neighbourhood.
  ///
  /// - Returns: Ranges that cover all of them, in order.
  package static func runs(of paragraphs: [Paragraph]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if let last = runs.last,
        Neighbourhood(of: paragraphs[last.lowerBound]) == Neighbourhood(of: paragraph)
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
