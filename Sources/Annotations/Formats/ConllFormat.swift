import ArabicText
import Platform

/// CoNLL-2002: a token and its tag a line, an empty line after each sentence; tags are IOB2.
///
/// Tokens are cut where a span begins or ends, as between a clitic and a name. Spans have one label each
/// and do not overlap; of those that do the first of a person counts, then the longer one.
enum ConllFormat {
  fileprivate struct Labelled {
    var span: TextSpan
    var label: String
    /// The annotation that it is; a name of the analysis is none.
    var annotation: PlacedAnnotation?
  }

  static func write(_ document: ExchangeDocument) -> ExportResult {
    var result = ExportResult(content: "", leftOut: document.uncertain)
    let spans = spans(of: document, in: &result)
    let text = document.text.text
    var cuts = Set<TextOffset>()
    for item in spans { cuts.formUnion([item.span.lower, item.span.upper]) }
    var sentences: [String] = []
    var begins: [TextOffset: Int] = [:]
    for paragraph in text.paragraphs(in: text.span) {
      for sentence in Self.sentences(of: text, in: paragraph.content) {
        sentences.append(lines(of: sentence, text, spans, cuts, &begins).joined(separator: "\n"))
      }
    }
    result.tell(spans, begins, in: document)
    result.content = sentences.filter { !$0.isEmpty }.map { $0 + "\n\n" }.joined()
    return result
  }

  /// The sentences of a paragraph, each with all that stands up to the next one.
  private static func sentences(of text: DecodedText, in paragraph: TextSpan) -> [TextSpan] {
    let starts = SentenceSplitter.sentences(of: text, in: paragraph).dropFirst().map(\.lower)
    return zip([paragraph.lower] + starts, starts + [paragraph.upper]).map { TextSpan($0, $1) }
  }

  private static func lines(
    of sentence: TextSpan, _ text: DecodedText, _ spans: [Labelled], _ cuts: Set<TextOffset>,
    _ pieces: inout [TextOffset: Int]
  ) -> [String] {
    var open: TextSpan?
    return tokens(of: sentence, text).flatMap { Self.pieces(of: $0, text, cuts) }.map { piece in
      guard let item = covering(piece, spans) else {
        open = nil
        return text.string(in: piece) + " O"
      }
      let begins = open != item.span
      open = item.span
      if begins { pieces[item.span.lower, default: 0] += 1 }
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
    of document: ExchangeDocument, in result: inout ExportResult
  ) -> [Labelled] {
    let people = document.annotations.compactMap { placed -> Labelled? in
      guard placed.placement.isCertain, let span = placed.span else { return nil }
      return Labelled(span: span, label: tag(placed.annotation.label), annotation: placed)
    }.sorted {
      ($1.span.utf8Count, $0.span.lower) < ($0.span.utf8Count, $1.span.lower)
    }
    // Names only: a quotation would cover those in it.
    let names = document.findings.filter { !$0.isQuotation }.map {
      Labelled(span: $0.span, label: tag($0.label))
    }
    var taken: [Labelled] = []
    for item in people + names {
      // Found by halves: the spans taken do not overlap and are kept in order.
      let place = taken.partitioningIndex { $0.span.upper > item.span.lower }
      if place < taken.count, taken[place].span.overlaps(item.span) {
        if item.annotation == nil {
          result.losses[.name, default: 0] += 1
        } else {
          let words = document.text.text.string(in: item.span)
          result.leftOut.append(
            ExportOmission(words: words, label: item.label, reason: .overlaps))
        }
        continue
      }
      taken.insert(item, at: place)
    }
    return taken
  }

  /// The tag that `label` is: without blanks and controls.
  static func tag(_ label: String) -> String {
    String(TerminalControls.removed(from: label).map { $0.isWhitespace ? "_" : $0 })
  }
}

extension ExportResult {
  /// Tells what the lines do not hold of `spans`, each of which begins in `begins` of them.
  fileprivate mutating func tell(
    _ spans: [ConllFormat.Labelled], _ begins: [TextOffset: Int], in document: ExchangeDocument
  ) {
    let quotations = document.quotations.count
    if quotations > 0 { losses[.quotation] = quotations }
    for item in spans {
      let pieces = begins[item.span.lower] ?? 0
      guard pieces > 0 else {
        let words = document.text.text.string(in: item.span)
        leftOut.append(ExportOmission(words: words, label: item.label, reason: .noWords))
        continue
      }
      if pieces > 1 { losses[.wholeness, default: 0] += 1 }
      if let annotation = item.annotation { count(lossesOf: [annotation], in: .conll) }
    }
  }
}
