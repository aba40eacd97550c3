import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import CursesTerminal
import Interface
import Platform
import Reader

/// Prints a page stretch by stretch, so that memory stays bounded however long the article is.
struct PagePrinter {
  /// How much is analysed before it is printed, in bytes: entities of an article are joined as a
  /// whole, those of a longer text within each stretch.
  private static let stretch = 1 << 20

  let document: Document
  let text: StyledText
  let pipeline: AnalysisPipeline
  /// How names and quotations are told in words, where they are.
  var spoken: SpokenMarks?

  /// Writes `page`.
  ///
  /// - Throws: `OutputError`.
  func print(_ page: PrintedPage, to output: StandardOutput) throws {
    var page = page
    var stored = StoredCorrections()
    let isMarked = !text.isPlain || spoken != nil
    let corrections = isMarked ? stored.annotations(of: document) : []
    let content: OutputContent = text.isPlain ? .text : .styled
    var stretch: [Paragraph] = []
    for paragraph in document.text.paragraphs(in: document.text.span) {
      stretch.append(paragraph)
      let isEnd = paragraph.next >= document.text.end
      guard !isMarked || isEnd || paragraph.next - stretch[0].start >= Self.stretch else {
        continue
      }
      let found = isMarked ? analysis(of: stretch, corrections: corrections) : .empty
      if let spoken {
        let span = TextSpan(stretch[0].start, paragraph.next)
        let told = DecodedText(spoken.text(of: span, in: document, found))
        let paragraphs = Array(told.paragraphs(in: told.span))
        try write(paragraphs, of: page.over(Document(text: told)), as: content, to: output)
      } else {
        page.mark(found)
        try write(stretch, of: page, as: content, to: output)
      }
      stretch.removeAll(keepingCapacity: true)
    }
  }

  private func write(
    _ paragraphs: [Paragraph], of page: PrintedPage, as content: OutputContent,
    to output: StandardOutput
  ) throws(OutputError) {
    for paragraph in paragraphs {
      for row in page.rows(of: paragraph) { try output.line(text.line(of: row), as: content) }
    }
  }

  private func analysis(
    of paragraphs: [Paragraph], corrections: [PlacedAnnotation]
  ) -> Analysis {
    let shown = paragraphs.filter { !$0.content.isEmpty }
    let findings = pipeline.findings(in: shown, of: document)
    return pipeline.analysis(joining: findings, of: document)
      .corrected(by: corrections, in: document.text)
  }
}
