import ArabicText
import Corrections
import Glibc
import Library
import Platform
import TestSupport

/// Measures a library of many documents: its catalogue against `grep -r`, Recoll and Xapian on the same folder.
///
/// Of each figure the median of the runs counts; files are in the page cache.
struct LibraryBenchmark {
  /// How many documents there are.
  let count: Int
  private let program: String
  private let folder: TemporaryFolder
  private let root: String
  private let size: Int
  private let isOfOneArticle: Bool

  /// Looked for: a word with clitics, in many documents.
  private static let word = "الرئيس"

  init(count: Int, corpus path: String?) throws {
    self.count = count
    program = BuiltProgram.path("rawi")
    guard access(program, X_OK) == 0 else { throw BenchmarkError.noProgram(program) }
    folder = try TemporaryFolder()
    root = try folder.folder("news")
    var size = 0
    for (number, text) in Articles(paragraphs: try LongText.corpus(path), count: count).enumerated()
    {
      try TemporaryFolder.write(Array(text.utf8), to: "\(root)/\(number).txt")
      size += text.utf8.count
    }
    self.size = size
    isOfOneArticle = path == nil
  }

  /// Measures and prints.
  func run(rounds: Int = 7) throws {
    print(Machine.description)
    print("\(count) documents, \(Decimal.tenths(Double(size) / 1e6)) MB; medians of \(rounds) runs")
    if isOfOneArticle {
      print(
        "made of one article, so that all have each word, and many are copies: --corpus FILE has others"
      )
    }
    print()
    print("| | s | s of processors | most memory, MB |")
    print("|---|---:|---:|---:|")
    func row(_ name: String, _ runs: [MeasuredProgram]) {
      let figures = [
        Decimal.thousandths(runs.map(\.time).median),
        Decimal.thousandths(runs.map(\.processorTime).median),
        Decimal.tenths(runs.map(\.memory).max() ?? 0),
      ]
      print("| \(name) | \(figures.joined(separator: " | ")) |")
      // What is measured is seen at once, into a file, too.
      fflush(nil)
    }
    func rawi(_ name: String, _ arguments: [String], times: Int) throws {
      row(name, try (0..<times).map { _ in try measure(program, arguments) })
    }
    try rawi("rawi library, first time", ["library", root], times: 1)
    print(
      "| size of the catalogue, times the text's | \(Decimal.hundredths(share(catalogues))) | | |")
    try rawi("rawi library, again", ["library", root], times: rounds)
    try rawi("rawi find", ["find", Self.word, "--in", root], times: rounds)
    try rawi("of that, the start of the program", ["--version"], times: rounds)
    row(
      "grep -rlF",
      try (0..<rounds).map { _ in try measure("/usr/bin/grep", ["-rlF", Self.word, root]) })
    try others(row, rounds: rounds)
    try rawi(
      "rawi library --analyze, lists and rules", ["library", root, "--analyze", "--model", "none"],
      times: 1)
    try rawi(
      "rawi find --said-by", ["find", "--said-by", "الرئيس", "--model", "none", "--in", root],
      times: rounds)
    print("| size of the catalogue with analyses | \(Decimal.hundredths(share(catalogues))) | | |")
    try room(rounds: rounds)
    try queries(rounds: rounds)
  }

  /// What a person waits for who opens the folder on a terminal that answers at once.
  private func room(rounds: Int) throws {
    var times: [(time: Double, processorTime: Double)] = []
    for _ in 0..<rounds {
      let run = try ProgramRun(program, [root, "--model", "none"], folder: folder.path)
      times.append((try run.firstArabic(), try run.processorTime()))
      run.end()
    }
    let figures = [times.map(\.time), times.map(\.processorTime)].map(\.median)
    print(
      "| rawi FOLDER, until the list is on the screen "
        + "| \(figures.map(Decimal.thousandths).joined(separator: " | ")) | |")
  }

  /// What a reader that has the library open waits for, without the start of a program.
  private func queries(rounds: Int) throws {
    let catalogue = try Catalogue(of: root, in: folder.path + "/open", version: "1")
    let reading = Corpus.Reading()
    try catalogue.scan(reading, jobs: 2)
    var pipeline = AnalysisPipeline(model: .none)
    pipeline.usesAllProcessors = false
    let analyses = pipeline
    try catalogue.analyze(
      "none", reading, jobs: 2, by: { document, _ in analyses.analyze(document) })
    var words = FindRequest()
    words.words = FindQuery(Self.word)
    var speaker = FindRequest()
    speaker.speakers = ["الرئيس"]
    print()
    print("| in a program that runs | ms |")
    print("|---|---:|")
    for (name, work) in [
      ("list", { _ = try catalogue.list() }),
      ("scan, nothing has changed", { try catalogue.scan(reading, jobs: 2) }),
      (
        "words with clitics, 20 newest with their contexts",
        { _ = try catalogue.find(words, reading) }
      ),
      (
        "who said what, 20 newest with their contexts", { _ = try catalogue.find(speaker, reading) }
      ),
    ] as [(String, () throws -> Void)] {
      let times = try (0..<max(rounds, 9)).map { _ in
        let start = ContinuousClock.now
        try work()
        return start.duration(to: .now) / .milliseconds(1)
      }
      print("| \(name) | \(Decimal.tenths(times.median)) |")
    }
  }

  /// The programs of others, those that are installed.
  private func others(
    _ row: (String, [MeasuredProgram]) -> Void, rounds: Int
  ) throws {
    let recoll = try folder.folder("recoll")
    _ = try folder.file("recoll/recoll.conf", "topdirs = \(root)\n".utf8)
    let xapian = folder.path + "/xapian"
    for (name, index, query) in [
      (
        "Recoll", ["/usr/bin/recollindex", "-c", recoll],
        ["/usr/bin/recollq", "-c", recoll, "-n", "20", Self.word]
      ),
      (
        "Xapian", ["/usr/bin/omindex", "--db", xapian, "--url", "/", root],
        ["/usr/bin/quest", "--db=\(xapian)", "-m", "20", Self.word]
      ),
    ] {
      guard access(index[0], X_OK) == 0, access(query[0], X_OK) == 0 else {
        print("| \(name): \(index[0]) is not installed | | | |")
        continue
      }
      row("\(name), index", [try measure(index[0], Array(index.dropFirst()))])
      let place = name == "Recoll" ? recoll : xapian
      print("| size of its index, times the text's | \(Decimal.hundredths(share(place))) | | |")
      row(
        "\(name), query",
        try (0..<rounds).map { _ in try measure(query[0], Array(query.dropFirst())) })
    }
  }

  private var catalogues: String { folder.path + "/rawi" }

  private func measure(_ path: String, _ arguments: [String]) throws -> MeasuredProgram {
    try MeasuredProgram(
      path, arguments,
      environment: [
        "HOME": folder.path, "XDG_CACHE_HOME": folder.path, "LC_ALL": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
      ], allowed: [0, 1])
  }

  /// How often the text's size goes into that of all files below `path`.
  private func share(_ path: String) -> Double {
    func size(_ path: String) -> Int {
      var status = stat()
      guard lstat(path, &status) == 0 else { return 0 }
      guard status.st_mode & S_IFMT == S_IFDIR else { return Int(status.st_size) }
      return TemporaryFolder.listing(of: path).reduce(0) { $0 + size(path + "/" + $1) }
    }
    return Double(size(path)) / Double(self.size)
  }
}
