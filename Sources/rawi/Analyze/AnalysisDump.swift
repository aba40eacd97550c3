import ArabicAnalysis
import ArabicText
import ArgumentParser

/// A stage of the analysis to print, one item a line, columns separated by tabs.
enum AnalysisDump: String, ExpressibleByArgument, CaseIterable {
  /// Kind, start, end and text of each token.
  case tokens
  /// Type, start, end, text, entity and rule of each mention.
  case entities

  /// The stage of `document` as text; offsets count Unicode scalars.
  func text(of document: Document) -> String {
    let counter = ScalarCounter(document.text)
    let place = { (span: TextSpan) in
      [
        String(counter.scalarOffset(of: span.lower).scalars),
        String(counter.scalarOffset(of: span.upper).scalars), document.text.string(in: span),
      ]
    }
    let lines: [[String]] =
      switch self {
      case .tokens:
        document.text.paragraphs(in: document.text.span).flatMap { paragraph in
          Tokenizer.tokens(of: document.text, in: paragraph.content).map {
            [$0.kind.rawValue] + place($0.span)
          }
        }
      case .entities:
        Analyzer().analyze(document).entities
          .flatMap { entity in entity.mentions.map { (entity, $0) } }
          .sorted { $0.1.span < $1.1.span }
          .map { entity, mention in
            [entity.kind.rawValue] + place(mention.span) + [entity.id.rawValue, mention.rule]
          }
      }
    return lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }
}
