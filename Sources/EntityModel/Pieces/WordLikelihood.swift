import ArabicText
import CAnalysisData

/// How likely words are, by the pieces that the built-in tagger cuts them into.
///
/// For telling which of two spellings is a word: its vocabulary knows the frequent words of Arabic whole and
/// others by their parts.
package struct WordLikelihood: Sendable {
  /// That of the tagger that comes with the program; `nil` where its data cannot be read.
  package static let builtIn: WordLikelihood? = {
    let data = rawi_tagger()
    let bytes = UnsafeRawBufferPointer(start: data.bytes, count: data.count)
    let file = try? ModelFile(ModelBytes(viewing: bytes), verifying: false)
    return file.map { WordLikelihood(cutter: PieceCutter($0)) }
  }()

  private let cutter: PieceCutter

  /// The logarithm of the probability of `word` under a unigram model of pieces.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes of the word and of the longest piece.
  package func score(_ word: String) -> Float {
    let text = DecodedText(word)
    return cutter.score(of: text, at: text.span)
  }
}
