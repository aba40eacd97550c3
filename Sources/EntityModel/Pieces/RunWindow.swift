/// Runs that stand behind one another in a text and go through the encoder together, so that every word is
/// read with what its neighbours of other paragraphs show.
struct RunWindow {
  /// A run, the paragraph that it is of, and where its pieces begin in ``pieces``.
  struct Part {
    var paragraph: Int
    var run: WordRun
    var start: Int
  }

  private(set) var parts: [Part] = []
  /// The sign for begin, then the pieces of each run and the sign for end.
  private(set) var pieces = [PieceVocabulary.begin]
  private var wordCount = 0

  /// The signs that a run of its own needs.
  static let signs = 2

  /// The runs of paragraphs put together, as the training does.
  ///
  /// - Parameters:
  ///   - runs: Those of each paragraph.
  ///   - words: The most words of a window of several runs.
  ///   - positions: The most pieces of a window, signs included.
  /// - Returns: The windows, which hold all runs of which words are read, in order.
  /// - Complexity: linear in the pieces.
  static func windows(of runs: [[WordRun]], words: Int, positions: Int) -> [RunWindow] {
    var windows: [RunWindow] = []
    for (paragraph, runs) in runs.enumerated() {
      for run in runs where run.wordCount > 0 {
        let fits =
          windows.last.map {
            $0.wordCount + run.wordCount <= words
              && $0.pieces.count + run.pieces.count < positions
          } ?? false
        if !fits { windows.append(RunWindow()) }
        windows[windows.count - 1].add(run, of: paragraph)
      }
    }
    return windows
  }

  private mutating func add(_ run: WordRun, of paragraph: Int) {
    parts.append(Part(paragraph: paragraph, run: run, start: pieces.count))
    pieces += run.pieces
    pieces.append(PieceVocabulary.end)
    wordCount += run.wordCount
  }
}
