import Annotations
import ArabicAnalysis
import ArabicText
import Platform

/// Prints quotations in one of the formats of ``QuotesCommand``.
struct QuotePrinter {
  let format: QuotesCommand.Format
  /// Whether each line of text tells which article it is of.
  let namesArticles: Bool
  let output: StandardOutput
  private var json: [JSON] = []
  private var hasHeader = false

  init(format: QuotesCommand.Format, namesArticles: Bool, output: StandardOutput) {
    (self.format, self.namesArticles, self.output) = (format, namesArticles, output)
  }

  /// Prints, or keeps for ``finish()``, the quotations of an article.
  mutating func add(_ article: QuotedArticle) throws(OutputError) {
    let counter = ScalarCounter(article.document.text)
    for quotation in article.quotations {
      switch format {
      case .text: try output.line(text(quotation, in: article))
      case .csv: try printRow(quotation, in: article, counter)
      case .json: json.append(value(quotation, in: article, counter))
      }
    }
  }

  /// Prints what could not be printed before all articles were read.
  func finish() throws(OutputError) {
    if format == .json { try output.json(.array(json)) }
  }

  private func text(_ quotation: Quotation, in article: QuotedArticle) -> String {
    let said = article.analysis.attributed(quotation, in: article.document.text)
    return namesArticles ? "\(FilePath.shownInLine(article.document.name)): \(said)" : said
  }

  private func content(_ quotation: Quotation, in article: QuotedArticle) -> String {
    quotation.content.map { article.document.string(in: $0) }.joined(separator: " … ")
  }

  private func cue(_ quotation: Quotation, in article: QuotedArticle) -> String? {
    quotation.cue.map { article.document.string(in: $0.span) }
  }

  private func bounds(_ quotation: Quotation, _ counter: ScalarCounter) -> [Int] {
    let spans = [quotation.content.first?.lower, quotation.content.last?.upper].compactMap(\.self)
    return spans.map { counter.scalarOffset(of: $0).scalars }
  }

  private mutating func printRow(
    _ quotation: Quotation, in article: QuotedArticle, _ counter: ScalarCounter
  ) throws(OutputError) {
    if !hasHeader {
      try output.commaRow(["file", "type", "speaker", "cue", "start", "end", "text"])
      hasHeader = true
    }
    let speaker = article.analysis.speakerName(of: quotation, in: article.document.text)
    let fields =
      [
        article.document.name, quotation.kind.rawValue, speaker ?? "",
        cue(quotation, in: article) ?? "",
      ] + bounds(quotation, counter).map(String.init) + [content(quotation, in: article)]
    try output.commaRow(fields)
  }

  private func value(
    _ quotation: Quotation, in article: QuotedArticle, _ counter: ScalarCounter
  ) -> JSON {
    let optional = { (text: String?) in text.map(JSON.string) ?? .null }
    let speaker = article.analysis.speakerName(of: quotation, in: article.document.text)
    let bounds = bounds(quotation, counter)
    return .object([
      ("file", .string(article.document.name)), ("type", .string(quotation.kind.rawValue)),
      ("speaker", optional(speaker)), ("cue", optional(cue(quotation, in: article))),
      ("lemma", optional(quotation.cue?.lemma)),
      ("start", bounds.first.map(JSON.number) ?? .null),
      ("end", bounds.last.map(JSON.number) ?? .null),
      ("text", .string(content(quotation, in: article))),
      ("rule", .string(quotation.rule.rawValue)),
      ("confidence", .share(quotation.confidence)),
    ])
  }
}
