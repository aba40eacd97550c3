/// The parts of a tagger's file: its pieces, embeddings, layers and word heads.
struct ModelFile: Sendable {
  let weights: WeightFile
  let shape: ModelShape

  static let magic = "RAWITAGR"

  /// The arrays of the part before the layers and of the part after them.
  enum Section: Hashable {
    case pieceOffsets, pieceScores, pieceLetters
    case normalisedFrom, normalisedOffsets, normalisedTo
    case embeddings, embeddingScales, positions, guidelines, embeddingNorm
    case layer(Int, LayerPart)
    case tagWeights, tagBias, cliticWeights, cliticBias
  }

  /// The arrays of one layer.
  enum LayerPart: CaseIterable, Hashable {
    case attentionIn, attentionOut, attentionNorm, widen, narrow, outputNorm
  }

  /// Checks the header and finds the arrays of `owner`.
  ///
  /// - Parameters:
  ///   - owner: The bytes of the file.
  ///   - verifying: Whether the checksum is computed: not for bytes compiled into the program.
  /// - Throws: ``ModelError`` where they are no undamaged tagger of version 1.
  init(_ owner: ModelBytes, verifying: Bool) throws(ModelError) {
    var weights = try WeightFile(owner, magic: Self.magic)
    shape = try ModelShape(header: weights.bytes)
    try weights.find(shape.sections, verifying: verifying)
    self.weights = weights
  }

  /// The array of `section` as values of `Element`.
  func array<Element: BitwiseCopyable>(
    _ section: Section, of type: Element.Type = Element.self
  ) -> UnsafePointer<Element> {
    weights.array(section)
  }
}
