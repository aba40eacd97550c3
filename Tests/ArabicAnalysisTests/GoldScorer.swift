import ArabicAnalysis
import ArabicText

/// True and false positives and misses.
struct Score: Hashable {
  var hits = 0
  var extra = 0
  var missed = 0

  /// The harmonic mean of precision and recall, 0 to 1.
  var f1: Double {
    let all = Double(2 * hits + extra + missed)
    return all == 0 ? 1 : Double(2 * hits) / all
  }
}

/// What an analysis of annotated texts has found, against their markup.
///
/// Names count where type and letters are those of the markup. A quotation is found where its content
/// and that of the markup share half of their letters or more; marks and signs do not count. From end
/// to end it counts where its speaker is right, too.
struct Tally {
  var names = Score()
  /// Contents by the type of the quotation.
  var content: [String: Score] = [:]
  var speech = Score()
  /// Whether what was found in marks was rightly taken for speech or not.
  var decided = Score()
  var endToEnd = Score()
  /// How many quotations each rule found, and how many of them are of the markup.
  var rules: [RuleID: (right: Int, found: Int)] = [:]
}

/// An annotated text with what is needed to compare an analysis with its markup.
struct GoldScorer {
  let gold: GoldDocument
  let document: Document
  private let counter: ScalarCounter
  private let scalars: [UInt32]

  init(_ gold: GoldDocument, _ collection: GoldDocument.Collection) throws {
    self.gold = gold
    document = Document(try gold.text(collection))
    counter = ScalarCounter(document.text)
    scalars = document.text.scalars(in: document.text.span).map(\.value)
  }

  /// The tally of `analyze` over all texts of `collections`.
  static func tally(
    _ collections: [GoldDocument.Collection], _ analyze: (GoldScorer) -> Analysis
  ) throws -> Tally {
    var tally = Tally()
    for collection in collections {
      for gold in try GoldDocument.all(collection) {
        let scorer = try GoldScorer(gold, collection)
        scorer.add(analyze(scorer), to: &tally)
      }
    }
    return tally
  }

  /// The entities of the markup, to be given to an analyzer.
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

  /// The text between two scalars.
  func span(_ start: Int, _ end: Int) -> TextSpan? {
    guard let lower = counter.textOffset(of: ScalarOffset(start)),
      let upper = counter.textOffset(of: ScalarOffset(end))
    else { return nil }
    return TextSpan(lower, upper)
  }

  private func range(_ span: TextSpan) -> Range<Int> {
    counter.scalarOffset(of: span.lower).scalars..<counter.scalarOffset(of: span.upper).scalars
  }

  /// The letters and digits of some ranges.
  private func letters(_ ranges: [Range<Int>]) -> Set<Int> {
    Set(
      ranges.joined().filter {
        let properties = ScalarProperties(scalars[$0])
        return properties.isLetter || properties.isDigit
      })
  }

  // MARK: Scores

  private func add(_ analysis: Analysis, to tally: inout Tally) {
    addNames(analysis, to: &tally.names)
    addQuotations(analysis, to: &tally)
  }

  private func addNames(_ analysis: Analysis, to score: inout Score) {
    var found = analysis.entities.filter(\.kind.isNamed).flatMap { entity in
      entity.mentions.filter { $0.form != .nominal }
        .map { (type: entity.kind.rawValue, letters: letters([range($0.span)])) }
    }
    for entity in gold.entities where ["PER", "ORG", "LOC"].contains(entity.type) {
      for mention in entity.mentions where mention.form != "nominal" {
        let accepted = mention.accepted.map { letters([$0]) }
        let hit = found.firstIndex { $0.type == entity.type && accepted.contains($0.letters) }
        if mention.optional == true {
          found.removeAll { !$0.letters.isDisjoint(with: accepted[0]) }
        } else if let hit {
          score.hits += 1
          found.remove(at: hit)
        } else {
          score.missed += 1
        }
      }
    }
    score.extra += found.count
  }

  private func addQuotations(_ analysis: Analysis, to tally: inout Tally) {
    var found = analysis.quotations.map { (quote: $0, letters: letters($0.content.map(range))) }
    for quotation in analysis.quotations { tally.rules[quotation.rule, default: (0, 0)].found += 1 }
    for quote in gold.quotes {
      let wanted = letters(quote.spans.map(\.range))
      let hit = found.firstIndex {
        Double($0.letters.intersection(wanted).count)
          >= 0.5 * Double($0.letters.union(wanted).count)
      }
      let match = hit.map { found.remove(at: $0).quote }
      let isSpeech = quote.type != "scare"
      if let match, match.kind.isSpeech == isSpeech {
        tally.rules[match.rule, default: (0, 0)].right += 1
      }
      if quote.optional == true { continue }
      if let match {
        if match.kind.isSpeech == isSpeech {
          tally.decided.hits += 1
        } else {
          tally.decided.extra += 1
        }
      }
      guard isSpeech else { continue }
      let isFound = match?.kind.isSpeech == true
      tally.speech.count(isFound)
      tally.content[quote.type, default: Score()].count(isFound)
      let isRight = isFound && isSpeaker(match?.speaker, of: quote, in: analysis)
      tally.endToEnd.count(isRight)
      if isFound, !isRight { tally.endToEnd.extra += 1 }
    }
    let extra = found.count { $0.quote.kind.isSpeech }
    tally.speech.extra += extra
    tally.endToEnd.extra += extra
  }

  /// Whether a found speaker is the wanted one: the same, or one that shares a mention with it.
  private func isSpeaker(
    _ found: EntityID?, of quote: GoldDocument.Quote, in analysis: Analysis
  ) -> Bool {
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
}

extension Score {
  fileprivate mutating func count(_ isHit: Bool) {
    if isHit { hits += 1 } else { missed += 1 }
  }
}
