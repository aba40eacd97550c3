import ArabicText

/// Finds the quotations of one paragraph, speakers still open.
struct QuotationFinder {
  let context: ReportContext
  let decision: MarkDecision
  let bounds: ContentBounds
  let sources: SourcePhrase
  let frames: VerbFrameFinder
  var found: [FoundQuotation] = []
  /// The words that belong to a content already.
  var isTaken: [Bool]
  /// The source named last in each sentence.
  var sourceOfSentence: [Int: TextSpan] = [:]
  var pending: FoundQuotation?
  /// The places in ``found`` of the speech of each sentence, by where its content ends.
  private(set) var speechOfSentence: [Int: [Int]] = [:]
  /// The contents found, so that none is reported twice.
  private(set) var contents: Set<[TextSpan]> = []
  /// The source phrases found.
  private(set) var namedSources: Set<TextSpan> = []

  init(_ context: ReportContext) {
    self.context = context
    decision = MarkDecision(context: context)
    bounds = ContentBounds(context: context, decision: decision)
    sources = SourcePhrase(context: context)
    frames = VerbFrameFinder(context: context, decision: decision)
    isTaken = [Bool](repeating: false, count: context.count)
  }

  /// Takes a quotation in.
  mutating func keep(_ quote: FoundQuotation) {
    if quote.kind.isSpeech, let last = quote.content.last {
      let index = min(context.word(at: last.upper - 1), context.count - 1)
      speechOfSentence[context.sentence[index], default: []].append(found.count)
      contents.insert(quote.content)
      if let source = quote.source { namedSources.insert(source) }
    }
    found.append(quote)
  }

  /// The quotations of a paragraph in text order, and the report that ends it with a colon.
  ///
  /// - Complexity: O(*n*) in the words, with a bound on how far each reporting word reaches.
  static func quotations(
    in context: ReportContext
  ) -> (found: [FoundQuotation], pending: FoundQuotation?) {
    var finder = QuotationFinder(context)
    finder.findMarksBeforeVerbs()
    finder.findVerbs()
    finder.findSayings()
    finder.findVerbalNouns()
    finder.findAccording()
    finder.findHeadline()
    finder.findOtherMarks()
    finder.found.sort { $0.start < $1.start }
    finder.findInnerMarks()
    return (finder.found, finder.pending)
  }
}

extension FoundQuotation {
  /// Where its content begins.
  var start: TextSpan { content.first ?? cue?.span ?? TextSpan(.zero, .zero) }
}
