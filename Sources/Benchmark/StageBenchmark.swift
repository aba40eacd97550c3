import ArabicAnalysis
import ArabicText
import Glibc
import Reader
import TextLayout

/// Measures how fast the stages of Rawi are, in CPU time on one core.
///
/// A stage is run until a second has passed and three times at least; the best run counts.
struct StageBenchmark {
  /// What the names of the stages to run must hold, or `nil` for all.
  let stage: String?

  /// Prints a table for `document`.
  func measure(_ document: Document) {
    let text = document.text
    let paragraphs = Array(text.paragraphs(in: text.span))
    print("\(document.name): \(decimal(megabytes(text))) MB, \(paragraphs.count) paragraphs")
    report("decode scalars", text) {
      text.scalars(in: text.span).reduce(0) { $0 &+ Int($1.value) }
    }
    report("find paragraphs", text) {
      text.paragraphs(in: text.span).reduce(0) { $0 + $1.next.utf8 }
    }
    report("lay out at 80 columns", text) {
      let options = LayoutOptions(width: 80)
      return paragraphs.reduce(0) { $0 + ParagraphLayout(text, $1, options: options).lines.count }
    }
    // A word of common letters and one of a rare letter, neither of them in any text.
    for (name, word) in [("common letters", "المناليرون"), ("a rare letter", "اسطرلاباتون")] {
      guard let pattern = FoldedPattern(word) else { continue }
      report("folded search, no hit, \(name)", text) {
        SearchRequest(pattern: .letters(pattern)).run(in: text)?.utf8Count ?? 0
      }
    }
    report("tokens", text) {
      paragraphs.reduce(0) { $0 + Tokenizer.tokens(of: text, in: $1.content).count }
    }
    let analyzer = Analyzer()
    report("entities and quotations of paragraphs", text) {
      paragraphs.reduce(0) { $0 + analyzer.findings(in: $1, of: document).paragraph.next.utf8 }
    }
    let isJoining = stage.map { "joining and speakers".contains($0) } ?? true
    let findings = isJoining ? paragraphs.map { analyzer.findings(in: $0, of: document) } : []
    report("joining and speakers", text) {
      analyzer.analysis(joining: findings, of: document).entities.count
    }
    report("whole analysis", text) { analyzer.analyze(document).quotations.count }
  }

  /// Prints the best time of `work` and the text it gets through in a second.
  private func report(_ name: String, _ text: DecodedText, _ work: () -> Int) {
    if let stage, !name.contains(stage) { return }
    var best = Double.infinity
    var total = 0.0
    var runs = 0
    var checksum = 0
    while runs < 3 || total < 1 {
      let start = cpuSeconds
      checksum &+= work()
      let seconds = cpuSeconds - start
      best = min(best, seconds)
      total += seconds
      runs += 1
    }
    // The result is used, so that no work can be left out.
    precondition(checksum != Int.min)
    let columns = [name, decimal(best * 1000) + " ms", decimal(megabytes(text) / best) + " MB/s"]
    let padding = String(repeating: " ", count: max(1, 40 - columns[0].count))
    print("  \(columns[0])\(padding)\(columns[1])  \(columns[2])")
  }

  private func decimal(_ value: Double) -> String { Decimal.tenths(value) }

  private func megabytes(_ text: DecodedText) -> Double { Double(text.utf8Count) / 1e6 }

  private var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
