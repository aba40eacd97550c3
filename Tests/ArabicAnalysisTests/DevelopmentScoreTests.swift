import ArabicAnalysis
import ArabicText
import Testing

/// True and false positives and misses.
struct Score {
  var hits = 0
  var extra = 0
  var missed = 0

  /// The harmonic mean of precision and recall, 0 to 1.
  var f1: Double {
    let all = Double(2 * hits + extra + missed)
    return all == 0 ? 1 : Double(2 * hits) / all
  }
}

/// A floor under the results on the articles that the rules were made with: it shows what a change
/// breaks, not how good the analysis is.
@Suite struct DevelopmentScoreTests {
  private struct Comparison {
    let gold: GoldDocument
    let document: Document
    let analysis: Analysis
    let counter: ScalarCounter
    let scalars: [UInt32]

    init(_ gold: GoldDocument) throws {
      self.gold = gold
      document = Document(try gold.text())
      analysis = Analyzer(tagger: nil).analyze(document)
      counter = ScalarCounter(document.text)
      scalars = document.text.scalars(in: document.text.span).map(\.value)
    }

    /// The letters and digits of a range: marks and signs at the edges do not count.
    func letters(_ ranges: [Range<Int>]) -> Set<Int> {
      Set(
        ranges.joined().filter {
          let properties = ScalarProperties(scalars[$0])
          return properties.isLetter || properties.isDigit
        })
    }

    func letters(_ spans: [TextSpan]) -> Set<Int> {
      letters(
        spans.map {
          counter.scalarOffset(of: $0.lower).scalars..<counter.scalarOffset(of: $0.upper).scalars
        })
    }

    func names(_ score: inout Score) {
      let named = ["PER", "ORG", "LOC"]
      var found: [(type: String, letters: Set<Int>)] = []
      for entity in analysis.entities where entity.kind.isNamed {
        for mention in entity.mentions where mention.form != .nominal {
          found.append((entity.kind.rawValue, letters([mention.span])))
        }
      }
      for entity in gold.entities where named.contains(entity.type) {
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

    func speech(_ score: inout Score) {
      var found = analysis.quotations.filter { $0.kind.isSpeech }.map { letters($0.content) }
      for quote in gold.quotes where quote.type != "scare" {
        let wanted = letters(quote.spans.map(\.range))
        let hit = found.firstIndex {
          Double($0.intersection(wanted).count) >= 0.5 * Double($0.union(wanted).count)
        }
        if let hit {
          if quote.optional != true { score.hits += 1 }
          found.remove(at: hit)
        } else if quote.optional != true {
          score.missed += 1
        }
      }
      score.extra += found.count
    }
  }

  @Test func `names keep their score`() throws {
    var score = Score()
    for gold in try GoldDocument.all() { try Comparison(gold).names(&score) }
    #expect(score.f1 >= 0.93, "\(score)")
  }

  @Test func `reported speech keeps its score`() throws {
    var score = Score()
    for gold in try GoldDocument.all() { try Comparison(gold).speech(&score) }
    #expect(score.f1 >= 0.94, "\(score)")
  }
}
