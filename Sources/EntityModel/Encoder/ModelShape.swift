/// How large the arrays of a tagger are.
struct ModelShape: Hashable, Sendable {
  /// Numbers that stand for a piece between the layers.
  var width: Int
  var layers: Int
  /// Heads of attention; they share `width` among them.
  var heads: Int
  /// Numbers of a piece inside a layer's second half.
  var innerWidth: Int
  var pieces: Int
  /// The longest run of pieces.
  var positions: Int
  /// Ways of labelling that the tagger learnt, Rawi's own being the last.
  var guidelines: Int
  var tags: Int
  /// How many clitic letters before a name are distinguished, none included.
  var clitics: Int
  /// Scalars with another form for the vocabulary, and the length of all those forms.
  var normalised: Int
  var normalisedLength: Int
  /// The bytes of all pieces.
  var letters: Int

  /// The numbers from 12 to 60 of `header`.
  ///
  /// - Throws: ``ModelError/wrongShape`` where they cannot be of a tagger.
  init(header: UnsafeRawBufferPointer) throws(ModelError) {
    func number(_ index: Int) -> Int { Int(header.number32(at: 12 + 4 * index)) }
    width = number(0)
    layers = number(1)
    heads = number(2)
    innerWidth = number(3)
    pieces = number(4)
    positions = number(5)
    guidelines = number(6)
    tags = number(7)
    clitics = number(8)
    normalised = number(9)
    normalisedLength = number(10)
    letters = number(11)
    let isSound =
      (8...4096).contains(width) && width % 8 == 0 && (1...64).contains(layers)
      && (1...64).contains(heads) && width % heads == 0 && (width / heads) % 8 == 0
      && (8...16384).contains(innerWidth) && innerWidth % 8 == 0
      && (4...1_000_000).contains(pieces) && (16...4096).contains(positions)
      && (1...16).contains(guidelines) && tags == EntityTag.all.count && (1...8).contains(clitics)
      && normalised < 1 << 21 && normalisedLength < 1 << 24 && letters < 1 << 26
    guard isSound else { throw .wrongShape }
  }

  /// The arrays in the file's order with their lengths in bytes.
  var sections: [(ModelFile.Section, Int)] {
    [
      (.pieceOffsets, 4 * (pieces + 1)), (.pieceScores, 4 * pieces), (.pieceLetters, letters),
      (.normalisedFrom, 4 * normalised), (.normalisedOffsets, 4 * (normalised + 1)),
      (.normalisedTo, 4 * normalisedLength),
      (.embeddings, pieces * width), (.embeddingScales, 4 * pieces),
      (.positions, 4 * positions * width), (.guidelines, 4 * guidelines * width),
      (.embeddingNorm, 8 * width),
    ] + layerSections
  }

  /// The arrays of the layers and of the word heads.
  var layerSections: [(ModelFile.Section, Int)] {
    var all: [(ModelFile.Section, Int)] = []
    for layer in 0..<layers {
      for part in ModelFile.LayerPart.allCases {
        all.append((.layer(layer, part), length(of: part)))
      }
    }
    return all + [
      (.tagWeights, 8 * tags * width), (.tagBias, 4 * tags),
      (.cliticWeights, 8 * clitics * width), (.cliticBias, 4 * clitics),
    ]
  }

  /// How many numbers go into and come out of a product of a layer, or `nil` for a norm.
  func product(_ part: ModelFile.LayerPart) -> (input: Int, output: Int)? {
    switch part {
    case .attentionIn: (width, 3 * width)
    case .attentionOut: (width, width)
    case .widen: (width, innerWidth)
    case .narrow: (innerWidth, width)
    case .attentionNorm, .outputNorm: nil
    }
  }

  private func length(of part: ModelFile.LayerPart) -> Int {
    // Weights of one byte, then for each output its scale, its bias and the sum of its weights.
    guard let (input, output) = product(part) else { return 8 * width }
    return input * output + 12 * output
  }
}
