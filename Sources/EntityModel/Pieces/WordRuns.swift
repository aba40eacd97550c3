import ArabicText

/// Words of one paragraph that the tagger looks at together, with their pieces.
struct WordRun {
  /// The words by their place in the paragraph.
  var words: Range<Int>
  /// Their pieces.
  var pieces: [PieceVocabulary.Piece] = []
  /// The places of each word's first and last piece in ``pieces``.
  var ends: [(first: Int, last: Int)] = []
}

/// Cuts a paragraph into runs, at the end of a sentence or clause where one is near.
enum WordRuns {
  /// - Complexity: linear in the bytes of the words.
  static func cut(
    _ words: [Token], of text: DecodedText, pieces: PieceCutter, shape: ModelShape
  ) -> [WordRun] {
    var runs: [WordRun] = []
    var start = 0
    while start < words.count {
      var end = Self.end(of: words, from: start, of: text)
      var run = WordRun(words: start..<start)
      for index in start..<end {
        let cut = pieces.pieces(of: text, at: words[index].span)
        if run.pieces.count + cut.count + RunWindow.signs > shape.positions {
          end = index
          break
        }
        run.ends.append((run.pieces.count, run.pieces.count + cut.count - 1))
        run.pieces += cut
      }
      run.words = start..<end
      runs.append(run)
      start = end
    }
    return runs
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
