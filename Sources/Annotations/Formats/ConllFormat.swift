import ArabicText
import Platform

/// CoNLL-2002: a token and its tag a line, an empty line after each sentence; tags are IOB2.
///
/// Tokens are cut where a span begins or ends, as between a clitic and a name. Spans have one label each
/// and do not overlap; of those that do the first of a person counts, then the longer one.
enum ConllFormat {
  private struct Labelled {
    var span: TextSpan
    var label: String
  }

  static func write(_ document: ExchangeDocument) -> ExportResult {
    var result = ExportResult(content: "", leftOut: document.uncertain)
    let spans = spans(of: document, leftOut: &result.leftOut)
    let text = document.text.text
    var cuts = Set<TextOffset>()
    for item in spans { cuts.formUnion([item.span.lower, item.span.upper]) }
    var sentences: [String] = []
    for paragraph in text.paragraphs(in: text.span) {
      for sentence in Self.sentences(of: text, in: paragraph.content) {
        sentences.append(lines(of: sentence, text, spans, cuts).joined(separator: "\n"))
      }
    }
    result.content = sentences.filter { !$0.isEmpty }.map { $0 + "\n\n" }.joined()
    return result
  }

  /// The sentences of a paragraph, each with all that stands up to the next one.
  private static func sentences(of text: DecodedText, in paragraph: TextSpan) -> [TextSpan] {
    let starts = SentenceSplitter.sentences(of: text, in: paragraph).dropFirst().map(\.lower)
    return zip([paragraph.lower] + starts, starts + [paragraph.upper]).map { TextSpan($0, $1) }
  }

  private static func lines(
    of sentence: TextSpan, _ text: DecodedText, _ spans: [Labelled], _ cuts: Set<TextOffset>
  ) -> [String] {
    var open: TextSpan?
    return tokens(of: sentence, text).flatMap { pieces(of: $0, text, cuts) }.map { piece in
      guard let item = covering(piece, spans) else {
        open = nil
        return text.string(in: piece) + " O"
      }
      let begins = open != item.span
      open = item.span
      return "\(text.string(in: piece)) \(begins ? "B" : "I")-\(item.label)"
    }
  }

  /// The tokens of `sentence` and, as tokens too, what stands between them and is not white space:
  /// controls and other signs that are not seen, which the text has and a reader of the file may count.
  private static func tokens(of sentence: TextSpan, _ text: DecodedText) -> [TextSpan] {
    var tokens: [TextSpan] = []
    var start = sentence.lower
    func takeUnseen(to end: TextOffset) {
      var open: TextSpan?
      for scalar in text.scalars(in: TextSpan(start, end)) {
        if Unicode.Scalar(scalar.value)?.properties.isWhitespace ?? true {
          if let open { tokens.append(open) }
          open = nil
        } else {
          open = TextSpan(open?.lower ?? scalar.offset, scalar.span.upper)
        }
      }
      if let open { tokens.append(open) }
    }
    for token in Tokenizer.tokens(of: text, in: sentence) {
      takeUnseen(to: token.span.lower)
      tokens.append(token.span)
      start = token.span.upper
    }
    takeUnseen(to: sentence.upper)
    return tokens
  }

  /// The pieces of `token` between the cuts.
  private static func pieces(
    of token: TextSpan, _ text: DecodedText, _ cuts: Set<TextOffset>
  ) -> [TextSpan] {
    var pieces: [TextSpan] = []
    var start = token.lower
    for scalar in text.scalars(in: token)
    where scalar.offset > start && cuts.contains(scalar.offset) {
      pieces.append(TextSpan(start, scalar.offset))
      start = scalar.offset
    }
    return pieces + [TextSpan(start, token.upper)]
  }

  /// The span that holds `piece`; `spans` are in order and do not overlap.
  private static func covering(_ piece: TextSpan, _ spans: [Labelled]) -> Labelled? {
    let place = spans.partitioningIndex { $0.span.upper > piece.lower }
    guard place < spans.count, spans[place].span.contains(piece) else { return nil }
    return spans[place]
  }

  private static func spans(
    of document: ExchangeDocument, leftOut: inout [ExportOmission]
  ) -> [Labelled] {
    let people = document.placed.sorted {
      ($1.span.utf8Count, $0.span.lower) < ($0.span.utf8Count, $1.span.lower)
    }.map { Labelled(span: $0.span, label: tag($0.annotation.label)) }
    // Names only: a quotation would cover those in it.
    let names = document.findings.filter { !$0.isQuotation }.map {
      Labelled(span: $0.span, label: tag($0.label))
    }
    var taken: [Labelled] = []
    for (index, item) in (people + names).enumerated() {
      // Found by halves: the spans taken do not overlap and are kept in order.
      let place = taken.partitioningIndex { $0.span.upper > item.span.lower }
      if place < taken.count, taken[place].span.overlaps(item.span) {
        if index < people.count {
          let words = document.text.text.string(in: item.span)
          leftOut.append(ExportOmission(words: words, label: item.label, reason: .overlaps))
        }
        continue
      }
      taken.insert(item, at: place)
    }
    return taken
  }

  private static func tag(_ label: String) -> String {
    String(TerminalControls.removed(from: label).map { $0.isWhitespace ? "_" : $0 })
  }
}
