import ArabicText

/// Words of one paragraph that the tagger looks at together, with their pieces.
struct WordRun {
  /// The words by their place in the paragraph.
  var words: Range<Int>
  /// Their pieces.
  var pieces: [PieceVocabulary.Piece] = []
  /// The places of each word's first and last piece in ``pieces``; `nil` for one that is not read.
  var ends: [(first: Int, last: Int)?] = []
  /// How many words are read.
  var wordCount = 0
}

/// Cuts a paragraph into runs, at the end of a sentence or clause where one is near.
enum WordRuns {
  /// - Parameters:
  ///   - words: The tokens of the paragraph.
  ///   - text: The text that they are of.
  ///   - pieces: Cuts words into pieces.
  ///   - shape: What a run must fit into.
  ///   - allowance: How many pieces may be read. Where it is used up, a word is read as one unknown
  ///     piece, and not at all where there is not even one: such words are in no names.
  /// - Returns: The runs, which hold all words in order.
  /// - Complexity: linear in the bytes of the words.
  static func cut(
    _ words: [Token], of text: DecodedText, pieces: PieceCutter, shape: ModelShape,
    allowance: inout PieceAllowance
  ) -> [WordRun] {
    var runs: [WordRun] = []
    var start = 0
    while start < words.count {
      var end = Self.end(of: words, from: start, of: text)
      var run = WordRun(words: start..<start)
      for index in start..<end {
        let before = allowance
        allowance.pass(bytes: bytes(of: words, to: index))
        let cut = allowed(pieces.pieces(of: text, at: words[index].span), &allowance)
        if run.pieces.count + cut.count + RunWindow.signs > shape.positions {
          allowance = before
          end = index
          break
        }
        run.ends.append(
          cut.isEmpty ? nil : (run.pieces.count, run.pieces.count + cut.count - 1))
        run.wordCount += cut.isEmpty ? 0 : 1
        run.pieces += cut
      }
      run.words = start..<end
      // The sign behind it counts as well.
      _ = allowance.spend(1)
      runs.append(run)
      start = end
    }
    return runs
  }

  /// The bytes of a word with what stands between the last one and it.
  private static func bytes(of words: [Token], to index: Int) -> Int {
    let start = index > 0 ? words[index - 1].span.upper : words[index].span.lower
    return words[index].span.upper - start
  }

  private static func allowed(
    _ pieces: [PieceVocabulary.Piece], _ allowance: inout PieceAllowance
  ) -> [PieceVocabulary.Piece] {
    if allowance.spend(pieces.count) { return pieces }
    return allowance.spend(1) ? [PieceVocabulary.unknown] : []
  }

  /// Where the run from `start` ends.
  ///
  /// At the paragraph's end if that is near, else behind the last sign that ends a sentence or clause in
  /// the second half of the limit. The training cuts the same way.
  private static func end(of words: [Token], from start: Int, of text: DecodedText) -> Int {
    let limit = TaggerSession.wordLimit
    guard words.count - start > limit + 20 else { return words.count }
    for end in stride(from: start + limit, to: start + limit / 2, by: -1)
    where words[end - 1].kind == .punctuation {
      let sign = text.scalar(at: words[end - 1].span.lower)?.value ?? 0
      if Self.clauseEnds.contains(sign) { return end }
    }
    return start + limit
  }

  /// The signs `.`, `،`, `؛`, `!`, `؟`.
  private static let clauseEnds: Set<UInt32> = [0x2E, 0x60C, 0x61B, 0x21, 0x61F]
}
