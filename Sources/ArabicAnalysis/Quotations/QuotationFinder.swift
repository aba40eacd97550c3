import ArabicText

/// Finds the quotations of one paragraph, speakers still open.
///
/// The third of three stages: ``MarkedParagraph`` knows the words, names, marks and sentences,
/// ``ReportingWords`` which words report, and this what is reported. It goes over the paragraph in
/// passes, the surest sign first; what one has taken for a content is closed to the next:
///
/// 1. Marked text before a reporting word (``findMarksBeforeVerbs()``). Before the verbs, since the
///    verb would else look for a content behind it.
/// 2. Reporting words (``findVerbs()``), the bulk; they also note who spoke in each sentence.
/// 3. Nouns of saying (``findSayings()``) and
/// 4. verbal nouns (``findVerbalNouns()``), which are only reports where no verb has taken them.
/// 5. "According to" (``findAccording()``). After the verbs: in a sentence that has a report with a
///    speaker it names only the medium.
/// 6. The colon of a headline (``findHeadline()``, ``findHeadlineOfDeed()``), where nothing else was found.
/// 7. Marked text that is left (``findOtherMarks()``): speech or scare quotes.
/// 8. Marked text inside contents (``findInnerMarks()``), when all contents are known and sorted.
/// 9. Reports of others inside contents (``findInnerReports()``).
/// 10. Ends of source phrases are moved out of names (``keepNamesWhole()``).
struct QuotationFinder {
  let context: MarkedParagraph
  let cues: ReportingWords
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
  /// The sources without a name that report what is no quotation.
  var actors: [TextSpan] = []
  /// The places in ``found`` of the speech of each sentence, by where its content ends.
  private(set) var speechOfSentence: [Int: [Int]] = [:]
  /// The contents found, so that none is reported twice.
  private(set) var contents: Set<[TextSpan]> = []
  /// The source phrases found.
  private(set) var namedSources: Set<TextSpan> = []

  var limits: RuleParameters.Quotations { context.words.parameters.quotations }

  init(_ context: MarkedParagraph, _ cues: ReportingWords) {
    self.context = context
    self.cues = cues
    decision = MarkDecision(context: context)
    bounds = ContentBounds(context: context, decision: decision, cues: cues)
    sources = SourcePhrase(context: context)
    frames = VerbFrameFinder(context: context, decision: decision, cues: cues)
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

  /// The quotations of a paragraph in text order, who else reports there, and the report that ends it with a colon.
  ///
  /// - Complexity: O(*n*) in the words, with a bound on how far each reporting word reaches.
  static func quotations(
    in context: MarkedParagraph, _ cues: ReportingWords
  ) -> (found: [FoundQuotation], actors: [TextSpan], pending: FoundQuotation?) {
    var finder = QuotationFinder(context, cues)
    finder.findHeadline()
    finder.findHeadlineOfDeed()
    finder.findMarksBeforeVerbs()
    finder.findVerbs()
    finder.findSayings()
    finder.findVerbalNouns()
    finder.findAccording()
    finder.findOwnWords()
    finder.findOtherMarks()
    finder.found.sort { $0.start < $1.start }
    finder.findInnerMarks()
    finder.findInnerReports()
    finder.keepNamesWhole()
    return (finder.found, finder.actors, finder.pending)
  }
}

extension FoundQuotation {
  /// Where its content begins.
  var start: TextSpan { content.first ?? cue?.span ?? TextSpan(.zero, .zero) }
}
