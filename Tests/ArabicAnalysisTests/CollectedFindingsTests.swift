import ArabicText
import Testing

@testable import ArabicAnalysis

/// What is kept of paragraphs that show nothing.
struct CollectedFindingsTests {
  private let analyzer = Analyzer(tagger: nil)

  /// What is kept of `text`, where stretches of `count` paragraphs are added one after the other.
  private func collected(_ document: Document, by count: Int) -> CollectedFindings {
    let paragraphs = Array(document.text.paragraphs(in: document.text.span))
    var found = CollectedFindings()
    for start in stride(from: 0, to: paragraphs.count, by: count) {
      let part = Array(paragraphs[start..<min(start + count, paragraphs.count)])
      found.add(analyzer.findings(in: part, of: document))
    }
    return found
  }

  @Test(arguments: ["", " ", "\u{C}", "\t", "\r", ".", "،", "و", "7", "a", "*", "\u{FFFD}"])
  func `of thousands of lines that say nothing hardly one is kept`(line: String) {
    let document = Document(String(repeating: line + "\n", count: 5000))
    #expect(collected(document, by: 1000).findings.count <= 5)
  }

  @Test func `an empty paragraph takes no more than its place`() {
    let document = Document("\n\n")
    let empty = analyzer.findings(in: document.text.paragraph(at: .zero), of: document)
    #expect(empty.isEmpty)
    #expect(MemoryLayout<ParagraphFindings>.size <= MemoryLayout<Paragraph>.size + 8)
  }

  @Test(arguments: [1, 2, 3, 100])
  func `what was left out changes nothing of the result`(count: Int) {
    let lines = [
      "وصل الوزير خالد الزعبي أمس.", "", "وقال الوزير:", "", " ", "«العمل بدأ أمس».", "-",
      "وقال الزعبي:", "*", "«لا كلام بعد الفاصل».", "", "وقالت ليلى الحداد:", "",
      "«انتهى العمل».", ".", "وأضافت الحداد:",
    ]
    let document = Document(lines.joined(separator: "\n"))
    let paragraphs = document.text.paragraphs(in: document.text.span)
    let all = analyzer.analysis(
      joining: paragraphs.map { analyzer.findings(in: $0, of: document) }, of: document)
    #expect(!all.quotations.isEmpty)
    let some = collected(document, by: count).findings
    #expect(analyzer.analysis(joining: some, of: document) == all)
    #expect(analyzer.analysis(joining: some.reversed(), of: document) == all)
    #expect(analyzer.analyze(document) == all)
  }
}
