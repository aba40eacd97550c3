import ArabicText
import Glibc

/// Runs the steps of work on a long text on all cores, and hands their results over in order.
enum ParallelSteps {
  /// After how many steps the pages of the text are given back: about four megabytes.
  private static let stepsInMemory = 16

  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Does `work` for each of `steps` in `text`.
  ///
  /// - Parameters:
  ///   - steps: The steps, in order.
  ///   - text: The text, of which only a few megabytes are kept in memory.
  ///   - work: What a step does; several run at the same time.
  ///   - take: Called with the results in the order of the steps; `false` ends the work, and the
  ///     results of later steps are dropped.
  static func run<Step: Sendable, Result: Sendable>(
    _ steps: [Step], in text: DecodedText, _ work: @escaping @Sendable (Step) -> Result,
    take: (Result) -> Bool
  ) async {
    await withTaskGroup(of: (Int, Result).self) { group in
      func start(_ number: Int) {
        guard number < steps.count, !Task.isCancelled else { return }
        let step = steps[number]
        group.addTask { (number, work(step)) }
      }
      for number in 0..<cores { start(number) }
      var early: [Int: Result] = [:]
      var next = 0
      for await (number, result) in group {
        early[number] = result
        // A slow step keeps the others from running ahead without end.
        while let result = early.removeValue(forKey: next) {
          start(next + cores)
          next += 1
          if next % stepsInMemory == 0 { text.unloadPages() }
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
