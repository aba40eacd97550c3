import ArabicText

/// The findings of many paragraphs without those that change nothing, so that a long text of empty
/// lines, signs or words of no interest costs no memory.
package struct CollectedFindings: Sendable {
  /// What is to be joined; in no order.
  package private(set) var findings: [ParagraphFindings] = []

  /// No findings.
  package init() {}

  /// Takes in the findings of paragraphs that stand behind one another, in text order.
  ///
  /// Left out are empty paragraphs, and those that show nothing: of these one is kept where a report
  /// may wait for its content, which it then does not have. That is behind a paragraph that ends with
  /// such a report, and at the beginning, as who stands before is not known here.
  ///
  /// - Complexity: O(*n*) in the paragraphs.
  package mutating func add(_ run: [ParagraphFindings]) {
    var mayWait = true
    for next in run where !next.paragraph.content.isEmpty {
      if !next.isEmpty || mayWait { findings.append(next) }
      mayWait = next.pending != nil
    }
  }
}
