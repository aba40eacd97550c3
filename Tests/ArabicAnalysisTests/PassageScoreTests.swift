import ArabicAnalysis
import ArabicText
import Testing

/// Floors under the results on the articles and passages of the fixtures, the gold entities given and
/// with the analyzer's own: they show what a change breaks, not how good the analysis is on other texts.
@Suite(.serialized) struct PassageScoreTests {
  /// What one run found, against the markup.
  private struct Tally {
    var content: [String: Score] = [:]
    var speech = Score()
    var endToEnd = Score()
    var decided = Score()
  }

  private struct Run {
    let gold: GoldDocument
    let document: Document
    let counter: ScalarCounter
    let scalars: [UInt32]

    init(_ gold: GoldDocument, _ collection: GoldDocument.Collection) throws {
      self.gold = gold
      document = Document(try gold.text(collection))
      counter = ScalarCounter(document.text)
      scalars = document.text.scalars(in: document.text.span).map(\.value)
    }

    func span(_ start: Int, _ end: Int) -> TextSpan? {
      guard let lower = counter.textOffset(of: ScalarOffset(start)),
        let upper = counter.textOffset(of: ScalarOffset(end))
      else { return nil }
      return TextSpan(lower, upper)
    }

    var entities: [Entity] {
      gold.entities.map { item in
        Entity(
          id: EntityID(rawValue: item.id), kind: EntityKind(rawValue: item.type) ?? .unnamed,
          canonical: item.mentions.first?.text ?? item.id,
          mentions: item.mentions.compactMap { mention in
            span(mention.start, mention.end).map {
              Mention(
                span: $0, form: Mention.Form(rawValue: mention.form) ?? .name, confidence: 1,
                rule: .given)
            }
          })
      }
    }

    func letters(_ ranges: [Range<Int>]) -> Set<Int> {
      Set(
        ranges.joined().filter {
          let properties = ScalarProperties(scalars[$0])
          return properties.isLetter || properties.isDigit
        })
    }

    func range(_ span: TextSpan) -> Range<Int> {
      counter.scalarOffset(of: span.lower).scalars..<counter.scalarOffset(of: span.upper).scalars
    }

    /// Whether a found speaker is the wanted one: the same, or one that shares a mention with it.
    func isSpeaker(_ found: EntityID?, _ quote: GoldDocument.Quote, _ analysis: Analysis) -> Bool {
      let wanted = [quote.speaker] + (quote.speaker_alt ?? [])
      guard let found else { return wanted.contains(nil) }
      guard let entity = analysis.entities.first(where: { $0.id == found }) else { return false }
      let spans = entity.mentions.map { range($0.span) }
      return gold.entities.contains { item in
        wanted.contains(item.id)
          && item.mentions.contains { mention in
            spans.contains { $0.overlaps(mention.start..<mention.end) }
          }
      }
    }

    func add(_ analysis: Analysis, to tally: inout Tally) {
      var found = analysis.quotations.map { (quote: $0, letters: letters($0.content.map(range))) }
      for quote in gold.quotes {
        let wanted = letters(quote.spans.map(\.range))
        let hit = found.firstIndex {
          Double($0.letters.intersection(wanted).count)
            >= 0.5 * Double($0.letters.union(wanted).count)
        }
        let match = hit.map { found.remove(at: $0).quote }
        if quote.optional == true { continue }
        let isSpeech = quote.type != "scare"
        if let match {
          if match.kind.isSpeech == isSpeech {
            tally.decided.hits += 1
          } else {
            tally.decided.extra += 1
          }
        }
        guard isSpeech else { continue }
        let isFound = match?.kind.isSpeech == true
        isFound ? (tally.speech.hits += 1) : (tally.speech.missed += 1)
        isFound
          ? (tally.content[quote.type, default: Score()].hits += 1)
          : (tally.content[quote.type, default: Score()].missed += 1)
        if isFound, isSpeaker(match?.speaker, quote, analysis) {
          tally.endToEnd.hits += 1
        } else {
          tally.endToEnd.missed += 1
          if isFound { tally.endToEnd.extra += 1 }
        }
      }
      let extra = found.count { $0.quote.kind.isSpeech }
      tally.speech.extra += extra
      tally.endToEnd.extra += extra
    }
  }

  private func tally(_ collection: GoldDocument.Collection, isGiven: Bool) throws -> Tally {
    var tally = Tally()
    for gold in try GoldDocument.all(collection) {
      let run = try Run(gold, collection)
      let analysis =
        isGiven
        ? Analyzer(tagger: nil).analyze(run.document, entities: run.entities)
        : Analyzer(tagger: nil).analyze(run.document)
      run.add(analysis, to: &tally)
    }
    return tally
  }

  @Test(arguments: [GoldDocument.Collection.dev, .passages])
  func `with given entities`(collection: GoldDocument.Collection) throws {
    let tally = try tally(collection, isGiven: true)
    for (kind, score) in tally.content { #expect(score.f1 >= 0.97, "\(kind) \(score)") }
    #expect(tally.speech.f1 >= 0.97, "\(tally.speech)")
    #expect(tally.decided.f1 >= 0.98, "\(tally.decided)")
    #expect(tally.endToEnd.f1 >= 0.95, "\(tally.endToEnd)")
  }

  @Test(arguments: [GoldDocument.Collection.dev, .passages])
  func `with entities of its own`(collection: GoldDocument.Collection) throws {
    let tally = try tally(collection, isGiven: false)
    #expect(tally.speech.f1 >= 0.95, "\(tally.speech)")
    #expect(tally.decided.f1 >= 0.95, "\(tally.decided)")
    #expect(tally.endToEnd.f1 >= 0.9, "\(tally.endToEnd)")
  }

  @Test func `on passages that the rules have not seen`() throws {
    let own = try tally(.unseen, isGiven: false)
    #expect(own.speech.f1 >= 0.93, "\(own.speech)")
    #expect(own.endToEnd.f1 >= 0.88, "\(own.endToEnd)")
    let given = try tally(.unseen, isGiven: true)
    #expect(given.endToEnd.f1 >= 0.9, "\(given.endToEnd)")
  }

  @Test(arguments: [GoldDocument.Collection.dev, .passages, .unseen])
  func `the offsets of the markup are those of the text`(
    collection: GoldDocument.Collection
  ) throws {
    for gold in try GoldDocument.all(collection) {
      let run = try Run(gold, collection)
      let places =
        gold.entities.flatMap { $0.mentions.map { ($0.start, $0.end, $0.text) } }
        + gold.quotes.flatMap { quote in
          (quote.spans + quote.verbatim + [quote.cue, quote.source].compactMap { $0 })
            .map { ($0.start, $0.end, $0.text) }
        }
      for (start, end, text) in places {
        let span = try #require(run.span(start, end), "\(gold.file) \(text)")
        #expect(run.document.text.string(in: span) == text, "\(gold.file)")
      }
      let names = Set(gold.entities.map(\.id))
      #expect(gold.quotes.allSatisfy { $0.speaker.map(names.contains) ?? true }, "\(gold.file)")
    }
  }
}
