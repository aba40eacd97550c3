import CEncoderArithmetic

/// The layers of a transformer encoder over pieces, with weights of one byte.
///
/// After Devlin et al., *BERT* (NAACL 2019).
///
/// Not for two threads at once: it keeps room between calls. Each thread makes its own, which is cheap.
struct Encoder {
  private let file: ModelFile
  private let shape: ModelShape
  private let layers: [Layer]
  /// The most numbers of a piece inside any layer.
  private let innerWidth: Int
  private let product: MatrixProduct
  private var attention: Attention
  private var hidden: Activations
  private var inner: Activations
  private var mixed: Activations
  private var sums: UnsafeMutablePointer<Int32>
  private var bytes: UnsafeMutablePointer<UInt8>
  /// What one step of a row's bytes is worth.
  private var steps: UnsafeMutablePointer<Float>
  private var capacity: Int

  private struct Layer {
    let attentionIn: ByteWeights
    let attentionOut: ByteWeights
    let attentionNorm: UnsafePointer<Float>
    let widen: ByteWeights
    let narrow: ByteWeights
    let outputNorm: UnsafePointer<Float>

    init(_ file: WeightFile, _ shape: ModelShape, _ index: Int) {
      func weights(_ part: ModelFile.LayerPart) -> ByteWeights {
        let (input, output) = shape.product(part) ?? (0, 0)
        return ByteWeights(file, .layer(index, part), input: input, output: output)
      }
      attentionIn = weights(.attentionIn)
      attentionOut = weights(.attentionOut)
      attentionNorm = file.array(.layer(index, .attentionNorm))
      widen = weights(.widen)
      narrow = weights(.narrow)
      outputNorm = file.array(.layer(index, .outputNorm))
    }
  }

  /// An encoder of all layers of `file`, or with a `student` of the layers that it shares and then its own.
  init(_ file: ModelFile, student: StudentFile? = nil, product: MatrixProduct) {
    self.file = file
    self.product = product
    shape = file.shape
    let lower = student?.sharedLayers ?? file.shape.layers
    var layers = (0..<lower).map { Layer(file.weights, file.shape, $0) }
    if let student {
      layers += (0..<student.shape.layers).map { Layer(student.weights, student.shape, $0) }
    }
    self.layers = layers
    innerWidth = layers.reduce(3 * file.shape.width) { max($0, $1.widen.output) }
    attention = Attention(shape: shape)
    hidden = Activations(rows: 1, width: shape.width)
    inner = Activations(rows: 1, width: innerWidth)
    mixed = Activations(rows: 1, width: shape.width)
    capacity = 1
    sums = .allocate(capacity: innerWidth)
    bytes = .allocate(capacity: innerWidth)
    steps = .allocate(capacity: 1)
    product.useOneThread()
  }

  func free() {
    attention.free()
    hidden.free()
    inner.free()
    mixed.free()
    sums.deallocate()
    bytes.deallocate()
    steps.deallocate()
  }

  /// Runs the layers over several runs of pieces at once; each run sees only itself, and the numbers of
  /// a run are the same whatever runs go with it.
  ///
  /// - Parameters:
  ///   - runs: Each at most ``ModelShape/positions`` pieces.
  ///   - guideline: The way of labelling to follow.
  /// - Returns: A row of ``ModelShape/width`` numbers for each piece, valid until the next call.
  /// - Complexity: O(*n* · *width*²) in the pieces, and O(*m*² · *width*) in those of each run.
  mutating func encode(
    _ runs: [[PieceVocabulary.Piece]], guideline: Int
  ) -> UnsafePointer<Float> {
    let count = runs.reduce(0) { $0 + $1.count }
    reserve(rows: count)
    embed(runs, guideline)
    let width = Int32(shape.width)
    for layer in layers {
      multiply(hidden, layer.attentionIn) { row, sums, weights, step in
        rawi_restore(
          sums, weights.offsets, weights.scales, weights.biases, step, 3 * width,
          inner.values + row * 3 * shape.width)
      }
      var row = 0
      for run in runs {
        attention.mix(
          inner.values + row * 3 * shape.width, count: run.count, into: mixed[row])
        row += run.count
      }
      multiply(mixed, layer.attentionOut) { row, sums, weights, step in
        rawi_restore_onto(
          sums, weights.offsets, weights.scales, weights.biases, step, width, layer.attentionNorm,
          hidden[row])
      }
      multiply(hidden, layer.widen) { row, sums, weights, step in
        rawi_restore_bent(
          sums, weights.offsets, weights.scales, weights.biases, step, Int32(weights.output),
          inner.values + row * weights.output)
      }
      multiply(inner, layer.narrow) { row, sums, weights, step in
        rawi_restore_onto(
          sums, weights.offsets, weights.scales, weights.biases, step, width, layer.outputNorm,
          hidden[row])
      }
    }
    return UnsafePointer(hidden.values)
  }

  private mutating func reserve(rows: Int) {
    hidden.resize(rows: rows)
    inner.resize(rows: rows)
    mixed.resize(rows: rows)
    guard rows > capacity else { return }
    capacity = rows
    sums.deallocate()
    bytes.deallocate()
    steps.deallocate()
    steps = .allocate(capacity: rows)
    sums = .allocate(capacity: rows * innerWidth)
    bytes = .allocate(capacity: rows * innerWidth)
  }

  private func embed(_ runs: [[PieceVocabulary.Piece]], _ guideline: Int) {
    let weights: UnsafePointer<Int8> = file.array(.embeddings)
    let scales: UnsafePointer<Float> = file.array(.embeddingScales)
    let positions: UnsafePointer<Float> = file.array(.positions)
    let guidelines: UnsafePointer<Float> = file.array(.guidelines)
    let norm: UnsafePointer<Float> = file.array(.embeddingNorm)
    let guide = guidelines + guideline * shape.width
    var row = 0
    for run in runs {
      for (position, piece) in run.enumerated() {
        let target = hidden[row]
        let line = weights + Int(piece) * shape.width
        let scale = scales[Int(piece)]
        let place = positions + position * shape.width
        for index in 0..<shape.width {
          target[index] = Float(line[index]) * scale + place[index] + guide[index]
        }
        rawi_normalise(target, Int32(shape.width), norm)
        row += 1
      }
    }
  }

  /// Multiplies the rows of `rows` by `weights` and hands each row of sums to `use`, with what one
  /// step of the row's bytes is worth.
  private func multiply(
    _ rows: Activations, _ weights: ByteWeights,
    _ use: (Int, UnsafePointer<Int32>, ByteWeights, Float) -> Void
  ) {
    let (count, width) = (hidden.rows, weights.input)
    for row in 0..<count {
      steps[row] = rawi_quantise(rows.values + row * width, Int32(width), bytes + row * width)
    }
    product.multiply(bytes, count: count, by: weights, into: sums)
    for row in 0..<count { use(row, sums + row * weights.output, weights, steps[row]) }
  }
}
