import CUnicodeTables

extension DecodedText {
  /// The parts of the paragraphs of `span` between all line breaks, those within paragraphs, too: what
  /// stands on both sides of such a one belongs to one paragraph and to two sentences.
  ///
  /// - Precondition: `span` lies inside the text.
  /// - Complexity: O(*n*) in the bytes of the lines that are asked for.
  package func brokenLines(in span: TextSpan) -> some Sequence<Paragraph> {
    paragraphs(in: span).lazy.flatMap(brokenLines)
  }

  /// The parts of `paragraph` between the line breaks in it.
  ///
  /// - Complexity: O(*n*) in its bytes.
  package func brokenLines(of paragraph: Paragraph) -> [Paragraph] {
    withUTF8 { bytes in
      var lines: [Paragraph] = []
      var rest = paragraph
      let end = paragraph.content.upper.utf8
      while case let found = Int(rawi_line_break(bytes.baseAddress, rest.start.utf8, end)),
        found < end
      {
        let length = Int(rawi_line_break_length(bytes.baseAddress, found, end))
        let content = TextSpan(rest.start, TextOffset(found))
        let next = TextOffset(found + length)
        lines.append(Paragraph(content: content, next: next, lineStart: rest.lineStart))
        rest.content = TextSpan(next, paragraph.content.upper)
        rest.lineStart = next
      }
      return lines + [rest]
    }
  }
}
