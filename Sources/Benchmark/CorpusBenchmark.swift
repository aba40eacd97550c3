import ArabicText
import Corrections
import Glibc
import Platform
import TestSupport

/// Measures `rawi analyze` over many articles against the analysis alone.
///
/// Times of processors stand beside those of the clock: other programs at work on the machine disturb them
/// less. Of each figure the median of the runs counts, which take turns.
struct CorpusBenchmark {
  /// How many articles there are; of those by lists and rules alone a hundred times as many.
  let count: Int
  private let paragraphs: [[UInt8]]
  private let program: String

  init(count: Int, corpus path: String?) throws {
    self.count = count
    paragraphs = try LongText.corpus(path)
    program = BuiltProgram.path("rawi")
    guard access(program, X_OK) == 0 else { throw BenchmarkError.noProgram(program) }
  }

  /// Measures and prints.
  func run(rounds: Int = 3) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/articles.jsonl"
    let size = try write(count, to: path)
    print(Machine.description)
    print("\(count) articles, \(Decimal.tenths(Double(size) / 1e6)) MB; medians of \(rounds) runs")
    try compare(path, [], pipeline: AnalysisPipeline(), rounds: rounds, folder)
    try compare(
      path, ["--model", "none"], pipeline: AnalysisPipeline(model: .none), rounds: rounds, folder)
    let long = folder.path + "/many.jsonl"
    let longSize = try write(count * 100, to: long)
    let many = try MeasuredProgram(
      program, ["analyze", "--lines", "--model", "none"], input: long,
      environment: Self.variables(folder))
    print(
      "| \(count * 100) articles, \(longSize / 1_000_000) MB, lists and rules: memory in MB "
        + "| \(Decimal.tenths(many.memory)) |")
    print("| articles a second | \(Int(Double(count * 100) / many.time)) |")
  }

  private func compare(
    _ path: String, _ options: [String], pipeline: AnalysisPipeline, rounds: Int,
    _ folder: TemporaryFolder
  ) throws {
    let documents = articles(count).map { Document(text: DecodedText($0)) }
    var pipeline = pipeline
    pipeline.usesAllProcessors = false
    // The model is made ready.
    _ = pipeline.analyze(documents[0])
    var alone: [(time: Double, processorTime: Double)] = []
    var runs: [[MeasuredProgram]] = [[], []]
    for _ in 0..<rounds {
      alone.append(Self.measure { for document in documents { _ = pipeline.analyze(document) } })
      for jobs in [1, 2] {
        runs[jobs - 1].append(
          try MeasuredProgram(
            program, ["analyze", "--lines", "--jobs", "\(jobs)"] + options, input: path,
            environment: Self.variables(folder)))
      }
    }
    func row(_ name: String, _ times: [Double], _ processor: [Double], _ memory: [Double]) {
      let figures = [times.median, processor.median, memory.max() ?? 0].map(Decimal.tenths)
      print("| \(name) | \(figures.joined(separator: " | ")) |")
    }
    let name = options.isEmpty ? "with the tagger" : "by lists and rules"
    print("| \(name) | s | s of processors | most memory, MB |")
    print("|---|---:|---:|---:|")
    row("the analysis alone", alone.map(\.time), alone.map(\.processorTime), [])
    for (jobs, runs) in runs.enumerated() {
      row(
        "rawi analyze, jobs: \(jobs + 1)", runs.map(\.time), runs.map(\.processorTime),
        runs.map(\.memory))
    }
    let share = zip(alone, runs[0]).map { 100 * $0.processorTime / $1.processorTime }.median
    let gain = zip(runs[0], runs[1]).map { $0.time / $1.time }.median
    print("| one job: share of the analysis, % of processor time | \(Decimal.tenths(share)) |")
    print("| two jobs: times as fast as one, by the clock | \(Decimal.hundredths(gain)) |")
    print()
  }

  private static func variables(_ folder: TemporaryFolder) -> [String: String] {
    ["HOME": folder.path, "OMP_NUM_THREADS": "1"]
  }

  private static func measure(_ work: () -> Void) -> (time: Double, processorTime: Double) {
    func used() -> Double {
      var usage = rusage()
      getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return MeasuredProgram.seconds(usage)
    }
    let (start, before) = (ContinuousClock.now, used())
    work()
    return (start.duration(to: .now) / .seconds(1), used() - before)
  }

  private func articles(_ count: Int) -> Articles { Articles(paragraphs: paragraphs, count: count) }

  /// Writes `count` articles as JSON Lines to `path`.
  ///
  /// - Returns: the bytes of the file.
  private func write(_ count: Int, to path: String) throws -> Int {
    guard let file = fopen(path, "w") else { throw FileProblem(call: "fopen", number: errno) }
    defer { fclose(file) }
    var size = 0
    for (number, text) in articles(count).enumerated() {
      let line =
        JSON.object([("id", .integer(Int64(number))), ("text", .string(text))]).line + "\n"
      fputs(line, file)
      size += line.utf8.count
    }
    return size
  }
}
