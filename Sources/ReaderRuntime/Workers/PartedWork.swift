import ArabicText
import Glibc

/// Work on a long text whose parts are done by all cores, and whose results come in order.
enum PartedWork {
  /// How many parts are done before the pages of the text are given back: about four megabytes.
  private static let partsInMemory = 16

  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Does `work` for each of `parts` of the work on `text`.
  ///
  /// - Parameters:
  ///   - parts: The parts of the work, in order.
  ///   - text: The text, of which not much is kept in memory.
  ///   - work: Done beside other parts.
  ///   - take: Given the results in the order of the parts; `false` ends the work, and what is done
  ///     of the rest is lost.
  static func run<Part: Sendable, Result: Sendable>(
    _ parts: [Part], of text: DecodedText, _ work: @escaping @Sendable (Part) -> Result,
    take: (Result) -> Bool
  ) async {
    await withTaskGroup(of: (Int, Result).self) { group in
      func start(_ number: Int) {
        guard number < parts.count, !Task.isCancelled else { return }
        let part = parts[number]
        group.addTask { (number, work(part)) }
      }
      for number in 0..<cores { start(number) }
      var early: [Int: Result] = [:]
      var next = 0
      for await (number, result) in group {
        early[number] = result
        // One that is slow does not let the others run ahead without end.
        while let result = early.removeValue(forKey: next) {
          start(next + cores)
          next += 1
          if next % partsInMemory == 0 { text.unloadPages() }
          guard take(result) else {
            group.cancelAll()
            return
          }
        }
      }
    }
    text.unloadPages()
  }
}
