import ArabicText
import Glibc

/// The tagger at work, with the room it needs.
///
/// For one thread at a time.
package final class TaggerSession {
  private let file: ModelFile
  private let cutter: PieceCutter
  private var reader: Reader
  /// The whole tagger, where ``reader`` is a student of it: it reads what that is not sure of.
  private var teacher: Reader?

  /// The layers and what stands upon them.
  private struct Reader {
    let head: WordHead
    var encoder: Encoder
  }

  /// What was read of one run.
  private typealias PartScores = (part: RunWindow.Part, scores: [WordScores])

  /// A student is not sure of a window with a name that is less probable than this.
  ///
  /// By 0.6, 15 of 100 words of the 195 articles with quotations stood in such windows, and the student was 2.9 times as fast as
  /// the tagger of 72e8a76, by 0.5 3.2 times; names of the development articles have 94.5 and 94.6 F1, the teacher's 95.8.
  private static let sure = 0.5

  /// The most words of one paragraph that are looked at together.
  static let wordLimit = 110
  /// The most words of several paragraphs that are looked at together: with 110 the tagger finds fewer names.
  static let windowLimit = 60
  /// The most pieces that are sent through the layers together: more gain no speed.
  private static let batchLimit = 256

  init(file: ModelFile, student: StudentFile?, cutter: PieceCutter, product: MatrixProduct) {
    self.file = file
    self.cutter = cutter
    reader = Reader(
      head: WordHead(student?.weights ?? file.weights, file.shape),
      encoder: Encoder(file, student: student, product: product))
    if student != nil {
      teacher = Reader(
        head: WordHead(file.weights, file.shape), encoder: Encoder(file, product: product))
    }
  }

  deinit {
    reader.encoder.free()
    teacher?.encoder.free()
  }

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
    let windows = windows(of: paragraphs, of: text)
    var found = scores(of: windows, by: &reader, guideline).map { Self.names($0, types) }
    if var whole = teacher {
      let doubtful = windows.indices.filter { window in
        found[window].contains { $0.names.contains { $0.probability < Self.sure } }
      }
      let again = scores(of: doubtful.map { windows[$0] }, by: &whole, guideline)
      for (window, scores) in zip(doubtful, again) { found[window] = Self.names(scores, types) }
      teacher = whole
    }
    var names = [[TaggedName]](repeating: [], count: paragraphs.count)
    for part in found.joined() { names[part.paragraph] += part.names }
    return names
  }

  /// The names of each part of a window, and the paragraph that it is of.
  private static func names(
    _ window: [PartScores], _ types: Set<NameType>
  ) -> [(paragraph: Int, names: [TaggedName])] {
    window.map { part, scores in
      let path = TagPath.best(scores, allowed: types)
      return (part.paragraph, names(path, scores, from: part.run.words.lowerBound))
    }
  }

  /// For each word of `words` the logarithms of the probabilities of ``EntityTag/all``.
  func scores(in words: [Token], of text: DecodedText, guideline: NameTagger.Guideline)
    -> [WordScores]
  {
    scores(of: windows(of: [words], of: text), by: &reader, guideline).joined().flatMap(\.scores)
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

  /// What `reader` says of each window.
  private func scores(
    of windows: [RunWindow], by reader: inout Reader, _ guideline: NameTagger.Guideline
  ) -> [[PartScores]] {
    var read: [[PartScores]] = []
    for batch in batches(of: windows) { read += scores(ofBatch: batch, by: &reader, guideline) }
    return read
  }

  private func scores(
    ofBatch batch: [RunWindow], by reader: inout Reader, _ guideline: NameTagger.Guideline
  ) -> [[PartScores]] {
    let rows = reader.encoder.encode(
      batch.map(\.pieces), guideline: min(guideline.rawValue, file.shape.guidelines - 1))
    let head = reader.head
    let width = file.shape.width
    var start = 0
    return batch.map { window in
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
