import ArabicText
import Dispatch
import EntityModel
import Synchronization

/// Finds entities and quotations in Arabic news text.
///
/// ```swift
/// let document = Document("قال أنطونيو غوتيريش إن الأمم المتحدة «قلقة للغاية».")
/// let analysis = Analyzer().analyze(document)
/// for entity in analysis.entities {
///   print(entity.kind.rawValue, entity.canonical, entity.mentions.count)
/// }
/// ```
///
/// The work falls into two steps, so that a reader can show marks paragraph by paragraph:
/// ``findings(in:of:)-(Paragraph,_)`` looks at one paragraph and may run anywhere, in any order;
/// ``analysis(joining:of:)`` makes one entity of all its mentions and finds who speaks.
public struct Analyzer: Sendable {
  private let names: NameList
  private let tagger: NameTagger?
  private let userNames: UserNames
  private let parameters: RuleParameters
  /// Whether paragraphs are looked at on all processors at once, with a tagger; the result is the same.
  package var usesAllProcessors = true

  /// An analyzer with the trained tagger, the built-in lists and the rules.
  ///
  /// - Parameters:
  ///   - tagger: The one in the program, one from a file, or `nil` for lists and rules alone: these read
  ///     megabytes of text a second, the tagger some thousand words.
  ///   - userNames: Names of the user, which go before all others.
  public init(tagger: NameTagger? = .builtIn, userNames: UserNames = UserNames()) {
    self.init(tagger: tagger, userNames: userNames, parameters: .standard)
  }

  /// An analyzer whose rules go by other numbers: for ablations.
  package init(
    tagger: NameTagger?, userNames: UserNames = UserNames(), parameters: RuleParameters
  ) {
    names = .builtIn
    self.tagger = tagger
    self.userNames = userNames
    self.parameters = parameters
  }

  /// Analyses a whole document.
  ///
  /// With a tagger, paragraphs are looked at on all processors at once; the result is the same.
  ///
  /// - Complexity: linear in the length of the text.
  public func analyze(_ document: Document) -> Analysis {
    analysis(joining: findings(inAllOf: document).findings, of: document)
  }

  /// Finds the quotations of a document whose entities are known beforehand.
  ///
  /// No other names are looked for: `entities` are those of the result, in their order and with
  /// their identifiers, and every speaker is one of them or nobody. Nominal mentions ("the official")
  /// count as well: a source phrase that holds one is resolved to its entity.
  ///
  /// - Parameters:
  ///   - document: The document to look at.
  ///   - entities: Entities with their mentions, which lie inside the text.
  /// - Returns: The given entities, and the quotations found.
  /// - Complexity: O(*n* + *m* log *m*) in the length of the text and the mentions.
  public func analyze(_ document: Document, entities: [Entity]) -> Analysis {
    var (resolver, findings) = resolver(of: document, entities: entities)
    let reports = resolver.resolve(findings)
    let builder = QuotationBuilder(ids: entities.map(\.id))
    return Analysis(entities: entities, quotations: builder.quotations(of: reports))
  }

  /// The reports that have no subject in their sentence, with the entities of `entities` that may be meant, by
  /// their place there: what ``AntecedentFeature`` is learnt from.
  package func droppedSubjects(in document: Document, entities: [Entity]) -> [DroppedSubject] {
    var (resolver, findings) = resolver(of: document, entities: entities)
    resolver.dropped = []
    _ = resolver.resolve(findings)
    return resolver.dropped ?? []
  }

  private func resolver(
    of document: Document, entities: [Entity]
  ) -> (SpeakerResolver, [ParagraphFindings]) {
    let given = GivenEntities(entities)
    let findings = self.findings(inAllOf: document) { paragraphs in
      paragraphs.map { self.findings(in: $0, words: words(in: $0, of: document), given: given) }
    }.findings
    var resolver = SpeakerResolver(
      EntityJoiner(given, findings, parameters.joining), text: document.text,
      parameters: parameters.speakers, confidences: parameters.quotations.confidence)
    resolver.isClosed = true
    return (resolver, findings)
  }

  /// How much of a text is cut into paragraphs at a time, in bytes.
  private static let stretch = 256 * 1024

  /// What all paragraphs show, a stretch after the other.
  private func findings(
    inAllOf document: Document, by look: ([Paragraph]) -> [ParagraphFindings]
  ) -> CollectedFindings {
    let text = document.text
    var found = CollectedFindings()
    for stretch in text.stretches(of: text.span, size: Self.stretch) {
      found.add(look(text.paragraphs(in: stretch).filter { !$0.content.isEmpty }))
    }
    return found
  }

  private func findings(inAllOf document: Document) -> CollectedFindings {
    findings(inAllOf: document) { self.findings(in: $0, of: document) }
  }

  /// What one paragraph shows.
  ///
  /// The tagger reads its whole neighbourhood; ask for several paragraphs together where you need them.
  ///
  /// - Complexity: linear in the length of the paragraph and those that begin within a kilobyte of it.
  public func findings(in paragraph: Paragraph, of document: Document) -> ParagraphFindings {
    findings(in: [paragraph], of: document)[0]
  }

  /// What several paragraphs show, in their order: the same as each asked for alone.
  ///
  /// With a tagger they are looked at on all processors at once; the call returns when all is done.
  ///
  /// - Complexity: linear in the length of the paragraphs.
  public func findings(in paragraphs: [Paragraph], of document: Document) -> [ParagraphFindings] {
    findings(in: paragraphs, of: document) { false } ?? []
  }

