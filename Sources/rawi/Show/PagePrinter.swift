import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import CursesTerminal
import Glibc
import Interface
import Reader

/// Prints a page stretch by stretch, so that memory stays bounded however long the article is.
struct PagePrinter {
  /// How much is analysed before it is printed, in bytes: entities of an article are joined as a
  /// whole, those of a longer text within each stretch.
  private static let stretch = 1 << 20

  let document: Document
  let text: StyledText
  let pipeline: AnalysisPipeline

  /// Writes `page` to standard output.
  ///
  /// - Throws: ``OutputError``.
  func print(_ page: PrintedPage) throws {
    var page = page
    var stored = StoredCorrections()
    let corrections = text.isPlain ? [] : stored.annotations(of: document)
    var output = StandardOutput()
    var stretch: [Paragraph] = []
    for paragraph in document.text.paragraphs(in: document.text.span) {
      stretch.append(paragraph)
      let isEnd = paragraph.next >= document.text.end
      guard text.isPlain || isEnd || paragraph.next - stretch[0].start >= Self.stretch else {
        continue
      }
      if !text.isPlain { page.mark(analysis(of: stretch, corrections: corrections)) }
      for row in stretch.lazy.flatMap(page.rows) { try output.write(text.line(of: row) + "\n") }
      stretch.removeAll(keepingCapacity: true)
    }
    try output.flush()
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

/// Why lines cannot be written, with an `errno`.
struct OutputError: Error {
  var number: Int32
}

/// Standard output with a buffer.
struct StandardOutput {
  private static let capacity = 32 * 1024
  private var buffer: [UInt8] = []

  /// Writes `text`, now or later.
  mutating func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what was kept.
  mutating func flush() throws(OutputError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR, errno != EAGAIN { throw OutputError(number: errno) }
      rest = rest.dropFirst(max(0, count))
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
