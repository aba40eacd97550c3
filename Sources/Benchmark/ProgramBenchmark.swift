import Documents
import Glibc
import TestSupport

/// Measures the program on a terminal against other readers of text, and prints a table.
struct ProgramBenchmark {
  /// A reader of text, and the keys that do the same in each.
  private struct Reader {
    var name: String
    var path: String
    var arguments: [String] = []
    /// Typed before the search: vim searches as one types otherwise, too.
    var search: (String) -> String = { "/\($0)\r" }
    var pageDown = " "
    var word = LongText.word
  }

  private let corpus: [[UInt8]]
  private let readers: [Reader]

  init(corpus path: String?) throws {
    corpus = try LongText.corpus(path)
    let rawi = BuiltProgram.path("rawi")
    guard access(rawi, X_OK) == 0 else { throw BenchmarkError.noProgram(rawi) }
    var readers = [Reader(name: "rawi", path: rawi, word: LongText.typedWord)]
    for other in [
      Reader(name: "less", path: "/usr/bin/less"),
      Reader(
        name: "vim -R", path: "/usr/bin/vim", arguments: ["-R", "-u", "NONE", "-i", "NONE", "-n"],
        pageDown: "\u{6}"),
    ] {
      if access(other.path, X_OK) == 0 {
        readers.append(other)
      } else {
        print("\(other.name) is not installed and left out")
      }
    }
    self.readers = readers
  }

  /// Measures and prints.
  func run() throws {
    let folder = try TemporaryFolder()
    print(Machine.description)
    print(
      "files in the page cache; terminal of 100 by 40; times in ms, best of the runs; memory in MB")
    print()
    let article = try folder.file("article.txt", corpus.prefix(12).joined(separator: [10, 10]))
    try printTable(
      "article, \(try TemporaryFolder.read(article).count / 1000) kB", article, folder
    ) {
      [("first text", try first(of: $0, article, folder))]
    }
    for megabytes in [10, 100] {
      let path = folder.path + "/\(megabytes).txt"
      try LongText.write(megabytes, of: corpus, to: path)
      try printTable("\(megabytes) MB", path, folder) { reader in
        try measure(reader, path, folder)
      }
    }
    print("in CPU time on one core:")
    let document = try DocumentLoader.load(path: folder.path + "/10.txt")
    for stage in ["lay out", "folded search"] {
      StageBenchmark(stage: stage).measure(document, from: folder.path + "/10.txt")
    }
  }

  private func printTable(
    _ title: String, _ path: String, _ folder: TemporaryFolder,
    _ measure: (Reader) throws -> [(String, String)]
  ) throws {
    let columns = try readers.map(measure)
    print("| \(title) | \(readers.map(\.name).joined(separator: " | ")) |")
    print("|---|" + readers.map { _ in "---:|" }.joined())
    for row in columns[0].indices {
      print("| \(columns[0][row].0) | \(columns.map { $0[row].1 }.joined(separator: " | ")) |")
    }
    print()
  }

  private func start(_ reader: Reader, _ path: String, _ folder: TemporaryFolder) throws
    -> ProgramRun
  {
    try ProgramRun(reader.path, reader.arguments + [path], folder: folder.path)
  }

  private func first(of reader: Reader, _ path: String, _ folder: TemporaryFolder) throws -> String
  {
    var best = Double.infinity
    for _ in 0..<7 {
      let run = try start(reader, path, folder)
      best = min(best, try run.firstArabic())
      run.end()
    }
    return milliseconds(best)
  }

  private func measure(
    _ reader: Reader, _ path: String, _ folder: TemporaryFolder
  ) throws -> [(String, String)] {
    let first = try first(of: reader, path, folder)
    let run = try start(reader, path, folder)
    _ = try run.firstArabic()
    let opened = try run.memory()
    run.settle()
    let idle = try run.memory()
    let pages = try (0..<20).map { _ in try run.timeOfPaint(reader.pageDown) }.sorted()
    run.end()

    let jump = try start(reader, path, folder)
    _ = try jump.firstArabic()
    jump.settle()
    let end = try jump.time("G", until: LongText.endSign)
    jump.end()

    let search = try start(reader, path, folder)
    _ = try search.firstArabic()
    search.settle()
    let found = try search.time(reader.search(reader.word), until: LongText.hitSign)
    let searched = try search.memory()
    search.end()
    return [
      ("first text", first),
      ("page down, median", milliseconds(pages[pages.count / 2])),
      ("page down, slowest of 20", milliseconds(pages[pages.count - 1])),
      ("end of the file", milliseconds(end)),
      ("search of a word near the end", milliseconds(found)),
      ("memory at the first text: own + files", memory(opened)),
      ("memory when all is quiet: own + files", memory(idle)),
      ("the most memory until the word was found", Decimal.tenths(searched.most)),
    ]
  }

  private func milliseconds(_ seconds: Double) -> String { Decimal.tenths(seconds * 1000) }

  private func memory(_ memory: Memory) -> String {
    "\(Decimal.tenths(memory.own)) + \(Decimal.tenths(memory.files))"
  }
}

/// The machine that measures.
enum Machine {
  /// Its processor, cores and memory, in one line.
  static var description: String {
    func value(_ file: String, _ name: String) -> String? {
      guard let bytes = try? TemporaryFolder.read(file) else { return nil }
      let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .first { $0.hasPrefix(name) }
      return line?.split(separator: ":").last.map { $0.drop { $0 == " " } }.map(String.init)
    }
    let processor = value("/proc/cpuinfo", "model name") ?? "unknown processor"
    let memory = value("/proc/meminfo", "MemTotal") ?? "unknown"
    return "\(processor), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, memory \(memory)"
  }
}
