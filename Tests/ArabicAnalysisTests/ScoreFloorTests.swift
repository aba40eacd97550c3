import ArabicAnalysis
import ArabicText
import Testing

/// Floors under the results on the invented texts: they show what a change breaks, not how good the
/// analysis is on other texts.
@Suite(.serialized) struct ScoreFloorTests {
  /// What the floors hold for.
  enum Configuration: String, CaseIterable {
    /// As the program ships: tagger, lists and rules.
    case shipped
    /// `--model none`.
    case rules

    var analyzer: Analyzer { self == .shipped ? Analyzer() : Analyzer(tagger: nil) }
  }

  /// The least that each score may be.
  struct Floors {
    var names: Double
    var speech: Double
    var decided: Double
    var endToEnd: Double
  }

  private func expect(
    _ floors: Floors, of configuration: Configuration, on collection: GoldDocument.Collection
  ) throws {
    let analyzer = configuration.analyzer
    let tally = try GoldScorer.tally([collection]) { analyzer.analyze($0.document) }
    #expect(tally.names.f1 >= floors.names, "names \(tally.names) \(tally.names.f1)")
    #expect(tally.speech.f1 >= floors.speech, "speech \(tally.speech) \(tally.speech.f1)")
    #expect(tally.decided.f1 >= floors.decided, "decided \(tally.decided) \(tally.decided.f1)")
    #expect(tally.endToEnd.f1 >= floors.endToEnd, "\(tally.endToEnd) \(tally.endToEnd.f1)")
  }

  @Test func `as shipped, on the articles and passages that the rules were made with`() throws {
    let floors = Floors(names: 0.92, speech: 0.95, decided: 0.95, endToEnd: 0.9)
    try expect(floors, of: .shipped, on: .dev)
    try expect(
      Floors(names: 0.89, speech: 0.95, decided: 0.95, endToEnd: 0.9), of: .shipped, on: .passages)
  }

  @Test func `as shipped, on the second development set`() throws {
    try expect(
      Floors(names: 0.92, speech: 0.93, decided: 0.9, endToEnd: 0.9), of: .shipped, on: .unseen)
  }

  @Test func `by lists and rules alone`() throws {
    let floors = Floors(names: 0.92, speech: 0.95, decided: 0.95, endToEnd: 0.9)
    try expect(floors, of: .rules, on: .dev)
    try expect(
      Floors(names: 0.85, speech: 0.95, decided: 0.95, endToEnd: 0.9), of: .rules, on: .passages)
    try expect(
      Floors(names: 0.84, speech: 0.93, decided: 0.9, endToEnd: 0.88), of: .rules, on: .unseen)
  }

  @Test(arguments: [GoldDocument.Collection.dev, .passages])
  func `with given entities`(collection: GoldDocument.Collection) throws {
    let tally = try GoldScorer.tally([collection]) {
      Analyzer(tagger: nil).analyze($0.document, entities: $0.entities)
    }
    for (kind, score) in tally.content { #expect(score.f1 >= 0.97, "\(kind) \(score)") }
    #expect(tally.speech.f1 >= 0.97, "\(tally.speech)")
    #expect(tally.decided.f1 >= 0.98, "\(tally.decided)")
    #expect(tally.endToEnd.f1 >= 0.95, "\(tally.endToEnd)")
  }

  @Test func `with given entities, on the second development set`() throws {
    let tally = try GoldScorer.tally([.unseen]) {
      Analyzer(tagger: nil).analyze($0.document, entities: $0.entities)
    }
    #expect(tally.endToEnd.f1 >= 0.9, "\(tally.endToEnd)")
  }

  @Test(arguments: [GoldDocument.Collection.dev, .passages, .unseen])
  func `the offsets of the markup are those of the text`(
    collection: GoldDocument.Collection
  ) throws {
    for gold in try GoldDocument.all(collection) {
      let scorer = try GoldScorer(gold, collection)
      let places =
        gold.entities.flatMap { $0.mentions.map { ($0.start, $0.end, $0.text) } }
        + gold.quotes.flatMap { quote in
          (quote.spans + quote.verbatim + [quote.cue, quote.source].compactMap { $0 })
            .map { ($0.start, $0.end, $0.text) }
        }
      for (start, end, text) in places {
        let span = try #require(scorer.span(start, end), "\(gold.file) \(text)")
        #expect(scorer.document.text.string(in: span) == text, "\(gold.file)")
      }
      let names = Set(gold.entities.map(\.id))
      #expect(gold.quotes.allSatisfy { $0.speaker.map(names.contains) ?? true }, "\(gold.file)")
    }
  }
}
