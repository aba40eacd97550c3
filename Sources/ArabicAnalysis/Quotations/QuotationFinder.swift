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

  init(_ context: ReportContext) {
    self.context = context
    decision = MarkDecision(context: context)
    bounds = ContentBounds(context: context, decision: decision)
    sources = SourcePhrase(context: context)
    frames = VerbFrameFinder(context: context, decision: decision)
    isTaken = [Bool](repeating: false, count: context.count)
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
