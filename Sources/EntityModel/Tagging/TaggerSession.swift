import ArabicText
import Glibc

/// The tagger at work, with the room it needs.
///
/// For one thread at a time.
package final class TaggerSession {
  private let file: ModelFile
  private let cutter: PieceCutter
  private let head: WordHead
  private var encoder: Encoder

  /// The most words of one paragraph that are looked at together.
  static let wordLimit = 110
  /// The most words of several paragraphs that are looked at together: with 110 the tagger finds fewer names.
  static let windowLimit = 60
  /// The most pieces that are sent through the layers together: more gain no speed.
  private static let batchLimit = 256

  init(file: ModelFile, student: StudentFile?, cutter: PieceCutter, product: MatrixProduct) {
    self.file = file
    self.cutter = cutter
    head = WordHead(student?.weights ?? file.weights, file.shape)
    encoder = Encoder(file, student: student, product: product)
  }

  deinit { encoder.free() }

  /// The names among `words`, in order and not overlapping.
  ///
  /// - Parameters:
  ///   - words: The tokens of one paragraph or sentence, in order, as ``Tokenizer`` cuts them.
  ///   - text: The text that they are of.
  ///   - guideline: Whose names to find.
  /// - Returns: The names; their words are numbered as in `words`.
  /// - Complexity: linear in the words: longer paragraphs are cut into runs of at most 110 words.
  package func names(
    in words: [Token], of text: DecodedText, guideline: NameTagger.Guideline = .rawi
  ) -> [TaggedName] {
    names(inParagraphs: [words], of: text, guideline: guideline)[0]
  }

  /// The names in paragraphs that stand behind one another: short ones are read together, which tells
  /// more of each and is faster.
  ///
  /// - Parameters:
  ///   - paragraphs: The tokens of each.
  ///   - text: The text that they are of.
  ///   - guideline: Whose names to find.
  /// - Returns: For each paragraph what ``names(in:of:guideline:)`` returns of one.
  /// - Complexity: linear in the words, and in the bytes from the first to the last of each paragraph
  ///   whatever stands there: see ``PieceAllowance``.
  package func names(
    inParagraphs paragraphs: [[Token]], of text: DecodedText,
    guideline: NameTagger.Guideline = .rawi
  ) -> [[TaggedName]] {
    let types: Set<NameType> =
      guideline == .rawi ? [.person, .organisation, .place] : Set(NameType.allCases)
    var names = [[TaggedName]](repeating: [], count: paragraphs.count)
    for batch in batches(of: windows(of: paragraphs, of: text)) {
      for (part, scores) in scores(of: batch, guideline) {
        let path = TagPath.best(scores, allowed: types)
        names[part.paragraph] += Self.names(path, scores, from: part.run.words.lowerBound)
      }
    }
    return names
  }

  /// For each word of `words` the logarithms of the probabilities of ``EntityTag/all``.
  func scores(in words: [Token], of text: DecodedText, guideline: NameTagger.Guideline)
    -> [WordScores]
  {
    windows(of: [words], of: text).flatMap { scores(of: [$0], guideline).flatMap(\.1) }
  }

  private func windows(of paragraphs: [[Token]], of text: DecodedText) -> [RunWindow] {
    var allowance = PieceAllowance()
    let runs = paragraphs.map {
      WordRuns.cut($0, of: text, pieces: cutter, shape: file.shape, allowance: &allowance)
    }
    return RunWindow.windows(of: runs, words: Self.windowLimit, positions: file.shape.positions)
  }

  private func batches(of windows: [RunWindow]) -> [[RunWindow]] {
    var batches: [[RunWindow]] = []
    var size = Self.batchLimit
    for window in windows {
      if size + window.pieces.count > Self.batchLimit {
        batches.append([])
        size = 0
      }
      batches[batches.count - 1].append(window)
      size += window.pieces.count
    }
    return batches
  }

  private func scores(
    of batch: [RunWindow], _ guideline: NameTagger.Guideline
  ) -> [(RunWindow.Part, [WordScores])] {
    let rows = encoder.encode(
      batch.map(\.pieces), guideline: min(guideline.rawValue, file.shape.guidelines - 1))
    let width = file.shape.width
    var start = 0
    return batch.flatMap { window in
      defer { start += window.pieces.count }
      return window.parts.map { part in
        let base = start + part.start
        let scores = part.run.ends.map { ends in
          guard let (first, last) = ends else { return WordScores.outside }
          return head.scores(
            first: rows + (base + first) * width, last: rows + (base + last) * width)
        }
        return (part, scores)
      }
    }
  }

  private static func names(
    _ path: [Int], _ scores: [WordScores], from base: Int
  ) -> [TaggedName] {
    var names: [TaggedName] = []
    for (index, tag) in path.enumerated() {
      let probability = exp(Double(scores[index].tags[tag]))
      switch EntityTag.all[tag] {
      case .outside: break
      case .begin(let type):
        names.append(
          TaggedName(
            words: base + index..<base + index + 1, type: type, clitics: scores[index].clitics,
            probability: min(1, probability)))
      case .inside:
        guard var name = names.popLast() else { break }
        name.words = name.words.lowerBound..<base + index + 1
        name.probability = min(name.probability, probability)
        names.append(name)
      }
    }
    return names
  }
}
