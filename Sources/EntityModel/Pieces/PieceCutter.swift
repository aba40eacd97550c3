import ArabicText

/// Cuts words into pieces: the likeliest sequence under a unigram model of pieces (Kudo 2018,
/// "Subword Regularization", §3.2, as in SentencePiece), each word by itself.
///
/// Marks, tatweel and joiners are left out, so that they change nothing of what is found.
struct PieceCutter: Sendable {
  private let vocabulary: PieceVocabulary
  private let forms: LetterForms
  /// The most pieces of one word; the rest of a longer one is not looked at.
  static let limit = 12
  /// The most bytes of a word that are looked at.
  private static let byteLimit = 240

  init(_ file: ModelFile) {
    vocabulary = PieceVocabulary(file)
    forms = LetterForms(file)
  }

  /// The pieces of the word at `span`, at least one and at most ``limit``.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes of the word and of the longest piece.
  func pieces(of text: DecodedText, at span: TextSpan) -> [PieceVocabulary.Piece] {
    let bytes = letters(of: text, at: span)
    return cut(bytes).pieces
  }

  /// The logarithm of the probability of the likeliest pieces of the word at `span`.
  ///
  /// - Complexity: as for ``pieces(of:at:)``.
  func score(of text: DecodedText, at span: TextSpan) -> Float {
    cut(letters(of: text, at: span)).score
  }

  /// The bytes that the vocabulary knows the word by, behind the sign for "a word begins".
  private func letters(of text: DecodedText, at span: TextSpan) -> [UInt8] {
    var bytes: [UInt8] = Array("\u{2581}".utf8)
    func append(_ value: UInt32) {
      // A form of several words has spaces, which begin words.
      let isSpace = value == 0x20
      if isSpace, bytes.count == 3 { return }
      let scalar = Unicode.Scalar(isSpace ? 0x2581 : value) ?? "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    for scalar in text.scalars(in: span) where !Self.isLeftOut(scalar.value) {
      forms.forEach(of: scalar.value, append)
      if bytes.count >= Self.byteLimit { break }
    }
    while bytes.count > 3, bytes.suffix(3).elementsEqual("\u{2581}".utf8) { bytes.removeLast(3) }
    return bytes
  }

  private static func isLeftOut(_ scalar: UInt32) -> Bool {
    let properties = ScalarProperties(scalar)
    return properties.isMark || properties.isHidden || scalar == 0x640
  }

  private func cut(_ bytes: [UInt8]) -> (pieces: [PieceVocabulary.Piece], score: Float) {
    let impossible = -Float.greatestFiniteMagnitude
    var best = [Float](repeating: impossible, count: bytes.count + 1)
    var back = [(start: Int, piece: PieceVocabulary.Piece)](
      repeating: (0, PieceVocabulary.unknown), count: bytes.count + 1)
    best[0] = 0
    for start in bytes.indices where best[start] > impossible {
      var hash = PieceHash()
      for end in start + 1...min(bytes.count, start + vocabulary.longest) {
        hash.add(bytes[end - 1])
        guard Self.isBoundary(bytes, end), let piece = vocabulary.piece(bytes[start..<end], hash)
        else { continue }
        let score = best[start] + vocabulary.score(piece)
        if score > best[end] { (best[end], back[end]) = (score, (start, piece)) }
      }
      let next = Self.nextBoundary(bytes, after: start)
      let score = best[start] + vocabulary.unknownScore
      if score > best[next] { (best[next], back[next]) = (score, (start, PieceVocabulary.unknown)) }
    }
    var pieces: [PieceVocabulary.Piece] = []
    var end = bytes.count
    while end > 0 {
      pieces.append(back[end].piece)
      end = back[end].start
    }
    pieces.reverse()
    return (Array(pieces.prefix(Self.limit)), best[bytes.count])
  }

  private static func isBoundary(_ bytes: [UInt8], _ position: Int) -> Bool {
    position == bytes.count || bytes[position] & 0xC0 != 0x80
  }

  private static func nextBoundary(_ bytes: [UInt8], after start: Int) -> Int {
    var next = start + 1
    while !isBoundary(bytes, next) { next += 1 }
    return next
  }
}
