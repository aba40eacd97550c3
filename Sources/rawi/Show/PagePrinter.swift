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

  /// Writes `page`.
  ///
  /// - Throws: `OutputError`.
  func print(_ page: PrintedPage, to output: StandardOutput) throws {
    var page = page
    var stored = StoredCorrections()
    let corrections = text.isPlain ? [] : stored.annotations(of: document)
    let content: OutputContent = text.isPlain ? .text : .styled
    var stretch: [Paragraph] = []
    for paragraph in document.text.paragraphs(in: document.text.span) {
      stretch.append(paragraph)
      let isEnd = paragraph.next >= document.text.end
      guard text.isPlain || isEnd || paragraph.next - stretch[0].start >= Self.stretch else {
        continue
      }
      if !text.isPlain { page.mark(analysis(of: stretch, corrections: corrections)) }
      for row in stretch.lazy.flatMap(page.rows) {
        try output.line(text.line(of: row), as: content)
      }
      stretch.removeAll(keepingCapacity: true)
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
