import Documents
import Glibc

/// Measures Rawi.
///
/// - `rawi-benchmark [--stage WORD] FILE…` measures the stages of its work on each file, or those
///   whose names hold the word; `annotations` are a stage, too.
/// - `rawi-benchmark --programs [--corpus FILE]` measures the program beside it against `less` and
///   `vim -R`, on files of 10 MB and 100 MB made of the corpus or of the article that comes with Rawi.
/// - `rawi-benchmark --articles NUMBER [--corpus FILE]` measures `rawi analyze` over so many articles as JSON
///   Lines against the analysis alone, and the memory of a hundred times as many.
/// - `rawi-benchmark --library NUMBER [--corpus FILE]` measures a folder of so many documents: its catalogue, and
///   what is found in it, beside `grep -r`, and Recoll (`recollcmd`) and Xapian (`xapian-omega`, `xapian-tools`)
///   where they are installed.
@main
struct Benchmark {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func value(of option: String) -> String? {
      guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else {
        return nil
      }
      defer { arguments.removeSubrange(index...index + 1) }
      return arguments[index + 1]
    }
    let stage = value(of: "--stage")
    let corpus = value(of: "--corpus")
    let documents = value(of: "--library").flatMap { Int($0) }
    let articles = value(of: "--articles").flatMap { Int($0) }
    do {
      if arguments == ["--programs"] {
        try ProgramBenchmark(corpus: corpus).run()
        return
      }
      if let articles, articles > 0, arguments.isEmpty {
        try CorpusBenchmark(count: articles, corpus: corpus).run()
        return
      }
      if let documents, documents > 0, arguments.isEmpty {
        try LibraryBenchmark(count: documents, corpus: corpus).run()
        return
      }
      guard !arguments.isEmpty, !arguments[0].hasPrefix("-") else {
        print("usage: rawi-benchmark [--stage WORD] FILE…")
        print("       rawi-benchmark --programs [--corpus FILE]")
        print("       rawi-benchmark --articles NUMBER [--corpus FILE]")
        print("       rawi-benchmark --library NUMBER [--corpus FILE]")
        exit(EX_USAGE)
      }
      for path in arguments {
        let document = try DocumentLoader.load(path: path)
        StageBenchmark(stage: stage).measure(document, from: path)
        if stage.map({ "annotations".contains($0) }) ?? true {
          try NotesBenchmark(document: document).run()
        }
      }
    } catch {
      print("rawi-benchmark: \(error)")
      exit((error as? DocumentError)?.exitCode ?? EX_SOFTWARE)
    }
  }
}

/// Numbers as the tables show them.
enum Decimal {
  /// `value`, which is not below 0, with two decimals.
  static func hundredths(_ value: Double) -> String { fixed(value, 2) }

  /// `value`, which is not below 0, with three decimals.
  static func thousandths(_ value: Double) -> String { fixed(value, 3) }

  private static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }

  /// `value` with one decimal.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
