import Documents
import Glibc

/// Measures Rawi.
///
/// - `rawi-benchmark [--stage WORD] FILE…` measures the stages of its work on each file, or those
///   whose names hold the word; `annotations` are a stage, too.
/// - `rawi-benchmark --programs [--corpus FILE]` measures the program beside it against `less` and
///   `vim -R`, on files of 10 MB and 100 MB made of the corpus or of the article that comes with Rawi.
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
    do {
      if arguments == ["--programs"] {
        try ProgramBenchmark(corpus: corpus).run()
        return
      }
      guard !arguments.isEmpty, !arguments[0].hasPrefix("-") else {
        print("usage: rawi-benchmark [--stage WORD] FILE…")
        print("       rawi-benchmark --programs [--corpus FILE]")
        exit(EX_USAGE)
      }
      for path in arguments {
        let document = try DocumentLoader.load(path: path)
        StageBenchmark(stage: stage).measure(document)
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
  /// `value` with one decimal.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
