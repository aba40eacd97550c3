import ArabicText
import Glibc

/// The tagger at work, with the room it needs.
///
/// For one thread at a time.
public final class TaggerSession {
  private let file: ModelFile
  private let cutter: PieceCutter
  private let head: WordHead
  private var encoder: Encoder

  /// The most words that are looked at together.
  static let wordLimit = 110
  /// The most pieces that are sent through the layers together: more gain no speed.
  private static let batchLimit = 256

  init(file: ModelFile, cutter: PieceCutter, product: MatrixProduct) {
    self.file = file
    self.cutter = cutter
    head = WordHead(file)
    encoder = Encoder(file, product: product)
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
  public func names(
    in words: [Token], of text: DecodedText, guideline: NameTagger.Guideline = .rawi
  ) -> [TaggedName] {
    var names: [TaggedName] = []
    let runs = WordRuns.cut(words, of: text, pieces: cutter, shape: file.shape)
    var batch: [WordRun] = []
    var size = 0
    for run in runs {
      if !batch.isEmpty, size + run.pieces.count > Self.batchLimit {
        tag(batch, guideline, &names)
        batch.removeAll()
        size = 0
      }
      batch.append(run)
      size += run.pieces.count
    }
    if !batch.isEmpty { tag(batch, guideline, &names) }
    return names
  }

  /// For each word of `words` the logarithms of the probabilities of ``EntityTag/all``.
  func scores(in words: [Token], of text: DecodedText, guideline: NameTagger.Guideline)
    -> [WordScores]
  {
    WordRuns.cut(words, of: text, pieces: cutter, shape: file.shape)
      .flatMap { scores(of: [$0], guideline)[0] }
  }

  private func tag(
    _ batch: [WordRun], _ guideline: NameTagger.Guideline, _ names: inout [TaggedName]
  ) {
    let types: Set<NameType> =
      guideline == .rawi ? [.person, .organisation, .place] : Set(NameType.allCases)
    for (run, scores) in zip(batch, scores(of: batch, guideline)) {
      let path = TagPath.best(scores, allowed: types)
      names += Self.names(path, scores, from: run.words.lowerBound)
    }
  }

  private func scores(of batch: [WordRun], _ guideline: NameTagger.Guideline) -> [[WordScores]] {
    let rows = encoder.encode(
      batch.map(\.pieces), guideline: min(guideline.rawValue, file.shape.guidelines - 1))
    let width = file.shape.width
    var start = 0
    return batch.map { run in
      defer { start += run.pieces.count }
      return run.ends.map { first, last in
        head.scores(first: rows + (start + first) * width, last: rows + (start + last) * width)
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