  /// As ``findings(in:of:)``, for work that can be stopped.
  ///
  /// - Parameters:
  ///   - paragraphs: paragraphs of `document`.
  ///   - document: the document.
  ///   - isCancelled: asked before each neighbourhood, on whatever thread; `true` ends the work.
  /// - Returns: the findings, or `nil` where the work was ended.
  package func findings(
    in paragraphs: [Paragraph], of document: Document, isCancelled: @Sendable () -> Bool
  ) -> [ParagraphFindings]? {
    guard let tagger else {
      return paragraphs.map { findings(in: $0, words: words(in: $0, of: document)) }
    }
    let runs = Neighbourhood.runs(of: paragraphs)
    guard usesAllProcessors else {
      var found: [ParagraphFindings] = []
      for run in runs {
        if isCancelled() { return nil }
        found += findings(inOneNeighbourhood: paragraphs[run], of: document, by: tagger)
      }
      return found
    }
    let found = Mutex([[ParagraphFindings]](repeating: [], count: runs.count))
    DispatchQueue.concurrentPerform(iterations: runs.count) { number in
      if isCancelled() { return }
      let some = findings(inOneNeighbourhood: paragraphs[runs[number]], of: document, by: tagger)
      found.withLock { $0[number] = some }
    }
    return isCancelled() ? nil : found.withLock { $0.flatMap(\.self) }
  }

  /// What `paragraphs`, all of one neighbourhood, show when that is read as a whole.
  ///
  /// A paragraph that is none of the document's own, as after a change of it, is read by itself.
  private func findings(
    inOneNeighbourhood paragraphs: ArraySlice<Paragraph>, of document: Document,
    by tagger: NameTagger
  ) -> [ParagraphFindings] {
    guard let first = paragraphs.first else { return [] }
    let session = tagger.session()
    let all = Neighbourhood(of: first).paragraphs(of: document.text)
    let words = all.map { self.words(in: $0, of: document) }
    let tagged = TaggedNames.read(words, by: session)
    return paragraphs.map { paragraph in
      if paragraph.content.isEmpty { return ParagraphFindings(paragraph: paragraph) }
      let index = all.partitioningIndex { $0.start >= paragraph.start }
      if index < all.count, all[index] == paragraph {
        return findings(in: paragraph, words: words[index], tagged: tagged[index])
      }
      let words = self.words(in: paragraph, of: document)
      return findings(
        in: paragraph, words: words, tagged: TaggedNames.read([words], by: session).first)
    }
  }

  private func words(in paragraph: Paragraph, of document: Document) -> ParagraphWords {
    var words = ParagraphWords(
      of: document.text, in: paragraph.content, names: names, parameters: parameters)
    words.isOfFacts =
      document.structure?.tellsFacts(at: paragraph.content.lower) ?? false
      || HeaderLine.begins(paragraph.content, of: document.text)
    return words
  }

  private func findings(
    in paragraph: Paragraph, words: ParagraphWords, tagged: TaggedNames? = nil,
    given: GivenEntities? = nil
  ) -> ParagraphFindings {
    guard words.count > 0 else { return ParagraphFindings(paragraph: paragraph) }
    var found = ParagraphFindings.Found()
    var mentions = EntityTagger(words: words, tagged: tagged, userNames: userNames).mentions()
    // Time zones and numbers of articles: Mon, 05 Jun 2026 08:00:00 GMT · n3.
    if words.isOfFacts {
      mentions.removeAll { mention in
        !words.text.string(in: mention.span).unicodeScalars.contains {
          ScalarProperties($0.value).isArabicLetter
        }
      }
    }
    if let given { mentions = given.mentions(in: words, proposed: mentions) }
    var marked = MarkedParagraph(words: words, mentions: mentions)
    if given == nil {
      let decision = MarkDecision(context: marked)
      marked.drop(namesAt: decision.markedTitles.union(marked.adverbsOfSaying))
    }
    found.mentions = marked.mentions
    let collector = AliasCollector(words: words, mentions: found.mentions)
    if given == nil {
      found.aliases = collector.aliases()
      found.foreignNames = collector.foreignNames()
    }
    found.nominals = collector.nominals()
    (found.quotations, found.actors, found.pending) = QuotationFinder.quotations(
      in: marked, ReportingWords(of: marked))
    return ParagraphFindings(paragraph: paragraph, found)
  }

  /// Joins the findings of paragraphs, in any order, into one analysis.
  ///
  /// Paragraphs not given are taken as not yet looked at: the result is right for those given.
  ///
  /// - Complexity: linear in what was found; the text is read only for the names to show.
  public func analysis(
    joining findings: [ParagraphFindings], of document: Document
  ) -> Analysis {
    let ordered = findings.sorted { $0.paragraph.start < $1.paragraph.start }
    let joiner = EntityJoiner(
      ordered, text: document.text, takesRepeats: tagger == nil, parameters: parameters.joining)
    var resolver = SpeakerResolver(
      joiner, text: document.text, parameters: parameters.speakers,
      confidences: parameters.quotations.confidence)
    let reports = resolver.resolve(ordered)
    let (entities, ids) = resolver.joiner.numbered(of: document.text, names: names)
    return Analysis(
      entities: entities, quotations: QuotationBuilder(ids: ids).quotations(of: reports))
  }
}
