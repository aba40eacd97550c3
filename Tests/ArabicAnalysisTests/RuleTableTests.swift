import ArabicAnalysis
import Foundation
import Testing

/// The table of rules of the documentation is that of the code and of what was measured.
@Suite struct RuleTableTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
  private static let page = root.appending(
    path: "../../Sources/ArabicAnalysis/ArabicAnalysis.docc/Rules.md"
  ).standardized

  /// For each rule: right and found by lists and rules alone, right and found as shipped.
  private static func shares() throws -> [String: [String]] {
    let file = root.appending(path: "Fixtures/rule_shares.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    return Dictionary(rows.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
  }

  private func share(_ right: String, _ found: String) -> String {
    found == "-" ? "" : "\(right) of \(found)"
  }

  private func text() throws -> String {
    let shares = try Self.shares()
    let tally = try GoldScorer.tally([.dev, .passages, .unseen]) {
      Analyzer(tagger: nil).analyze($0.document)
    }
    var text = """
      # The rules

      What finds mentions and quotations, where each rule comes from, and how often it was right.

      ## Overview

      ``Mention/rule`` and ``Quotation/rule`` say which of these has decided. Names were measured on
      labelled news: by lists and rules alone on all of it (207,000 words), and as the program ships,
      with the tagger, on the part that the tagger has not learnt from (13,221 words); there a rule
      counts where it told more than the tagger did. Quotations were measured on the invented texts of
      the tests (dev, passages, unseen), by lists and rules alone; a quotation is right where half of
      its letters or more are those of the markup. Few of those texts were not read while the rules were
      made: expect less elsewhere.

      This page is made by `RuleTableTests`; run it with `RAWI_WRITE=1` to make it anew.

      | rule | meaning | goes by | right: news, alone | right: news, as shipped | right: invented texts |
      |---|---|---|---|---|---|

      """
    for rule in RuleID.allCases {
      let row = try #require(shares[rule.rawValue], "\(rule.rawValue) has no row of shares")
      let quotations = tally.rules[rule].map { "\($0.right) of \($0.found)" } ?? ""
      let cells = [
        "`\(rule.rawValue)`", rule.meaning, rule.source, share(row[0], row[1]),
        share(row[2], row[3]), quotations,
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }

  @Test func `the page tells of each rule what the code and the figures say`() throws {
    let text = try text()
    if ProcessInfo.processInfo.environment["RAWI_WRITE"] != nil {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let lines = zip(text.split(separator: "\n"), page.split(separator: "\n"))
    for (wanted, found) in lines where wanted != found {
      Issue.record("run with RAWI_WRITE=1 to make the page anew: \(wanted)")
    }
    #expect(text.count == page.count)
  }

  @Test func `no figures are kept of rules that are none`() throws {
    #expect(Set(try Self.shares().keys) == Set(RuleID.allCases.map(\.rawValue)))
  }
}
