import CEncoderArithmetic
import Glibc

/// What the tagger thinks of one word.
struct WordScores {
  /// The logarithm of the probability of each of ``EntityTag/all``.
  var tags: [Float]
  /// The likeliest number of clitic letters, should a name begin in this word.
  var clitics: Int

  /// Those of a word that is not read: no part of a name.
  static let outside = WordScores(
    tags: EntityTag.all.map { $0 == .outside ? 0 : -1000 }, clitics: 0)
}

/// The two linear maps behind the encoder, from the first and last piece of a word.
struct WordHead {
  private let file: WeightFile
  private let shape: ModelShape

  init(_ file: WeightFile, _ shape: ModelShape) {
    self.file = file
    self.shape = shape
  }

  /// - Complexity: O(*width*) for each tag.
  func scores(
    first: UnsafePointer<Float>, last: UnsafePointer<Float>
  ) -> WordScores {
    var tags = product(.tagWeights, .tagBias, shape.tags, first, last)
    let largest = tags.max() ?? 0
    let logarithm = largest + log(tags.reduce(into: 0) { $0 += exp($1 - largest) })
    for index in tags.indices { tags[index] -= logarithm }
    let clitics = product(.cliticWeights, .cliticBias, shape.clitics, first, last)
    let best = clitics.indices.max { clitics[$0] < clitics[$1] } ?? 0
    return WordScores(tags: tags, clitics: best)
  }

  private func product(
    _ weights: ModelFile.Section, _ biases: ModelFile.Section, _ count: Int,
    _ first: UnsafePointer<Float>, _ last: UnsafePointer<Float>
  ) -> [Float] {
    let width = shape.width
    let lines: UnsafePointer<Float> = file.array(weights)
    let bias: UnsafePointer<Float> = file.array(biases)
    return (0..<count).map { output in
      let line = lines + output * 2 * width
      return rawi_dot(line, first, Int32(width)) + rawi_dot(line + width, last, Int32(width))
        + bias[output]
    }
  }
}
