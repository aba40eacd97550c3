import ArabicAnalysis
import ArabicText
import Documents
import EntityModel
import Glibc
import Interface
import Reader
import TextLayout

/// Measures how fast the stages of Rawi are, in CPU time on one core.
///
/// A stage is run until a second has passed and three times at least; the best run counts.
struct StageBenchmark {
  /// What the names of the stages to run must hold, or `nil` for all.
  let stage: String?

  /// Prints a table for `document`, which is in the file at `path`.
  func measure(_ document: Document, from path: String) {
    let text = document.text
    let paragraphs = Array(text.paragraphs(in: text.span))
    print("\(document.name): \(decimal(megabytes(text))) MB, \(paragraphs.count) paragraphs")
    report("open, and extract the article", text) {
      (try? DocumentLoader.load(path: path).text.utf8Count) ?? 0
    }
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
    measureTagger(document, paragraphs)
    let analyzer = Analyzer(tagger: nil)
    report("lists and rules, names and quotations of paragraphs", text) {
      paragraphs.reduce(0) { $0 + analyzer.findings(in: $1, of: document).paragraph.next.utf8 }
    }
    let isJoining = stage.map { "joining and speakers".contains($0) } ?? true
    let findings = isJoining ? paragraphs.map { analyzer.findings(in: $0, of: document) } : []
    report("joining and speakers", text) {
      analyzer.analysis(joining: findings, of: document).entities.count
    }
    report("whole analysis by lists and rules", text) {
      analyzer.analyze(document).quotations.count
    }
  }

  /// The trained tagger on the first paragraphs, in words: it is a hundred times slower than the rest.
  private func measureTagger(_ document: Document, _ paragraphs: [Paragraph]) {
    guard stage.map({ "tagger".contains($0) || $0.contains("tagger") }) ?? true,
      let tagger = NameTagger.builtIn
    else { return }
    let part = Array(paragraphs.prefix { $0.start.utf8 < 100_000 })
    let tokens = part.map { Tokenizer.tokens(of: document.text, in: $0.content) }
    let count = tokens.reduce(0) { $0 + $1.count { $0.kind != .punctuation } }
    let before = Memory.own()
    let session = tagger.session()
    let analyzer = Analyzer()
    let runs: [(String, () -> Int)] = [
      (
        "names by the tagger",
        {
          Neighbourhood.runs(of: part).reduce(0) {
            $0 + session.names(inParagraphs: Array(tokens[$1]), of: document.text).joined().count
          }
        }
      ),
      (
        "whole analysis with the tagger",
        {
          Neighbourhood.runs(of: part).reduce(0) {
            $0 + analyzer.findings(in: Array(part[$1]), of: document).count
          }
        }
      ),
    ]
    for (name, work) in runs {
      let seconds = (0..<3).map { _ in time(work) }.min() ?? 1
      print("  \(Self.padded(name))\(Int(Double(count) / seconds)) words/s on one core")
    }
    print(
      "  \(Self.padded("memory that the tagger adds"))\(decimal(Memory.own().resident - before.resident)) MB"
    )
  }

  private func time(_ work: () -> Int) -> Double {
    let start = cpuSeconds
    // The result is used, so that no work can be left out.
    precondition(work() != Int.min)
    return cpuSeconds - start
  }

  /// Prints the best time of `work` and the text it gets through in a second.
  private func report(_ name: String, _ text: DecodedText, _ work: () -> Int) {
    if let stage, !name.contains(stage) { return }
    var best = Double.infinity
    var total = 0.0
    var runs = 0
    while runs < 3 || total < 1 {
      let seconds = time { work() }
      best = min(best, seconds)
      total += seconds
      runs += 1
    }
    let speed = decimal(megabytes(text) / best) + " MB/s"
    print("  \(Self.padded(name))\(decimal(best * 1000)) ms  \(speed)")
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 50 - name.count))
  }

  private func decimal(_ value: Double) -> String { Decimal.tenths(value) }

  private func megabytes(_ text: DecodedText) -> Double { Double(text.utf8Count) / 1e6 }

  private var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
