/// The layers of a transformer encoder (Devlin et al. 2019) over pieces, with weights of one byte.
///
/// Not for two threads at once: it keeps room between calls. Each thread makes its own, which is cheap.
struct Encoder {
  private let file: ModelFile
  private let shape: ModelShape
  private let layers: [Layer]
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

    init(_ file: ModelFile, _ index: Int) {
      let shape = file.shape
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

  init(_ file: ModelFile, product: MatrixProduct) {
    self.file = file
    self.product = product
    shape = file.shape
    layers = (0..<shape.layers).map { Layer(file, $0) }
    attention = Attention(shape: shape, product: product)
    hidden = Activations(rows: 1, width: shape.width)
    inner = Activations(rows: 1, width: max(3 * shape.width, shape.innerWidth))
    mixed = Activations(rows: 1, width: shape.width)
    capacity = 1
    sums = .allocate(capacity: max(3 * shape.width, shape.innerWidth))
    bytes = .allocate(capacity: max(shape.width, shape.innerWidth))
    steps = .allocate(capacity: 1)
    if case .library = product { MatrixProduct.useOneThread() }
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
    for layer in layers {
      multiply(hidden.values, width: shape.width, count, layer.attentionIn) { row, values in
        copy(values, to: inner.values + row * 3 * shape.width, count: 3 * shape.width)
      }
      var row = 0
      for run in runs {
        attention.mix(
          inner.values + row * 3 * shape.width, count: run.count, into: mixed[row])
        row += run.count
      }
      multiply(mixed.values, width: shape.width, count, layer.attentionOut) { row, values in
        addAndNormalise(values, row, layer.attentionNorm)
      }
      multiply(hidden.values, width: shape.width, count, layer.widen) { row, values in
        let target = inner.values + row * shape.innerWidth
        for index in stride(from: 0, to: shape.innerWidth, by: 8) {
          target.store(Arithmetic.gelu(values.lane(index)), at: index)
        }
      }
      multiply(inner.values, width: shape.innerWidth, count, layer.narrow) { row, values in
        addAndNormalise(values, row, layer.outputNorm)
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
    sums = .allocate(capacity: rows * max(3 * shape.width, shape.innerWidth))
    bytes = .allocate(capacity: rows * max(shape.width, shape.innerWidth))
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
        Arithmetic.normalise(target, width: shape.width, norm)
        row += 1
      }
    }
  }

  /// Multiplies `count` rows by `weights` and hands each row of the result to `use`.
  private func multiply(
    _ rows: UnsafeMutablePointer<Float>, width: Int, _ count: Int, _ weights: ByteWeights,
    _ use: (Int, UnsafeMutablePointer<Float>) -> Void
  ) {
    for row in 0..<count {
      steps[row] = Arithmetic.quantise(rows + row * width, width: width, into: bytes + row * width)
    }
    product.multiply(bytes, count: count, by: weights, into: sums)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: weights.output) { buffer in
      guard let values = buffer.baseAddress else { return }
      for row in 0..<count {
        let sum = sums + row * weights.output
        for index in stride(from: 0, to: weights.output, by: 8) {
          let lane = UnsafeRawPointer(sum + index).loadUnaligned(as: SIMD8<Int32>.self)
          values.store(
            Lane(lane) * (weights.scales.lane(index) * steps[row]) + weights.biases.lane(index),
            at: index)
        }
        use(row, values)
      }
    }
  }

  private func copy(
    _ values: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    target.update(from: values, count: count)
  }

  private func addAndNormalise(
    _ values: UnsafeMutablePointer<Float>, _ row: Int, _ norm: UnsafePointer<Float>
  ) {
    let target = hidden[row]
    for index in stride(from: 0, to: shape.width, by: 8) {
      target.store(target.lane(index) + values.lane(index), at: index)
    }
    Arithmetic.normalise(target, width: shape.width, norm)
  }
}
