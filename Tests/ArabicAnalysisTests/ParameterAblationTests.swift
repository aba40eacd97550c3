import ArabicAnalysis
import ArabicText
import Glibc
import Testing

/// What other numbers would do: each is varied in a loop, which shows that it reaches the rules.
///
/// With `RAWI_ABLATION=1` all of them are halved and doubled, and the scores are printed.
@Suite(.serialized) struct ParameterAblationTests {
  private typealias Quotations = RuleParameters.Quotations

  /// The thresholds of the quotations by their names.
  private static var quotations: [(String, WritableKeyPath<Quotations, Int>)] {
    [
      ("accordingReach", \.accordingReach), ("frameReach", \.frameReach),
      ("shortestSpeech", \.shortestSpeech), ("shortestSentence", \.shortestSentence),
      ("longestTriggered", \.longestTriggered), ("nounClauseReach", \.nounClauseReach),
      ("reportFrameReach", \.reportFrameReach), ("homographReach", \.homographReach),
      ("nextClauseReach", \.nextClauseReach), ("predicateReach", \.predicateReach),
      ("longestHeadline", \.longestHeadline), ("shortestShown", \.shortestShown),
    ]
  }

  private func tally(_ parameters: RuleParameters) throws -> Tally {
    let analyzer = Analyzer(tagger: nil, parameters: parameters)
    return try GoldScorer.tally([.dev, .passages]) { analyzer.analyze($0.document) }
  }

  @Test func `a threshold of words that is set to one changes what is found`() throws {
    let standard = try tally(.standard)
    for name in ["frameReach", "nounClauseReach", "shortestSpeech", "accordingReach"] {
      let path = try #require(Self.quotations.first { $0.0 == name }?.1)
      var quotations = Quotations()
      quotations[keyPath: path] = 1
      let varied = try tally(RuleParameters(quotations: quotations))
      #expect(varied.rules.mapValues(\.found) != standard.rules.mapValues(\.found), "\(name)")
    }
  }

  @Test(.enabled(if: ProcessEnvironmentFlag.isSet("RAWI_ABLATION"), "asked for by RAWI_ABLATION=1"))
  func `all of them halved and doubled`() throws {
    print("standard", try tally(.standard).endToEnd.f1)
    for (name, path) in Self.quotations {
      for factor in [0.5, 2] {
        var quotations = Quotations()
        quotations[keyPath: path] = Int(Double(quotations[keyPath: path]) * factor)
        let varied = try tally(RuleParameters(quotations: quotations))
        print(name, quotations[keyPath: path], varied.speech.f1, varied.endToEnd.f1)
      }
    }
  }
}

/// Whether a variable of the environment is set.
enum ProcessEnvironmentFlag {
  static func isSet(_ name: String) -> Bool { getenv(name) != nil }
}
